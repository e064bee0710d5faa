package app_test

import (
	"strings"
	"testing"
	"time"

	"orrery/casebook/postsoviet"
	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// The casebook's rules: cases, a table of which three cells are unknown, no ratio, no p, one label; every figure
// opens to as many rows as it says.
func TestRulesOfTheCasebook(t *testing.T) {
	w := postSoviet(t)
	list := must(w.Rules(t.Context(), app.Scope{}))(t)
	if len(list.Rules) != 5 || list.Family != 0 {
		t.Fatalf("%d rules, family %d", len(list.Rules), list.Family)
	}
	for i, v := range list.Rules {
		if v.Standing != "exploratory" || v.Registered == "" || !strings.Contains(v.Why[0], "knowing the outcome") {
			t.Errorf("%s: %s %v", v.Slug, v.Standing, v.Why)
		}
		run := must(w.RunRule(t.Context(), app.RuleAsk{Slug: v.Slug, Seed: 1}))(t)
		res := run.Result
		if res.Label != coincide.NotExcluded || res.P != nil || res.Ratio.Verdict.Text != coincide.NotEstimable || res.Testing.OK || res.Base.PerYear != nil || run.Family.Run != i+1 {
			t.Errorf("%s: %s %+v %+v %+v", v.Slug, res.Label, res.P, res.Ratio, run.Family)
		}
		if f := res.FourFold; !f.InWith.Known || f.InWithout.Known || f.OutWith.Known || f.OutWithout.Known {
			t.Errorf("%s: %+v", v.Slug, f)
		}
		if !strings.Contains(run.Denominator, "found by looking for known ones") || !strings.Contains(run.Sentence.String(), "coincidence not excluded") ||
			!strings.Contains(run.Sentence.String(), "no searched non-responses") && !strings.Contains(run.Sentence.String(), "nobody searched") {
			t.Errorf("%s: %s %s", v.Slug, run.Sentence, run.Denominator)
		}
		if len(res.Triggers) == 0 || len(res.Responses) == 0 {
			t.Errorf("%s speaks of nothing: %d triggers, %d responses", v.Slug, len(res.Triggers), len(res.Responses))
		}
		for _, f := range run.Figures {
			because := must(w.Trace(t.Context(), app.Scope{}, f.Trace, ""))(t)
			if because.Total != int(f.N) || f.N > 0 && len(because.Rows) == 0 {
				t.Errorf("%s: %s is %d and opens to %d", v.Slug, f.Name, f.N, because.Total)
			}
		}
		again := must(w.RunRule(t.Context(), app.RuleAsk{Slug: v.Slug, Seed: 1}))(t)
		if again.Receipt != run.Receipt || again.Family != run.Family {
			t.Errorf("%s: the same run again: %+v, %+v", v.Slug, run.Receipt, again.Receipt)
		}
	}
}

// The claim of an interview: one step, one measure. It is a pair, and the purchase of 2021, to which no
// measure is known, stands beside it.
func TestOnePairIsNoPattern(t *testing.T) {
	w := postSoviet(t)
	act := func(slug, when, by, to string, kind ledger.EventType, mode, context, means string) store.Change {
		return store.Change{Kind: ledger.KindEvent, Status: ledger.Accepted, Coder: ledger.Coder{Kind: ledger.CoderPerson, Name: "ana"}, Why: "as claimed",
			Body: &ledger.Event{Slug: slug, When: ledger.MustDate(when), By: []string{by}, To: []string{to}, Type: kind, Mode: mode, Contexts: []string{context}, Instrument: means, Summary: slug, Credibility: 4}}
	}
	if _, err := w.db.Append(t.Context(), "ana", []store.Change{
		act("training", "2025-09-10", "KGZ", "TUR", ledger.EventCooperate, "", "military", "arms-purchase"),
		act("restriction", "2025-09-25", "RUS", "KGZ", ledger.EventSanction, "discontinue", "economic", "import-ban"),
	}); err != nil {
		t.Fatal(err)
	}
	const rule = `rule: bayraktar
title: Farm imports after drones
hub: RUS
trigger: actor=state target=TUR context=military
response: actor=hub target=state instrument=import-ban,sanitary-ban
dyads: [RUS/KGZ]
window: P60D
from: 2015
to: 2026-10
`
	must(w.RegisterRule(t.Context(), "bayraktar.yml", []byte(rule)))(t)
	run := must(w.RunRule(t.Context(), app.RuleAsk{Slug: "bayraktar", Seed: 1}))(t)
	if !strings.HasPrefix(run.Sentence.String(), "1 pair, no searched non-responses: coincidence not excluded") || len(run.Result.Pairs) != 1 {
		t.Errorf("%s %+v", run.Sentence, run.Result.Pairs)
	}
	var without []string
	for _, c := range run.Result.Triggers {
		if c.Fate != coincide.Answered {
			without = append(without, c.ID)
		}
	}
	if got := strings.Join(without, " "); got != "20211021-kgz-tur-drones-order@KGZ 20211218-kgz-tur-drones-service@KGZ" {
		t.Errorf("without a known response: %s", got)
	}
}

// Days that somebody declares as searched do not turn the casebook's cases into a test, however early the rule was registered.
func TestASearchLogDoesNotMakeATestOfTheCasebook(t *testing.T) {
	w := empty(t)
	actors := []store.Change{}
	for _, code := range []string{"RUS", "GEO", "MDA", "UKR"} {
		actors = append(actors, store.Change{Kind: ledger.KindActor, Status: ledger.Accepted, Coder: ledger.Coder{Kind: ledger.CoderPerson, Name: "ana"}, Why: "first",
			Body: &ledger.Actor{Code: code, Type: ledger.ActorState, Names: map[string]string{"en": code}}})
	}
	must(w.db.Append(t.Context(), "ana", actors))(t)
	const rule = `rule: quarrels
title: Measures after steps
hub: RUS
trigger: actor=state target=hub
response: type=SANCTION,COERCE,THREATEN actor=hub target=state
dyads: [RUS/GEO, RUS/MDA, RUS/UKR]
window: P60D
from: 1992
to: 2025
searched:
  - by: Ana
    where: everywhere
    from: 1992-01-01
    to: 2025-12-31
`
	if got := must(w.RegisterRule(t.Context(), "quarrels.yml", []byte(rule)))(t); got.Rule.Standing != "registered" {
		t.Fatalf("%+v", got)
	}
	w.clock.Advance(time.Hour)
	w.load(postsoviet.Files)
	run := must(w.RunRule(t.Context(), app.RuleAsk{Slug: "quarrels", Seed: 1}))(t)
	if run.Result.P == nil || run.Rule.Standing != "exploratory" || !strings.Contains(strings.Join(run.Rule.Why, " "), "come from the casebook") || run.Result.Label != coincide.NotExcluded {
		t.Errorf("%s %v p %+v %s", run.Rule.Standing, run.Rule.Why, run.Result.P, run.Result.Label)
	}
}
