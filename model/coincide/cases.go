package coincide

import (
	"cmp"
	"math"
	"slices"
)

// The fates of triggers and responses.
const (
	Answered    = "answered"     // a response fell in the window
	Unanswered  = "unanswered"   // none did; Searched says whether all of the window was searched
	StillOpen   = "still open"   // none did so far, and part of the window was not searched
	NotSearched = "not searched" // no day of the window was
	Hit         = "hit"          // in a window
	Outside     = "outside"      // in no window
	NotObserved = "not observed" // on a day that nobody searched
)

// TriggerCase is what became of a trigger.
type TriggerCase struct {
	ID       string `json:"id"`
	Dyad     string `json:"dyad,omitempty"`
	Day      Day    `json:"day"`
	When     Span   `json:"when"`
	Fate     string `json:"fate"`
	Searched bool   `json:"searched"` // the whole window was
	Lag      int    `json:"lag"`      // days to its first response; only when answered
}

// ResponseCase is where a response fell.
type ResponseCase struct {
	ID   string `json:"id"`
	Dyad string `json:"dyad,omitempty"`
	Day  Day    `json:"day"`
	When Span   `json:"when"`
	Fate string `json:"fate"`
	Into string `json:"into,omitempty"` // the response it was merged into, and so does not count beside
}

// Pair is a response in the window of a trigger.
type Pair struct {
	Trigger  string `json:"trigger"`
	Response string `json:"response"`
	Lag      int    `json:"lag"`
}

// LagCount is how many pairs of any trigger and any counted response lie so many days apart; before 0 the response came first.
type LagCount struct {
	Lag int `json:"lag"`
	N   int `json:"n"`
}

const (
	mostPairs = 5000
	mostLag   = 60
)

// casebook is the cases of a study and their counts.
type casebook struct {
	tally     Tally
	triggers  []TriggerCase
	responses []ResponseCase
	pairs     []Pair
	more      int
	lags      []LagCount
	waits     []Wait
	near      *nearness // nil with a denominator
}

// dated is an event with the day that counts for it.
type dated struct {
	Event
	day Day
}

func byDay(events []Event, days []Day) []dated {
	out := make([]dated, len(events))
	for i, e := range events {
		out[i] = dated{e, days[i]}
	}
	slices.SortStableFunc(out, func(a, b dated) int { return cmp.Compare(a.day, b.day) })
	return out
}

// readCases settles the fate of every event on the drawn days.
func (e *engine) readCases() casebook {
	triggers, responses := byDay(e.triggers, e.triggerDays), byDay(e.responses, e.responseDays)
	c := casebook{triggers: []TriggerCase{}, responses: []ResponseCase{}, pairs: []Pair{}}
	seen := make([]dated, 0, len(responses)) // on observed days
	var kept []dated
	for _, r := range responses {
		item := ResponseCase{ID: r.ID, Dyad: r.Dyad, Day: civil(r.day), When: r.When, Fate: Outside}
		if n := len(kept); n > 0 && r.day-kept[n-1].day < Day(e.s.Decluster) {
			item.Into = kept[n-1].ID
			c.tally.Merged++
		} else {
			kept = append(kept, r)
		}
		if _, ok := e.index(r.day); !ok {
			item.Fate = NotObserved
			c.tally.NotObserved++
		} else {
			if seen = append(seen, r); e.inWindow(triggers, r.day) {
				item.Fate = Hit
			}
		}
		c.responses = append(c.responses, item)
	}
	c.tally.Reported = len(responses)
	for _, b := range triggers {
		c.addTrigger(e, b, seen)
	}
	c.lags = lagCounts(triggers, kept)
	c.tally.Responses, c.tally.Hits, c.tally.Days, c.tally.Covered = e.counts.Responses, e.counts.Hits, e.counts.Days, e.counts.Covered
	if e.screen == nil {
		for _, r := range c.responses {
			if r.Into == "" {
				c.tally.Responses++
				if r.Fate == Hit {
					c.tally.Hits++
				}
			}
		}
		c.near = gaps(triggers, seen, kept, Day(e.lo))
	}
	return c
}

// index numbers a day; without a denominator every day counts as one on which something could be known.
func (e *engine) index(d Day) (int, bool) {
	if e.screen == nil {
		return 0, true
	}
	return e.screen.f.index(d)
}

// inWindow says whether a day lies in the window of a trigger; triggers ascend.
func (e *engine) inWindow(triggers []dated, d Day) bool {
	i, _ := slices.BinarySearchFunc(triggers, d-Day(e.hi), func(b dated, d Day) int { return cmp.Compare(b.day, d) })
	return i < len(triggers) && triggers[i].day <= d-Day(e.lo)
}

func (c *casebook) addTrigger(e *engine, b dated, seen []dated) {
	item := TriggerCase{ID: b.ID, Dyad: b.Dyad, Day: civil(b.day), When: b.When}
	window := Span{b.day + Day(e.lo), b.day + Day(e.hi)}
	searched := 0
	if e.screen != nil {
		searched = e.screen.f.observed(window)
		item.Searched = searched == window.Days()
	}
	from, _ := slices.BinarySearchFunc(seen, window.First, func(r dated, d Day) int { return cmp.Compare(r.day, d) })
	for i := from; i < len(seen) && seen[i].day <= window.Last; i++ {
		if len(c.pairs) < mostPairs {
			c.pairs = append(c.pairs, Pair{b.ID, seen[i].ID, int(seen[i].day - b.day)})
		} else {
			c.more++
		}
	}
	switch {
	case from < len(seen) && seen[from].day <= window.Last:
		item.Fate, item.Lag = Answered, int(seen[from].day-b.day)
		c.tally.Answered++
	case item.Searched || e.screen == nil:
		item.Fate = Unanswered
		c.tally.Unanswered++
	case searched > 0:
		item.Fate = StillOpen
		c.tally.Open++
	default:
		item.Fate = NotSearched
		c.tally.NotSearched++
	}
	if item.Fate != NotSearched {
		c.tally.Triggers++
	}
	c.triggers = append(c.triggers, item)
	if end, ok := e.watchedUntil(window.First); ok {
		end = min(end, b.day+Day(e.horizon()))
		w := Wait{Days: int(end - b.day)}
		if from < len(seen) && seen[from].day <= end {
			w = Wait{Days: int(seen[from].day - b.day), Answered: true}
		}
		c.waits = append(c.waits, w)
	}
}

// horizon is how many days after a trigger its first response is waited for: whatever comes years later is no answer to it.
func (e *engine) horizon() int { return max(mostLag, 2*e.hi) }

// watchedUntil is the last day up to which every day from d was searched.
func (e *engine) watchedUntil(d Day) (Day, bool) {
	if e.screen == nil {
		return 0, false
	}
	f := e.screen.f
	if _, ok := f.index(d); !ok {
		return 0, false
	}
	return f.spans[f.span(d)].Last, true
}

func lagCounts(triggers, responses []dated) []LagCount {
	n := [2*mostLag + 1]int{}
	from := 0
	for _, b := range triggers {
		for from < len(responses) && responses[from].day < b.day-mostLag {
			from++
		}
		for i := from; i < len(responses) && responses[i].day <= b.day+mostLag; i++ {
			n[int(responses[i].day-b.day)+mostLag]++
		}
	}
	out := make([]LagCount, len(n))
	for i := range n {
		out[i] = LagCount{i - mostLag, n[i]}
	}
	return out
}

// share is a ratio of counts, null without a denominator.
func ratioOf(n, of int) Bound {
	if of == 0 {
		return Bound(math.NaN())
	}
	return Bound(float64(n) / float64(of))
}
