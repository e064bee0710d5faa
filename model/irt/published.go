package irt

import (
	"math"
)

// A replica is the room that a sweep of the published program needs beside the chain's state.
type replica struct {
	position, was, would []float64 // by vote of one item: of its voter; its probability at the cutpoints as they are, as proposed
	seen                 []sums    // by cell
	trial                [maxCategories]float64
	latent               *latent
}

// sums over the votes of a cell: of slope × latent utility, and of slope². They lie side by side for the cache.
type sums struct{ pull, hold float64 }

func newReplica(p *Problem) *replica {
	most := int32(0)
	for j := range p.nItem {
		most = max(most, p.group[int(p.cutOff[j+1])+j+1]-p.group[int(p.cutOff[j])+j])
	}
	return &replica{position: make([]float64, most), was: make([]float64, most), would: make([]float64, most),
		seen: make([]sums, p.nCell), latent: newLatent()}
}

// publishedSweep is one iteration of the published program, in its order: of each item the cutpoints, then the latent
// utilities of its votes, then its slope from them; then all positions at once from the same utilities; then
// standardisation. It is one pass over the votes, as an item needs nothing of another and a position only two sums.
func (c *chain) publishedSweep() {
	clear(c.replica.seen)
	for j := range c.p.nItem {
		c.publishedItem(j)
	}
	c.publishedPositions()
}

// publishedPositions draws all positions. The prior looks back at the mean of the last sweep, not at its draw.
func (c *chain) publishedPositions() {
	r := newStream(c.seed, c.number, c.sweep, forPath, 0)
	for cell, seen := range c.replica.seen {
		prior := 1 / c.w.variance[cell]
		full := seen.hold + prior
		c.fresh[cell] = (seen.pull + prior*c.p.lag(int32(cell), c.seen, c.w.mean)) / full
		c.theta[cell] = max(-5, min(5, c.fresh[cell]+r.normal()/math.Sqrt(full)))
	}
	c.seen, c.fresh = c.fresh, c.seen
	c.rawMean, c.rawSD = spread(c.theta) // all positions get mean 0 and variance 1; not what was seen, nor the items
	for i, x := range c.theta {
		c.theta[i] = (x - c.rawMean) / c.rawSD
	}
}

// publishedItem moves one item and adds its utilities to what its voters' positions will be drawn from.
func (c *chain) publishedItem(j int) {
	p, room := c.p, c.replica
	k0, k1 := p.cutOff[j], p.cutOff[j+1]
	cut, base := c.cut[k0:k1], int(k0)+j
	r := newStream(c.seed, c.number, c.sweep, forItem, j)
	trial := room.trial[:len(cut)]
	ratio := propose(cut, trial, &r)
	groups := p.group[base : base+len(cut)+2]
	voters := p.voteCell[groups[0]:groups[len(cut)+1]]
	theta, was, would := room.position[:len(voters)], room.was[:len(voters)], room.would[:len(voters)]
	for i, cell := range voters {
		theta[i] = c.theta[cell]
	}
	for y := range len(cut) + 1 {
		lo, hi := groups[y]-groups[0], groups[y+1]-groups[0]
		room.latent.chances(y, cut, trial, c.beta[j], theta[lo:hi], was[lo:hi], would[lo:hi])
	}
	c.tried[0].item[1]++
	if r.take(ratio + logRatio(would, was)) {
		copy(cut, trial)
		was = would
		c.tried[0].item[0]++
	}
	for y := range len(cut) + 1 { // utilities replace the probabilities
		lo, hi := groups[y]-groups[0], groups[y+1]-groups[0]
		room.latent.draw(y, cut, c.beta[j], theta[lo:hi], was[lo:hi], &r)
	}
	full, pull := 1/c.m.SlopeVar, 0.0
	for i, t := range theta {
		full += t * t
		pull += t * was[i]
	}
	b := pull/full + r.normal()/math.Sqrt(full)
	c.beta[j] = b
	room.show(voters, was, b)
}

// show adds an item's utilities to the sums of its voters.
func (room *replica) show(voters []int32, utility []float64, slope float64) {
	utility = utility[:len(voters)]
	square := slope * slope
	for i, cell := range voters {
		s := &room.seen[cell]
		s.pull += slope * utility[i]
		s.hold += square
	}
}

// logRatio is the log of ∏aᵢ/∏bᵢ.
func logRatio(a, b []float64) (sum float64) {
	x, y := 1.0, 1.0
	for i := range a {
		x *= a[i]
		y *= b[i]
		if x < 1e-200 || y < 1e-200 {
			sum += math.Log(x) - math.Log(y)
			x, y = 1, 1
		}
	}
	return sum + math.Log(x) - math.Log(y)
}

// lag is the published prior mean: the session before, for a first session the second, for an only one its own.
func (p *Problem) lag(c int32, seen, mean []float64) float64 {
	if b := p.prev[c]; b >= 0 {
		return seen[b]
	}
	if n := p.next[c]; n >= 0 {
		return seen[n]
	}
	return mean[c]
}
