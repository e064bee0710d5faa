package app

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
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
}

// RunRule runs a rule on the ledger as it stands and keeps the run, whatever comes of it: it
// counts in the family from then on. The same rule, seed and data again give the kept run.
// Errors: NotFound for a slug that is not there, Invalid for a rule that cannot be run,
// ReadOnly where the ledger may not be written.
func (a *App) RunRule(ctx context.Context, ask RuleAsk) (RuleRun, error) {
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
	runs, err := r.ruleRuns()
	if err != nil {
		return RuleRun{}, err
	}
	others := familyOf(runs, rule.Hash)
	s.Family = coincide.Family{Run: 1 + len(others), P: []float64{}, Overlap: len(others) > 0}
	for _, o := range others {
		if o.summary.P != nil && *o.summary.P > 0 && *o.summary.P <= 1 {
			s.Family.P = append(s.Family.P, *o.summary.P)
		}
	}
	stood := ruleStood{File: string(casebook.WriteRule(rule)), Line: casebook.RuleLine(rule), Hash: rule.Hash, Registered: view.Registered, By: view.By,
		Standing: view.Standing, Why: view.Why, Family: s.Family.Run, Drops: s.drops,
		Words: s.words, Notes: s.notes}
	if s.Family.Overlap {
		stood.Overlap = overlapWords
	}
	ran, packed, err := r.keptRule(rule, s, ask, stood, runs)
	if err != nil {
		return RuleRun{}, err
	}
	if view.Registered != "" { // the run just made stands among its runs
		if view, err = a.Rule(ctx, Scope{}, view.Slug); err != nil {
			return RuleRun{}, err
		}
	}
	if runs, err = r.ruleRuns(); err != nil {
		return RuleRun{}, err
	}
	return r.ruleRun(view, ran, packed, runs)
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
	all, err := store.Rows[*ledger.Rule](r.ctx, r.app.store, r.query())
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

// keptRule finds the run of a study, or makes and keeps it.
func (r *reading) keptRule(rule *ledger.Rule, s *ruleStudy, ask RuleAsk, stood ruleStood, runs []ruleRan) (ruleRan, *rulePacked, error) {
	settings := ruleEngine(rule, ask.Seed)
	stand, err := json.Marshal(ruleSettings{Code: coincide.Version, RuleHash: rule.Hash, RuleLine: stood.Line, Engine: settings})
	if err != nil {
		return ruleRan{}, nil, err
	}
	text, err := json.Marshal(s.Study)
	if err != nil {
		return ruleRan{}, nil, err
	}
	hash := ledger.HashBytes(text)
	for _, ran := range runs {
		if ran.row.Noun.DataHash == hash && ran.row.Noun.Seed == ask.Seed && string(ran.row.Noun.Settings) == string(stand) {
			packed, err := r.keptResult(ran)
			return ran, packed, err
		}
	}
	if r.app.readOnly {
		return ruleRan{}, nil, &Error{Code: ReadOnly, Text: "the ledger is open for reading only, and a run must be counted in it", Do: "open it for writing"}
	}
	result, err := coincide.TestWith(s.Study, settings, func(done, total int) error {
		if ask.Step != nil {
			ask.Step(done, total)
		}
		return r.ctx.Err()
	})
	if given := r.ctx.Err(); given != nil { // a run that nobody waits for is not kept
		return ruleRan{}, nil, given
	}
	if err != nil {
		return ruleRan{}, nil, &Error{Code: Invalid, Field: "rule", Text: "the rule cannot be run: " + err.Error(), Err: err}
	}
	guard(result)
	oneVoice(result, stood)
	stood.Groups = groupsOf(s.Study, result)
	packed := &rulePacked{result, stood}
	ran, err := r.keepRule(rule, s, hash, packed, stand)
	return ran, packed, err
}

// keptResult reads what a run keeps.
func (r *reading) keptResult(ran ruleRan) (*rulePacked, error) {
	packed, err := r.unpackRule(ran.row.Noun.ResultHash)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", ran.row.Ref(), err)
	}
	return packed, nil
}
