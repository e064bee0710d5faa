package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// ruleWhy is the reason of an acceptance by a rule.
func ruleWhy(slug string) string { return "rule:" + slug }

// AcceptanceRules lists the rules by which suggestions may be accepted, by slug.
func (a *App) AcceptanceRules(ctx context.Context, s Scope) (AcceptanceList, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return AcceptanceList{}, err
	}
	rows, err := store.Rows[*ledger.AcceptanceRule](ctx, a.store, r.query())
	if err != nil {
		return AcceptanceList{}, err
	}
	past, err := r.pastDecisions()
	if err != nil {
		return AcceptanceList{}, err
	}
	slices.SortFunc(rows, func(a, b store.Row[*ledger.AcceptanceRule]) int { return strings.Compare(a.Key, b.Key) })
	v := AcceptanceList{Scope: r.scopeView(), Rules: []AcceptanceRow{}}
	for _, row := range rows {
		v.Rules = append(v.Rules, acceptanceRow(row, past))
	}
	return v, nil
}

func acceptanceRow(row store.Row[*ledger.AcceptanceRule], past []ledger.Record) AcceptanceRow {
	n := row.Noun
	v := AcceptanceRow{Slug: n.Slug, Title: n.Title, Kinds: []string{}, Steps: orEmpty(n.Steps), Frames: orEmpty(n.Frames), Least: n.Least, Checks: orEmpty(n.Checks),
		Sources: orEmpty(n.Sources), On: n.On, SwitchedBy: n.SwitchedBy, SwitchedAt: n.SwitchedAt.String(), Rev: row.Rev, Trace: recordTrace(row.Ref())}
	for _, k := range n.Kinds {
		v.Kinds = append(v.Kinds, string(k))
	}
	for _, rec := range past {
		if rec.Status == ledger.Accepted && rec.Why == ruleWhy(n.Slug) {
			v.Accepted++
		}
	}
	return v
}

// PutAcceptanceRule makes a rule, or changes the revision base of one (0: it must be new). Either way it is off: whoever wants it to
// run switches it on, seeing what it is. Errors: Invalid by field; Stale.
func (a *App) PutAcceptanceRule(ctx context.Context, slug string, base int, req AcceptanceRequest) (AcceptanceRow, error) {
	rule := ledger.AcceptanceRule{Slug: slug, Title: strings.TrimSpace(req.Title), Steps: req.Steps, Frames: req.Frames, Least: req.Least, Checks: req.Checks, Sources: req.Sources}
	for _, k := range req.Kinds {
		rule.Kinds = append(rule.Kinds, ledger.Kind(k))
	}
	return a.writeAcceptanceRule(ctx, rule, base, req.Who, "written")
}

// SwitchAcceptanceRule switches a rule on or off. Errors: NotFound.
func (a *App) SwitchAcceptanceRule(ctx context.Context, slug string, req SwitchRequest) (AcceptanceRow, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return AcceptanceRow{}, err
	}
	row, err := r.acceptanceRule(slug)
	if err != nil {
		return AcceptanceRow{}, err
	}
	rule := *row.Noun
	rule.On, rule.SwitchedBy, rule.SwitchedAt = req.On, cmp.Or(strings.TrimSpace(req.Who), a.who), ledger.DateAt(a.now())
	return a.writeAcceptanceRule(ctx, rule, row.Rev, req.Who, cmp.Or(req.Why, map[bool]string{true: "switched on", false: "switched off"}[req.On]))
}

func (a *App) writeAcceptanceRule(ctx context.Context, rule ledger.AcceptanceRule, base int, who, why string) (AcceptanceRow, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return AcceptanceRow{}, err
	}
	for _, key := range rule.Sources {
		if err := r.knownSource(key); err != nil {
			return AcceptanceRow{}, err
		}
	}
	who = cmp.Or(strings.TrimSpace(who), a.who)
	written, err := a.store.Append(ctx, who, []store.Change{{Kind: ledger.KindAcceptanceRule, Key: rule.Slug, Base: base, Body: &rule, Status: ledger.Accepted,
		Coder: ledger.Coder{Kind: ledger.CoderPerson, Name: who, Version: a.version}, Why: why}})
	if err != nil {
		return AcceptanceRow{}, err
	}
	past, err := r.pastDecisions()
	return acceptanceRow(store.Row[*ledger.AcceptanceRule]{Record: written[0], Noun: written[0].Body.(*ledger.AcceptanceRule)}, past), err
}

func (r *reading) acceptanceRule(slug string) (store.Row[*ledger.AcceptanceRule], error) {
	q := r.query()
	q.Keys = []string{slug}
	row, err := store.One[*ledger.AcceptanceRule](r.ctx, r.app.store, q)
	if store.IsNotFound(err) {
		e := missing("rule of acceptance", slug, nil)
		e.Do = "list them, or write it first"
		return row, e
	}
	return row, err
}
