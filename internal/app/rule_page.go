package app

import (
	"context"
	"strings"
)

// RulePage is a rule with one kept run: the one that key names, whatever form of the rule it was made
// of, or for "" the newest of the rule as it stands. Nothing is run. Errors: NotFound for a rule that is not there, and for a run that is none of it.
// Its run lists the first cases of each kind; RulePageWhole lists all.
func (a *App) RulePage(ctx context.Context, s Scope, slug, key string) (RulePage, error) {
	return a.rulePage(ctx, s, slug, key, mostCases)
}

// RulePageWhole is RulePage with every case, of which there may be hundreds of thousands.
func (a *App) RulePageWhole(ctx context.Context, s Scope, slug, key string) (RulePage, error) {
	return a.rulePage(ctx, s, slug, key, everyCase)
}

func (a *App) rulePage(ctx context.Context, s Scope, slug, key string, most int) (RulePage, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return RulePage{}, err
	}
	row, err := r.rule(slug)
	if err != nil {
		return RulePage{}, err
	}
	page := RulePage{Scope: r.scopeView()}
	if page.Rule, err = r.ruleView(row); err != nil {
		return RulePage{}, err
	}
	if err := r.foresee(&page.Rule, row.Noun); err != nil {
		return RulePage{}, err
	}
	runs, err := r.ruleRuns()
	if err != nil {
		return RulePage{}, err
	}
	ran, err := runOf(runs, slug, page.Rule.Hash, strings.TrimPrefix(key, "run:"))
	if ran == nil || err != nil {
		return page, err
	}
	packed, err := r.keptResult(*ran)
	if err != nil {
		return RulePage{}, err
	}
	run, err := r.ruleRun(page.Rule, *ran, packed, runs, most)
	page.Run = &run
	return page, err
}

// runOf finds a run of a rule; for "" the newest of the form that has a hash, nil where there is none.
func runOf(runs []ruleRan, slug, hash, key string) (*ruleRan, error) {
	var known []string
	for i, ran := range runs {
		if ran.row.Noun.Rule != slug {
			continue
		}
		if key == "" && ran.settings.RuleHash == hash || ran.row.Key == key {
			return &runs[i], nil
		}
		known = append(known, ran.row.Key)
	}
	if key == "" {
		return nil, nil
	}
	e := missing("run", key, known)
	e.Text += " of the rule " + quoted(slug)
	return nil, e
}
