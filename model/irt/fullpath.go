package irt

import "math"

// blockLength is how many cells of a path move together: long enough to carry the walk's correlation, short enough that
// a Newton proposal for all of them is nearly always taken.
const blockLength = 10

// path moves one unit through all its periods, in blocks whose ends shift from sweep to sweep.
func (c *chain) path(u int, sc *pathScratch) (tried, taken int) {
	p := c.p
	path := p.path[p.pathOff[u]:p.pathOff[u+1]]
	r := newStream(c.seed, c.number, c.sweep, forPath, u)
	for lo, hi := 0, 1+int(r.bits()%blockLength); lo < len(path); lo, hi = hi, hi+blockLength {
		tried++
		if c.block(path, lo, min(hi, len(path)), sc, &r) {
			taken++
		}
	}
	return tried, taken
}

// block moves cells lo … hi−1 of a path, given their neighbours.
func (c *chain) block(path []int32, lo, hi int, sc *pathScratch, r *stream) bool {
	n := hi - lo
	s := sc.solver
	x, z, y := sc.x[:n], sc.y[:n], sc.z[:n]
	for i := range n {
		x[i] = c.theta[path[lo+i]]
	}
	copy(y, x)
	lp := c.blockAt(path, lo, hi, y, s, z) // z is the Newton step
	det := s.factor(n)
	s.solve(n, z)
	forward := 0.0
	for i := range n {
		y[i] = r.normal()
		forward += y[i] * y[i]
		y[i] /= math.Sqrt(s.d[i])
	}
	s.back(n, y)
	for i := range n {
		y[i] += x[i] + z[i]
	}
	lq := c.blockAt(path, lo, hi, y, s, z)
	det2 := s.factor(n)
	s.solve(n, z)
	for i := range n {
		z[i] = x[i] - y[i] - z[i]
	}
	back := 0.0
	for i := range n { // d·(z_i + l_{i+1} z_{i+1})², as precision = LDLᵀ
		e := z[i]
		if i+1 < n {
			e += s.l[i+1] * z[i+1]
		}
		back += s.d[i] * e * e
	}
	if !r.take(lq - lp + (det2-det)/2 + (forward-back)/2) {
		return false
	}
	for i := range n {
		c.theta[path[lo+i]] = y[i]
	}
	return true
}

// blockAt evaluates a block at x: log posterior, its gradient in g, minus its Hessian in s.
func (c *chain) blockAt(path []int32, lo, hi int, x []float64, s *chainSolver, g []float64) (lp float64) {
	for i := range x {
		cell := path[lo+i]
		ll, slope, curve := c.p.evalCell(int(cell), x[i], c.beta, c.cut)
		prior := 1 / c.w.variance[cell]
		before := c.w.mean[cell]
		if i > 0 {
			before = x[i-1]
		} else if lo > 0 {
			before = c.theta[path[lo-1]]
		}
		d := before - x[i]
		lp += ll - d*d*prior/2
		g[i] = slope + d*prior
		s.diag[i] = curve + prior
		if i > 0 {
			s.off[i] = -prior
			s.diag[i-1] += prior
			g[i-1] -= d * prior
		}
	}
	if hi < len(path) {
		cell := path[hi]
		prior := 1 / c.w.variance[cell]
		d := c.theta[cell] - x[len(x)-1]
		lp -= d * d * prior / 2
		g[len(x)-1] += d * prior
		s.diag[len(x)-1] += prior
	}
	return lp
}
