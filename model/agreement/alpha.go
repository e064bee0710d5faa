package agreement

import (
	"math"
	"slices"
)

// Missing stands for a coder who did not judge a unit.
const Missing = -1

// Metric is how far two values lie apart.
type Metric string

// The metrics. Ordinal takes the numbers of the values as their order.
const (
	Nominal Metric = "nominal"
	Ordinal Metric = "ordinal"
)

// Alpha is Krippendorff's alpha of units × coders: 1 when all agree, 0 when they agree as chance would have it, below 0 when less. values
// are 0, 1, 2 …, or Missing; a unit that fewer than two coders judged is left out. NaN when no unit is left, or when all values are
// the same, so that nothing could be disagreed on.
func Alpha(units [][]int, m Metric) float64 {
	return alphaOf(tallies(units), everyOne(len(units)), m)
}

// tally is how often each value was given to one unit.
type tally struct {
	values []int // distinct
	counts []float64
	n      float64 // judgements
}

func tallies(units [][]int) []tally {
	out := make([]tally, len(units))
	for i, unit := range units {
		t := &out[i]
		for _, v := range unit {
			if v < 0 {
				continue
			}
			t.n++
			if j := slices.Index(t.values, v); j >= 0 {
				t.counts[j]++
			} else {
				t.values, t.counts = append(t.values, v), append(t.counts, 1)
			}
		}
	}
	return out
}

func everyOne(n int) []float64 {
	times := make([]float64, n)
	for i := range times {
		times[i] = 1
	}
	return times
}

// alphaOf is alpha of units of which unit i counts times[i] times.
func alphaOf(units []tally, times []float64, m Metric) float64 {
	size := 0
	for _, t := range units {
		for _, v := range t.values {
			size = max(size, v+1)
		}
	}
	margin := make([]float64, size) // judgements by value, of units that two or more judged
	total := 0.0
	for i, t := range units {
		if t.n >= 2 {
			for j, v := range t.values {
				margin[v] += times[i] * t.counts[j]
				total += times[i] * t.counts[j]
			}
		}
	}
	far := distances(margin, m)
	observed := 0.0
	for i, t := range units {
		if t.n < 2 || times[i] == 0 {
			continue
		}
		for j, v := range t.values {
			for k := j + 1; k < len(t.values); k++ {
				observed += times[i] * t.counts[j] * t.counts[k] / (t.n - 1) * far(v, t.values[k])
			}
		}
	}
	expected := chance(margin, total, m, far)
	if total < 2 || expected == 0 {
		return math.NaN()
	}
	return 1 - (total-1)*observed/expected
}

// chance is the sum of n(c)·n(k)·distance over pairs of different values.
func chance(margin []float64, total float64, m Metric, far func(c, k int) float64) float64 {
	if m == Nominal { // there may be many values: no pairs are walked
		same := 0.0
		for _, n := range margin {
			same += n * n
		}
		return (total*total - same) / 2
	}
	sum := 0.0
	for c := range margin {
		for k := c + 1; k < len(margin); k++ {
			sum += margin[c] * margin[k] * far(c, k)
		}
	}
	return sum
}

// distances gives the squared distance of two different values.
func distances(margin []float64, m Metric) func(c, k int) float64 {
	if m == Nominal {
		return func(int, int) float64 { return 1 }
	}
	below := make([]float64, len(margin)+1) // judgements of smaller values
	for v, n := range margin {
		below[v+1] = below[v] + n
	}
	return func(c, k int) float64 {
		c, k = min(c, k), max(c, k)
		d := below[k+1] - below[c] - (margin[c]+margin[k])/2
		return d * d
	}
}
