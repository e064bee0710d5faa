package coincide

import (
	"slices"
	"sort"
)

// swept is the test on the days of a sweep.
func (e *engine) swept(favourable bool) Counts { return e.count(e.sweep(favourable)) }

// leastP is the larger of the reported p and that on the least favourable days of a sweep.
func (e *engine) leastP() float64 {
	if e.uncertain() == 0 {
		return e.counts.P
	}
	p := max(e.counts.P, e.swept(false).P)
	e.counts = e.recount()
	return p
}

// sweep moves all uncertain dates towards (or away from) a pattern, twice over: each response to a day in a window (or in none), where no other
// response would swallow it, then each trigger to the day whose window holds most (or fewest) responses. It takes time in proportion to the
// days that are unknown, so it serves any number of dates.
func (e *engine) sweep(favourable bool) (triggers, responses []Day) {
	triggers, responses = slices.Clone(e.triggerDays), slices.Clone(e.responseDays)
	for range rounds {
		e.screen.Windows(slices.Sorted(slices.Values(triggers)), e.lo, e.hi)
		e.sweepResponses(responses, favourable)
		e.sweepTriggers(triggers, slices.Sorted(slices.Values(responses)), favourable)
	}
	return triggers, responses
}

// sweepResponses moves responses against the windows that are set.
func (e *engine) sweepResponses(responses []Day, favourable bool) {
	f := e.screen.f
	near := make([]int32, f.days) // responses within the merging distance of each day
	mark := func(d Day, by int32) {
		gap := Day(e.s.Decluster - 1)
		for x := d - gap; x <= d+gap; x++ {
			if i, ok := f.index(x); ok {
				near[i] += by
			}
		}
	}
	for _, d := range responses {
		mark(d, 1)
	}
	worth := func(d Day) int {
		i, ok := f.index(d)
		switch {
		case !ok:
			return 1 // it counts in nothing
		case e.screen.covered[i] != favourable:
			return 0
		case near[i] > 0:
			return 2
		}
		return 3
	}
	for i, ev := range e.responses {
		if ev.When.Exact() {
			continue
		}
		mark(responses[i], -1)
		best, offset := worth(responses[i]), e.offset(ev)
		for d := ev.When.First; d <= ev.When.Last && best < 3; d++ {
			if w := worth(d + offset); w > best {
				best, responses[i] = w, d+offset
			}
		}
		mark(responses[i], 1)
	}
}

// sweepTriggers moves triggers among responses, which ascend.
func (e *engine) sweepTriggers(triggers, responses []Day, favourable bool) {
	upTo := func(d Day) int { return sort.Search(len(responses), func(i int) bool { return responses[i] > d }) }
	for i, ev := range e.triggers {
		if ev.When.Exact() {
			continue
		}
		worth := func(d Day) int {
			n := upTo(d+Day(e.hi)) - upTo(d+Day(e.lo)-1)
			if !favourable {
				n = -n
			}
			return n
		}
		best, offset := worth(triggers[i]), e.offset(ev)
		for d := ev.When.First; d <= ev.When.Last; d++ {
			if w := worth(d + offset); w > best {
				best, triggers[i] = w, d+offset
			}
		}
	}
}
