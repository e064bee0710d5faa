package coincide

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"orrery/internal/testkit"
)

func split(t *testing.T, of string) (k, n int) {
	t.Helper()
	if _, err := fmt.Sscanf(of, "%d/%d", &k, &n); err != nil {
		t.Fatal(err)
	}
	return k, n
}

func chances(t *testing.T, what string) (p0, p1, alpha float64) {
	t.Helper()
	if _, err := fmt.Sscanf(what, "p0=%f,p1=%f,alpha=%f", &p0, &p1, &alpha); err != nil {
		t.Fatal(err)
	}
	return p0, p1, alpha
}

// coalGaps are the days between 191 explosions in British coal mines with ten or more deaths, from 15 March 1851 to
// 22 March 1962 (Jarrett, Biometrika 66, 1979).
var coalGaps = []int{157, 123, 2, 124, 12, 4, 10, 216, 80, 12, 33, 66, 232, 826, 40, 12, 29, 190, 97, 65, 186, 23, 92, 197, 431, 16, 154, 95,
	25, 19, 78, 202, 36, 110, 276, 16, 88, 225, 53, 17, 538, 187, 34, 101, 41, 139, 42, 1, 250, 80, 3, 324, 56, 31, 96, 70, 41, 93, 24, 91, 143,
	16, 27, 144, 45, 6, 208, 29, 112, 43, 193, 134, 420, 95, 125, 34, 127, 218, 2, 0, 378, 36, 15, 31, 215, 11, 137, 4, 15, 72, 96, 124, 50, 120,
	203, 176, 55, 93, 59, 315, 59, 61, 1, 13, 189, 345, 20, 81, 286, 114, 108, 188, 233, 28, 22, 61, 78, 99, 326, 275, 54, 217, 113, 32, 388, 151,
	361, 312, 354, 307, 275, 78, 17, 1205, 644, 467, 871, 48, 123, 456, 498, 49, 131, 182, 255, 194, 224, 566, 462, 228, 806, 517, 1643, 54, 326,
	1312, 348, 745, 217, 120, 275, 20, 66, 292, 4, 368, 307, 336, 19, 329, 330, 312, 536, 145, 75, 364, 37, 19, 156, 47, 129, 1630, 29, 217, 7, 18,
	1358, 2366, 952, 632}

// coal is the disasters in years from the start of 1851, the year taken as 365.25 days.
func coal() []float64 {
	day, t := 74, []float64{74 / 365.25}
	for _, gap := range coalGaps {
		day += gap
		t = append(t, float64(day)/365.25)
	}
	return t
}

func vectorHawkes(t *testing.T, name string) {
	type parameters struct {
		Mu, Alpha, Beta, Loglik float64
	}
	var v struct {
		T       []float64 `json:"t"`
		End     float64   `json:"T"`
		Cases   []parameters
		Ends    []parameters `json:"cases_T=last_event_9.9"`
		Poisson float64      `json:"poisson_loglik_at_mu=.8"`
	}
	testkit.Vector(t, name, &v)
	var byKey map[string]json.RawMessage // a key with commas cannot stand in a tag
	testkit.Vector(t, name, &byKey)
	var rescale struct {
		Lambda []float64 `json:"Lambda_at_events"`
		Gaps   []float64 `json:"gaps_should_be_Exp1"`
		D      float64   `json:"ks_D"`
		P      float64   `json:"ks_p"`
	}
	if err := json.Unmarshal(byKey["time_rescaling_mu=.5,a=.6,b=1.2"], &rescale); err != nil {
		t.Fatal(err)
	}
	likely := func(c parameters, end float64) {
		got, err := Hawkes{c.Mu, c.Alpha, c.Beta}.LogLikelihood(v.T, end, nil)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "log-likelihood", got, c.Loglik, 1e-6)
		ones := slices.Repeat(Baseline{1}, 10)
		if again, err := (Hawkes{c.Mu, c.Alpha, c.Beta}).LogLikelihood(v.T, end, ones); err != nil || math.Abs(again-got) > 1e-9 {
			t.Errorf("a baseline of ones changes the log-likelihood from %g to %g (%v)", got, again, err)
		}
	}
	for _, c := range v.Cases {
		likely(c, v.End)
	}
	for _, c := range v.Ends {
		likely(c, v.T[len(v.T)-1])
	}
	likely(parameters{.8, 0, 1, v.Poisson}, v.End)
	gaps, err := Hawkes{.5, .6, 1.2}.Rescaled(v.T, v.End, nil)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for i, g := range gaps {
		sum += g
		near(t, "gap", g, rescale.Gaps[i], 1e-6)
		near(t, "Lambda", sum, rescale.Lambda[i], 1e-6)
	}
	near(t, "D", ksExponential(gaps), rescale.D, 1e-6)
	near(t, "p of D", ksTail(ksExponential(gaps), len(gaps)), rescale.P, 1e-6)
}

func vectorHawkesCoal(t *testing.T, name string) {
	var v struct {
		N     int
		First []float64 `json:"dates_first5"`
		MLE   struct{ Mu, Alpha, Beta, Branching float64 }
		Log   float64 `json:"loglik"`
		Flat  float64 `json:"poisson_loglik"`
		D     float64 `json:"rescaled_ks_D"`
		P     float64 `json:"rescaled_ks_p"`
		Two   float64 `json:"two_rate_poisson_loglik(change after 41y)"`
	}
	testkit.Vector(t, name, &v)
	times := coal()
	if len(times) != v.N {
		t.Fatalf("%d disasters, want %d", len(times), v.N)
	}
	for i, want := range v.First {
		near(t, "date", 1851+times[i], want, 1e-9)
	}
	f, err := FitHawkes(times, 112, nil, 99, seeded(1))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "mu", f.Mu, v.MLE.Mu, 1e-3)
	near(t, "alpha", f.Alpha, v.MLE.Alpha, 1e-3)
	near(t, "beta", f.Beta, v.MLE.Beta, 1e-3)
	near(t, "branching", f.Branching, v.MLE.Branching, 1e-3)
	near(t, "log-likelihood", f.LogLikelihood, v.Log, 1e-6)
	near(t, "log-likelihood of one rate", f.Poisson, v.Flat, 1e-6)
	near(t, "D", f.Distance, v.D, 1e-3)
	near(t, "p of D by the plain table", ksTail(f.Distance, len(times)), v.P, 1e-3)
	past, err := newHistory(times, 112, nil)
	if err != nil {
		t.Fatal(err)
	}
	fixed := segment(127, 41) + segment(64, 71)
	near(t, "log-likelihood of two rates, changed after 41 years", fixed, v.Two, 1e-6)
	if best, at := past.twoRates(); best < fixed || at < 36 || at > 46 {
		t.Errorf("the best change is after %.1f years with log-likelihood %.3f, which must not be below %.3f", at, best, fixed)
	}
	if f.Verdict.OK {
		t.Error("a plain change of rate is offered as self-excitation")
	}
	t.Log(f.Verdict.Why)
}

func vectorCountChange(t *testing.T, name string) {
	var v struct {
		Counts []int     `json:"counts_1851_1962"`
		K      int       `json:"mle_k"`
		Rates  []float64 `json:"rates"`
		Mode   int       `json:"posterior_mode_k"`
		Peak   float64   `json:"posterior_mode_prob"`
		Around []float64 `json:"post_prob_k39..k42"`
		Within float64   `json:"P(k in 36..46)"`
		Log    float64   `json:"log_bayes_factor_vs_no_change"`
	}
	testkit.Vector(t, name, &v)
	counts, day := make([]int, len(v.Counts)), time.Date(1851, 3, 15, 0, 0, 0, 0, time.UTC)
	for _, gap := range append([]int{0}, coalGaps...) {
		day = day.AddDate(0, 0, gap)
		counts[day.Year()-1851]++
	}
	if !slices.Equal(counts, v.Counts) {
		t.Errorf("the gaps give %v a year, want %v", counts, v.Counts)
	}
	c, err := CountChange(v.Counts, nil, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	if c.Last != v.Mode || c.Last != v.K || !c.Verdict.OK {
		t.Errorf("change after %d (%+v), want %d", c.Last, c.Verdict, v.Mode)
	}
	near(t, "P(mode)", c.Posterior[c.Last-1], v.Peak, 1e-6)
	for i, want := range v.Around {
		near(t, "posterior", c.Posterior[38+i], want, 1e-6)
	}
	within := 0.0
	for k := 36; k <= 46; k++ {
		within += c.Posterior[k-1]
	}
	near(t, "P(36..46)", within, v.Within, 1e-6)
	near(t, "log Bayes factor", c.LogFactor, v.Log, 1e-6)
	near(t, "rate before", c.Before, v.Rates[0], 1e-6)
	near(t, "rate after", c.After, v.Rates[1], 1e-6)
}

// nile is the series of the vector A1.
func nile(t *testing.T) []float64 {
	t.Helper()
	var v map[string]any
	testkit.Vector(t, "A1_nile_local_level", &v)
	for _, key := range []string{"data", "y", "nile", "series"} {
		if list, ok := v[key].([]any); ok && len(list) == 100 {
			out := make([]float64, len(list))
			for i, x := range list {
				out[i] = x.(float64)
			}
			return out
		}
	}
	t.Fatal("vectors.json holds no Nile series of 100 years")
	return nil
}

func vectorPELT(t *testing.T, name string) {
	var v struct {
		Penalties []struct {
			Pen       float64
			Last      []int `json:"changepoints_1based_last_of_segment"`
			Objective float64
			MinSeg    int `json:"min_seg"`
		}
	}
	testkit.Vector(t, name, &v)
	y := nile(t)
	for _, c := range v.Penalties {
		cuts, objective, err := PELT(y, c.Pen, c.MinSeg)
		if err != nil || !slices.Equal(cuts, c.Last) {
			t.Errorf("penalty %g: cuts %v (%v), want %v", c.Pen, cuts, err, c.Last)
		}
		near(t, "objective", objective, c.Objective, 1e-6)
	}
	l, err := ReadLevels(y)
	if err != nil || !l.Verdict.OK || l.Change.Last != 28 || !slices.Equal(l.Cuts, []int{28}) {
		t.Errorf("the Nile's change: %d, %v, %+v, %v; want 28", l.Change.Last, l.Cuts, l.Verdict, err)
	}
}

func vectorOnline(t *testing.T, name string) {
	var v struct {
		LogEvidence float64 `json:"log_evidence"`
		Checks      []struct {
			T    int
			Map  int     `json:"map_run_length"`
			Tail float64 `json:"P(run<=t-28)"`
		}
		Last int `json:"P_runlen_at_t100_map"`
	}
	testkit.Vector(t, name, &v)
	r, err := Online(nile(t), Prior{1000, .1, 1, 22500}, 1./50)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "log evidence", r.LogEvidence, v.LogEvidence, 1e-6)
	for _, c := range v.Checks {
		if got := r.Likeliest(c.T); got != c.Map {
			t.Errorf("after %d years the likeliest run is %d, want %d", c.T, got, c.Map)
		}
		near(t, "P(run is new)", r.AtMost(c.T, c.T-28), c.Tail, 1e-6)
	}
	if got := r.Likeliest(100); got != v.Last {
		t.Errorf("after 100 years the likeliest run is %d, want %d", got, v.Last)
	}
}
