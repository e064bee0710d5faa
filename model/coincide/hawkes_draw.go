package coincide

import (
	"math"
	"math/rand/v2"
	"slices"
)

// simulate draws a process on [0, end]: events of the baseline, and from each event its own, until none is left.
func (h Hawkes) simulate(end float64, b Baseline, rng *rand.Rand) []float64 {
	var t []float64
	if len(b) == 0 {
		for range poissonDraw(h.Mu*end, rng) {
			t = append(t, rng.Float64()*end)
		}
	}
	for day, g := range b {
		from := float64(day)
		to := math.Min(from+1, end)
		if day == len(b)-1 {
			to = end
		}
		for range poissonDraw(h.Mu*g*(to-from), rng) {
			t = append(t, from+rng.Float64()*(to-from))
		}
	}
	for i := 0; i < len(t) && len(t) < 4*mostEvents; i++ {
		for range poissonDraw(h.Branching(), rng) {
			if next := t[i] + rng.ExpFloat64()/h.Beta; next <= end {
				t = append(t, next)
			}
		}
	}
	slices.Sort(t)
	return t
}
