package irt

import (
	"context"
	"fmt"
	"math"
)

// UpdateOptions of a nowcast.
type UpdateOptions struct {
	// WalkVar is the variance of a position's change per unit of time since the unit was last seen. Default: what the
	// fitted run learned or was given, or for BSVCompat half of its Smooth.
	WalkVar float64
	// StartVar is the variance of a unit that the fitted run does not know. Default 1, around 0.
	StartVar float64
	Rounds   int // default 25
}

// Update places units by roll calls that came after a fitted run, in milliseconds and without fitting it again. The
// table's units and, by RollCall.Item, its items are matched by name with those of the run; its periods
// must be later than, or the same as, the run's last one, on the same clock. A known unit starts from its last known
// position, blurred by the walk since then; a known item keeps what the run learned; a new one is learned here.
// The answer holds the table's periods only, on the run's scale. Intervals carry the uncertainty of the old positions
// and of all items. They do not carry a common shift or stretch of the old positions: that is the run's own.
func Update(fitted *Result, fresh *Table, rules Rules, o UpdateOptions) (*Result, error) {
	old := fitted.problem.table
	if n := len(fresh.Periods); n > 0 && len(old.Periods) > 0 {
		if last := old.Periods[len(old.Periods)-1]; fresh.Periods[0].Time < last.Time {
			return nil, fmt.Errorf("period %q is at %g, before the fitted run ends (%q at %g): fit again to change the past", fresh.Periods[0].Name, fresh.Periods[0].Time, last.Name, last.Time)
		}
	}
	p, err := Compile(fresh, rules)
	if err != nil {
		return nil, err
	}
	if o.WalkVar == 0 {
		o.WalkVar = fitted.WalkVar
		if fitted.model.BSVCompat {
			o.WalkVar = fitted.model.Smooth / 2
		}
	}
	if o.WalkVar == 0 {
		o.WalkVar = startWalkVar
	}
	if o.StartVar == 0 {
		o.StartVar = 1
	}
	if o.Rounds == 0 {
		o.Rounds = 25
	}
	m := fitted.itemPriors()
	m.Absolute, m.WalkVar = true, o.WalkVar
	m.StartMean, m.StartVar = fitted.lastKnown(fresh, o)
	if m, err = m.check(p); err != nil {
		return nil, err
	}
	return nowcast(p, FastOptions{Model: m, MaxRounds: o.Rounds, Tolerance: 1e-4, Workers: 1}, fitted)
}

// itemPriors describes new items by the run's items: their mean squares on the scale that the run reports.
func (r *Result) itemPriors() Model {
	var slope, cut, cuts float64
	for _, it := range r.Items {
		slope += it.Slope*it.Slope + it.SlopeSD*it.SlopeSD
		for k, g := range it.Cuts {
			cut += g*g + it.CutSD[k]*it.CutSD[k]
			cuts++
		}
	}
	return Model{SlopeVar: math.Max(slope/float64(len(r.Items)), 1e-3), CutVar: math.Max(cut/cuts, 1e-2)}
}

// lastKnown is mean and variance of each unit of the fresh table in its first period there.
func (r *Result) lastKnown(fresh *Table, o UpdateOptions) (mean, variance []float64) {
	last := map[string]Point{}
	for _, pt := range r.Points { // by period: the latest stays
		last[r.problem.table.Units[pt.Unit]] = pt
	}
	first := make([]float64, len(fresh.Units))
	for u := range first {
		first[u] = math.Inf(1)
	}
	for v, u := range fresh.Unit {
		if fresh.Category[v] >= 0 {
			first[u] = math.Min(first[u], fresh.Periods[fresh.Calls[fresh.Call[v]].Period].Time)
		}
	}
	mean, variance = make([]float64, len(fresh.Units)), make([]float64, len(fresh.Units))
	for u, name := range fresh.Units {
		variance[u] = o.StartVar
		if pt, known := last[name]; known && !math.IsInf(first[u], 1) {
			mean[u] = pt.Mean
			variance[u] = math.Max(pt.SD*pt.SD+o.WalkVar*(first[u]-r.problem.table.Periods[pt.Period].Time), 1e-6)
		}
	}
	return mean, variance
}

// nowcast is Fast from known positions, with the run's items held.
func nowcast(p *Problem, o FastOptions, fitted *Result) (*Result, error) {
	f := bareFast(p, o)
	defer f.pool.close()
	f.held = make([]bool, p.nItem)
	f.w.learn = false
	p.startItems(f.a.beta, f.a.cut)
	known := map[string]*Item{}
	for i := range fitted.Items {
		known[fitted.Items[i].Name] = &fitted.Items[i]
	}
	for j, name := range p.itemName {
		if it := known[name]; it != nil && p.sameScale(j, it) {
			f.hold(j, it)
		}
	}
	for u := range p.nUnit {
		path := p.path[p.pathOff[u]:p.pathOff[u+1]]
		for _, c := range path {
			f.a.theta[c], f.a.thetaVar[c] = f.w.mean[path[0]], f.w.variance[path[0]]
		}
	}
	for range 3 {
		f.pool.each(p.nItem, f.byItem)
	}
	if err := f.settle(context.Background()); err != nil {
		return nil, err
	}
	return f.result(), nil
}

// sameScale reports whether the fresh votes use exactly the categories between which the run has cutpoints.
func (p *Problem) sameScale(j int, it *Item) bool {
	if len(p.used[j]) != len(it.Categories) {
		return false
	}
	for k, y := range p.used[j] {
		if int(y) != it.Categories[k] {
			return false
		}
	}
	return true
}

func (f *fast) hold(j int, it *Item) {
	f.held[j] = true
	f.a.beta[j], f.a.betaVar[j] = it.Slope, it.SlopeSD*it.SlopeSD
	for k := range it.Cuts {
		i := int(f.p.cutOff[j]) + k
		f.a.cut[i], f.a.cutVar[i], f.a.cutCov[i] = it.Cuts[k], it.CutSD[k]*it.CutSD[k], it.SlopeCut[k]
	}
}
