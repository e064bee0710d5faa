package irt

import "math"

// cholesky replaces the lower triangle of the leading n×n of h by its factor. It reports whether h is positive definite.
func (q *quad) cholesky(n int) bool {
	h := &q.h
	for i := range n {
		for k := range i + 1 {
			s := h[i][k]
			for l := range k {
				s -= h[i][l] * h[k][l]
			}
			if i == k {
				if !(s > 1e-12) {
					return false
				}
				h[i][i] = math.Sqrt(s)
			} else {
				h[i][k] = s / h[k][k]
			}
		}
	}
	return true
}

// solve overwrites x by h⁻¹x for a factored h.
func (q *quad) solve(n int, x *[maxCategories]float64) {
	for i := range n {
		for k := range i {
			x[i] -= q.h[i][k] * x[k]
		}
		x[i] /= q.h[i][i]
	}
	q.back(n, x)
}

// back overwrites x by L⁻ᵀx: of independent normal numbers it makes draws with precision h.
func (q *quad) back(n int, x *[maxCategories]float64) {
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= q.h[k][i] * x[k]
		}
		x[i] /= q.h[i][i]
	}
}

// logDet is the logarithm of the determinant of a factored h.
func (q *quad) logDet(n int) float64 {
	s := 0.0
	for i := range n {
		s += math.Log(q.h[i][i])
	}
	return 2 * s
}
