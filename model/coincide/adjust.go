package coincide

import (
	"cmp"
	"slices"
)

// Correction is a way to correct p-values for their number.
type Correction string

// The corrections. The first two bound the share of false finds among finds (the second under any dependence), the third
// the chance of any false find.
const (
	BenjaminiHochberg  Correction = "Benjamini-Hochberg"
	BenjaminiYekutieli Correction = "Benjamini-Yekutieli"
	Holm               Correction = "Holm"
)

// Adjust returns the corrected p-values in the order of p: with m tests and the i-th smallest p,
//
//	BH: min over j >= i of p_j m / j;  BY: the same times 1 + 1/2 + … + 1/m;  Holm: max over j <= i of p_j (m - j + 1);
//
// at most 1. References: Benjamini and Hochberg 1995, Benjamini and Yekutieli 2001, Holm 1979.
func Adjust(p []float64, how Correction) []float64 { return adjust(p, len(p), how) }

// adjust corrects for m tests of which those beyond p gave 1.
func adjust(p []float64, m int, how Correction) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(p[i], p[j]) })
	out := make([]float64, len(p))
	if how == Holm {
		most := 0.0
		for rank, i := range order {
			most = max(most, min(1, p[i]*float64(m-rank)))
			out[i] = most
		}
		return out
	}
	factor := float64(m)
	if how == BenjaminiYekutieli {
		harmonic := 0.0
		for i := m; i > 0; i-- {
			harmonic += 1 / float64(i)
		}
		factor *= harmonic
	}
	least := 1.0
	for rank := len(p) - 1; rank >= 0; rank-- {
		i := order[rank]
		least = min(least, p[i]*(factor/float64(rank+1)))
		out[i] = least
	}
	return out
}

// correct is the corrected value of one p within its family; rules whose p is not given count with p = 1.
func (f Family) correct(p float64) (q float64, how Correction) {
	how = BenjaminiHochberg
	if f.Overlap {
		how = BenjaminiYekutieli
	}
	return adjust(append([]float64{p}, f.P...), f.Run, how)[0], how
}
