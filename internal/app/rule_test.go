package app_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

const madeRule = `rule: bans
title: Bans after purchases
hub: HUB
trigger: type=COOPERATE actor=state
response: type=SANCTION actor=hub target=state
unrelated: type=CONSULT actor=hub target=state
dyads: [HUB/AAA]
lag: 1
window: P20D
from: 2000
to: 2015
searched:
  - by: Ana
    where: the register
    from: 2000-01-01
    to: 2015-12-31
    states: [AAA, CCC]
`

// nthDay is the n-th day of the millennium.
func nthDay(n int) ledger.Date {
	return ledger.MustDate(time.Date(2000, 1, 1+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

// history are forty purchases of a state, thirty of them answered by a ban after ten days, and as many
// talks and bans of another state as make placebos able to find something.
func history(state string) []ledger.Noun {
	rng := rand.New(rand.NewPCG(7, 7))
	var out []ledger.Noun
	act := func(slug string, n int, by, to string, kind ledger.EventType) {
		out = append(out, &ledger.Event{Slug: slug, When: nthDay(n), By: []string{by}, To: []string{to}, Type: kind, Summary: slug, Credibility: 1})
	}
	for i := range 40 {
		at := 60 + 137*i + rng.IntN(60)
		act(fmt.Sprintf("buy-%s-%02d", state, i), at, state, "M1", ledger.EventCooperate)
		if i%4 > 0 {
			act(fmt.Sprintf("ban-%s-%02d", state, i), at+10, "HUB", state, ledger.EventSanction)
		}
		act(fmt.Sprintf("talk-%s-%02d", state, i), 20+140*i+rng.IntN(100), "HUB", state, ledger.EventConsult)
		act(fmt.Sprintf("quiet-%s-%02d", state, i), 20+140*i+rng.IntN(100), "HUB", "CCC", ledger.EventSanction)
	}
	return out
}

func (s small) register(text string) app.Registration {
	s.t.Helper()
	return must(s.RegisterRule(s.t.Context(), "bans.yml", []byte(text)))(s.t)
}

func (s small) run(slug string) app.RuleRun {
	s.t.Helper()
	return must(s.RunRule(s.t.Context(), app.RuleAsk{Slug: slug, Seed: 1}))(s.t)
}

// A rule that was registered first, on days that somebody searched, reaches a p-value and a
// label; the order in which events came into the ledger changes nothing.
func TestARegisteredRuleOnSearchedDays(t *testing.T) {
	hashes := map[string]bool{}
	for seed := range 2 {
		s := smallLedger(t)
		s.register(madeRule)
		s.clock.Advance(time.Hour)
		events := history("AAA")
		rand.New(rand.NewPCG(uint64(seed), 1)).Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
		s.add(events...)
		run := s.run("bans")
		res := run.Result
		if run.Rule.Standing != "registered" || res.P == nil || res.P.Reported > .001 || res.Tally.Hits != 30 || res.Tally.Unanswered != 10 {
			t.Fatalf("%s, %v, p %+v, tally %+v", run.Rule.Standing, run.Rule.Why, res.P, res.Tally)
		}
		if res.Label != coincide.Unconfirmed {
			t.Errorf("label %s: %+v", res.Label, res.Conditions)
		}
		if res.Corrected.Run != 1 || run.Family.Run != 1 || !res.FourFold.OutWithout.Known {
			t.Errorf("%+v %+v", res.Corrected, res.FourFold)
		}
		hashes[run.Receipt.DataHash] = true
	}
	if len(hashes) != 1 {
		t.Errorf("the order of events changed the data: %v", hashes)
	}
}

// Another state in which the same rule holds makes a system of it.
func TestARuleThatIsReplicated(t *testing.T) {
	s := smallLedger(t)
	s.register(strings.Replace(strings.Replace(madeRule, "[AAA, CCC]", "[AAA, BBB, CCC]", 1), "lag: 1", "lag: 1\nreplicate: [BBB]", 1))
	s.clock.Advance(time.Hour)
	s.add(history("AAA")...)
	s.add(slices.DeleteFunc(history("BBB"), func(n ledger.Noun) bool { return strings.HasPrefix(n.NaturalKey(), "quiet") })...)
	if run := s.run("bans"); run.Result.Label != coincide.System {
		t.Errorf("label %s: %+v %+v", run.Result.Label, run.Result.Conditions, run.Result.Replications)
	}
}

// Whoever registers a rule after its facts were in the ledger may have made it from them.
func TestARuleThatIsRegisteredAfterItsFacts(t *testing.T) {
	s := smallLedger(t)
	s.add(history("AAA")...)
	s.clock.Advance(time.Hour)
	s.register(madeRule)
	run := s.run("bans")
	if run.Rule.Standing != "exploratory" || run.Result.Label != coincide.NotExcluded || run.Result.P == nil || !strings.Contains(strings.Join(run.Rule.Why, " "), "70 of its 70 events were in the ledger before") {
		t.Errorf("%s %v %s", run.Rule.Standing, run.Rule.Why, run.Result.Label)
	}
}

// An edited rule is a fork; one that was edited after another form of it was run says so for
// good, and counts in the family beside it.
func TestAnEditForks(t *testing.T) {
	s := smallLedger(t)
	wider := strings.Replace(madeRule, "P20D", "P30D", 1)
	if got := s.register(madeRule); got.Rule.Slug != "bans" || got.Rule.Standing != "registered" {
		t.Errorf("%+v", got)
	}
	if got := s.register(madeRule); !strings.Contains(got.Note, "already") {
		t.Errorf("%+v", got)
	}
	s.clock.Advance(time.Minute)
	early := s.register(wider)
	if early.Rule.Slug != "bans.2" || early.Rule.ForkOf != "bans" || early.Rule.Standing != "registered" {
		t.Errorf("a fork before any run: %+v", early)
	}
	s.clock.Advance(time.Minute)
	s.add(history("AAA")...)
	s.run("bans")
	s.clock.Advance(time.Minute)
	late := s.register(strings.Replace(madeRule, "P20D", "P12D", 1))
	if late.Rule.Slug != "bans.3" || late.Rule.Standing != "edited after seeing data" {
		t.Errorf("a fork after a run: %+v", late)
	}
	run := s.run("bans.3")
	if !strings.Contains(run.Result.Exploratory, "edited after seeing data: another form of it") || run.Result.Label != coincide.NotExcluded || run.Family.Run != 2 || run.Result.Corrected.Run != 2 {
		t.Errorf("%q %s %+v", run.Result.Exploratory, run.Result.Label, run.Family)
	}
	if run := s.run("bans.2"); run.Rule.Standing != "registered" || run.Family.Run != 3 {
		t.Errorf("%+v %+v", run.Rule, run.Family)
	}
	parent := must(s.Rule(t.Context(), app.Scope{}, "bans"))(t)
	if !slices.Equal(parent.Forks, []string{"bans.2", "bans.3"}) || parent.Standing != "registered" || len(parent.Runs) != 1 {
		t.Errorf("%+v", parent)
	}
	again := s.run("bans.2")
	if list := must(s.Rules(t.Context(), app.Scope{}))(t); list.Family != 3 || len(again.Rule.Runs) != 1 {
		t.Errorf("the same run again counts: %d, %+v", list.Family, again.Rule.Runs)
	}
}

// A rule that somebody rewrote in its place is found out as well, and its first form is not.
func TestARuleThatIsRewrittenInItsPlace(t *testing.T) {
	s := smallLedger(t)
	s.register(madeRule)
	s.clock.Advance(time.Minute)
	s.add(history("AAA")...)
	if run := s.run("bans"); run.Family.Looks != 1 {
		t.Errorf("%+v", run.Family)
	}
	s.clock.Advance(time.Minute)
	rec := must(s.db.Get(t.Context(), ledger.KindRule, "bans", time.Time{}))(t)
	body := *rec.Body.(*ledger.Rule)
	edit := func(base int) {
		t.Helper()
		if _, err := s.db.Append(t.Context(), "ana", []store.Change{{Kind: rec.Kind, Key: rec.Key, Base: base, Body: &body, Why: "a word"}}); err != nil {
			t.Fatal(err)
		}
		s.clock.Advance(time.Minute)
	}
	body.Title = "Bans after what was bought"
	edit(1)
	before := must(s.Rule(t.Context(), app.Scope{}, "bans"))(t)
	body.Window = ledger.MustWindow("P11D")
	edit(2)
	after := must(s.Rule(t.Context(), app.Scope{}, "bans"))(t)
	if before.Standing != "registered" || after.Standing != "edited after seeing data" || before.Hash == after.Hash || before.Registered == after.Registered {
		t.Errorf("%+v\n%+v", before, after)
	}
	if run := s.run("bans"); !strings.Contains(run.Result.Exploratory, "edited after seeing data: another form of it") || run.Result.Label != coincide.NotExcluded || run.Family.Run != 2 {
		t.Errorf("%+v", run.Rule)
	}
}

// A rule from a file runs without being registered, is exploratory, and counts all the same.
func TestAnUnregisteredRule(t *testing.T) {
	s := smallLedger(t)
	s.add(history("AAA")...)
	run := must(s.RunRule(t.Context(), app.RuleAsk{File: "bans.yml", Text: []byte(madeRule), Seed: 3}))(t)
	if run.Rule.Standing != "exploratory" || run.Result.Exploratory != "it is not registered" || run.Family.Run != 1 {
		t.Errorf("%+v %+v", run.Rule, run.Family)
	}
	edited := must(s.RunRule(t.Context(), app.RuleAsk{File: "bans.yml", Text: []byte(strings.Replace(madeRule, "lag: 1", "lag: 2", 1)), Seed: 3}))(t)
	if edited.Rule.Standing != "edited after seeing data" || edited.Family.Run != 2 {
		t.Errorf("%+v %+v", edited.Rule, edited.Family)
	}
	_, err := s.RunRule(t.Context(), app.RuleAsk{Slug: "bans", Seed: 3})
	if own, ok := app.Explain(err); !ok || own.Code != app.NotFound {
		t.Errorf("%v", err)
	}
	for bad, want := range map[string]string{"hub: HUB": "hub: ZZZ", "lag: 1": "lag: 1\nstrata: attention", "[HUB/AAA]": "[AAA/HUB]"} {
		if _, err := s.RegisterRule(t.Context(), "x.yml", []byte(strings.Replace(madeRule, bad, want, 1))); err == nil {
			t.Errorf("%s is registered", want)
		} else if _, ok := app.Explain(err); !ok {
			t.Error(err)
		}
	}
}
