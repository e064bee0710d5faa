package irt

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Gradients and curvatures against differences of the log likelihood: a slip in any of them would only slow the
// sampler down, and nobody would see why.
func TestDerivatives(t *testing.T) {
	p, err := Compile(simulate(3, 30, 2, 6, 4, .1).table, Rules{})
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(5, 5))
	theta := make([]float64, p.nCell)
	for c := range theta {
		theta[c] = r.NormFloat64()
	}
	beta, cut := make([]float64, p.nItem), make([]float64, p.cutOff[p.nItem])
	for j := range beta {
		beta[j] = r.NormFloat64()
		for k := range p.cutOff[j+1] - p.cutOff[j] {
			cut[p.cutOff[j]+k] = -1 + .8*float64(k)
		}
	}
	const e = 1e-4
	near := func(what string, got, want float64) {
		if math.Abs(got-want) > 2e-4*(1+math.Abs(want)) {
			t.Errorf("%s = %g, by differences %g", what, got, want)
		}
	}
	var total, byItem float64
	for c := range theta {
		ll, s, h := p.evalCell(c, theta[c], beta, cut)
		up, su, _ := p.evalCell(c, theta[c]+e, beta, cut)
		down, sd, _ := p.evalCell(c, theta[c]-e, beta, cut)
		near("slope of a cell", s, (up-down)/(2*e))
		near("curvature of a cell", h, -(su-sd)/(2*e))
		total += ll
	}
	for j := range beta {
		own := cut[p.cutOff[j]:p.cutOff[j+1]]
		var at, up, down quad
		p.evalItem(j, beta[j], own, theta, &at)
		byItem += at.ll
		for i := range len(own) + 1 {
			move := func(d float64, out *quad) {
				b, g := beta[j], append([]float64(nil), own...)
				if i == 0 {
					b += d
				} else {
					g[i-1] += d
				}
				p.evalItem(j, b, g, theta, out)
			}
			move(e, &up)
			move(-e, &down)
			near("gradient of an item", at.g[i], (up.ll-down.ll)/(2*e))
			for k := range i + 1 {
				near("Hessian of an item", at.h[i][k], -(up.g[k]-down.g[k])/(2*e))
			}
		}
	}
	near("likelihood by cells and by items", total, byItem)
}
