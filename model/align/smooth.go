package align

import "math"

// smooth runs the kept combinations, each on the grid that its walk needs, and leaves their average in f.mix. With lags it also
// returns, for each step, the probability that the latent rose within the year before and that the step was a jump.
func (f *fitter) smooth(v *view, kept []combo, skip int, lags bool) (logZ float64, rise, jump []float64, err error) {
	for _, lv := range f.levels {
		lv.used = false
	}
	if lags {
		rise, jump = make([]float64, len(f.tl.ends)), make([]float64, len(f.tl.ends))
	}
	first, sum := 0.0, 0.0
	for i := range kept {
		c := &kept[i]
		lv, e := f.on[c.drift], v.evidence(*c, skip)
		lv.begin(len(f.tl.ends))
		if c.evidence, err = lv.forward(*c, e); err != nil {
			return 0, nil, nil, err
		}
		// The weights' sum is known at the end only; until then they are relative to the first, which is among the heaviest.
		if i == 0 {
			first = c.prior + c.evidence
		}
		weight := math.Exp(math.Min(c.prior+c.evidence-first, 600))
		sum += weight
		lv.backward(*c, e, lags, func(p pass) {
			lv.add(p.t, weight, p.smoothed)
			f.mean[p.t], f.variance[p.t], f.lagged[p.t] = p.mean, p.variance, p.lagged
			if lags && p.t+1 < len(jump) {
				jump[p.t+1] += weight * p.jump
			}
		})
		if lags {
			f.addRise(rise, weight)
		}
	}
	f.blend(sum)
	for t := range rise {
		jump[t] /= sum
		if rise[t] != noYear {
			rise[t] /= sum
		}
	}
	return weigh(kept), rise, jump, nil
}

// blend leaves in f.mix the mixtures of all levels together, on the full grid.
func (f *fitter) blend(sum float64) {
	clear(f.mix)
	for _, lv := range f.levels {
		if !lv.used {
			continue
		}
		n := lv.grid.Points
		for t := range f.tl.ends {
			lv.full(f.row(t), lv.mix[t*n:(t+1)*n], f.buf)
		}
	}
	for j := range f.mix {
		f.mix[j] /= sum
	}
}

// row is the mixture of one step on the full grid.
func (f *fitter) row(t int) []float64 { return f.mix[t*f.s.Grid.Points : (t+1)*f.s.Grid.Points] }

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
