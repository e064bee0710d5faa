package irt

import (
	"math"
	"testing"

	"orrery/model/diag"
)

// simulated is the model that simulate draws from.
var simulated = Model{SlopeVar: 1, CutVar: 2.25, WalkVar: .1, Absolute: true}

// cover runs tables drawn from the model through one of its engines: the share of true positions in their 90 % interval,
// and its standard error over tables, as positions of one table err together.
func cover(t testing.TB, tables int, run func(*Problem) (*Result, error)) (share, se, r float64) {
	t.Helper()
	var shares, likeness []float64
	for seed := range tables {
		tr := simulate(uint64(seed)+100, 40, 6, 20, 2+seed%3, .1)
		p, err := Compile(tr.table, Rules{})
		if err != nil {
			t.Fatal(err)
		}
		result, err := run(p)
		if err != nil {
			t.Fatal(err)
		}
		x, mean, lo, hi := tr.against(result)
		s, _ := diag.Coverage(x, lo, hi)
		shares, likeness = append(shares, s), append(likeness, pearson(x, mean))
	}
	mean, sd := spread(shares)
	return mean, sd / math.Sqrt(float64(tables)), meanOf(likeness)
}
