package ledger

import (
	"fmt"
	"strings"
)

// Again parts what a rule is tried on again into states, by code, and intervals of days. An entry of Replicate with a slash is
// an interval.
func (r *Rule) Again() (states []string, intervals []Date, err error) {
	for _, text := range r.Replicate {
		if !strings.Contains(text, "/") {
			states = append(states, text)
			continue
		}
		d, err := ParseReplicate(text)
		if err != nil {
			return nil, nil, err
		}
		intervals = append(intervals, d)
	}
	return states, intervals, nil
}

// ParseReplicate reads an interval with two known ends, such as 2015/2019 or 2015-01-01/2015-06-30.
func ParseReplicate(text string) (Date, error) {
	d, err := ParseDate(text)
	if err != nil {
		return d, err
	}
	if first, last := d.Span(); !d.isInterval() || first == MinDay || last == MaxDay || first > last || d.Approximate() || d.Uncertain() {
		return d, fmt.Errorf("%q is no interval with two known ends", text)
	}
	return d, nil
}

// Overlaps reports whether an interval shares a day with the rule's own: then it is no second look at all.
func (r *Rule) Overlaps(interval Date) bool {
	first, last := interval.Span()
	from, _ := r.From.Span()
	_, to := r.To.Span()
	return first <= to && last >= from
}

func (r *Rule) checkAgain(f *faults) {
	_, intervals, err := r.Again()
	if err != nil {
		f.add("replicate", err.Error(), "write codes of states and intervals such as 2015/2019")
	}
	for _, d := range intervals {
		if r.Overlaps(d) {
			f.add("replicate", fmt.Sprintf("names %s, which shares days with the rule's own", d), "give days before its from or after its to")
		}
	}
}
