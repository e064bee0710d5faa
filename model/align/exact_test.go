package align

import (
	"math"
	"testing"

	"orrery/internal/testkit"
)

// exactRise is P(a[t] > a[back]) under one combination, by carrying every starting point through all steps: no normal
// approximation.
func exactRise(f *fitter, e evidence, walks []*walk, back, t int) float64 {
	c := f.rough.chain
	n := c.grid.Points
	after := make([]float64, n) // likelihood of what was seen after t, from each point at t
	for k := range after {
		after[k] = 1
	}
	lik, tmp := make([]float64, n), make([]float64, n)
	for u := c.steps - 1; u > t; u-- {
		if _, told := e.product(lik, u, f.rough.every); told {
			for k := range after {
				after[k] *= lik[k]
			}
		}
		walks[u].backward(tmp, after, c.scratch)
		copy(after, tmp)
	}
	up, all := 0.0, 0.0
	start := append([]float64(nil), c.filtered(back)...)
	for from, p := range start {
		if p < 1e-12 {
			continue
		}
		mass := make([]float64, n)
		mass[from] = p
		for u := back + 1; u <= t; u++ {
			walks[u].forward(tmp, mass, c.scratch)
			copy(mass, tmp)
			if _, told := e.product(lik, u, f.rough.every); told {
				for k := range mass {
					mass[k] *= lik[k]
				}
			}
		}
		for k, m := range mass {
			m *= after[k]
			all += m
			if k > from {
				up += m
			} else if k == from {
				up += m / 2
			}
		}
	}
	return up / all
}

// The chance of a rise takes two steps as jointly normal; carried exactly it must come out nearly the same, most of
// all near the .90 that the guardrail asks for.
func TestValidityRiseIsNearlyExact(t *testing.T) {
	worst := 0.0
	for seed, truth := range map[uint64]func(float64) float64{1: wave, 2: func(y float64) float64 {
		if y < 3.5 {
			return .8
		}
		return -.8 // a sudden turn
	}} {
		d, s := invented(seed, 6, 25, truth), over(6)
		f, err := newFitter(s)
		if err != nil {
			t.Fatal(err)
		}
		f.begin(d)
		all, err := read(d, s, f.tl, AsMissing)
		if err != nil {
			t.Fatal(err)
		}
		v := f.newView(all, nil)
		c := combo{drift: 1, sharp: 1, weight: 1}
		e := v.evidence(c, -1)
		if _, err := f.rough.forward(c, e); err != nil {
			t.Fatal(err)
		}
		f.rough.backward(c, e, true, func(p pass) {
			f.mean[p.t], f.variance[p.t], f.lagged[p.t] = p.mean, p.variance, p.lagged
		})
		rise := make([]float64, len(f.tl.ends))
		f.addRise(rise, 1)
		for _, at := range []int{12, 24, 36, 44, 48, 60, 71} {
			back, ok := f.tl.yearBefore(at)
			if !ok || back != at-12 {
				t.Fatalf("the year before step %d is step %d, %t", at, back, ok)
			}
			exact := exactRise(f, e, f.rough.walks[c.drift], back, at)
			worst = math.Max(worst, math.Abs(exact-rise[at]))
			if math.Abs(exact-rise[at]) > .03 {
				t.Errorf("seed %d, step %d: P(rise) = %.3f, exactly %.3f", seed, at, rise[at], exact)
			}
		}
	}
	t.Logf("largest error of P(rise): %.4f", worst)
}

// Truth drawn from the model itself: the 90 % intervals must hold it about nine times in ten.
func TestValidityIntervalsHoldTheTruth(t *testing.T) {
	const years = 8
	inside, all := 0, 0
	for seed := range uint64(30) {
		rng := testkit.Rand(1000 + seed)
		path := []float64{rng.NormFloat64()}
		for range years * 12 {
			step := rng.NormFloat64() * math.Sqrt(.02/12)
			if rng.Float64() < .01 {
				step = rng.NormFloat64() * .5
			}
			path = append(path, path[len(path)-1]+step)
		}
		d, s := invented(100+seed, years, 20, func(y float64) float64 { return path[min(int(y*12), years*12)] }), over(years)
		d.Reactions, d.Stances, d.Events = nil, nil, nil // drawn by rougher rules than the model's
		s.Sharpness = []Weighted{{1, 1}}
		for i, p := range fit(t, d, s).Run().Points {
			all++
			if p.Q05 <= path[i] && path[i] <= p.Q95 {
				inside++
			}
		}
	}
	share := float64(inside) / float64(all)
	t.Logf("90 %% intervals hold the truth at %d of %d steps: %.3f", inside, all, share)
	if share < .86 || share > .94 {
		t.Errorf("90 %% intervals hold the truth at %.3f of the steps", share)
	}
}
