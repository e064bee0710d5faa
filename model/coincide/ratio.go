package coincide

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Ratio is the rate of responses on covered days over the rate on other days.
type Ratio struct {
	Estimate Bound `json:"estimate"` // null when there was no response outside windows
	Lo       Bound `json:"lo"`
	Hi       Bound `json:"hi"` // null: no upper limit
}

// RateRatio gives the ratio and its exact interval from
//
//	K | n ~ Binomial(n, RR c / (RR c + T - c))
//
// by Clopper and Pearson. It takes the rate as constant apart from the windows; StratifiedRatio does not. It needs
// 0 < c < T and 0 <= K <= n, n > 0.
func RateRatio(hits, n, covered, days int, level float64) (Ratio, error) {
	if err := checkRatio(hits, n, covered, days, level); err != nil {
		return Ratio{}, err
	}
	odds := float64(days-covered) / float64(covered)
	ratio := func(share float64) Bound {
		if share >= 1 {
			return Bound(math.Inf(1))
		}
		return Bound(share / (1 - share) * odds)
	}
	k, m, tail := float64(hits), float64(n-hits), (1-level)/2
	r := Ratio{Estimate: ratio(k / (k + m)), Hi: Bound(math.Inf(1))}
	if hits > 0 {
		r.Lo = ratio(mathext.InvRegIncBeta(k, m+1, tail))
	}
	if m > 0 {
		r.Hi = ratio(mathext.InvRegIncBeta(k+1, m, 1-tail))
	}
	return r, nil
}

// JeffreysRatio gives quantiles of the ratio under Jeffreys' prior, K/n's share ~ Beta(K + 1/2, n - K + 1/2).
func JeffreysRatio(hits, n, covered, days int, quantiles ...float64) ([]float64, error) {
	if err := checkRatio(hits, n, covered, days, .95); err != nil {
		return nil, err
	}
	out := make([]float64, len(quantiles))
	for i, q := range quantiles {
		if !(q > 0 && q < 1) {
			return nil, fmt.Errorf("quantile %g cannot be given: ask between 0 and 1", q)
		}
		share := mathext.InvRegIncBeta(float64(hits)+.5, float64(n-hits)+.5, q)
		out[i] = share / (1 - share) * float64(days-covered) / float64(covered)
	}
	return out, nil
}

func checkRatio(hits, n, covered, days int, level float64) error {
	switch {
	case covered <= 0 || covered >= days:
		return fmt.Errorf("no rate ratio: %d of %d days are covered, so one of the two rates has no days", covered, days)
	case n <= 0 || hits < 0 || hits > n:
		return fmt.Errorf("no rate ratio from %d hits among %d responses", hits, n)
	case !(level > 0 && level < 1):
		return fmt.Errorf("level %g cannot be used: give it between 0 and 1", level)
	}
	return nil
}
