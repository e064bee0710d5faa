package irt

import (
	"context"
	"math"
	"strings"
	"testing"
)

// The published correction is that of an exact step whose prior of the gap is Φ(gap/step): what propose says in its
// comment, and the reason why the estimator has a law at all.
func TestPublishedCorrection(t *testing.T) {
	const s = cowlesStep
	logDensity := func(from, to [2]float64) float64 { // of the proposal, far from the bounds ±7
		d1, d2 := (to[0]-from[0])/s, (to[1]-from[1])/s
		return -(d1*d1+d2*d2)/2 - logPhi((from[1]-from[0])/s) - logPhi((from[1]-to[0])/s)
	}
	prior := func(g [2]float64) float64 { return logPhi((g[1] - g[0]) / s) }
	for sweep := range 200 {
		r := newStream(1, 0, sweep, forItem, 0)
		from := [2]float64{.3, .3 + .2*r.uniform()}
		var to [2]float64
		got := propose(from[:], to[:], &r)
		want := logDensity(to, from) - logDensity(from, to) + prior(to) - prior(from)
		if math.Abs(got-want) > 1e-9 {
			t.Fatalf("%v to %v: correction %g, want %g", from, to, got, want)
		}
		if !(to[0] < from[1] && to[0] < to[1]) {
			t.Fatalf("%v to %v is out of order", from, to)
		}
	}
}

func TestAnchorsThatCannotBe(t *testing.T) {
	p := compiled(t, simulate(3, 20, 3, 10, 3, .1).table)
	for want, o := range map[string]FullOptions{
		"set BSVCompat":    {Anchors: []Anchor{{"u1", 1}, {"u2", -1}}},
		"no vote that":     {Model: Model{BSVCompat: true}, Anchors: []Anchor{{"nobody", 1}, {"u2", -1}}},
		"on one side only": {Model: Model{BSVCompat: true}, Anchors: []Anchor{{"u1", 1}, {"u2", 2}}},
	} {
		if _, err := Full(context.Background(), p, o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want an error about %q, have %v", want, err)
		}
	}
}

// Anchors give the sign, and the run that begins there finds the truth.
func TestAnchorsPlaceTheStart(t *testing.T) {
	tr := simulate(3, 60, 3, 40, 3, .1)
	p := compiled(t, tr.table)
	high, low := 0, 0
	for u := range tr.table.Units {
		if tr.theta[[2]int{tr.number(u), 1}] > tr.theta[[2]int{tr.number(high), 1}] {
			high = u
		}
		if tr.theta[[2]int{tr.number(u), 1}] < tr.theta[[2]int{tr.number(low), 1}] {
			low = u
		}
	}
	for _, sign := range []float64{1, -1} {
		r, err := Full(context.Background(), p, FullOptions{Model: Model{BSVCompat: true}, BurnIn: 200, Sweeps: 400, Seed: 2,
			Anchors: []Anchor{{tr.table.Units[high], 2 * sign}, {tr.table.Units[low], -2 * sign}}})
		if err != nil {
			t.Fatal(err)
		}
		var x, mean []float64
		for _, pt := range r.Points {
			x, mean = append(x, tr.at(pt)), append(mean, pt.Mean)
		}
		if got := sign * pearson(x, mean); got < .9 {
			t.Errorf("anchors of sign %g: correlation with the truth %.3f", sign, got)
		}
	}
}

// When all newcomers stand on one side, old members must stay where they are, not move to the other side.
func TestLinkKeepsOldMembers(t *testing.T) {
	b := NewBuilder(2)
	b.Period("1", 1)
	b.Period("2", 2)
	place := func(u int) float64 { return float64(u%20)/10 - 1 }
	for c := range 60 {
		at := float64(c%20)/10 - 1.05
		for u := range 40 {
			period, x := "1", place(u)
			if c >= 30 {
				period = "2"
			}
			if u >= 20 { // newcomers, all far to the left
				if c < 30 {
					continue
				}
				x -= 1.5
			}
			y := 0
			if x > at {
				y = 1
			}
			if err := b.Vote("u"+string(rune('A'+u)), "c"+string(rune('A'+c)), "", period, y); err != nil {
				t.Fatal(err)
			}
		}
	}
	p := compiled(t, b.Table())
	theta := p.start()
	moved, n := 0.0, 0.0
	for c, before := range p.prev {
		if before >= 0 {
			moved, n = moved+theta[c]-theta[before], n+1
		}
	}
	if mean, sd := spread(theta); n != 20 || math.Abs(moved/n) > 1e-9 || math.Abs(mean) > 1e-9 || math.Abs(sd-1) > 1e-9 {
		t.Errorf("%g old members moved by %g on average; mean %g, sd %g", n, moved/n, mean, sd)
	}
}
