package coincide

import "math"

// PowerLine says how often a true rate ratio would be seen with these windows and as many responses in each stratum, before the
// fact: where the responses fell plays no part.
type PowerLine struct {
	Effect float64 `json:"effect"` // true rate ratio
	Power  float64 `json:"power"`  // share of simulated studies with a reported p of at most alpha
	SE     float64 `json:"se"`     // simulation error of it
	Runs   int     `json:"runs"`   // simulated studies, fewer where there are very many responses
}

// power simulates studies at each effect. The screen must hold the rule's windows and the study's own tally.
func (e *engine) power() []PowerLine {
	out := []PowerLine{}
	if e.screen == nil || e.counts.Responses == 0 {
		return out
	}
	e.recount()
	p := newPlacer(e.screen)
	least := e.screen.leastHits(e.s.Alpha)
	runs := e.runs()
	for i, effect := range e.s.Effects {
		rng := stream(e.s.Seed, powerStream+uint64(i)<<8)
		seen := 0.0
		for range runs {
			if !e.course.on(1) {
				return out
			}
			at := p.draw(effect, rng)
			if e.screen.hits(at) >= least && e.screen.count(at).P <= e.s.Alpha {
				seen++
			}
		}
		share := seen / float64(runs)
		out = append(out, PowerLine{effect, share, math.Sqrt(math.Max(share*(1-share), .25/float64(runs)) / float64(runs)), runs})
	}
	return out
}

// runs is how many studies a line simulates.
func (e *engine) runs() int { return min(e.s.Runs, max(50, 500_000/max(e.counts.Responses, 1))) }

// leastHits is the least number of hits with a stratified p of at most alpha: with fewer there is no need to shift. The strata must be tallied.
func (s *Screener) leastHits(alpha float64) int {
	s.conv.load(s.strata)
	k := s.conv.lo + len(s.conv.sum)
	for k > 0 && s.conv.upper(k-1) <= alpha {
		k--
	}
	return k
}

// hits counts responses by number that lie in windows.
func (s *Screener) hits(at []int) int {
	n := 0
	for _, i := range at {
		if s.covered[i] {
			n++
		}
	}
	return n
}
