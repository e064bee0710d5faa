package app_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// press is everything that is reported a day by a set that has nothing else: more in some months than in others.
func press(first, last string) []store.EventReport {
	rng := rand.New(rand.NewPCG(1, 1))
	from, _ := ledger.MustDate(first).Span()
	_, to := ledger.MustDate(last).Span()
	var out []store.EventReport
	for d := from; d <= to; d++ {
		for range 1 + int(d)/40%4*rng.IntN(3) {
			out = append(out, store.EventReport{Key: fmt.Sprintf("p%06d", len(out)), Day: d, Source: store.ReportParty{State: "FRA"}, Target: store.ReportParty{State: "TUR"}, Type: ledger.EventConsult})
		}
	}
	return out
}

func (s small) sayAll(seed uint64) {
	var list []store.EventReport
	for _, act := range sayings(seed) {
		list = append(list, act.report())
	}
	s.putSet("own", "register", list, "KGZ", "KAZ", "TJK", "UZB")
}

// Strata by attention are made of the set that the rule names, and of that of the responses where it names none.
func TestStrataByAttention(t *testing.T) {
	const sets = "triggers_from: own\nresponses_from: own\n"
	s := stateLedger(t)
	for _, keys := range []string{"", "strata: attention\n", "attention_from: press\nstrata: attention\n", "attention_from: press\n"} {
		s.enter(sameRule + sets + keys)
	}
	s.sayAll(2)
	s.putSet("press", "data set", press("2000", "2015"))
	seen := map[float64]bool{}
	for i, want := range []coincide.Strata{coincide.ByBlocks, coincide.ByAttention, coincide.ByAttention, coincide.ByBlocks} {
		slug := "same"
		if i > 0 {
			slug = fmt.Sprint("same.", i+1)
		}
		run := s.ran(slug)
		res := run.Result
		if res.Settings.Strata != want || res.P == nil || run.Rule.Standing != "registered" {
			t.Errorf("%s: strata %s, %+v, %s %v", slug, res.Settings.Strata, res.P, run.Rule.Standing, run.Rule.Why)
		}
		if h := res.Series.Hawkes.Verdict; strings.Contains(h.Why, "no series of attention") == (i > 0) {
			t.Errorf("%s: %+v", slug, h)
		}
		seen[res.P.Stratified] = true
	}
	if len(seen) != 3 { // blocks with attention beside them are blocks
		t.Errorf("%v", seen)
	}
}

// Events of the ledger may be divided by the attention of a set.
func TestEventsByAttention(t *testing.T) {
	s := stateLedger(t)
	s.enter(sameRule + "attention_from: press\nstrata: attention\n" + sameSearch)
	var events []ledger.Noun
	for _, act := range sayings(2) {
		events = append(events, act.event())
	}
	s.add(events...)
	s.putSet("press", "data set", press("2000", "2015"))
	if run := s.ran("same"); run.Result.Settings.Strata != coincide.ByAttention || run.Result.P == nil || run.Result.Denominator != coincide.Searched || len(run.Result.Replications) != 2 {
		t.Errorf("%+v %+v", run.Result.Settings, run.Sentence)
	}
}

// Attention that does not reach over the days that are watched divides nothing.
func TestAttentionOfOtherDays(t *testing.T) {
	s := stateLedger(t)
	s.enter(sameRule + "triggers_from: own\nresponses_from: own\nattention_from: press\nstrata: attention\n")
	s.enter(sameRule + "triggers_from: own\nresponses_from: own\nattention_from: press\n")
	s.sayAll(2)
	s.putSet("press", "", press("2004", "2015"))
	_, err := s.RunRule(t.Context(), app.RuleAsk{Slug: "same", Seed: 1})
	if own, ok := app.Explain(err); !ok || own.Code != app.Invalid || !strings.Contains(own.Text, "press has reports from 2004-01-01 to 2015-12-31, and the rule is watched from 2000-01-01 to 2015-12-31") {
		t.Errorf("%v", err)
	}
	if run := s.ran("same.2"); run.Result.Series.Hawkes.Verdict.OK || !strings.Contains(strings.Join(run.Notes, " "), "No attention: press has reports from 2004-01-01") {
		t.Errorf("%v", run.Notes)
	}
}

// A set in which triggers are looked for counts only on days on which it is complete, and states that a register does not cover count in nothing.
func TestDaysOnWhichBothSetsAreComplete(t *testing.T) {
	s := stateLedger(t)
	s.enter(strings.Replace(sameRule, "replicate: [KAZ, 2000/2003]\n", "", 1) + "triggers_from: steps\nresponses_from: own\n")
	var steps, measures []store.EventReport
	for _, act := range sayings(4) {
		if act.kind == ledger.EventCooperate {
			steps = append(steps, act.report())
		} else {
			measures = append(measures, act.report())
		}
	}
	s.putSet("own", "register", measures, "KGZ", "TJK")
	must(s.db.PutReports(t.Context(), "steps", steps))(t)
	first, _ := ledger.MustDate("2000").Span()
	_, last := ledger.MustDate("2009").Span()
	if err := s.db.PutReportFile(t.Context(), store.ReportFile{Set: "steps", Hash: strings.Repeat("b", 64), Name: "steps", At: s.clock.Now(), First: first, Last: last + 3000, Denominator: "data set",
		Covered: []store.ReportSpan{{First: first, Last: last}}}); err != nil {
		t.Fatal(err)
	}
	run := s.ran("same")
	if run.Result.Tally.Days != 6*365+2 || run.Result.Denominator != coincide.Register {
		t.Errorf("%+v", run.Result.Tally)
	}
	for _, want := range []string{"own is complete on no day of the rule for State UZB", "Only days on which steps, from which the triggers come, is complete are counted"} {
		if !strings.Contains(strings.Join(run.Notes, " "), want) {
			t.Errorf("%v", run.Notes)
		}
	}
	if !strings.Contains(run.Denominator, "Base rate from own, on days from 2004-01-01 to 2009-12-31. A register:") {
		t.Error(run.Denominator)
	}
}
