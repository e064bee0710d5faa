package coincide

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/optimize"
	"gonum.org/v1/gonum/stat/distuv"
)

// The guardrail of self-excitation, and a bound on its cost.
const (
	leastEvents = 50
	mostEvents  = 20_000
)

// HawkesFit is a fitted process beside two plain ones that it must beat.
type HawkesFit struct {
	Hawkes
	Branching     float64 `json:"branching"`
	LogLikelihood float64 `json:"log_likelihood"`
	Poisson       float64 `json:"log_likelihood_poisson"`   // the baseline alone, one parameter
	TwoRates      float64 `json:"log_likelihood_two_rates"` // the baseline with one change of rate, three parameters like the process
	ChangeAt      float64 `json:"change_at"`                // the time of that change
	Distance      float64 `json:"ks_distance"`              // of the rescaled gaps from the exponential
	P             float64 `json:"ks_p"`                     // by refits to simulated processes; 0 when already refused
	Refits        int     `json:"refits"`
	Attention     bool    `json:"attention"` // the baseline carries attention
	Verdict       Verdict `json:"verdict"`
}

// FitHawkes fits a self-exciting process by maximum likelihood to events at times t that ascend in [0, end], Alpha < Beta, and checks it by
// time rescaling with refits to simulated data (a fitted process fits its own data too well for the plain table). Under 50 events it is
// refused. It is not offered either when one change of rate or the baseline alone explains the events as well by AIC: a plain
// change of rate looks like strong self-excitation.
func FitHawkes(t []float64, end float64, b Baseline, refits int, rng *rand.Rand) (HawkesFit, error) {
	return fitHawkes(t, end, b, refits, rng, nil)
}

// fitHawkes is FitHawkes with somebody who may stop it; what it then returns is of no use.
func fitHawkes(t []float64, end float64, b Baseline, refits int, rng *rand.Rand, c *course) (HawkesFit, error) {
	if len(t) < leastEvents {
		return HawkesFit{Verdict: notOffered("%d events; %d are needed before self-excitation is spoken of", len(t), leastEvents)}, nil
	}
	if len(t) > mostEvents {
		return HawkesFit{Verdict: notOffered("%d events are more than the %d that are fitted", len(t), mostEvents)}, nil
	}
	past, err := newHistory(t, end, b)
	if err != nil {
		return HawkesFit{}, err
	}
	past.course = c
	f := HawkesFit{LogLikelihood: math.Inf(-1), Attention: len(b) > 0}
	if math.IsInf(past.poisson(), -1) {
		f.Verdict = notOffered("events lie where the baseline is 0")
		return f, nil
	}
	rate := float64(len(t)) / end
	for _, start := range []Hawkes{{.7 * rate, .3 * rate, rate}, {.3 * rate, .2 * rate, .3 * rate}, {.5 * rate, 2 * rate, 4 * rate}} {
		if h, log := past.fit(start); log > f.LogLikelihood {
			f.Hawkes, f.LogLikelihood = h, log
		}
	}
	f.Branching = f.Hawkes.Branching()
	f.Poisson = past.poisson()
	f.TwoRates, f.ChangeAt = past.twoRates()
	f.Distance = ksExponential(past.rescale(f.Hawkes))
	switch {
	case f.LogLikelihood-3 <= f.Poisson-1:
		f.Verdict = notOffered("the baseline alone explains the events as well (AIC %.1f against %.1f)", 2-2*f.Poisson, 6-2*f.LogLikelihood)
		return f, nil
	case f.LogLikelihood <= f.TwoRates:
		f.Verdict = notOffered("one change of rate explains the events better than self-excitation (AIC %.1f against %.1f)", 6-2*f.TwoRates, 6-2*f.LogLikelihood)
		return f, nil
	}
	f.Refits = refitted(refits, len(t))
	if f.P, err = f.bootstrap(past, b, rng); err != nil {
		return HawkesFit{}, err
	}
	if f.Verdict.OK = f.P > .05; !f.Verdict.OK {
		f.Verdict = notOffered("the rescaled gaps are not exponential (p %s), so the process is not the right one", small(f.P))
	}
	return f, nil
}

// refitted is how many simulated processes are refitted: fewer where there are very many events.
func refitted(refits, events int) int { return min(refits, max(19, 1_000_000/events)) }

// fit climbs from a start. The parameters are searched as log Mu, log Beta and the log odds of the branching ratio.
func (p *history) fit(start Hawkes) (Hawkes, float64) {
	of := func(x []float64) Hawkes {
		beta := math.Exp(x[1])
		return Hawkes{math.Exp(x[0]), beta / (1 + math.Exp(-x[2])), beta}
	}
	minus := func(x []float64) float64 {
		if !p.course.on(0) {
			return math.Inf(1) // the search ends at once, for nobody
		}
		for _, v := range x {
			if math.Abs(v) > 40 {
				return math.Inf(1)
			}
		}
		return -p.log(of(x))
	}
	x := []float64{math.Log(start.Mu), math.Log(start.Beta), math.Log(start.Branching() / (1 - start.Branching()))}
	best := minus(x)
	for range 3 { // a simplex that has shrunk is opened again
		r, err := optimize.Minimize(optimize.Problem{Func: minus}, x, &optimize.Settings{MajorIterations: 400,
			Converger: &optimize.FunctionConverge{Absolute: 1e-10, Iterations: 40}}, &optimize.NelderMead{})
		if r == nil || err != nil && r.X == nil || !(r.F < best-1e-9) {
			break
		}
		x, best = r.X, r.F
	}
	return of(x), -best
}

// poisson is the largest log-likelihood of the baseline alone.
func (p *history) poisson() float64 {
	n := len(p.t)
	sum := 0.0
	for _, g := range p.g {
		sum += math.Log(g)
	}
	return sum + segment(float64(n), p.G[n])
}

// segment is the largest log-likelihood of n events over exposure, without the baseline at the events.
func segment(n, exposure float64) float64 {
	if n == 0 {
		return 0
	}
	return n*math.Log(n/exposure) - n
}

// twoRates is the largest log-likelihood of the baseline with one change of rate, just before or just after an event.
func (p *history) twoRates() (log, at float64) {
	n, shape := len(p.t), 0.0
	for _, g := range p.g {
		shape += math.Log(g)
	}
	log = math.Inf(-1)
	for i, t := range p.t {
		for _, before := range []int{i, i + 1} {
			first, rest := p.G[i], p.G[n]-p.G[i]
			if first <= 0 || rest <= 0 {
				continue
			}
			if l := shape + segment(float64(before), first) + segment(float64(n-before), rest); l > log {
				log, at = l, t
			}
		}
	}
	return log, at
}

// bootstrap is the share of simulated processes whose refit lies as far from the exponential.
func (f HawkesFit) bootstrap(past *history, b Baseline, rng *rand.Rand) (float64, error) {
	far := 0
	for range f.Refits {
		if !past.course.on(refitSteps) {
			break
		}
		t := f.simulate(past.end, b, rng)
		if len(t) < 5 {
			continue
		}
		other, err := newHistory(t, past.end, b)
		if err != nil {
			return 0, err
		}
		other.course = past.course
		h, _ := other.fit(f.Hawkes)
		if ksExponential(other.rescale(h)) >= f.Distance {
			far++
		}
	}
	return float64(1+far) / float64(1+f.Refits), nil
}

// poissonDraw draws a count.
func poissonDraw(mean float64, rng *rand.Rand) int {
	if mean <= 0 {
		return 0
	}
	return int(distuv.Poisson{Lambda: mean, Src: rng}.Rand())
}
