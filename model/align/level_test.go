package align

import (
	"math"
	"slices"
	"testing"
)

// Smoothing each drift on the grid that its walk needs must say what the full grid says: on the two shapes of the product and on
// the casebook's states that stand at an end of the grid, where the spacing shows most (through the evidence of what is cut off
// there, which shifts the weights of the hyper-parameters by a percent). Medians must agree to .001, and to .005 at an end.
func TestCoarserGridsChangeNothing(t *testing.T) {
	type shape struct {
		name string
		d    Dyad
		s    Settings
	}
	few, s := product(160)
	many, _ := product(2500)
	shapes := []shape{{"the casebook's shape", few, s}, {"the full roll calls' shape", many, s}}
	for _, d := range casebook(t, "RUS") {
		if d.State == "BLR" || d.State == "UKR" {
			shapes = append(shapes, shape{d.State, d, Defaults(date(1991, 12, 1), date(2026, 10, 31))})
		}
	}
	for _, c := range shapes {
		full, err := newFitterOn(c.s, func(*fitter, float64) int { return 1 })
		if err != nil {
			t.Fatal(err)
		}
		want, err := full.fit(c.d)
		if err != nil {
			t.Fatal(err)
		}
		got := fit(t, c.d, c.s)
		worst := [4]float64{}
		for coding := range want.Runs {
			for i, p := range want.Runs[coding].Points {
				q := got.Runs[coding].Points[i]
				for j, x := range [4]float64{p.Median - q.Median, p.SD - q.SD, math.Max(math.Abs(p.Q05-q.Q05), math.Abs(p.Q95-q.Q95)), p.Rise - q.Rise} {
					worst[j] = math.Max(worst[j], math.Abs(x))
				}
			}
		}
		for i, w := range want.Without {
			for t, m := range w.Medians {
				worst[0] = math.Max(worst[0], math.Abs(m-got.Without[i].Medians[t]))
			}
		}
		t.Logf("%s: medians differ by %.6f at most, sds by %.6f, 5 and 95 %% by %.6f, P(rise) by %.6f", c.name, worst[0], worst[1], worst[2], worst[3])
		allowed := .001
		if slices.ContainsFunc(want.Run().Points, func(p Point) bool { return p.Bound != 0 }) {
			allowed = .005
		}
		if worst[0] > allowed || worst[1] > .002 || worst[2] > .01 || worst[3] > .002 {
			t.Errorf("%s: the grids of the drifts change the result: %v", c.name, worst)
		}
	}
}

// The drifts of the defaults go on every second and fourth point: else nothing is saved.
func TestDriftsAreSmoothedOnFewerPoints(t *testing.T) {
	s := over(2)
	f, err := newFitter(s)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{2, 2, 4, 4} {
		if f.on[i].stride != want {
			t.Errorf("drift %g is smoothed on every %d. point, want %d", s.Drift[i].Value, f.on[i].stride, want)
		}
	}
	s.Grid = Grid{Lo: -4, Hi: 4, Points: 81} // coarse already
	if f, err = newFitter(s); err != nil || f.on[3].stride != 1 {
		t.Errorf("a coarse grid was made coarser still: %v", err)
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
