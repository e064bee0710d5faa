package align

import (
	"math"
	"testing"
)

func wave(y float64) float64 { return math.Sin(y / 5) }

func BenchmarkFitTwentyYears(b *testing.B) {
	d, s := invented(1, 20, 60, wave), over(20)
	benchmarkFit(b, d, s)
}

func BenchmarkFitVotesOnly(b *testing.B) {
	d, s := invented(1, 20, 60, wave), over(20)
	d.Events = nil
	benchmarkFit(b, d, s)
}

// product is the shape of the product's own runs: 34 years by month (408 steps), votes of the autumns and some reactions, with three lenses.
func product(votes int) (Dyad, Settings) {
	const years = 34
	d := invented(1, years, (votes+years-1)/years, wave)
	d.Votes, d.Reactions = d.Votes[:votes], d.Reactions[:30]
	d.Stances, d.Events = nil, nil
	d.Lenses = []Lens{{"without the library", []string{"library"}}, {"without one paper", []string{"paper-1"}}, {"without two papers", []string{"paper-0", "paper-2"}}}
	return d, over(years)
}

func benchmarkFit(b *testing.B, d Dyad, s Settings) {
	f, err := newFitter(s)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.fit(d); err != nil {
			b.Fatal(err)
		}
	}
}

// The embedded casebook: some 160 votes and 30 reactions a dyad.
func BenchmarkFitCasebook(b *testing.B) {
	d, s := product(160)
	benchmarkFit(b, d, s)
}

// With the full roll calls: some 2,500 votes.
func BenchmarkFitFullRollCalls(b *testing.B) {
	d, s := product(2500)
	benchmarkFit(b, d, s)
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
