package align

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"orrery/internal/testkit"
)

func vectorNile(t *testing.T, name string) {
	var nile struct {
		H, Q           float64
		Data           []float64
		LogLik         float64   `json:"loglik_diffuse_without_first_constant"`
		At             []int     `json:"t_index0"`
		FilteredMean   []float64 `json:"filtered_mean"`
		FilteredVar    []float64 `json:"filtered_var"`
		SmoothedMean   []float64 `json:"smoothed_mean"`
		SmoothedVar    []float64 `json:"smoothed_var"`
		Forecast       float64   `json:"one_step_forecast_t100"`
		ForecastVar    float64   `json:"one_step_forecast_var_state"`
		Missing        [][2]int  `json:"missing_index0_ranges"`
		MissingLogLik  float64   `json:"loglik"`
		missingPresent bool
	}
	testkit.Vector(t, "A1_nile_local_level", &nile)
	if name == "A1b_nile_missing" {
		nile.At, nile.SmoothedMean, nile.SmoothedVar, nile.FilteredMean, nile.FilteredVar = nil, nil, nil, nil, nil
		testkit.Vector(t, name, &nile)
		nile.LogLik, nile.missingPresent = nile.MissingLogLik, true
	}
	g := Grid{Lo: -200, Hi: 2200, Points: 2401}
	logs := make([][]float64, len(nile.Data))
	for i, y := range nile.Data {
		logs[i] = gaussian(g, y, nile.H)
	}
	for _, gap := range nile.Missing {
		for i := gap[0]; i <= gap[1]; i++ {
			logs[i] = nil
		}
	}
	flat := make([]float64, g.Points) // density one: the first observation then adds nothing to the evidence
	for k := range flat {
		flat[k] = g.step()
	}
	w := newWalk(g, nile.Q, 0, nil)
	c, logZ, mass := smoothed(t, g, flat, w, logs)
	near(t, "log likelihood", logZ, nile.LogLik, 1e-6)
	for i, at := range nile.At {
		mean, variance := moments(g, mass[at])
		near(t, fmt.Sprintf("smoothed mean[%d]", at), mean, nile.SmoothedMean[i], 1e-6)
		near(t, fmt.Sprintf("smoothed variance[%d]", at), variance, nile.SmoothedVar[i], 1e-6)
		if !nile.missingPresent {
			mean, variance = moments(g, c.filtered(at))
			near(t, fmt.Sprintf("filtered mean[%d]", at), mean, nile.FilteredMean[i], 1e-6)
			near(t, fmt.Sprintf("filtered variance[%d]", at), variance, nile.FilteredVar[i], 1e-6)
		}
	}
	if !nile.missingPresent {
		ahead := make([]float64, g.Points)
		w.forward(ahead, c.filtered(len(logs)-1), c.scratch)
		mean, variance := moments(g, ahead)
		near(t, "one-step forecast", mean, nile.Forecast, 1e-6)
		near(t, "variance of the forecast level", variance, nile.ForecastVar, 1e-6)
	}
}

func vectorSensors(t *testing.T, name string) {
	var v struct {
		Q            float64
		HTone        float64 `json:"H_tone"`
		HVote        float64 `json:"H_vote"`
		Tone         []*float64
		Vote         map[string]float64
		SmoothedMean []float64 `json:"smoothed_mean"`
		SmoothedVar  []float64 `json:"smoothed_var"`
		LogLik       float64
	}
	testkit.Vector(t, name, &v)
	g := Grid{Lo: -5, Hi: 5, Points: 2001}
	logs := make([][]float64, len(v.Tone))
	for i, y := range v.Tone {
		if y != nil {
			logs[i] = gaussian(g, *y, v.HTone)
		}
		if y, ok := v.Vote[strconv.Itoa(i)]; ok {
			logs[i] = plus(logs[i], gaussian(g, y, v.HVote))
		}
	}
	_, logZ, mass := smoothed(t, g, g.normal(0, 1), newWalk(g, v.Q, 0, nil), logs)
	near(t, "log likelihood", logZ, v.LogLik, 1e-6)
	for i := range mass {
		mean, variance := moments(g, mass[i])
		near(t, fmt.Sprintf("mean[%d]", i), mean, v.SmoothedMean[i], 1e-6)
		near(t, fmt.Sprintf("variance[%d]", i), variance, v.SmoothedVar[i], 1e-6)
	}
}

// voeten is the log-likelihood of a vote (1 yes, 2 abstain, 3 no) under published item parameters.
func voeten(g Grid, slope, g1, g2 float64, vote int) []float64 {
	item := Item{Slope: slope, Cut1: g1, Cut2: g2}
	row := make([]float64, g.Points)
	for k := range row {
		row[k] = math.Log(item.chance(Choice(vote), g.at(k)))
	}
	return row
}

func vectorVotesEvents(t *testing.T, name string) {
	var v struct {
		Q            float64
		Votes        map[string][][4]float64
		Coop         []*float64 `json:"coop_counts"`
		Conf         []*float64 `json:"conf_counts"`
		A, B         float64
		LogEvidence  float64   `json:"log_evidence"`
		SmoothedMean []float64 `json:"smoothed_mean"`
		SmoothedSD   []float64 `json:"smoothed_sd"`
		Q05          []float64 `json:"smoothed_q05"`
		Q95          []float64 `json:"smoothed_q95"`
	}
	testkit.Vector(t, name, &v)
	g := Grid{Lo: -4, Hi: 4, Points: 1601}
	logs := make([][]float64, len(v.Coop))
	for i := range logs {
		for _, x := range v.Votes[strconv.Itoa(i)] {
			logs[i] = plus(logs[i], voeten(g, x[0], x[1], x[2], int(x[3])))
		}
		if v.Coop[i] == nil {
			continue
		}
		row := make([]float64, g.Points)
		for k := range row {
			p := 1 / (1 + math.Exp(-(v.A + v.B*g.at(k))))
			row[k] = *v.Coop[i]*math.Log(p) + *v.Conf[i]*math.Log(1-p)
		}
		logs[i] = plus(logs[i], row)
	}
	_, logZ, mass := smoothed(t, g, g.normal(0, 1), newWalk(g, v.Q, 0, nil), logs)
	near(t, "log evidence", logZ, v.LogEvidence, 1e-6)
	for i := range mass {
		mean, variance := moments(g, mass[i])
		near(t, fmt.Sprintf("mean[%d]", i), mean, v.SmoothedMean[i], 1e-6)
		near(t, fmt.Sprintf("sd[%d]", i), math.Sqrt(variance), v.SmoothedSD[i], 1e-6)
		q := quantiles(g, mass[i], .05, .95)
		near(t, fmt.Sprintf("5%%[%d]", i), q[0], v.Q05[i], 1e-6)
		near(t, fmt.Sprintf("95%%[%d]", i), q[1], v.Q95[i], 1e-6)
	}
}

func vectorItems(t *testing.T, name string) {
	var v struct {
		PriorVar float64 `json:"prior_var"`
		Items    []struct {
			RCID         int
			Beta, G1, G2 float64
		}
		Countries map[string]struct {
			PriorMean float64 `json:"prior_mean"`
			Votes     map[string]int
			Mean      float64 `json:"expect_eap"`
			SD        float64 `json:"expect_sd"`
		}
	}
	testkit.Vector(t, name, &v)
	if len(v.Countries) < 10 {
		t.Fatalf("only %d states in the vector", len(v.Countries))
	}
	g := Grid{Lo: -5, Hi: 5, Points: 4001}
	for state, c := range v.Countries {
		var row []float64
		for _, item := range v.Items {
			if vote, ok := c.Votes[strconv.Itoa(item.RCID)]; ok {
				row = plus(row, voeten(g, item.Beta, item.G1, item.G2, vote))
			}
		}
		_, _, mass := smoothed(t, g, g.normal(c.PriorMean, math.Sqrt(v.PriorVar)), newWalk(g, 0, 0, nil), [][]float64{row})
		mean, variance := moments(g, mass[0])
		near(t, state+" mean", mean, c.Mean, 1e-3)
		near(t, state+" sd", math.Sqrt(variance), c.SD, 1e-3)
	}
}
