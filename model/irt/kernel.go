package irt

import "math"

// evalCell returns the log likelihood of one cell's votes at position θ with its slope, and minus its curvature.
func (p *Problem) evalCell(c int, theta float64, beta, cut []float64) (ll, slope, curve float64) {
	tab := p.tab
	item, at := p.voteItem, p.voteCut
	o0, o1, o2, o3 := p.cellOff[c], p.cellHigh[c], p.cellMid[c], p.cellOff[c+1]
	for k := o0; k < o1; k++ { // lowest category: Φ(cut − βθ)
		b := beta[item[k]]
		x := cut[at[k]] - b*theta
		l, r := tab.lower(x)
		ll += l
		slope -= b * r
		curve += b * b * r * (r + x)
	}
	for k := o1; k < o2; k++ { // highest: Φ(βθ − cut)
		b := beta[item[k]]
		x := b*theta - cut[at[k]]
		l, r := tab.lower(x)
		ll += l
		slope += b * r
		curve += b * b * r * (r + x)
	}
	product := 1.0 // one logarithm for many votes
	for k := o2; k < o3; k++ {
		b := beta[item[k]]
		i := at[k]
		lo, hi := cut[i]-b*theta, cut[i+1]-b*theta
		q, ql, qh := tab.between(lo, hi)
		if product *= q; product < 1e-150 {
			ll += math.Log(product)
			product = 1
		}
		d := ql - qh
		slope += b * d
		curve += b * b * math.Max(hi*qh-lo*ql+d*d, 0)
	}
	if o2 < o3 {
		ll += math.Log(product)
	}
	return ll, slope, curve
}

// A quad is a log density with its gradient and minus its Hessian (lower triangle), up to 8 parameters: the slope,
// then the cutpoints.
type quad struct {
	ll float64
	g  [maxCategories]float64
	h  [maxCategories][maxCategories]float64
}

// evalItem returns the log likelihood of an item's votes at slope beta and its cutpoints.
func (p *Problem) evalItem(j int, beta float64, cut, theta []float64, out *quad) {
	n := len(cut)
	*out = quad{}
	tab := p.tab
	base := int(p.cutOff[j]) + j
	var s, sx, k0, k1, k2, ll float64
	for _, c := range p.voteCell[p.group[base]:p.group[base+1]] {
		t := theta[c]
		x := cut[0] - beta*t
		l, r := tab.lower(x)
		w := r * (r + x)
		ll += l
		s += r
		sx += r * t
		k0 += w
		w *= t
		k1 += w
		k2 += w * t
	}
	out.g[1] += s
	out.g[0] -= sx
	out.h[1][1] += k0
	out.h[1][0] -= k1
	out.h[0][0] += k2
	s, sx, k0, k1, k2 = 0, 0, 0, 0, 0
	for _, c := range p.voteCell[p.group[base+n]:p.group[base+n+1]] {
		t := theta[c]
		x := beta*t - cut[n-1]
		l, r := tab.lower(x)
		w := r * (r + x)
		ll += l
		s += r
		sx += r * t
		k0 += w
		w *= t
		k1 += w
		k2 += w * t
	}
	out.g[n] -= s
	out.g[0] += sx
	out.h[n][n] += k0
	out.h[n][0] -= k1
	out.h[0][0] += k2
	for y := 1; y < n; y++ {
		product := 1.0
		a, b := cut[y-1], cut[y]
		var sa, sb, haa, hbb, hab, h0a, h0b float64
		sx, k2 = 0, 0
		for _, c := range p.voteCell[p.group[base+y]:p.group[base+y+1]] {
			t := theta[c]
			e := beta * t
			q, qa, qb := tab.between(a-e, b-e)
			if product *= q; product < 1e-150 {
				ll += math.Log(product)
				product = 1
			}
			sa += qa
			sb += qb
			sx += (qa - qb) * t
			aa := qa * (qa - (a - e))
			bb := qb * (qb + (b - e))
			ab := -qa * qb
			haa += aa
			hbb += bb
			hab += ab
			h0a -= (aa + ab) * t
			h0b -= (bb + ab) * t
			k2 += (aa + 2*ab + bb) * t * t
		}
		ll += math.Log(product)
		out.g[0] += sx
		out.g[y] -= sa
		out.g[y+1] += sb
		out.h[0][0] += k2
		out.h[y][0] += h0a
		out.h[y+1][0] += h0b
		out.h[y][y] += haa
		out.h[y+1][y+1] += hbb
		out.h[y+1][y] += hab
	}
	out.ll = ll
}
