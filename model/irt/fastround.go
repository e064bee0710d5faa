package irt

import (
	"math"
)

func (f *fast) items(_, lo, hi int) {
	var q quad
	a := f.a
	for j := lo; j < hi; j++ {
		if f.held != nil && f.held[j] {
			continue
		}
		f.p.meanItem(j, a, &q)
		k0 := f.p.cutOff[j]
		cut := a.cut[k0:f.p.cutOff[j+1]]
		n := len(cut) + 1
		q.g[0] -= a.beta[j] / f.o.SlopeVar
		q.h[0][0] += 1 / f.o.SlopeVar
		for k, g := range cut {
			q.g[k+1] -= g / f.o.CutVar
			q.h[k+1][k+1] += 1 / f.o.CutVar
		}
		if !q.cholesky(n) {
			continue
		}
		q.solve(n, &q.g)
		step := 1.0
		for i := range n {
			step = math.Min(step, 1.5/math.Abs(q.g[i]))
		}
		for k := 1; k < len(cut); k++ { // keep the order: at most four fifths of a gap are given up at once
			if shrink := q.g[k] - q.g[k+1]; shrink > 0 {
				gap := cut[k] - cut[k-1]
				if gap < .02 { // an empty category wants none at all
					q.g[k+1] = q.g[k]
					continue
				}
				step = math.Min(step, .8*gap/shrink)
			}
		}
		a.beta[j] += step * q.g[0]
		for k := range cut {
			cut[k] += step * q.g[k+1]
		}
		// variances: columns of the inverse
		for i := range n {
			var e [maxCategories]float64
			e[i] = 1
			q.solve(n, &e)
			if i == 0 {
				a.betaVar[j] = e[0]
				for k := range cut {
					a.cutCov[int(k0)+k] = e[k+1]
				}
			} else {
				a.cutVar[int(k0)+i-1] = e[i]
			}
		}
	}
}

func (f *fast) cells(_, lo, hi int) {
	for c := lo; c < hi; c++ {
		f.slope[c], f.curve[c] = f.p.meanCell(c, f.a)
	}
}

// units moves whole paths.
func (f *fast) units(worker, lo, hi int) {
	sc := f.scratch[worker]
	s, x, v, cov := sc.solver, sc.x, sc.y, sc.z
	a, w := f.a, &f.w
	for u := lo; u < hi; u++ {
		path := f.p.path[f.p.pathOff[u]:f.p.pathOff[u+1]]
		n := len(path)
		for i, c := range path {
			r := 1 / w.variance[c]
			s.diag[i] = f.curve[c] + r
			x[i] = f.slope[c]
			if i == 0 {
				x[i] += r * (w.mean[c] - a.theta[c])
				continue
			}
			d := r * (a.theta[path[i-1]] - a.theta[c])
			x[i] += d
			x[i-1] -= d
			s.diag[i-1] += r
			s.off[i] = -r
		}
		s.factor(n)
		s.solve(n, x)
		s.variances(n, v, cov)
		for i, c := range path {
			x[i] = math.Max(-1, math.Min(1, x[i]))
			a.theta[c] += x[i]
			f.moved[c] = x[i]
			a.thetaVar[c] = v[i]
			if i > 0 {
				d := a.theta[c] - a.theta[path[i-1]]
				f.step[c] = (d*d + v[i] + v[i-1] - 2*cov[i]) / f.p.gap[c]
			}
		}
	}
}
