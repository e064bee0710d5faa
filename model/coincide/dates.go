package coincide

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// Dates says what hangs on days that are known only to a month or a year.
type Dates struct {
	Uncertain int         `json:"uncertain"` // triggers and responses without an exact day
	Draws     int         `json:"draws"`
	Least     *DateAnswer `json:"least,omitempty"`  // on the least favourable days found
	Most      *DateAnswer `json:"most,omitempty"`   // on the most favourable days found
	Median    *float64    `json:"median,omitempty"` // of the reported p over the draws
	Small     *float64    `json:"small,omitempty"`  // share of draws with a reported p of at most alpha
	Note      string      `json:"note,omitempty"`
}

// DateAnswer is the test on one choice of days.
type DateAnswer struct {
	Hits      int      `json:"hits"`
	Responses int      `json:"responses"`
	P         *float64 `json:"p,omitempty"` // nil when p-values may not be shown
}

// sorted returns events in an order that does not depend on how they came.
func sorted(events []Event) []Event {
	out := slices.Clone(events)
	slices.SortStableFunc(out, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.When.First, b.When.First), cmp.Compare(a.When.Last, b.When.Last), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// drawDays draws each event's day from its span, every day alike.
func drawDays(events []Event, rng *rand.Rand) []Day {
	out := make([]Day, len(events))
	for i, e := range events {
		out[i] = e.When.First
		if !e.When.Exact() {
			out[i] += Day(rng.IntN(e.When.Days()))
		}
	}
	return out
}

func inexact(events []Event) int {
	n := 0
	for _, e := range events {
		if !e.When.Exact() {
			n++
		}
	}
	return n
}

// searchable is up to how many uncertain dates are moved one by one, and affordable how much work that may be: choices of days times
// events and blocks. Above either only the sweep and the draws tell the extremes.
const (
	searchable = 100
	affordable = 25_000_000
)

// uncertain is how many events have no exact day.
func (e *engine) uncertain() int { return inexact(e.triggers) + inexact(e.responses) }

// searches says whether uncertain dates are moved one by one.
func (e *engine) searches() bool {
	n := e.uncertain()
	return n > 0 && n <= searchable && e.searching()*(len(e.triggers)+len(e.responses)+len(e.screen.f.sizes)) <= affordable
}

// dates tells the test under many choices of days. The extremes are those of a sweep that moves all uncertain dates, of a search that then moves
// one at a time to its best day, twice over, and of the draws, so that every draw lies between them.
func (e *engine) dates() Dates {
	d := Dates{Uncertain: e.uncertain()}
	if d.Uncertain == 0 || e.screen == nil {
		return d
	}
	d.Draws = e.s.Draws
	rng := stream(e.s.Seed, drawStream)
	var all []Counts
	for range d.Draws {
		if !e.course.on(1) {
			return d
		}
		all = append(all, e.count(e.place(e.triggers, rng), e.place(e.responses, rng)))
	}
	ps, small := make([]float64, len(all)), 0.0
	for i, c := range all {
		ps[i] = c.P
		if c.P <= e.s.Alpha {
			small += 1 / float64(len(all))
		}
	}
	all = append(all, e.swept(true), e.swept(false))
	d.Note = "extremes found by moving the uncertain days, all at once and then one by one, and by the draws; a search, no proof"
	if e.searches() {
		all = append(all, e.extreme(true), e.extreme(false))
	} else {
		d.Note = "extremes found by moving the uncertain days all at once, and by the draws: there are too many to move one by one"
	}
	order := func(a, b Counts) int { return cmp.Or(cmp.Compare(a.P, b.P), -cmp.Compare(a.Hits, b.Hits)) }
	most, least := slices.MinFunc(all, order), slices.MaxFunc(all, order)
	d.Most, d.Least = &DateAnswer{Hits: most.Hits, Responses: most.Responses}, &DateAnswer{Hits: least.Hits, Responses: least.Responses}
	if e.testing.OK {
		slices.Sort(ps)
		median := ps[len(ps)/2]
		d.Most.P, d.Least.P, d.Median, d.Small = &most.P, &least.P, &median, &small
	}
	return d
}

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

// extreme moves uncertain dates one by one to the day with the least (or the largest) stratified p.
func (e *engine) extreme(favourable bool) Counts {
	triggers, responses := e.sweep(favourable)
	worth := func() float64 {
		c := e.quick(triggers, responses)
		v := c.Stratified - 1e-9*float64(c.Hits)
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

// quick is the stratified test alone, without changing the order of the days.
func (e *engine) quick(triggers, responses []Day) Counts {
	e.sortedTriggers = append(e.sortedTriggers[:0], triggers...)
	e.sortedResponses = append(e.sortedResponses[:0], responses...)
	slices.Sort(e.sortedTriggers)
	slices.Sort(e.sortedResponses)
	e.screen.Windows(e.sortedTriggers, e.lo, e.hi)
	return e.screen.stratified(e.sortedResponses)
}
