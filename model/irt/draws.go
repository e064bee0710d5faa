package irt

// draws keeps what a chain leaves: every thinned position for quantiles and diagnostics, and sums for the rest.
type draws struct {
	n                int
	theta            []float32 // by cell, then draw
	keep             int
	sum              []float64 // of positions, over all sweeps after burn-in
	beta, beta2      []float64
	cut, cut2, cross []float64
	walk             float64
	sweeps           int
}

func newDraws(p *Problem, keep int) draws {
	return draws{keep: keep, theta: make([]float32, p.nCell*keep), sum: make([]float64, p.nCell),
		beta: make([]float64, p.nItem), beta2: make([]float64, p.nItem),
		cut: make([]float64, p.cutOff[p.nItem]), cut2: make([]float64, p.cutOff[p.nItem]), cross: make([]float64, p.cutOff[p.nItem])}
}

// record adds the chain's state; store says whether positions are kept one by one too.
func (c *chain) record(store bool) {
	d := &c.draws
	mean, sd := c.scale()
	sign := c.sign()
	for i, x := range c.theta {
		x = sign * (x - mean) / sd
		if c.m.BSVCompat { // the mean of the draw is known: less noise for the same expectation
			d.sum[i] += sign * (c.seen[i] - c.rawMean) / c.rawSD
		} else {
			d.sum[i] += x
		}
		if store {
			d.theta[i*d.keep+d.n] = float32(x)
		}
	}
	if store {
		d.n++
	}
	for j, b := range c.beta {
		s := sign * b * sd
		d.beta[j] += s
		d.beta2[j] += s * s
		for k := c.p.cutOff[j]; k < c.p.cutOff[j+1]; k++ {
			g := c.cut[k] - b*mean
			d.cut[k] += g
			d.cut2[k] += g * g
			d.cross[k] += g * s
		}
	}
	d.walk += c.walkVar / (sd * sd)
	d.sweeps++
}

// agree mirrors a chain that came to the same answer with the other sign, when it began somewhere else than the first.
func (d *draws) agree(first *draws) {
	s := 0.0
	for i, x := range d.sum {
		s += x * first.sum[i]
	}
	if s >= 0 {
		return
	}
	for i := range d.theta {
		d.theta[i] = -d.theta[i]
	}
	for _, x := range [][]float64{d.sum, d.beta, d.cross} {
		for i := range x {
			x[i] = -x[i]
		}
	}
}
