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
	runs := min(e.s.Runs, max(50, 500_000/e.counts.Responses))
	for i, effect := range e.s.Effects {
		rng := stream(e.s.Seed, powerStream+uint64(i)<<8)
		seen := 0.0
		for range runs {
			if e.screen.count(p.draw(effect, rng)).P <= e.s.Alpha {
				seen++
			}
		}
		share := seen / float64(runs)
		out = append(out, PowerLine{effect, share, math.Sqrt(math.Max(share*(1-share), .25/float64(runs)) / float64(runs)), runs})
	}
	return out
}
