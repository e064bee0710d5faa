package app

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"orrery/casebook"
	"orrery/ledger"
	"orrery/model/coincide"
)

// noSearch is why the casebook gives no base rate.
const noSearch = "No base rate: the ledger's cases were found by looking for known ones, so nobody knows on how many days nothing happened. Days that somebody searched, " +
	"declared in the rule under \"searched\", would give one."

// mostEvents is how many events of a run are told in words; its result holds all.
const mostEvents = 5000

// ruleRun tells a run that is kept. view is the rule as it is now, runs are all of the ledger.
func (r *reading) ruleRun(view RuleView, ran ruleRan, packed *rulePacked, runs []ruleRan) (RuleRun, error) {
	res, stood := packed.Result, packed.Stood
	v := RuleRun{Rule: view, Numbers: []RuleNumber{}, Denominator: noSearch, Searched: []RuleSearched{}, Dropped: []RuleDrop{}, Events: []RuleEvent{}, Notes: []string{}, Result: res,
		Receipt: RuleReceipt{Key: ran.row.Key, Ref: ran.row.Ref(), At: stamp(ran.row.At), Version: ran.row.Noun.CodeVersion, Code: res.Version, Seed: ran.row.Noun.Seed, DataHash: ran.row.Noun.DataHash,
			DataAsOf: ran.row.Noun.DataAsOf.String()}}
	v.Rule.Line, v.Rule.Hash, v.Rule.File, v.Rule.Registered, v.Rule.By = stood.Line, stood.Hash, stood.File, stood.Registered, stood.By
	v.Rule.Standing, v.Rule.Why = stood.Standing, append([]string{}, stood.Why...)
	rule, faults := casebook.ReadRule(ran.row.Noun.Rule+".yml", []byte(stood.File))
	if len(faults) > 0 {
		return v, fmt.Errorf("the rule that %s keeps cannot be read: %s", v.Receipt.Ref, faults[0])
	}
	if res.Denominator == coincide.Searched {
		v.Denominator = "Base rate from the days that the rule's search log declares as searched. Nobody has checked the log: it is as good as the search."
	}
	for _, l := range rule.Searched {
		v.Searched = append(v.Searched, RuleSearched{By: l.By, Where: l.Where, From: l.From.String(), To: l.To.String(), States: append([]string{}, l.States...)})
	}
	v.Family = familyView(stood, runs)
	v.Figures = ruleFigures(rule.Slug, ran.row.Key, res)
	for _, why := range slices.Sorted(maps.Keys(stood.Drops)) {
		v.Dropped = append(v.Dropped, RuleDrop{Why: why, Refs: stood.Drops[why], Trace: traceID("rule-drop", ran.row.Noun.Rule, ran.row.Key, why)})
	}
	if err := r.ruleEvents(&v, rule); err != nil {
		return v, err
	}
	v.Sentence = Sentence{{Text: res.Sentence}}
	v.Notes = append(v.Notes, ruleNotes(view, stood, runs)...)
	return v, nil
}

// familyView is what is printed beside every p: as it was when the run was made.
func familyView(stood ruleStood, runs []ruleRan) RuleFamily {
	f := RuleFamily{Run: stood.Family}
	for _, ran := range runs {
		if ran.settings.RuleHash == stood.Hash {
			f.Looks++
		}
	}
	f.Text = fmt.Sprintf("%d different %s ever run in this ledger, this one included; this one was looked at %d %s", f.Run, plural(f.Run, "rule was", "rules were"),
		f.Looks, plural(f.Looks, "time", "times"))
	return f
}

// ruleNotes say what has changed since a run was made.
func ruleNotes(view RuleView, stood ruleStood, runs []ruleRan) []string {
	var out []string
	if view.Hash != stood.Hash {
		out = append(out, "This run is of another form of the rule than the one that stands now.")
	}
	if now := len(familyOf(runs, "")); now > stood.Family {
		out = append(out, fmt.Sprintf("%d different rules were run by now; when this run was made there were %d. A new run is corrected for all of them.", now, stood.Family))
	}
	return out
}

// ruleEvents puts the events of a run into words, as the ledger and the sets have them now.
func (r *reading) ruleEvents(v *RuleRun, rule *ledger.Rule) error {
	var named []pointer
	seen := map[string]bool{}
	add := func(id, set string) {
		if ref := caseRef(id, set); !seen[ref] && len(named) < mostEvents {
			seen[ref] = true
			named = append(named, pointer{ref: ref})
		}
	}
	for _, c := range v.Result.Triggers {
		add(c.ID, rule.TriggersFrom)
	}
	for _, c := range v.Result.Responses {
		add(c.ID, rule.ResponsesFrom)
	}
	found, err := r.follow(named)
	if err != nil {
		return err
	}
	for _, l := range found {
		row, ok := l.record.Body.(*ledger.Event)
		if !ok {
			continue
		}
		delete(seen, l.record.Ref())
		v.Events = append(v.Events, RuleEvent{Key: l.record.Key, When: row.When.String(), Summary: row.Summary, Trace: recordTrace(l.record.Ref())})
	}
	if gone := len(seen); gone > 0 {
		v.Notes = append(v.Notes, fmt.Sprintf("%d of the run's events cannot be shown any more: they are no longer accepted, or their set was taken away.", gone))
	}
	slices.SortFunc(v.Events, func(a, b RuleEvent) int { return cmp.Compare(a.Key, b.Key) })
	return nil
}

// caseRef is the record, or the report of a set, that a case of a run is.
func caseRef(id, set string) string {
	if set != "" {
		return traceID("report", set, eventOf(id))
	}
	return "event:" + eventOf(id)
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
