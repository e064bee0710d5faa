package app

import (
	"context"
	"fmt"
	"time"

	"orrery/casebook"
	"orrery/ledger"
)

// RuleAsk says which rule to run: a registered one by its identifier, or one that stands in
// a file and is not registered, whose run is exploratory.
type RuleAsk struct {
	Slug string
	File string // name of the file, for faults
	Text []byte // of the file; nil: the registered rule
	Seed uint64 // of dates and simulations; the same seed and ledger give the same numbers
	// Step is told how far the test is, in steps done out of all; nil: nobody follows.
	Step func(done, total int)
	// Whole asks for every case; else the view holds the first of each kind.
	Whole bool
}

func (a RuleAsk) most() int {
	if a.Whole {
		return everyCase
	}
	return mostCases
}

// RunRule runs a rule on the ledger as it stands and keeps the run, whatever comes of it: it
// counts in the family from then on. The same rule, seed and data again give the kept run.
// One rule is run at a time: others wait for their turn until ctx ends.
// Errors: NotFound for a slug that is not there, Invalid for a rule that cannot be run,
// ReadOnly where the ledger may not be written.
func (a *App) RunRule(ctx context.Context, ask RuleAsk) (RuleRun, error) {
	ctx, done, err := a.rules.take(ctx)
	if err != nil {
		return RuleRun{}, err
	}
	defer done()
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return RuleRun{}, err
	}
	rule, view, err := r.asked(ask)
	if err != nil {
		return RuleRun{}, err
	}
	if err := r.judgeRule(rule); err != nil {
		return RuleRun{}, err
	}
	var registered time.Time
	if view.Registered != "" {
		if registered, err = time.Parse(time.RFC3339, view.Registered); err != nil {
			return RuleRun{}, err
		}
	}
	s, err := r.gatherRule(rule, registered)
	if err != nil {
		return RuleRun{}, err
	}
	view.doubt(s)
	s.Rule.Registered, s.Rule.Edited = view.Standing == ruleRegistered, view.Standing == ruleEdited
	stood := ruleStood{File: string(casebook.WriteRule(rule)), Line: casebook.RuleLine(rule), Hash: rule.Hash, Registered: view.Registered, By: view.By,
		Standing: view.Standing, Why: view.Why, Drops: s.drops, Words: s.words, Notes: s.notes, Observed: observedOf(s.Observed)}
	ran, packed, err := r.keptRule(rule, s, ask, stood)
	if err != nil {
		return RuleRun{}, err
	}
	if r, err = a.open(ctx, Scope{}); err != nil { // the run just made stands among its runs
		return RuleRun{}, err
	}
	if view.Registered != "" {
		row, err := r.rule(view.Slug)
		if err != nil {
			return RuleRun{}, err
		}
		if view, err = r.ruleView(row); err != nil {
			return RuleRun{}, err
		}
	}
	runs, err := r.ruleRuns()
	if err != nil {
		return RuleRun{}, err
	}
	return r.ruleRun(view, ran, packed, runs, ask.most())
}

// doubt adds what the study's own events say against counting the run as a test.
func (v *RuleView) doubt(s *ruleStudy) {
	n := len(v.Why)
	v.Why = append(v.Why, s.whyEarly()...)
	if s.known > 0 {
		v.Why = append(v.Why, fmt.Sprintf("%d of its %d events come from the casebook, whose cases were found by looking for known ones, whatever days are declared as searched", s.known, len(s.events)))
	}
	if len(v.Why) > n && v.Standing == ruleRegistered {
		v.Standing = ruleExploratory
	}
}

// asked finds the rule to run, and its standing.
func (r *reading) asked(ask RuleAsk) (*ledger.Rule, RuleView, error) {
	if ask.Text == nil {
		row, err := r.rule(ask.Slug)
		if err != nil {
			return nil, RuleView{}, err
		}
		n := *row.Noun
		n.Hash, n.Text = casebook.RuleHash(&n), casebook.RuleLine(&n)
		v, err := r.ruleView(row)
		return &n, v, err
	}
	n, err := readRule(ask.File, ask.Text)
	if err != nil {
		return nil, RuleView{}, err
	}
	all, err := r.allRules()
	if err != nil {
		return nil, RuleView{}, err
	}
	v := RuleView{Slug: n.Slug, Title: n.Title, Hub: r.named(n.Hub), Line: n.Text, File: string(casebook.WriteRule(n)), Hash: n.Hash, ForkOf: n.ForkOf,
		Forks: []string{}, Runs: []RuleRan{}, Others: []RuleRan{}, Sets: ruleSets(n), Standing: ruleExploratory, Why: []string{"it is not registered"}}
	runs, err := r.ruleRuns()
	if err != nil {
		return nil, RuleView{}, err
	}
	for _, row := range all {
		if casebook.RuleHash(row.Noun) == n.Hash {
			v, err := r.ruleView(row) // the file says what is registered
			return n, v, err
		}
	}
	if why := seenBefore(n, time.Time{}, all, runs); why != "" {
		v.Standing, v.Why = ruleEdited, append(v.Why, why)
	}
	return n, v, nil
}
