package coincide

import (
	"cmp"
	"slices"
)

// extremes are tests on the most and on the least favourable days, and how they were found.
func (e *engine) extremes() ([]Counts, string) {
	switch {
	case e.choices() > 0:
		return e.all(), "the extremes of every choice of the uncertain days"
	case e.searches():
		return []Counts{e.extreme(true), e.extreme(false)},
			"extremes found by moving the uncertain days, all at once and then one by one, and by the draws; a search, no proof"
	}
	return []Counts{e.swept(true), e.swept(false)},
		"extremes found by moving the uncertain days all at once, and by the draws: there are too many to move one by one"
}

// all tests every choice of days and keeps the two extremes.
func (e *engine) all() []Counts {
	triggers, responses := slices.Clone(e.triggerDays), slices.Clone(e.responseDays)
	var out []Counts
	var choose func(i int)
	choose = func(i int) {
		list, days, at := e.triggers, triggers, i
		if i >= len(triggers) {
			list, days, at = e.responses, responses, i-len(triggers)
		}
		switch {
		case at == len(list):
			if e.course.on(1) {
				out = outermost(out, e.quick(triggers, responses))
			}
		case list[at].When.Exact():
			choose(i + 1)
		default:
			for d := list[at].When.First; d <= list[at].When.Last; d++ {
				days[at] = d + e.offset(list[at])
				choose(i + 1)
			}
		}
	}
	choose(0)
	return out
}

// outermost keeps the tests with the least and with the largest p.
func outermost(two []Counts, c Counts) []Counts {
	if len(two) == 0 {
		return []Counts{c, c}
	}
	if byP(c, two[0]) < 0 {
		two[0] = c
	}
	if byP(c, two[1]) > 0 {
		two[1] = c
	}
	return two
}

// byP orders tests from the most favourable on.
func byP(a, b Counts) int { return cmp.Or(cmp.Compare(a.P, b.P), -cmp.Compare(a.Hits, b.Hits)) }

// rounds is how often every uncertain date is moved.
const rounds = 2

// stride is the step in days at which a span's days are tried: each of a month, every sixth of a year.
func (s Span) stride() Day { return Day(1 + s.Days()/62) }

// searching is how many choices of days the two searches try.
func (e *engine) searching() int {
	n := 0
	for _, list := range [][]Event{e.triggers, e.responses} {
		for _, ev := range list {
			if !ev.When.Exact() {
				n += (ev.When.Days()-1)/int(ev.When.stride()) + 1
			}
		}
	}
	return 2 * rounds * n
}

// count tests days in any order.
func (e *engine) count(triggers, responses []Day) Counts {
	slices.Sort(triggers)
	slices.Sort(responses)
	e.screen.Windows(triggers, e.lo, e.hi)
	return e.screen.Against(responses)
}

// extreme moves uncertain dates one by one to the day with the least (or the largest) reported p, from where the sweep left them.
func (e *engine) extreme(favourable bool) Counts {
	triggers, responses := e.sweep(favourable)
	worth := func() float64 {
		c := e.quick(triggers, responses)
		v := c.P - 1e-9*float64(c.Hits)
		if !favourable {
			v = -v
		}
		return v
	}
	best := worth()
	for range rounds {
		for _, side := range []struct {
			events []Event
			days   []Day
		}{{e.triggers, triggers}, {e.responses, responses}} {
			for i, ev := range side.events {
				if ev.When.Exact() {
					continue
				}
				kept := side.days[i]
				for d := ev.When.First; d <= ev.When.Last; d += ev.When.stride() {
					if !e.course.on(1) {
						return Counts{}
					}
					side.days[i] = d + e.offset(ev)
					if v := worth(); v < best {
						best, kept = v, side.days[i]
					}
				}
				side.days[i] = kept
			}
		}
	}
	return e.count(triggers, responses)
}

// quick is count without changing the order of the days.
func (e *engine) quick(triggers, responses []Day) Counts {
	e.sortedTriggers = append(e.sortedTriggers[:0], triggers...)
	e.sortedResponses = append(e.sortedResponses[:0], responses...)
	slices.Sort(e.sortedTriggers)
	slices.Sort(e.sortedResponses)
	e.screen.Windows(e.sortedTriggers, e.lo, e.hi)
	return e.screen.Against(e.sortedResponses)
}
