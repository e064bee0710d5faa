package coincide

import (
	"slices"
	"strings"
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

// The words of a line are those that were asked for, and a test that is not made has no power but a reason.
func TestPowerInWords(t *testing.T) {
	r := tested(t, answeredStudy())
	two := r.Power[1]
	if two.Effect != 2 || !strings.HasPrefix(two.Text, "with these counts an effect of 2× would be seen in ") || !strings.HasSuffix(two.Text, " % of cases") {
		t.Errorf("%+v", two)
	}
	for i, l := range r.Power[1:] {
		if l.Needed > r.Power[i].Needed || l.Needed < 10 || l.Power < r.Power[i].Power {
			t.Errorf("a larger effect is harder to see: %+v after %+v", l, r.Power[i])
		}
	}
	few := answeredStudy()
	few.Triggers, few.Responses = few.Triggers[:4], few.Responses[:3]
	r = tested(t, few)
	if v := r.PowerVerdict; len(r.Power) != 0 || v.OK || v.Text != TooFew || !strings.Contains(v.Why, "no test is made below 10 triggers and 8 responses; there are 4 and 3") ||
		!strings.Contains(v.Why, "triggers for an effect of 2×") {
		t.Errorf("%+v, %+v", r.Power, v)
	}
	few.Denominator = NoDenominator
	if r := tested(t, few); len(r.Power) != 0 || r.PowerVerdict.OK || r.PowerVerdict.Why != noBaseRate {
		t.Errorf("known cases have a power: %+v, %+v", r.Power, r.PowerVerdict)
	}
}
