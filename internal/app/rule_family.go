package app

import (
	"slices"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

// view is a run as lists show it, within the family as it is now.
func (ran ruleRan) view(runs []ruleRan, family int) RuleRan {
	v := RuleRan{Key: ran.row.Key, Ref: ran.row.Ref(), At: stamp(ran.row.At), Seed: ran.row.Noun.Seed, Hash: ran.settings.RuleHash, Label: ran.summary.Label,
		P: ran.summary.P, PText: ran.summary.Why, Standing: ran.summary.Standing, Denom: ran.summary.Denominator, Triggers: ran.summary.Triggers, Hits: ran.summary.Hits}
	if v.Q, v.Label = ran.now(runs); v.P != nil {
		v.PText = chanceWords(*v.P) + besideP(family)
	}
	return v
}

// seenBefore says that a rule was written after another form of it had been run: under the
// same identifier, or under the one that it is a fork of, and so on up. "" when not.
func seenBefore(n *ledger.Rule, at time.Time, all []store.Row[*ledger.Rule], runs []ruleRan) string {
	line := map[string]bool{n.Slug: true}
	for parent := n.ForkOf; parent != "" && !line[parent]; {
		line[parent] = true
		next := ""
		for _, row := range all {
			if row.Key == parent {
				next = row.Noun.ForkOf
			}
		}
		parent = next
	}
	for _, ran := range slices.Backward(runs) {
		if line[ran.row.Noun.Rule] && ran.settings.RuleHash != n.Hash && (at.IsZero() || !ran.row.At.After(at)) {
			return "it was edited after seeing data: another form of it, " + ran.row.Noun.Rule + ", was run on " + longDay(ran.row.At.UTC().Format(time.DateOnly))
		}
	}
	return ""
}

// familyOf is the newest run of every different rule, but for one rule; the newest first.
func familyOf(runs []ruleRan, but string) []ruleRan {
	seen := map[string]bool{but: true}
	var out []ruleRan
	for _, ran := range runs {
		if !seen[ran.settings.RuleHash] {
			seen[ran.settings.RuleHash] = true
			out = append(out, ran)
		}
	}
	return out
}
