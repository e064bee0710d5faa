package align

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"orrery/ledger"

	"orrery/internal/testkit"
)

func vectorSimilarity(t *testing.T, name string) {
	x, y := []int{}, []int{}
	testkit.Vector(t, name, &struct{ X, Y *[]int }{&x, &y})
	var numbers map[string]any
	testkit.Vector(t, name, &numbers)
	s, err := Similar(choices(x), choices(y))
	if err != nil {
		t.Fatal(err)
	}
	for key, got := range map[string]float64{"S_abs": s.SAbs, "S_sq": s.SSq, "scott_pi_abs": s.PiAbs, "cohen_kappa_abs": s.KappaAbs,
		"scott_pi_sq": s.PiSq, "cohen_kappa_sq": s.KappaSq, "agreement": s.Agreement, "kappa_nominal": s.Kappa, "pi_nominal": s.Pi,
		"bc_alignment_A": s.Alignment} {
		near(t, key, got, numbers[key].(float64), 1e-6)
	}
}

func choices(coded []int) []Choice {
	out := make([]Choice, len(coded))
	for i, c := range coded {
		out[i] = Choice(c)
	}
	return out
}

func vectorAxis(t *testing.T, name string) {
	var v struct {
		Theta map[string]float64
		Naive map[string]float64 `json:"naive_values"`
	}
	testkit.Vector(t, name, &v)
	states := map[string]float64{"RUS": v.Theta["RUS"], "USA": v.Theta["USA"]}
	for state := range v.Naive {
		states[state] = v.Theta[state]
	}
	values, err := AxisDistance(states, "RUS", "USA")
	var refused *AxisError
	if values != nil || !errors.As(err, &refused) {
		t.Fatalf("AxisDistance gave %v, %v: want a refusal", values, err)
	}
	var bound float64
	tied := []string{}
	for state, naive := range v.Naive {
		bound = math.Min(bound, naive)
		if naive == -2.553 {
			tied = append(tied, state)
		}
	}
	slices.Sort(tied)
	near(t, "bound", refused.Bound, bound, 1e-6)
	if !slices.Equal(refused.Tied, tied) || refused.States != len(v.Naive) {
		t.Errorf("tied %v of %d, want %v of %d", refused.Tied, refused.States, tied, len(v.Naive))
	}
}

func vectorMargin(t *testing.T, name string) {
	var v struct {
		Lambda, Kappa1, Kappa2 float64
		Probs                  map[string]struct{ Opp, Abstain, Same float64 }
	}
	testkit.Vector(t, name, &v)
	var whole map[string]any // the key of the posteriors holds a comma, which no field's tag can
	testkit.Vector(t, name, &whole)
	posterior := whole["posterior_mean_sd_from_N(0,1)"].(map[string]any)
	m := Totals{Yes: 141, No: 5, Abstain: 35}.margin(No)
	stretch := math.Sqrt(1 + v.Lambda*v.Lambda)
	lo, hi := m.cuts()
	near(t, "kappa1", stretch*lo, v.Kappa1, 1e-6)
	near(t, "kappa2", stretch*hi, v.Kappa2, 1e-6)
	at := func(a Answer, x float64) float64 {
		o, p := seen{bands: m.bands(a, 1)}, []float64{0}
		o.likelihood(p, []float64{x}, v.Lambda, newPhiTable())
		return p[0]
	}
	for _, x := range []float64{-1, 0, 1, 2} {
		want := v.Probs[fmt.Sprintf("a=%g", x)]
		near(t, fmt.Sprintf("P(against | %g)", x), at(Against, x), want.Opp, 1e-6)
		near(t, fmt.Sprintf("P(neutral | %g)", x), at(Neutral, x), want.Abstain, 1e-6)
		near(t, fmt.Sprintf("P(with | %g)", x), at(With, x), want.Same, 1e-6)
	}
	// The same through the whole engine: one day, one vote.
	day := time.Date(2022, 3, 2, 0, 0, 0, 0, time.UTC)
	for choice, key := range map[Choice]string{Yes: "opp", Abstain: "abstain", No: "same", Absent: "absent_treated_as_missing"} {
		s := Defaults(day, day)
		s.Sharpness = []Weighted{{v.Lambda, 1}}
		s.Grid = Grid{-4, 4, 1601} // the grid of the vector, which cuts the prior off at four standard deviations
		if choice == Absent {
			s.Grid = Grid{-8, 8, 1601} // here the vector gives the prior as it is
		}
		r, err := Fit(Dyad{State: "AAA", Hub: "RUS", Votes: []RollCall{{ID: "A/RES/ES-11/1", Day: day, State: choice, Hub: No,
			Totals: Totals{Yes: 141, No: 5, Abstain: 35}}}}, s)
		if err != nil {
			t.Fatal(err)
		}
		p := r.Run().Points[0]
		want := posterior[key].([]any)
		near(t, key+" mean", p.Mean, want[0].(float64), 1e-6)
		near(t, key+" sd", p.SD, want[1].(float64), 1e-6)
	}
}

func vectorIntensity(t *testing.T, name string) {
	var v struct {
		Table  map[string]float64 `json:"plover_table_2.2"`
		Cameo  map[string]float64 `json:"cameo_goldstein_examples"`
		Reason struct {
			Day1      []string
			Sum       float64 `json:"day1_sum"`
			Mean      float64 `json:"day1_mean"`
			ThreeSums float64 `json:"day1_reported_by_3_wires_sum"`
		} `json:"why_not_sums"`
	}
	testkit.Vector(t, name, &v)
	checked := 0
	for _, info := range ledger.EventTypes() {
		want, ok := v.Table[string(info.Type)]
		if !ok {
			continue
		}
		if info.Type == ledger.EventAccuse {
			want = -want // the manual's evident slip, which the vector warns of
		}
		if info.Score != want {
			t.Errorf("%s scores %g, want %g", info.Type, info.Score, want)
		}
		checked++
	}
	if checked < 15 {
		t.Errorf("only %d event types were compared", checked)
	}
	sum := 0.0
	for _, code := range v.Reason.Day1 {
		sum += v.Cameo[code]
	}
	near(t, "sum of the day", sum, v.Reason.Sum, 1e-6)
	near(t, "mean of the day", sum/float64(len(v.Reason.Day1)), v.Reason.Mean, 1e-6)
	near(t, "sum when three wires tell it", 3*sum, v.Reason.ThreeSums, 1e-6)
	// What the engine takes instead does not grow with the number of wires: one story told three times.
	once := count{coop: 3, effective: effective(3, 3, 1)}
	thrice := count{coop: 9, effective: effective(9, 3, 1)}
	if a, b := once.shares(10), thrice.shares(10); !slices.Equal(a, b) {
		t.Error("three wires changed the likelihood of one day's events")
	}
}
