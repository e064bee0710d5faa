package app

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"orrery/ledger"
	"orrery/model/coincide"
)

// noSearch is why the casebook gives no base rate.
const noSearch = "No base rate: the ledger's cases were found by looking for known ones, so nobody knows on how many days nothing happened. Days that somebody searched, " +
	"declared in the rule under \"searched\", would give one."

// ruleRun tells a run.
func (r *reading) ruleRun(rule *ledger.Rule, view RuleView, s *ruleStudy, kept ruleKept) (RuleRun, error) {
	res := kept.result
	v := RuleRun{Rule: view, Sentence: Sentence{{Text: res.Sentence}}, Numbers: []RuleNumber{}, Denominator: noSearch, Searched: []RuleSearched{}, Dropped: []RuleDrop{}, Events: []RuleEvent{}, Result: res,
		Receipt: RuleReceipt{Ref: kept.rec.Ref(), At: stamp(kept.rec.At), Version: kept.run.CodeVersion, Code: res.Version, Seed: kept.run.Seed, DataHash: kept.hash, DataAsOf: kept.run.DataAsOf.String()}}
	if res.Denominator == coincide.Searched {
		v.Denominator = "Base rate from the days that the rule's search log declares as searched. Nobody has checked the log: it is as good as the search."
	}
	for _, l := range rule.Searched {
		v.Searched = append(v.Searched, RuleSearched{By: l.By, Where: l.Where, From: l.From.String(), To: l.To.String(), States: append([]string{}, l.States...)})
	}
	runs, err := r.ruleRuns()
	if err != nil {
		return v, err
	}
	v.Family = RuleFamily{Run: s.Family.Run}
	for _, ran := range runs {
		if ran.settings.RuleHash == rule.Hash {
			v.Family.Looks++
		}
	}
	v.Family.Text = fmt.Sprintf("%d different %s ever run in this ledger, this one included; this one was looked at %d %s", v.Family.Run, plural(v.Family.Run, "rule was", "rules were"),
		v.Family.Looks, plural(v.Family.Looks, "time", "times"))
	v.Figures = ruleFigures(rule.Slug, kept.rec.Key, res)
	for _, why := range slices.Sorted(maps.Keys(s.drops)) {
		v.Dropped = append(v.Dropped, RuleDrop{Why: why, Refs: s.drops[why], Trace: traceID("rule-drop", rule.Slug, why)})
	}
	for key, row := range s.events {
		v.Events = append(v.Events, RuleEvent{Key: key, When: row.Noun.When.String(), Summary: row.Noun.Summary, Trace: recordTrace(row.Ref())})
	}
	slices.SortFunc(v.Events, func(a, b RuleEvent) int { return cmp.Compare(a.Key, b.Key) })
	if row, err := r.rule(view.Slug); err == nil && view.Registered != "" { // the run just made stands among its runs
		fresh, err := r.ruleView(row)
		if err != nil {
			return v, err
		}
		v.Rule.Runs = fresh.Runs
	}
	return v, nil
}

// ruleFigure is a count of a run's cases: which of them, in words.
type ruleFigure struct {
	name, label, rule string
	of                func(*coincide.Result) []pointer
}

// ruleUnknown is what an unanswered trigger is where nobody declared what was searched.
const ruleUnknown = "triggers with no response among the known cases"

// ruleFigureList are the figures of a run, each of which opens to its events.
func ruleFigureList() []ruleFigure {
	triggers := func(fates ...string) func(*coincide.Result) []pointer {
		return func(res *coincide.Result) []pointer {
			out := []pointer{}
			for _, c := range res.Triggers {
				if len(fates) == 0 || slices.Contains(fates, c.Fate) {
					words := c.Dyad + ", " + c.Fate
					if c.Fate == coincide.Answered {
						words += fmt.Sprintf(" after %d %s", c.Lag, plural(c.Lag, "day", "days"))
					}
					out = append(out, pointer{ref: "event:" + eventOf(c.ID), label: words})
				}
			}
			return out
		}
	}
	responses := func(keep func(coincide.ResponseCase) bool) func(*coincide.Result) []pointer {
		return func(res *coincide.Result) []pointer {
			out := []pointer{}
			for _, c := range res.Responses {
				if keep(c) {
					words := c.Dyad + ", " + c.Fate
					if c.Into != "" {
						words = c.Dyad + ", merged into " + eventOf(c.Into)
					}
					out = append(out, pointer{ref: "event:" + eventOf(c.ID), label: words})
				}
			}
			return out
		}
	}
	counted := func(fate string) func(coincide.ResponseCase) bool {
		return func(c coincide.ResponseCase) bool { return c.Into == "" && c.Fate == fate }
	}
	return []ruleFigure{
		{"triggers", "triggers", "Events of the trigger class, one for each dyad that they touch.", triggers()},
		{"answered", "triggers with a response in their window", "A response fell in the window of the rule.", triggers(coincide.Answered)},
		{"unanswered", "triggers whose window was searched in vain", "All of the window was searched and no response found.", triggers(coincide.Unanswered)},
		{"open", "triggers without a response so far, window not searched in full", "No response is known, and nobody looked on every day of the window: absence of evidence.", triggers(coincide.StillOpen)},
		{"not-searched", "triggers without a known response, window never searched", "No response is known, and nobody looked: absence of evidence, not evidence of absence.", triggers(coincide.NotSearched)},
		{"responses", "responses", "Events of the response class, one for each dyad that they touch.", responses(func(coincide.ResponseCase) bool { return true })},
		{"hits", "responses in a window", "Responses that fall in the window of a trigger, after merging.", responses(counted(coincide.Hit))},
		{"outside", "responses in no window", "Responses that no trigger precedes in time.", responses(counted(coincide.Outside))},
		{"not-observed", "responses on days that nobody searched", "They are known by chance and count in nothing.", responses(counted(coincide.NotObserved))},
		{"merged", "responses merged into one a few days before", "Responses nearer than a week to a counted one of their dyad.", responses(func(c coincide.ResponseCase) bool { return c.Into != "" })},
		{"pairs", "pairs of a trigger and a response in its window", "One row a pair: the response, with its trigger in words.", pairsOf},
	}
}

func pairsOf(res *coincide.Result) []pointer {
	out := []pointer{}
	for _, p := range res.Pairs {
		out = append(out, pointer{ref: "event:" + eventOf(p.Response), label: fmt.Sprintf("%d %s after %s", p.Lag, plural(p.Lag, "day", "days"), eventOf(p.Trigger))})
	}
	return out
}

func ruleFigures(slug, run string, res *coincide.Result) []Figure {
	out := []Figure{}
	for _, f := range ruleFigureList() {
		if f.name == "unanswered" && res.Denominator == coincide.NoDenominator {
			f.label = ruleUnknown
		}
		out = append(out, Figure{Name: f.name, Label: f.label, N: int64(len(f.of(res))), Trace: traceID("rule", slug, run, f.name)})
	}
	return out
}
