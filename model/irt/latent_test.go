package irt

import (
	"math"
	"testing"
)

func TestLatentTables(t *testing.T) {
	l := newLatent()
	for x := -7.999; x < 8; x += .00137 {
		if d := math.Abs(l.at(x) - phi(x)); d > 2e-9 || d > 2e-5*phi(x) {
			t.Fatalf("Φ(%g) is off by %g", x, d)
		}
	}
	if l.at(9) != 1 || l.at(-40) <= 0 {
		t.Errorf("beyond the table: %g, %g", l.at(9), l.at(-40))
	}
	for p := 1e-4; p < 1; p += .00037 {
		if d := math.Abs(l.quantile(p) - quantile(p)); d > 3e-7 {
			t.Fatalf("quantile of %g is off by %g", p, d)
		}
	}
	for p := 1e-4; p > 1e-200; p /= 10 {
		if d := math.Abs(phi(l.quantile(p))/p - 1); d > 1e-6 {
			t.Fatalf("quantile of %g has probability %g of itself off", p, d)
		}
	}
}

// Utilities of each category must have the mean and the variance of a normal number between its cutpoints.
func TestDrawnUtilities(t *testing.T) {
	l := newLatent()
	cut := []float64{-.3, .05, 1.2}
	const n, slope, at = 200000, 1.5, .4
	theta, z, other := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range theta {
		theta[i] = at
	}
	for y := range len(cut) + 1 {
		lo, hi := math.Inf(-1), math.Inf(1)
		if y > 0 {
			lo = cut[y-1] - slope*at
		}
		if y < len(cut) {
			hi = cut[y] - slope*at
		}
		dens := func(x float64) float64 { return math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) }
		tilt := func(x float64) float64 { // x·φ(x), 0 at the ends
			if math.IsInf(x, 0) {
				return 0
			}
			return x * dens(x)
		}
		mass := phi(hi) - phi(lo)
		mean := (dens(lo) - dens(hi)) / mass
		variance := 1 + (tilt(lo)-tilt(hi))/mass - mean*mean
		l.chances(y, cut, cut, slope, theta, z, other)
		if math.Abs(z[0]-mass) > 1e-8 || z[0] != other[0] {
			t.Errorf("category %d has probability %g, %g; want %g", y, z[0], other[0], mass)
		}
		r := newStream(3, 0, 0, forItem, y)
		l.draw(y, cut, slope, theta, z, &r)
		m, sd := spread(z)
		se := math.Sqrt(variance / n)
		if math.Abs(m-slope*at-mean) > 5*se || math.Abs(sd*sd-variance) > 6*variance*math.Sqrt(2./n) {
			t.Errorf("category %d: mean %.4f, variance %.4f; want %.4f, %.4f", y, m-slope*at, sd*sd, mean, variance)
		}
	}
}
