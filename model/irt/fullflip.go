package irt

// flip proposes to mirror everything from one period to another: eras in which the axis is reversed are modes of the
// posterior, and no small step leads out of them. Only cuts that no item bridges are tried.
func (c *chain) flip() {
	p := c.p
	r := newStream(c.seed, c.number, c.sweep, forFlip, 0)
	lo := int(r.bits() % uint64(p.nPeriod))
	hi := p.nPeriod
	if r.bits()%2 == 0 {
		hi = lo + 1 + int(r.bits()%uint64(p.nPeriod-lo))
	}
	if c.bridging > 0 { // bridging items hold the eras together
		return
	}
	if c.m.mirrored() && hi-lo == p.nPeriod || !r.take(c.flipGain(lo, hi)) {
		return
	}
	c.flips++
	for cell := p.periodOff[lo]; cell < p.periodOff[hi]; cell++ {
		c.theta[cell] = -c.theta[cell]
	}
	for _, j := range c.periodItems[c.periodItemOff[lo]:c.periodItemOff[hi]] {
		c.beta[j] = -c.beta[j]
	}
}

// flipGain is what the walk's prior says to mirroring periods lo … hi−1; likelihood and items' priors do not change.
func (c *chain) flipGain(lo, hi int) (gain float64) {
	p := c.p
	term := func(cell int32, from, to float64) {
		gain += (from*from - to*to) / (2 * c.w.variance[cell])
	}
	for cell := p.periodOff[lo]; cell < p.periodOff[hi]; cell++ {
		x := c.theta[cell]
		if b := p.prev[cell]; b < 0 {
			term(cell, x-c.w.mean[cell], -x-c.w.mean[cell])
		} else if b < p.periodOff[lo] {
			term(cell, x-c.theta[b], -x-c.theta[b])
		}
		if n := p.next[cell]; n >= p.periodOff[hi] {
			term(n, c.theta[n]-x, c.theta[n]+x)
		}
	}
	return gain
}
