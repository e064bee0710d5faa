package coincide

import (
	"cmp"
	"slices"
)

// frame numbers the observed days from 0 to T-1, gaps left out, one dyad's line after another's, and gives each its stratum. Windows and
// shifts live on these numbers, so a day on which nobody looked is neither a hit nor a miss.
type frame struct {
	spans   []Span // sorted, disjoint
	offset  []int  // number of the first day of each span
	days    int
	lines   []run   // the numbers of each dyad's days; no line is empty
	parts   []part  // the lines, cut at long gaps
	half    int     // half of the longest time from a line's first day to its last
	stratum []int32 // of each observed day
	sizes   []int   // days of each stratum
}

// run is a stretch of days by number, both ends included.
type run struct{ first, last int }

func (r run) days() int { return r.last - r.first + 1 }

// newFrame lays the watched days of each dyad end to end; dyads ascend.
func newFrame(watched [][]Span, attention *Attention, s Settings) *frame {
	f := &frame{}
	for _, spans := range watched {
		from := f.days
		for _, span := range merge(spans) {
			f.spans, f.offset = append(f.spans, span), append(f.offset, f.days)
			f.days += span.Days()
		}
		if f.days > from {
			f.lines = append(f.lines, run{from, f.days - 1})
		}
	}
	f.stratum = make([]int32, f.days)
	for _, line := range f.lines {
		for _, stretch := range f.stretches(line, s.Quarter) {
			f.parts = append(f.parts, part{stretch, int(f.day(stretch.first))})
			if attention != nil && s.Strata == ByAttention {
				f.byAttention(stretch, attention, s)
				continue
			}
			first := int32(len(f.sizes))
			for i := stretch.first; i <= stretch.last; i++ {
				f.join(i, first+int32((i-stretch.first)/s.Block))
			}
		}
		f.half = max(f.half, int(f.day(line.last)-f.day(line.first)+1)/2)
	}
	return f
}

// stretches cuts a line where longer than a number of days nobody looked: days that lie years apart do not share a base rate, and
// no stratum reaches from one to the other. Shorter gaps are closed, or a log of short searches would have no stratum with days beside its windows.
func (f *frame) stretches(line run, most int) []run {
	out, from := []run{}, line.first
	for at := 1; at < len(f.spans); at++ {
		if first := f.offset[at]; first > from && first <= line.last && int(f.spans[at].First-f.spans[at-1].Last) > most {
			out = append(out, run{from, first - 1})
			from = first
		}
	}
	return append(out, run{from, line.last})
}

// join puts a day into a stratum.
func (f *frame) join(day int, stratum int32) {
	for len(f.sizes) <= int(stratum) {
		f.sizes = append(f.sizes, 0)
	}
	f.stratum[day] = stratum
	f.sizes[stratum]++
}

// lineOf is the line in which a day's number lies.
func (f *frame) lineOf(i int) run {
	at, _ := slices.BinarySearchFunc(f.lines, i, func(l run, i int) int { return cmp.Compare(l.last, i) })
	return f.lines[at]
}

// longest is the number of days of the longest line.
func (f *frame) longest() int { return longest(f.lines) }

func longest(lines []run) int {
	most := 0
	for _, l := range lines {
		most = max(most, l.days())
	}
	return most
}

// byAttention cuts each quarter of a stretch's days in three by the attention of the days.
func (f *frame) byAttention(line run, a *Attention, s Settings) {
	first := int32(len(f.sizes))
	for from := line.first; from <= line.last; from += s.Quarter {
		order := make([]int, min(s.Quarter, line.last+1-from))
		level := make([]float64, len(order))
		for i := range order {
			order[i], level[i] = i, a.around(civil(f.day(from+i)), s.Smooth)
		}
		slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(level[i], level[j]) })
		for rank, i := range order {
			f.join(from+i, first+int32((from-line.first)/s.Quarter*3+rank*3/len(order)))
		}
	}
}

// day is the day with a number, on the long line.
func (f *frame) day(i int) Day {
	at, found := slices.BinarySearch(f.offset, i)
	if !found {
		at--
	}
	return f.spans[at].First + Day(i-f.offset[at])
}

// index is the number of a day, false when it was not observed.
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
			if n := len(dst); n > 0 && r.first <= dst[n-1].last+1 && (len(f.lines) == 1 || dyadOf(s.First) == dyadOf(f.day(dst[n-1].last))) {
				dst[n-1].last = max(dst[n-1].last, r.last)
				continue
			}
			dst = append(dst, r)
		}
	}
	return dst
}
