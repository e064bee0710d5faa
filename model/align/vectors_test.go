package align

import (
	"math"
	"testing"
)

// near fails unless got is want to a relative tolerance (absolute below one thousandth).
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Max(math.Abs(want), 1e-3)) {
		t.Errorf("%s = %.10g, want %.10g (off by %.2g)", what, got, want, got-want)
	}
}

// smoothed runs a chain over rows of log-likelihoods (nil: nothing seen) and returns every step's mass.
func smoothed(t *testing.T, g Grid, prior []float64, w *walk, logs [][]float64) (c *chain, logZ float64, mass [][]float64) {
	t.Helper()
	tab := newTable(len(logs))
	for i, row := range logs {
		if row != nil {
			tab.setLogs(i, row)
		}
	}
	walks := make([]*walk, len(logs))
	for i := range walks {
		walks[i] = w
	}
	c = newChain(g, len(logs), len(w.half))
	logZ, err := c.forward(prior, walks, evidence{tab}, 1)
	if err != nil {
		t.Fatal(err)
	}
	mass = make([][]float64, len(logs))
	c.backward(walks, evidence{tab}, 1, true, func(p pass) { mass[p.t] = append([]float64(nil), p.smoothed...) })
	return c, logZ, mass
}

// gaussian is the log density of y at each grid point.
func gaussian(g Grid, y, variance float64) []float64 {
	row := make([]float64, g.Points)
	for k := range row {
		d := y - g.at(k)
		row[k] = -d*d/(2*variance) - math.Log(2*math.Pi*variance)/2
	}
	return row
}

func moments(g Grid, mass []float64) (mean, variance float64) {
	for k, x := range mass {
		mean += x * g.at(k)
	}
	for k, x := range mass {
		variance += x * (g.at(k) - mean) * (g.at(k) - mean)
	}
	return mean, variance
}

func plus(a, b []float64) []float64 {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	sum := make([]float64, len(a))
	for k := range sum {
		sum[k] = a[k] + b[k]
	}
	return sum
}

func TestVectors(t *testing.T) {
	for name, run := range map[string]func(t *testing.T, name string){
		// Durbin and Koopman, Time Series Analysis by State Space Methods, ch. 2: the Nile's level, published variances.
		"A1_nile_local_level": vectorNile,
		// The same with two gaps of twenty years, as in the book's section on missing observations.
		"A1b_nile_missing": vectorNile,
		// Brute-force conditioning of a joint normal with two sensors of different error.
		"A4_two_sensor_fusion": vectorSensors,
		// Ordinal votes and cooperative shares on one latent, checked by two million importance draws.
		"A5_grid_filter_votes_plus_events": vectorVotesEvents,
		// Posterior means under published item parameters of the 69th session (Bailey, Strezhnev and Voeten).
		"A2_irt_eap_session69_important": vectorItems,
		// S, Cohen's kappa, Scott's pi (Haege 2011) and Benati and Capurri's A, computed by their own packages.
		"A3_similarity": vectorSimilarity,
		// The naive distance on the published axis of 2019, which must be refused.
		"A6_distance_degenerate": vectorAxis,
		// Thresholds from the world's margin on A/RES/ES-11/1.
		"A7_vote_margin_calibration": vectorMargin,
		// Scores of PLOVER's table 2.2, and why they are never summed.
		"A8_plover_goldstein": vectorIntensity,
	} {
		t.Run(name, func(t *testing.T) { run(t, name) })
	}
}
