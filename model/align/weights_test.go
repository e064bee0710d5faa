package align

import (
	"math"
	"slices"
	"testing"
)

// oneOfEach fixes the hyper-parameters, so that leaving out an observation changes nothing but what was seen.
func oneOfEach(s Settings) Settings {
	s.Drift, s.Sharpness, s.Slope, s.Offset = s.Drift[1:2], s.Sharpness[1:2], s.Slope[2:3], s.Offset[1:2]
	return s
}

// The weight at any step, before or after the observation, must be what counting it once more and once less does there: half
// the difference between the two is the derivative, up to third order. Carrying it by covariances is exact for a normal path; where
// the state turns at once, so that a jump lies between the observation and the step, it is rougher.
func TestWeightsAtAnyStep(t *testing.T) {
	turning := votes(4, 12, func(y int) Choice { return []Choice{Yes, Abstain, No, Abstain}[y] })
	slow := invented(16, 4, 12, wave)
	for name, c := range map[string]struct {
		d               Dyad
		rate, most, rho float64 // of jumps; largest error and least correlation allowed
	}{"a slow turn": {slow, .01, .006, .98}, "no jumps": {slow, 0, .003, .995}, "sudden turns": {turning, .01, .02, .9}} {
		s := oneOfEach(over(4))
		s.JumpRate = c.rate
		d := c.d
		d.Events, d.Reactions, d.Stances = nil, nil, nil
		r := fit(t, d, s)
		steps := []int{0, 8, 14, 22, 30, 47}
		at := map[int]map[string]Weight{}
		for _, step := range steps {
			at[step] = map[string]Weight{}
			for _, w := range r.WeightsAt(step) {
				at[step][w.ID] = w
			}
		}
		worst, signs := 0.0, [2]int{}
		var x, y []float64
		for i, v := range d.Votes {
			if i%5 > 0 || at[0][v.ID].ID == "" {
				continue
			}
			less, more := d, d
			less.Votes = slices.Delete(slices.Clone(d.Votes), i, i+1)
			again := v
			again.ID += " again"
			more.Votes = append(slices.Clone(d.Votes), again)
			without, twice := fit(t, less, s).Run().Points, fit(t, more, s).Run().Points
			for _, step := range steps {
				exact, got := (twice[step].Mean-without[step].Mean)/2, at[step][v.ID]
				if got.Step < step {
					signs[0]++
				} else if got.Step > step {
					signs[1]++
				}
				worst = math.Max(worst, math.Abs(got.Weight-exact))
				x, y = append(x, got.Weight), append(y, exact)
			}
		}
		rho := pearson(x, y)
		t.Logf("%s: weights are off by %.4f at most of up to %.4f, correlation %.4f, over %d later and %d earlier steps than their own", name, worst, slices.Max(y), rho, signs[0], signs[1])
		if worst > c.most || rho < c.rho {
			t.Errorf("%s: off by %.4f (allowed %.4f), correlation %.4f (wanted %.4f)", name, worst, c.most, rho, c.rho)
		}
		if signs[0] < 10 || signs[1] < 10 {
			t.Errorf("too few pairs were compared: %v", signs)
		}
		if !slices.EqualFunc(r.Items, r.WeightsAt(47), func(a, b Weight) bool { return a.ID == b.ID && a.Weight == b.Weight }) {
			t.Error("Items are not the weights at the last step")
		}
		if r.WeightsAt(-1) != nil || r.WeightsAt(48) != nil {
			t.Error("a step that does not exist has weights")
		}
	}
}

func pearson(x, y []float64) float64 {
	n := float64(len(x))
	var mx, my, xx, yy, xy float64
	for i := range x {
		mx += x[i] / n
		my += y[i] / n
	}
	for i := range x {
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
		xy += (x[i] - mx) * (y[i] - my)
	}
	return xy / math.Sqrt(xx*yy)
}

// The events of a step are an observation too: a lens that hides them (and leaves the level of the rest alone) moves the path
// nearly by their weight.
func TestEventsHaveWeights(t *testing.T) {
	s := oneOfEach(over(3))
	d := invented(13, 3, 10, wave)
	for i := range d.Events {
		name := d.Events[i].Day.Format("2006-01-02")
		d.Events[i].Sources = []string{name}
		d.Lenses = append(d.Lenses, Lens{name, []string{name}})
	}
	r := fit(t, d, s)
	events := 0
	var x, y []float64
	for _, w := range r.WeightsAt(20) {
		if w.Channel == EventShares {
			i := slices.IndexFunc(d.Lenses, func(l Lens) bool { return l.Name == w.ID })
			events++
			x, y = append(x, w.Weight), append(y, r.Run().Points[20].Median-r.Lensed[i].Medians[20])
		}
	}
	rho := pearson(x, y)
	t.Logf("%d months of events, weights up to %.3f, correlation with hiding them %.4f", events, slices.Max(x), rho)
	if events != 36 || rho < .97 {
		t.Errorf("%d months of events have weights, want 36; correlation with hiding them %.3f", events, rho)
	}
}
