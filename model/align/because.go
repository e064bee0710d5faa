package align

import (
	"cmp"
	"math"
	"slices"
)

// because lists what each observation does to the last step, and finds the source on which most hangs.
func (f *fitter) because(r *Result, d Dyad, v *view, all seenAll, kept []combo) error {
	best := kept[0]
	e := v.evidence(best, -1)
	if _, err := f.fine.forward(f.prior(d, f.s.Grid), f.fineWalks[best.drift], e, 1); err != nil {
		return err
	}
	r.Items = f.weights(best, e, all.ordinal)
	return f.swing(r, d, v, all, best)
}

// weights smooths once more and reads off, for each observation with log-likelihood l at its step t, cov(l, a[t]) carried to
// the last step: the change of the last mean when the observation counts once more, and so nearly what is lost without it.
func (f *fitter) weights(best combo, e evidence, all []seen) []Weight {
	byStep := make([][]*seen, len(f.tl.ends))
	for i := range all {
		byStep[all[i].step] = append(byStep[all[i].step], &all[i])
	}
	out := make([]Weight, 0, len(all))
	carry := 0.0 // covariance of a[t] with the last a
	next := 0.0  // variance of a[t+1]
	f.fine.backward(f.fineWalks[best.drift], e, 1, true, func(p pass) {
		if p.t == len(f.tl.ends)-1 {
			carry = p.variance
		} else {
			carry *= p.lagged / next
		}
		next = p.variance
		for _, o := range byStep[p.t] {
			o.likelihood(f.buf, f.fine.values, f.s.Sharpness[best.sharp].Value)
			mean, cov := 0.0, 0.0
			for k, x := range p.smoothed {
				f.buf[k] = math.Log(math.Max(f.buf[k], floor))
				mean += x * f.buf[k]
			}
			for k, x := range p.smoothed {
				cov += x * (f.buf[k] - mean) * (f.fine.values[k] - p.mean)
			}
			out = append(out, Weight{ID: o.id, Channel: AllChannels()[o.channel], Day: timeOf(o.day), Weight: cov / p.variance * carry, Sources: o.sources})
		}
	})
	slices.SortFunc(out, func(a, b Weight) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)), a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Channel, b.Channel))
	})
	return out
}

// tried is how many sources are left out exactly: those with the largest sums of first-order weights, and those behind events.
const tried = 6

// swing leaves out the sources one by one and keeps the largest change of the last median. f.fine holds the filter of the
// full evidence, so each source costs only the steps from its first observation on.
func (f *fitter) swing(r *Result, d Dyad, v *view, all seenAll, best combo) error {
	sum := map[string]float64{}
	for _, w := range r.Items {
		if len(w.Sources) == 1 {
			sum[w.Sources[0]] += w.Weight
		}
	}
	for _, c := range all.events {
		if len(c.sources) == 1 {
			sum[c.sources[0]] = math.Inf(1)
		}
	}
	names := make([]string, 0, len(sum))
	for name := range sum {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(math.Abs(sum[b]), math.Abs(sum[a])), cmp.Compare(a, b))
	})
	last := len(f.tl.ends) - 1
	full := quantiles(f.s.Grid, f.fine.filtered(last), .5)[0]
	for _, name := range names[:min(tried, len(names))] {
		median, err := f.withoutSource(d, v, all, best, name)
		if err != nil {
			return err
		}
		if change := full - median; r.Swing.Source == "" || math.Abs(change) > math.Abs(r.Swing.Change) {
			r.Swing = Swing{Source: name, Change: change}
		}
	}
	return nil
}

// withoutSource is the last median without the observations that rest on one source alone.
func (f *fitter) withoutSource(d Dyad, v *view, all seenAll, best combo, source string) (float64, error) {
	only := func(sources []string) bool { return len(sources) == 1 && sources[0] == source }
	e := v.evidence(best, -1)
	first := len(f.tl.ends)
	at := 0
	for ch, tabs := range v.ordinal {
		if len(tabs) == 0 {
			continue
		}
		e[at] = e[at].copy()
		tab := e[at]
		at++
		groups(all.ordinal, func(channel, step int, list []*seen) {
			if channel != ch || !slices.ContainsFunc(list, func(o *seen) bool { return only(o.sources) }) {
				return
			}
			rest := slices.DeleteFunc(slices.Clone(list), func(o *seen) bool { return only(o.sources) })
			tab.rows[step], tab.scale[step] = multiply(nil, 0, rest, f.fine.values, f.buf, f.s.Sharpness[best.sharp].Value)
			first = min(first, step)
		})
	}
	if v.events != nil {
		e[at] = e[at].copy()
		for _, c := range all.events {
			if only(c.sources) {
				e[at].rows[c.step] = nil
				first = min(first, c.step)
			}
		}
	}
	if f.alt == nil {
		f.alt = newChain(f.s.Grid, len(f.tl.ends), f.widest)
	}
	if first > 0 {
		copy(f.alt.filtered(first-1), f.fine.filtered(first-1))
	}
	if _, err := f.alt.forwardFrom(first, f.prior(d, f.s.Grid), f.fineWalks[best.drift], e, 1); err != nil {
		return 0, err
	}
	return quantiles(f.s.Grid, f.alt.filtered(len(f.tl.ends)-1), .5)[0], nil
}
