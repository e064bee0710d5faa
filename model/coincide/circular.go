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
	p, shifts = c.p([]run{{0, days - 1}}, runs, slices.Compact(slices.Sorted(slices.Values(responses))), least)
	return p, shifts, nil
}

// shifter counts hits under all shifts by the ends of the stretches of shifts in which a response meets a window.
type shifter struct{ step []int32 }

// p is the share of shifts with as many hits as shift 0, and the number of shifts. Each dyad's responses roll round that dyad's own line, all by
// the same shift; a line shorter than the longest comes round more than once. responses and runs ascend.
func (c *shifter) p(lines []run, runs []run, responses []int, least int) (p float64, shifts int) {
	days := longest(lines)
	if cap(c.step) < days+1 {
		c.step = make([]int32, days+1)
	}
	c.step = c.step[:days+1]
	clear(c.step)
	for _, line := range lines {
		for len(runs) > 0 && runs[0].first < line.first {
			runs = runs[1:]
		}
		n := 0
		for n < len(runs) && runs[n].last <= line.last {
			n++
		}
		for len(responses) > 0 && responses[0] < line.first {
			responses = responses[1:]
		}
		for ; len(responses) > 0 && responses[0] <= line.last; responses = responses[1:] {
			for _, w := range runs[:n] {
				c.meet(w.first-responses[0], w.last-responses[0], line.days(), days)
			}
		}
	}
	if shifts = days - 2*least + 1; shifts <= 0 {
		return 1, 0
	}
	hits, actual, many := int32(0), c.step[0], 0
	for _, more := range c.step[:least] {
		hits += more
	}
	for _, more := range c.step[least : days-least+1] {
		if hits += more; hits >= actual {
			many++
		}
	}
	return float64(1+many) / float64(1+shifts), shifts
}

// meet adds a hit for the shifts from first to last on a line of the given length, which lies within -length..length-1, and wherever it comes
// round again before the longest line ends.
func (c *shifter) meet(first, last, length, days int) {
	switch {
	case first >= 0:
		c.step[first]++
		c.step[last+1]--
	case last < 0:
		c.step[first+length]++
		c.step[last+1+length]--
	default: // the stretch passes shift 0
		c.step[first+length]++
		c.step[length]--
		c.step[0]++
		c.step[last+1]--
	}
	if length == days {
		return
	}
	if first < 0 {
		first, last = first+length, last+length
	}
	if last >= length { // the part beyond the line's end was counted from 0 above and comes round again too
		for from := length; from < days; from += length {
			c.add(from, from+last-length, days)
		}
		last = length - 1
	}
	for from := length; from < days; from += length {
		c.add(from+first, from+last, days)
	}
}

// add adds a hit for the shifts from first to last, as far as they exist.
func (c *shifter) add(first, last, days int) {
	if first < days {
		c.step[first]++
		c.step[min(last+1, days)]--
	}
}
