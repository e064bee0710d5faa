package irt

import (
	"math"
	"testing"
)

// A period's move must leave each of its own votes as likely as before, and its gradient must be that of its density.
func TestPeriodMoveKeepsTheLikelihood(t *testing.T) {
	p, err := Compile(simulate(11, 30, 4, 10, 3, .1).table, Rules{})
	if err != nil {
		t.Fatal(err)
	}
	m, _ := Model{}.check(p)
	o := FullOptions{Model: m}
	c := newChain(p, &m, 1, 0, 1, beginning(p, &o)(0))
	defer c.pool.close()
	total := func() (s float64) {
		for cell := range p.nCell {
			ll, _, _ := p.evalCell(cell, c.theta[cell], c.beta, c.cut)
			s += ll
		}
		return s
	}
	before := total()
	for range 5 {
		for s := range p.nPeriod {
			c.rescale(s, s+1)
			c.rescale(0, s+1)
		}
		c.sweep++
	}
	if d := math.Abs(total() - before); d > 1e-6 || c.periodTook < 20 {
		t.Errorf("moves (%d taken) changed the log likelihood by %g", c.periodTook, d)
	}
	for _, w := range [][2]int{{1, 2}, {1, 3}, {0, 4}} {
		c.checkPeriod(t, w[0], w[1])
	}
}

func (c *chain) checkPeriod(t *testing.T, from, to int) {
	t.Helper()
	lo, hi := c.p.periodOff[from], c.p.periodOff[to]
	x := c.theta[lo:hi]
	at := c.periodAt(from, to, x, 1, meanOf(x), meanOf(x))
	value := func(a, b float64) float64 {
		y := make([]float64, len(x))
		for i, v := range x {
			y[i] = at.mean + (v-at.mean)*math.Exp(a) + b
		}
		q := c.periodAt(from, to, y, math.Exp(-a), at.mean, at.mean+b)
		return q.lp + a*at.volume
	}
	const e = 1e-5
	for i, want := range []float64{(value(e, 0) - value(-e, 0)) / (2 * e), (value(0, e) - value(0, -e)) / (2 * e)} {
		if math.Abs(at.g[i]-want) > 1e-4*(1+math.Abs(want)) {
			t.Errorf("gradient %d of %d–%d is %g, by differences %g", i, from, to, at.g[i], want)
		}
	}
	t.Logf("%d–%d: curvatures %g %g, by differences %g %g", from, to, at.h00, at.h11, -(value(e*10, 0)-2*value(0, 0)+value(-e*10, 0))/(e*e*100), -(value(0, e*10)-2*value(0, 0)+value(0, -e*10))/(e*e*100))
}
