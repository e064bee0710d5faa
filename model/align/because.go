package align

import (
	"cmp"
	"math"
	"slices"
)

// because lists what each observation does to the path, and finds the source on which most of the last step hangs.
func (f *fitter) because(r *Result, d Dyad, v *view, all seenAll, kept []combo) error {
	best := kept[0]
	if _, err := f.fine.forward(f.prior(d, f.s.Grid), f.fineWalks[best.drift], v.evidence(best, -1), 1); err != nil {
		return err
	}
	f.weights(r, best, v, all)
	return f.swing(r, d, v, all, best)
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
		for _, p := range c.parts {
			if len(p.sources) == 1 {
				sum[p.sources[0]] = math.Inf(1)
			}
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
		if change := rounded(full - median); r.Swing.Source == "" || math.Abs(change) > math.Abs(r.Swing.Change) {
			r.Swing = Swing{Source: name, Change: change}
		}
	}
	return nil
}

// withoutSource is the last median without the observations that rest on one source alone.
func (f *fitter) withoutSource(d Dyad, v *view, all seenAll, best combo, source string) (float64, error) {
	only := func(sources []string) bool { return len(sources) == 1 && sources[0] == source }
	rest, first, _ := f.hide(v, all, []combo{best}, only)
	if f.alt == nil {
		f.alt = newChain(f.s.Grid, len(f.tl.ends), f.widest)
	}
	if first > 0 {
		copy(f.alt.filtered(first-1), f.fine.filtered(first-1))
	}
	if _, err := f.alt.forwardFrom(first, f.prior(d, f.s.Grid), f.fineWalks[best.drift], rest.evidence(best, -1), 1); err != nil {
		return 0, err
	}
	return quantiles(f.s.Grid, f.alt.filtered(len(f.tl.ends)-1), .5)[0], nil
}
