package irt

import (
	"math"
)

// An itemPoint is an item's log posterior, given all positions, at one value of its parameters w: the slope, the first
// cutpoint, the logarithms of the gaps to the next. In w there is no order to keep. Cutpoints beyond the outermost
// categories that were used are not in w: no vote holds them, and they move on their own.
type itemPoint struct {
	lp   float64
	w    [maxCategories]float64
	move [maxCategories]float64 // the Newton step
	q    quad                   // factored precision of the proposal
	det  float64
}

func (it *itemPoint) read(beta float64, cut []float64) {
	it.w[0], it.w[1] = beta, cut[0]
	for k := 1; k < len(cut); k++ {
		it.w[k+1] = math.Log(math.Max(cut[k]-cut[k-1], 1e-9))
	}
}

// cuts writes the cutpoints that w stands for.
func (it *itemPoint) cuts(cut []float64) {
	cut[0] = it.w[1]
	for k := 1; k < len(cut); k++ {
		cut[k] = cut[k-1] + math.Exp(it.w[k+1])
	}
}

// held returns the cutpoints lo … hi−1 that votes hold from both sides.
func (p *Problem) held(j int) (lo, hi int) {
	base := int(p.cutOff[j]) + j
	hi = int(p.cutOff[j+1] - p.cutOff[j])
	for hi > 1 && p.group[base+hi+1] == p.group[base+hi] {
		hi--
	}
	for lo < hi-1 && p.group[base+lo+1] == p.group[base+lo] {
		lo++
	}
	return lo, hi
}

// itemAt evaluates item j at it.w. all has all its cutpoints, of which lo … hi−1 are w's. It reports false where the
// prior is 0.
func (c *chain) itemAt(j int, it *itemPoint, all []float64, lo, hi int) bool {
	cut := all[lo:hi]
	it.cuts(cut)
	n := len(cut) + 1
	q := &it.q
	if lo > 0 && cut[0] <= all[lo-1] || hi < len(all) && cut[n-2] >= all[hi] {
		return false
	}
	c.p.evalItem(j, it.w[0], all, c.theta, q)
	if lo > 0 {
		for i := 1; i < n; i++ {
			q.g[i], q.h[i][0] = q.g[i+lo], q.h[i+lo][0]
			for l := 1; l <= i; l++ {
				q.h[i][l] = q.h[i+lo][l+lo]
			}
		}
	}
	q.ll -= it.w[0] * it.w[0] / (2 * c.m.SlopeVar)
	q.g[0] -= it.w[0] / c.m.SlopeVar
	q.h[0][0] += 1 / c.m.SlopeVar
	for k, g := range cut {
		q.ll -= g * g / (2 * c.m.CutVar)
		q.g[k+1] -= g / c.m.CutVar
		q.h[k+1][k+1] += 1 / c.m.CutVar
	}
	// From cutpoints to w: d cut[k] / d w[i+1] = exp(w[i+1]) for k ≥ i, 1 for the first.
	for i := range n {
		for l := range i {
			q.h[l][i] = q.h[i][l]
		}
	}
	for i := n - 2; i >= 1; i-- {
		q.g[i] += q.g[i+1]
		for l := range n {
			q.h[i][l] += q.h[i+1][l]
		}
	}
	for l := n - 2; l >= 1; l-- {
		for i := range n {
			q.h[i][l] += q.h[i][l+1]
		}
	}
	for i := 2; i < n; i++ {
		e := cut[i-1] - cut[i-2]
		q.g[i] *= e
		for l := range i {
			q.h[i][l] *= e
		}
		for r := i + 1; r < n; r++ {
			q.h[r][i] *= e
		}
		q.h[i][i] *= e * e
		q.h[i][i] += math.Max(-q.g[i], 0) + .05
		q.g[i]++
		q.ll += it.w[i]
	}
	it.lp = q.ll
	it.move = q.g
	if !q.cholesky(n) {
		return false
	}
	it.det = q.logDet(n)
	q.solve(n, &it.move)
	return true
}

// item proposes a Newton step with noise of the posterior's own shape and takes it by Metropolis and Hastings. Now and
// then the step is short, for items on whose posterior a full one would always overshoot.
func (c *chain) item(j int, cut, trial []float64) bool {
	k0, k1 := c.p.cutOff[j], c.p.cutOff[j+1]
	cut, trial = cut[:k1-k0], trial[:k1-k0]
	copy(cut, c.cut[k0:k1])
	lo, hi := c.p.held(j)
	n := hi - lo + 1
	r := newStream(c.seed, c.number, c.sweep, forItem, j)
	var from, to itemPoint
	from.read(c.beta[j], cut[lo:hi])
	if !c.itemAt(j, &from, cut, lo, hi) {
		return false
	}
	reach, noise := 1.0, 1.0
	if c.sweep%4 == 3 {
		noise = .5
		reach = noise * noise / 2
	}
	var z [maxCategories]float64
	for i := range n {
		z[i] = r.normal()
	}
	forward := density(&z, n) + from.det/2
	from.q.back(n, &z)
	copy(trial, cut)
	for i := range n {
		to.w[i] = from.w[i] + reach*from.move[i] + noise*z[i]
	}
	if !c.itemAt(j, &to, trial, lo, hi) {
		return false
	}
	for i := range n { // the way back, in units of its own noise: Lᵀ(w − mean)
		z[i] = (from.w[i] - to.w[i] - reach*to.move[i]) / noise
	}
	for i := range n {
		s := 0.0
		for k := i; k < n; k++ {
			s += to.q.h[k][i] * z[k]
		}
		z[i] = s
	}
	if !r.take(to.lp - from.lp + density(&z, n) + to.det/2 - forward) {
		return false
	}
	c.beta[j] = to.w[0]
	copy(c.cut[k0:k1], trial)
	return true
}

// density is the log density of n independent standard normal numbers, without its constant.
func density(z *[maxCategories]float64, n int) float64 {
	s := 0.0
	for i := range n {
		s += z[i] * z[i]
	}
	return -s / 2
}
