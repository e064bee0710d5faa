package coincide

import (
	"slices"
	"testing"
)

// Power is told before the fact: where the responses fell plays no part, only how many there were in each stratum.
func TestPowerIsToldBeforeTheFact(t *testing.T) {
	var triggers, hits, misses []Day
	for i := range Day(24) {
		triggers = append(triggers, 60*i+5)
		hits, misses = append(hits, 60*i+10), append(misses, 60*i+25) // in one block, in and out of the window
	}
	s := Defaults(5)
	s.Effects, s.Runs = []float64{.01, 1, 4, 200}, 400
	power := func(responses []Day) []PowerLine {
		r, err := Test(Study{Rule: Rule{DT: 10}, Denominator: Searched, Observed: Watching(Span{0, 1439}), Family: Family{Run: 1},
			Triggers: events("T", triggers), Responses: events("R", responses)}, s)
		if err != nil {
			t.Fatal(err)
		}
		return r.Power
	}
	a, b := power(hits), power(misses)
	if !slices.Equal(a, b) {
		t.Errorf("power depends on what was found: %+v, %+v", a, b)
	}
	if a[0].Power > 0 || a[1].Power > .05+3*a[1].SE || a[2].Power < .5 || a[3].Power < .9 {
		t.Errorf("power of ratios .01, 1, 4 and 200: %+v", a)
	}
}
