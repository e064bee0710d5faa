package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// The standings of a rule.
const (
	ruleRegistered  = "registered"
	ruleExploratory = "exploratory"
	ruleEdited      = "edited after seeing data"
)

// ruleModel names the model in runs.
const ruleModel = "coincide"

// ruleSettings stand in a run's record.
type ruleSettings struct {
	Code     string            `json:"code"`
	RuleHash string            `json:"rule_hash"`
	RuleLine string            `json:"rule_line"`
	Engine   coincide.Settings `json:"engine"`
}

// Rules lists the ledger's rules by identifier.
func (a *App) Rules(ctx context.Context, s Scope) (RuleList, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return RuleList{}, err
	}
	rows, err := store.Rows[*ledger.Rule](ctx, a.store, r.query())
	if err != nil {
		return RuleList{}, err
	}
	list := RuleList{Rules: []RuleView{}, Scope: r.scopeView()}
	slices.SortFunc(rows, func(a, b store.Row[*ledger.Rule]) int { return strings.Compare(a.Key, b.Key) })
	for _, row := range rows {
		v, err := r.ruleView(row)
		if err == nil {
			err = r.foresee(&v, row.Noun)
		}
		if err != nil {
			return RuleList{}, err
		}
		list.Rules = append(list.Rules, v)
	}
	runs, err := r.ruleRuns()
	if err != nil {
		return RuleList{}, err
	}
	family := familyOf(runs, "")
	list.Family = len(family)
	list.Text = fmt.Sprintf("%d different %s ever run in this ledger", list.Family, plural(list.Family, "rule was", "rules were"))
	registered := map[string]bool{}
	for _, v := range list.Rules {
		registered[v.Hash] = true
	}
	family = slices.DeleteFunc(family, func(ran ruleRan) bool { return registered[ran.settings.RuleHash] })
	if n := len(family); n > 0 {
		list.Text += fmt.Sprintf(", %d of them in a form that is not registered", n)
	}
	idle, err := r.idleRules()
	list.Idle, list.Text = idle, joined(list.Text, "; ", idleWords(idle))
	return list, err
}

// ruleSets are the sets of reports that a rule is run on.
func ruleSets(n *ledger.Rule) []string {
	sets := slices.DeleteFunc([]string{n.TriggersFrom, n.ResponsesFrom, n.AttentionFrom}, func(s string) bool { return s == "" })
	slices.Sort(sets)
	return append([]string{}, slices.Compact(sets)...)
}

// Rule is one rule. Errors: NotFound.
func (a *App) Rule(ctx context.Context, s Scope, slug string) (RuleView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return RuleView{}, err
	}
	row, err := r.rule(slug)
	if err != nil {
		return RuleView{}, err
	}
	return r.ruleView(row)
}

// rule finds an accepted rule.
func (r *reading) rule(slug string) (store.Row[*ledger.Rule], error) {
	rows, err := store.Rows[*ledger.Rule](r.ctx, r.app.store, r.query())
	if err != nil {
		return store.Row[*ledger.Rule]{}, err
	}
	var known []string
	for _, row := range rows {
		if row.Key == slug {
			return row, nil
		}
		known = append(known, row.Key)
	}
	return store.Row[*ledger.Rule]{}, missing("rule", slug, known)
}

func (r *reading) ruleView(row store.Row[*ledger.Rule]) (RuleView, error) {
	n := *row.Noun
	n.Hash, n.Text = casebook.RuleHash(&n), casebook.RuleLine(&n)
	v := RuleView{Slug: n.Slug, Title: n.Title, Hub: r.named(n.Hub), Line: n.Text, File: string(casebook.WriteRule(&n)), Hash: n.Hash, ForkOf: n.ForkOf,
		Forks: []string{}, Standing: ruleRegistered, Why: []string{}, Runs: []RuleRan{}, Others: []RuleRan{}, Sets: ruleSets(&n), Trace: recordTrace(row.Ref())}
	at, by, err := r.registered(row)
	if err != nil {
		return v, err
	}
	v.Registered, v.By = stampOf(at), by
	all, err := r.allRules()
	if err != nil {
		return v, err
	}
	for _, other := range all {
		if other.Noun.ForkOf == n.Slug {
			v.Forks = append(v.Forks, other.Key)
		}
	}
	slices.Sort(v.Forks)
	runs, err := r.ruleRuns()
	if err != nil {
		return v, err
	}
	family := len(familyOf(runs, ""))
	for _, ran := range runs {
		switch {
		case ran.row.Noun.Rule != n.Slug:
		case ran.settings.RuleHash == n.Hash:
			v.Runs = append(v.Runs, ran.view(runs, family))
		default:
			v.Others = append(v.Others, ran.view(runs, family))
		}
	}
	if why := seenBefore(&n, at, all, runs); why != "" {
		v.Standing, v.Why = ruleEdited, append(v.Why, why)
	}
	if n.Exploratory != "" {
		if v.Standing == ruleRegistered {
			v.Standing = ruleExploratory
		}
		v.Why = append(v.Why, n.Exploratory)
	}
	return v, nil
}

// registered is the ledger time from which a rule says what it says now, and who wrote that.
func (r *reading) registered(row store.Row[*ledger.Rule]) (time.Time, string, error) {
	rec, err := r.registration(row)
	return rec.At.UTC(), rec.Who, err
}
