package coincide

import (
	"math/rand/v2"
	"testing"
)

// vagueStudy is a small study of two pairs of states with some dates known to ten days.
func vagueStudy(rng *rand.Rand) Study {
	study := Study{Rule: Rule{DT: 6}, Denominator: Searched, Observed: Watching(Span{0, 399}), Dyads: []string{"x", "y"}, Family: Family{Run: 1}}
	for i := range 12 {
		study.Triggers = append(study.Triggers, Event{ID: "T", Dyad: study.Dyads[i%2], When: On(Day(rng.IntN(391)))})
		study.Responses = append(study.Responses, Event{ID: "R", Dyad: study.Dyads[i%2], When: On(Day(rng.IntN(391)))})
	}
	study.Triggers[1].When.Last += 9
	study.Responses[0].When.Last += 9
	study.Responses[3].When.Last += 9
	return study
}

// The bounds of three vague dates are those of every choice of days. The search that serves more dates never goes beyond, and on the side that a label
// hangs on seldom stops short.
func TestBoundsOfVagueDatesAgainstEveryChoice(t *testing.T) {
	short, all := 0, 0
	rng := seeded(12)
	for range 60 {
		study, s := vagueStudy(rng), Defaults(5)
		s.Draws = 10
		e := newEngine(study, s)
		d := e.dates()
		if !e.testing.OK {
			continue
		}
		least, most := 0.0, 1.0
		if d.Uncertain != 3 || d.Least == nil {
			t.Fatalf("%+v", d)
		}
		try := func(triggers, responses []Day) {
			p := e.count(append([]Day{}, triggers...), append([]Day{}, responses...)).P
			least, most = max(least, p), min(most, p)
		}
		every(e, 0, append([]Day{}, e.triggerDays...), append([]Day{}, e.responseDays...), try)
		if *d.Least.P != least || *d.Most.P != most || e.choices() != 1000 {
			t.Fatalf("bounds %g to %g, by every choice of days %g to %g", *d.Most.P, *d.Least.P, most, least)
		}
		low, high := e.extreme(true).P, e.extreme(false).P
		if low < most || high > least {
			t.Fatalf("the search finds %g and %g beyond %g and %g", low, high, most, least)
		}
		if all++; high < least-1e-9 {
			short++
		}
	}
	if all < 20 || short*5 > all {
		t.Errorf("the least favourable days were missed in %d of %d studies", short, all)
	}
	t.Logf("the least favourable days were missed in %d of %d studies", short, all)
}

// every tries every choice of days of the uncertain events from the i-th on, triggers first.
func every(e *engine, i int, triggers, responses []Day, try func(triggers, responses []Day)) {
	list, days, at := e.triggers, triggers, i
	if i >= len(triggers) {
		list, days, at = e.responses, responses, i-len(triggers)
	}
	if at == len(list) {
		try(triggers, responses)
		return
	}
	kept := days[at]
	for d := list[at].When.First; d <= list[at].When.Last; d++ {
		days[at] = d + e.offset(list[at])
		every(e, i+1, triggers, responses, try)
	}
	days[at] = kept
}

// Vague dates move within their own pair of states: in the second of two, where nothing else happened, they change nothing in the first.
func TestVagueDatesStayInTheirDyad(t *testing.T) {
	study := answeredStudy()
	study.Unrelated, study.Replications = nil, nil
	study.Dyads = []string{"A", "B"}
	for i := range study.Triggers {
		study.Triggers[i].Dyad = "B"
	}
	for i := range study.Responses {
		study.Responses[i].Dyad = "B"
		if i%5 == 0 {
			study.Responses[i].When.Last += 3 // of those that count, some answers
		}
	}
	one := study
	one.Dyads = []string{"B"}
	two, alone := newEngine(study, Defaults(1)), newEngine(one, Defaults(1))
	for _, favourable := range []bool{true, false} {
		for what, got := range map[string][2]Counts{"search": {two.extreme(favourable), alone.extreme(favourable)}, "sweep": {two.swept(favourable), alone.swept(favourable)}} {
			if a, b := got[0], got[1]; a.Hits != b.Hits || a.Responses != b.Responses {
				t.Errorf("%s, favourable %t: %d of %d with an empty pair beside, %d of %d alone", what, favourable, a.Hits, a.Responses, b.Hits, b.Responses)
			}
		}
	}
}

// With hundreds of vague dates the bounds are still searched, in no time to speak of, and the label heeds them.
func TestHundredsOfVagueDates(t *testing.T) {
	triggers, responses, _ := world{days: 3650, triggers: 150, responses: 120, answered: .5}.draw(seeded(8))
	study := Study{Rule: Rule{DT: 10, Registered: true}, State: "A", Denominator: DataSet, Observed: Watching(Span{0, 3649}), Family: Family{Run: 1},
		Triggers: events("T", triggers), Responses: events("R", responses)}
	for i := range study.Responses {
		study.Responses[i].When = Span{max(study.Responses[i].When.First-15, 0), study.Responses[i].When.First + 15}
	}
	s := Defaults(1)
	s.Runs, s.StripTo = 5, 12
	r, err := Test(study, s)
	if err != nil {
		t.Fatal(err)
	}
	d := r.Dates
	if d.Uncertain < 150 || d.Note == "" || *d.Least.P < .9 || *d.Most.P > .001 || *d.Median < *d.Most.P || *d.Median > *d.Least.P {
		t.Errorf("%d uncertain, p from %g to %g, median %g: %s", d.Uncertain, *d.Most.P, *d.Least.P, *d.Median, d.Note)
	}
	e := newEngine(study, s)
	if most, least := e.swept(true), e.swept(false); most.Hits <= 2*least.Hits || most.P >= least.P || e.leastP() != max(least.P, r.P.Reported) {
		t.Errorf("the sweep goes the wrong way: %+v, %+v", most, least)
	}
	for _, c := range r.Strip { // every width heeds the least favourable days
		if c.Label != NotExcluded {
			t.Errorf("%+v", c)
		}
	}
}
