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

// countable is up to how many choices of days all are tried, searchable up to how many uncertain dates are moved one by one, and affordable
// how much work either may be: tests times events and blocks. Above, only the sweep and the draws tell the extremes.
const (
	countable  = 4096
	searchable = 100
	affordable = 25_000_000
)

// uncertain is how many events have no exact day.
func (e *engine) uncertain() int { return inexact(e.triggers) + inexact(e.responses) }

// choices is how many choices of days there are, if they are few enough to try them all, or 0.
func (e *engine) choices() int {
	n := 1
	for _, list := range [][]Event{e.triggers, e.responses} {
		for _, ev := range list {
			if n *= ev.When.Days(); n > countable {
				return 0
			}
		}
	}
	if !e.affords(n) {
		return 0
	}
	return n
}

func (e *engine) affords(tests int) bool {
	return tests*(len(e.triggers)+len(e.responses)+len(e.screen.f.sizes)) <= affordable
}

// searches says whether uncertain dates are moved one by one.
func (e *engine) searches() bool {
	n := e.uncertain()
	return n > 0 && n <= searchable && e.affords(e.searching())
}

// dates tells the test under many choices of days. The extremes are those of all choices where these are few; else of a sweep that moves all
// uncertain dates, of a search that then moves one at a time to its best day, twice over, and of the draws, so that every draw lies between them.
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
	var sought []Counts
	sought, d.Note = e.extremes()
	all = append(all, sought...)
	if e.course.stopped() != nil {
		return d
	}
	most, least := slices.MinFunc(all, byP), slices.MaxFunc(all, byP)
	d.Most, d.Least = &DateAnswer{Hits: most.Hits, Responses: most.Responses}, &DateAnswer{Hits: least.Hits, Responses: least.Responses}
	if e.testing.OK {
		slices.Sort(ps)
		median := ps[len(ps)/2]
		d.Most.P, d.Least.P, d.Median, d.Small = &most.P, &least.P, &median, &small
	}
	return d
}
