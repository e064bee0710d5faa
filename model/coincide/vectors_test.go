package coincide

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"orrery/internal/testkit"
)

// near fails unless got is want to a relative tolerance (absolute below one millionth).
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Max(math.Abs(want), 1e-6)) {
		t.Errorf("%s = %.10g, want %.10g (off by %.2g)", what, got, want, got-want)
	}
}

// TestVectors is all test vectors of part C of the methods, each with its origin. Those of vectors.json are read from there; C14 is named by the
// methods and missing there, so its numbers stand here.
func TestVectors(t *testing.T) {
	table := []struct {
		key, origin string
		run         func(t *testing.T, name string)
	}{
		{"C1_eca_coincalc", "R's CoinCalc 2.0 (Siegmund et al. 2017), run on its own artificial series, and the exact test on the same", vectorCoinCalc},
		{"C2_stratified_exact", "convolution of hypergeometrics by brute force", vectorStratified},
		{"C3_once_twice_thrice", "binomial tails at a base rate, and the best of sixty pairs, by direct sums", vectorThrice},
		{"C4_power", "triggers needed for 80 % power, by enumeration", vectorPower},
		{"C5_multiplicity", "the fifteen p-values of Benjamini and Hochberg 1995, section 4; R's p.adjust", vectorMultiplicity},
		{"C6_scan", "Naus's exact cases, Wallenstein and Neff's approximation, 400,000 simulations", vectorScan},
		{"C7_hawkes_loglik", "direct sums; the R package hawkes on two of them", vectorHawkes},
		{"C7b_hawkes_coal", "coal mining disasters (Jarrett 1979, R's boot::coal), fitted independently", vectorHawkesCoal},
		{"C8_poisson_changepoint_coal", "Raftery and Akman 1986: the rate of disasters fell about 1891; posterior by enumeration", vectorCountChange},
		{"C9_pelt_nile", "optimal partitioning of the Nile; R's strucchange gives 1898", vectorPELT},
		{"C10_bocpd_nile", "Adams and MacKay's recursion on the Nile, run independently", vectorOnline},
		{"C11_test_size", "the size study that rules out the published test, simulated in numpy: within simulation error only", vectorSize},
		{"C12_rate_ratio", "Clopper and Pearson's interval and Jeffreys' quantiles from beta quantiles", vectorRatio},
		{"C13_chapman", "Chapman's estimate and Seber's variance, by hand", vectorChapman},
		{"C14_laplace", "not in vectors.json: failures of a repairable system (Modarres et al., Reliability Engineering and Risk Analysis, example 5.11), U = 2.409 as " +
			"printed by the Python package reliability; and the formula by hand", vectorLaplace},
	}
	listed := map[string]bool{}
	for _, v := range table {
		listed[v.key] = true
		t.Run(v.key, func(t *testing.T) {
			t.Log(v.origin)
			v.run(t, v.key)
		})
	}
	t.Run("none is left out", func(t *testing.T) {
		text, err := os.ReadFile(testkit.Shared(t, "design", "vectors.json"))
		if err != nil {
			t.Fatal(err)
		}
		var all map[string]json.RawMessage
		if err := json.Unmarshal(text, &all); err != nil {
			t.Fatal(err)
		}
		for key := range all {
			if len(key) > 1 && key[0] == 'C' && key[1] >= '0' && key[1] <= '9' && !listed[key] {
				t.Errorf("%s is not in the table", key)
			}
		}
	})
}

// vectorLaplace is the trend of failures whose watching ended with the last of them, which therefore does not count as an event.
func vectorLaplace(t *testing.T, _ string) {
	gaps := []float64{104, 131, 1597, 59, 4, 503, 157, 6, 118, 173, 114, 62, 101, 216, 106, 140, 1, 102, 3, 393, 96, 232, 89, 61, 37, 293, 7, 165, 87, 99}
	var at []float64
	end := 0.0
	for _, g := range gaps {
		end += g
		at = append(at, end)
	}
	u, p, err := Laplace(at[:len(at)-1], end)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "U", u, 2.409, 2.1e-4) // rounded as printed
	near(t, "p", p, math.Erfc(u/math.Sqrt2), 1e-12)
	u, _, err = Laplace([]float64{6, 7, 8, 9}, 10)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "U by hand", u, .25*math.Sqrt(48), 1e-12)
}

func days(list []int) []Day {
	out := make([]Day, len(list))
	for i, d := range list {
		out[i] = Day(d)
	}
	return out
}

// plain are settings that leave responses as they are.
func plain() Settings {
	s := Defaults(1)
	s.Decluster = 1
	return s
}

func vectorCoinCalc(t *testing.T, name string) {
	var v struct {
		A     []int `json:"series_A_responses"`
		B     []int `json:"series_B"`
		T     int
		Cases []struct {
			Fn            string
			PrecursorRate float64 `json:"precursor_rate"`
			TriggerRate   float64 `json:"trigger_rate"`
			PPrecursor    float64 `json:"p_precursor"`
			PTrigger      float64 `json:"p_trigger"`
		}
		RecommendedExact []struct {
			K, P        float64
			CoveredDays float64 `json:"covered_days"`
			Tau, DT     int
		} `json:"recommended_exact"`
	}
	testkit.Vector(t, name, &v)
	s, err := NewScreener([]Span{{1, Day(v.T)}}, nil, plain())
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range []struct {
		responses, triggers []int
		tau, dt             int
		inclusive           bool
	}{{v.A, v.B, 2, 1, false}, {v.B, v.A, 2, 1, true}, {v.B, v.A, 0, 3, true}, {v.A, v.B, 0, 5, false}} {
		want := v.Cases[i]
		s.Windows(days(c.triggers), c.tau, c.tau+c.dt)
		got := s.Against(days(c.responses))
		answered := 0
		for _, b := range days(c.triggers) {
			s.Windows([]Day{b}, c.tau, c.tau+c.dt)
			if s.Against(days(c.responses)).Hits > 0 {
				answered++
			}
		}
		p, err := Published(v.T, c.tau, c.dt, len(c.triggers), answered, len(c.responses), got.Hits, c.inclusive)
		if err != nil {
			t.Fatal(err)
		}
		near(t, want.Fn+" precursor rate", float64(got.Hits)/float64(len(c.responses)), want.PrecursorRate, 1e-6)
		near(t, want.Fn+" trigger rate", float64(answered)/float64(len(c.triggers)), want.TriggerRate, 1e-6)
		near(t, want.Fn+" p precursor", p.PPrecursor, want.PPrecursor, 1e-6)
		near(t, want.Fn+" p trigger", p.PTrigger, want.PTrigger, 1e-6)
	}
	for _, want := range v.RecommendedExact {
		s.Windows(days(v.A), want.Tau, want.Tau+want.DT)
		got := s.Against(days(v.B))
		if got.Hits != int(want.K) || got.Covered != int(want.CoveredDays) {
			t.Errorf("lag %d width %d: %d hits, %d days covered, want %g and %g", want.Tau, want.DT, got.Hits, got.Covered, want.K, want.CoveredDays)
		}
		near(t, "exact p", got.Plain, want.P, 1e-6)
	}
}

func vectorStratified(t *testing.T, name string) {
	var v struct {
		Strata []struct {
			T, Covered int
			NResp      int `json:"n_resp"`
			KHit       int `json:"k_hit"`
		}
		K            int
		Stratified   float64 `json:"p_exact_stratified"`
		Unstratified float64 `json:"p_unstratified"`
	}
	testkit.Vector(t, name, &v)
	var strata []Stratum
	var all Stratum
	for _, s := range v.Strata {
		strata = append(strata, Stratum{s.T, s.Covered, s.NResp})
		all.Days, all.Covered, all.N = all.Days+s.T, all.Covered+s.Covered, all.N+s.NResp
	}
	p, err := StratifiedTail(v.K, strata)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "stratified", p, v.Stratified, 1e-6)
	near(t, "stratified in logarithms", math.Exp(logTail(v.K, strata)), v.Stratified, 1e-6)
	near(t, "unstratified", HypergeometricTail(v.K, all.Days, all.Covered, all.N), v.Unstratified, 1e-6)
}

func vectorThrice(t *testing.T, name string) {
	var v struct {
		Base   float64            `json:"base_rate_per_year"`
		Window float64            `json:"window_days"`
		P0     float64            `json:"p0"`
		P      map[string]float64 `json:"p_value_k_of_n"`
		Mean   map[string]float64 `json:"bayes_beta11_posterior_mean_hit"`
		Triple struct {
			M int
			P float64
		} `json:"prob_some_triple_among_m_dyads"`
	}
	testkit.Vector(t, name, &v)
	p0 := WindowChance(v.Base, v.Window)
	near(t, "p0", p0, v.P0, 1e-6)
	for of, want := range v.P {
		k, n := split(t, of)
		near(t, of, AtLeast(k, n, p0), want, 1e-6)
	}
	for of, want := range v.Mean {
		k, n := split(t, of)
		near(t, "share of "+of, AnsweredShare(k, n), want, 1e-6)
	}
	near(t, "three of three somewhere", SomeRun(3, v.Triple.M, p0), v.Triple.P, 1e-6)
}

func vectorPower(t *testing.T, name string) {
	var v map[string]struct {
		Triggers int `json:"n_triggers"`
		Needed   int `json:"k_needed"`
	}
	testkit.Vector(t, name, &v)
	for what, want := range v {
		p0, p1, alpha := chances(t, what)
		n, k, err := Needed(p0, p1, alpha, .8)
		if err != nil || n != want.Triggers || k != want.Needed {
			t.Errorf("%s: %d triggers, %d answers (%v), want %d and %d", what, n, k, err, want.Triggers, want.Needed)
		}
	}
}

func vectorMultiplicity(t *testing.T, name string) {
	var v struct {
		P        []float64
		BH       []float64                  `json:"bh_adjusted"`
		BY       []float64                  `json:"by_adjusted"`
		Holm     []float64                  `json:"holm_adjusted"`
		Rejected struct{ BH, BY, Holm int } `json:"rejected_at_.05"`
	}
	testkit.Vector(t, name, &v)
	for _, c := range []struct {
		how      Correction
		want     []float64
		rejected int
	}{{BenjaminiHochberg, v.BH, v.Rejected.BH}, {BenjaminiYekutieli, v.BY, v.Rejected.BY}, {Holm, v.Holm, v.Rejected.Holm}} {
		small := 0
		for i, q := range Adjust(v.P, c.how) {
			near(t, string(c.how), q, c.want[i], 1e-6)
			if q <= .05 {
				small++
			}
		}
		if small != c.rejected {
			t.Errorf("%s rejects %d, want %d", c.how, small, c.rejected)
		}
	}
}

func vectorScan(t *testing.T, name string) {
	var v struct {
		Cases []struct {
			K, N       int
			W, Approx  float64
			MonteCarlo float64 `json:"monte_carlo_4e5"`
		}
	}
	testkit.Vector(t, name, &v)
	var byKey map[string]any // keys with commas cannot stand in tags
	testkit.Vector(t, name, &byKey)
	scan := func(k, n int, w, want, tolerance float64, exact bool) {
		p, ex, err := Scan(k, n, w)
		if err != nil || ex != exact {
			t.Errorf("scan of %d of %d in %g: exact %t, %v", k, n, w, ex, err)
		}
		near(t, "scan", p, want, tolerance)
	}
	scan(3, 3, .1, byKey["P(3;3,0.1)"].(float64), 1e-6, true)
	scan(5, 5, .2, byKey["P(5;5,0.2)"].(float64), 1e-6, true)
	scan(2, 5, .02, byKey["P(2;5,0.02)"].(float64), 1e-6, true)
	for _, c := range v.Cases {
		scan(c.K, c.N, c.W, c.Approx, 1e-6, false)
		scan(c.K, c.N, c.W, c.MonteCarlo, .05, false)
	}
}

func vectorRatio(t *testing.T, name string) {
	var v struct {
		Cases []struct {
			K, N, Covered, T int
			RR               float64
			Exact            []float64 `json:"RR_exact95"`
			Jeffreys         []float64 `json:"jeffreys_RR_q05_q50_q95"`
			P                float64   `json:"p_hypergeom"`
		}
	}
	testkit.Vector(t, name, &v)
	for _, c := range v.Cases {
		r, err := RateRatio(c.K, c.N, c.Covered, c.T, .95)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "RR", float64(r.Estimate), c.RR, 1e-6)
		near(t, "lower end", float64(r.Lo), c.Exact[0], 1e-6)
		near(t, "upper end", float64(r.Hi), c.Exact[1], 1e-6)
		one, err := StratifiedRatio(c.K, []Stratum{{c.T, c.Covered, c.N}}, .95)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "RR of one stratum", float64(one.Estimate), c.RR, 1e-6)
		near(t, "lower end of one stratum", float64(one.Lo), c.Exact[0], 1e-6)
		near(t, "upper end of one stratum", float64(one.Hi), c.Exact[1], 1e-6)
		q, err := JeffreysRatio(c.K, c.N, c.Covered, c.T, .05, .5, .95)
		if err != nil {
			t.Fatal(err)
		}
		for i := range q {
			near(t, "Jeffreys", q[i], c.Jeffreys[i], 1e-6)
		}
		near(t, "p", HypergeometricTail(c.K, c.T, c.Covered, c.N), c.P, 1e-6)
	}
}

func vectorChapman(t *testing.T, name string) {
	var v struct {
		N1, N2, M int
		Nhat, Var float64
	}
	testkit.Vector(t, name, &v)
	n, variance, err := Chapman(v.N1, v.N2, v.M)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "N", n, v.Nhat, 1e-9)
	near(t, "var", variance, v.Var, 1e-6)
}
