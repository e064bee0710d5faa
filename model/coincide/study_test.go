package coincide

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// events makes events on exact days.
func events(prefix string, days []Day, sources ...string) []Event {
	out := make([]Event, len(days))
	for i, d := range days {
		out[i] = Event{ID: fmt.Sprintf("%s%d", prefix, i+1), When: On(d)}
		if len(sources) > 0 {
			out[i].Sources = []string{sources[i%len(sources)]}
		}
	}
	return out
}

const start = Day(17_000) // some day of 2016

func moved(list []Day) []Day {
	out := slices.Clone(list)
	for i := range out {
		out[i] += start
	}
	return out
}

// answeredStudy is a registered rule whose triggers are mostly answered, with placebos that find nothing and a replication. Responses beside
// the answers fall evenly, so that what the tests expect does not hang on a seed.
func answeredStudy() Study {
	history := func(phase Day) (triggers, responses []Day) {
		b := 5 + phase
		for i := range Day(24) {
			b += 45 + i*i*7%27 // no calendar: steps at equal distances would be one
			triggers = append(triggers, b)
			if i%3 > 0 {
				responses = append(responses, b+1+i%9)
			}
			if i%2 == 0 {
				responses = append(responses, b+30)
			}
		}
		return triggers, responses
	}
	triggers, responses := history(0)
	again, answers := history(7)
	var quiet []Day
	for i := range Day(40) {
		quiet = append(quiet, 3+i*36)
	}
	observed := Watching(Span{start, start + 1459})
	return Study{
		Rule: Rule{ID: "R1", Tau: 0, DT: 10, Registered: true}, State: "KGZ", Denominator: Searched, Observed: observed,
		Triggers: events("T", moved(triggers), "a", "b", "c"), Responses: events("R", moved(responses), "a", "b", "c", "d"),
		Others: []Group{{Name: "TJK", Responses: events("O", moved(quiet))}}, Unrelated: []Group{{Name: "visits", Responses: events("V", moved(quiet))}},
		Replications: []Replication{{Name: "KAZ", State: "KAZ", Denominator: Register, Observed: observed, Triggers: events("T", moved(again)),
			Responses: events("R", moved(answers))}},
		Family: Family{Run: 3},
	}
}

func tested(t *testing.T, study Study) *Result {
	t.Helper()
	s := Defaults(7)
	s.Runs, s.Draws = 100, 50
	r, err := Test(study, s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func unmet(r *Result) string {
	var codes []string
	for _, c := range r.Conditions {
		if !c.OK {
			codes = append(codes, c.Code)
		}
	}
	return strings.Join(codes, ", ")
}

func TestAPatternThatEarnsItsLabel(t *testing.T) {
	r := tested(t, answeredStudy())
	if r.Label != System {
		t.Fatalf("%s\nunmet: %s\n%+v", r.Sentence, unmet(r), r.Conditions)
	}
	t.Log(r.Sentence)
	if r.P == nil || r.P.Reported != max(r.P.Stratified, r.P.Circular, r.P.Straight) {
		t.Errorf("the reported p is not the largest of the three: %+v", r.P)
	}
	if n := len(r.Strip); n != 58 || r.Strip[7].DT != 10 || !r.Strip[7].Registered || r.Strip[7].Label != System {
		t.Errorf("%d cells in the strip, that of 10 days: %+v", n, r.Strip[7])
	}
	if last := r.Strip[57]; last.Label == System {
		t.Error("windows that cover every day still make a system")
	}
	f := r.FourFold
	if f.InWith.N+f.InWithout.N+f.OutWith.N+f.OutWithout.N != 1460 {
		t.Errorf("the four-fold table holds %+v, not all 1,460 days", f)
	}
	if _, err := json.Marshal(r); err != nil {
		t.Error(err)
	}
}

// Each change takes one condition away, and the label with it.
func TestEveryConditionIsNeeded(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Study)
		want   Label
		unmet  string
	}{
		"no replication":                 {func(s *Study) { s.Replications = nil }, Unconfirmed, "replication"},
		"a replication on the same days": {func(s *Study) { s.Replications[0].State = s.State }, Unconfirmed, "replication"},
		"not registered":                 {func(s *Study) { s.Rule.Registered = false }, NotExcluded, "registered"},
		"edited":                         {func(s *Study) { s.Rule.Edited = true }, NotExcluded, "registered"},
		"thousands of rules":             {func(s *Study) { s.Family.Run = 5_000_000 }, NotExcluded, "corrected p"},
		"no placebo of states":           {func(s *Study) { s.Others = nil }, NotExcluded, OtherStates},
		"no placebo of classes":          {func(s *Study) { s.Unrelated = nil }, NotExcluded, UnrelatedClass},
		"a placebo that could not react": {func(s *Study) { s.Others[0].Responses = s.Others[0].Responses[:1] }, NotExcluded, OtherStates},
		"another state reacts as well":   {func(s *Study) { s.Others[0].Responses = s.Responses }, NotExcluded, OtherStates},
		"a class reacts that should not": {func(s *Study) { s.Unrelated[0].Responses = s.Responses }, NotExcluded, UnrelatedClass},
		"responses come before": {func(s *Study) {
			for _, b := range s.Triggers {
				s.Responses = append(s.Responses, Event{ID: "before " + b.ID, When: On(b.When.First - 9)})
			}
		}, NotExcluded, NegativeLags},
		"vague dates": {func(s *Study) {
			for i := range s.Responses {
				d := s.Responses[i].When.First
				s.Responses[i].When = Span{d - 20, d + 20}
			}
		}, NotExcluded, "dates"},
		"no denominator": {func(s *Study) { s.Denominator = NoDenominator }, NotExcluded, ""},
		"nine triggers":  {func(s *Study) { s.Triggers = s.Triggers[:9] }, NotExcluded, ""},
	} {
		t.Run(name, func(t *testing.T) {
			study := answeredStudy()
			c.change(&study)
			r := tested(t, study)
			if r.Label != c.want || c.unmet != "" && !strings.Contains(unmet(r), c.unmet) {
				t.Errorf("%s\nunmet: %s; want %s for %s", r.Sentence, unmet(r), c.want, c.unmet)
			}
			if len(r.Advice) == 0 {
				t.Error("nothing is said to change the answer")
			}
		})
	}
}

// One pair that everybody knows, and a step that was not answered: no base rate, no p-value, the cases listed.
func TestKnownCasesAloneGiveNoBaseRate(t *testing.T) {
	r := tested(t, Study{
		Rule: Rule{ID: "R2", DT: 10, Registered: true}, State: "KGZ", Denominator: NoDenominator, Family: Family{Run: 1},
		Triggers: []Event{{ID: "training announced", When: On(start + 900), Sources: []string{"expert"}},
			{ID: "drones bought", When: Span{start, start + 30}, Sources: []string{"agency"}}},
		Responses: []Event{{ID: "imports restricted", When: On(start + 909), Sources: []string{"expert"}}},
	})
	if r.Sentence != "1 pair, no searched non-responses: coincidence not excluded." {
		t.Errorf("the answer reads %q", r.Sentence)
	}
	if r.Testing.OK || r.P != nil || r.Corrected != nil || r.Base.PerYear != nil || r.Base.Verdict.Text != NotOffered || r.Ratio.Verdict.Text != NotEstimable {
		t.Errorf("a figure is given that cannot be known: %+v %+v %+v", r.Testing, r.Base, r.Ratio)
	}
	if f := r.FourFold; !f.InWith.Known || f.InWith.N != 1 || f.InWithout.Known || f.OutWith.Known || f.OutWithout.Known {
		t.Errorf("the four-fold table claims to know %+v", f)
	}
	if r.Triggers[0].ID != "drones bought" || r.Triggers[0].Fate != Unanswered || r.Triggers[1].Fate != Answered || r.Triggers[1].Lag != 9 {
		t.Errorf("the triggers are %+v", r.Triggers)
	}
	if r.Swing == nil || r.Swing.Source != "expert" || r.Swing.Hits != 0 {
		t.Errorf("the swing is %+v", r.Swing)
	}
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back Result
	if err := json.Unmarshal(text, &back); err != nil || back.Settings.Seed != 7 {
		t.Errorf("the result does not come back from JSON: %v", err)
	}
}

func TestTooFewToTest(t *testing.T) {
	study := answeredStudy()
	study.Triggers, study.Responses = study.Triggers[:3], study.Responses[:3]
	r := tested(t, study)
	if r.Testing.Text != TooFew || r.P != nil || r.Published != nil || !r.Ratio.Verdict.OK || len(r.Triggers) != 3 {
		t.Errorf("%s %+v %+v", r.Sentence, r.Testing, r.Ratio)
	}
	for _, c := range r.Strip {
		if c.P != nil || c.Label != NotExcluded {
			t.Errorf("the strip tests too few: %+v", c)
		}
	}
}

func TestUncertainDatesAreBounded(t *testing.T) {
	study := answeredStudy()
	for i := range study.Responses {
		if i%4 == 0 {
			d := study.Responses[i].When.First
			study.Responses[i].When = Span{d - 15, d + 15}
		}
	}
	study.Triggers[3].When.Last += 365
	r := tested(t, study)
	d := r.Dates
	if d.Uncertain == 0 || d.Least == nil || d.Most == nil || *d.Most.P > r.P.Reported || *d.Least.P < r.P.Reported || *d.Most.P >= *d.Least.P ||
		*d.Median < *d.Most.P || *d.Median > *d.Least.P {
		t.Errorf("dates: %+v, reported %g", d, r.P.Reported)
	}
	again := tested(t, study)
	if again.P.Reported != r.P.Reported || again.Tally != r.Tally {
		t.Error("one seed gives two answers")
	}
	narrow := study
	narrow.Responses = nil
	for _, e := range study.Responses {
		e.When.Last = e.When.First
		narrow.Responses = append(narrow.Responses, e)
	}
	narrow.Triggers = slices.Clone(study.Triggers)
	narrow.Triggers[3].When.Last = narrow.Triggers[3].When.First
	if d := tested(t, narrow).Dates; d.Uncertain != 0 || d.Least != nil {
		t.Errorf("exact dates are called uncertain: %+v", d)
	}
}

// Triggers that nobody followed up are neither misses nor hits.
func TestWhatWasNotSearchedIsNoMiss(t *testing.T) {
	r := tested(t, Study{
		Rule: Rule{DT: 5}, Denominator: Searched, Observed: Watching(Span{100, 299}, Span{400, 599}), Family: Family{Run: 1},
		Triggers: events("T", []Day{120, 150, 297, 330, 450, 598}), Responses: events("R", []Day{121, 125, 350, 500}),
	})
	want := []string{Answered, Unanswered, StillOpen, NotSearched, Unanswered, StillOpen}
	for i, c := range r.Triggers {
		if c.Fate != want[i] {
			t.Errorf("trigger on day %d is %q, want %q", c.Day, c.Fate, want[i])
		}
	}
	tally := r.Tally
	if tally.Days != 400 || tally.Merged != 1 || tally.NotObserved != 1 || tally.Responses != 2 || tally.Hits != 1 || tally.Covered != 6+6+3+6+2 {
		t.Errorf("tally %+v", tally)
	}
	if r.Responses[1].Into != "R1" || r.Responses[1].Fate != Hit || r.Responses[2].Fate != NotObserved || r.Responses[3].Fate != Outside {
		t.Errorf("responses %+v", r.Responses)
	}
	if l := r.Latency; l.Answered != 2 || l.Censored != 3 || len(l.Steps) != 2 || l.Steps[0].Days != 1 || l.Steps[1].Days != 50 || l.Steps[1].AtRisk != 2 {
		t.Errorf("time to response %+v: 120 waited 1 day, 450 waited 50, three were watched in vain (150 for 60 days) and one not at all", l)
	}
}

func TestWhatCannotBeUsedIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Study, *Settings)
		want   string
	}{
		"no observed day":     {func(s *Study, _ *Settings) { s.Observed = nil }, "no day is declared"},
		"backwards":           {func(s *Study, _ *Settings) { s.Observed[0].Last = s.Observed[0].First - 1 }, "ends before it begins"},
		"unknown denominator": {func(s *Study, _ *Settings) { s.Denominator = "all" }, `denominator "all" is unknown`},
		"negative lag":        {func(s *Study, _ *Settings) { s.Rule.Tau = -1 }, "lag and a width"},
		"family of none":      {func(s *Study, _ *Settings) { s.Family.Run = 0 }, "count this rule"},
		"p of the family":     {func(s *Study, _ *Settings) { s.Family.P = []float64{0} }, "must be above 0"},
		"a date of years":     {func(s *Study, _ *Settings) { s.Triggers[0].When.Last += 1000 }, "trigger T1 lies between"},
		"strata":              {func(_ *Study, s *Settings) { s.Strata = "weeks" }, `strata "weeks" are unknown`},
		"alpha":               {func(_ *Study, s *Settings) { s.Alpha = 0 }, "alpha 0"},
	} {
		study, s := answeredStudy(), Defaults(1)
		c.change(&study, &s)
		if _, err := Test(study, s); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func shuffled(list []Event, rng *rand.Rand) []Event {
	out := slices.Clone(list)
	rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// What is done to one state does not answer what another did.
func TestDyadsAreKeptApart(t *testing.T) {
	one := answeredStudy()
	crossed := one
	crossed.Triggers, crossed.Responses = slices.Clone(one.Triggers), slices.Clone(one.Responses)
	for i := range crossed.Triggers {
		crossed.Triggers[i].Dyad = "RUS-KGZ"
	}
	for i := range crossed.Responses {
		crossed.Responses[i].Dyad = "RUS-ARM"
	}
	crossed.Unrelated = nil
	r := tested(t, crossed)
	if r.Tally.Hits != 0 || len(r.Pairs) != 0 || r.Tally.Answered != 0 || r.Tally.Days != 2*1460 || r.P.Reported != 1 {
		t.Errorf("responses to another state count as answers: %+v", r.Tally)
	}
	apart := one // half of the triggers and their answers in another dyad: the same answers in all
	apart.Triggers, apart.Responses = slices.Clone(one.Triggers), slices.Clone(one.Responses)
	for i := range apart.Triggers {
		from, to := apart.Triggers[i].When.First, apart.Triggers[i].When.First+58
		name := []string{"RUS-ARM", "RUS-KGZ"}[i%2]
		apart.Triggers[i].Dyad = name
		for j := range apart.Responses {
			if d := apart.Responses[j].When.First; d >= from && d < to {
				apart.Responses[j].Dyad = name
			}
		}
	}
	apart.Unrelated = nil
	r = tested(t, apart)
	if whole := tested(t, one); r.Tally.Hits != whole.Tally.Hits || r.Tally.Answered != whole.Tally.Answered || r.Tally.Days != 2*1460 || r.P.Reported > .01 {
		t.Errorf("%+v, in one dyad %+v; p %+v", r.Tally, whole.Tally, r.P)
	}
	if r.Triggers[0].Day < start || r.Triggers[0].Day > start+1459 || r.Series.Starts[0] != start || r.Responses[len(r.Responses)-1].Day > start+1460 {
		t.Errorf("days are not civil days: %+v", r.Triggers[0])
	}
	apart.Dyads = []string{"RUS-KGZ"}
	if _, err := Test(apart, Defaults(1)); err == nil || !strings.Contains(err.Error(), "not among those of the rule") {
		t.Errorf("an event of another dyad is taken: %v", err)
	}
	apart.Dyads = nil
	apart.Observed = []Watch{{"RUS-KGZ", Span{start, start + 1459}}}
	if r := tested(t, apart); r.Tally.Days != 1460 || r.Tally.NotObserved == 0 || r.Tally.NotSearched == 0 {
		t.Errorf("a dyad that nobody watched counts: %+v", r.Tally)
	}
}

// One act recorded in five dyads is one act.
func TestTheSameEventsInFiveDyadsAreOne(t *testing.T) {
	w := linked(.4)
	triggers, responses, _ := w.draw(seeded(3))
	one := newScreener(newFrame(w.watched(), nil, Defaults(1)), Defaults(1))
	one.Windows(triggers, 1, 10)
	a := one.Against(responses)
	w.dyads = 5
	five := newScreener(newFrame(w.watched(), nil, Defaults(1)), Defaults(1))
	var b, r []Day
	for i := range Day(5) {
		for _, d := range triggers {
			b = append(b, d+i*stride)
		}
		for _, d := range responses {
			r = append(r, d+i*stride)
		}
	}
	five.Windows(b, 1, 10)
	c := five.Against(r)
	if c.Hits != 5*a.Hits || c.Circular != a.Circular || !(c.Stratified < a.Stratified*a.Stratified) || c.P < a.P/2 || c.Rotated < a.Stratified/2 {
		t.Errorf("five times the same: %+v, once: %+v", c, a)
	}
}

func TestARatioThatMayBeOneAndAHalfIsTooWeak(t *testing.T) {
	g := grounds{ratio: RatioView{Verdict: Verdict{OK: true}}}
	for lower, want := range map[Bound]bool{1.5: false, 1.51: true} {
		if g.ratio.Lower = lower; g.strong().OK != want {
			t.Errorf("a ratio of at least %g: %+v", float64(lower), g.strong())
		}
	}
	v := RatioView{Constant: &Ratio{Lo: 2}, Strata: &Ratio{Lo: 1}}
	if v.lowest() != 1 {
		t.Errorf("the lower end to judge by is %g, not the smaller one", float64(v.lowest()))
	}
}

// A replication must hold by itself, after all that were tried.
func TestOneOfManyReplicationsIsNoReplication(t *testing.T) {
	study := answeredStudy()
	if r := tested(t, study); !r.Replications[0].OK || r.Replications[0].Kind != SecondState || *r.Replications[0].Adjusted != r.Replications[0].P.Reported {
		t.Fatalf("%+v", r.Replications)
	}
	good := study.Replications[0]
	for i := range 200 { // two hundred states in which nothing follows anything
		failed := good
		failed.Name = fmt.Sprint("state ", i)
		failed.State, failed.Responses = failed.Name, study.Others[0].Responses
		study.Replications = append(study.Replications, failed)
	}
	s := Defaults(7)
	s.Runs, s.StripTo = 10, 3
	r, err := Test(study, s)
	if err != nil {
		t.Fatal(err)
	}
	if r.Label != Unconfirmed || r.Replications[0].OK || *r.Replications[0].Adjusted <= r.Replications[0].P.Reported {
		t.Errorf("%s, first replication %+v", r.Label, r.Replications[0])
	}
	study.Replications = study.Replications[:1]
	study.Replications[0].Denominator = NoDenominator
	if r := tested(t, study); r.Label != Unconfirmed || r.Replications[0].P != nil {
		t.Errorf("known cases replicate: %+v", r.Replications[0])
	}
}

// A response years later is none: whoever waits for the first response waits 60 days, or twice as long as the window reaches.
func TestTheTimeToResponseHasAHorizon(t *testing.T) {
	study := Study{Denominator: Searched, Observed: Watching(Span{100, 999}), Family: Family{Run: 1}, Triggers: events("T", []Day{120, 500}), Responses: events("R", []Day{181, 600})}
	for dt, want := range map[int]int{10: 0, 40: 1, 50: 2} {
		study.Rule.DT = dt
		if l := tested(t, study).Latency; l.Answered != want || l.Censored != 2-want {
			t.Errorf("window of %d days: %+v, want %d answered", dt, l, want)
		}
	}
}

// Where everything rests on one source, the answer without it is none.
func TestAllRestsOnOneSource(t *testing.T) {
	study := answeredStudy()
	for i := range study.Responses {
		study.Responses[i].Sources = []string{"icews"}
	}
	r := tested(t, study)
	if r.Swing == nil || r.Swing.Source != "icews" || r.Swing.All != "responses" || r.Swing.Responses != len(study.Responses) {
		t.Errorf("%+v", r.Swing)
	}
	if !slices.Contains(r.Advice, Advice{"source", "All responses rest on icews alone: a second source would be needed to tell."}) {
		t.Errorf("%+v", r.Advice)
	}
	for i := range study.Triggers {
		study.Triggers[i].Sources = []string{"icews"}
	}
	if r := tested(t, study); r.Swing.All != "triggers and responses" {
		t.Errorf("%+v", r.Swing)
	}
	if r := tested(t, answeredStudy()); r.Swing == nil || r.Swing.All != "" {
		t.Errorf("%+v", r.Swing)
	}
}
