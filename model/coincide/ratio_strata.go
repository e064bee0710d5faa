package coincide

import (
	"errors"
	"fmt"
	"math"
)

// StratifiedRatio gives one ratio common to all strata, whose base rates may differ, with its exact interval:
//
//	K = sum of K_s,  K_s | n_s ~ Binomial(n_s, RR c_s / (RR c_s + T_s - c_s)).
//
// The estimate maximises the conditional likelihood; the ends are where either tail of the exact sum is half of 1 - level. Only
// strata with covered and uncovered days tell anything; without any there is an error.
func StratifiedRatio(hits int, strata []Stratum, level float64) (Ratio, error) {
	if !(level > 0 && level < 1) {
		return Ratio{}, fmt.Errorf("level %g cannot be used: give it between 0 and 1", level)
	}
	s, err := newSumOfBinomials(hits, strata)
	if err != nil {
		return Ratio{}, err
	}
	tail := (1 - level) / 2
	r := Ratio{Estimate: Bound(math.Inf(1)), Hi: Bound(math.Inf(1)), Lo: s.lower(tail)}
	if s.hits < s.n {
		r.Estimate = s.solve(func(rr float64) float64 { return s.mean(rr) - float64(s.hits) })
		r.Hi = s.solve(func(rr float64) float64 { return tail - s.below(rr, s.hits+1) })
	}
	if s.hits == 0 {
		r.Estimate = 0
	}
	return r, nil
}

// sumOfBinomials is the distribution of the hits in the strata that tell anything, given the rate ratio.
type sumOfBinomials struct {
	hits, n int
	strata  []Stratum
	conv    convolver
}

func newSumOfBinomials(hits int, strata []Stratum) (*sumOfBinomials, error) {
	s := &sumOfBinomials{hits: hits}
	for _, t := range strata {
		switch {
		case t.N == 0 || t.Covered == 0:
		case t.Covered >= t.Days:
			s.hits -= t.N // they could not have missed
		default:
			s.strata = append(s.strata, t)
			s.n += t.N
		}
	}
	if s.n == 0 {
		return nil, errors.New("no rate ratio: no stratum with responses has both covered and other days")
	}
	if s.hits < 0 || s.hits > s.n {
		return nil, fmt.Errorf("%d hits cannot be among the %d responses of the strata", s.hits, s.n)
	}
	return s, nil
}

func (t Stratum) share(rr float64) float64 {
	c := rr * float64(t.Covered)
	return c / (c + float64(t.Days-t.Covered))
}

func (s *sumOfBinomials) mean(rr float64) float64 {
	m := 0.0
	for _, t := range s.strata {
		m += float64(t.N) * t.share(rr)
	}
	return m
}

// below is P(K < k).
func (s *sumOfBinomials) below(rr float64, k int) float64 {
	s.conv.reset()
	for _, t := range s.strata {
		s.conv.part = binomialMass(s.conv.part[:0], t.N, t.share(rr))
		s.conv.add(s.conv.part, 0)
	}
	s.conv.close()
	p := 0.0
	for i := 0; i < min(k-s.conv.lo, len(s.conv.sum)); i++ {
		p += s.conv.sum[i]
	}
	return math.Min(p, 1)
}

// lower is the lower end of the interval with the given mass below it.
func (s *sumOfBinomials) lower(tail float64) Bound {
	if s.hits == 0 {
		return 0
	}
	return s.solve(func(rr float64) float64 { return 1 - s.below(rr, s.hits) - tail })
}

// solve finds where a function that rises with the ratio passes zero, by halving between e^-25 and e^25.
func (s *sumOfBinomials) solve(f func(rr float64) float64) Bound {
	lo, hi := -25.0, 25.0
	for hi-lo > 1e-9 {
		if mid := (lo + hi) / 2; f(math.Exp(mid)) < 0 {
			lo = mid
		} else {
			hi = mid
		}
	}
	return Bound(math.Exp((lo + hi) / 2))
}

// binomialMass appends P(0), …, P(n) for 0 < p < 1, from the mode outwards.
func binomialMass(dst []float64, n int, p float64) []float64 {
	base := len(dst)
	for range n + 1 {
		dst = append(dst, 0)
	}
	at, mode := dst[base:], min(int(float64(n+1)*p), n)
	at[mode] = math.Exp(logChoose(n, mode) + float64(mode)*math.Log(p) + float64(n-mode)*math.Log1p(-p))
	for x := mode; x < n; x++ {
		at[x+1] = at[x] * (float64(n-x) / float64(x+1) * p / (1 - p))
	}
	for x := mode; x > 0; x-- {
		at[x-1] = at[x] * (float64(x) / float64(n-x+1) * (1 - p) / p)
	}
	return dst
}
