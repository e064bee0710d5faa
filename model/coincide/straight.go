package coincide

import "iter"

// straight shifts responses along the calendar without rolling them round: a roll joins the last day to the first, and there two calendars of
// the same period fall out of step, which makes the rolled counts less alike than chance makes them. It compares shares, because responses
// leave the observed days:
//
//	p = (1 + #{s: K_s / n_s >= K / n}) / (1 + number of shifts),  least <= |s| <= half of the time from the first day to the last,
//
// n_s being the responses that still fall on observed days, K_s those of them in a window, and shifts with n_s < n/2 left out. Long gaps keep
// their length, so that all dates move alike; short ones are closed. All dyads move by the same shift.
type straight struct {
	step    []change // of K_s and n_s, from s = -half on
	windows []run    // of one line, by position
}

type change struct{ hits, stay int32 }

// part is a stretch of a line, and the position of its first day on a calendar whose short gaps are closed.
type part struct {
	run
	at int
}

// count prepares K_s and n_s of every shift for responses and windows that ascend.
func (c *straight) count(f *frame, runs []run, responses []int) {
	size := 2*f.half + 2
	if cap(c.step) < size {
		c.step = make([]change, size)
	}
	c.step = c.step[:size]
	clear(c.step)
	for from := 0; from < len(f.parts); {
		to, line := from, f.lineOf(f.parts[from].first)
		c.windows = c.windows[:0]
		first := runs
		for ; to < len(f.parts) && f.parts[to].last <= line.last; to++ {
			p := f.parts[to]
			for len(first) > 0 && first[0].last < p.first {
				first = first[1:]
			}
			for _, r := range first {
				if r.first > p.last {
					break
				}
				c.windows = append(c.windows, run{p.at + max(r.first, p.first) - p.first, p.at + min(r.last, p.last) - p.first})
			}
		}
		for _, p := range f.parts[from:to] {
			for ; len(responses) > 0 && responses[0] <= p.last; responses = responses[1:] {
				x := p.at + responses[0] - p.first
				for _, o := range f.parts[from:to] {
					if first, last := max(o.at-x, -f.half), min(o.at+o.days()-1-x, f.half); first <= last {
						c.step[first+f.half].stay++
						c.step[last+f.half+1].stay--
					}
				}
				for _, w := range c.windows {
					if first, last := max(w.first-x, -f.half), min(w.last-x, f.half); first <= last {
						c.step[first+f.half].hits++
						c.step[last+f.half+1].hits--
					}
				}
			}
		}
		from = to
	}
}

// p is the share of shifts with as large a share of hits, after count. Without any shift it is 1.
func (c *straight) p(f *frame, least, hits, n int) (p float64, shifts int) {
	many := 0
	for k, m := range c.shifts(f, least, n) {
		if shifts++; k*n >= hits*m {
			many++
		}
	}
	return float64(1+many) / float64(1+shifts), shifts
}

// shifts gives K_s and n_s of every shift that counts.
func (c *straight) shifts(f *frame, least, n int) iter.Seq2[int, int] {
	return func(yield func(k, m int) bool) {
		k, m := 0, 0
		for i, d := range c.step[:2*f.half+1] {
			k, m = k+int(d.hits), m+int(d.stay)
			if s := i - f.half; (s >= least || s <= -least) && 2*m >= n && m > 0 && !yield(k, m) {
				return
			}
		}
	}
}
