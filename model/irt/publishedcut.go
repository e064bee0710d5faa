package irt

import "math"

// cowlesStep is the published standard deviation of a cutpoint's proposal.
const cowlesStep = .2 / 3

// propose draws new cutpoints as published: from the lowest, each from a normal distribution around its old value
// between the new one below and the old one above. It returns the published correction, which leaves out a factor: that
// is exactly as if narrow gaps had the prior Φ(gap/cowlesStep).
func propose(cut, trial []float64, r *stream) (correction float64) {
	for k, g := range cut {
		lo, hi := -float64(cutBound), float64(cutBound)
		if k > 0 {
			lo = trial[k-1]
		}
		if k+1 < len(cut) {
			hi = cut[k+1]
		}
		trial[k] = r.truncated(g, cowlesStep, lo, hi)
		if k > 0 {
			correction += logPhi((g-trial[k-1])/cowlesStep) - logPhi((trial[k]-cut[k-1])/cowlesStep)
		}
	}
	return correction
}

// truncated is a normal number within (lo, hi), lo < hi, by the inverse of its distribution function.
func (s *stream) truncated(mean, sd, lo, hi float64) float64 {
	a, b := phi((lo-mean)/sd), phi((hi-mean)/sd)
	u := math.Max(1e-15, math.Min(1-1e-15, a+(b-a)*s.uniform()))
	return math.Max(lo, math.Min(hi, mean+sd*quantile(u)))
}
