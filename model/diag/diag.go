// Package diag says whether draws from a posterior can be trusted: R-hat, effective sample size, quantiles and the
// coverage of intervals. Formulae follow Vehtari, Gelman, Simpson, Carpenter and Bürkner, "Rank-normalization,
// folding, and localization" (Bayesian Analysis 16, 2021) and Geyer's initial monotone sequence (1992).
//
// It is not for scoring forecasts, and it knows no model.
package diag

import (
	"math"
	"slices"
)

// RHat is the split R-hat of rank-normalised draws, one slice a chain, 4 draws each at least: about 1 when every half of
// every chain tells the same story, above 1.01 when they do not. Constant draws give 1; too few give NaN.
func RHat(chains [][]float64) float64 {
	halves := split(chains)
	if halves == nil {
		return math.NaN()
	}
	return rhat(rankNormal(halves))
}

// ESS is the number of independent draws that would estimate the mean as well as these (bulk, rank-normalised). Chains
// need 8 draws each at least; constant draws count in full; too few give NaN.
func ESS(chains [][]float64) float64 {
	halves := split(chains)
	if halves == nil || len(halves[0]) < 4 {
		return math.NaN()
	}
	return ess(rankNormal(halves))
}

// Quantile interpolates linearly between sorted values (type 7 of Hyndman and Fan, R's default).
func Quantile(sorted []float64, q float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	h := q * float64(len(sorted)-1)
	i := int(math.Floor(h))
	if i >= len(sorted)-1 {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + (h-float64(i))*(sorted[i+1]-sorted[i])
}

// Coverage is the share of truths inside their interval, ends included, and its standard error if the cases are independent.
func Coverage(truth, lo, hi []float64) (share, se float64) {
	n := 0.0
	for i, x := range truth {
		if x >= lo[i] && x <= hi[i] {
			n++
		}
	}
	m := float64(len(truth))
	share = n / m
	return share, math.Sqrt(share * (1 - share) / m)
}

// split cuts each chain in two halves of one length; nil when they would be shorter than 2.
func split(chains [][]float64) [][]float64 {
	if len(chains) == 0 {
		return nil
	}
	n := len(chains[0])
	for _, c := range chains {
		n = min(n, len(c))
	}
	n /= 2
	if n < 2 {
		return nil
	}
	var out [][]float64
	for _, c := range chains {
		out = append(out, c[:n], c[len(c)-n:])
	}
	return out
}

// rankNormal replaces draws by normal scores of their ranks over all chains; ties share their mean rank.
func rankNormal(chains [][]float64) [][]float64 {
	n := len(chains[0])
	type place struct {
		x  float64
		at int
	}
	all := make([]place, 0, n*len(chains))
	for c, chain := range chains {
		for i, x := range chain {
			all = append(all, place{x, c*n + i})
		}
	}
	slices.SortFunc(all, func(a, b place) int {
		switch {
		case a.x < b.x:
			return -1
		case a.x > b.x:
			return 1
		}
		return a.at - b.at
	})
	flat := make([]float64, len(all))
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j].x == all[i].x {
			j++
		}
		rank := float64(i+j+1) / 2
		z := math.Sqrt2 * math.Erfinv(2*(rank-.375)/(float64(len(all))+.25)-1)
		for ; i < j; i++ {
			flat[all[i].at] = z
		}
	}
	out := make([][]float64, len(chains))
	for c := range out {
		out[c] = flat[c*n : c*n+n]
	}
	return out
}

// between returns the mean variance within chains and the pooled variance.
func between(chains [][]float64) (within, pooled float64) {
	n := float64(len(chains[0]))
	means := make([]float64, len(chains))
	for c, chain := range chains {
		m := mean(chain)
		for _, x := range chain {
			within += (x - m) * (x - m) / (n - 1)
		}
		means[c] = m
	}
	within /= float64(len(chains))
	b, grand := 0.0, mean(means)
	for _, m := range means {
		b += (m - grand) * (m - grand)
	}
	pooled = within * (n - 1) / n
	if len(chains) > 1 {
		pooled += b / float64(len(chains)-1)
	}
	return within, pooled
}

func mean(x []float64) float64 {
	s := 0.0
	for _, v := range x {
		s += v
	}
	return s / float64(len(x))
}

func rhat(chains [][]float64) float64 {
	within, pooled := between(chains)
	if pooled == 0 {
		return 1
	}
	if within == 0 {
		return math.Inf(1)
	}
	return math.Sqrt(pooled / within)
}

func ess(chains [][]float64) float64 {
	n := len(chains[0])
	total := float64(n * len(chains))
	within, pooled := between(chains)
	if pooled == 0 {
		return total
	}
	centred := make([][]float64, len(chains))
	for c, chain := range chains {
		m := mean(chain)
		centred[c] = make([]float64, n)
		for i, x := range chain {
			centred[c][i] = x - m
		}
	}
	rho := func(lag int) float64 { // autocorrelation over all chains
		s := 0.0
		for _, x := range centred {
			for i := lag; i < n; i++ {
				s += x[i] * x[i-lag]
			}
		}
		s /= float64(n) * float64(len(chains))
		return 1 - (within*float64(n-1)/float64(n)-s)/pooled
	}
	tau, last := -1.0, math.Inf(1)
	for lag := 0; lag+1 < n; lag += 2 { // pairs of lags are positive and falling for a reversible chain
		pair := rho(lag) + rho(lag+1)
		if pair < 0 {
			break
		}
		last = math.Min(last, pair)
		tau += 2 * last
	}
	return total / math.Max(tau, 1/math.Log10(total))
}
