package irt

import (
	"math"
)

// cowlesStep is the published standard deviation of a cutpoint's proposal.
const cowlesStep = 1. / 15

// published moves an item of three categories as the published estimator does: both cutpoints by one Metropolis step, then
// the slope given latent utilities. The step's correction for its truncated proposals leaves out a factor. Where many
// abstained that changes nothing; where hardly anybody did, the gap is narrow against the step and the cutpoints
// drift. In the first two sessions, which nothing else holds, this drift against the pull of standardisation is what
// places the whole session, so that neither a correct step nor more steps a sweep would reproduce the series.
func (c *chain) published(j int) bool {
	k := c.p.cutOff[j]
	r := newStream(c.seed, c.number, c.sweep, forItem, j)
	cut := c.cut[k : k+2]
	var at, then quad
	c.p.evalItem(j, c.beta[j], cut, c.theta, &at)
	g1, g2 := cut[0], cut[1]
	h1 := r.truncated(g1, cowlesStep, -cutBound, g2)
	h2 := r.truncated(g2, cowlesStep, h1, cutBound)
	trial := [2]float64{h1, h2}
	c.p.evalItem(j, c.beta[j], trial[:], c.theta, &then)
	taken := r.take(then.ll - at.ll + logPhi((g2-h1)/cowlesStep) - logPhi((h2-g1)/cowlesStep))
	if taken {
		cut[0], cut[1] = h1, h2
		at = then
	}
	full := 1 / c.m.SlopeVar // precision given utilities
	base := int(k) + j
	for _, cell := range c.p.voteCell[c.p.group[base]:c.p.group[base+3]] {
		full += c.theta[cell] * c.theta[cell]
	}
	c.beta[j] = r.gait(c.beta[j], at.g[0]-c.beta[j]/c.m.SlopeVar, at.h[0][0]+1/c.m.SlopeVar, full)
	return taken
}

// gait is the step from x that latent utilities would make: they are drawn given x, then x given them. The mean of x
// given them has exactly the mean x + slope/full and the variance (full − curve)/full², where slope and −curve are
// derivatives of the log posterior without utilities and full is the precision with them. As a sum over many votes
// it is normal to good approximation.
func (s *stream) gait(x, slope, curve, full float64) float64 {
	return s.seen(x, slope, curve, full) + s.normal()/math.Sqrt(full)
}

// seen is that mean.
func (s *stream) seen(x, slope, curve, full float64) float64 {
	return x + slope/full + s.normal()*math.Sqrt(math.Max(full-curve, 0))/full
}

// lone moves one cell as published: the prior looks back at the mean that was seen in the last sweep.
func (c *chain) lone(cell int32, r *stream) {
	p := c.p
	prior := 1 / c.w.variance[cell]
	full := prior
	for k := p.cellOff[cell]; k < p.cellOff[cell+1]; k++ {
		b := c.beta[p.voteItem[k]]
		full += b * b
	}
	x := c.theta[cell]
	_, slope, curve := p.evalCell(int(cell), x, c.beta, c.cut)
	c.fresh[cell] = r.seen(x, slope+prior*(p.lag(cell, c.seen, c.w.mean)-x), curve+prior, full)
	c.theta[cell] = max(-5, min(5, c.fresh[cell]+r.normal()/math.Sqrt(full)))
}

// putBack gives all positions mean 0 and standard deviation 1, and nothing else: not what was seen, nor the items.
func (c *chain) putBack() {
	c.seen, c.fresh = c.fresh, c.seen
	c.rawMean, c.rawSD = spread(c.theta)
	for i, x := range c.theta {
		c.theta[i] = (x - c.rawMean) / c.rawSD
	}
}

// truncated is a normal number within (lo, hi), lo < hi, by the inverse of its distribution function.
func (s *stream) truncated(mean, sd, lo, hi float64) float64 {
	a, b := phi((lo-mean)/sd), phi((hi-mean)/sd)
	u := math.Max(1e-15, math.Min(1-1e-15, a+(b-a)*s.uniform()))
	return math.Max(lo, math.Min(hi, mean+sd*math.Sqrt2*math.Erfinv(2*u-1)))
}
