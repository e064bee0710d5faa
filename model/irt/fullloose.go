package irt

import (
	"math"
)

// loose draws the cutpoints that only one side's votes touch: uniformly over the room they have, taken or not.
func (c *chain) loose(j int, trial []float64) {
	k0, k1 := c.p.cutOff[j], c.p.cutOff[j+1]
	lo, hi := c.p.held(j)
	if lo == 0 && hi == int(k1-k0) {
		return
	}
	cut := c.cut[k0:k1]
	trial = trial[:len(cut)]
	r := newStream(c.seed, c.number, c.sweep, forLoose, j)
	copy(trial, cut)
	for k := range cut {
		if k >= lo && k < hi {
			continue
		}
		from, to := -float64(cutBound), float64(cutBound)
		if k > 0 {
			from = cut[k-1]
		}
		if k+1 < len(cut) {
			to = cut[k+1]
		}
		trial[k] = from + (to-from)*r.uniform()
		if r.take(c.touching(j, k, trial) - c.touching(j, k, cut)) {
			cut[k] = trial[k]
		}
		trial[k] = cut[k]
	}
}

// touching is the log likelihood of the votes on either side of cutpoint k.
func (c *chain) touching(j, k int, cut []float64) (ll float64) {
	p := c.p
	base := int(p.cutOff[j]) + j
	for y := k; y <= k+1; y++ {
		for _, cell := range p.voteCell[p.group[base+y]:p.group[base+y+1]] {
			e := c.beta[j] * c.theta[cell]
			var l float64
			switch y {
			case 0:
				l, _ = p.tab.lower(cut[0] - e)
			case len(cut):
				l, _ = p.tab.lower(e - cut[len(cut)-1])
			default:
				q, _, _ := p.tab.between(cut[y-1]-e, cut[y]-e)
				l = math.Log(q)
			}
			ll += l
		}
	}
	return ll - cut[k]*cut[k]/(2*c.m.CutVar)
}
