package coincide

import (
	"fmt"

	"gonum.org/v1/gonum/mathext"
)

// Rate is a rate with its posterior median and interval, in events a unit of the time that was given.
type Rate struct {
	Mean   float64 `json:"mean"`
	Median float64 `json:"median"`
	Lo     float64 `json:"lo"`
	Hi     float64 `json:"hi"`
}

// GammaPoisson is the posterior of a rate after k events in time t,
//
//	lambda | k, t ~ Gamma(a + k, b + t),
//
// from a prior with shape a > 0 and rate b >= 0 (b + t > 0). The method's default prior is Gamma(.5, .5/base), or Jeffreys'
// a = .5, b = 0 without a base rate. Reference: Gelman et al., Bayesian Data Analysis, ch. 2.
func GammaPoisson(k int, t, a, b, level float64) (Rate, error) {
	if k < 0 || !(t >= 0) || !(a > 0) || !(b >= 0) || !(b+t > 0) || !(level > 0 && level < 1) {
		return Rate{}, fmt.Errorf("no rate from %d events in time %g with prior Gamma(%g, %g) at level %g", k, t, a, b, level)
	}
	shape, time := a+float64(k), b+t
	quantile := func(p float64) float64 { return mathext.GammaIncRegInv(shape, p) / time }
	return Rate{Mean: shape / time, Median: quantile(.5), Lo: quantile((1 - level) / 2), Hi: quantile((1 + level) / 2)}, nil
}
