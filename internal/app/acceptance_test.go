package app_test

import (
	"strings"
	"testing"

	"orrery/internal/app"
)

// A rule runs only while a person has it switched on; each acceptance names it; a change switches it off.
func TestRulesOfAcceptance(t *testing.T) {
	w := coderWorld(t, "t-1", bulletinPlan())
	doc := must(w.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	rule := must(w.PutAcceptanceRule(t.Context(), "sure-votes", 0, app.AcceptanceRequest{Title: "Votes that agree", Kinds: []string{"vote-claim"}, Checks: []string{"agrees"}, Least: .9}))(t)
	if rule.On || rule.Rev != 1 || rule.SwitchedBy != "" {
		t.Errorf("a new rule: %+v", rule)
	}
	trial := must(w.TryAcceptanceRule(t.Context(), app.Scope{}, "sure-votes"))(t)
	if trial.Total != 1 || len(trial.Examples) != 1 || trial.Examples[0].Coded.Record.Kind != "vote-claim" || len(trial.Precision) != 1 || trial.Precision[0].Share != nil || !strings.Contains(trial.Text, "switched off") {
		t.Errorf("%+v", trial)
	}
	if _, err := w.ApplyAcceptanceRule(t.Context(), "sure-votes", ""); code(err) != app.Invalid {
		t.Errorf("a rule that is off was applied: %v", err)
	}
	on := must(w.SwitchAcceptanceRule(t.Context(), "sure-votes", app.SwitchRequest{On: true, Who: "ben"}))(t)
	if !on.On || on.SwitchedBy != "ben" || on.SwitchedAt == "" || on.Rev != 2 {
		t.Errorf("%+v", on)
	}
	done := must(w.ApplyAcceptanceRule(t.Context(), "sure-votes", ""))(t)
	claim := must(w.Record(t.Context(), app.Scope{}, find(t, doc, "vote-claim", "KAZ").Record.Ref))(t)
	if len(done.Changed) != 1 || claim.Status != "accepted" || claim.Why != "rule:sure-votes" || claim.Coder.Name != "orrery" {
		t.Errorf("%+v %+v", done, claim)
	}
	if list := must(w.AcceptanceRules(t.Context(), app.Scope{}))(t); len(list.Rules) != 1 || list.Rules[0].Accepted != 1 {
		t.Errorf("%+v", list)
	}
	must(w.Undo(t.Context(), done.ID, "", ""))(t)
	// What comes in while it is on is accepted at once.
	next := must(w.Read(t.Context(), app.ReadRequest{Text: "Another day. " + bulletin, Suggest: true}))(t)
	if got := find(t, next, "vote-claim", "KAZ").Record; got.Status != "accepted" || got.Why != "rule:sure-votes" {
		t.Errorf("%+v", got)
	}
	if next.Head.Open != 5 {
		t.Errorf("%d open, want 5: the rule takes only what it names", next.Head.Open)
	}
	changed := must(w.PutAcceptanceRule(t.Context(), "sure-votes", 2, app.AcceptanceRequest{Title: "Votes", Kinds: []string{"vote-claim"}, Least: .5}))(t)
	if changed.On {
		t.Error("a changed rule is still on")
	}
	if _, err := w.PutAcceptanceRule(t.Context(), "sure-votes", 2, app.AcceptanceRequest{Title: "Late", Least: .5}); code(err) != app.Stale {
		t.Errorf("an old revision: %v", err)
	}
	if _, err := w.PutAcceptanceRule(t.Context(), "all", 0, app.AcceptanceRequest{Title: "All"}); code(err) != app.Invalid {
		t.Errorf("a rule that accepts everything: %v", err)
	}
	if _, err := w.TryAcceptanceRule(t.Context(), app.Scope{}, "nowhere"); code(err) != app.NotFound {
		t.Errorf("%v", err)
	}
}

// A rule accepts what it names and nothing beside: an episode whose events no rule accepts waits for a person, and so do its events. One
// whose trigger was rejected leaves the other event alone too.
func TestARuleForEpisodesAcceptsNoEvents(t *testing.T) {
	w := coderWorld(t, "t-1", bulletinPlan())
	doc := must(w.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	must(w.PutAcceptanceRule(t.Context(), "pairs", 0, app.AcceptanceRequest{Title: "Pairs", Kinds: []string{"episode"}, Least: .5}))(t)
	must(w.SwitchAcceptanceRule(t.Context(), "pairs", app.SwitchRequest{On: true}))(t)
	if done := must(w.ApplyAcceptanceRule(t.Context(), "pairs", ""))(t); len(done.Changed) != 0 {
		t.Errorf("accepted %+v", done.Changed)
	}
	must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{find(t, doc, "event", "milk").Record.Ref}, Status: "rejected"}))(t)
	if done := must(w.ApplyAcceptanceRule(t.Context(), "pairs", ""))(t); len(done.Changed) != 0 {
		t.Errorf("with a rejected event accepted %+v", done.Changed)
	}
	must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{find(t, doc, "event", "milk").Record.Ref, find(t, doc, "event", "school").Record.Ref}, Status: "accepted"}))(t)
	if done := must(w.ApplyAcceptanceRule(t.Context(), "pairs", ""))(t); len(done.Changed) != 1 || done.Changed[0].Kind != "episode" {
		t.Errorf("on accepted events accepted %+v", done.Changed)
	}
}

// A rule for episodes and events takes the events for themselves.
func TestARuleForEpisodesAndEvents(t *testing.T) {
	w := coderWorld(t, "t-1", bulletinPlan())
	must(w.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	must(w.PutAcceptanceRule(t.Context(), "pairs", 0, app.AcceptanceRequest{Title: "Pairs", Kinds: []string{"episode", "event"}, Least: .5}))(t)
	must(w.SwitchAcceptanceRule(t.Context(), "pairs", app.SwitchRequest{On: true}))(t)
	done := must(w.ApplyAcceptanceRule(t.Context(), "pairs", ""))(t)
	if len(done.Changed) != 3 {
		t.Fatalf("accepted %+v", done.Changed)
	}
	for _, one := range done.Changed {
		if one.Also {
			t.Errorf("%s was accepted beside", one.Ref)
		}
	}
}
