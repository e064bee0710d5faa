package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"orrery/internal/app"
	"orrery/internal/coding/knowledge"
	"orrery/internal/store"
)

// decidedWorld has one document with an accepted, a rejected, an edited and an undecided suggestion, and a record by hand.
func decidedWorld(t *testing.T) (*world, app.DocumentView, *store.Discourse) {
	t.Helper()
	base := coderWorld(t, "t-1", bulletinPlan())
	out := &store.Discourse{}
	a := app.New(app.Config{Store: base.db, Now: base.clock.Now, Version: "test", Who: "ana", Discourse: func(_ context.Context, d store.Discourse, _ io.Writer) error { *out = d; return nil },
		Coding: app.Coding{Version: "t-1", New: func(*knowledge.Region) (app.Coder, error) { return bulletinPlan(), nil }}})
	t.Cleanup(a.Close)
	w := &world{App: a, t: t, db: base.db, clock: base.clock}
	doc := must(w.Read(t.Context(), app.ReadRequest{Text: "Chișinău 🎉. " + bulletin, Suggest: true}))(t)
	must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{find(t, doc, "stance", "MDA").Record.Ref}, Status: "rejected", Why: "it spoke"}))(t)
	must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{find(t, doc, "vote-claim", "KAZ").Record.Ref}, Status: "accepted"}))(t)
	doubted := find(t, doc, "stance", "ARM")
	edited := strings.Replace(string(doubted.Record.Body), `"against"`, `"leaning-against"`, 1)
	must(w.Edit(t.Context(), doubted.Record.Ref, 1, app.EditRequest{Body: json.RawMessage(edited), Status: "accepted"}))(t)
	must(w.code(doc, doubt, "BLR", "with"))(t)
	return w, doc, out
}

func TestWhatPeopleDecidedGoesOutAsTraining(t *testing.T) {
	w, doc, _ := decidedWorld(t)
	var out bytes.Buffer
	name := must(w.Export(t.Context(), app.ExportTraining, nil, &out))(t)
	if name != "training.jsonl" {
		t.Errorf("named %s", name)
	}
	got := map[string]app.ExportLine{}
	for text := range strings.Lines(out.String()) {
		var line app.ExportLine
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if doc.Text[line.Start:line.End] != line.Sentence {
			t.Errorf("%q is not at its place", line.Sentence)
		}
		got[line.Decision] = line
	}
	if len(got) != 4 || strings.Count(out.String(), "\n") != 4 {
		t.Fatalf("%s", out.String())
	}
	if e := got["edited"]; !strings.Contains(string(e.Suggested), `"against"`) || !strings.Contains(string(e.Body), `"leaning-against"`) || e.Step != "stances" || e.Version != "t-1" || e.Confidence != .85 {
		t.Errorf("edited: %+v", e)
	}
	if r := got["rejected"]; r.Why != "it spoke" || r.Sentence != silence || r.Who != "ana" {
		t.Errorf("rejected: %+v", r)
	}
	if a := got["added"]; a.Suggested != nil || a.Step != "" {
		t.Errorf("added: %+v", a)
	}
	if _, err := w.Export(t.Context(), "pictures", nil, &out); code(err) != app.Malformed {
		t.Errorf("%v", err)
	}
	if _, err := w.Export(t.Context(), app.ExportTraining, []string{"none"}, &out); code(err) != app.NotFound {
		t.Errorf("%v", err)
	}
}

// Selectors of the Web Annotations find the words again: by code points, and by the quote with what stands around it.
func TestAnnotationsFindTheirWords(t *testing.T) {
	w, doc, _ := decidedWorld(t)
	var out bytes.Buffer
	must(w.Export(t.Context(), app.ExportAnnotations, []string{doc.Head.Hash}, &out))(t)
	var page struct {
		Type  string
		Items []struct {
			Type, Motivation string
			Target           struct {
				Source   string
				Selector []struct {
					Type                  string
					Exact, Prefix, Suffix string
					Start, End            int
				}
			}
		}
	}
	if err := json.Unmarshal(out.Bytes(), &page); err != nil || page.Type != "AnnotationPage" || len(page.Items) != 4 {
		t.Fatalf("%v %s", err, out.String())
	}
	runes := []rune(doc.Text)
	for _, item := range page.Items {
		quote, at := item.Target.Selector[0], item.Target.Selector[1]
		if item.Type != "Annotation" || quote.Type != "TextQuoteSelector" || at.Type != "TextPositionSelector" || string(runes[at.Start:at.End]) != quote.Exact ||
			!strings.Contains(doc.Text, quote.Prefix+quote.Exact+quote.Suffix) || utf8.RuneCountInString(quote.Prefix) > 32 || !strings.HasPrefix(item.Target.Source, "urn:sha256:") {
			t.Errorf("%+v", item)
		}
	}
}

func TestDNAHasTheAcceptedStances(t *testing.T) {
	w, _, out := decidedWorld(t)
	must(w.Export(t.Context(), app.ExportDNA, nil, io.Discard))(t)
	if len(out.Documents) != 1 || len(out.Documents[0].Statements) != 1 {
		t.Fatalf("%+v", out)
	}
	s := out.Documents[0].Statements[0]
	if s.Organization != "Armenia" || s.Agreement || s.Concept == "" || s.Start >= s.End {
		t.Errorf("%+v", s)
	}
	if base := coderWorld(t, "t-1", bulletinPlan()); true {
		if _, err := base.Export(t.Context(), app.ExportDNA, nil, io.Discard); code(err) != app.Invalid {
			t.Errorf("without a writer: %v", err)
		}
	}
}
