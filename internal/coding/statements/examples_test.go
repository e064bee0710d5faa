package statements_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/reading"
	"orrery/ledger"
)

// example is a text of an examples file with the lines that belong to it.
type example struct {
	line int
	role ledger.VoiceRole
	text string
	want []string
}

// examples reads a file of "> " texts and the lines under them. byDefault is the role of a text that begins with "> ".
func examples(t *testing.T, path string, byDefault ledger.VoiceRole) []example {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	for n, line := range strings.Split(string(raw), "\n") {
		head, text, opens := strings.Cut(line, "> ")
		switch {
		case line == "" || line[0] == '#' || line == "E":
		case opens && len(head) < 2:
			role := byDefault
			switch head {
			case "Q":
				role = ledger.VoiceInterviewer
			case "E":
				role = ""
			}
			out = append(out, example{line: n + 1, role: role, text: text})
		default:
			out[len(out)-1].want = append(out[len(out)-1].want, line)
		}
	}
	return out
}

func TestAttributionOfOwnSentences(t *testing.T) {
	p := newPipeline(t)
	for _, e := range examples(t, "testdata/attribution.txt", "") {
		doc := p.read(e.text, "")
		var got []string
		for i := range doc.Sentences {
			for _, s := range doc.Sentences[i].Said {
				got = append(got, s.Source.Of(e.text)+" | "+s.Verb+" | "+s.Content.Of(e.text))
			}
		}
		for _, w := range e.want {
			switch {
			case w == "-":
				if len(got) > 0 {
					t.Errorf("line %d: %s\n  got %q, want none", e.line, e.text, got)
				}
			case w[0] == '!':
				if slices.ContainsFunc(got, func(g string) bool { return strings.Contains(strings.Split(g, " | ")[0], w[2:]) }) {
					t.Errorf("line %d: %s\n  got %q, want no source %q", e.line, e.text, got, w[2:])
				}
			case !slices.Contains(got, w[2:]):
				t.Errorf("line %d: %s\n  got %q, want %q", e.line, e.text, got, w[2:])
			}
		}
	}
}

func TestDraftsOfOwnSentences(t *testing.T) {
	p := newPipeline(t)
	for _, e := range examples(t, "testdata/statements.txt", ledger.VoiceInterviewee) {
		doc := p.read(e.text, e.role)
		drafts, silences := p.said.Drafts(doc)
		checkVerbatim(t, doc, drafts)
		for _, w := range e.want {
			if w == "-" {
				if len(drafts) > 0 {
					t.Errorf("line %d: %s\n  got %s %q, want none", e.line, e.text, drafts[0].Trace.Frame, drafts[0].Body.(*ledger.Statement).Summary)
				}
				continue
			}
			if len(drafts) != 1 {
				t.Errorf("line %d: %s\n  got %d drafts, want %q (%v)", e.line, e.text, len(drafts), w, silences)
				continue
			}
			col := strings.Split(w[2:], "|")
			st := drafts[0].Body.(*ledger.Statement)
			grade := ""
			if st.Polarity != nil {
				grade = strconv.Itoa(*st.Polarity)
			}
			if f := strings.TrimSpace(col[0]); drafts[0].Trace.Frame != f || grade != strings.TrimSpace(col[1]) || strings.TrimSpace(col[2]) != "" && st.Concept != strings.TrimSpace(col[2]) {
				t.Errorf("line %d: %s\n  got %s | %s | %s, want %s", e.line, e.text, drafts[0].Trace.Frame, grade, st.Concept, w[2:])
			}
		}
	}
}

// checkVerbatim fails where a draft is no valid record, or its span or trigger not words of the text.
func checkVerbatim(t testing.TB, doc *reading.Reading, drafts []draft.Draft) {
	t.Helper()
	for _, d := range drafts {
		if err := d.Body.Validate(); err != nil {
			t.Errorf("%q: %v", d.Span.Of(doc.Document.Text), err)
		}
		if _, err := ledger.NewQuote("d", doc.Document.Text, d.Span.Start, d.Span.End, d.Voice); err != nil {
			t.Error(err)
		}
		if !d.Span.Holds(d.Trigger) || d.Trigger.Start >= d.Trigger.End || d.Confidence <= 0 || d.Confidence > 1 || d.Trace.Frame == "" {
			t.Errorf("a draft without trigger, confidence or frame: %+v", d)
		}
	}
}
