package app

import (
	"slices"
	"strconv"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// yearOf names the year in which a record begins, as the store's counts do: "" for
// a record without a first day.
func yearOf(rec ledger.Record) string {
	first, _ := rec.Body.Facets().When.Span()
	if first == ledger.MinDay {
		return ""
	}
	s := first.String()
	return s[:max(len(s)-len("-12-31"), 0)]
}

// inYear keeps records that begin in a year, as YearCount names it.
func inYear(year string) func(ledger.Record) bool {
	if year == "undated" {
		year = ""
	}
	return func(rec ledger.Record) bool { return yearOf(rec) == year }
}

// yearQuery narrows a query to the days of a year, so that a filter by inYear has
// little to drop.
func yearQuery(q store.Query, year string) store.Query {
	if n, err := strconv.Atoi(year); err == nil && n > 0 && n < 10000 {
		day, err := ledger.ParseDate(year)
		if err == nil {
			q.From, q.To = day.Span()
		}
	}
	return q
}

func talliesOf(all []listed) []store.Tally {
	n := map[string]int64{}
	for _, l := range all {
		n[yearOf(l.record)]++
	}
	out := make([]store.Tally, 0, len(n))
	for year, count := range n {
		out = append(out, store.Tally{Name: year, N: count})
	}
	slices.SortFunc(out, func(a, b store.Tally) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// spark fills the gaps of a count by year: counts from the first year to the last.
func spark(tallies []store.Tally) (counts []int64, from int) {
	byYear := map[int]int64{}
	to := 0
	for _, t := range tallies {
		year, err := strconv.Atoi(t.Name)
		if err != nil {
			continue
		}
		if len(byYear) == 0 || year < from {
			from = year
		}
		if len(byYear) == 0 || year > to {
			to = year
		}
		byYear[year] += t.N
	}
	counts = []int64{}
	if len(byYear) == 0 || to-from > 2000 {
		return counts, from
	}
	for year := from; year <= to; year++ {
		counts = append(counts, byYear[year])
	}
	return counts, from
}
