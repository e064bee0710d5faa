package coincide

import "math"

// convolver adds independent counts. Counts are paired like the digits of a binary number, so that long sums meet long sums and few times:
// the cost is that of the last pairing. Its slices are kept for the next use.
type convolver struct {
	sum []float64 // after close: the probabilities of the sum
	lo  int       // the count at sum[0]

	slots       []slot
	carry, next []float64
	pruned      bool
	part        []float64 // for whoever fills it
}

// slot holds the sum of 2^i counts, or nothing.
type slot struct {
	mass []float64
	lo   int
	full bool
}

// long is from how many counts on the far ends of a sum are dropped while it grows.
const long = 400

func (c *convolver) reset() {
	for i := range c.slots {
		c.slots[i].full = false
	}
	c.sum, c.lo, c.pruned = append(c.sum[:0], 1), 0, false
}

// add adds a count that has the given probabilities from lo on.
func (c *convolver) add(part []float64, lo int) {
	c.carry = append(c.carry[:0], part...)
	for i := 0; ; i++ {
		if i == len(c.slots) {
			c.slots = append(c.slots, slot{})
		}
		s := &c.slots[i]
		if !s.full {
			s.mass, c.carry = c.carry, s.mass
			s.lo, s.full = lo, true
			return
		}
		lo = c.meet(s, lo)
		s.full = false
	}
}

// close adds up what is paired so far and says whether far ends were dropped.
func (c *convolver) close() (pruned bool) {
	c.carry = append(c.carry[:0], 1)
	lo := 0
	for i := range c.slots {
		if s := &c.slots[i]; s.full {
			lo = c.meet(s, lo)
			s.full = false
		}
	}
	c.sum, c.carry = c.carry, c.sum
	c.lo = lo
	return c.pruned
}

// meet convolves the carry with a slot.
func (c *convolver) meet(s *slot, lo int) int {
	short, other := s.mass, c.carry
	if len(short) > len(other) {
		short, other = other, short
	}
	n := len(short) + len(other) - 1
	if cap(c.next) < n {
		c.next = make([]float64, n, 2*n)
	}
	next := c.next[:n]
	clear(next)
	for i, p := range short {
		row := next[i:][:len(other)]
		for j, q := range other {
			row[j] += p * q
		}
	}
	c.carry, c.next = next, c.carry
	lo += s.lo
	if n > long {
		lo += c.prune(1e-60)
	}
	return lo
}

// prune drops the outermost counts of the carry whose probability is below least and says how many at the lower end.
func (c *convolver) prune(least float64) int {
	from, to := 0, len(c.carry)
	for from < to-1 && c.carry[from] < least {
		from++
	}
	for to > from+1 && c.carry[to-1] < least {
		to--
	}
	c.pruned = c.pruned || from > 0 || to < len(c.carry)
	copy(c.carry, c.carry[from:to])
	c.carry = c.carry[:to-from]
	return from
}

// upper is P(sum >= k).
func (c *convolver) upper(k int) float64 {
	p := 0.0
	for i := len(c.sum) - 1; i >= 0 && i+c.lo >= k; i-- { // the smallest terms first
		p += c.sum[i]
	}
	return math.Min(p, 1)
}
