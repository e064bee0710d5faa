package coincide

import (
	"errors"
	"fmt"
	"slices"
)

// CircularShift rolls the responses through the observed days by every shift s in [least, days-least] and returns
//
//	p = (1 + #{s: K_s >= K}) / (1 + number of shifts).
//
// The responses keep their own clustering and their own spacing. covered and responses are day numbers from 0 to days-1,
// each without repeats. All shifts are counted at once, in time responses × windows + days.
func CircularShift(days int, covered, responses []int, least int) (p float64, shifts int, err error) {
	for _, list := range [][]int{covered, responses} {
		for _, i := range list {
			if i < 0 || i >= days {
				return 0, 0, fmt.Errorf("day %d lies outside the %d observed days: number them from 0", i, days)
			}
		}
	}
	if least < 1 || days-2*least < 0 {
		return 0, 0, errors.New("no shift is possible: the observation must hold at least twice the least shift, and that be 1 or more")
	}
	covered = slices.Clone(covered)
	slices.Sort(covered)
	var runs []run
	for _, i := range slices.Compact(covered) {
		if n := len(runs); n > 0 && runs[n-1].last == i-1 {
			runs[n-1].last = i
			continue
		}
		runs = append(runs, run{i, i})
	}
	var c shifter
	p, shifts = c.p(days, runs, slices.Compact(slices.Sorted(slices.Values(responses))), least)
	return p, shifts, nil
}

// shifter counts hits under all shifts by the ends of the stretches of shifts in which a response meets a window.
type shifter struct{ step []int32 }

// p is the share of shifts with as many hits as shift 0, and the number of shifts.
func (c *shifter) p(days int, runs []run, responses []int, least int) (p float64, shifts int) {
	if cap(c.step) < days+1 {
		c.step = make([]int32, days+1)
	}
	step := c.step[:days+1]
	clear(step)
	for _, r := range responses {
		for _, w := range runs {
			first, last := w.first-r, w.last-r
			switch {
			case first >= 0:
				step[first]++
				step[last+1]--
			case last < 0:
				step[first+days]++
				step[last+1+days]--
			default: // the stretch passes shift 0
				step[first+days]++
				step[days]--
				step[0]++
				step[last+1]--
			}
		}
	}
	hits, actual, many := int32(0), step[0], 0
	for s := range days {
		if hits += step[s]; s >= least && s <= days-least {
			if shifts++; hits >= actual {
				many++
			}
		}
	}
	return float64(1+many) / float64(1+shifts), shifts
}
