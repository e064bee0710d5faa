package app_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"orrery/internal/app"
	"orrery/internal/coding"
	"orrery/internal/coding/knowledge"
	sense "orrery/internal/coding/reading"
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

// faultyCoder is a coder that breaks on every text.
type faultyCoder struct{}

func (faultyCoder) Code(context.Context, *sense.Document, coding.Options) (*coding.Result, error) {
	return nil, errors.New("a fault of its own")
}

// A text that the coder breaks on is kept, and says so; of many, the others are read.
func TestACoderThatBreaksTakesNothingWithIt(t *testing.T) {
	base := coderWorld(t, "t-1", bulletinPlan())
	a := app.New(app.Config{Store: base.db, Now: base.clock.Now, Version: "test", Who: "ana", Coding: app.Coding{Version: "t-1", New: func(*knowledge.Region) (app.Coder, error) { return faultyCoder{}, nil }}})
	t.Cleanup(a.Close)
	doc := must(a.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	if !doc.Created || len(doc.Records) != 0 || !strings.Contains(strings.Join(doc.Notes, " "), "a fault of its own") {
		t.Errorf("%+v", doc.Notes)
	}
	reports := must(a.SuggestAll(t.Context(), nil, nil))(t)
	if len(reports) != 1 || reports[0].Run != "" || len(reports[0].Refused) != 1 {
		t.Errorf("%+v", reports)
	}
	if v := must(a.SuggestStatus(t.Context()))(t); len(v.Failed) != 1 || v.Read != 0 {
		t.Errorf("%+v", v)
	}
}
