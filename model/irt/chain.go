package irt

import (
	"math"
)

// A chain is one run of the sampler. Everything it needs is made before the first sweep.
type chain struct {
	p      *Problem
	m      *Model
	w      walk
	seed   uint64
	number int
	sweep  int
	pool   *pool

	theta, beta, cut []float64
	start            []float64 // positions
	seen, fresh      []float64 // BSVCompat: what priors look back at, from the last sweep and from this one

	// Votes on bridging items, by cell and class, as in Problem; and items by their first period.
	bridgeOff, bridgeItem, bridgeCut []int32
	periodItemOff, periodItems       []int32
	bridging                         int
	room                             []float64

	scratch        []pathScratch
	cuts, trial    [][]float64
	byItem, byUnit func(worker, lo, hi int)

	walkVar                        float64
	rawMean, rawSD                 float64 // BSVCompat: of positions before they were put back
	tried, took                    []workerCount
	periodTried, periodTook, flips int
	draws                          draws
	replica                        *replica
}

type workerCount struct {
	item, path [2]int
	_          [4]int
} // padded: workers write side by side

func newChain(p *Problem, m *Model, seed uint64, number, workers int, start *approx) *chain {
	c := &chain{p: p, m: m, w: p.walk(m), seed: seed, number: number, pool: newPool(workers), walkVar: startWalkVar,
		seen: make([]float64, p.nCell), fresh: make([]float64, p.nCell), room: make([]float64, p.nCell)}
	c.start = start.theta
	c.theta, c.beta, c.cut = append(c.theta, start.theta...), append(c.beta, start.beta...), append(c.cut, start.cut...)
	for k, g := range c.cut {
		c.cut[k] = math.Max(-cutBound+.1, math.Min(cutBound-.1, g))
	}
	copy(c.seen, c.theta)
	c.scratch = p.scratch(c.pool.size())
	c.tried, c.took = make([]workerCount, c.pool.size()), make([]workerCount, c.pool.size())
	for range c.pool.size() {
		c.cuts = append(c.cuts, make([]float64, maxCategories))
		c.trial = append(c.trial, make([]float64, maxCategories))
	}
	c.byItem, c.byUnit = c.items, c.units
	c.bridges()
	if m.BSVCompat {
		c.replica = newReplica(p)
	}
	return c
}

// bridges lists what a period's own moves must recompute.
func (c *chain) bridges() {
	p := c.p
	c.bridgeOff = append(c.bridgeOff, 0)
	for cell := range p.nCell {
		bounds := [4]int32{p.cellOff[cell], p.cellHigh[cell], p.cellMid[cell], p.cellOff[cell+1]}
		for class := range 3 {
			for k := bounds[class]; k < bounds[class+1]; k++ {
				if j := p.voteItem[k]; p.firstPeriod[j] < p.lastPeriod[j] {
					c.bridgeItem = append(c.bridgeItem, j)
					c.bridgeCut = append(c.bridgeCut, p.voteCut[k])
				}
			}
			c.bridgeOff = append(c.bridgeOff, int32(len(c.bridgeItem)))
		}
	}
	own := make([][]int32, p.nPeriod)
	for j := range p.nItem {
		own[p.firstPeriod[j]] = append(own[p.firstPeriod[j]], int32(j))
		if p.firstPeriod[j] < p.lastPeriod[j] {
			c.bridging++
		}
	}
	for _, items := range own {
		c.periodItemOff = append(c.periodItemOff, int32(len(c.periodItems)))
		c.periodItems = append(c.periodItems, items...)
	}
	c.periodItemOff = append(c.periodItemOff, int32(len(c.periodItems)))
}

// step is one sweep.
func (c *chain) step() {
	if c.m.BSVCompat {
		c.publishedSweep()
		c.sweep++
		return
	}
	for t := range c.p.nPeriod {
		c.rescale(t, t+1)
	}
	r := newStream(c.seed, c.number, c.sweep, forWindow, 0)
	for range (c.p.nPeriod + 3) / 4 {
		lo := int(r.bits() % uint64(c.p.nPeriod))
		c.rescale(lo, lo+1+int(r.bits()%uint64(c.p.nPeriod-lo)))
	}
	c.flip()
	c.pool.each(c.p.nItem, c.byItem)
	c.pool.each(c.p.nUnit, c.byUnit)
	if c.w.learn {
		c.learn()
	}
	c.sweep++
}

func (c *chain) items(worker, lo, hi int) {
	n := &c.took[worker]
	for j := lo; j < hi; j++ {
		n.item[1]++
		if c.item(j, c.cuts[worker], c.trial[worker]) {
			n.item[0]++
		}
		c.loose(j, c.trial[worker])
	}
}

func (c *chain) units(worker, lo, hi int) {
	n := &c.took[worker]
	for u := lo; u < hi; u++ {
		tried, taken := c.path(u, &c.scratch[worker])
		n.path[0] += taken
		n.path[1] += tried
	}
}

// learn draws the walk's variance: inverse gamma with a prior worth two steps of variance startWalkVar.
func (c *chain) learn() {
	s, n := 2*startWalkVar, 2.0
	for cell, b := range c.p.prev {
		if b >= 0 {
			d := c.theta[cell] - c.theta[b]
			s += d * d / c.p.gap[cell]
			n++
		}
	}
	r := newStream(c.seed, c.number, c.sweep, forWalk, 0)
	c.walkVar = s / (2 * r.gamma(n/2))
	for cell, b := range c.p.prev {
		if b >= 0 {
			c.w.variance[cell] = c.walkVar * c.p.gap[cell]
		}
	}
}

// sign says whether this draw is reported mirrored. Where the prior does not tell left from right the named units do,
// or else the start.
func (c *chain) sign() float64 {
	if !c.m.mirrored() {
		return 1
	}
	if len(c.m.Positive) > 0 {
		return c.p.sign(c.m.Positive, c.theta)
	}
	s := 0.0
	for i, x := range c.theta {
		s += x * c.start[i]
	}
	if s < 0 {
		return -1
	}
	return 1
}

// scale is the mean and standard deviation that a draw is reported with.
func (c *chain) scale() (mean, sd float64) {
	if c.m.Absolute {
		return 0, 1
	}
	return spread(c.theta)
}
