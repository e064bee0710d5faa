package coincide

import (
	"fmt"
	"math"
	"strings"
)

// advise says what would change the answer, first what is missing, then what it hangs on.
func (e *engine) advise(r *Result) []Advice {
	out := []Advice{}
	say := func(code, format string, a ...any) { out = append(out, Advice{code, fmt.Sprintf(format, a...)}) }
	t := r.Tally
	if e.screen == nil {
		say("denominator", "Declare the days that were searched for responses, found or not, or load a register or data set that records all of them.")
	}
	var more []string
	if n := leastTriggers - t.Triggers; n > 0 {
		more = append(more, amount(n, "trigger"))
	}
	if n := leastResponses - t.Responses; n > 0 {
		more = append(more, amount(n, "response"))
	}
	if len(more) > 0 {
		say("enough", "%s more, at least, before a p-value is shown.", strings.Join(more, " and "))
	}
	if r.Exploratory != "" {
		say("registered", "Register the rule as it is and run it on days after its registration.")
	}
	if e.testing.OK {
		e.adviseHits(say, t)
	}
	if r.Ratio.Verdict.OK && r.Ratio.Lower <= leastRatio {
		say("rate ratio", "The rate ratio must be above %.1f for sure; it may be as low as %.2f.", leastRatio, float64(r.Ratio.Lower))
	}
	for _, c := range r.Conditions {
		if placebo := c.Code == NegativeLags || c.Code == OtherStates || c.Code == UnrelatedClass; placebo && !c.OK && e.screen != nil {
			say("placebo", "Placebo %s: %s.", c.Code, c.Text)
		}
		if !c.OK && c.Code == "replication" && r.Label == Unconfirmed {
			say("replication", "Run the same rule on a second state or on days that this study does not hold.")
		}
	}
	if t.Open+t.NotSearched > 0 {
		say("search", "Search the windows of %s that were not searched, or not to their end.", amount(t.Open+t.NotSearched, "trigger"))
	}
	if d := r.Dates; d.Least != nil && d.Least.P != nil {
		say("dates", "%s known only roughly: p is %s on the least and %s on the most favourable days.", amount(d.Uncertain, "day"), small(*d.Least.P), small(*d.Most.P))
	} else if d.Uncertain > 0 {
		say("dates", "%s known only roughly.", amount(d.Uncertain, "day"))
	}
	if s := r.Swing; s != nil && s.All != "" {
		say("source", "All %s rest on %s alone: a second source would be needed to tell.", s.All, s.Source)
	} else if s != nil && s.Label != r.Label {
		say("source", "Without %s the answer is: %s.", s.Source, s.Label)
	}
	return out
}

// adviseHits tells how far the hits are from the boundary, and how many triggers a test needs.
func (e *engine) adviseHits(say func(code, format string, a ...any), t Tally) {
	e.counts = e.recount()
	need, ok := e.screen.needed(e.counts, e.s.Alpha)
	switch {
	case !ok:
		say("hits", "No number of hits among these %s would give a p of %s: the windows cover too much.", amount(t.Responses, "response"), small(e.s.Alpha))
	case need > t.Hits:
		say("hits", "With the same windows p would be %s from %s on; there are %d.", small(e.s.Alpha), amount(need, "hit"), t.Hits)
	default:
		say("hits", "p would be above %s with fewer than %s; there are %d.", small(e.s.Alpha), amount(need, "hit"), t.Hits)
	}
	outside := float64(t.Days - t.Covered)
	if need <= t.Hits || outside <= 0 || t.Answered+t.Unanswered == 0 {
		return
	}
	p0 := WindowChance(365*float64(t.Responses-t.Hits)/outside, float64(e.hi-e.lo+1))
	p1 := float64(t.Answered) / float64(t.Answered+t.Unanswered)
	if n, _, err := Needed(p0, math.Min(p1, .999), e.s.Alpha, .8); err == nil && n > t.Triggers {
		say("triggers", "If the share of answered triggers is truly %.0f %%, and %.0f %% would be luck, some %s are needed to tell with a power of 80 %%.",
			100*p1, 100*p0, amount(n, "trigger"))
	}
}

// needed is the least number of hits with a reported p of at most alpha, for the windows, responses and strata of the last count.
func (s *Screener) needed(c Counts, alpha float64) (int, bool) {
	most := 0
	for _, t := range s.strata {
		most += min(t.N, t.Covered)
	}
	shifted := s.shift.hits(s.f.lines, s.runs, s.at, s.least)
	straight, ahead := s.straightHits(c.Responses)
	s.conv.load(s.strata)
	k := most + 1
	for ; k > 0; k-- {
		if tooMany(shifted, k-1, c.Shifts, alpha) || tooMany(straight, k-1, ahead, alpha) || s.conv.upper(k-1) > alpha ||
			s.roll != nil && s.roll.conv.upper(k-1) > alpha {
			break
		}
	}
	return k, k <= most
}

// tooMany says whether k hits or more come under more than a share alpha of the shifts, given how many shifts have each number of hits.
func tooMany(shifted []int, k, shifts int, alpha float64) bool {
	many := 0
	for _, n := range shifted[min(k, len(shifted)):] {
		many += n
	}
	return float64(1+many) > alpha*float64(1+shifts)
}

// straightHits counts the straight shifts by the largest number of hits whose share they reach.
func (s *Screener) straightHits(n int) (shifted []int, shifts int) {
	shifted = make([]int, n+1)
	s.ahead.count(s.f, s.runs, s.at)
	for k, m := range s.ahead.shifts(s.f, s.least, n) {
		shifts++
		shifted[min(k*n/m, n)]++
	}
	return shifted, shifts
}

// hits counts the shifts by their number of hits.
func (c *shifter) hits(lines []run, runs []run, at []int, least int) []int {
	c.p(lines, runs, at, least)
	days := longest(lines)
	out := make([]int, len(at)+1)
	hits := int32(0)
	for s := range days {
		if hits += c.step[s]; s >= least && s <= days-least {
			out[hits]++
		}
	}
	return out
}
