package align

import (
	"cmp"
	"math"
	"slices"
)

// coarseBy is how much coarser the grid is on which hyper-parameters are weighed before the heavy ones are smoothed.
const coarseBy = 4

// fitter holds the memory of one worker: grids, kernels and the rows of a pass. It serves one dyad after another.
type fitter struct {
	s        Settings
	tl       timeline
	values   []float64 // of the full grid, on which results are
	places   []float64 // values of the finest level, on which rows of likelihoods are
	lik      []float64 // scratch: one row
	phi      *phiTable
	levels   []*level
	on       []*level // the one to smooth on, by drift
	rough    *level   // the one to weigh hyper-parameters on
	buf, tmp []float64
	mix      []float64 // steps x points: smoothed mass averaged over hyper-parameters
	mean     []float64
	variance []float64
	lagged   []float64
}

func newFitter(s Settings) (*fitter, error) { return newFitterOn(s, (*fitter).strideOf) }

// newFitterOn takes the stride that each drift is smoothed on from a function.
func newFitterOn(s Settings, stride func(f *fitter, drift float64) int) (*fitter, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	tl, err := newTimeline(s)
	if err != nil {
		return nil, err
	}
	f := &fitter{s: s, tl: tl, values: s.Grid.values(), phi: newPhiTable()}
	for _, q := range s.Drift {
		f.on = append(f.on, f.level(stride(f, q.Value)))
	}
	weighOn := 1
	if f.divides(coarseBy) {
		weighOn = coarseBy
	}
	f.rough = f.level(weighOn)
	finest := slices.MinFunc(f.levels, func(a, b *level) int { return cmp.Compare(a.stride, b.stride) })
	for _, lv := range f.levels {
		lv.every = lv.stride / finest.stride
	}
	f.places, f.lik = finest.chain.values, make([]float64, finest.grid.Points)
	n, k := len(tl.ends), s.Grid.Points
	f.buf, f.tmp, f.mix = make([]float64, k), make([]float64, k), make([]float64, n*k)
	f.mean, f.variance, f.lagged = make([]float64, n), make([]float64, n), make([]float64, n)
	return f, nil
}

// begin readies the levels for a dyad.
func (f *fitter) begin(d Dyad) {
	for _, lv := range f.levels {
		lv.prior = lv.grid.normal(d.PriorMean, f.s.PriorSD)
		halve(lv.prior)
	}
}

// walks makes the walk into each step for each drift. Steps of equal length share one.
func (f *fitter) walks(g Grid) (all [][]*walk, widest int) {
	j := newJump(g, f.s.JumpVar)
	for _, q := range f.s.Drift {
		byDays := map[int]*walk{}
		list := make([]*walk, len(f.tl.ends))
		for t := 1; t < len(list); t++ {
			days := f.tl.days(t)
			if byDays[days] == nil {
				chance := 1 - math.Pow(1-f.s.JumpRate, float64(days)/daysPerMonth)
				byDays[days] = newWalk(g, q.Value*float64(days)/daysPerYear, chance, j)
				widest = max(widest, len(byDays[days].half))
			}
			list[t] = byDays[days]
		}
		all = append(all, list)
	}
	return all, widest
}

// weighAll weighs every combination on the coarse grid.
func (f *fitter) weighAll(v *view, skip int) ([]combo, error) {
	all := f.s.combos(v.sharp(), v.events != nil && skip != eventsAt)
	for i := range all {
		var err error
		if all[i].evidence, err = f.rough.forward(all[i], v.evidence(all[i], skip)); err != nil {
			return nil, err
		}
	}
	weigh(all)
	return all, nil
}
