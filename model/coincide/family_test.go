package coincide

import (
	"slices"
	"testing"
)

// Rules that share events are corrected for any dependence, and every rule ever run counts, whether its p is known or not.
func TestTheFamilyCorrects(t *testing.T) {
	q, how := Family{Run: 4, P: []float64{.5, .6}}.correct(.01)
	near(t, "q of one of four", q, .04, 1e-12)
	if how != BenjaminiHochberg {
		t.Errorf("corrected by %s", how)
	}
	q, how = Family{Run: 4, P: []float64{.5, .6}, Overlap: true}.correct(.01)
	near(t, "q when rules share events", q, .04*(1+1./2+1./3+1./4), 1e-12)
	if how != BenjaminiYekutieli {
		t.Errorf("corrected by %s", how)
	}
	study := answeredStudy()
	study.Family = Family{Run: 50, P: []float64{.5}, Overlap: true}
	r := tested(t, study)
	want := Adjust(append([]float64{r.P.Reported, .5}, slices.Repeat([]float64{1}, 48)...), BenjaminiYekutieli)[0]
	if r.Corrected.Run != 50 || r.Corrected.How != BenjaminiYekutieli || r.Corrected.Q != want {
		t.Errorf("%+v, want q %g among 50 rules", r.Corrected, want)
	}
}

// Two lists that copy each other find fewer hidden events than there are, so the estimate is a lower bound; independent lists find about all.
func TestChapmanIsALowerBoundWhenListsCopy(t *testing.T) {
	const events, histories = 200, 400
	rng := seeded(14)
	estimate := func(copied float64) float64 {
		sum := 0.0
		for range histories {
			first, second, both := 0, 0, 0
			for range events {
				a := rng.Float64() < .4
				b := rng.Float64() < .4 || a && rng.Float64() < copied
				if a {
					first++
				}
				if b {
					second++
				}
				if a && b {
					both++
				}
			}
			n, _, err := Chapman(first, second, both)
			if err != nil {
				t.Fatal(err)
			}
			sum += n / histories
		}
		return sum
	}
	if alone, copying := estimate(0), estimate(.5); alone < 196 || alone > 204 || copying > 160 {
		t.Errorf("of %d events independent lists suggest %.1f and copying ones %.1f", events, alone, copying)
	}
	if _, _, err := Chapman(3, 2, 3); err == nil {
		t.Error("more events are in both lists than in one")
	}
}
