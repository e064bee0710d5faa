package align

import (
	"math"
)

// coarseBy is how much coarser the grid is on which hyper-parameters are weighed before the heavy ones are smoothed.
const coarseBy = 4

// fitter holds the memory of one worker: grids, kernels and the rows of a pass. It serves one dyad after another.
type fitter struct {
	s           Settings
	tl          timeline
	fine, rough *chain
	alt         *chain // for leaving out sources; made when first needed
	stride      int
	fineWalks   [][]*walk // by drift and step
	roughWalks  [][]*walk
	widest      int
	buf         []float64
	mix         []float64 // steps x points: smoothed mass averaged over hyper-parameters
	mean        []float64
	variance    []float64
	lagged      []float64
}

func newFitter(s Settings) (*fitter, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	tl, err := newTimeline(s)
	if err != nil {
		return nil, err
	}
	f := &fitter{s: s, tl: tl, stride: 1}
	if (s.Grid.Points-1)%coarseBy == 0 && s.Grid.Points > 200 {
		f.stride = coarseBy
	}
	rough := s.Grid.coarser(f.stride)
	f.fineWalks, f.widest = f.walks(s.Grid)
	var widest int
	f.roughWalks, widest = f.walks(rough)
	n, k := len(tl.ends), s.Grid.Points
	f.fine, f.rough = newChain(s.Grid, n, f.widest), newChain(rough, n, widest)
	f.buf, f.mix = make([]float64, k), make([]float64, n*k)
	f.mean, f.variance, f.lagged = make([]float64, n), make([]float64, n), make([]float64, n)
	return f, nil
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

func (f *fitter) prior(d Dyad, g Grid) []float64 { return g.normal(d.PriorMean, f.s.PriorSD) }

// weighAll weighs every combination on the coarse grid.
func (f *fitter) weighAll(d Dyad, v *view, skip int) ([]combo, error) {
	all := f.s.combos(v.sharp(), v.events != nil && skip != eventsAt)
	prior := f.prior(d, f.rough.grid)
	for i := range all {
		var err error
		if all[i].evidence, err = f.rough.forward(prior, f.roughWalks[all[i].drift], v.evidence(all[i], skip), f.stride); err != nil {
			return nil, err
		}
	}
	weigh(all)
	return all, nil
}

// smooth runs the kept combinations on the fine grid and leaves their average in f.mix. With lags it also returns, for each
// step, the probability that the latent rose within the year before and that the step was a jump.
func (f *fitter) smooth(d Dyad, v *view, kept []combo, skip int, lags bool) (logZ float64, rise, jump []float64, err error) {
	prior := f.prior(d, f.s.Grid)
	k := f.s.Grid.Points
	clear(f.mix)
	if lags {
		rise, jump = make([]float64, len(f.tl.ends)), make([]float64, len(f.tl.ends))
	}
	first, sum := 0.0, 0.0
	for i := range kept {
		c := &kept[i]
		walks, e := f.fineWalks[c.drift], v.evidence(*c, skip)
		if c.evidence, err = f.fine.forward(prior, walks, e, 1); err != nil {
			return 0, nil, nil, err
		}
		// The weights' sum is known at the end only; until then they are relative to the first, which is among the heaviest.
		if i == 0 {
			first = c.prior + c.evidence
		}
		weight := math.Exp(math.Min(c.prior+c.evidence-first, 600))
		sum += weight
		f.fine.backward(walks, e, 1, lags, func(p pass) {
			row := f.mix[p.t*k : (p.t+1)*k]
			for j, x := range p.smoothed {
				row[j] += weight * x
			}
			f.mean[p.t], f.variance[p.t], f.lagged[p.t] = p.mean, p.variance, p.lagged
			if lags && p.t+1 < len(jump) {
				jump[p.t+1] += weight * p.jump
			}
		})
		if lags {
			f.addRise(rise, weight)
		}
	}
	for j := range f.mix {
		f.mix[j] /= sum
	}
	for t := range rise {
		jump[t] /= sum
		if rise[t] != noYear {
			rise[t] /= sum
		}
	}
	return weigh(kept), rise, jump, nil
}

// noYear marks the steps of the first year, of which nothing can be said about the year before.
const noYear = -1

// addRise adds, for each step, the weighted probability that the latent is above where it was a year before. The two are
// taken as jointly normal with their exact means, variances and, through the chain of neighbouring covariances, covariance.
func (f *fitter) addRise(rise []float64, weight float64) {
	for t := range rise {
		back, ok := f.tl.yearBefore(t)
		if !ok {
			rise[t] = noYear
			continue
		}
		cov := f.variance[t]
		for u := t - 1; u >= back; u-- {
			cov *= f.lagged[u] / f.variance[u+1]
		}
		spread := f.variance[t] + f.variance[back] - 2*cov
		rise[t] += weight * phi((f.mean[t]-f.mean[back])/math.Sqrt(math.Max(spread, 1e-12)))
	}
}
