package app_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
)

// A run on reports opens to the reports, and a report to its fields, its publisher and those that may be about the same thing.
func TestEveryNumberOfReportsOpens(t *testing.T) {
	s := stateLedger(t)
	s.register(strings.Replace(sameRule, "lag: 1", "triggers_from: made\nresponses_from: made\nlag: 1", 1))
	s.clock.Advance(time.Hour)
	var list []store.EventReport
	for i, one := range sayings(3) {
		r := one.report()
		r.Publisher, r.Line, r.Label, r.Code = "the made wire", i+2, "an act", "057"
		list = append(list, r)
	}
	twin := list[1]
	twin.Key, twin.Link, list[1].Link = "twin", 7, 7
	twin.Publisher = "another wire"
	s.putSet("made", "register", append(list, twin))
	run := s.run("same")
	opens(t, s.App, run)
	if run.Result.P == nil || len(run.Events) == 0 || !strings.HasPrefix(run.Events[0].Trace, "report|made|") || run.Events[0].Summary == "" || run.Rule.Sets[0] != "made" {
		t.Fatalf("%s %v %+v", run.Sentence, run.Rule.Sets, run.Events)
	}
	for _, n := range run.Numbers {
		if n.Name != "days" {
			continue
		}
		if v := must(s.Trace(t.Context(), app.Scope{}, n.Trace, ""))(t); v.Total != 1 || v.Rows[0].Kind != "file" || !strings.Contains(v.Rows[0].Label, "made.csv, complete on 2000-01-01 to 2015-12-31") {
			t.Errorf("the days rest on %+v", v.Rows)
		}
	}
	v := must(s.Trace(t.Context(), app.Scope{}, "report|made|"+list[1].Key, ""))(t)
	if v.Total != 2 || len(v.Rows) != 2 || v.Rows[1].Ref != "report:made/twin" || v.Rows[0].Evidence[0].Source.Publisher != "the made wire" || !strings.Contains(v.Rows[0].Why, "Line 3 of made.csv") {
		t.Errorf("%+v", v)
	}
	var body map[string]any
	if err := json.Unmarshal(v.Rows[0].Body, &body); err != nil || body["label"] != "an act" || body["publisher"] != "the made wire" || body["day"] != list[1].Day.String() {
		t.Errorf("%v %v", body, err)
	}
	alone := must(s.Trace(t.Context(), app.Scope{}, "report|made|"+list[0].Key, ""))(t)
	if alone.Total != 1 || !strings.Contains(alone.Rule, "No other report") {
		t.Errorf("%+v", alone)
	}
	// A set that is taken away leaves the run as it was told, and says that its reports cannot be shown.
	must(s.DropDataSet(t.Context(), "made"))(t)
	page := must(s.RulePage(t.Context(), app.Scope{}, "same", ""))(t)
	if page.Run.Sentence.String() != run.Sentence.String() || len(page.Run.Events) != 0 || !strings.Contains(strings.Join(page.Run.Notes, " "), "cannot be shown any more") {
		t.Errorf("%s %q", page.Run.Sentence, page.Run.Notes)
	}
}

// The card of the home screen counts the rules by their labels, and opens to them.
func TestTheHomeCardTellsTheRules(t *testing.T) {
	w := postSoviet(t)
	card := func() app.Card { return must(w.Home(t.Context(), app.Scope{}, time.Time{}))(t).Cards[2] }
	if got := card(); got.Ready || !strings.HasPrefix(got.Sentence.String(), "5 rules stand in the ledger and none was ever run.") {
		t.Errorf("%t %s", got.Ready, got.Sentence)
	}
	for _, slug := range []string{"migrants-after-arrest-of-russians", "control-other-capitals"} {
		must(w.RunRule(t.Context(), app.RuleAsk{Slug: slug, Seed: 1}))(t)
	}
	got := card()
	if !got.Ready || !strings.HasPrefix(got.Sentence.String(), "Of 2 rules that were run, none is more than “coincidence not excluded”; 3 were never run.") {
		t.Errorf("%t %s", got.Ready, got.Sentence)
	}
	for i, want := range map[int]int{1: 2, 3: 3} {
		if v := must(w.Trace(t.Context(), app.Scope{}, got.Sentence[i].Trace, ""))(t); v.Total != want || v.Rows[0].Kind != "rule" {
			t.Errorf("%+v opens to %d", got.Sentence[i], v.Total)
		}
	}
}

// Two sets may use the same keys: each side of a run is told from its own.
func TestTwoSetsWithTheSameKeys(t *testing.T) {
	s := stateLedger(t)
	s.register(strings.Replace(sameRule, "lag: 1", "triggers_from: steps\nresponses_from: measures\nlag: 1", 1))
	s.clock.Advance(time.Hour)
	var steps, measures []store.EventReport
	for _, one := range sayings(3) {
		list := &measures
		if one.kind == ledger.EventCooperate {
			list = &steps
		}
		r := one.report()
		r.Key, r.Label = strconv.Itoa(len(*list)), "an act of "+one.by
		*list = append(*list, r)
	}
	s.putSet("steps", "register", steps)
	s.putSet("measures", "register", measures)
	run := s.run("same")
	words := map[[2]string]string{}
	for _, e := range run.Events {
		if e.Trace != "report|"+e.Set+"|"+e.Key {
			t.Errorf("%+v", e)
		}
		words[[2]string{e.Set, e.Key}] = e.Summary
	}
	twice := 0
	for _, c := range run.Result.Triggers {
		if got := words[[2]string{run.From.Triggers, app.CaseKey(c.ID)}]; !strings.Contains(got, "→ TUR") {
			t.Errorf("trigger %s: %q", c.ID, got)
		}
	}
	for _, c := range run.Result.Responses {
		if got := words[[2]string{run.From.Responses, app.CaseKey(c.ID)}]; !strings.HasPrefix(got, "RUS →") {
			t.Errorf("response %s: %q", c.ID, got)
		}
		if words[[2]string{"steps", app.CaseKey(c.ID)}] != "" {
			twice++
		}
	}
	if twice == 0 || len(run.Result.Triggers) == 0 {
		t.Error("no key stands on both sides: nothing was tested")
	}
}
