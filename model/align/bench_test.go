package align

import (
	"math"
	"testing"
)

func wave(y float64) float64 { return math.Sin(y / 5) }

func BenchmarkFitTwentyYears(b *testing.B) {
	d, s := invented(1, 20, 60, wave), over(20)
	f, err := newFitter(s)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := f.fit(d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFitVotesOnly(b *testing.B) {
	d, s := invented(1, 20, 60, wave), over(20)
	d.Events = nil
	f, err := newFitter(s)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := f.fit(d); err != nil {
			b.Fatal(err)
		}
	}
}

// One step of one pass, both ways: the unit of all work.
func BenchmarkStep(b *testing.B) {
	g := DefaultGrid()
	j := newJump(g, .25)
	w := newWalk(g, .02/12, .01, j)
	c := newChain(g, 1, len(w.half))
	src, dst := g.normal(0, .5), make([]float64, g.Points)
	b.ReportAllocs()
	for b.Loop() {
		w.forward(dst, src, c.scratch)
		w.backward(dst, src, c.scratch)
	}
}
