package app_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"orrery/internal/app"
	"orrery/ledger"
)

// What is done is in the ledger: work that was stopped goes on where it was, and reads nothing twice.
func TestSuggestingManyCanBeStoppedAndGoesOn(t *testing.T) {
	p := bulletinPlan()
	w := coderWorld(t, "t-1", p)
	for i := range 5 {
		w.read(fmt.Sprintf("Edition %d. %s", i, bulletin))
	}
	ctx, stop := context.WithCancel(t.Context())
	first, err := w.SuggestAll(ctx, nil, func(done, total int) {
		if total != 5 {
			t.Errorf("%d of %d", done, total)
		}
		if done == 2 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || len(first) != 2 || p.reads != 2 {
		t.Fatalf("%v, %d reports, %d reads", err, len(first), p.reads)
	}
	if v := must(w.SuggestStatus(t.Context()))(t); v.Documents != 5 || v.Read != 2 || v.Open != 12 || v.Running {
		t.Errorf("%+v", v)
	}
	rest := must(w.SuggestAll(t.Context(), nil, nil))(t)
	if len(rest) != 3 || p.reads != 5 {
		t.Errorf("%d reports, %d reads", len(rest), p.reads)
	}
	if v := must(w.SuggestStatus(t.Context()))(t); v.Read != 5 || v.Open != 30 {
		t.Errorf("%+v", v)
	}
	if again := must(w.SuggestAll(t.Context(), nil, nil))(t); len(again) != 0 {
		t.Errorf("%d read again", len(again))
	}
	if _, err := w.SuggestMany(t.Context(), app.SuggestRequest{Documents: []string{"none"}}); code(err) != app.NotFound {
		t.Errorf("%v", err)
	}
}

// A suggestion that answers no known item waits for an edit: it cannot be accepted as it is.
func TestAStanceOnAnUnknownItemIsNotAccepted(t *testing.T) {
	p := bulletinPlan()
	p.plans = p.plans[4:5]
	s := *p.plans[0].body.(*ledger.Stance)
	s.Item = "new:something"
	p.plans[0].body = &s
	w := coderWorld(t, "t-1", p)
	doc := must(w.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	one := find(t, doc, "stance", "ARM")
	if one.Suggestion.Impact != "other" || one.Suggestion.ImpactText == "" {
		t.Errorf("%+v", one.Suggestion)
	}
	if _, err := w.Decide(t.Context(), app.DecideRequest{Refs: []string{one.Record.Ref}, Status: "accepted"}); code(err) != app.Invalid {
		t.Errorf("%v", err)
	}
	must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{one.Record.Ref}, Status: "rejected"}))(t)
}
