package coincide

import (
	"math/rand/v2"
	"slices"
)

// placer draws responses under a given rate ratio, as many in each stratum as the study has.
type placer struct {
	strata []Stratum
	days   [][2][]int // of each stratum: other days and covered days, by number
	at     []int
}

func newPlacer(s *Screener) *placer {
	p := &placer{strata: slices.Clone(s.strata), days: make([][2][]int, len(s.strata))}
	for i, in := range s.covered {
		side := 0
		if in {
			side = 1
		}
		p.days[s.f.stratum[i]][side] = append(p.days[s.f.stratum[i]][side], i)
	}
	return p
}

// draw puts each response on a covered day with odds effect times those of the days left, never two on one day.
func (p *placer) draw(effect float64, rng *rand.Rand) []int {
	p.at = p.at[:0]
	for i, s := range p.strata {
		taken := [2]int{}
		for range s.N {
			in, out := effect*float64(len(p.days[i][1])-taken[1]), float64(len(p.days[i][0])-taken[0])
			side := 0
			if rng.Float64()*(in+out) < in {
				side = 1
			}
			list := p.days[i][side]
			j := taken[side] + rng.IntN(len(list)-taken[side])
			list[taken[side]], list[j] = list[j], list[taken[side]]
			p.at = append(p.at, list[taken[side]])
			taken[side]++
		}
	}
	slices.Sort(p.at)
	return p.at
}
