package coincide

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawStudy draws a small history: 200 to 900 days with a gap, any number of events.
func drawStudy(t *rapid.T) Study {
	n := rapid.IntRange(200, 900).Draw(t, "days")
	gap := rapid.IntRange(60, n-60).Draw(t, "gap")
	day := func(d int) Day { return start + Day(d) }
	dyads := rapid.SampledFrom([][]string{{""}, {"x", "y"}, {"x", "y", "z"}}).Draw(t, "dyads")
	list := func(name string, most int) []Event {
		var out []Event
		for i, d := range rapid.SliceOfN(rapid.IntRange(-20, n+20), 0, most).Draw(t, name) {
			e := Event{ID: name + string(rune('a'+i)), When: On(day(d)), Sources: []string{string(rune('A' + i%3))}, Dyad: dyads[i%len(dyads)]}
			if i%5 == 4 {
				e.When.Last += 30
			}
			out = append(out, e)
		}
		return out
	}
	return Study{
		Rule:  Rule{ID: "P", Tau: rapid.IntRange(0, 5).Draw(t, "tau"), DT: rapid.IntRange(0, 40).Draw(t, "dt"), Registered: true},
		State: "S", Dyads: dyads,
		Denominator: DataSet, Observed: Watching(Span{day(0), day(gap)}, Span{day(gap + 10), day(n + 9)}),
		Triggers: list("trigger", 20), Responses: list("response", 20), Others: []Group{{Name: "other", Responses: list("other", 15)}}, Family: Family{Run: 2},
	}
}

func fewer() Settings {
	s := Defaults(3)
	s.Runs, s.Draws, s.StripFrom, s.StripTo = 5, 5, 3, 6
	return s
}

func mustTest(t *rapid.T, study Study, s Settings) *Result {
	r, err := Test(study, s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func asJSON(t *rapid.T, v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// What the answer says about days moves with them; nothing else changes.
func TestShiftingAllDaysChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		study, by := drawStudy(t), Day(rapid.IntRange(-20_000, 20_000).Draw(t, "by"))
		later := study
		later.Observed = slices.Clone(study.Observed)
		for i := range later.Observed {
			later.Observed[i].First += by
			later.Observed[i].Last += by
		}
		shift := func(list []Event) []Event {
			out := slices.Clone(list)
			for i := range out {
				out[i].When.First += by
				out[i].When.Last += by
			}
			return out
		}
		later.Triggers, later.Responses = shift(study.Triggers), shift(study.Responses)
		later.Others = []Group{{Name: "other", Responses: shift(study.Others[0].Responses)}}
		a, b := mustTest(t, study, fewer()), mustTest(t, later, fewer())
		for _, list := range [][]TriggerCase{b.Triggers} {
			for i := range list {
				list[i].Day, list[i].When = list[i].Day-by, Span{list[i].When.First - by, list[i].When.Last - by}
			}
		}
		for i := range b.Responses {
			r := &b.Responses[i]
			r.Day, r.When = r.Day-by, Span{r.When.First - by, r.When.Last - by}
		}
		for i := range b.Series.Starts {
			b.Series.Starts[i] -= by
		}
		if b.Series.Burst.Verdict.OK {
			*b.Series.Burst.From -= by
		}
		if x, y := asJSON(t, a), asJSON(t, b); x != y {
			t.Fatalf("%d days later:\n%s\n%s", by, x, y)
		}
	})
}

func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		study := drawStudy(t)
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1))
		other := study
		other.Triggers, other.Responses = shuffled(study.Triggers, rng), shuffled(study.Responses, rng)
		other.Observed = []Watch{study.Observed[1], study.Observed[0]}
		if x, y := asJSON(t, mustTest(t, study, fewer())), asJSON(t, mustTest(t, other, fewer())); x != y {
			t.Fatalf("another order:\n%s\n%s", x, y)
		}
	})
}

func TestFiguresStayInTheirRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		study := drawStudy(t)
		s := fewer()
		s.Decluster = rapid.IntRange(1, 10).Draw(t, "decluster")
		r := mustTest(t, study, s)
		e := newEngine(study, s)
		c := e.recount()
		for _, p := range []float64{c.Plain, c.Stratified, c.Circular, c.Straight, c.P} {
			if !(p > 0 && p <= 1) {
				t.Fatalf("p = %g: %+v", p, c)
			}
		}
		if c.P != max(c.Stratified, c.Circular, c.Straight, c.Rotated) || (c.Rotated > 0) != (len(study.Dyads) > 1 && c.Responses >= 0) || c.Hits > c.Responses || c.Hits > c.Covered || c.Covered > c.Days {
			t.Fatalf("%+v", c)
		}
		if r.Tally.Hits != c.Hits || r.Tally.Responses != c.Responses || r.Tally.Covered != c.Covered {
			t.Fatalf("the cases count %+v, the test %+v", r.Tally, c)
		}
		tally := r.Tally
		if tally.Answered+tally.Unanswered+tally.Open != tally.Triggers || tally.Triggers+tally.NotSearched != len(study.Triggers) ||
			len(r.Responses) != len(study.Responses) || len(r.Triggers) != len(study.Triggers) {
			t.Fatalf("somebody is lost: %+v", tally)
		}
		if r.Label != NotExcluded { // there is no placebo of classes and no replication
			t.Fatalf("label %q from %+v", r.Label, r.Conditions)
		}
	})
}

func TestMoreHitsNeverRaiseP(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		strata := drawStrata(t)
		n := 0
		for _, s := range strata {
			n += s.N
		}
		before := math.Inf(1)
		for k := 0; k <= n; k++ {
			p, err := StratifiedTail(k, strata)
			if err != nil || p > before || p < 0 {
				t.Fatalf("%d hits of %d: p %g after %g (%v) in %+v", k, n, p, before, err, strata)
			}
			before = p
		}
		s := strata[0]
		before = math.Inf(1)
		for k := 0; k <= s.N; k++ {
			p := HypergeometricTail(k, s.Days, s.Covered, s.N)
			if p > before {
				t.Fatalf("%d hits in %+v: p rises from %g to %g", k, s, before, p)
			}
			before = p
		}
	})
}

func drawStrata(t *rapid.T) []Stratum {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Stratum {
		d := rapid.IntRange(1, 60).Draw(t, "days")
		return Stratum{d, rapid.IntRange(0, d).Draw(t, "covered"), rapid.IntRange(0, d).Draw(t, "n")}
	}), 1, 8).Draw(t, "strata")
}

// The masses of a stratum add up to one, its tail is their sum, and both ways of adding strata agree.
func TestExactProbabilitiesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		strata := drawStrata(t)
		s := strata[0]
		mass, lo := hyperMass(nil, s.Days, s.Covered, s.N)
		sum := 0.0
		for i := len(mass) - 1; i >= 0; i-- {
			sum += mass[i]
			if tail := HypergeometricTail(lo+i, s.Days, s.Covered, s.N); math.Abs(tail-sum) > 1e-9 {
				t.Fatalf("tail from %d of %+v is %g, the masses add to %g", lo+i, s, tail, sum)
			}
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Fatalf("masses of %+v add to %g", s, sum)
		}
		for _, k := range []int{1, s.N, 3 * s.N} {
			p, err := StratifiedTail(k, strata)
			if log := math.Exp(logTail(k, strata)); err != nil || math.Abs(p-log) > 1e-9 {
				t.Fatalf("P(K >= %d) is %g, in logarithms %g (%v)", k, p, log, err)
			}
		}
	})
}

// The quick count of all shifts is what rolling the responses day by day gives.
func TestShiftsAreCountedAsRolled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(40, 150).Draw(t, "days")
		set := func(name string) []int {
			return slices.Compact(slices.Sorted(slices.Values(rapid.SliceOfN(rapid.IntRange(0, n-1), 0, 40).Draw(t, name))))
		}
		covered, responses := set("covered"), set("responses")
		p, shifts, err := CircularShift(n, covered, responses, 10)
		if err != nil {
			t.Fatal(err)
		}
		hits := func(by int) int {
			h := 0
			for _, r := range responses {
				if slices.Contains(covered, (r+by)%n) {
					h++
				}
			}
			return h
		}
		many, all := 0, 0
		for by := 10; by <= n-10; by++ {
			all++
			if hits(by) >= hits(0) {
				many++
			}
		}
		if want := float64(1+many) / float64(1+all); p != want || shifts != all {
			t.Fatalf("p %g of %d shifts, rolled %g of %d", p, shifts, want, all)
		}
		by := rapid.IntRange(0, n-1).Draw(t, "roll") // rolling both alike changes nothing
		roll := func(list []int) []int {
			out := slices.Clone(list)
			for i := range out {
				out[i] = (out[i] + by) % n
			}
			return out
		}
		if q, _, err := CircularShift(n, roll(covered), roll(responses), 10); err != nil || q != p {
			t.Fatalf("rolled together by %d: p %g, was %g (%v)", by, q, p, err)
		}
	})
}

func TestIntervalsHoldTheirEstimate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		strata := drawStrata(t)
		most, least := 0, 0
		for _, s := range strata {
			lo, hi := hyperSupport(s.Days, s.Covered, s.N)
			most, least = most+hi, least+lo
		}
		k := rapid.IntRange(least, most).Draw(t, "hits")
		r, err := StratifiedRatio(k, strata, .95)
		if err != nil {
			return // nothing to tell
		}
		if !(r.Lo <= r.Estimate && r.Estimate <= r.Hi && r.Lo >= 0) {
			t.Fatalf("%d hits in %+v: %+v", k, strata, r)
		}
	})
}

func TestCorrectionsNeverHelp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(1e-9, 1), 1, 30).Draw(t, "p")
		bh, by, holm := Adjust(p, BenjaminiHochberg), Adjust(p, BenjaminiYekutieli), Adjust(p, Holm)
		for i := range p {
			if bh[i] < p[i] || by[i] < bh[i] || holm[i] < bh[i] || by[i] > 1 || holm[i] > 1 {
				t.Fatalf("p %g: %g, %g, %g", p[i], bh[i], by[i], holm[i])
			}
		}
		f := Family{Run: len(p) + rapid.IntRange(0, 50).Draw(t, "more"), P: p[1:]}
		all := append(slices.Clone(p), slices.Repeat([]float64{1}, f.Run-len(p))...)
		if q, _ := f.correct(p[0]); math.Abs(q-Adjust(all, BenjaminiHochberg)[0]) > 1e-12 {
			t.Fatalf("q %g, with the ones written out %g", q, Adjust(all, BenjaminiHochberg)[0])
		}
	})
}

// Dyads of unlike length roll each on its own line, all by one shift, as rolling them day by day does.
func TestDyadsRollTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var watched [][]Span
		for i, n := range rapid.SliceOfN(rapid.IntRange(1, 90), 1, 4).Draw(t, "lengths") {
			from := Day(i) * stride
			watched = append(watched, []Span{{from, from + Day(n/2)}, {from + Day(n/2) + 5, from + Day(n) + 5}})
		}
		s := Defaults(1)
		s.MinShift, s.Decluster = rapid.IntRange(1, 20).Draw(t, "least"), 1
		screen := newScreener(newFrame(watched, nil, s), s)
		pickDays := func(name string) []Day {
			var out []Day
			for _, i := range rapid.SliceOfN(rapid.IntRange(0, screen.f.days-1), 0, 25).Draw(t, name) {
				out = append(out, screen.f.day(i))
			}
			slices.Sort(out)
			return out
		}
		screen.Windows(pickDays("triggers"), 0, rapid.IntRange(0, 9).Draw(t, "width"))
		c := screen.Against(pickDays("responses"))
		hits := func(by int) int {
			n := 0
			for _, i := range screen.at {
				for _, l := range screen.f.lines {
					if i >= l.first && i <= l.last && screen.covered[l.first+(i-l.first+by)%l.days()] {
						n++
					}
				}
			}
			return n
		}
		if hits(0) != c.Hits {
			t.Fatalf("%d hits, counted %d", c.Hits, hits(0))
		}
		many, all := 0, 0
		for by := s.MinShift; by <= screen.f.longest()-s.MinShift; by++ {
			all++
			if hits(by) >= c.Hits {
				many++
			}
		}
		if want := float64(1+many) / float64(1+all); c.Hits > 0 && (c.Circular != want || c.Shifts != all) {
			t.Fatalf("p %g of %d shifts, rolled %g of %d", c.Circular, c.Shifts, want, all)
		}
		for _, r := range screen.runs {
			if dyadOf(screen.f.day(r.first)) != dyadOf(screen.f.day(r.last)) {
				t.Fatalf("window %v reaches into another dyad", r)
			}
		}
	})
}

// Rolling the responses permutes the shifts: over the whole round the counts of hits are the same, only in another order, and so is what a
// permutation of the list of responses gives.
func TestRollingResponsesPermutesTheShifts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(5, 120).Draw(t, "days")
		set := func(name string) []int {
			return slices.Compact(slices.Sorted(slices.Values(rapid.SliceOfN(rapid.IntRange(0, n-1), 1, 30).Draw(t, name))))
		}
		covered, responses := set("covered"), set("responses")
		var runs []run
		for _, i := range covered {
			runs = append(runs, run{i, i})
		}
		line := []run{{0, n - 1}}
		var c shifter
		whole := c.hits(line, runs, responses, 0) // every shift of the round, once
		by := rapid.IntRange(0, n-1).Draw(t, "by")
		rolled := slices.Clone(responses)
		for i := range rolled {
			rolled[i] = (rolled[i] + by) % n
		}
		slices.Sort(rolled)
		if again := c.hits(line, runs, rolled, 0); !slices.Equal(whole, again) {
			t.Fatalf("shifts by hits %v, rolled by %d %v", whole, by, again)
		}
		shifts, pairs := 0, 0
		for k, many := range whole {
			shifts, pairs = shifts+many, pairs+k*many
		}
		if shifts != n || pairs != len(covered)*len(responses) { // each response meets each window day under one shift
			t.Fatalf("%d shifts of %d, %d meetings of %d", shifts, n, pairs, len(covered)*len(responses))
		}
		if n < 20 {
			return
		}
		p, _, err := CircularShift(n, covered, responses, 5)
		order := rapid.Permutation(responses).Draw(t, "order")
		if q, _, fault := CircularShift(n, covered, order, 5); err != nil || fault != nil || p != q {
			t.Fatalf("p %g, in another order %g (%v, %v)", p, q, err, fault)
		}
	})
}
