package app

import (
	"fmt"
	"slices"
	"strings"

	"orrery/ledger"
	"orrery/model/coincide"
)

// What is said of a denominator where responses are events of the ledger.
const (
	ruleNoLog = "No base rate: the ledger's cases were found by looking for known ones, so nobody knows on how many days nothing happened. Days that somebody searched, " +
		"declared in the rule under \"searched\", or a set of reports that is complete (responses_from) would give one."
	ruleLog = "Base rate from the days that the rule's search log declares as searched. Nobody has checked the log: it is as good as the search."
)

// kind is how the days without a response are known, where they are.
func (g *ruleGather) kind() coincide.Denominator {
	if g.response.set == "" {
		return coincide.Searched
	}
	return coincide.Denominator(g.sets[g.response.set].Denominator)
}

// observed are the days of a time on which a response towards a state would be known. Where the triggers come from a set that says on which days it is
// complete, only those: on others a trigger may be missing, and its window with it.
func (g *ruleGather) observed(state string, days ruleDays) []coincide.Span {
	var out []coincide.Span
	if g.response.set == "" {
		out = g.searched(state, days)
	} else {
		out = g.covered(g.response.set, state, days)
	}
	if set := g.trigger.set; set == "" || g.sets[set].Denominator == "" {
		return out
	}
	var both []coincide.Span
	for _, a := range out {
		for _, b := range g.covered(g.trigger.set, state, days) {
			if s := (coincide.Span{First: max(a.First, b.First), Last: min(a.Last, b.Last)}); s.First <= s.Last {
				both = append(both, s)
			}
		}
	}
	return both
}

// searched are the days of a time on which somebody looked for responses towards a state.
func (g *ruleGather) searched(state string, days ruleDays) []coincide.Span {
	var out []coincide.Span
	for _, s := range g.rule.Searched {
		if len(s.States) > 0 && !slices.Contains(s.States, state) {
			continue
		}
		first, _ := s.From.Span()
		_, last := s.To.Span()
		if first, last = max(first, days.first), min(last, days.last); first <= last {
			out = append(out, spanOf(first, last))
		}
	}
	return out
}

// covered are the days of a time on which a set is complete for a state.
func (g *ruleGather) covered(set, state string, days ruleDays) []coincide.Span {
	var out []coincide.Span
	if g.sets[set].Denominator == "" {
		return out
	}
	for _, s := range g.sets[set].of(state) {
		if first, last := max(s.First, days.first), min(s.Last, days.last); first <= last {
			out = append(out, spanOf(first, last))
		}
	}
	return out
}

// others are the responses towards states that did not trigger, a placebo, each on the days on which a response towards it would be known: states
// that have such days, or any of the region where nobody says.
func (g *ruleGather) others(states []string) []coincide.Group {
	candidates := append(slices.Clone(states), g.watchedStates()...)
	slices.Sort(candidates)
	open := g.response.set == "" && len(g.rule.Searched) == 0 || g.response.set != "" && g.sets[g.response.set].Denominator == ""
	out := []coincide.Group{}
	for _, state := range slices.Compact(candidates) {
		quiet := state != g.rule.Hub && len(g.sightings(g.trigger, []string{state}, g.own)) == 0
		if days := g.observed(state, g.own); quiet && (open || len(days) > 0) {
			out = append(out, coincide.Group{Name: g.name(state), Responses: g.sightings(g.response, []string{state}, g.own), Observed: days})
		}
	}
	return out
}

// watchedStates are the states beside the rule's towards which responses may be known: those that the search log or the set of the responses
// names, and the region's where neither names any.
func (g *ruleGather) watchedStates() []string {
	var out []string
	if g.response.set == "" {
		for _, s := range g.rule.Searched {
			out = append(out, s.States...)
		}
		if len(g.rule.Searched) == 0 {
			out = append(out, g.region.States...)
		}
		return out
	}
	set := g.sets[g.response.set]
	everybody := set.Denominator == ""
	for _, s := range set.Spans {
		everybody = everybody || len(s.States) == 0
		out = append(out, s.States...)
	}
	if everybody {
		out = append(out, g.region.States...)
	}
	return out
}

// denominator says how the days without a response are known.
func (g *ruleGather) denominator(states []string, all coincide.Replication) {
	defer g.noteTriggers()
	set := g.response.set
	if set == "" {
		if g.out.words = ruleNoLog; len(g.rule.Searched) > 0 {
			g.out.words = ruleLog
		}
		if len(g.rule.Searched) > 0 && len(all.Observed) == 0 {
			g.out.words = "No base rate: none of the days that the rule's search log declares as searched is a day of the rule on which its triggers are known."
		}
		return
	}
	c := g.sets[set]
	switch {
	case c.Denominator == "":
		g.out.words = "No base rate from " + set + ". " + c.Why
		return
	case len(all.Observed) == 0:
		g.out.words = fmt.Sprintf("No base rate: %s is complete on none of the rule's days for %s. %s", set, strings.Join(states, ", "), c.Why)
		return
	}
	var without []string
	for _, state := range states {
		if len(g.observed(state, g.own)) == 0 {
			without = append(without, g.name(state))
		}
	}
	g.out.words = fmt.Sprintf("Base rate from %s, %s. %s", set, observedWords(all.Observed), c.Why)
	if len(without) > 0 {
		g.out.notes = append(g.out.notes, fmt.Sprintf("%s is complete on no day of the rule for %s: what is known of them counts in nothing.", set, strings.Join(without, ", ")))
	}
}

// noteTriggers says what it means that steps come from a set.
func (g *ruleGather) noteTriggers() {
	set := g.trigger.set
	switch {
	case set == "" || set == g.response.set:
	case g.sets[set].Denominator == "":
		g.out.notes = append(g.out.notes, fmt.Sprintf("The triggers come from %s, which does not say on which days it is complete: a trigger that it lacks has no window. "+
			"If its triggers were chosen because they were answered, the answer is worth nothing.", set))
	default:
		g.out.notes = append(g.out.notes, fmt.Sprintf("Only days on which %s, from which the triggers come, is complete are counted.", set))
	}
}

// ownStates are the states of a rule, of what it is tried again on and of its placebo, rising.
func (g *ruleGather) ownStates(again []string) []string {
	out := slices.Concat(g.ruleStates(g.rule), again, g.watchedStates())
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(s string) bool { return s == g.rule.Hub || s == "" })
}

// within widens days by the most that a report's day may be off, and keeps them among those of a set.
func (d ruleDays) within(c reportCoverage) (from, to ledger.Day) {
	const off = int64(widestDate/2 + 1)
	from = ledger.Day(max(int64(d.first)-off, int64(c.ReportSet.First)))
	to = ledger.Day(min(int64(d.last)+off, int64(c.ReportSet.Last)))
	return from, to
}
