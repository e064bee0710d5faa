package align

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// eventCounts adds up the events of each step, with the number of independent reports that they are worth.
func (r *reader) eventCounts(events []Events) error {
	if !r.want[eventsAt] {
		return nil
	}
	by := map[int][]part{}
	sorted := slices.Clone(events)
	slices.SortFunc(sorted, func(a, b Events) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Cooperative, b.Cooperative), cmp.Compare(a.Conflictual, b.Conflictual),
			cmp.Compare(a.Stories, b.Stories), slices.Compare(a.Sources, b.Sources))
	})
	for _, e := range sorted {
		n := e.Cooperative + e.Conflictual
		day := dayOf(e.Day)
		if e.Cooperative < 0 || e.Conflictual < 0 || e.Stories < 0 || e.Stories > n {
			return fmt.Errorf("events of %s: %d cooperative and %d conflictual reports of %d stories cannot be: give counts of 0 or more, and no more stories than reports",
				timeOf(day).Format(time.DateOnly), e.Cooperative, e.Conflictual, e.Stories)
		}
		step, inside := r.tl.step(day)
		if !inside || n == 0 {
			why := "no reports"
			if n > 0 {
				why = "outside the span"
			}
			r.out.drops = append(r.out.drops, Drop{timeOf(day).Format(time.DateOnly), EventShares, why})
			continue
		}
		by[step] = append(by[step], part{day, float64(e.Cooperative), float64(e.Conflictual), effective(n, e.Stories, r.s.Within), e.Sources})
	}
	for step, parts := range by {
		r.out.events = append(r.out.events, sumOf(step, parts))
	}
	slices.SortFunc(r.out.events, func(a, b count) int { return cmp.Compare(a.step, b.step) })
	return nil
}

// sumOf adds up the events of one step.
func sumOf(step int, parts []part) count {
	c := count{step: step, parts: parts}
	for _, p := range parts {
		c.day = max(c.day, p.day)
		c.coop += p.coop
		c.confl += p.confl
		c.effective += p.effective
		c.sources = append(c.sources, p.sources...)
	}
	slices.Sort(c.sources)
	c.sources = slices.Compact(c.sources)
	return c
}

// effective is the number of independent reports that n reports of some stories are worth, n/(1+(m-1) rho) with m the
// reports of one story. Copies of a story add next to nothing, so a month that is told three times says what it said once.
func effective(n, stories int, rho float64) float64 {
	m := float64(n)
	if stories > 0 {
		m /= float64(stories)
	}
	return float64(n) / (1 + (m-1)*rho)
}
