package app

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
)

// Registration says what became of a rule's file.
type Registration struct {
	Rule RuleView `json:"rule"`
	Note string   `json:"note" doc:"What was done: registered, forked, or already there"`
	// Created is false when the rule was there already and nothing was written.
	Created bool `json:"created"`
}

// RegisterRule writes a rule into the ledger before it is run: its hash and the ledger's
// time are what says so later. A file whose rule is there already changes nothing. One that
// says something else under the same identifier is a fork: it gets the next free
// identifier, and the older one stands as it was. file is named in faults (Invalid).
func (a *App) RegisterRule(ctx context.Context, file string, text []byte) (Registration, error) {
	rule, err := readRule(file, text)
	if err != nil {
		return Registration{}, err
	}
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return Registration{}, err
	}
	if err := r.judgeRule(rule); err != nil {
		return Registration{}, err
	}
	all, err := store.Rows[*ledger.Rule](ctx, a.store, store.Query{})
	if err != nil {
		return Registration{}, err
	}
	taken := map[string]bool{}
	for _, row := range all {
		taken[row.Key] = true
		if casebook.RuleHash(row.Noun) == rule.Hash {
			v, err := r.ruleView(row)
			return Registration{v, fmt.Sprintf("The rule is registered already, as %s since %s; nothing was written.", row.Key, v.Registered), false}, err
		}
	}
	note := "Registered as " + rule.Slug + "."
	if taken[rule.Slug] {
		parent := rule.Slug
		for n := 2; taken[rule.Slug]; n++ {
			rule.Slug = fmt.Sprintf("%s.%d", parent, n)
		}
		rule.ForkOf = parent
		note = fmt.Sprintf("%s says something else and stays as it is; this one is registered as its fork %s.", parent, rule.Slug)
	} else if rule.ForkOf != "" && !taken[rule.ForkOf] {
		return Registration{}, missing("rule", rule.ForkOf, keysOf(taken))
	}
	if _, err := a.store.Append(ctx, a.who, []store.Change{{Kind: ledger.KindRule, Key: rule.Slug, Body: rule, Status: ledger.Accepted,
		Coder: ledger.Coder{Kind: ledger.CoderPerson, Name: a.who, Version: a.version}, Evidence: []ledger.Evidence{}, Why: "registered before it is run"}}); err != nil {
		return Registration{}, err
	}
	more, err := r.beforehand(rule, a.now())
	if err != nil {
		return Registration{}, err
	}
	v, err := a.Rule(ctx, Scope{}, rule.Slug)
	return Registration{v, joined(note, " ", more), true}, err
}

func keysOf(set map[string]bool) []string {
	var out []string
	for key := range set {
		out = append(out, key)
	}
	return out
}

// readRule reads a rule's file; the error lists every fault as file:line:column.
func readRule(file string, text []byte) (*ledger.Rule, error) {
	rule, faults := casebook.ReadRule(filepath.Base(file), text)
	if len(faults) == 0 {
		return rule, nil
	}
	e := &Error{Code: Invalid, Field: "rule"}
	var lines []string
	for _, f := range faults {
		lines = append(lines, f.String())
		e.List = append(e.List, ledger.Fault{Field: fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column), Problem: f.Problem, Do: f.Do})
	}
	e.Text = strings.Join(lines, "\n")
	return nil, e
}

// ruleStates are the states of the rule's dyads, in its order or the region's.
func (r *reading) ruleStates(rule *ledger.Rule) []string {
	var out []string
	for _, d := range rule.Dyads {
		_, state, _ := strings.Cut(d, "/")
		out = append(out, state)
	}
	if len(rule.Dyads) > 0 {
		return out
	}
	for _, state := range r.region.States {
		if state != rule.Hub {
			out = append(out, state)
		}
	}
	return out
}
