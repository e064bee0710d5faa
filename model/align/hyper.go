package align

import (
	"cmp"
	"math"
	"slices"
)

// Hyper is one combination of hyper-parameters with its weight. Sharpness, Slope and Offset are zero where no channel
// of the dyad depends on them.
type Hyper struct {
	Drift       float64 // q, variance of the walk per year
	Sharpness   float64 // lambda
	Slope       float64 // b1
	Offset      float64 // b0, beyond the dyad's own average
	Weight      float64 // posterior; the weights of a run sum to one
	LogEvidence float64
}

// combo is a combination by the positions of its values in Settings.
type combo struct {
	drift, sharp, slope, offset int
	prior                       float64 // logarithm of the prior weight
	evidence                    float64
	weight                      float64
}

// combos lists every combination that can matter to what was seen.
func (s Settings) combos(sharp, events bool) []combo {
	one := []Weighted{{0, 1}}
	sharps, slopes, offsets := one, one, one
	if sharp {
		sharps = s.Sharpness
	}
	if events {
		slopes, offsets = s.Slope, s.Offset
	}
	var all []combo
	for i, d := range s.Drift {
		for j, l := range sharps {
			for k, b := range slopes {
				for m, o := range offsets {
					prior := math.Log(d.Weight/total(s.Drift)) + math.Log(l.Weight/total(sharps)) +
						math.Log(b.Weight/total(slopes)) + math.Log(o.Weight/total(offsets))
					all = append(all, combo{drift: i, sharp: j, slope: k, offset: m, prior: prior})
				}
			}
		}
	}
	return all
}

func total(list []Weighted) float64 {
	sum := 0.0
	for _, w := range list {
		sum += w.Weight
	}
	return sum
}

// weigh sets the weights of combinations from their priors and evidences and returns the logarithm of the evidence
// averaged over the prior.
func weigh(all []combo) float64 {
	top := math.Inf(-1)
	for _, c := range all {
		top = math.Max(top, c.prior+c.evidence)
	}
	sum := 0.0
	for i := range all {
		all[i].weight = math.Exp(all[i].prior + all[i].evidence - top)
		sum += all[i].weight
	}
	for i := range all {
		all[i].weight /= sum
	}
	return top + math.Log(sum)
}

// A combination below leastWeight of the posterior is not smoothed, and never more than mostCombos are: what is left out
// holds a few percent of the weight at most and moves no interval visibly.
const (
	leastWeight = .01
	mostCombos  = 12
)

// keep returns the combinations worth smoothing, heaviest first.
func keep(all []combo) []combo {
	kept := slices.Clone(all)
	slices.SortStableFunc(kept, func(a, b combo) int { return cmp.Compare(b.weight, a.weight) })
	n := 1
	for n < len(kept) && n < mostCombos && kept[n].weight >= leastWeight {
		n++
	}
	return kept[:n]
}
