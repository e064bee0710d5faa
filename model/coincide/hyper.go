package coincide

import "math"

// HypergeometricTail is P(K >= k) when n days are drawn without replacement from T days of which c are covered,
//
//	P(K = k) = C(c, k) C(T-c, n-k) / C(T, n),
//
// summed from k to min(c, n). It is exact given the triggers: it takes no overlap for rare and simulates nothing. Outside
// 0 <= c <= T, 0 <= n <= T it is NaN. Reference: Fisher's exact test.
func HypergeometricTail(k, total, covered, n int) float64 {
	return math.Exp(hyperLogTail(k, total, covered, n))
}

// hyperLogTail is the logarithm of HypergeometricTail, which keeps digits where the probability itself would vanish.
func hyperLogTail(k, total, covered, n int) float64 {
	if covered < 0 || covered > total || n < 0 || n > total {
		return math.NaN()
	}
	lo, hi := hyperSupport(total, covered, n)
	switch {
	case k <= lo:
		return 0
	case k > hi:
		return math.Inf(-1)
	}
	// The smaller side is summed, outwards from the point next to k, where its terms are largest or nearly so.
	if mode := (n + 1) * (covered + 1) / (total + 2); k > mode {
		return hyperLog(k, total, covered, n) + math.Log(hyperSum(k, hi, total, covered, n))
	}
	below := hyperLog(k-1, total, covered, n) + math.Log(hyperSum(k-1, lo, total, covered, n))
	return math.Log1p(-math.Exp(math.Min(below, 0)))
}

// hyperSupport is the least and the largest possible count.
func hyperSupport(total, covered, n int) (lo, hi int) {
	return max(0, n-(total-covered)), min(covered, n)
}

// hyperLog is log P(K = k) inside the support.
func hyperLog(k, total, covered, n int) float64 {
	return logChoose(covered, k) + logChoose(total-covered, n-k) - logChoose(total, n)
}

// hyperSum adds the probabilities from one count to another, as multiples of the first.
func hyperSum(from, to, total, covered, n int) float64 {
	sum, term := 1.0, 1.0
	for x := from; x < to; x++ { // upwards
		term *= float64(covered-x) / float64(x+1) * float64(n-x) / float64(total-covered-n+x+1)
		if sum += term; term < 1e-18*sum {
			break
		}
	}
	for x := from; x > to; x-- { // downwards
		term *= float64(x) / float64(covered-x+1) * float64(total-covered-n+x) / float64(n-x+1)
		if sum += term; term < 1e-18*sum {
			break
		}
	}
	return sum
}

// hyperMass appends P(K = lo), …, P(K = hi) and returns lo.
func hyperMass(dst []float64, total, covered, n int) (mass []float64, lo int) {
	lo, hi := hyperSupport(total, covered, n)
	base := len(dst)
	mode := min(max((n+1)*(covered+1)/(total+2), lo), hi)
	for range hi - lo + 1 {
		dst = append(dst, 0)
	}
	at := dst[base:]
	at[mode-lo] = math.Exp(hyperLog(mode, total, covered, n))
	for x := mode; x < hi; x++ {
		at[x+1-lo] = at[x-lo] * (float64(covered-x) / float64(x+1) * float64(n-x) / float64(total-covered-n+x+1))
	}
	for x := mode; x > lo; x-- {
		at[x-1-lo] = at[x-lo] * (float64(x) / float64(covered-x+1) * float64(total-covered-n+x) / float64(n-x+1))
	}
	return dst, lo
}

// logChoose is log C(n, k). For small k the product itself is exact and quicker than three gamma functions.
func logChoose(n, k int) float64 {
	k = min(k, n-k)
	if k <= 0 {
		return 0
	}
	if k <= 12 {
		p := 1.0
		for i := range k {
			p *= float64(n-i) / float64(i+1)
		}
		return math.Log(p)
	}
	return lgamma(n+1) - lgamma(k+1) - lgamma(n-k+1)
}

func lgamma(n int) float64 {
	v, _ := math.Lgamma(float64(n))
	return v
}
