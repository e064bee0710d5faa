package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

// reading is one question being answered: its scope, the region it is asked about
// and what was looked up for it. It lives for one call and is not shared, which is
// why it may hold the call's context.
type reading struct {
	ctx     context.Context
	app     *App
	scope   Scope
	region  *ledger.Region // the zero region while no casebook is loaded
	regions []Named
	actors  map[string]*ledger.Actor
	hub     string

	sources   map[string]*ledger.Source // cited so far, by key; nil: looked for and not there
	quotes    map[string]*ledger.Quote
	documents map[string]*ledger.Document
	votes     map[string]*store.Row[*ledger.Vote]
	items     map[string]*ledger.Item
	hidden    map[string]bool // refs that the lens hides

	given map[string]bool // names that the record being edited has already; see givenNames

	ruled ruleBook // see ruleRuns and allRules

	head *string    // see evidenceHead; nil: not looked for
	day  ledger.Day // see today; 0: not looked at
}

// open begins to answer a question. A hub that the ledger does not know is an error,
// and so is a ledger time after today.
func (a *App) open(ctx context.Context, s Scope) (*reading, error) {
	r := &reading{ctx: ctx, app: a, scope: s, region: &ledger.Region{}, actors: map[string]*ledger.Actor{},
		sources: map[string]*ledger.Source{}, quotes: map[string]*ledger.Quote{}, documents: map[string]*ledger.Document{},
		votes: map[string]*store.Row[*ledger.Vote]{}, hidden: map[string]bool{}, items: map[string]*ledger.Item{}}
	if tomorrow := a.now().UTC().Truncate(24*time.Hour).AddDate(0, 0, 1); !s.AsOf.Before(tomorrow) {
		return nil, malformed("as_of", "as_of "+s.AsOf.UTC().Format(time.DateOnly)+" lies in the future: the ledger cannot say what will be known then", "give today or an earlier day, in UTC")
	}
	if err := r.openRegion(); err != nil {
		return nil, err
	}
	actors, err := store.Rows[*ledger.Actor](ctx, a.store, r.query())
	if err != nil {
		return nil, err
	}
	for _, row := range actors {
		r.actors[row.Key] = row.Noun
	}
	r.hub = r.region.Hub
	if s.Hub != "" {
		if r.actors[s.Hub] == nil {
			return nil, missing("actor", s.Hub, r.codes())
		}
		r.hub = s.Hub
	}
	return r, nil
}

func (r *reading) openRegion() error {
	rows, err := store.Rows[*ledger.Region](r.ctx, r.app.store, r.query())
	if err != nil {
		return err
	}
	slices.SortFunc(rows, func(a, b store.Row[*ledger.Region]) int { return strings.Compare(a.Key, b.Key) })
	for i, row := range rows {
		r.regions = append(r.regions, Named{row.Key, row.Noun.Title})
		if i == 0 || row.Key == r.app.region {
			r.region = row.Noun
		}
	}
	return nil
}

// noRegion says why there is nothing to tell: the ledger held nothing at that time,
// or no casebook is loaded. false: there is a region.
func (r *reading) noRegion() (text string, none bool, err error) {
	if r.region.Name != "" {
		return "", false, nil
	}
	text = "No casebook is loaded: the ledger knows no region yet. Load one with orrery casebook load."
	if r.scope.AsOf.IsZero() {
		return text, true, nil
	}
	on := r.scope.AsOf.UTC().Format("2006-01-02")
	text = "As known on " + on + ", the ledger knew no region yet."
	known, err := r.app.store.Changes(r.ctx, time.Time{}, r.scope.AsOf, 1)
	if len(known) == 0 {
		text = "As known on " + on + ", the ledger held nothing yet."
	}
	return text, true, err
}

// query is a read under the scope's ledger time.
func (r *reading) query() store.Query { return store.Query{AsOf: r.scope.AsOf} }

func (r *reading) scopeView() ScopeView { return r.app.scopeView(r.scope, len(r.hidden)) }

// name is an actor's English name, or the code as it stands.
func (r *reading) name(code string) string {
	if a := r.actors[code]; a != nil {
		return a.Name()
	}
	return code
}

func (r *reading) named(code string) Named { return Named{code, r.name(code)} }

func (r *reading) namedAll(codes []string) []Named {
	out := make([]Named, len(codes))
	for i, c := range codes {
		out[i] = r.named(c)
	}
	return out
}

// capital is how a sentence speaks of a hub: its capital, an organisation's code
// (NATO), or its name.
func (r *reading) capital(hub string) string {
	for _, h := range r.region.Hubs {
		if h.Actor == hub && h.Capital != "" {
			return h.Capital
		}
	}
	if a := r.actors[hub]; a != nil && a.Type == ledger.ActorOrganisation {
		return hub
	}
	return r.name(hub)
}

func (r *reading) codes() []string {
	out := make([]string, 0, len(r.actors))
	for code := range r.actors {
		out = append(out, code)
	}
	slices.Sort(out)
	return out
}

// state returns an actor or says which codes come near.
func (r *reading) state(code string) (*ledger.Actor, error) {
	if a := r.actors[strings.ToUpper(code)]; a != nil {
		return a, nil
	}
	for _, known := range r.codes() {
		if strings.EqualFold(r.actors[known].Name(), code) {
			return r.actors[known], nil
		}
	}
	return nil, missing("actor", code, append(r.codes(), r.actorNames()...))
}

func (r *reading) actorNames() []string {
	var out []string
	for _, code := range r.codes() {
		out = append(out, r.actors[code].Name())
	}
	return out
}
