package align

import (
	"fmt"
	"math"
)

// Tilt is how probable it is that one state stands closer to hub a than to hub b at step t, from two results of the
// same state, span and grid. The two latents are taken as independent given what was seen of each, and the screen must
// say so.
//
// The verdict is OK, with the sign +1 for a and -1 for b, only when the probability is at least .90 either way and the sign survives leaving out
// each channel of both and every coding of absence. As with a direction, one channel alone is not enough: without it nothing is left of that hub.
func Tilt(a, b *Result, t int) (p float64, sign int, v Verdict, err error) {
	switch {
	case a.State != b.State:
		return 0, 0, v, fmt.Errorf("tilt compares one state's two hubs: got %s and %s", a.State, b.State)
	case len(a.Ends) != len(b.Ends) || t < 0 || t >= len(a.Ends) || !a.Ends[t].Equal(b.Ends[t]):
		return 0, 0, v, fmt.Errorf("tilt of %s: the results with %s and %s do not cover the same steps", a.State, a.Hub, b.Hub)
	case a.Run().Mass.Grid != b.Run().Mass.Grid || len(a.Run().Mass.Steps) <= t || len(b.Run().Mass.Steps) <= t:
		return 0, 0, v, fmt.Errorf("tilt of %s: the results hold no distributions on one grid; fit both again", a.State)
	}
	p = above(a.Run().Mass.Steps[t], b.Run().Mass.Steps[t])
	ma, mb := a.Run().Points[t].Median, b.Run().Points[t].Median
	var all []variant
	for i, coding := range Codings() {
		all = append(all, variant{"with " + coding.String(), a.Runs[i].Points[t].Median - b.Runs[i].Points[t].Median})
	}
	for _, w := range a.Without {
		all = append(all, leftOut(a, w, w.Medians[t]-mb))
	}
	for _, w := range b.Without {
		all = append(all, leftOut(b, w, ma-w.Medians[t]))
	}
	sign, v = judge(p, all)
	return p, sign, v, nil
}

// leftOut is the difference without one channel of one result. Where no other channel has anything to say of that hub only
// the prior is left, and a comparison with a prior is none.
func leftOut(r *Result, w Without, difference float64) variant {
	name := "when " + string(w.Channel) + " relative to " + r.Hub + " are left out"
	if w.Alone {
		return variant{name + ", since nothing else is known of it", math.NaN()}
	}
	return variant{name, difference}
}

// above is P(x > y) for independent x and y with mass on one grid; ties count one half.
func above(x, y []float32) float64 {
	p, below := 0.0, 0.0
	total := 0.0
	for _, m := range x {
		total += float64(m)
	}
	all := 0.0
	for k, m := range y {
		p += float64(x[k]) * (below + float64(m)/2)
		below += float64(m)
		all += float64(m)
	}
	return p / (total * all)
}
