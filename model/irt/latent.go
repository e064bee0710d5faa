package irt

import "math"

// latent holds what drawing latent utilities takes: Φ by cubic Taylor polynomials around the middles of 512 pieces of
// (−8, 8), 16 kB. It is right to 2e-9, and to 2e-5 of itself: chances are drawn with it, not results.
type latent struct{ phi, inverse [512][4]float64 }

func newLatent() *latent {
	l := new(latent)
	for i := range l.phi {
		x := (float64(i)+.5)/normalPerX - normalEdge
		const h = 1. / normalPerX // the polynomial's argument is in pieces
		d := math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) * h
		l.phi[i] = [4]float64{phi(x), d, -x * d * h / 2, (x*x - 1) * d * h * h / 6}
		y := quantile((float64(i) + .5) / 512)
		d1 := math.Sqrt(2*math.Pi) * math.Exp(y*y/2) / 512
		l.inverse[i] = [4]float64{y, d1, y * d1 * d1 / 2, (1 + 2*y*y) * d1 * d1 * d1 / 6}
	}
	return l
}

// at is Φ(x).
func (l *latent) at(x float64) float64 {
	t := x*normalPerX + normalEdge*normalPerX
	if !(t >= 0 && t < 512) {
		return math.Max(phi(x), 1e-300)
	}
	i := int(t)
	t -= float64(i) + .5
	c := &l.phi[i&511]
	return c[0] + t*(c[1]+t*(c[2]+t*c[3]))
}

// chances gives the probability of category y for voters at theta, at the cutpoints cut and at those of trial.
func (l *latent) chances(y int, cut, trial []float64, slope float64, theta, a, b []float64) {
	switch y {
	case 0:
		l.below(slope, theta, cut[0], trial[0], a, b)
	case len(cut):
		l.below(-slope, theta, -cut[y-1], -trial[y-1], a, b)
	default:
		for i, t := range theta {
			e := slope * t
			a[i] = l.between(cut[y-1]-e, cut[y]-e)
			b[i] = l.between(trial[y-1]-e, trial[y]-e)
		}
	}
}

// below gives Φ(cut − slope·θ) and Φ(trial − slope·θ).
func (l *latent) below(slope float64, theta []float64, cut, trial float64, a, b []float64) {
	a, b = a[:len(theta)], b[:len(theta)]
	const perX, edge = normalPerX, normalEdge * normalPerX
	cut, trial, slope = cut*perX+edge, trial*perX+edge, slope*perX // in pieces of the table
	for k, x := range theta {
		e := slope * x
		s, t := cut-e, trial-e
		if !(s >= 0 && s < 512 && t >= 0 && t < 512) {
			a[k], b[k] = l.at((s-edge)/perX), l.at((t-edge)/perX)
			continue
		}
		i := int(s)
		s -= float64(i) + .5
		c := &l.phi[i&511]
		a[k] = c[0] + s*(c[1]+s*(c[2]+s*c[3]))
		i = int(t)
		t -= float64(i) + .5
		c = &l.phi[i&511]
		b[k] = c[0] + t*(c[1]+t*(c[2]+t*c[3]))
	}
}

// between gives Φ(b) − Φ(a).
func (l *latent) between(a, b float64) float64 {
	if a+b > 0 { // to the left tail, where differences keep their digits
		a, b = -b, -a
	}
	if b-a < 1e-3 {
		m := (a + b) / 2
		return math.Max((b-a)*math.Exp(-m*m/2)/math.Sqrt(2*math.Pi), 1e-300)
	}
	if p := l.at(b) - l.at(a); p > 1e-300 {
		return p
	}
	return 1e-300
}

// draw overwrites the probabilities of votes by their latent utilities: normal numbers around slope·θ within the bounds of
// category y, and within ±9 as published.
func (l *latent) draw(y int, cut []float64, slope float64, theta, z []float64, random *stream) {
	z = z[:len(theta)]
	r := *random // in registers
	if y > 0 && y < len(cut) {
		for i, t := range theta {
			e := slope * t
			a, b, u := cut[y-1]-e, cut[y]-e, z[i]*r.uniform()
			if a+b > 0 {
				u = -l.quantile(l.at(-b) + u)
			} else {
				u = l.quantile(l.at(a) + u)
			}
			if u < a {
				u = a
			} else if u > b {
				u = b
			}
			z[i] = bounded(e + u)
		}
		*random = r
		return
	}
	sign := 1.0
	if y > 0 {
		sign = -1
	}
	for i, t := range theta {
		z[i] = bounded(slope*t + sign*l.quantile(z[i]*r.uniform()))
	}
	*random = r
}

// bounded is what the published program does to utilities. Branches that are never taken are cheaper here than math.Max.
func bounded(z float64) float64 {
	if z > 9 {
		return 9
	} else if z < -9 {
		return -9
	}
	return z
}

// quantile is the inverse of Φ, by cubic Taylor polynomials between edges, right to 2e-7.
func (l *latent) quantile(p float64) float64 {
	t := p * 512
	if !(t >= 16 && t < 496) {
		return tailQuantile(p)
	}
	i := int(t)
	t -= float64(i) + .5
	c := &l.inverse[i&511]
	return c[0] + t*(c[1]+t*(c[2]+t*c[3]))
}

func tailQuantile(p float64) float64 {
	if p > .5 {
		return -tailQuantile(1 - p)
	}
	// Acklam's rational approximation of the lower tail, relative error 1.2e-9
	q := math.Sqrt(-2 * math.Log(math.Max(p, 1e-300)))
	return (((((-7.784894002430293e-03*q-3.223964580411365e-01)*q-2.400758277161838e+00)*q-2.549732539343734e+00)*q+4.374664141464968e+00)*q + 2.938163982698783e+00) /
		((((7.784695709041462e-03*q+3.224671290700398e-01)*q+2.445134137142996e+00)*q+3.754408661907416e+00)*q + 1)
}

func quantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }
