package irt

import "math"

// Multiplying a period's positions and dividing its slopes leaves every vote as likely as before; so does a shift. The
// data say next to nothing about these two directions, and updates of positions and items in turn crawl along them.
// So each sweep proposes them outright, for each period and for random windows of periods:
// x → mean + e^α(x − mean) + b, along with the items that live inside. Items that bridge to the outside stay, and their
// votes in the window are the only likelihood to compute.

// A periodPoint is the log posterior as a function of (α, b) at 0.
type periodPoint struct {
	lp            float64
	g             [2]float64
	h00, h01, h11 float64
	mean          float64
	volume        float64
}

// periodAt evaluates periods from … to−1 at positions x of their cells, with the items inside scaled by f and moved so
// that their likelihood is that of the current state (f = 1 at the current state).
func (c *chain) periodAt(from, to int, x []float64, f, oldMean, newMean float64) (q periodPoint) {
	p := c.p
	lo, hi := p.periodOff[from], p.periodOff[to]
	q.mean = meanOf(x)
	step := func(d, prior, dev, towards float64) { // a quadratic prior term −d²·prior/2 with dd/dα = dev, dd/db = towards
		q.lp -= d * d * prior / 2
		q.g[0] -= d * dev * prior
		q.g[1] -= d * towards * prior
		q.h00 += prior * (dev*dev + d*dev)
		q.h01 += prior * dev * towards
		q.h11 += prior * towards * towards
	}
	for i, v := range x {
		cell := lo + int32(i)
		prior := 1 / c.w.variance[cell]
		b, n := p.prev[cell], p.next[cell]
		switch {
		case b >= lo:
			d := v - x[b-lo]
			step(d, prior, d, 0)
		case b >= 0:
			step(v-c.theta[b], prior, v-q.mean, 1)
		default:
			step(v-c.w.mean[cell], prior, v-q.mean, 1)
		}
		if n >= hi {
			step(v-c.theta[n], 1/c.w.variance[n], v-q.mean, 1)
		}
		o0, o1, o2 := c.bridgeOff[cell*3], c.bridgeOff[cell*3+1], c.bridgeOff[cell*3+2]
		o3 := c.bridgeOff[cell*3+3]
		var slope, curve float64
		for k := o0; k < o1; k++ {
			if c.inside(c.bridgeItem[k], from, to) {
				continue
			}
			b := c.beta[c.bridgeItem[k]]
			z := c.cut[c.bridgeCut[k]] - b*v
			l, r := p.tab.lower(z)
			q.lp += l
			slope -= b * r
			curve += b * b * r * (r + z)
		}
		for k := o1; k < o2; k++ {
			if c.inside(c.bridgeItem[k], from, to) {
				continue
			}
			b := c.beta[c.bridgeItem[k]]
			z := b*v - c.cut[c.bridgeCut[k]]
			l, r := p.tab.lower(z)
			q.lp += l
			slope += b * r
			curve += b * b * r * (r + z)
		}
		for k := o2; k < o3; k++ {
			if c.inside(c.bridgeItem[k], from, to) {
				continue
			}
			b := c.beta[c.bridgeItem[k]]
			i := c.bridgeCut[k]
			a, z := c.cut[i]-b*v, c.cut[i+1]-b*v
			prob, qa, qb := p.tab.between(a, z)
			d := qa - qb
			q.lp += math.Log(prob)
			slope += b * d
			curve += b * b * math.Max(z*qb-a*qa+d*d, 0)
		}
		dev := v - q.mean
		q.g[0] += slope * dev
		q.g[1] += slope
		q.h00 += curve*dev*dev - slope*dev
		q.h01 += curve * dev
		q.h11 += curve
	}
	own := 0
	for _, j := range c.periodItems[c.periodItemOff[from]:c.periodItemOff[to]] {
		if !c.inside(j, from, to) {
			continue
		}
		own++
		b0 := c.beta[j]
		b := b0 * f
		q.lp -= b * b / (2 * c.m.SlopeVar)
		q.g[0] += b * b / c.m.SlopeVar
		q.h00 += 2 * b * b / c.m.SlopeVar
		shift := b*newMean - b0*oldMean
		for k := p.cutOff[j]; k < p.cutOff[j+1]; k++ {
			g := c.cut[k] + shift
			// dg/db = slope; dg/dα = −slope·mean
			prior := 1 / c.m.CutVar
			q.lp -= g * g * prior / 2
			da := -b * q.mean
			q.g[0] -= g * da * prior
			q.g[1] -= g * b * prior
			q.h00 += da * da * prior
			q.h01 += da * b * prior
			q.h11 += b * b * prior
		}
	}
	q.volume = float64(len(x) - 1 - own) // that the map makes: part of the density in α
	q.g[0] += q.volume
	return q
}

// inside reports whether an item lives in these periods alone.
func (c *chain) inside(j int32, from, to int) bool {
	return int(c.p.firstPeriod[j]) >= from && int(c.p.lastPeriod[j]) < to
}

// rescale proposes a new scale and shift for periods from … to−1.
func (c *chain) rescale(from, to int) {
	p := c.p
	lo, hi := p.periodOff[from], p.periodOff[to]
	if hi-lo < 2 {
		return
	}
	c.periodTried++
	r := newStream(c.seed, c.number, c.sweep, forPeriod, from*(p.nPeriod+1)+to)
	x := c.theta[lo:hi]
	mean := meanOf(x)
	at := c.periodAt(from, to, x, 1, mean, mean)
	a, b, forward := at.draw(&r)
	f := math.Exp(-a)
	y := c.room[:len(x)]
	for i, v := range x {
		y[i] = at.mean + (v-at.mean)/f + b
	}
	then := c.periodAt(from, to, y, f, at.mean, at.mean+b)
	if !r.take(then.lp - at.lp + a*at.volume + then.density(-a, -b) - forward) {
		return
	}
	c.periodTook++
	copy(x, y)
	for _, j := range c.periodItems[c.periodItemOff[from]:c.periodItemOff[to]] {
		if !c.inside(j, from, to) {
			continue
		}
		old := c.beta[j]
		c.beta[j] *= f
		shift := c.beta[j]*(at.mean+b) - old*at.mean
		for k := p.cutOff[j]; k < p.cutOff[j+1]; k++ {
			c.cut[k] += shift
		}
	}
}

// newton returns the factor of the precision and the mean of the proposal.
func (q *periodPoint) newton() (l00, l10, l11, m0, m1 float64) {
	h00 := math.Max(q.h00, 1) // α has a scale of its own: never propose more than a factor e
	l00 = math.Sqrt(h00)
	l10 = q.h01 / l00
	l11 = math.Sqrt(math.Max(q.h11-l10*l10, 1e-6))
	y0 := q.g[0] / l00
	y1 := (q.g[1] - l10*y0) / l11
	m1 = y1 / l11
	m0 = (y0 - l10*m1) / l00
	return l00, l10, l11, m0, m1
}

func (q *periodPoint) draw(r *stream) (a, b, logDensity float64) {
	l00, l10, l11, m0, m1 := q.newton()
	z0, z1 := r.normal(), r.normal()
	e1 := z1 / l11
	e0 := (z0 - l10*e1) / l00
	return m0 + e0, m1 + e1, -(z0*z0+z1*z1)/2 + math.Log(l00*l11)
}

func (q *periodPoint) density(a, b float64) float64 {
	l00, l10, l11, m0, m1 := q.newton()
	z0 := l00*(a-m0) + l10*(b-m1)
	z1 := l11 * (b - m1)
	return -(z0*z0+z1*z1)/2 + math.Log(l00*l11)
}
