package diag

import (
	"math"
	"math/rand/v2"
	"testing"
)

// chains of an autoregression: its effective size is known, n(1−φ)/(1+φ).
func chains(seed uint64, m, n int, phi, apart float64) [][]float64 {
	r := rand.New(rand.NewPCG(seed, 7))
	out := make([][]float64, m)
	for c := range out {
		x := r.NormFloat64()
		for range n {
			x = phi*x + math.Sqrt(1-phi*phi)*r.NormFloat64()
			out[c] = append(out[c], x+apart*float64(c))
		}
	}
	return out
}

func TestESSOfAutoregression(t *testing.T) {
	for _, phi := range []float64{0, .5, .9} {
		want := 8000 * (1 - phi) / (1 + phi)
		if got := ESS(chains(1, 4, 2000, phi, 0)); got < .8*want || got > 1.25*want {
			t.Errorf("φ = %g: effective size %.0f, want about %.0f", phi, got, want)
		}
	}
}

func TestRHat(t *testing.T) {
	if got := RHat(chains(2, 4, 1000, 0, 0)); got > 1.01 || got < .99 {
		t.Errorf("R-hat of one distribution is %.4f", got)
	}
	if got := RHat(chains(2, 4, 1000, 0, 1)); got < 1.2 {
		t.Errorf("R-hat of chains one standard deviation apart is %.4f", got)
	}
	drift := chains(3, 1, 1000, 0, 0)
	for i := range drift[0] {
		drift[0][i] += float64(i) / 300
	}
	if got := RHat(drift); got < 1.1 {
		t.Errorf("R-hat of one drifting chain is %.4f: halves must be compared", got)
	}
}

// Whatever keeps the order keeps the diagnostics: they are made of ranks.
func TestDiagnosticsDependOnRanksOnly(t *testing.T) {
	x := chains(4, 2, 200, .3, .1)
	y := make([][]float64, len(x))
	for c := range x {
		for _, v := range x[c] {
			y[c] = append(y[c], math.Exp(3*v))
		}
	}
	if RHat(x) != RHat(y) || ESS(x) != ESS(y) {
		t.Error("a monotone transformation changed R-hat or the effective size")
	}
}

func TestEdges(t *testing.T) {
	same := [][]float64{{1, 1, 1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 1, 1, 1}}
	if RHat(same) != 1 || ESS(same) != 16 {
		t.Errorf("constant draws: %g, %g", RHat(same), ESS(same))
	}
	if !math.IsNaN(RHat(nil)) || !math.IsNaN(ESS([][]float64{{1, 2}})) {
		t.Error("too few draws must give NaN")
	}
	if got := Quantile([]float64{1, 2, 3, 4}, .25); got != 1.75 { // R: quantile(1:4, .25)
		t.Errorf("quantile %g", got)
	}
	if share, se := Coverage([]float64{1, 2, 3, 4}, []float64{0, 0, 0, 0}, []float64{1, 2, 2, 9}); share != .75 || math.Abs(se-.2165) > 1e-4 {
		t.Errorf("coverage %g ± %g", share, se)
	}
}
