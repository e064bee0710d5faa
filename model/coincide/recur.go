package coincide

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"
)

// WindowChance is the chance that a window of so many days holds at least one event of a constant rate a year of 365 days:
// 1 - exp(-rate days / 365).
func WindowChance(ratePerYear float64, days float64) float64 {
	return -math.Expm1(-ratePerYear * days / 365)
}

// AtLeast is P(X >= k) for X ~ Binomial(n, p): k of n triggers answered by luck when one is with chance p. It describes;
// windows that overlap or share a wave of attention are not independent, which the test of a study heeds and this does not.
func AtLeast(k, n int, p float64) float64 {
	switch {
	case k <= 0:
		return 1
	case k > n || p <= 0:
		return 0
	case p >= 1:
		return 1
	}
	return mathext.RegIncBeta(float64(k), float64(n-k+1), p)
}

// AnsweredShare is the mean of the share of triggers that are answered, after k of n, from a flat prior: (k + 1) / (n + 2). After one of one
// it is 2/3 and not 1.
func AnsweredShare(k, n int) float64 { return float64(k+1) / float64(n+2) }

// SomeRun is the chance that among m pairs of states at least one shows k of k answers by luck: 1 - (1 - p^k)^m.
func SomeRun(k, m int, p float64) float64 {
	return -math.Expm1(float64(m) * math.Log1p(-math.Pow(p, float64(k))))
}

// Needed is the least number of triggers, and of answers among them, with which a chance of p1 would be told from p0 at level
// alpha with at least the given power, one-sided and exact. It gives up above 100,000 triggers.
func Needed(p0, p1, alpha, power float64) (triggers, answers int, err error) {
	if !(p0 > 0 && p0 < p1 && p1 < 1 && alpha > 0 && alpha < 1 && power > 0 && power < 1) {
		return 0, 0, fmt.Errorf("chances %g and %g at level %g with power %g cannot be used: all lie between 0 and 1, the first below the second", p0, p1, alpha, power)
	}
	k := 0
	for n := 1; n <= 100_000; n++ {
		for AtLeast(k, n, p0) > alpha {
			k++
		}
		if k <= n && AtLeast(k, n, p1) >= power {
			return n, k, nil
		}
	}
	return 0, 0, fmt.Errorf("more than 100,000 triggers would be needed to tell %g from %g", p1, p0)
}
