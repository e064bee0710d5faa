package irt

import "math"

// A chainSolver handles one unit's path: a tridiagonal precision. Slices are as long as the longest path.
type chainSolver struct {
	diag, off []float64 // precision; off[i] joins i−1 and i
	d, l      []float64 // LDLᵀ
}

func newChainSolver(n int) *chainSolver {
	return &chainSolver{make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)}
}

// factor decomposes the first n; the precision must be positive definite. It returns log det.
func (s *chainSolver) factor(n int) (logDet float64) {
	s.d[0] = s.diag[0]
	logDet = math.Log(s.d[0])
	for i := 1; i < n; i++ {
		s.l[i] = s.off[i] / s.d[i-1]
		s.d[i] = s.diag[i] - s.l[i]*s.off[i]
		logDet += math.Log(s.d[i])
	}
	return logDet
}

// solve overwrites x by precision⁻¹x.
func (s *chainSolver) solve(n int, x []float64) {
	for i := 1; i < n; i++ {
		x[i] -= s.l[i] * x[i-1]
	}
	for i := range n {
		x[i] /= s.d[i]
	}
	s.back(n, x)
}

// back overwrites x by L⁻ᵀx.
func (s *chainSolver) back(n int, x []float64) {
	for i := n - 2; i >= 0; i-- {
		x[i] -= s.l[i+1] * x[i+1]
	}
}

// variances gives the diagonal of the inverse and, in cov[i], the covariance of i−1 and i.
func (s *chainSolver) variances(n int, v, cov []float64) {
	v[n-1] = 1 / s.d[n-1]
	for i := n - 2; i >= 0; i-- {
		cov[i+1] = -s.l[i+1] * v[i+1]
		v[i] = 1/s.d[i] - s.l[i+1]*cov[i+1]
	}
}

// A pathScratch is one worker's room for a path.
type pathScratch struct {
	solver  *chainSolver
	x, y, z []float64
}

func (p *Problem) scratch(workers int) []pathScratch {
	longest := 0
	for u := range p.nUnit {
		longest = max(longest, int(p.pathOff[u+1]-p.pathOff[u]))
	}
	out := make([]pathScratch, workers)
	for i := range out {
		out[i] = pathScratch{newChainSolver(longest), make([]float64, longest), make([]float64, longest), make([]float64, longest)}
	}
	return out
}
