package irt

import (
	"context"
	"math"
)

// FastOptions of the approximate run.
type FastOptions struct {
	Model
	MaxRounds int     // default 100
	Tolerance float64 // stop when no position moves further in a round; default 0.002
	Workers   int     // default: one a processor; changes nothing in the result
	Seed      uint64  // of BSVCompat only; otherwise there is no chance in it
}

// Fast approximates the posterior by independent normal distributions of positions (along a unit's path, jointly)
// and items, maximising the evidence bound by Newton steps with expectations at two points. It is deterministic.
// It misses how positions and items move together, so its intervals are too narrow: see docs/methods/idealpoints.md.
//
// BSVCompat is no posterior and has no bound. There Fast is the published sampler itself, for as many sweeps as a fixed
// number of votes allows: see fastVotes.
func Fast(ctx context.Context, p *Problem, o FastOptions) (*Result, error) {
	m, err := o.Model.check(p)
	if err != nil {
		return nil, err
	}
	o.Model = m
	if o.BSVCompat {
		return fastPublished(ctx, p, o)
	}
	if o.MaxRounds == 0 {
		o.MaxRounds = 100
	}
	if o.Tolerance == 0 {
		o.Tolerance = .002
	}
	f := newFast(p, o)
	defer f.pool.close()
	if err := f.settle(ctx); err != nil {
		return nil, err
	}
	return f.result(), nil
}

// settle goes round until nothing moves or the rounds are used up.
func (f *fast) settle(ctx context.Context) error {
	for f.rounds < f.o.MaxRounds && !f.converged {
		if err := ctx.Err(); err != nil {
			return err
		}
		f.rounds++
		f.converged = f.round() < f.o.Tolerance
	}
	return nil
}

type fast struct {
	p         *Problem
	o         FastOptions
	w         walk
	a         *approx
	pool      *pool
	moved     []float64 // by cell
	walkVar   float64
	step      []float64 // expected squared step over its time, by cell
	rounds    int
	converged bool
	held      []bool // by item: known from an earlier run; nil for none

	slope, curve           []float64 // by cell
	byItem, byCell, byUnit func(worker, lo, hi int)
	scratch                []pathScratch
}

func newApprox(p *Problem) *approx {
	return &approx{make([]float64, p.nCell), make([]float64, p.nCell), make([]float64, p.nItem), make([]float64, p.nItem),
		make([]float64, p.cutOff[p.nItem]), make([]float64, p.cutOff[p.nItem]), make([]float64, p.cutOff[p.nItem])}
}

// newFast is at the start: positions from the votes themselves.
func newFast(p *Problem, o FastOptions) *fast {
	f := bareFast(p, o)
	f.a.theta = p.start()
	p.startItems(f.a.beta, f.a.cut)
	for range 4 { // positions are taken as known until the items make sense
		f.pool.each(p.nItem, f.byItem)
	}
	return f
}

func bareFast(p *Problem, o FastOptions) *fast {
	f := &fast{p: p, o: o, w: p.walk(&o.Model), a: newApprox(p), pool: newPool(o.Workers), walkVar: startWalkVar,
		moved: make([]float64, p.nCell), step: make([]float64, p.nCell),
		slope: make([]float64, p.nCell), curve: make([]float64, p.nCell)}
	f.scratch = p.scratch(f.pool.size())
	f.byItem, f.byCell, f.byUnit = f.items, f.cells, f.units
	return f
}

// round updates all items, then all positions, and returns the furthest move of a position.
func (f *fast) round() float64 {
	f.pool.each(f.p.nItem, f.byItem)
	f.pool.each(f.p.nCell, f.byCell)
	f.pool.each(f.p.nUnit, f.byUnit)
	furthest := 0.0
	for _, d := range f.moved {
		furthest = math.Max(furthest, math.Abs(d))
	}
	if f.w.learn {
		f.learn()
	}
	return furthest
}

// learn sets the common variance of the walk to its expectation, with a prior worth two steps of .05.
func (f *fast) learn() {
	s, n := 2*startWalkVar, 2.0
	for c, b := range f.p.prev {
		if b >= 0 {
			s += f.step[c]
			n++
		}
	}
	f.walkVar = s / n
	for c, b := range f.p.prev {
		if b >= 0 {
			f.w.variance[c] = f.walkVar * f.p.gap[c]
		}
	}
}

// standardise gives all draws of positions together mean 0 and variance 1, and moves the items and the walk along so that
// the likelihood stays.
func (f *fast) standardise() {
	a := f.a
	mean, sd := moments(a.theta, a.thetaVar)
	for c := range a.theta {
		a.theta[c] = (a.theta[c] - mean) / sd
		a.thetaVar[c] /= sd * sd
	}
	for j := range a.beta {
		for k := f.p.cutOff[j]; k < f.p.cutOff[j+1]; k++ {
			a.cut[k] -= a.beta[j] * mean
			a.cutVar[k] += mean*mean*a.betaVar[j] - 2*mean*a.cutCov[k]
			a.cutCov[k] = (a.cutCov[k] - mean*a.betaVar[j]) * sd
		}
		a.beta[j] *= sd
		a.betaVar[j] *= sd * sd
	}
	f.walkVar /= sd * sd
}

// moments of a mixture of normals with these means and variances, one a cell.
func moments(x, variance []float64) (mean, sd float64) {
	s, ss := 0.0, 0.0
	for i, v := range x {
		s += v
		ss += v*v + variance[i]
	}
	n := float64(len(x))
	mean = s / n
	return mean, math.Sqrt(ss/n - mean*mean)
}
