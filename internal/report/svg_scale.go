package report

import "math"

// scaled maps numbers to lengths.
type scaled struct {
	lo, hi   float64 // numbers
	from, to float64 // lengths
}

func (s scaled) at(x float64) float64 {
	if s.hi == s.lo {
		return (s.from + s.to) / 2
	}
	return s.from + (x-s.lo)/(s.hi-s.lo)*(s.to-s.from)
}

// clip is at, held inside the frame.
func (s scaled) clip(x float64) float64 { return s.at(math.Max(s.lo, math.Min(s.hi, x))) }

// ticks are round numbers inside a stretch, about so many.
func ticks(lo, hi float64, about int) []float64 {
	if !(hi > lo) {
		return []float64{lo}
	}
	raw := (hi - lo) / float64(about)
	step := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5, 10} {
		if step*m >= raw {
			step *= m
			break
		}
	}
	var out []float64
	for k := math.Ceil(lo/step - 1e-9); k*step <= hi+step*1e-9; k++ {
		out = append(out, k*step)
	}
	return out
}

// around is a stretch that holds all numbers, with a little air, widened to round ends.
func around(list []float64) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, x := range list {
		if !math.IsNaN(x) && !math.IsInf(x, 0) {
			lo, hi = math.Min(lo, x), math.Max(hi, x)
		}
	}
	if lo > hi {
		return -1, 1
	}
	air := math.Max((hi-lo)*.04, .1)
	return lo - air, hi + air
}
