package agreement

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Draws is how many resamples an interval is made of unless another number is asked for.
const Draws = 2000

// Interval is the 95 % interval of alpha, by drawing units with replacement draws times (0: Draws). The same seed gives the same
// interval. A resample in which all values are the same says nothing and is left out; ok is false when that is more than a tenth
// of them, or when alpha itself is not known.
func Interval(units [][]int, m Metric, draws int, seed uint64) (low, high float64, ok bool) {
	if draws <= 0 {
		draws = Draws
	}
	all := tallies(units)
	all = slices.DeleteFunc(all, func(t tally) bool { return t.n < 2 })
	if math.IsNaN(alphaOf(all, everyOne(len(all)), m)) {
		return 0, 0, false
	}
	chance := rand.New(rand.NewPCG(seed, 0x6f7272657279))
	alphas, times := make([]float64, 0, draws), make([]float64, len(all))
	for range draws {
		clear(times)
		for range all {
			times[chance.IntN(len(all))]++
		}
		if a := alphaOf(all, times, m); !math.IsNaN(a) {
			alphas = append(alphas, a)
		}
	}
	if len(alphas)*10 < draws*9 {
		return 0, 0, false
	}
	slices.Sort(alphas)
	return quantile(alphas, .025), quantile(alphas, .975), true
}

// quantile interpolates between the two values beside it.
func quantile(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	i := int(at)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}
