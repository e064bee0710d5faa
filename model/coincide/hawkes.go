package coincide

import (
	"fmt"
	"math"
	"slices"
)

// Hawkes is a process in which every event raises the rate of the next ones,
//
//	lambda(t) = Mu g(t) + sum over t_i < t of Alpha exp(-Beta (t - t_i)),
//
// with g the baseline's shape. Alpha/Beta, the branching ratio, is the number of events that one event brings directly.
// References: Hawkes 1971, Ogata 1981.
type Hawkes struct {
	Mu    float64 `json:"mu"`    // events a unit of time where g = 1
	Alpha float64 `json:"alpha"` // rise of the rate after an event
	Beta  float64 `json:"beta"`  // 1 / mean time of the rise
}

// Branching is Alpha/Beta.
func (h Hawkes) Branching() float64 { return h.Alpha / h.Beta }

// Baseline is the shape g of the rate without self-excitation: constant on steps of one unit of time, such as the attention of a
// day over its mean. Nil is 1 throughout.
type Baseline []float64

// at is g(t); beyond the last step it stays.
func (b Baseline) at(t float64) float64 {
	if len(b) == 0 {
		return 1
	}
	return b[min(max(int(t), 0), len(b)-1)]
}

// cumulative returns the integrals of g from 0 to times that ascend.
func (b Baseline) cumulative(times []float64) []float64 {
	out := make([]float64, len(times))
	if len(b) == 0 {
		copy(out, times)
		return out
	}
	done, day := 0.0, 0 // integral up to the start of a step
	for i, t := range times {
		for day < len(b)-1 && t >= float64(day+1) {
			done += b[day]
			day++
		}
		out[i] = done + (t-float64(day))*b[day]
	}
	return out
}

// history is events with what of the likelihood does not depend on the parameters.
type history struct {
	t   []float64
	end float64
	g   []float64 // baseline at the events
	G   []float64 // its integral up to each event, and to the end

	course *course // who may stop a fit
}

func newHistory(t []float64, end float64, b Baseline) (*history, error) {
	if !slices.IsSorted(t) || len(t) > 0 && (t[0] < 0 || t[len(t)-1] > end) || !(end > 0) {
		return nil, fmt.Errorf("event times must ascend from 0 to the end of watching, %g", end)
	}
	for i, g := range b {
		if !(g >= 0) || math.IsInf(g, 0) {
			return nil, fmt.Errorf("the baseline is %g in step %d: give values of 0 or more", g, i)
		}
	}
	h := &history{t: t, end: end, G: b.cumulative(append(slices.Clone(t), end))}
	for _, x := range t {
		h.g = append(h.g, b.at(x))
	}
	return h, nil
}

// LogLikelihood is
//
//	sum log lambda(t_i) - Mu G(end) - Alpha/Beta sum (1 - exp(-Beta (end - t_i)))
//
// for events at times t that ascend in [0, end]; R_i = exp(-Beta (t_i - t_{i-1})) (1 + R_{i-1}) carries the excitation. It may be asked
// for any number of events; FitHawkes may not.
func (h Hawkes) LogLikelihood(t []float64, end float64, b Baseline) (float64, error) {
	past, err := newHistory(t, end, b)
	if err != nil {
		return 0, err
	}
	if !(h.Mu > 0) || !(h.Alpha >= 0) || !(h.Beta > 0) {
		return 0, fmt.Errorf("a process with %+v does not exist: Mu and Beta must be above 0, Alpha not below", h)
	}
	return past.log(h), nil
}

func (p *history) log(h Hawkes) float64 {
	sum, r, kept := -h.Mu*p.G[len(p.t)], 0.0, 0.0
	product := 1.0 // of rates, while it can be held: one logarithm then serves many events
	for i, t := range p.t {
		if i > 0 {
			r = math.Exp(-h.Beta*(t-p.t[i-1])) * (1 + r)
		}
		if product *= h.Mu*p.g[i] + h.Alpha*r; product < 1e-100 || product > 1e100 {
			sum += math.Log(product)
			product = 1
		}
	}
	sum += math.Log(product)
	if n := len(p.t); n > 0 { // sum of exp(-beta (end - t_i)) is the excitation that is left at the end
		kept = math.Exp(-h.Beta*(p.end-p.t[n-1])) * (1 + r)
	}
	return sum - h.Branching()*(float64(len(p.t))-kept)
}

// Rescaled turns the gaps between events into gaps that are standard exponential when the process is right: differences of
// Lambda(t_i), the first from 0. Reference: Brown et al. 2002.
func (h Hawkes) Rescaled(t []float64, end float64, b Baseline) ([]float64, error) {
	past, err := newHistory(t, end, b)
	if err != nil {
		return nil, err
	}
	return past.rescale(h), nil
}

func (p *history) rescale(h Hawkes) []float64 {
	gaps := make([]float64, len(p.t))
	r, before := 0.0, 0.0
	for i, t := range p.t {
		gaps[i] = h.Mu * (p.G[i] - before)
		before = p.G[i]
		if i > 0 {
			fade := math.Exp(-h.Beta * (t - p.t[i-1]))
			gaps[i] += h.Branching() * (1 + r) * (1 - fade)
			r = fade * (1 + r)
		}
	}
	return gaps
}
