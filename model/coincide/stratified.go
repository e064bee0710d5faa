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
	}
	return c.close()
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
