package coincide

import (
	"fmt"
	"math"
)

// Laplace is the trend statistic of events at times t in (0, length] that were watched for a fixed time,
//
//	U = (mean(t)/length - 1/2) sqrt(12 n),
//
// about standard normal under a constant rate: above 0 when events grow denser. P is two-sided. It needs 4 events, from which on the
// normal approximation is good. Reference: Cox and Lewis 1966.
func Laplace(t []float64, length float64) (u, p float64, err error) {
	if len(t) < 4 || !(length > 0) {
		return 0, 0, fmt.Errorf("no trend from %d events in time %g: 4 events and a positive time are needed", len(t), length)
	}
	sum := 0.0
	for _, x := range t {
		if !(x >= 0 && x <= length) {
			return 0, 0, fmt.Errorf("an event at %g lies outside the time from 0 to %g", x, length)
		}
		sum += x
	}
	n := float64(len(t))
	u = (sum/n/length - .5) * math.Sqrt(12*n)
	return u, math.Erfc(math.Abs(u) / math.Sqrt2), nil
}
