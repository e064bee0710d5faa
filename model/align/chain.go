package align

import (
	"fmt"
	"math"
)

// chain runs forward-backward over one series of steps on one grid. It holds all memory that a pass needs, so that
// passes allocate nothing; one goroutine at a time.
type chain struct {
	grid     Grid
	values   []float64
	steps    int
	filter   []float64 // steps x points: filtered mass
	lik      []float64
	now      []float64
	next     []float64
	cross    []float64
	smoothed []float64
	*scratch
}

func newChain(g Grid, steps, widest int) *chain {
	n := g.Points
	return &chain{grid: g, values: g.values(), steps: steps, filter: make([]float64, steps*n), lik: make([]float64, n),
		now: make([]float64, n), next: make([]float64, n), cross: make([]float64, n), smoothed: make([]float64, n), scratch: newScratch(n, widest)}
}

func (c *chain) filtered(t int) []float64 { return c.filter[t*c.grid.Points : (t+1)*c.grid.Points] }

// forward filters: walks[t] leads into step t (walks[0] is not used), seen gives the likelihood of each step on this
// grid or a finer one with stride times its points. It returns the log evidence.
func (c *chain) forward(prior []float64, walks []*walk, seen evidence, stride int) (float64, error) {
	return c.forwardFrom(0, prior, walks, seen, stride)
}

// forwardFrom filters from step first on, trusting what filtered holds before it, and returns the log evidence of those
// steps.
func (c *chain) forwardFrom(first int, prior []float64, walks []*walk, seen evidence, stride int) (float64, error) {
	total := 0.0
	for t := first; t < c.steps; t++ {
		f := c.filtered(t)
		if t == 0 {
			copy(f, prior)
		} else {
			walks[t].forward(f, c.filtered(t-1), c.scratch)
		}
		scale, told := seen.product(c.lik, t, stride)
		z := 0.0
		if told {
			for k, l := range c.lik {
				f[k] *= l
				z += f[k]
			}
		} else {
			for _, x := range f {
				z += x
			}
		}
		if !(z > 0) || math.IsInf(z, 0) {
			return 0, fmt.Errorf("step %d: what was seen is impossible under the model (mass %g): widen the grid or check the observations of that step", t, z)
		}
		inv := 1 / z
		for k := range f {
			f[k] *= inv
		}
		total += math.Log(z) + scale
	}
	return total, nil
}

// pass is what backward hands out for each step.
type pass struct {
	t        int
	smoothed []float64 // mass on the grid; reused for the next step
	mean     float64
	variance float64
	jump     float64 // probability that the step from t to t+1 was a jump; zero at the last
	lagged   float64 // covariance of a[t] with a[t+1], when asked for; zero at the last
}

// backward smooths after forward with the same walks and evidence, and calls yield from the last step to the first.
// The slice that yield gets is reused. lags asks for the covariances of neighbouring steps, at half as much work again.
func (c *chain) backward(walks []*walk, seen evidence, stride int, lags bool, yield func(pass)) {
	n := c.grid.Points
	b, after, smoothed, values := c.now[:n], c.next[:n], c.smoothed[:n], c.values[:n]
	for k := range b {
		b[k] = 1
	}
	next := pass{} // of step t+1
	for t := c.steps - 1; t >= 0; t-- {
		p := pass{t: t, smoothed: smoothed}
		f := c.filtered(t)[:n]
		inv := 1.0
		if t < c.steps-1 {
			if _, told := seen.product(c.lik, t+1, stride); told {
				for k, l := range c.lik[:n] {
					b[k] *= l
				}
			}
			product := 0.0
			if lags {
				for k, v := range values {
					smoothed[k] = b[k] * v
				}
				walks[t+1].backward(c.cross, smoothed, c.scratch)
				for k, x := range c.cross[:n] {
					product += f[k] * values[k] * x
				}
			}
			walks[t+1].backward(after, b, c.scratch)
			b, after = after, b
			sum, wide := 0.0, 0.0
			for k, x := range c.wide[:n] {
				sum += f[k] * b[k]
				wide += f[k] * x
			}
			inv = 1 / sum
			p.jump, p.lagged = wide*inv, product*inv
		}
		square := 0.0
		for k, x := range f {
			b[k] *= inv
			x *= b[k]
			smoothed[k] = x
			x *= values[k]
			p.mean += x
			square += x * values[k]
		}
		// The points are few units from zero and sds above a hundredth, so the difference keeps its digits.
		p.variance = square - p.mean*p.mean
		if lags && t < c.steps-1 {
			p.lagged -= p.mean * next.mean
		}
		next = p
		yield(p)
	}
}
