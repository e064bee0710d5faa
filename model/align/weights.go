package align

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// Weight is what one observation, or the events of one step, does to the mean of a step: to first order, how far the mean
// moves when the observation counts once more, and nearly what is lost without it. Positive pulls towards the hub.
type Weight struct {
	ID      string // of the observation; for events the date of the newest of the step, as 2006-01-02
	Channel Channel
	Day     time.Time
	Step    int     // position in Result.Ends of the observation's own step
	Local   float64 // weight for that step: the covariance of the log-likelihood with the latent
	Weight  float64 // weight for the step asked for; in Result.Items for the last
	Sources []string
}

// Carries is how much of a change at one step is felt at its neighbours, under the heaviest combination of
// hyper-parameters: the regressions of neighbouring steps on each other, given all that was seen. A path of T steps has T-1 of each.
type Carries struct {
	On   []float64 // from step t to step t+1
	Back []float64 // from step t+1 to step t
}

// WeightsAt is what each observation does to step t, the weightiest first. Observations after t count too: the
// path is smoothed, so what came later also tells of what was before. It is nil when the result has no step t.
func (r *Result) WeightsAt(t int) []Weight {
	if t < 0 || t >= len(r.Ends) || len(r.Carry.On) < len(r.Ends)-1 || len(r.Carry.Back) < len(r.Ends)-1 {
		return nil
	}
	reach := make([]float64, len(r.Ends)) // of a change at each step, at t
	reach[t] = 1
	for s := t - 1; s >= 0; s-- {
		reach[s] = reach[s+1] * r.Carry.On[s]
	}
	for s := t + 1; s < len(reach); s++ {
		reach[s] = reach[s-1] * r.Carry.Back[s-1]
	}
	all := slices.Clone(r.Items)
	for i := range all {
		all[i].Weight = rounded(all[i].Local * reach[all[i].Step])
	}
	slices.SortFunc(all, func(a, b Weight) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)), a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Channel, b.Channel))
	})
	return all
}

// weights smooths once more under one combination and reads off the local weight of each observation and the carries.
// The level of the combination must hold its filter.
func (f *fitter) weights(r *Result, best combo, v *view, all seenAll) {
	byStep := make([][]*seen, len(f.tl.ends))
	for i := range all.ordinal {
		o := &all.ordinal[i]
		byStep[o.step] = append(byStep[o.step], o)
	}
	events := make([]*count, len(f.tl.ends))
	for i := range all.events {
		events[all.events[i].step] = &all.events[i]
	}
	n := len(f.tl.ends) - 1
	r.Carry = Carries{On: make([]float64, n), Back: make([]float64, n)}
	next := 0.0 // variance of a[t+1]
	lv := f.on[best.drift]
	values, buf := lv.chain.values, f.buf[:lv.grid.Points]
	lv.backward(best, v.evidence(best, -1), true, func(p pass) {
		if p.t < n {
			r.Carry.On[p.t], r.Carry.Back[p.t] = rounded(p.lagged/p.variance), rounded(p.lagged/next)
		}
		next = p.variance
		for _, o := range byStep[p.t] {
			o.likelihood(buf, values, f.s.Sharpness[best.sharp].Value, f.phi)
			r.Items = append(r.Items, Weight{ID: o.id, Channel: AllChannels()[o.channel], Day: timeOf(o.day), Step: p.t,
				Local: rounded(covariance(p, values, buf)), Sources: o.sources})
		}
		if c := events[p.t]; c != nil {
			day := timeOf(c.day)
			for k := range buf {
				buf[k] = v.events[best.slope][best.offset].rows[p.t][k*lv.every]
			}
			local := covariance(p, values, buf)
			r.Items = append(r.Items, Weight{ID: day.Format(time.DateOnly), Channel: EventShares, Day: day, Step: p.t, Local: rounded(local), Sources: c.sources})
		}
	})
	r.Items = r.WeightsAt(n)
}

// covariance of the logarithm of a likelihood with the latent under the smoothed mass of a step.
func covariance(p pass, values, likelihood []float64) float64 {
	mean, product := 0.0, 0.0
	for k, x := range p.smoothed {
		if x < 1e-30 {
			continue // no logarithm for nothing
		}
		l := x * math.Log(math.Max(likelihood[k], floor))
		mean += l
		product += l * values[k]
	}
	return product - mean*p.mean
}
