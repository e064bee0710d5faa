package dedupe

import (
	"cmp"
	"fmt"
	"slices"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Drafts merges drafts that tell the same thing. The order of those kept is that of the input, and Refers leads to the drafts as they stand
// in the result. The input is not changed.
func Drafts(in []draft.Draft) []draft.Draft {
	into := make([]int, len(in)) // by draft: the one that it is merged into
	first := map[string][]int{}
	for i := range in {
		into[i] = i
		k := key(&in[i])
		if k == "" {
			continue
		}
		for _, j := range first[k] {
			if compatible(when(in[j].Body), when(in[i].Body)) {
				into[i] = j
				break
			}
		}
		if into[i] == i {
			first[k] = append(first[k], i)
		}
	}
	return merged(in, into)
}

func merged(in []draft.Draft, into []int) []draft.Draft {
	best := map[int]int{} // by group: the draft that is kept
	for i, g := range into {
		if b, ok := best[g]; !ok || better(&in[i], &in[b]) {
			best[g] = i
		}
	}
	place := map[int]int{} // by group: where it stands in the result
	var out []draft.Draft
	for i, g := range into {
		if best[g] == i {
			place[g] = len(out)
			out = append(out, joined(in, into, g, i))
		}
	}
	for o := range out {
		if out[o].Refers != nil {
			out[o] = remapped(out[o], into, place)
		}
	}
	return out
}

// better prefers the surer draft, then the one that knows its day, then the earlier one.
func better(a, b *draft.Draft) bool {
	if a.Confidence != b.Confidence {
		return a.Confidence > b.Confidence
	}
	return when(b.Body).IsZero() && !when(a.Body).IsZero()
}

func joined(in []draft.Draft, into []int, group, kept int) draft.Draft {
	d := in[kept]
	d.Also = slices.Clone(d.Also)
	d.Trace.Filters = slices.Clone(d.Trace.Filters)
	for i, g := range into {
		if g != group || i == kept {
			continue
		}
		d.Trace.Filters = append(d.Trace.Filters, fmt.Sprintf("also told at %d–%d by %s %s", in[i].Span.Start, in[i].Span.End, in[i].Trace.Step, in[i].Trace.Frame))
		for _, span := range append([]syntax.Span{in[i].Span}, in[i].Also...) {
			if span != d.Span && !slices.Contains(d.Also, span) {
				d.Also = append(d.Also, span)
			}
		}
	}
	slices.SortFunc(d.Also, func(a, b syntax.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return d
}

func remapped(d draft.Draft, into []int, place map[int]int) draft.Draft {
	old, triggers := d.Refers, d.Triggers
	d.Refers, d.Triggers = nil, 0
	for n, r := range old {
		if r < 0 || r >= len(into) {
			continue
		}
		to := place[into[r]]
		if slices.Contains(d.Refers, to) {
			continue
		}
		d.Refers = append(d.Refers, to)
		if n < triggers {
			d.Triggers++
		}
	}
	return d
}

// when is the date of the bodies that have one.
func when(n ledger.Noun) ledger.Date {
	if n == nil {
		return ledger.Date{}
	}
	return n.Facets().When
}

// compatible reports whether two dates can mean one day; an unknown date can be any.
func compatible(a, b ledger.Date) bool {
	if a.IsZero() || b.IsZero() {
		return true
	}
	aFirst, aLast := a.Loose()
	bFirst, bLast := b.Loose()
	return aFirst <= bLast && bFirst <= aLast
}
