package app_test

import (
	"slices"
	"testing"

	"orrery/internal/app"
)

func TestTheQueueBeginsWithWhatWouldChangeMost(t *testing.T) {
	w := coderWorld(t, "t-1", bulletinPlan())
	if q := must(w.Queue(t.Context(), app.Scope{}, app.QueueAsk{}))(t); q.Total != 0 || q.Sentence.String() != "No suggestion waits." {
		t.Errorf("%+v", q)
	}
	doc := must(w.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	other := w.read(interview)
	q := must(w.Queue(t.Context(), app.Scope{}, app.QueueAsk{}))(t)
	if q.Total != 6 || len(q.Rows) != 6 || q.Documents != 1 {
		t.Fatalf("%d of %d", len(q.Rows), q.Total)
	}
	if first := q.Rows[0]; first.Coded.Suggestion.Impact != "conflict" || first.Document.Hash != doc.Head.Hash || first.Coded.Spans[0].Exact == "" {
		t.Errorf("first is %+v", first)
	}
	if last := q.Rows[5]; last.Coded.Record.Kind != "vote-claim" { // the surest of all, and it changes nothing
		t.Errorf("last is %+v", last.Coded.Record)
	}
	if !slices.IsSortedFunc(q.Rows, func(a, b app.QueueRow) int { return cmpDown(a.Coded.Suggestion.Rank, b.Coded.Suggestion.Rank) }) {
		t.Error("not by rank")
	}
	for _, c := range q.Impacts {
		opened := must(w.Trace(t.Context(), app.Scope{}, "suggestions|"+c.Name, ""))(t)
		if opened.Total != c.N {
			t.Errorf("%s: %d, and it opens to %d", c.Name, c.N, opened.Total)
		}
	}
	if v := must(w.Queue(t.Context(), app.Scope{}, app.QueueAsk{Kind: "stance", Least: .87}))(t); v.Total != 1 {
		t.Errorf("stances of .87 and more: %d", v.Total)
	}
	if v := must(w.Queue(t.Context(), app.Scope{}, app.QueueAsk{Document: other.Head.Hash}))(t); v.Total != 0 {
		t.Errorf("in the other document: %d", v.Total)
	}
	open := must(w.Documents(t.Context(), app.Scope{}, "open", ""))(t)
	if len(open.Documents) != 1 || open.Documents[0].Hash != doc.Head.Hash || open.Documents[0].Open != 6 {
		t.Errorf("documents with open suggestions: %+v", open.Documents)
	}
	// An accepted answer takes the conflict's place; a decided suggestion leaves the queue.
	must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{q.Rows[0].Coded.Record.Ref}, Status: "rejected"}))(t)
	if v := must(w.Queue(t.Context(), app.Scope{}, app.QueueAsk{}))(t); v.Total != 5 {
		t.Errorf("after one decision: %d", v.Total)
	}
}

func cmpDown(a, b float64) int {
	switch {
	case a > b:
		return -1
	case a < b:
		return 1
	}
	return 0
}
