package app_test

import (
	"strings"
	"testing"

	"orrery/internal/app"
)

func TestAcceptingAnEpisodeAcceptsItsEventsAndCanBeTakenBack(t *testing.T) {
	w := coderWorld(t, "t-1", bulletinPlan())
	before := must(w.Pressure(t.Context(), app.Scope{}, "RUS", "KGZ"))(t)
	doc := must(w.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	pair, step := find(t, doc, "episode", "Milk after drones"), find(t, doc, "event", "school")
	done := must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{pair.Record.Ref}, Status: "accepted", Why: "read it", Who: "ben"}))(t)
	also := 0
	for _, one := range done.Changed {
		if one.From != "draft" || one.To != "accepted" || one.Rev != 2 {
			t.Errorf("%+v", one)
		}
		if one.Also {
			also++
		}
	}
	if len(done.Changed) != 3 || also != 2 || done.Who != "ben" || !strings.Contains(done.Text, "3 records accepted; 2 of them because the episode stands on them") {
		t.Fatalf("%+v", done)
	}
	after := must(w.Pressure(t.Context(), app.Scope{}, "RUS", "KGZ"))(t)
	if len(after.Episodes) != len(before.Episodes)+1 {
		t.Errorf("%d episodes before, %d after", len(before.Episodes), len(after.Episodes))
	}
	for _, e := range after.Episodes {
		if e.Name == "Milk after drones" && (e.Shape != "pair" || len(e.Triggers) != 1 || len(e.Responses) != 1 || len(e.Missing) > 0 || e.Link != "asserted") {
			t.Errorf("the pair on Pressure: %+v", e)
		}
	}
	back := must(w.Undo(t.Context(), done.ID, "", ""))(t)
	if len(back.Changed) != 3 || back.Changed[0].To != "draft" || back.Who != "ana" {
		t.Errorf("%+v", back)
	}
	if now := must(w.Pressure(t.Context(), app.Scope{}, "RUS", "KGZ"))(t); len(now.Episodes) != len(before.Episodes) {
		t.Errorf("%d episodes after taking it back", len(now.Episodes))
	}
	if _, err := w.Undo(t.Context(), done.ID, "", ""); code(err) != app.Stale {
		t.Errorf("taken back twice: %v", err)
	}
	again := must(w.Undo(t.Context(), back.ID, "", ""))(t) // taking the taking back back
	if len(again.Changed) != 3 || again.Changed[0].To != "accepted" {
		t.Errorf("%+v", again)
	}
	one := must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{find(t, doc, "stance", "MDA").Record.Ref}, Status: "rejected"}))(t)
	must(w.Edit(t.Context(), one.Changed[0].Ref, 2, app.EditRequest{Status: "accepted"}))(t)
	if _, err := w.Undo(t.Context(), one.ID, "", ""); code(err) != app.Stale {
		t.Errorf("taken back over somebody's edit: %v", err)
	}
	for _, id := range []string{"", "d-1", "d-zz-1-1-1", "d--1-1-1-1", step.Record.Ref} {
		if _, err := w.Undo(t.Context(), id, "", ""); code(err) != app.NotFound {
			t.Errorf("decision %q: %v", id, err)
		}
	}
}

func code(err error) app.ErrorCode {
	if e, ok := app.Explain(err); ok {
		return e.Code
	}
	return ""
}

func TestDecisionsThatAreRefused(t *testing.T) {
	w := coderWorld(t, "t-1", bulletinPlan())
	doc := must(w.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	pair, step, doubted := find(t, doc, "episode", "Milk after drones"), find(t, doc, "event", "school"), find(t, doc, "stance", "ARM")
	must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{step.Record.Ref}, Status: "rejected"}))(t)
	for name, c := range map[string]struct {
		req  app.DecideRequest
		code app.ErrorCode
	}{
		"an episode on a rejected event": {app.DecideRequest{Refs: []string{doubted.Record.Ref, pair.Record.Ref}, Status: "accepted"}, app.Invalid},
		"a document":                     {app.DecideRequest{Refs: []string{"document:" + doc.Head.Hash}, Status: "rejected"}, app.Invalid},
		"a quote":                        {app.DecideRequest{Refs: []string{"quote:" + doubted.Spans[0].Quote}, Status: "rejected"}, app.Invalid},
		"a status":                       {app.DecideRequest{Refs: []string{doubted.Record.Ref}, Status: "superseded"}, app.Invalid},
		"nothing":                        {app.DecideRequest{Status: "accepted"}, app.Malformed},
		"an unknown record":              {app.DecideRequest{Refs: []string{"stance:nowhere"}, Status: "accepted"}, app.NotFound},
	} {
		if _, err := w.Decide(t.Context(), c.req); code(err) != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
	if now := must(w.Record(t.Context(), app.Scope{}, doubted.Record.Ref))(t); now.Status != "draft" {
		t.Errorf("half of a refused decision was written: %s", now.Status)
	}
	same := must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{step.Record.Ref}, Status: "rejected"}))(t)
	if same.ID != "" || len(same.Changed) != 0 || len(same.Same) != 1 {
		t.Errorf("%+v", same)
	}
}
