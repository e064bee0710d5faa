package coincide

import (
	"fmt"
	"math"
)

// RunLengths is what Online knew after each point.
type RunLengths struct {
	P           [][]float64 `json:"p"` // after t points (t = 1…), P[t-1][r] is the chance that the current run is r points long, r = 0…t
	LogEvidence float64     `json:"log_evidence"`
}

// Online follows the length of the current run of a series as its points come,
//
//	P(r+1, y_1..t) = P(r, y_1..t-1) pred(y_t | run) (1-h),   P(0, y_1..t) = sum over r of P(r, …) pred(y_t | run) h,
//
// with a constant chance h of a change and Student's predictive density of a normal-inverse-gamma prior. What is said of a day uses
// nothing after it. Time and memory grow with the square of the number of points (5,000 at most). Reference: Adams and MacKay 2007.
func Online(y []float64, p Prior, h float64) (RunLengths, error) {
	if err := p.check(); err != nil {
		return RunLengths{}, err
	}
	if len(y) == 0 || len(y) > 5000 || !(h > 0 && h < 1) {
		return RunLengths{}, fmt.Errorf("no run lengths from %d values with a chance of change of %g: give 1 to 5,000 values, a chance between 0 and 1", len(y), h)
	}
	out := RunLengths{P: make([][]float64, len(y))}
	runs, last := []Prior{p}, []float64{1}
	for t, v := range y {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return RunLengths{}, fmt.Errorf("value %d is not a number", t)
		}
		next, top := make([]float64, t+2), math.Inf(-1)
		logs := make([]float64, t+1)
		for r := range runs {
			logs[r] = math.Log(last[r]) + runs[r].predict(v)
			top = math.Max(top, logs[r])
		}
		total := 0.0
		for r := range runs {
			w := math.Exp(logs[r] - top)
			next[r+1] = w * (1 - h)
			next[0] += w * h
			total += w
		}
		for r := range next {
			next[r] /= total
		}
		out.LogEvidence += top + math.Log(total)
		out.P[t], last = next, next
		runs = append(runs, Prior{})
		for r := t; r >= 0; r-- {
			runs[r+1] = runs[r].update(v)
		}
		runs[0] = p
	}
	return out, nil
}

// predict is the log density of the next value.
func (p Prior) predict(y float64) float64 {
	df := 2 * p.Alpha
	scale := p.Beta * (p.Kappa + 1) / (p.Alpha * p.Kappa)
	g1, _ := math.Lgamma((df + 1) / 2)
	g2, _ := math.Lgamma(df / 2)
	return g1 - g2 - math.Log(df*math.Pi*scale)/2 - (df+1)/2*math.Log1p((y-p.Mean)*(y-p.Mean)/(df*scale))
}

// update is the prior after one more value.
func (p Prior) update(y float64) Prior {
	d := y - p.Mean
	return Prior{(p.Kappa*p.Mean + y) / (p.Kappa + 1), p.Kappa + 1, p.Alpha + .5, p.Beta + p.Kappa*d*d/(2*(p.Kappa+1))}
}

// Likeliest is the likeliest length of the run after t points.
func (r RunLengths) Likeliest(t int) int {
	best := 0
	for i, p := range r.P[t-1] {
		if p > r.P[t-1][best] {
			best = i
		}
	}
	return best
}

// AtMost is the chance that the run after t points is no longer than a length.
func (r RunLengths) AtMost(t, length int) float64 {
	sum := 0.0
	for i := 0; i <= min(length, t); i++ {
		sum += r.P[t-1][i]
	}
	return sum
}
