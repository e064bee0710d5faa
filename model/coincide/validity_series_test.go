package coincide

import (
	"os"
	"slices"
	"testing"
)

// few is how many histories a slow line rests on.
func few(short, long int) int {
	if os.Getenv("ORRERY_LONG") != "" {
		return long
	}
	return short
}

// TestValidityOfLabels gives registered rules with placebos to histories without a link and counts labels above "coincidence not excluded".
func TestValidityOfLabels(t *testing.T) {
	const seed = 20261124
	s := Defaults(seed)
	s.Runs, s.StripFrom, s.StripTo = 1, 10, 10
	for _, null := range nulls() {
		rng := seeded(seed)
		var earned share
		for range few(60, 2000) {
			triggers, responses, _ := null.w.draw(rng)
			_, other, _ := null.w.draw(rng)
			_, unrelated, _ := null.w.draw(rng)
			r, err := Test(Study{Rule: Rule{Tau: 1, DT: 9, Registered: true}, State: "A", Denominator: Searched, Observed: Watching(Span{0, Day(null.w.days - 1)}),
				Triggers: events("T", triggers), Responses: events("R", responses), Others: []Group{{Name: "B", Responses: events("O", other)}},
				Unrelated: []Group{{Name: "U", Responses: events("U", unrelated)}}, Family: Family{Run: 1}}, s)
			if err != nil {
				t.Fatal(err)
			}
			earned.count(r.Label != NotExcluded)
		}
		t.Logf("%-26s %5.2f %% of %d registered rules without a link are labelled a pattern", null.name, 100*earned.rate(), earned.of)
		if earned.rate() > .05+3*earned.se() {
			t.Errorf("%s: %.1f %% are labelled a pattern", null.name, 100*earned.rate())
		}
	}
}

// TestValidityOfSelfExcitation counts how often self-excitation is offered: rarely where there is none (constant rate, a change of rate, attention
// that the baseline carries), mostly where there is.
func TestValidityOfSelfExcitation(t *testing.T) {
	const seed, days = 20261125, 2000
	offered := func(draw func() ([]float64, Baseline)) share {
		var s share
		rng := seeded(seed)
		for range few(15, 200) {
			times, b := draw()
			f, err := FitHawkes(times, days, b, 39, rng)
			if err != nil {
				t.Fatal(err)
			}
			s.count(f.Verdict.OK)
		}
		return s
	}
	rng := seeded(seed)
	none := Hawkes{.1, 0, 1}
	jump := slices.Concat(slices.Repeat(Baseline{1.7}, 1000), slices.Repeat(Baseline{.3}, 1000))
	waves := func() Baseline { return world{days: days, attention: "waves", spread: .8}.intensity(rng) }
	for _, c := range []struct {
		name string
		draw func() ([]float64, Baseline)
		ok   func(rate float64) bool
	}{
		{"constant rate", func() ([]float64, Baseline) { return none.simulate(days, nil, rng), nil }, func(r float64) bool { return r <= .15 }},
		{"one change of rate", func() ([]float64, Baseline) { return none.simulate(days, jump, rng), nil }, func(r float64) bool { return r <= .15 }},
		{"attention, in the baseline", func() ([]float64, Baseline) { b := waves(); return none.simulate(days, b, rng), b }, func(r float64) bool { return r <= .15 }},
		{"attention, left out", func() ([]float64, Baseline) { return none.simulate(days, waves(), rng), nil }, func(float64) bool { return true }},
		{"branching .6, mean delay 5 days", func() ([]float64, Baseline) { return Hawkes{.04, .12, .2}.simulate(days, nil, rng), nil }, func(r float64) bool { return r >= .6 }},
	} {
		s := offered(c.draw)
		t.Logf("%-32s self-excitation offered in %5.1f %% of %d", c.name, 100*s.rate(), s.of)
		if !c.ok(s.rate()) {
			t.Errorf("%s: self-excitation is offered in %.1f %%", c.name, 100*s.rate())
		}
	}
}

// TestValidityOfChangePoints counts how often one change is offered.
func TestValidityOfChangePoints(t *testing.T) {
	const seed = 20261126
	for _, c := range []struct {
		name          string
		before, after float64
		ok            func(rate float64) bool
	}{
		{"16 bins, rate 3 throughout", 3, 3, func(r float64) bool { return r <= .05 }},
		{"16 bins, rate 4 then 1", 4, 1, func(r float64) bool { return r >= .5 }},
	} {
		rng := seeded(seed)
		var s share
		for range few(300, 5000) {
			y := make([]int, 16)
			for i := range y {
				y[i] = poissonDraw(c.before, rng)
				if i >= 8 {
					y[i] = poissonDraw(c.after, rng)
				}
			}
			change, err := CountChange(y, nil, 1, 1)
			if err != nil {
				t.Fatal(err)
			}
			s.count(change.Verdict.OK)
		}
		t.Logf("%-28s a change offered in %5.2f %% of %d", c.name, 100*s.rate(), s.of)
		if !c.ok(s.rate()) {
			t.Errorf("%s: a change is offered in %.1f %%", c.name, 100*s.rate())
		}
	}
}
