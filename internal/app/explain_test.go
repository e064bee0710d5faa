package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orrery/casebook/postsoviet"
	"orrery/internal/app"
	"orrery/internal/testkit"
)

const week = `A week in the region

5 January 2026

Armenia remained silent on the drone attack on the Russian president's residence in Novgorod region. Belarus condemned the attack.

The weather was mild and the markets were open.
`

// With the real coder: every offset is of the text, every draft stands in a sentence, and every sentence that gave nothing says why.
func TestExplainingAText(t *testing.T) {
	v := must(app.ExplainFile(t.Context(), postsoviet.Files, []byte(week), app.FileHint{MediaType: "text/plain"}))(t)
	if v.Document.Published != "2026-01-05" || len(v.Sentences) < 4 || len(v.Drafts) == 0 || len(v.Items) == 0 || v.Items[0].Key != "residence-drones-2025" {
		t.Fatalf("%+v, %d sentences, %d drafts, items %+v", v.Document, len(v.Sentences), len(v.Drafts), v.Items)
	}
	for i, s := range v.Sentences {
		if v.Text[s.Start:s.End] != s.Text {
			t.Errorf("sentence %d is not at its place", i)
		}
		for _, tok := range s.Tokens {
			if tok.Start < s.Start || tok.End > s.End || tok.Start >= tok.End || tok.Tag == "" {
				t.Errorf("token %+v of %q", tok, s.Text)
			}
		}
		if len(s.Drafts) == 0 && len(s.Silences) == 0 {
			t.Errorf("%q says nothing of why it gave nothing", s.Text)
		}
	}
	silent := false
	for _, d := range v.Drafts {
		silent = silent || d.Kind == "stance" && strings.Contains(d.Body, `"ARM"`) && strings.Contains(d.Body, `"silent"`) && d.Check != nil
	}
	if !silent {
		t.Error("Armenia's silence is not among the drafts")
	}
	if _, err := app.ExplainFile(t.Context(), postsoviet.Files, nil, app.FileHint{}); code(err) != app.Invalid {
		t.Errorf("nothing to explain: %v", err)
	}
	if _, err := app.ExplainFile(t.Context(), os.DirFS(t.TempDir()), []byte(week), app.FileHint{}); err == nil {
		t.Error("an empty folder is no casebook")
	}
}

func TestExplainingADocumentWritesNothing(t *testing.T) {
	w := postSoviet(t)
	doc := w.read(week)
	seq, _, err := w.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	v := must(w.Explain(t.Context(), app.Scope{}, doc.Head.Hash))(t)
	if after, _, _ := w.Head(t.Context()); after != seq || len(v.Drafts) == 0 || v.Document.Hash != doc.Head.Hash {
		t.Errorf("head %d and %d, %d drafts", seq, after, len(v.Drafts))
	}
	if _, err := w.Explain(t.Context(), app.Scope{}, "none"); code(err) != app.NotFound {
		t.Errorf("%v", err)
	}
}

// The hand-coded documents: the seven votes agree with the roll call, eight or more stances on the residence attack are suggested, and Moldova's
// silence is in conflict with the casebook's row. The quotes are verbatim.
func TestTheHandCodedDocuments(t *testing.T) {
	w := postSoviet(t)
	votes, stances, conflict := 0, 0, false
	files, err := filepath.Glob(filepath.Join(testkit.Shared(t, "seeds"), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%v: no document in the seeds", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc := must(w.ReadBytes(t.Context(), raw, app.FileHint{FileName: filepath.Base(file), Suggest: true}))(t)
		for _, one := range doc.Records {
			for _, span := range one.Spans {
				if span.Orphan || doc.Text[span.Start:span.End] != span.Exact {
					t.Errorf("%s: %q is not verbatim", one.Record.Ref, span.Exact)
				}
			}
			s := one.Suggestion
			switch {
			case s == nil:
				t.Errorf("%s does not say how it came about", one.Record.Ref)
			case one.Record.Kind == "vote-claim" && s.Check != nil && s.Check.Verdict == "agrees":
				votes++
			case one.Record.Kind == "stance" && strings.Contains(string(one.Record.Body), "residence-drones-2025"):
				stances++
				conflict = conflict || s.Impact == "conflict" && strings.Contains(s.Conflict.Text, "Moldova silent")
			}
		}
	}
	if votes < 7 || stances < 8 || !conflict {
		t.Errorf("%d votes that agree, %d stances on the residence, Moldova in conflict: %t", votes, stances, conflict)
	}
}
