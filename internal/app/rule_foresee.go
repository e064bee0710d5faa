package app

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
)

// A run cannot be made unrun. What will make it exploratory is therefore told before it: when a rule is checked or registered, and on the page of one that
// was never run.

// foreseen says what was there before a rule was, or would be, registered, and so makes its runs exploratory. It looks at what sets say of their files and
// not at their reports, and so may warn of some that turn out not to count.
func (r *reading) foreseen(rule *ledger.Rule, registered time.Time) ([]string, error) {
	var out []string
	for _, set := range ruleSetsSeen(rule) {
		text, err := r.foreseenSet(set, ownDays(rule), registered)
		if err != nil {
			return nil, err
		}
		if text != "" {
			out = append(out, text)
		}
	}
	text, err := r.foreseenEvents(rule, registered)
	if text != "" {
		out = append(out, text)
	}
	return out, err
}

// ruleSetsSeen are the sets from which a rule's cases come; attention is no case.
func ruleSetsSeen(rule *ledger.Rule) []string {
	sets := slices.DeleteFunc([]string{rule.TriggersFrom, rule.ResponsesFrom}, func(s string) bool { return s == "" })
	return slices.Compact(sets)
}

func (r *reading) foreseenSet(set string, days ruleDays, registered time.Time) (string, error) {
	held, err := r.app.store.ReportSetOf(r.ctx, set)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return "", err
	}
	past, err := r.app.store.ReportHistory(r.ctx, set)
	if err != nil {
		return "", err
	}
	var earliest time.Time
	seen := ruleDays{ledger.MaxDay, ledger.MinDay}
	note := func(at time.Time, first, last ledger.Day) {
		if first, last = max(first, days.first), min(last, days.last); first > last || !at.Before(registered) {
			return
		}
		seen = ruleDays{min(seen.first, first), max(seen.last, last)}
		if earliest.IsZero() || at.Before(earliest) {
			earliest = at
		}
	}
	for _, f := range held.Files {
		note(f.At, f.First, f.Last)
	}
	for _, p := range past {
		if p.Kind == store.ReportOffered {
			note(p.At, p.First, p.Last)
		}
	}
	if earliest.IsZero() {
		return "", nil
	}
	return fmt.Sprintf("reports of %s on days from %s to %s were there before the rule was registered, since %s: no run on them is a test of it. Days or sets that are imported later can test it",
		set, seen.first, seen.last, longDay(earliest.UTC().Format(time.DateOnly))), nil
}

// foreseenEvents says the same of the ledger's events.
func (r *reading) foreseenEvents(rule *ledger.Rule, registered time.Time) (string, error) {
	var classes []casebook.Filter
	for _, side := range []struct{ text, set string }{{rule.Trigger, rule.TriggersFrom}, {rule.Response, rule.ResponsesFrom}} {
		if side.set != "" {
			continue
		}
		f, err := casebook.ParseFilter(side.text)
		if err != nil {
			return "", err
		}
		classes = append(classes, f)
	}
	if len(classes) == 0 {
		return "", nil
	}
	rows, err := store.Rows[*ledger.Event](r.ctx, r.app.store, r.query())
	if err != nil {
		return "", err
	}
	early, known, states, days := 0, 0, r.ruleStates(rule), ownDays(rule)
	for _, row := range rows {
		first, last := row.Noun.When.Loose()
		of := days.refuse(first, last, row.Noun.When.IsZero()) == "" && slices.ContainsFunc(classes, func(f casebook.Filter) bool {
			return slices.ContainsFunc(states, func(state string) bool { return f.Match(row.Noun, rule.Hub, state) })
		})
		switch {
		case !of:
		case row.Coder.Kind == ledger.CoderDataset && row.Coder.Name == r.region.Name:
			known++
		case row.ID.Time().Before(registered):
			early++
		}
	}
	switch {
	case known > 0:
		return fmt.Sprintf("%d %s from the casebook, whose cases were found by looking for known ones: no run on them is a test of it", known, plural(known, "event of its classes comes", "events of its classes come")), nil
	case early > 0:
		return fmt.Sprintf("%d %s in the ledger before the rule was registered: no run on them is a test of it", early, plural(early, "event of its classes was", "events of its classes were")), nil
	}
	return "", nil
}

// foresee tells it of a rule that was never run and that nothing else makes exploratory.
func (r *reading) foresee(v *RuleView, rule *ledger.Rule) error {
	if len(v.Runs) > 0 || v.Standing != ruleRegistered || v.Registered == "" {
		return nil
	}
	at, err := time.Parse(time.RFC3339, v.Registered)
	if err != nil {
		return err
	}
	why, err := r.foreseen(rule, at)
	v.Why = append(v.Why, why...)
	return err
}
