package coincide

import (
	"fmt"
	"math"
)

// Stratum is a set of observed days within which responses are shuffled: T days, of which Covered lie in a window, with
// N responses.
type Stratum struct {
	Days    int `json:"days"`
	Covered int `json:"covered"`
	N       int `json:"n"`
}

// StratifiedTail is P(K >= k) for K the sum of independent hypergeometric counts, one a stratum: responses are shuffled
// within strata only, so that a season or a wave of attention that raises triggers and responses alike is kept. The sum's
// distribution is the exact convolution; below 1e-40 it is redone in logarithms. Of sums over 400 counts the far ends are dropped while
// they grow, which no p above 1e-40 feels. Reference: the exact conditional test
// of stratified two-by-two tables.
func StratifiedTail(k int, strata []Stratum) (float64, error) {
	for i, s := range strata {
		if s.Days < 0 || s.Covered < 0 || s.Covered > s.Days || s.N < 0 || s.N > s.Days {
			return 0, fmt.Errorf("stratum %d has %d days, %d covered and %d responses: neither may exceed the days", i, s.Days, s.Covered, s.N)
		}
	}
	var c convolver
	return c.tail(k, strata), nil
}

// convolver adds independent counts one by one. Its slices are kept for the next use.
type convolver struct {
	sum, next, part []float64
	lo              int // the count at sum[0]
}

func (c *convolver) reset() { c.sum, c.lo = append(c.sum[:0], 1), 0 }

// add convolves with a count that has the given probabilities from lo on.
func (c *convolver) add(part []float64, lo int) {
	n := len(c.sum) + len(part) - 1
	if cap(c.next) < n {
		c.next = make([]float64, n, 2*n)
	}
	next := c.next[:n]
	clear(next)
	for i, p := range part {
		for j, s := range c.sum {
			next[i+j] += p * s
		}
	}
	c.sum, c.next = next, c.sum
	c.lo += lo
}

// prune drops the outermost counts whose mass is below least.
func (c *convolver) prune(least float64) {
	from, to := 0, len(c.sum)
	for from < to-1 && c.sum[from] < least {
		from++
	}
	for to > from+1 && c.sum[to-1] < least {
		to--
	}
	c.lo += from
	c.sum = append(c.sum[:0], c.sum[from:to]...)
}

// upper is P(sum >= k).
func (c *convolver) upper(k int) float64 {
	p := 0.0
	for i := len(c.sum) - 1; i >= 0 && i+c.lo >= k; i-- { // the smallest terms first
		p += c.sum[i]
	}
	return math.Min(p, 1)
}

// load convolves the strata and says whether far ends were dropped.
func (c *convolver) load(strata []Stratum) (pruned bool) {
	c.reset()
	for _, s := range strata {
		if s.N == 0 || s.Covered == 0 {
			continue
		}
		var lo int
		c.part, lo = hyperMass(c.part[:0], s.Days, s.Covered, s.N)
		c.add(c.part, lo)
		if len(c.sum) > long {
			c.prune(1e-60)
			pruned = true
		}
	}
	return pruned
}

// tail is StratifiedTail without its checks.
func (c *convolver) tail(k int, strata []Stratum) float64 {
	if p := c.quickTail(k, strata); p > 1e-40 {
		return p
	}
	return math.Exp(logTail(k, strata))
}

// quickTail is tail with a floor of 1e-40 in place of what would have to be redone in logarithms.
func (c *convolver) quickTail(k int, strata []Stratum) float64 {
	if pruned := c.load(strata); k <= c.lo && !pruned {
		return 1
	}
	return math.Max(c.upper(k), 1e-40)
}

// long is from how many counts on the far ends of a sum are dropped while it grows.
const long = 400

// logTail is the logarithm of the tail, convolved in logarithms.
func logTail(k int, strata []Stratum) float64 {
	sum, low := []float64{0}, 0
	for _, s := range strata {
		lo, hi := hyperSupport(s.Days, s.Covered, s.N)
		next := make([]float64, len(sum)+hi-lo)
		for i := range next {
			next[i] = math.Inf(-1)
		}
		for x := lo; x <= hi; x++ {
			p := hyperLog(x, s.Days, s.Covered, s.N)
			for j, q := range sum {
				next[x-lo+j] = logAdd(next[x-lo+j], p+q)
			}
		}
		sum, low = next, low+lo
	}
	total := math.Inf(-1)
	for i := len(sum) - 1; i >= 0 && i+low >= k; i-- {
		total = logAdd(total, sum[i])
	}
	return math.Min(total, 0)
}

// logAdd is log(exp(a) + exp(b)).
func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
