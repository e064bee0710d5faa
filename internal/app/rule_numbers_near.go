package app

import (
	"slices"

	"orrery/model/coincide"
)

// byDyad are the days of cases that are kept, rising, by dyad. A run may have a hundred thousand on each side, so that nobody may compare
// each trigger with each response.
func byDyad[C any](all []C, of func(C) (dyad string, day coincide.Day, keep bool)) map[string][]coincide.Day {
	out := map[string][]coincide.Day{}
	for _, c := range all {
		if dyad, day, keep := of(c); keep {
			out[dyad] = append(out[dyad], day)
		}
	}
	for _, days := range out {
		slices.Sort(days)
	}
	return out
}

// anyOn reports whether one of the days, which rise, is from first to last.
func anyOn(days []coincide.Day, first, last coincide.Day) bool {
	at, _ := slices.BinarySearch(days, first)
	return at < len(days) && days[at] <= last
}

// answeredWithin are the triggers with a response in a window of another width.
func (s *ruleSaid) answeredWithin(width coincide.Day) []pointer {
	seen := byDyad(s.res.Responses, func(c coincide.ResponseCase) (string, coincide.Day, bool) {
		return c.Dyad, c.Day, c.Fate != coincide.NotObserved
	})
	return s.triggers(func(b coincide.TriggerCase) bool {
		first := b.Day + coincide.Day(s.lo())
		return anyOn(seen[b.Dyad], first, first+width)
	})
}

// before are the responses that count and lie as many days before a trigger as a window is wide.
func (s *ruleSaid) before() []pointer {
	width := coincide.Day(max(s.res.Rule.DT, 1))
	triggers := byDyad(s.res.Triggers, func(b coincide.TriggerCase) (string, coincide.Day, bool) { return b.Dyad, b.Day, true })
	return s.responses(func(c coincide.ResponseCase) bool { return counts(c) && anyOn(triggers[c.Dyad], c.Day+1, c.Day+width) })
}

// apart are the responses so many days from a trigger, one row a pair.
func (s *ruleSaid) apart(lag coincide.Day) []pointer {
	type place struct {
		dyad string
		day  coincide.Day
	}
	on := map[place][]pointer{}
	for _, c := range s.res.Responses {
		if c.Into == "" {
			at := place{c.Dyad, c.Day}
			on[at] = append(on[at], s.response(c))
		}
	}
	out := []pointer{}
	for _, b := range s.res.Triggers {
		out = append(out, on[place{b.Dyad, b.Day + lag}]...)
	}
	return out
}
