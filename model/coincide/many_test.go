package coincide

import (
	"math"
	"slices"
	"testing"
)

// The guardrail of many tests is that of one.
func TestEnoughIsTheGuardrailOfTest(t *testing.T) {
	s := Defaults(1)
	e := &engine{s: s}
	for _, triggers := range []int{9, 10} {
		for _, responses := range []int{7, 8} {
			for _, shifts := range []int{0, 18, 19} {
				c := Counts{Responses: responses, Shifts: shifts, Days: 100}
				if got, want := Enough(triggers, c, s), e.guard(DataSet, triggers, c).OK; got != want {
					t.Errorf("%d triggers, %d responses, %d shifts: %t, the test says %t", triggers, responses, shifts, got, want)
				}
			}
		}
	}
}

// Tests that are left out count as if they stood there with a p of 1.
func TestAdjustAmongCountsWhatIsLeftOut(t *testing.T) {
	p := []float64{.0001, .2, .003, .04, .003}
	whole := append(slices.Clone(p), slices.Repeat([]float64{1}, 95)...)
	for _, how := range []Correction{BenjaminiHochberg, BenjaminiYekutieli, Holm} {
		short, long := AdjustAmong(p, len(whole), how), Adjust(whole, how)
		for i := range p {
			if math.Abs(short[i]-long[i]) > 1e-12 {
				t.Errorf("%s of %g: %g, with all tests written out %g", how, p[i], short[i], long[i])
			}
		}
	}
}

// The ratio of a Screener is that of the study.
func TestRatioOfAScreener(t *testing.T) {
	triggers, responses, _ := linked(.4).draw(seeded(3))
	screen, err := NewScreener([]Span{{0, 1459}}, nil, Defaults(1))
	if err != nil {
		t.Fatal(err)
	}
	screen.Windows(triggers, 1, 10)
	c := screen.Against(responses)
	got := screen.Ratio(c, .95)
	want, err := RateRatio(c.Hits, c.Responses, c.Covered, c.Days, .95)
	if err != nil {
		t.Fatal(err)
	}
	if got.Constant == nil || *got.Constant != want || got.Strata == nil || got.Lower > got.Constant.Lo {
		t.Errorf("%+v, want %+v and one in strata", got, want)
	}
}
