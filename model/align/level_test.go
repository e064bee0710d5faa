package align

import (
	"math"
	"testing"
)

// Smoothing each drift on the grid that its walk needs must say what the full grid says, and a finer grid the same.
func TestCoarserGridsChangeNothing(t *testing.T) {
	for name, votes := range map[string]int{"the casebook's shape": 160, "the full roll calls' shape": 2500} {
		d, s := product(votes)
		full, err := newFitterOn(s, func(*fitter, float64) int { return 1 })
		if err != nil {
			t.Fatal(err)
		}
		want, err := full.fit(d)
		if err != nil {
			t.Fatal(err)
		}
		got := fit(t, d, s)
		for i, q := range s.Drift {
			f, err := newFitter(s)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("drift %g a year is smoothed on every %d. point", q.Value, f.on[i].stride)
		}
		worst := [4]float64{}
		for coding := range want.Runs {
			for i, p := range want.Runs[coding].Points {
				q := got.Runs[coding].Points[i]
				for j, x := range [4]float64{p.Median - q.Median, p.SD - q.SD, math.Max(math.Abs(p.Q05-q.Q05), math.Abs(p.Q95-q.Q95)), p.Rise - q.Rise} {
					worst[j] = math.Max(worst[j], math.Abs(x))
				}
			}
		}
		t.Logf("%s: medians differ by %.6f at most, sds by %.6f, 5 and 95 %% by %.6f, P(rise) by %.6f", name, worst[0], worst[1], worst[2], worst[3])
		if worst[0] > .001 || worst[1] > .001 || worst[2] > .002 || worst[3] > .002 {
			t.Errorf("%s: the grids of the drifts change the result: %v", name, worst)
		}
	}
}

// The table of the normal distribution against the error function.
func TestPhiTable(t *testing.T) {
	p := newPhiTable()
	worst, bands := 0.0, 0.0
	for i := range 200000 {
		x := -10 + float64(i)*1.0001e-4
		worst = math.Max(worst, math.Abs(p.phi(x)/phi(x)-1))
		if want := between(x, x+.02); want > 1e-16 {
			bands = math.Max(bands, math.Abs(p.between(x, x+.02)/want-1))
		}
	}
	t.Logf("Phi is off by %.2g of its value at most, narrow bands by %.2g", worst, bands)
	if worst > 1e-7 || bands > 1e-5 {
		t.Errorf("Phi is off by %.2g of its value, bands by %.2g", worst, bands)
	}
	if p.phi(math.Inf(1)) != 1 || p.phi(math.Inf(-1)) != 0 || !math.IsNaN(p.phi(math.NaN())) {
		t.Error("Phi at the ends")
	}
}
