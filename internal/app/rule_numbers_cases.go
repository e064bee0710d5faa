package app

import (
	"fmt"
	"slices"

	"orrery/model/coincide"
)

// ruleUnknown is what an unanswered trigger is where nobody declared what was searched.
const ruleUnknown = "triggers with no response among the known cases"

// figures are the counts of a run's cases, each of which opens to as many rows. They are counted here, and the rows made only when one is opened.
func (s *ruleSaid) figures() []ruleNumber {
	var out []ruleNumber
	add := func(name, label, how string, n int, rows func() []pointer) {
		out = append(out, ruleNumber{name: name, label: label, figure: true, shown: true, n: int64(n), text: countText(n), how: how, rows: rows})
	}
	triggers := func(name, label, how string, fates ...string) {
		keep := func(c coincide.TriggerCase) bool { return len(fates) == 0 || slices.Contains(fates, c.Fate) }
		add(name, label, how, howMany(s.res.Triggers, keep), func() []pointer { return s.triggers(keep) })
	}
	responses := func(name, label, how string, keep func(coincide.ResponseCase) bool) {
		add(name, label, how, howMany(s.res.Responses, keep), func() []pointer { return s.responses(keep) })
	}
	unanswered, why := "triggers whose window was searched in vain", "All of the window was searched and no response found."
	judged := "triggers that were answered, or whose window was searched in full"
	if s.res.Denominator == coincide.NoDenominator {
		unanswered, why = ruleUnknown, "Nobody declared which days were searched: absence of evidence, not evidence of absence."
		judged = "triggers with or without a known response"
	}
	triggers("triggers", "triggers", "What belongs to the trigger class, one for each dyad that it touches.")
	triggers("answered", "triggers with a response in their window, also a merged one", "A response fell in the window of the rule.", coincide.Answered)
	triggers("unanswered", unanswered, why, coincide.Unanswered)
	triggers("open", "triggers without a response so far, window not searched in full", "No response is known, and nobody looked on every day of the window: absence of evidence.", coincide.StillOpen)
	triggers("not-searched", "triggers without a known response, window never searched", "No response is known, and nobody looked: absence of evidence, not evidence of absence.", coincide.NotSearched)
	triggers("judged", judged, "The two add up to it: other triggers say nothing.", coincide.Answered, coincide.Unanswered)
	responses("responses", "responses", "What belongs to the response class, one for each dyad that it touches.", func(coincide.ResponseCase) bool { return true })
	responses("counted", "responses that count", "Responses on searched days, those within a week of a counted one of their dyad merged into it: n.", counts)
	responses("hits", "responses in a window, merged ones not counted", "Responses that fall in the window of a trigger, after merging: K.", isHit)
	responses("outside", "responses in no window", "Responses that no trigger precedes in time, after merging.", isOutside)
	responses("not-observed", "responses on days that nobody searched", "They are known by chance and count in nothing.",
		func(c coincide.ResponseCase) bool { return c.Into == "" && c.Fate == coincide.NotObserved })
	responses("merged", "responses merged into one a few days before", "Responses nearer than a week to a counted one of their dyad.", func(c coincide.ResponseCase) bool { return c.Into != "" })
	add("pairs", "pairs of a trigger and a response in its window", "One row a pair: the response, with its trigger in words.", len(s.res.Pairs), s.pairs)
	if more := s.res.MorePairs; more > 0 {
		pairs := &out[len(out)-1]
		pairs.n += int64(more)
		pairs.text, pairs.how = countText(int(pairs.n)), fmt.Sprintf("%s The run keeps the first %s; %s more have no row.", pairs.how, countText(len(s.res.Pairs)), countText(more))
	}
	return out
}

func howMany[C any](all []C, keep func(C) bool) int {
	n := 0
	for _, c := range all {
		if keep(c) {
			n++
		}
	}
	return n
}

func counts(c coincide.ResponseCase) bool    { return isHit(c) || isOutside(c) }
func isHit(c coincide.ResponseCase) bool     { return c.Into == "" && c.Fate == coincide.Hit }
func isOutside(c coincide.ResponseCase) bool { return c.Into == "" && c.Fate == coincide.Outside }

// triggers are the cases of triggers that are kept; nil keeps all.
func (s *ruleSaid) triggers(keep func(coincide.TriggerCase) bool) []pointer {
	out := []pointer{}
	for _, c := range s.res.Triggers {
		if keep != nil && !keep(c) {
			continue
		}
		words := "trigger, " + c.Dyad + ", " + c.Fate
		switch {
		case c.Fate == coincide.Answered:
			words += " after " + ruleCount(c.Lag, "day", "days")
		case c.Fate == coincide.Unanswered && s.res.Denominator == coincide.NoDenominator:
			words = "trigger, " + c.Dyad + ", no response known"
		}
		out = append(out, pointer{ref: caseRef(c.ID, s.rule.TriggersFrom), label: words})
	}
	return out
}

// responses are the cases of responses that are kept; nil keeps all.
func (s *ruleSaid) responses(keep func(coincide.ResponseCase) bool) []pointer {
	out := []pointer{}
	for _, c := range s.res.Responses {
		if keep != nil && !keep(c) {
			continue
		}
		out = append(out, s.response(c))
	}
	return out
}

func (s *ruleSaid) response(c coincide.ResponseCase) pointer {
	words := "response, " + c.Dyad + ", " + c.Fate
	if c.Into != "" {
		words = "response, " + c.Dyad + ", merged into " + eventOf(c.Into)
	}
	return pointer{ref: caseRef(c.ID, s.rule.ResponsesFrom), label: words}
}

// cases are all triggers and all responses that count.
func (s *ruleSaid) cases() []pointer { return append(s.triggers(nil), s.responses(counts)...) }

func (s *ruleSaid) pairs() []pointer {
	out := []pointer{}
	for _, p := range s.res.Pairs {
		out = append(out, pointer{ref: caseRef(p.Response, s.rule.ResponsesFrom), label: ruleCount(p.Lag, "day", "days") + " after " + eventOf(p.Trigger)})
	}
	return out
}

// named are cases of the data on which a placebo or a replication was run.
func (s *ruleSaid) named(name string) []pointer {
	out := []pointer{}
	for _, c := range s.stood.Groups[name] {
		set, words := s.rule.ResponsesFrom, "response"
		if c.Trigger {
			set, words = s.rule.TriggersFrom, "trigger"
		}
		out = append(out, pointer{ref: caseRef(c.ID, set), label: words + ", " + c.Dyad})
	}
	return out
}
