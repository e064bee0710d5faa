package reports

import (
	"cmp"
	"slices"

	"orrery/ledger"
)

// DayCount is how many reports a day has.
type DayCount struct {
	Day     ledger.Day
	Reports int
}

// Series is reports a day, days rising, days without reports left out.
type Series []DayCount

// Dense is the series from first to last with a number for every day, 0 where there are no reports; nil when last is before first.
func (s Series) Dense(first, last ledger.Day) []int {
	if last < first {
		return nil
	}
	days := make([]int, int(last)-int(first)+1)
	for _, d := range s {
		if d.Day >= first && d.Day <= last {
			days[d.Day-first] = d.Reports
		}
	}
	return days
}

// Dyad is two different states in alphabetical order.
type Dyad struct{ A, B string }

// DyadOf puts two states in order.
func DyadOf(a, b string) Dyad {
	if b < a {
		a, b = b, a
	}
	return Dyad{a, b}
}

// Attention is how much a data set reports: everything, about each state, and about each pair of states. It is what a base rate is
// taken against, since a state that is written about more also has more of everything. A report counts once for a state, whichever
// side it is on, and for a dyad whoever acts; reports of doubtful day count on the day given.
type Attention struct {
	First, Last ledger.Day // of all reports; both 0 when there are none
	All         Series
	States      map[string]Series
	Dyads       map[Dyad]Series
}

// Counter counts reports as they come, for data that do not fit into memory. The zero value is empty.
type Counter struct {
	all    map[ledger.Day]int
	states map[string]map[ledger.Day]int
	dyads  map[Dyad]map[ledger.Day]int
}

// Add counts a report.
func (c *Counter) Add(r *Report) {
	if c.all == nil {
		c.all, c.states, c.dyads = map[ledger.Day]int{}, map[string]map[ledger.Day]int{}, map[Dyad]map[ledger.Day]int{}
	}
	c.all[r.Day]++
	a, b := r.Source.State, r.Target.State
	count(c.states, a, r.Day, a != "")
	count(c.states, b, r.Day, b != "" && b != a)
	count(c.dyads, DyadOf(a, b), r.Day, a != "" && b != "" && a != b)
}

func count[K comparable](in map[K]map[ledger.Day]int, key K, day ledger.Day, yes bool) {
	if !yes {
		return
	}
	days := in[key]
	if days == nil {
		days = map[ledger.Day]int{}
		in[key] = days
	}
	days[day]++
}

// Attention is what was counted so far.
func (c *Counter) Attention() Attention {
	a := Attention{All: series(c.all), States: map[string]Series{}, Dyads: map[Dyad]Series{}}
	for state, days := range c.states {
		a.States[state] = series(days)
	}
	for dyad, days := range c.dyads {
		a.Dyads[dyad] = series(days)
	}
	if n := len(a.All); n > 0 {
		a.First, a.Last = a.All[0].Day, a.All[n-1].Day
	}
	return a
}

func series(days map[ledger.Day]int) Series {
	s := make(Series, 0, len(days))
	for day, n := range days {
		s = append(s, DayCount{day, n})
	}
	slices.SortFunc(s, func(a, b DayCount) int { return cmp.Compare(a.Day, b.Day) })
	return s
}

// AttentionOf counts a list of reports.
func AttentionOf(list []Report) Attention {
	var c Counter
	for i := range list {
		c.Add(&list[i])
	}
	return c.Attention()
}
