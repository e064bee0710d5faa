package irt

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// Log Φ far out, from Abramowitz & Stegun's table 26.2 (Q(10) = 7.6198530242e-24, Q(20) = 2.7536241186e-89).
func TestLogPhiKnownValues(t *testing.T) {
	for x, want := range map[float64]float64{0: math.Log(.5), -10: math.Log(7.6198530242e-24), -20: math.Log(2.7536241186e-89), 1.959963984540054: math.Log(.975)} {
		if got := logPhi(x); math.Abs(got-want) > 1e-10*math.Max(1, math.Abs(want)) {
			t.Errorf("log Φ(%g) = %.14g, want %.14g", x, got, want)
		}
	}
	if got := logPhi(-40); math.Abs(got+804.608442) > 1e-5 { // R: pnorm(-40, log=TRUE) = -804.6084
		t.Errorf("log Φ(-40) = %.9g", got)
	}
}

func TestNormalTable(t *testing.T) {
	n := newNormal()
	var eLog, eLambda, eP, eD float64
	for x := -12.0; x < 12; x += 1.0 / 4111 {
		logp, lambda := n.lower(x)
		want := math.Exp(-x*x/2-logPhi(x)) / math.Sqrt(2*math.Pi)
		eLog = math.Max(eLog, math.Abs(logp-logPhi(x)))
		eLambda = math.Max(eLambda, math.Abs(lambda-want)/math.Max(want, 1e-3))
		if math.Abs(x) < normalEdge {
			p, d := n.at(x)
			eP = math.Max(eP, math.Abs(p/distuv.UnitNormal.CDF(x)-1))
			eD = math.Max(eD, math.Abs(d/distuv.UnitNormal.Prob(x)-1))
		}
	}
	t.Logf("log Φ %.1e absolute, λ %.1e of max(λ, .001), Φ %.1e and φ %.1e relative", eLog, eLambda, eP, eD)
	if eLog > 1e-9 || eLambda > 1e-6 || eP > 1e-6 || eD > 1e-6 {
		t.Error("the table is less exact than its comment says")
	}
}

func TestBetween(t *testing.T) {
	n := newNormal()
	for _, c := range [][2]float64{{-1, 1}, {-.5, 2.5}, {3, 4}, {-9, -8.5}, {5, 5.0001}, {-2, -2 + 1e-5}, {-20, -19}, {7.5, 9}, {-30, 30}, {-8.5, 1}} {
		a, b := c[0], c[1]
		want := phi(b) - phi(a)
		if a > 0 {
			want = phi(-a) - phi(-b)
		}
		p, pa, pb := n.between(a, b)
		if math.Abs(p/want-1) > 2e-5 {
			t.Errorf("P(%g, %g) = %g, want %g", a, b, p, want)
		}
		d := func(x float64) float64 { return math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) / want }
		if math.Abs(pa-d(a)) > 3e-5*(1e-9+d(a)) || math.Abs(pb-d(b)) > 3e-5*(1e-9+d(b)) {
			t.Errorf("(%g, %g): edges %g %g, want %g %g", a, b, pa, pb, d(a), d(b))
		}
	}
	for _, c := range [][2]float64{{-60, -50}, {50, 60}, {100, 100 + 1e-9}} {
		p, pa, pb := n.between(c[0], c[1])
		if math.IsNaN(p+pa+pb) || math.IsInf(p+pa+pb, 0) || p <= 0 {
			t.Errorf("%v: %g %g %g", c, p, pa, pb)
		}
	}
}
