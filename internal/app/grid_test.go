package app_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// gridDays are the days on which one state does something to another.
type gridDays map[[3]string][]coincide.Day // by, to, type

const gridFirst, gridLast = coincide.Day(3650), coincide.Day(3650 + 14_609)

// gapFirst and gapLast are days that no file of the set covers.
const gapFirst, gapLast = gridFirst + 5000, gridFirst + 5099

// planted is noise between two pairs of states for forty years, and one link: NOR answers most threats of SWE with a sanction after three days.
func planted() gridDays {
	rng := rand.New(rand.NewPCG(11, 4))
	all := gridDays{}
	random := func(n int) []coincide.Day {
		out := make([]coincide.Day, n)
		for i := range out {
			out[i] = gridFirst + coincide.Day(rng.IntN(int(gridLast-gridFirst)+1))
		}
		return out
	}
	for _, p := range [][2]string{{"NOR", "SWE"}, {"SWE", "NOR"}, {"FIN", "DNK"}, {"DNK", "FIN"}} {
		for _, kind := range []string{"CONSULT", "ACCUSE", "THREATEN", "AID"} {
			all[[3]string{p[0], p[1], kind}] = random(60)
		}
	}
	for i, d := range all[[3]string{"SWE", "NOR", "THREATEN"}] {
		if i%4 > 0 {
			all[[3]string{"NOR", "SWE", "SANCTION"}] = append(all[[3]string{"NOR", "SWE", "SANCTION"}], d+3)
		}
	}
	all[[3]string{"FIN", "DNK", "PROTEST"}] = random(5) // too few
	for k := range all {
		slices.Sort(all[k])
		all[k] = slices.Compact(all[k])
	}
	return all
}

// put imports the days as the set "made". Every third day has two reports of the same thing.
func (s small) put(all gridDays) {
	s.t.Helper()
	var batch []store.EventReport
	link := int64(0)
	for k, days := range all {
		for i, d := range days {
			link++
			for again := range 1 + (i%3)/2 {
				batch = append(batch, store.EventReport{Key: fmt.Sprintf("%v %d %d", k, d, again), Day: ledger.Day(d), Source: store.ReportParty{State: k[0]}, Target: store.ReportParty{State: k[1]},
					Type: ledger.EventType(k[2]), Link: link})
			}
		}
	}
	for i, odd := range []store.EventReport{{Source: store.ReportParty{State: "NOR"}, Type: ledger.EventAid},
		{Source: store.ReportParty{State: "NOR"}, Target: store.ReportParty{State: "NOR"}, Type: ledger.EventAid},
		{Source: store.ReportParty{State: "NOR"}, Target: store.ReportParty{State: "SWE"}},
		{Source: store.ReportParty{State: "NOR"}, Target: store.ReportParty{State: "SWE"}, Type: ledger.EventAid, Within: 15}} {
		odd.Key, odd.Day = fmt.Sprint("odd ", i), ledger.Day(gridFirst)
		batch = append(batch, odd)
	}
	must(s.db.PutReports(s.t.Context(), "made", batch))(s.t)
	err := s.db.PutReportFile(s.t.Context(), store.ReportFile{Set: "made", Hash: strings.Repeat("a", 64), Name: "made.csv", Form: "plain", At: t0, Who: "ana", Rows: len(batch), Reports: len(batch), Added: len(batch),
		First: ledger.Day(gridFirst), Last: ledger.Day(gridLast), Denominator: "data set",
		Covered: []store.ReportSpan{{First: ledger.Day(gridFirst), Last: ledger.Day(gapFirst - 1)}, {First: ledger.Day(gapLast + 1), Last: ledger.Day(gridLast)}}})
	if err != nil {
		s.t.Fatal(err)
	}
}

func plantedGrid(t *testing.T) (small, gridDays) {
	s, all := smallLedger(t), planted()
	for _, code := range []string{"NOR", "SWE"} {
		s.add(&ledger.Actor{Code: code, Type: ledger.ActorState, Names: map[string]string{"en": "State " + code}})
	}
	s.put(all)
	return s, all
}

// The planted link is found in its window, and nothing else; in the control nothing is.
func TestGridFindsThePlantedLinkOnly(t *testing.T) {
	s, all := plantedGrid(t)
	v := must(s.Grid(t.Context(), app.GridAsk{Set: "made", Windows: []int{7}, Control: true}))(t)
	if v.Tests != 4*256 || v.Dyads != 4 || v.AllDyads != 4 || v.Label != string(coincide.NotExcluded) {
		t.Fatalf("%d tests of %d of %d dyads, %s; want 1,024 of 4 of 4, coincidence not excluded", v.Tests, v.Dyads, v.AllDyads, v.Label)
	}
	if len(v.Found) != 1 {
		t.Fatalf("%d tests survive, want the planted one alone: %+v", len(v.Found), v.Found)
	}
	f := v.Found[0]
	if f.Hub.Code != "NOR" || f.State.Code != "SWE" || f.Trigger != "THREATEN" || f.Response != "SANCTION" || f.Window != 7 {
		t.Errorf("found %s", f.Words)
	}
	if f.Ratio == nil || f.Ratio.Lo < 10 || f.Hits < 38 || f.Responses < f.Hits {
		t.Errorf("%d hits of %d answers, ratio %+v; 45 were planted", f.Hits, f.Responses, f.Ratio)
	}
	for _, c := range v.Survivors {
		if want := map[string]int{"Benjamini-Hochberg": 1}[c.How]; c.Q == .10 && c.How == "Benjamini-Hochberg" && c.N != want || c.Control == nil || *c.Control != 0 {
			t.Errorf("%+v: want one found where it was planted, none without", c)
		}
	}
	want := app.GridReports{Read: v.Reports.Used + 4, Used: v.Reports.Used, Again: v.Reports.Again, NoState: 1, Within: 1, NoType: 1, Unsure: 1}
	days := 0
	for _, list := range all {
		days += len(list)
	}
	if v.Reports != want || v.Reports.Used-v.Reports.Again != days {
		t.Errorf("reports %+v, want %+v with %d that are no duplicates", v.Reports, want, days)
	}
	// 4 types each way, but the protests are too few; the sanctions stand as answers of NOR and as steps towards SWE.
	if v.Testable != 4*16+4+4 {
		t.Errorf("%d tests could be made, want 72", v.Testable)
	}
}

// What the grid says of a test is what the whole engine says of it.
func TestGridTestsAreTheEnginesTests(t *testing.T) {
	s, all := plantedGrid(t)
	v := must(s.Grid(t.Context(), app.GridAsk{Set: "made", Windows: []int{5, 14}}))(t)
	var p []float64
	for _, f := range append(slices.Clone(v.Found), v.Nearest...) {
		p = append(p, f.P)
		events := func(by, to, kind string) (out []coincide.Event) {
			for _, d := range all[[3]string{by, to, kind}] {
				out = append(out, coincide.Event{ID: fmt.Sprint(d), Dyad: "it", When: coincide.On(d)})
			}
			return out
		}
		study := coincide.Study{Rule: coincide.Rule{ID: "it", Tau: 1, DT: f.Window}, State: "it", Denominator: coincide.DataSet,
			Observed: coincide.Watching(coincide.Span{First: gridFirst, Last: gapFirst - 1}, coincide.Span{First: gapLast + 1, Last: gridLast}),
			Triggers: events(f.State.Code, f.Hub.Code, f.Trigger), Responses: events(f.Hub.Code, f.State.Code, f.Response), Family: coincide.Family{Run: 1}}
		settings := coincide.Defaults(1)
		settings.Runs, settings.Draws, settings.StripTo = 1, 1, 3
		res := must(coincide.Test(study, settings))(t)
		switch y := res.Tally; {
		case res.P == nil:
			t.Errorf("%s: the engine withholds p: %+v", f.Words, res.Testing)
		case f.Triggers != y.Triggers || f.Responses != y.Responses || f.Hits != y.Hits || f.Covered != y.Covered || f.Days != y.Days:
			t.Errorf("%s: %+v, the engine counts %+v", f.Words, f, y)
		case f.P != res.P.Reported || f.Stratified != res.P.Stratified || f.Circular != res.P.Circular || f.Straight != res.P.Straight || f.Shifts != res.P.Shifts:
			t.Errorf("%s: p %g, %g, %g of %d; the engine says %+v", f.Words, f.P, f.Stratified, f.Circular, f.Shifts, *res.P)
		case f.Ratio == nil || math.Abs(f.Ratio.Lo-float64(res.Ratio.Lower)) > 1e-9:
			t.Errorf("%s: ratio %+v, the engine says %+v", f.Words, f.Ratio, res.Ratio)
		}
	}
	if len(p) < 11 || !slices.IsSorted(p) {
		t.Errorf("%d tests in the order of p expected: %v", len(p), p)
	}
	// No p is below the smallest that both sorts of shifts allow, and those that reach it are counted.
	reach := 0
	for _, f := range append(slices.Clone(v.Found), v.Nearest...) {
		if f.P < v.Least-1e-12 || f.P < 1/float64(1+min(f.Shifts, f.Ahead))-1e-12 || 1/float64(1+min(f.Shifts, f.Ahead)) < v.Least-1e-12 || f.P > 1e-9 && f.Ahead == 0 {
			t.Errorf("p %g with %d rolled and %d straight shifts, the least %g", f.P, f.Shifts, f.Ahead, v.Least)
		}
		if f.P < 1.5*v.Least {
			reach++
		}
	}
	if reach != v.AtLeast || math.Abs(v.Least-1/float64(1+v.Shifts)) > 1e-15 {
		t.Errorf("%d reach the least p %g of %d shifts, %d are counted", reach, v.Least, v.Shifts, v.AtLeast)
	}
	// The smallest p is that of one test among all, whatever could be tested.
	if f := append(v.Found, v.Nearest...)[0]; math.Abs(f.BH-min(1, f.P*float64(v.Tests))) > 1e-12 && p[1] > 2*p[0] {
		t.Errorf("q %g of p %g among %d tests", f.BH, f.P, v.Tests)
	}
}

// The answer is the same on one processor and on several, and a second ask writes nothing.
func TestGridDoesNotDependOnProcessors(t *testing.T) {
	var answers []string
	for _, n := range []int{1, 5} {
		s, _ := plantedGrid(t)
		before := runtime.GOMAXPROCS(n)
		v, err := s.Grid(t.Context(), app.GridAsk{Set: "made", Control: true, Strata: "attention"})
		runtime.GOMAXPROCS(before)
		if err != nil {
			t.Fatal(err)
		}
		again := must(s.Grid(t.Context(), app.GridAsk{Set: "made", Control: true, Strata: "attention"}))(t)
		if again.Receipt != v.Receipt {
			t.Errorf("a second run %+v was kept beside %+v", again.Receipt, v.Receipt)
		}
		v.Receipt.Ref, again.Receipt.Ref, v.Trace, again.Trace = "", "", "", ""
		for _, one := range []app.GridView{v, again} {
			answers = append(answers, string(must(json.Marshal(one))(t)))
		}
		if runs := must(s.db.Count(t.Context(), store.Query{Kinds: []ledger.Kind{ledger.KindRun}}, ""))(t); runs[0].N != 1 {
			t.Errorf("%d runs are kept, want 1", runs[0].N)
		}
	}
	for _, other := range answers[1:] {
		if other != answers[0] {
			t.Errorf("two answers to one question:\n%s\n%s", answers[0], other)
		}
	}
}

// A grid that is given up is not kept; what cannot be tested is refused with what to do.
func TestGridStopsAndRefuses(t *testing.T) {
	s, _ := plantedGrid(t)
	ctx, stop := context.WithCancel(t.Context())
	_, err := s.Grid(ctx, app.GridAsk{Set: "made", Testing: func(done, total int64) { stop() }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a grid that was given up ends with %v", err)
	}
	if runs := must(s.db.Count(t.Context(), store.Query{Kinds: []ledger.Kind{ledger.KindRun}}, ""))(t); len(runs) > 0 && runs[0].N != 0 {
		t.Errorf("%d runs were kept of a grid that was given up", runs[0].N)
	}
	must(s.db.PutReports(t.Context(), "cases", []store.EventReport{{Key: "1", Day: 9, Source: store.ReportParty{State: "NOR"}, Target: store.ReportParty{State: "SWE"}, Type: ledger.EventAid}}))(t)
	for want, ask := range map[string]app.GridAsk{
		"no base rate":               {Set: "cases"},
		"no data set \"none\"":       {Set: "none"},
		"windows [0] cannot":         {Set: "made", Windows: []int{0}},
		"-1 dyads cannot":            {Set: "made", Dyads: -1},
		"are no strata":              {Set: "made", Strata: "moons"},
		"end before they begin":      {Set: "made", From: 9, To: 8},
		"no report of one state and": {Set: "made", From: ledger.Day(gapFirst), To: ledger.Day(gapLast)},
	} {
		_, err := s.Grid(t.Context(), ask)
		if own, ok := app.Explain(err); !ok || !strings.Contains(own.Text, want) || own.Do == "" {
			t.Errorf("%+v: %v, want %q and what to do", ask, err, want)
		}
	}
}

// A screen stands in the ledger as a run with what was asked.
func TestGridIsKept(t *testing.T) {
	s, _ := plantedGrid(t)
	s.clock.Set(time.Date(2026, 2, 3, 4, 5, 6, 0, time.UTC))
	v := must(s.Grid(t.Context(), app.GridAsk{Set: "made", Windows: []int{9}, Dyads: 2, From: ledger.Day(gridFirst), Seed: 8}))(t)
	rows := must(store.Rows[*ledger.Run](t.Context(), s.db, store.Query{}))(t)
	if len(rows) != 1 || rows[0].Ref() != v.Receipt.Ref {
		t.Fatalf("%d runs, want one: %s", len(rows), v.Receipt.Ref)
	}
	n := rows[0].Noun
	if n.Model != "coincide-grid" || n.Seed != 8 || n.DataHash != v.Receipt.DataHash || !strings.Contains(string(n.Settings), `"windows":[9],"dyads":2`) || !strings.Contains(string(n.Diagnostics), `"set":"made","tests":512`) {
		t.Errorf("kept as %+v\n%s\n%s", n, n.Settings, n.Diagnostics)
	}
	last := func(v app.GridView) string { return v.Notes[len(v.Notes)-1] }
	if strings.Contains(last(v), "not the first screen") {
		t.Errorf("the first screen says %q", last(v))
	}
	v = must(s.Grid(t.Context(), app.GridAsk{Set: "made", Windows: []int{9, 10}, Dyads: 2}))(t)
	if want := "This is not the first screen of made: 1 other with other settings or reports is kept"; !strings.HasPrefix(last(v), want) || !strings.HasSuffix(last(v), "A screen of 512 tests was run on made on 3 February 2026: a rule that was found there must be tested on other days.") {
		t.Errorf("the second screen says %q", last(v))
	}
}

// A survivor that is written down as a rule has the p-value of the grid, on the same days.
func TestAGridsTestIsTheRulesTest(t *testing.T) {
	s, _ := plantedGrid(t)
	f := must(s.Grid(t.Context(), app.GridAsk{Set: "made", Windows: []int{7}}))(t).Found[0]
	s.register(`rule: bans
title: A survivor
hub: NOR
trigger: type=THREATEN actor=state target=NOR
response: type=SANCTION actor=NOR target=state
dyads: [NOR/SWE]
lag: 1
window: P7D
from: ` + ledger.Day(gridFirst).String() + `
to: ` + ledger.Day(gridLast).String() + `
triggers_from: made
responses_from: made
`)
	r := s.run("bans").Result
	if r.P == nil || r.P.Reported != f.P || r.Tally.Hits != f.Hits || r.Tally.Responses != f.Responses || r.Tally.Covered != f.Covered || r.Tally.Days != f.Days {
		t.Errorf("the rule says %+v, %+v; the grid %+v", r.P, r.Tally, f)
	}
	if r.Label != coincide.NotExcluded {
		t.Errorf("a rule made from a screen is labelled %s without placebos and on the screened days", r.Label)
	}
}
