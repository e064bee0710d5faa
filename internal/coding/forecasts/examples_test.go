package forecasts_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/reading"
	"orrery/ledger"
)

func TestDraftsOfOwnSentences(t *testing.T) {
	p := newPipeline(t)
	raw, err := os.ReadFile("testdata/forecasts.txt")
	if err != nil {
		t.Fatal(err)
	}
	text, role := "", ledger.VoiceInterviewee
	for n, line := range strings.Split(string(raw), "\n") {
		head, rest, opens := strings.Cut(line, "> ")
		switch {
		case line == "" || line[0] == '#' || line == "E":
			continue
		case opens && len(head) < 2:
			text, role = rest, map[string]ledger.VoiceRole{"": ledger.VoiceInterviewee, "Q": ledger.VoiceInterviewer, "E": ""}[head]
			continue
		}
		doc := p.read(text, role)
		drafts, silences := p.future.Drafts(doc)
		checkVerbatim(t, doc, drafts)
		if line == "-" {
			if len(drafts) > 0 {
				t.Errorf("line %d: %s\n  got %s %+v, want none", n, text, drafts[0].Trace.Frame, drafts[0].Body)
			}
			continue
		}
		if len(drafts) != 1 {
			t.Errorf("line %d: %s\n  got %d drafts, want %s (%v)", n, text, len(drafts), line, silences)
			continue
		}
		f := drafts[0].Body.(*ledger.Forecast)
		interval := ""
		if f.Low != nil { // cut to two places
			interval = fmt.Sprintf("%.2f-%.2f", math.Floor(*f.Low*100+1e-9)/100, math.Floor(*f.High*100+1e-9)/100)
		}
		if f.Probability != nil {
			if interval = fmt.Sprintf("=%.2f", *f.Probability); f.Low != nil || f.High != nil || f.ImputedBy != "" {
				t.Errorf("line %d: %s\n  an interval beside the author's number: %+v", n, text, f)
			}
		}
		got := []string{string(f.Form), f.Horizon.String(), interval, f.Words}
		for k, want := range strings.Split(line[2:], "|") {
			want = strings.TrimSpace(want)
			if want != "" && got[k] != want {
				t.Errorf("line %d: %s\n  got %q, want %s (%v)", n, text, got, line, drafts[0].Trace.Filters)
				break
			}
		}
	}
}

// checkVerbatim fails where a draft is no valid record, keeps more than six of the author's words, quotes the sentence as its own
// words, or has a span that is not the text's.
func checkVerbatim(t testing.TB, doc *reading.Reading, drafts []draft.Draft) {
	t.Helper()
	for _, d := range drafts {
		f := d.Body.(*ledger.Forecast)
		if err := f.Validate(); err != nil {
			t.Errorf("%q: %v", d.Span.Of(doc.Document.Text), err)
		}
		if _, err := ledger.NewQuote("d", doc.Document.Text, d.Span.Start, d.Span.End, d.Voice); err != nil {
			t.Error(err)
		}
		if n := len(strings.Fields(f.Words)); n == 0 || n > 6 || !strings.Contains(d.Span.Of(doc.Document.Text), f.Words) {
			t.Errorf("words %q: at most six of the author's are kept", f.Words)
		}
		if strings.Contains(f.Statement, d.Span.Of(doc.Document.Text)) {
			t.Errorf("statement %q is the quote", f.Statement)
		}
		if f.Form == ledger.Counterfactual && (f.Low != nil || !f.Horizon.IsZero() || f.Question != "") {
			t.Errorf("a counterfactual is never scored: %+v", f)
		}
		if !d.Span.Holds(d.Trigger) || d.Confidence <= 0 || d.Confidence > 1 || d.Trace.Frame == "" {
			t.Errorf("a draft without trigger, confidence or frame: %+v", d)
		}
	}
}
