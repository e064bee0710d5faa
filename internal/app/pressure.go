package app

import (
	"context"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// pressureNotice says why the screen draws no conclusion.
const pressureNotice = "This is a list of known cases, found by looking for them. It has no denominator: how often a step was followed by nothing, and how often such measures came without a step, " +
	"cannot be estimated from it. So the list has no test and no label; what can be tested are the rules, each with its own denominator or the reason why it has none. An unanswered step is one after which no measure was found in the sources consulted: absence of evidence, not evidence of absence."

// The shapes of an episode.
const (
	shapePair        = "pair"
	shapeUnanswered  = "unanswered"
	shapeUntriggered = "untriggered"
)

// Pressure sets the steps of targets beside the measures of a hub, with everything
// unpaired. hub and target are actor codes; empty hub: the scope's; empty target:
// all. Errors: NotFound for a code that the ledger does not know.
func (a *App) Pressure(ctx context.Context, s Scope, hub, target string) (PressureView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return PressureView{}, err
	}
	p, err := r.pressureOf(hub, target)
	if err != nil {
		return PressureView{}, err
	}
	v := PressureView{Hub: r.named(p.hub), Target: p.target, Notice: pressureNotice, Lanes: r.lanes(p), Episodes: []EpisodeRow{}}
	if v.Hubs, err = r.pressingHubs(); err != nil {
		return PressureView{}, err
	}
	for _, e := range p.episodes {
		v.Episodes = append(v.Episodes, r.episodeRow(p, e))
	}
	v.Counts, v.Links = p.counts(), p.links()
	none, bare, err := r.noRegion()
	if err != nil {
		return PressureView{}, err
	}
	if v.Sentence = r.pressureSentence(p); bare && p.hub == "" {
		v.Sentence = (&telling{}).say(none).out
	}
	v.Scope = r.scopeView()
	return v, nil
}

// pressure is the episodes of a hub with the events that they name.
type pressure struct {
	hub, target string
	episodes    []store.Row[*ledger.Episode] // oldest first
	events      map[string]*store.Row[*ledger.Event]
	veiled      map[string]bool // events that the lens hides, by key
}

func (r *reading) pressureOf(hub, target string) (*pressure, error) {
	p := &pressure{hub: r.hub, events: map[string]*store.Row[*ledger.Event]{}, veiled: map[string]bool{}}
	if hub != "" {
		actor, err := r.state(hub)
		if err != nil {
			return nil, err
		}
		p.hub = actor.Code
	}
	q := store.Query{Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleHub}, Keys: []string{p.hub}}}}
	if target != "" {
		actor, err := r.state(target)
		if err != nil {
			return nil, err
		}
		p.target = actor.Code
		q.Party = append(q.Party, store.PartyIs{Roles: []ledger.Role{ledger.RoleTo}, Keys: []string{p.target}})
	}
	var err error
	if p.episodes, err = lensed[*ledger.Episode](r, q); err != nil {
		return nil, err
	}
	var keys []string
	for _, e := range p.episodes {
		keys = append(append(keys, e.Noun.Triggers...), e.Noun.Responses...)
	}
	if err := lookUp(r, keys, p.events, func(row store.Row[*ledger.Event]) *store.Row[*ledger.Event] { return &row }); err != nil {
		return nil, err
	}
	if err := r.veil(p); err != nil {
		return nil, err
	}
	slices.SortStableFunc(p.episodes, func(a, b store.Row[*ledger.Episode]) int {
		if c := p.begins(a.Noun).Compare(p.begins(b.Noun)); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	return p, nil
}

// veil takes away the events that the lens hides.
func (r *reading) veil(p *pressure) error {
	if r.scope.Lens.IsZero() {
		return nil
	}
	var records []ledger.Record
	for _, row := range p.events {
		if row != nil {
			records = append(records, row.Record)
		}
	}
	if err := r.cite(records); err != nil {
		return err
	}
	for _, rec := range records {
		if !r.passes(rec) {
			p.veiled[rec.Key] = true
			delete(p.events, rec.Key)
		}
	}
	return nil
}

// begins is the date of an episode's first event.
func (p *pressure) begins(e *ledger.Episode) ledger.Date {
	var first ledger.Date
	for _, key := range slices.Concat(e.Triggers, e.Responses) {
		if row := p.events[key]; row != nil && (first.IsZero() || row.Noun.When.Compare(first) < 0) {
			first = row.Noun.When
		}
	}
	return first
}

func shapeOf(e *ledger.Episode) string {
	switch {
	case len(e.Responses) == 0:
		return shapeUnanswered
	case len(e.Triggers) == 0:
		return shapeUntriggered
	}
	return shapePair
}

// byDate lists the events of keys that the ledger holds, oldest first.
func (p *pressure) byDate(keys []string) []*store.Row[*ledger.Event] {
	var out []*store.Row[*ledger.Event]
	for _, key := range keys {
		if row := p.events[key]; row != nil {
			out = append(out, row)
		}
	}
	slices.SortStableFunc(out, func(a, b *store.Row[*ledger.Event]) int { return a.Noun.When.Compare(b.Noun.When) })
	return out
}

func (p *pressure) missing(e *ledger.Episode) []string {
	out := []string{}
	for _, key := range slices.Concat(e.Triggers, e.Responses) {
		if p.events[key] == nil && !p.veiled[key] {
			out = append(out, key)
		}
	}
	return out
}

// pressingHubs lists every actor that some episode has as its hub.
func (r *reading) pressingHubs() ([]Named, error) {
	rows, err := store.Rows[*ledger.Episode](r.ctx, r.app.store, r.query())
	if err != nil {
		return nil, err
	}
	var codes []string
	for _, e := range rows {
		codes = append(codes, e.Noun.Hub)
	}
	slices.Sort(codes)
	return r.namedAll(slices.Compact(codes)), nil
}
