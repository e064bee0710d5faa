package coincide

import "slices"

// beside is the screen on which responses towards another state are held against the windows of all dyads: the days on which they would have been
// seen and a response to the rule would have been, too. Days on which nobody looked there are no days without a response. nil: there is no such day.
func (e *engine) beside(i int, g Group) *Screener {
	if g.Observed == nil {
		return e.civil
	}
	if e.besides == nil {
		e.besides = make([]*Screener, len(e.study.Others))
	}
	if e.besides[i] != nil {
		return e.besides[i]
	}
	mine := allWatched(e.study.Observed)
	both := overlap(mine, merge(g.Observed))
	switch {
	case len(both) == 0:
		return nil
	case slices.Equal(both, mine):
		e.besides[i] = e.civil
	default:
		e.besides[i] = newScreener(newFrame([][]Span{both}, e.study.Attention, e.s), e.s)
	}
	return e.besides[i]
}

// overlap is the days that two lists of ascending, disjoint spans share.
func overlap(a, b []Span) []Span {
	var out []Span
	for len(a) > 0 && len(b) > 0 {
		if s := (Span{max(a[0].First, b[0].First), min(a[0].Last, b[0].Last)}); s.First <= s.Last {
			out = append(out, s)
		}
		if a[0].Last < b[0].Last {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return out
}
