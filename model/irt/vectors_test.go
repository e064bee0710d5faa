package irt

import (
	"math"
	"strconv"
	"testing"

	"orrery/internal/testkit"
)

// A4: a random walk seen by two sensors; the answer is brute-force conditioning of the joint normal distribution.
func TestPathSolverTwoSensors(t *testing.T) {
	var v struct {
		Q     float64            `json:"Q"`
		HTone float64            `json:"H_tone"`
		HVote float64            `json:"H_vote"`
		Tone  []*float64         `json:"tone"`
		Vote  map[string]float64 `json:"vote"`
		Mean  []float64          `json:"smoothed_mean"`
		Var   []float64          `json:"smoothed_var"`
	}
	testkit.Vector(t, "A4_two_sensor_fusion", &v)
	n := len(v.Tone)
	s := newChainSolver(n)
	x, variance, cov := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range n {
		prior := 1 / v.Q
		if i == 0 {
			prior = 1
		} else {
			s.off[i] = -prior
			s.diag[i-1] += prior
		}
		s.diag[i] = prior
		if v.Tone[i] != nil {
			s.diag[i] += 1 / v.HTone
			x[i] += *v.Tone[i] / v.HTone
		}
	}
	for month, value := range map[int]float64{9: v.Vote["9"], 21: v.Vote["21"]} {
		s.diag[month] += 1 / v.HVote
		x[month] += value / v.HVote
	}
	s.factor(n)
	s.solve(n, x)
	s.variances(n, variance, cov)
	for i := range n {
		if math.Abs(x[i]-v.Mean[i]) > 1e-6*math.Abs(v.Mean[i]) || math.Abs(variance[i]-v.Var[i]) > 1e-6*v.Var[i] {
			t.Errorf("month %d: %.10g, %.10g; want %.10g, %.10g", i, x[i], variance[i], v.Mean[i], v.Var[i])
		}
	}
}

// A2: positions of states in session 69 given published item parameters, by a grid. The kernel must give the same.
func TestCellKernelOnPublishedItems(t *testing.T) {
	var v struct {
		PriorVar float64 `json:"prior_var"`
		Items    []struct {
			Rcid         int
			Beta, G1, G2 float64
		}
		Countries map[string]struct {
			PriorMean float64        `json:"prior_mean"`
			Votes     map[string]int `json:"votes"`
			EAP       float64        `json:"expect_eap"`
			SD        float64        `json:"expect_sd"`
		}
	}
	testkit.Vector(t, "A2_irt_eap_session69_important", &v)
	tab := newNormal()
	for name, c := range v.Countries {
		var sum, first, second, top float64
		logs := make([]float64, 4001)
		top = math.Inf(-1)
		for i := range logs {
			x := -5 + float64(i)/400
			l := -(x - c.PriorMean) * (x - c.PriorMean) / (2 * v.PriorVar)
			for _, it := range v.Items {
				e := it.Beta * x
				switch c.Votes[strconv.Itoa(it.Rcid)] {
				case 1:
					p, _ := tab.lower(it.G1 - e)
					l += p
				case 2:
					p, _, _ := tab.between(it.G1-e, it.G2-e)
					l += math.Log(p)
				case 3:
					p, _ := tab.lower(e - it.G2)
					l += p
				}
			}
			logs[i] = l
			top = math.Max(top, l)
		}
		for i, l := range logs {
			x, w := -5+float64(i)/400, math.Exp(l-top)
			sum, first, second = sum+w, first+w*x, second+w*x*x
		}
		mean := first / sum
		sd := math.Sqrt(second/sum - mean*mean)
		if math.Abs(mean-c.EAP) > 1e-3 || math.Abs(sd-c.SD) > 1e-3 {
			t.Errorf("%s: %.4f ± %.4f, want %.4f ± %.4f", name, mean, sd, c.EAP, c.SD)
		}
	}
}
