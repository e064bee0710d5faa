package coincide

import (
	"cmp"
	"slices"
)

// frame numbers the observed days from 0 to T-1, gaps left out, and gives each its stratum. Windows and shifts live on
// these numbers, so a day on which nobody looked is neither a hit nor a miss.
type frame struct {
	spans   []Span // sorted, disjoint
	offset  []int  // number of the first day of each span
	days    int
	stratum []int32 // of each observed day
	sizes   []int   // days of each stratum
}

// run is a stretch of covered observed days by number, both ends included.
type run struct{ first, last int }

func newFrame(observed []Span, attention *Attention, s Settings) *frame {
	f := &frame{spans: merge(observed)}
	for _, span := range f.spans {
		f.offset = append(f.offset, f.days)
		f.days += span.Days()
	}
	f.stratum = make([]int32, f.days)
	if attention != nil && s.Strata == ByAttention {
		f.byAttention(attention, s)
	} else {
		for i := range f.stratum {
			f.stratum[i] = int32(i / s.Block)
		}
	}
	for _, at := range f.stratum {
		for len(f.sizes) <= int(at) {
			f.sizes = append(f.sizes, 0)
		}
		f.sizes[at]++
	}
	return f
}

// byAttention cuts each quarter of observed days in three by the attention of the days.
func (f *frame) byAttention(a *Attention, s Settings) {
	level := make([]float64, f.days)
	for i := range level {
		level[i] = a.around(f.day(i), s.Smooth)
	}
	for from := 0; from < f.days; from += s.Quarter {
		to := min(from+s.Quarter, f.days)
		order := make([]int, to-from)
		for i := range order {
			order[i] = from + i
		}
		slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(level[i], level[j]) })
		for rank, i := range order {
			f.stratum[i] = int32(from/s.Quarter*3 + rank*3/len(order))
		}
	}
}

// day is the civil day with a number.
func (f *frame) day(i int) Day {
	at, found := slices.BinarySearch(f.offset, i)
	if !found {
		at--
	}
	return f.spans[at].First + Day(i-f.offset[at])
}

// index is the number of a civil day, false when it was not observed.
func (f *frame) index(d Day) (int, bool) {
	at := f.span(d)
	if at == len(f.spans) || d < f.spans[at].First {
		return 0, false
	}
	return f.offset[at] + int(d-f.spans[at].First), true
}

// span is the place of the first span that ends on a day or after it.
func (f *frame) span(d Day) int {
	at, _ := slices.BinarySearchFunc(f.spans, d, func(s Span, d Day) int { return cmp.Compare(s.Last, d) })
	return at
}

// observed counts the observed days of a span.
func (f *frame) observed(w Span) int {
	n := 0
	for at := f.span(w.First); at < len(f.spans) && f.spans[at].First <= w.Last; at++ {
		n += Span{max(w.First, f.spans[at].First), min(w.Last, f.spans[at].Last)}.Days()
	}
	return n
}

// windows appends the union of the observed days [b+lo, b+hi] over triggers b, which must ascend, as runs.
func (f *frame) windows(dst []run, triggers []Day, lo, hi int) []run {
	for _, b := range triggers {
		first, last := b+Day(lo), b+Day(hi)
		for at := f.span(first); at < len(f.spans) && f.spans[at].First <= last; at++ {
			s := f.spans[at]
			r := run{f.offset[at] + int(max(first, s.First)-s.First), f.offset[at] + int(min(last, s.Last)-s.First)}
			if n := len(dst); n > 0 && r.first <= dst[n-1].last+1 {
				dst[n-1].last = max(dst[n-1].last, r.last)
				continue
			}
			dst = append(dst, r)
		}
	}
	return dst
}
