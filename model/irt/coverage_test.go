package irt

import (
	"context"
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

func TestIntervalsCoverTheTruth(t *testing.T) {
	full, se, r := cover(t, 12, func(p *Problem) (*Result, error) {
		return Full(context.Background(), p, FullOptions{Model: simulated, Seed: 3, BurnIn: 100, Sweeps: 300})
	})
	t.Logf("Full: 90 %% intervals hold %.3f ± %.3f of positions; r %.4f", full, se, r)
	if math.Abs(full-.9) > .02+2*se || r < .9 {
		t.Error("Full's intervals are not what they say")
	}
	fast, se, r := cover(t, 12, func(p *Problem) (*Result, error) {
		return Fast(context.Background(), p, FastOptions{Model: simulated})
	})
	t.Logf("Fast: %.3f ± %.3f; r %.4f", fast, se, r)
	if fast < .6 || r < .9 {
		t.Error("Fast is further from the truth than documented")
	}
}
