package main

import (
	"math/rand/v2"
	"slices"
)

// bootstrap is the 95 % interval of a figure of n units: percentiles over draws of n units with replacement. figure is given the
// indexes drawn. Units are what varies independently: documents where there are many, sentences else.
func bootstrap(n int, s settings, figure func(drawn []int) float64) (low, high float64) {
	if n == 0 {
		return 0, 0
	}
	rng := rand.New(rand.NewPCG(s.seed, uint64(n)))
	values, drawn := make([]float64, s.draws), make([]int, n)
	for d := range values {
		for i := range drawn {
			drawn[i] = rng.IntN(n)
		}
		values[d] = figure(drawn)
	}
	slices.Sort(values)
	return values[int(.025*float64(len(values)))], values[min(len(values)-1, int(.975*float64(len(values))))]
}

// counts are what precision and recall are made of.
type counts struct{ hit, found, wanted int } // found: proposed; wanted: in the gold

func (c counts) precision() float64 { return share(c.hit, c.found) }
func (c counts) recall() float64    { return share(c.hit, c.wanted) }
func (c counts) f1() float64 {
	p, r := c.precision(), c.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (c counts) plus(d counts) counts {
	return counts{c.hit + d.hit, c.found + d.found, c.wanted + d.wanted}
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// pooled sums the counts of the units drawn.
func pooled(units []counts, drawn []int) counts {
	var c counts
	for _, i := range drawn {
		c = c.plus(units[i])
	}
	return c
}

// prf is precision, recall and F1 of units as rows.
func prf(what string, units []counts, s settings, precision, recall float64) []row {
	all := counts{}
	for _, u := range units {
		all = all.plus(u)
	}
	var rows []row
	for _, f := range []struct {
		name string
		of   func(counts) float64
		n    int
		goal float64
	}{{"recall", counts.recall, all.wanted, recall}, {"precision", counts.precision, all.found, precision}, {"F1", counts.f1, all.wanted, 0}} {
		low, high := bootstrap(len(units), s, func(drawn []int) float64 { return f.of(pooled(units, drawn)) })
		rows = append(rows, row{what: what + ", " + f.name, value: f.of(all), low: low, high: high, n: f.n, goal: f.goal})
	}
	return rows
}
