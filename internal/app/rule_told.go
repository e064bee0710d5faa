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

// ruleRun tells a run that is kept, with up to so many cases of each kind. view is the rule as it is now, runs are all of the ledger.
func (r *reading) ruleRun(view RuleView, ran ruleRan, packed *rulePacked, runs []ruleRan, most int) (RuleRun, error) {
	idle, err := r.idleRules()
	if err != nil {
		return RuleRun{}, err
	}
	packed.within(runs, idle)
	res, stood := packed.Result, packed.Stood
	v := RuleRun{Rule: view, Numbers: []RuleNumber{}, Searched: []RuleSearched{}, Dropped: []RuleDrop{}, Events: []RuleEvent{}, Notes: append([]string{}, stood.Notes...), Result: res,
		Receipt: RuleReceipt{Key: ran.row.Key, Ref: ran.row.Ref(), At: stamp(ran.row.At), Version: ran.row.Noun.CodeVersion, Code: res.Version, Seed: ran.row.Noun.Seed, DataHash: ran.row.Noun.DataHash,
			DataAsOf: ran.row.Noun.DataAsOf.String()}}
	v.Rule.Line, v.Rule.Hash, v.Rule.File, v.Rule.Registered, v.Rule.By = stood.Line, stood.Hash, stood.File, stood.Registered, stood.By
	v.Rule.Standing, v.Rule.Why = stood.Standing, append([]string{}, stood.Why...)
	rule, faults := casebook.ReadRule(ran.row.Noun.Rule+".yml", []byte(stood.File))
	if len(faults) > 0 {
		return v, fmt.Errorf("the rule that %s keeps cannot be read: %s", v.Receipt.Ref, faults[0])
	}
	v.Denominator, v.From = stood.Words, RuleSets{Triggers: rule.TriggersFrom, Responses: rule.ResponsesFrom}
	for _, l := range rule.Searched {
		v.Searched = append(v.Searched, RuleSearched{By: l.By, Where: l.Where, From: l.From.String(), To: l.To.String(), States: append([]string{}, l.States...)})
	}
	v.Observed = stood.Observed
	v.Family = familyView(stood, runs)
	said, err := r.ruleSaid(rule, ran, packed, runs)
	if err != nil {
		return v, err
	}
	v.Figures, v.Numbers = said.views()
	for _, why := range slices.Sorted(maps.Keys(stood.Drops)) {
		v.Dropped = append(v.Dropped, RuleDrop{Why: why, Refs: stood.Drops[why], Trace: traceID("rule-drop", ran.row.Noun.Rule, ran.row.Key, why)})
	}
	v.cut(most)
	if err := r.ruleEvents(&v, rule); err != nil {
		return v, err
	}
	v.Sentence = said.sentence()
	v.Notes = append(v.Notes, ruleNotes(view, stood, res)...)
	screened, err := r.screenedSets(v.From)
	v.Notes = append(v.Notes, screened...)
	return v, err
}

// familyView is what is printed beside every p: as it is now.
func familyView(stood ruleStood, runs []ruleRan) RuleFamily {
	f := RuleFamily{Run: stood.Family}
	for _, ran := range runs {
		if ran.settings.RuleHash == stood.Hash {
			f.Looks++
		}
	}
	f.Text = fmt.Sprintf("%d different %s ever run in this ledger, this one included; this one was looked at %d %s", f.Run, plural(f.Run, "rule was", "rules were"),
		f.Looks, plural(f.Looks, "time", "times"))
	f.Idle, f.Text = stood.was.idle, joined(f.Text, "; ", idleWords(stood.was.idle))
	return f
}

// ruleNotes say what has changed since a run was made.
func ruleNotes(view RuleView, stood ruleStood, res *coincide.Result) []string {
	var out []string
	if view.Hash != stood.Hash {
		out = append(out, "This run is of another form of the rule than the one that stands now.")
	}
	if now := stood.Family; now > stood.was.family {
		out = append(out, joined(fmt.Sprintf("%d different rules were run by now; when this run was made, %d.", now, stood.was.family), " ", stood.was.words(res)))
	}
	return out
}

// ruleEvents puts the events of a run into words, as the ledger and the sets have them now.
func (r *reading) ruleEvents(v *RuleRun, rule *ledger.Rule) error {
	var named []pointer
	seen := map[string]bool{}
	add := func(id, set string) {
		if ref := caseRef(id, set); !seen[ref] {
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
		if l.ready != nil {
			delete(seen, l.ready.Trace)
			of := parseTraceID(l.ready.Trace)
			v.Events = append(v.Events, RuleEvent{Set: of[1], Key: of[2], When: l.ready.When, Summary: l.ready.Label, Trace: l.ready.Trace})
			continue
		}
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
	slices.SortFunc(v.Events, func(a, b RuleEvent) int { return cmp.Or(cmp.Compare(a.Set, b.Set), cmp.Compare(a.Key, b.Key)) })
	return nil
}

// caseRef is the record, or the report of a set, that a case of a run is.
func caseRef(id, set string) string {
	if set != "" {
		return traceID("report", set, eventOf(id))
	}
	return "event:" + eventOf(id)
}
