package align

import (
	"cmp"
	"math"
	"slices"
)

// because lists what each observation does to the path, and finds the source on which most of the last step hangs.
func (f *fitter) because(r *Result, v *view, all seenAll, kept []combo) error {
	best := kept[0]
	if _, err := f.on[best.drift].forward(best, v.evidence(best, -1)); err != nil {
		return err
	}
	f.weights(r, best, v, all)
	return f.swing(r, v, all, best)
}

// tried is how many sources are left out exactly: those with the largest sums of first-order weights, and those behind events.
const tried = 6

// swing leaves out the sources one by one and keeps the largest change of the last median. The level of the combination holds the filter of the
// full evidence, so each source costs only the steps from its first observation on.
func (f *fitter) swing(r *Result, v *view, all seenAll, best combo) error {
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
	lv := f.on[best.drift]
	full := f.median(lv, lv.chain.filtered(last))
	for _, name := range names[:min(tried, len(names))] {
		median, err := f.withoutSource(v, all, best, name)
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
func (f *fitter) withoutSource(v *view, all seenAll, best combo, source string) (float64, error) {
	only := func(sources []string) bool { return len(sources) == 1 && sources[0] == source }
	rest, first, _ := f.hide(v, all, []combo{best}, only)
	lv := f.on[best.drift]
	if lv.alt == nil {
		lv.alt = newChain(lv.grid, len(f.tl.ends), lv.widest)
	}
	if first > 0 {
		copy(lv.alt.filtered(first-1), lv.chain.filtered(first-1))
	}
	if _, err := lv.alt.forwardFrom(first, lv.prior, lv.walks[best.drift], rest.evidence(best, -1), lv.every); err != nil {
		return 0, err
	}
	return f.median(lv, lv.alt.filtered(len(f.tl.ends)-1)), nil
}

// median reads the median off mass on a level.
func (f *fitter) median(lv *level, mass []float64) float64 {
	clear(f.tmp)
	lv.full(f.tmp, mass, f.buf)
	return quantiles(f.s.Grid, f.tmp, .5)[0]
}
