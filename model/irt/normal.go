package irt

import "math"

// The likelihood of a vote is the log of Φ or of a difference of two Φ. A sweep needs it and its derivatives some
// three million times, and math.Erfc with a logarithm takes ten times as long as what follows: Taylor polynomials
// around nodes 1/32 apart, which keep the *relative* error small in the left tail, where logarithms need it.
// TestNormalTable holds the bounds: log Φ 1e-9, its derivative λ 1e-6 of max(λ, .001), Φ and φ 1e-6 of themselves.
const (
	normalEdge  = 8.0
	normalPerX  = 32
	normalNodes = 2*int(normalEdge)*normalPerX + 1
)

// normal is read only once made; every worker shares it. 20 kB and 8 kB: the first-level cache holds both.
type normal struct {
	log [normalNodes][5]float64 // log Φ and its derivatives over k!
	cdf [normalNodes][2]float64 // Φ, φ
}

func newNormal() *normal {
	n := new(normal)
	for i := range n.log {
		x := float64(i)/normalPerX - normalEdge
		p, d := phi(x), math.Exp(-x*x/2)/math.Sqrt(2*math.Pi)
		l := d / p
		l2 := -l * (l + x)
		l3 := -l2*(l+x) - l*(l2+1)
		l4 := -l3*(l+x) - 2*l2*(l2+1) - l*l3
		n.log[i] = [5]float64{logPhi(x), l, l2 / 2, l3 / 6, l4 / 24}
		n.cdf[i] = [2]float64{p, d}
	}
	return n
}

func phi(x float64) float64 { return math.Erfc(-x/math.Sqrt2) / 2 }

// logPhi keeps digits on both sides: near 0 from below on the right, −x²/2 on the left.
func logPhi(x float64) float64 {
	if x > 0 {
		return math.Log1p(-phi(-x))
	}
	if x > -30 {
		return math.Log(phi(x))
	}
	z := 1 / (x * x)
	return -x*x/2 - math.Log(-x*math.Sqrt(2*math.Pi)) + math.Log1p(-z*(1-z*(3-z*(15-z*105))))
}

// tail gives log Φ(x) and its derivative λ = φ/Φ outside the table; NaN in, NaN out.
func tail(x float64) (logp, lambda float64) {
	logp = logPhi(x)
	return logp, math.Exp(-x*x/2 - math.Log(2*math.Pi)/2 - logp)
}

// lower returns log Φ(x) and λ(x) = φ(x)/Φ(x). Minus the second derivative is λ(λ+x), in (0, 1).
func (n *normal) lower(x float64) (logp, lambda float64) {
	if !(x > -normalEdge && x < normalEdge) {
		return tail(x)
	}
	i := int(x*normalPerX + (normalEdge*normalPerX + .5))
	d := x - (float64(i)/normalPerX - normalEdge)
	c := &n.log[i]
	return c[0] + d*(c[1]+d*(c[2]+d*(c[3]+d*c[4]))), c[1] + d*(2*c[2]+d*(3*c[3]+d*4*c[4]))
}

// at returns Φ(x) and φ(x) for x within the table.
func (n *normal) at(x float64) (p, dens float64) {
	i := int(x*normalPerX + (normalEdge*normalPerX + .5))
	x0 := float64(i)/normalPerX - normalEdge
	d := x - x0
	c := &n.cdf[i]
	h2 := x0*x0 - 1
	h3 := x0 * (x0*x0 - 3)
	h4 := x0*x0*(x0*x0-6) + 3
	return c[0] + c[1]*d*(1-d*(x0/2-d*(h2/6-d*(h3/24-d*h4/120)))), c[1] * (1 - d*(x0-d*(h2/2-d*(h3/6-d*h4/24))))
}

// between returns P = Φ(b) − Φ(a) for a < b, with pa = φ(a)/P and pb = φ(b)/P. P is 1e-300 at least, so that a vote
// against all odds weighs heavily and never infinitely.
func (n *normal) between(a, b float64) (p, pa, pb float64) {
	if a+b > 0 { // to the left tail, where differences keep their digits
		p, pb, pa = n.left(-b, -a)
		return p, pa, pb
	}
	return n.left(a, b)
}

func (n *normal) left(a, b float64) (p, pa, pb float64) {
	if !(a > -normalEdge && b < normalEdge && b > -normalEdge) {
		return leftTail(a, b)
	}
	ca, da := n.at(a)
	cb, db := n.at(b)
	p = cb - ca
	if gap := b - a; gap < 1e-3 {
		m := a + gap/2
		_, dm := n.at(m)
		p = dm * gap * (1 + gap*gap*(m*m-1)/24)
	}
	p = math.Max(p, 1e-300)
	r := 1 / p
	return p, da * r, db * r
}

// leftTail works with logarithms: log P = log Φ(b) + log(1 − Φ(a)/Φ(b)).
func leftTail(a, b float64) (p, pa, pb float64) {
	la, lb := logPhi(a), logPhi(b)
	gap := -math.Expm1(la - lb)
	if b-a < 1e-3*(1-b) && b-a < 1e-3 {
		gap = math.Max(gap, (b-a)*math.Exp(-b*b/2-math.Log(2*math.Pi)/2-lb))
	}
	lp := lb + math.Log(math.Max(gap, 1e-300))
	half := math.Log(2*math.Pi) / 2
	return math.Max(math.Exp(lp), 1e-300), math.Exp(-a*a/2 - half - lp), math.Exp(-b*b/2 - half - lp)
}
