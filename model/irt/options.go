package irt

import (
	"fmt"
	"math"
)

// A Model is what is assumed before any vote is read. The zero value is a good start for any table.
type Model struct {
	// SlopeVar is the variance of the normal prior of each slope, around 0. Default 1.
	SlopeVar float64
	// CutVar is the variance of the normal prior of each cutpoint, around 0. Default 9. BSVCompat does not use it.
	CutVar float64
	// StartMean and StartVar describe a unit's first position, by number of the unit in the table. Defaults 0 and 1.
	StartMean, StartVar []float64
	// WalkVar is the variance of a position's change per unit of time. 0 learns one for all units.
	WalkVar float64
	// UnitWalkVar gives it by unit instead, by number in the table; it must be positive.
	UnitWalkVar []float64
	// Absolute leaves positions on the scale of the priors. By default each draw is shifted and scaled so that
	// positions of all cells have mean 0 and standard deviation 1, which is what the published series does.
	Absolute bool
	// BSVCompat reproduces the estimator of Bailey, Strezhnev and Voeten as it was run in April 2020: variance of the
	// walk Smooth·n/(n+n before), by numbers of votes; cutpoints flat on (−7, 7); a period looks back at the
	// one before and never ahead, and looks at its conditional mean instead of its draw. It is not the posterior
	// of any model; use it to compare with that series only, with Rules.KeepEmpty and FullOptions.Anchors.
	BSVCompat bool
	// Smooth is that factor. Default 0.5.
	Smooth float64
	// Positive names units whose average position is made positive. Empty keeps the sign of the start.
	Positive []string
}

const cutBound = 7 // of the flat prior of cutpoints in the published estimator

func (m Model) check(p *Problem) (Model, error) {
	if m.SlopeVar == 0 {
		m.SlopeVar = 1
	}
	if m.CutVar == 0 {
		m.CutVar = 9
	}
	if m.Smooth == 0 {
		m.Smooth = .5
	}
	for _, x := range []struct {
		name  string
		value float64
	}{{"SlopeVar", m.SlopeVar}, {"CutVar", m.CutVar}, {"Smooth", m.Smooth}} {
		if !(x.value > 0) || math.IsInf(x.value, 1) {
			return m, fmt.Errorf("%s is %g: it must be a positive number", x.name, x.value)
		}
	}
	if !(m.WalkVar >= 0) || math.IsInf(m.WalkVar, 1) {
		return m, fmt.Errorf("WalkVar is %g: it must be 0 (learn it) or a positive number", m.WalkVar)
	}
	for _, x := range []struct {
		name   string
		value  []float64
		lowest float64
	}{{"StartMean", m.StartMean, math.Inf(-1)}, {"StartVar", m.StartVar, 0}, {"UnitWalkVar", m.UnitWalkVar, 0}} {
		if x.value != nil && len(x.value) != len(p.table.Units) {
			return m, fmt.Errorf("%s has %d entries for %d units", x.name, len(x.value), len(p.table.Units))
		}
		for u, v := range x.value {
			if !(v > x.lowest) || math.IsInf(v, 1) {
				return m, fmt.Errorf("%s of %s is %g", x.name, p.table.Units[u], v)
			}
		}
	}
	return m, nil
}

// walk holds the prior of positions by cell: variance of the step into the cell, and for a first cell its mean.
type walk struct {
	mean, variance []float64
	learn          bool
}

const startWalkVar = .05 // before any is learned

func (p *Problem) walk(m *Model) walk {
	w := walk{make([]float64, p.nCell), make([]float64, p.nCell), m.WalkVar == 0 && m.UnitWalkVar == nil && !m.BSVCompat}
	for c := range w.mean {
		u := p.unit[p.cellUnit[c]]
		if p.prev[c] < 0 {
			w.variance[c] = 1
			if m.StartMean != nil {
				w.mean[c] = m.StartMean[u]
			}
			if m.StartVar != nil {
				w.variance[c] = m.StartVar[u]
			}
		}
		switch {
		case m.BSVCompat:
			n, before := float64(p.cellVotes[c]), 0.0
			if p.prev[c] >= 0 {
				before = float64(p.cellVotes[p.prev[c]])
			} else if p.next[c] >= 0 {
				before = float64(p.cellVotes[p.next[c]])
			}
			w.variance[c] = m.Smooth * n / (n + before)
		case p.prev[c] < 0:
		case m.UnitWalkVar != nil:
			w.variance[c] = m.UnitWalkVar[u] * p.gap[c]
		case m.WalkVar > 0:
			w.variance[c] = m.WalkVar * p.gap[c]
		default:
			w.variance[c] = startWalkVar * p.gap[c]
		}
	}
	return w
}

// mirrored reports whether the prior is the same when everything changes its sign.
func (m *Model) mirrored() bool {
	for _, x := range m.StartMean {
		if x != 0 {
			return false
		}
	}
	return true
}
