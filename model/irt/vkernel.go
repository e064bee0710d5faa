package irt

import "math"

// An approx is the approximate posterior of Fast: normal and independent between positions and items.
type approx struct {
	theta, thetaVar []float64 // by cell
	beta, betaVar   []float64 // by item
	cut, cutVar     []float64 // by cutpoint
	cutCov          []float64 // with the slope of its item
}

// The expectations under the approximation are taken at two points, one standard deviation either side of the
// mean of the linear predictor: exact for cubics, and positive curvature stays positive.

// meanLower gives the slope and minus the curvature of the mean of log Φ(X), for X with the given mean and variance.
func (n *normal) meanLower(x, variance float64) (r, w float64) {
	s := math.Sqrt(variance)
	_, r1 := n.lower(x - s)
	_, r2 := n.lower(x + s)
	return .5 * (r1 + r2), .5 * (r1*(r1+x-s) + r2*(r2+x+s))
}

// vote returns mean and variance of cut − slope·position.
func (a *approx) vote(j, k int32, m, v float64) (x, variance float64) {
	b := a.beta[j]
	return a.cut[k] - b*m, b*b*v + (m*m+v)*a.betaVar[j] + a.cutVar[k] - 2*m*a.cutCov[k]
}

// meanCell returns slope and curvature of the expected log likelihood of a cell in the mean of its position.
func (p *Problem) meanCell(c int, a *approx) (slope, curve float64) {
	m, v := a.theta[c], a.thetaVar[c]
	o0, o1, o2, o3 := p.cellOff[c], p.cellHigh[c], p.cellMid[c], p.cellOff[c+1]
	for k := o0; k < o1; k++ {
		j, i := p.voteItem[k], p.voteCut[k]
		x, s := a.vote(j, i, m, v)
		r, w := p.tab.meanLower(x, s)
		b := a.beta[j]
		slope += -b*r + (a.cutCov[i]-m*a.betaVar[j])*w
		curve += (b*b + a.betaVar[j]) * w
	}
	for k := o1; k < o2; k++ {
		j, i := p.voteItem[k], p.voteCut[k]
		x, s := a.vote(j, i, m, v)
		r, w := p.tab.meanLower(-x, s)
		b := a.beta[j]
		slope += b*r + (a.cutCov[i]-m*a.betaVar[j])*w
		curve += (b*b + a.betaVar[j]) * w
	}
	for k := o2; k < o3; k++ {
		j, i := p.voteItem[k], p.voteCut[k]
		lo, v1 := a.vote(j, i, m, v)
		hi, v2 := a.vote(j, i+1, m, v)
		s := math.Sqrt((v1 + v2) / 2)
		d1, _, _, w1 := p.tab.middle(lo-s, hi-s)
		d2, _, _, w2 := p.tab.middle(lo+s, hi+s)
		b, w := a.beta[j], .5*(w1+w2)
		slope += b*.5*(d1+d2) + ((a.cutCov[i]+a.cutCov[i+1])/2-m*a.betaVar[j])*w
		curve += (b*b + a.betaVar[j]) * w
	}
	return slope, curve
}

// middle gives φ(lo)/P − φ(hi)/P, the two terms, and minus the curvature of log P in a common shift.
func (n *normal) middle(lo, hi float64) (d, ql, qh, w float64) {
	_, ql, qh = n.between(lo, hi)
	d = ql - qh
	return d, ql, qh, math.Max(hi*qh-lo*ql+d*d, 0)
}

// meanItem returns gradient and minus the Hessian of the expected log likelihood of an item in its parameters.
func (p *Problem) meanItem(j int, a *approx, out *quad) {
	*out = quad{}
	k0 := p.cutOff[j]
	n := int(p.cutOff[j+1] - k0)
	base := int(k0) + j
	b, bb := a.beta[j], a.betaVar[j]
	for side, g := range [2]int{base, base + n} {
		sign, at := 1.0, 1
		if side == 1 {
			sign, at = -1, n
		}
		i := k0 + int32(at-1)
		cut, cv, cc := a.cut[i], a.cutVar[i], a.cutCov[i]
		var s, sx, h0, h1, h2 float64
		for _, c := range p.voteCell[p.group[g]:p.group[g+1]] {
			m, v := a.theta[c], a.thetaVar[c]
			x := cut - b*m
			r, w := p.tab.meanLower(sign*x, b*b*v+(m*m+v)*bb+cv-2*m*cc)
			r *= sign
			s += r
			sx -= m*r + b*v*w
			h0 += w
			h1 += w * m
			h2 += w * (m*m + v)
		}
		out.g[at] += s
		out.g[0] += sx
		out.h[at][at] += h0
		out.h[at][0] -= h1
		out.h[0][0] += h2
	}
	for y := 1; y < n; y++ {
		i := k0 + int32(y-1)
		lo, hi := a.cut[i], a.cut[i+1]
		cv, cc := (a.cutVar[i]+a.cutVar[i+1])/2, (a.cutCov[i]+a.cutCov[i+1])/2
		for _, c := range p.voteCell[p.group[base+y]:p.group[base+y+1]] {
			m, v := a.theta[c], a.thetaVar[c]
			e := b * m
			sd := math.Sqrt(b*b*v + (m*m+v)*bb + cv - 2*m*cc)
			for _, shift := range [2]float64{-sd, sd} {
				l, u := lo-e+shift, hi-e+shift
				d, ql, qh, w := p.tab.middle(l, u)
				d, ql, qh, w = d/2, ql/2, qh/2, w/2
				out.g[0] += m*d - b*v*w
				out.g[y] -= ql
				out.g[y+1] += qh
				ll := ql * (2*ql - l)
				hh := qh * (2*qh + u)
				lh := -2 * ql * qh
				out.h[0][0] += w * (m*m + v)
				out.h[y][0] -= (ll + lh) * m
				out.h[y+1][0] -= (hh + lh) * m
				out.h[y][y] += ll
				out.h[y+1][y+1] += hh
				out.h[y+1][y] += lh
			}
		}
	}
}
