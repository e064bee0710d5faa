package coincide

import (
	"fmt"
	"math"
)

// The guardrail of change points: points on each side, and the Bayes factor.
const (
	leastSide   = 5
	leastFactor = 10
)

// Verdict says whether something may be shown, and why not.
type Verdict struct {
	OK   bool   `json:"ok"`
	Text string `json:"text,omitempty"` // to print in its place; empty when OK
	Why  string `json:"why,omitempty"`  // the reason, in a sentence's words
}

// The texts of verdicts.
const (
	NoBaseRate = "no base rate"
	TooFew     = "too few to test"
	NotOffered = "not offered"
)

func notOffered(format string, a ...any) Verdict {
	return Verdict{Text: NotOffered, Why: fmt.Sprintf(format, a...)}
}

// Change is the posterior of one change in a series of n points.
type Change struct {
	Last      int       `json:"last"`             // the likeliest number of points before the change, 1..n-1
	Posterior []float64 `json:"posterior"`        // of 1, 2, …, n-1 points before it
	LogFactor float64   `json:"log_bayes_factor"` // of one change against none
	Before    float64   `json:"before"`           // mean before the likeliest change, and after it
	After     float64   `json:"after"`
	Verdict   Verdict   `json:"verdict"`
}

// CountChange enumerates every date of one change in the rate of counts y, exposures e (nil: 1 each),
//
//	y_i ~ Poisson(lambda_1 e_i) up to the change and Poisson(lambda_2 e_i) after it, lambda ~ Gamma(a, b),
//
// with a uniform date. It is exact: rates are integrated out. The method's prior is a = b = 1 a bin. Reference: Raftery and Akman 1986.
func CountChange(y []int, e []float64, a, b float64) (Change, error) {
	if len(y) < 2 || e != nil && len(e) != len(y) || !(a > 0) || !(b > 0) {
		return Change{}, fmt.Errorf("no change point from %d counts and %d exposures with prior Gamma(%g, %g)", len(y), len(e), a, b)
	}
	sums, times := make([]float64, len(y)+1), make([]float64, len(y)+1)
	for i, n := range y {
		step := 1.0
		if e != nil {
			step = e[i]
		}
		if n < 0 || !(step > 0) {
			return Change{}, fmt.Errorf("count %d is %d with exposure %g: counts are 0 or more, exposures above 0", i, n, step)
		}
		sums[i+1], times[i+1] = sums[i]+float64(n), times[i]+step
	}
	prior, _ := math.Lgamma(a)
	evidence := func(from, to int) float64 { // without the factors that no change alters
		k, t := sums[to]-sums[from], times[to]-times[from]
		g, _ := math.Lgamma(a + k)
		return a*math.Log(b) - prior + g - (a+k)*math.Log(b+t)
	}
	return oneChange(len(y), evidence, func(from, to int) float64 { return (sums[to] - sums[from]) / (times[to] - times[from]) }), nil
}

// Prior is a normal-inverse-gamma prior of a level and its noise: sigma² ~ InvGamma(Alpha, Beta), mean ~ N(Mean, sigma²/Kappa).
type Prior struct {
	Mean  float64 `json:"mean"`
	Kappa float64 `json:"kappa"`
	Alpha float64 `json:"alpha"`
	Beta  float64 `json:"beta"`
}

func (p Prior) check() error {
	if math.IsNaN(p.Mean) || math.IsInf(p.Mean, 0) || !(p.Kappa > 0) || !(p.Alpha > 0) || !(p.Beta > 0) {
		return fmt.Errorf("prior %+v cannot be used: Kappa, Alpha and Beta must be above 0", p)
	}
	return nil
}

// LevelChange enumerates every date of one change in the level (and the noise) of a series, with both integrated out.
func LevelChange(y []float64, p Prior) (Change, error) {
	if err := p.check(); err != nil {
		return Change{}, err
	}
	if len(y) < 2 {
		return Change{}, fmt.Errorf("no change point from %d values", len(y))
	}
	sum, square := make([]float64, len(y)+1), make([]float64, len(y)+1) // of the differences from the prior mean
	for i, v := range y {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return Change{}, fmt.Errorf("value %d is not a number", i)
		}
		sum[i+1], square[i+1] = sum[i]+(v-p.Mean), square[i]+(v-p.Mean)*(v-p.Mean)
	}
	g0, _ := math.Lgamma(p.Alpha)
	evidence := func(from, to int) float64 {
		n, s := float64(to-from), sum[to]-sum[from]
		alpha, kappa := p.Alpha+n/2, p.Kappa+n
		beta := p.Beta + math.Max(square[to]-square[from]-s*s/kappa, 0)/2
		g, _ := math.Lgamma(alpha)
		return g - g0 + p.Alpha*math.Log(p.Beta) - alpha*math.Log(beta) + math.Log(p.Kappa/kappa)/2 - n/2*math.Log(2*math.Pi)
	}
	return oneChange(len(y), evidence, func(from, to int) float64 { return p.Mean + (sum[to]-sum[from])/float64(to-from) }), nil
}

// oneChange weighs the dates of a change by the evidence of the two sides.
func oneChange(n int, evidence, mean func(from, to int) float64) Change {
	c := Change{Posterior: make([]float64, n-1)}
	total := math.Inf(-1)
	for k := 1; k < n; k++ {
		c.Posterior[k-1] = evidence(0, k) + evidence(k, n)
		total = logAdd(total, c.Posterior[k-1])
	}
	best := 0
	for i := range c.Posterior {
		if c.Posterior[i] > c.Posterior[best] {
			best = i
		}
	}
	for i := range c.Posterior {
		c.Posterior[i] = math.Exp(c.Posterior[i] - total)
	}
	c.Last = best + 1
	c.LogFactor = total - math.Log(float64(n-1)) - evidence(0, n)
	c.Before, c.After = mean(0, c.Last), mean(c.Last, n)
	switch factor := math.Exp(c.LogFactor); {
	case c.Last < leastSide || n-c.Last < leastSide:
		c.Verdict = notOffered("the likeliest change leaves %d points before and %d after it; %d on each side are needed", c.Last, n-c.Last, leastSide)
	case factor <= leastFactor:
		c.Verdict = notOffered("one change is only %.2g times as likely as none; more than %d times is needed", factor, leastFactor)
	default:
		c.Verdict.OK = true
	}
	return c
}
