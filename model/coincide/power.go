package coincide

import (
	"fmt"
	"math"
	"strings"
)

// PowerLine says how often a true rate ratio would be seen with these windows and as many responses in each stratum, before the
// fact: where the responses fell plays no part.
type PowerLine struct {
	Effect float64 `json:"effect"` // true rate ratio
	Text   string  `json:"text"`   // the line as a sentence
	Needed int     `json:"needed"` // triggers with which it would be seen in 80 % of cases, by the exact binomial test at as many responses a day; 0 when that cannot be told
	Power  float64 `json:"power"`  // share of simulated studies with a reported p of at most alpha
	SE     float64 `json:"se"`     // simulation error of it
	Runs   int     `json:"runs"`   // simulated studies, fewer where there are very many responses
}

// power simulates studies at each effect. The screen must hold the rule's windows and the study's own tally.
func (e *engine) power() []PowerLine {
	out := []PowerLine{}
	if !e.testing.OK {
		return out
	}
	e.counts = e.recount()
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
		out = append(out, PowerLine{Effect: effect, Power: share, SE: math.Sqrt(math.Max(share*(1-share), .25/float64(runs)) / float64(runs)), Runs: runs,
			Text: fmt.Sprintf("with these counts an effect of %g× would be seen in %.0f %% of cases", effect, 100*share), Needed: e.needed(effect)})
	}
	return out
}

// powerVerdict says whether power is told, and if not which counts it takes.
func (e *engine) powerVerdict() Verdict {
	t := e.cases.tally
	if e.testing.OK {
		return Verdict{OK: true}
	}
	if e.screen == nil {
		return e.testing
	}
	why := fmt.Sprintf("no test is made below %d triggers and %d responses; there are %d and %d", leastTriggers, leastResponses, t.Triggers, t.Responses)
	if t.Triggers >= leastTriggers && t.Responses >= leastResponses {
		why = "no test is made: " + e.testing.Why
	}
	var needed []string
	for _, effect := range e.s.Effects {
		if n := e.needed(effect); n > 0 {
			needed = append(needed, fmt.Sprintf("%s for an effect of %g×", amount(n, "trigger"), effect))
		}
	}
	if len(needed) > 0 {
		why += ". With as many responses a day it takes, to see it in 80 % of cases, some " + strings.Join(needed, ", ")
	}
	return Verdict{Text: TooFew, Why: why}
}

// needed is how many triggers show an effect in 80 % of cases, each window taken as answered or not, with as many responses a day as there
// were, wherever they fell. It is never below the guardrail.
func (e *engine) needed(effect float64) int {
	t, width := e.cases.tally, float64(e.hi-e.lo+1)
	if t.Days == 0 {
		return 0
	}
	year := 365 * float64(t.Responses)
	within := effect * year / (float64(t.Days-t.Covered) + effect*float64(t.Covered))
	n, _, err := Needed(WindowChance(year/float64(t.Days), width), WindowChance(within, width), e.s.Alpha, .8)
	if err != nil {
		return 0
	}
	return max(n, leastTriggers)
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
