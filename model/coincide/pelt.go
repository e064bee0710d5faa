package coincide

import (
	"fmt"
	"math"
	"slices"
)

// PELT cuts a series where the sum of squared deviations from the segments' means plus a penalty a cut is least, exactly. Cuts are
// the number of points before each change. minSegment is 1 or more. The method's default penalty is 2 s² log n with Noise for s².
// Reference: Killick, Fearnhead and Eckley 2012.
func PELT(y []float64, penalty float64, minSegment int) (cuts []int, objective float64, err error) {
	n := len(y)
	if n == 0 || !(penalty >= 0) || minSegment < 1 || minSegment > n {
		return nil, 0, fmt.Errorf("no segments of at least %d from %d values with penalty %g", minSegment, n, penalty)
	}
	middle := 0.0
	for _, v := range y {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, 0, fmt.Errorf("a value of the series is not a number")
		}
		middle += v / float64(n)
	}
	sum, square := make([]float64, n+1), make([]float64, n+1)
	for i, v := range y {
		sum[i+1], square[i+1] = sum[i]+(v-middle), square[i]+(v-middle)*(v-middle)
	}
	cost := func(from, to int) float64 {
		s := sum[to] - sum[from]
		return math.Max(square[to]-square[from]-s*s/float64(to-from), 0)
	}
	best, from := make([]float64, n+1), make([]int, n+1)
	best[0] = -penalty
	for t := 1; t < minSegment; t++ {
		best[t] = math.Inf(1)
	}
	var open []int // starts that can still be the last cut
	for t := minSegment; t <= n; t++ {
		open = append(open, t-minSegment)
		best[t] = math.Inf(1)
		for _, s := range open {
			if v := best[s] + cost(s, t) + penalty; v < best[t] {
				best[t], from[t] = v, s
			}
		}
		if minSegment == 1 { // pruning is exact without a least length only
			open = slices.DeleteFunc(open, func(s int) bool { return best[s]+cost(s, t) > best[t] })
		}
	}
	for t := from[n]; t > 0; t = from[t] {
		cuts = append(cuts, t)
	}
	slices.Reverse(cuts)
	return cuts, best[n], nil
}

// Noise is the variance of a series about a level that may change: (1.4826 median |d|)² / 2 over the differences d of neighbours. It
// needs two values or more.
func Noise(y []float64) float64 {
	d := make([]float64, max(len(y)-1, 0))
	for i := range d {
		d[i] = math.Abs(y[i+1] - y[i])
	}
	if len(d) == 0 {
		return math.NaN()
	}
	slices.Sort(d)
	mid := (d[(len(d)-1)/2] + d[len(d)/2]) / 2
	return 1.4826 * 1.4826 * mid * mid / 2
}
