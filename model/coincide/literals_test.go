package coincide

import (
	"encoding/json"
	"math"
	"slices"
	"testing"
)

// Vectors that are small enough to stand here, so that a checkout without the shared folder is not left without any.

// Fisher's lady: eight cups, four of each kind.
func TestLadyTastingTea(t *testing.T) {
	near(t, "all four", HypergeometricTail(4, 8, 4, 4), 1./70, 1e-12)
	near(t, "three or more", HypergeometricTail(3, 8, 4, 4), 17./70, 1e-12)
	p, err := StratifiedTail(8, []Stratum{{8, 4, 4}, {8, 4, 4}})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "all four, twice", p, 1./4900, 1e-12)
	tiny := HypergeometricTail(400, 100_000, 400, 400) // far below what a sum of floats could hold
	if tiny != 0 || hyperLogTail(400, 100_000, 400, 400) > -2500 {
		t.Errorf("400 of 400: %g, log %g", tiny, hyperLogTail(400, 100_000, 400, 400))
	}
	strata := slices.Repeat([]Stratum{{1000, 10, 10}}, 20)
	if p, err := StratifiedTail(60, strata); err != nil || !(p < 1e-60) || math.Abs(math.Log(p)-logTail(60, strata)) > 1e-6 {
		t.Errorf("far in the tail: %g, log %g (%v)", p, logTail(60, strata), err)
	}
}

// The treated leukaemia patients of Freireich et al. 1963, the textbook's example.
func TestKaplanMeierAsInTheTextbook(t *testing.T) {
	var waits []Wait
	for _, d := range []int{6, 6, 6, 7, 10, 13, 16, 22, 23} {
		waits = append(waits, Wait{d, true})
	}
	for _, d := range []int{6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35} {
		waits = append(waits, Wait{d, false})
	}
	s := KaplanMeier(waits, .95)
	want := []float64{.857143, .806723, .752941, .690196, .627451, .537815, .448179}
	if len(s.Steps) != len(want) || s.Median != 23 || s.Answered != 9 || s.Censored != 12 {
		t.Fatalf("%+v", s)
	}
	for i, w := range want {
		near(t, "open", s.Steps[i].Open, w, 1e-5)
		if s.Steps[i].Lo > w || s.Steps[i].Hi < w {
			t.Errorf("interval %g to %g does not hold %g", s.Steps[i].Lo, s.Steps[i].Hi, w)
		}
	}
	near(t, "lower end on day 6 (log-log)", s.Steps[0].Lo, .619718, 1e-4)
	near(t, "upper end on day 6 (log-log)", s.Steps[0].Hi, .951552, 1e-4)
	if none := KaplanMeier(nil, .95); !math.IsInf(float64(none.Median), 1) || len(none.Steps) != 0 {
		t.Errorf("nobody waited: %+v", none)
	}
}

// Mine disasters grew rarer; evenly spaced events have no trend; half of the formula by hand.
func TestLaplaceTrend(t *testing.T) {
	u, p, err := Laplace(coal(), 112)
	if err != nil || u > -6 || p > 1e-8 {
		t.Errorf("disasters: U %.2f, p %g, %v", u, p, err)
	}
	if u, p, err = Laplace([]float64{1, 3, 5, 7, 9}, 10); err != nil || u != 0 || p != 1 {
		t.Errorf("even: U %g, p %g, %v", u, p, err)
	}
	u, _, err = Laplace([]float64{6, 7, 8, 9}, 10)
	near(t, "U", u, .25*math.Sqrt(48), 1e-12)
	if err != nil {
		t.Error(err)
	}
	if _, _, err := Laplace([]float64{1, 2, 3}, 10); err == nil {
		t.Error("three events have a trend")
	}
}

// With k = 0 and shape 1 the posterior is exponential; in general twice the rate times time is chi-square.
func TestGammaPoissonByHand(t *testing.T) {
	r, err := GammaPoisson(0, 2, 1, 0, .9)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "median", r.Median, math.Ln2/2, 1e-9)
	near(t, "lower end", r.Lo, -math.Log(.95)/2, 1e-9)
	near(t, "upper end", r.Hi, -math.Log(.05)/2, 1e-9)
	r, err = GammaPoisson(9, 3, 1, 1, .95) // chi-square with 20 degrees: 9.5908 and 34.1696
	if err != nil {
		t.Fatal(err)
	}
	near(t, "mean", r.Mean, 2.5, 1e-12)
	near(t, "lower end", r.Lo, 9.590777/8, 1e-6)
	near(t, "upper end", r.Hi, 34.169607/8, 1e-6)
	if _, err := GammaPoisson(1, 0, .5, 0, .95); err == nil {
		t.Error("a rate is given for no time at all")
	}
}

// Two strata with unlike base rates: the constant reading sees a link where the stratified one sees none.
func TestStrataUndoASharedSeason(t *testing.T) {
	strata := []Stratum{{100, 80, 40}, {100, 5, 2}} // a busy season with many windows, a quiet one with few
	plain, err := RateRatio(32, 42, 85, 200, .95)
	if err != nil {
		t.Fatal(err)
	}
	within, err := StratifiedRatio(32, strata, .95)
	if err != nil {
		t.Fatal(err)
	}
	if plain.Lo < 1.5 || within.Lo > 1 || math.Abs(float64(within.Estimate)-1) > .1 {
		t.Errorf("constant %+v, within strata %+v", plain, within)
	}
	if p, err := StratifiedTail(32, strata); err != nil || p < .3 || HypergeometricTail(32, 200, 85, 42) > .001 {
		t.Errorf("p %g within strata (%v), %g without", p, err, HypergeometricTail(32, 200, 85, 42))
	}
}

func TestTheGuardrailsOfSeries(t *testing.T) {
	f, err := FitHawkes(make([]float64, 49), 10, nil, 19, seeded(1))
	if err != nil || f.Verdict.Text != NotOffered || f.Branching != 0 {
		t.Errorf("49 events are fitted: %+v, %v", f, err)
	}
	if l, err := ReadLevels(make([]float64, 11)); err != nil || l.Verdict.Text != NotOffered {
		t.Errorf("eleven polls have a change: %+v, %v", l, err)
	}
	if c, err := CountChange([]int{9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0}, nil, 1, 1); err != nil || c.Verdict.OK || c.Last != 3 {
		t.Errorf("three points make a side: %+v, %v", c, err)
	}
	if c, err := CountChange([]int{1, 2, 1, 2, 1, 2, 1, 2, 1, 2}, nil, 1, 1); err != nil || c.Verdict.OK {
		t.Errorf("nothing changes, yet %+v, %v", c, err)
	}
	if n := Noise([]float64{0, 1, 0, 1}); math.Abs(n-1.4826*1.4826/2) > 1e-12 {
		t.Errorf("noise %g", n)
	}
	if _, _, err := CircularShift(59, nil, nil, 30); err == nil {
		t.Error("59 days are shifted by 30 and more")
	}
	if p, err := Published(100, 0, 3, 5, 5, 5, 5, true); err != nil || p.Warning == "" {
		t.Errorf("the published test does not warn: %+v, %v", p, err)
	}
}

// A thinned series' Kolmogorov distance against tables: P(D_10 >= .40925) = .05 and P(D_100 >= .13403) = .05 (Massey, Miller).
func TestKolmogorovAgainstTables(t *testing.T) {
	near(t, "n = 10", ksTail(.40925, 10), .05, 2e-3)
	near(t, "n = 100", ksTail(.13403, 100), .05, 2e-3)
	near(t, "the limit above 1,000 points", ksTail(.03, 1001), ksTail(.03, 1000), 2e-2)
	if ksTail(0, 5) != 1 || ksTail(1, 5) != 0 {
		t.Error("the ends are not 1 and 0")
	}
}

func TestWhatJSONCannotHoldIsNull(t *testing.T) {
	text, err := json.Marshal(Ratio{Estimate: Bound(math.Inf(1)), Lo: 1.5, Hi: Bound(math.NaN())})
	if err != nil || string(text) != `{"estimate":null,"lo":1.5,"hi":null}` {
		t.Errorf("%s, %v", text, err)
	}
	var back Ratio
	if err := json.Unmarshal(text, &back); err != nil || !math.IsInf(float64(back.Estimate), 1) || back.Lo != 1.5 {
		t.Errorf("%+v, %v", back, err)
	}
	var d Day
	if err := json.Unmarshal([]byte(`"2022-02-24"`), &d); err != nil || d.String() != "2022-02-24" || DayOf(d.Time()) != d {
		t.Errorf("%v, %v", d, err)
	}
	if err := json.Unmarshal([]byte(`"24.2."`), &d); err == nil {
		t.Error("a day in words is read")
	}
	if before := Day(-1); before.String() != "1969-12-31" || DayOf(before.Time()) != before {
		t.Errorf("the day before counting began is %s", before)
	}
}
