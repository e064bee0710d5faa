package align

import "math"

// phi is the standard normal distribution function, exact in both tails.
func phi(x float64) float64 { return math.Erfc(-x*(1/math.Sqrt2)) / 2 }

// probit is the inverse of phi, for 0 < p < 1. Erfcinv keeps digits in both tails.
func probit(p float64) float64 {
	if p <= .5 {
		return -math.Sqrt2 * math.Erfcinv(2*p)
	}
	return math.Sqrt2 * math.Erfcinv(2*(1-p))
}

// between is P(lo < Z <= hi) without loss of digits when both ends lie in one tail.
func between(lo, hi float64) float64 {
	if lo > 0 {
		return math.Max(phi(-lo)-phi(-hi), 0)
	}
	return math.Max(phi(hi)-phi(lo), 0)
}
