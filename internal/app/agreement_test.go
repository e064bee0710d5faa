package app_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"orrery/internal/app"
)

// twoCoders is a document of n sentences on the residence in which ana and ben code a stance each, and differ on every fifth.
func twoCoders(t *testing.T, n int) (*world, app.DocumentView) {
	t.Helper()
	w := coderWorld(t, "t-1", &planned{})
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "Armenia spoke of it for the %d time. Nothing was said here %d. ", i, i)
	}
	doc := w.read(text.String())
	for i := range n {
		words := fmt.Sprintf("Armenia spoke of it for the %d time.", i)
		for _, who := range []string{"ana", "ben"} {
			position := []string{"with", "neutral", "against"}[i%3]
			if i%5 == 0 && who == "ben" {
				position = []string{"neutral", "against", "with"}[i%3]
			}
			start := strings.Index(doc.Text, words)
			body, err := json.Marshal(map[string]any{"item": "residence-drones-2025", "actor": "ARM", "position": position, "form": "statement", "summary": "Said so."})
			if err != nil {
				t.Fatal(err)
			}
			rec := must(w.Code(t.Context(), app.CodeRequest{Kind: "stance", Document: doc.Head.Hash, Start: start, End: start + len(words), Body: body, Who: who}))(t)
			if rec.Coder.Name != who || rec.Who != who {
				t.Fatalf("coded by %+v", rec.Coder)
			}
		}
	}
	return w, doc
}

func TestAgreementOfTwoCoders(t *testing.T) {
	w, doc := twoCoders(t, 40)
	blind := must(w.DocumentFor(t.Context(), app.Scope{}, doc.Head.Hash, "ben"))(t)
	if len(blind.Records) != 40 || blind.Blind != "ben" {
		t.Errorf("ben sees %d records", len(blind.Records))
	}
	for _, one := range blind.Records {
		if one.Record.Coder.Name != "ben" {
			t.Fatalf("ben sees a record of %s", one.Record.Coder.Name)
		}
	}
	v := must(w.Agreement(t.Context(), app.Scope{}, app.AgreementAsk{}))(t)
	if v.Documents != 1 || len(v.Coders) != 2 || v.Sentences != 80 {
		t.Fatalf("%d documents, %d sentences, %+v", v.Documents, v.Sentences, v.Coders)
	}
	rows := map[string]app.AgreementRow{}
	for _, row := range v.Rows {
		rows[row.Kind] = row
	}
	stances, positions := rows["stance"], rows["positions"]
	if stances.Alpha == nil || stances.Units != 80 || stances.Coded != 40 || stances.Same != 32 || stances.Low == nil || *stances.Low >= *stances.Alpha || *stances.High <= *stances.Alpha || *stances.Alpha < .7 || *stances.Alpha > .95 {
		t.Errorf("stances %+v", stances)
	}
	if positions.Metric != "ordinal" || positions.Units != 40 || positions.Alpha == nil {
		t.Errorf("positions %+v", positions)
	}
	if len(v.Disagreements) != 8 {
		t.Fatalf("%d disagreements, want 8", len(v.Disagreements))
	}
	one := v.Disagreements[0]
	if len(one.Sides) != 2 || one.Sides[0].Value == one.Sides[1].Value || one.Settled || !strings.HasPrefix(one.Sentence, "Armenia spoke") || len(one.Sides[0].Records) != 1 {
		t.Errorf("%+v", one)
	}
	done := must(w.Adjudicate(t.Context(), app.AdjudicateRequest{Unit: one.Unit, Choose: []string{"ben"}, Why: "heard it again"}))(t)
	if len(done.Changed) != 2 || done.Text != "Adjudicated: 1 accepted, 1 rejected." {
		t.Errorf("%+v", done)
	}
	after := must(w.Agreement(t.Context(), app.Scope{}, app.AgreementAsk{}))(t)
	if !after.Disagreements[0].Settled || *after.Rows[0].Alpha != *v.Rows[0].Alpha {
		t.Errorf("adjudication changed what was coded: alpha %v and %v, settled %t", *v.Rows[0].Alpha, *after.Rows[0].Alpha, after.Disagreements[0].Settled)
	}
	must(w.Undo(t.Context(), done.ID, "", ""))(t)
	if _, err := w.Adjudicate(t.Context(), app.AdjudicateRequest{Unit: one.Unit, Choose: []string{"carl"}}); code(err) != app.Invalid {
		t.Errorf("a stranger was chosen: %v", err)
	}
	if _, err := w.Adjudicate(t.Context(), app.AdjudicateRequest{Unit: "nowhere"}); code(err) != app.Malformed {
		t.Errorf("%v", err)
	}
	alone := must(w.Agreement(t.Context(), app.Scope{}, app.AgreementAsk{Coders: []string{"ana"}}))(t)
	if alone.Documents != 0 || alone.Rows[0].Alpha != nil || !strings.Contains(alone.Text, "nothing to compare") {
		t.Errorf("%+v", alone)
	}
}

func TestFewUnitsGiveNoAlpha(t *testing.T) {
	w, _ := twoCoders(t, 6)
	v := must(w.Agreement(t.Context(), app.Scope{}, app.AgreementAsk{}))(t)
	for _, row := range v.Rows {
		if row.Alpha != nil || row.Enough || !strings.Contains(row.Text, "Not enough evidence") {
			t.Errorf("%+v", row)
		}
	}
}
