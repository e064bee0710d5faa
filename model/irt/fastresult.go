package irt

import (
	"math"
)

// result reads the approximation off, standardised unless told otherwise, with the sign that was asked for.
func (f *fast) result() *Result {
	if !f.o.Absolute {
		f.standardise()
	}
	f.orient()
	p, a := f.p, f.a
	r := p.newResult(f.o.Model)
	for i, c := range p.byTable() {
		m, sd := a.theta[c], math.Sqrt(a.thetaVar[c])
		pt := &r.Points[i]
		pt.Mean, pt.SD, pt.Q50 = m, sd, m
		pt.Q05, pt.Q10, pt.Q90, pt.Q95 = m-z95*sd, m-z90*sd, m+z90*sd, m+z95*sd
	}
	for j := range r.Items {
		it := &r.Items[j]
		it.Slope, it.SlopeSD = a.beta[j], math.Sqrt(a.betaVar[j])
		for k := p.cutOff[j]; k < p.cutOff[j+1]; k++ {
			it.Cuts = append(it.Cuts, a.cut[k])
			it.CutSD = append(it.CutSD, math.Sqrt(a.cutVar[k]))
			it.SlopeCut = append(it.SlopeCut, a.cutCov[k])
		}
	}
	if f.w.learn {
		r.WalkVar = f.walkVar
	}
	r.Run = Run{Method: "fast", Rounds: f.rounds, Converged: f.converged}
	return r
}

const (
	z90 = 1.2815515655446004 // the normal distribution's 90 % quantile
	z95 = 1.6448536269514722 // and its 95 % quantile
)

// orient makes the named units positive on average.
func (f *fast) orient() {
	if f.agreement() >= 0 {
		return
	}
	for c := range f.a.theta {
		f.a.theta[c] = -f.a.theta[c]
	}
	for j := range f.a.beta {
		f.a.beta[j] = -f.a.beta[j]
	}
	for k := range f.a.cutCov {
		f.a.cutCov[k] = -f.a.cutCov[k]
	}
}

// agreement is negative when the whole had better be mirrored: by the prior's means, or else the named units.
func (f *fast) agreement() (s float64) {
	if f.o.mirrored() {
		return f.p.sign(f.o.Positive, f.a.theta)
	}
	for c, b := range f.p.prev {
		if b < 0 {
			s += f.a.theta[c] * f.w.mean[c] / f.w.variance[c]
		}
	}
	return s
}

// sign is −1 when the units that should be positive are negative on average.
func (p *Problem) sign(positive []string, theta []float64) float64 {
	s := 0.0
	for _, name := range positive {
		for u, original := range p.unit {
			if p.table.Units[original] == name {
				for _, c := range p.path[p.pathOff[u]:p.pathOff[u+1]] {
					s += theta[c]
				}
			}
		}
	}
	if s < 0 {
		return -1
	}
	return 1
}
