package coincide

import (
	"fmt"
	"math"
)

// Scan is P(S_w >= k): the chance that some window of share w of the time (0 < w < 1) holds k or more of n events whose times are
// independent and uniform. It is exact for k = 2 and k = n,
//
//	P(2; n, w) = 1 - (1 - (n-1) w)^n,   P(n; n, w) = n w^(n-1) - (n-1) w^n,
//
// and otherwise Wallenstein and Neff's approximation (k/w - n - 1) b(k; n, w) + 2 G(k; n, w) with b the binomial mass and G the
// tail above k, which is good where the result is below .1 and never above 1. References: Naus 1982, Wallenstein and Neff 1987.
func Scan(k, n int, w float64) (p float64, exact bool, err error) {
	switch {
	case n < 1 || k < 1 || !(w > 0 && w < 1):
		return 0, false, fmt.Errorf("no scan for %d of %d events in a window of share %g: give counts above 0 and a share between 0 and 1", k, n, w)
	case k > n:
		return 0, true, nil
	case k == 1:
		return 1, true, nil
	case k == n:
		return float64(n)*math.Pow(w, float64(n-1)) - float64(n-1)*math.Pow(w, float64(n)), true, nil
	case k == 2:
		if float64(n-1)*w >= 1 {
			return 1, true, nil
		}
		return 1 - math.Pow(1-float64(n-1)*w, float64(n)), true, nil
	}
	mass := math.Exp(logChoose(n, k) + float64(k)*math.Log(w) + float64(n-k)*math.Log1p(-w))
	p = (float64(k)/w-float64(n)-1)*mass + 2*AtLeast(k, n, w)
	return math.Min(math.Max(p, 0), 1), false, nil
}
