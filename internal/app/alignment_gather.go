package app

import (
	"maps"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// alignData gathers every observation of the region's states and the hub. Where
// another hub than the region's own is asked about, that one is among the bodies, last.
func (r *reading) alignData(span stretch) (*alignData, error) {
	d := &alignData{hub: r.hub, span: span, rolls: map[string]*ledger.RollCall{}, items: map[string]*ledger.Item{}}
	shared := &names{}
	for _, state := range alignBodies(r.region, r.hub) {
		one := &dyadData{heads: map[string]string{}, refs: map[string]string{}, sources: map[string]origin{}, shared: shared}
		one.State, one.Hub = state, r.hub
		d.dyads = append(d.dyads, one)
	}
	if err := r.gatherRolls(d); err != nil {
		return nil, err
	}
	hub, err := r.hubVotes(d)
	if err != nil {
		return nil, err
	}
	d.shared = hub.members != nil
	items, err := r.itemsOf(d)
	if err != nil {
		return nil, err
	}
	for _, one := range d.dyads {
		if err := r.ctx.Err(); err != nil {
			return nil, err
		}
		if err := r.gatherVotes(one, hub, d.rolls); err != nil {
			return nil, err
		}
		r.gatherReactions(one, items)
		if err := r.gatherStatements(one); err != nil {
			return nil, err
		}
		if err := r.gatherEvents(one); err != nil {
			return nil, err
		}
		one.lensesOf()
		one.sort()
	}
	d.hides, d.hidden = maps.Clone(r.hidden), len(r.hidden)
	return d, nil
}

func alignBodies(region *ledger.Region, hub string) []string {
	bodies := slices.DeleteFunc(slices.Clone(region.States), func(code string) bool { return code == hub })
	if hub != region.Hub && region.Hub != "" && !slices.Contains(bodies, region.Hub) {
		bodies = append(bodies, region.Hub)
	}
	return bodies
}

// gatherRolls reads the roll calls of the span: titles, and the world's margins.
func (r *reading) gatherRolls(d *alignData) error {
	rows, err := store.Rows[*ledger.RollCall](r.ctx, r.app.store, store.Query{AsOf: r.scope.AsOf, From: d.span.from, To: d.span.to})
	for _, row := range rows {
		d.rolls[row.Key] = row.Noun
	}
	return err
}

// votesBy reads the votes of one actor, which may be thousands.
func (r *reading) votesBy(code string, from ledger.Day) ([]store.Row[*ledger.Vote], error) {
	q := store.Query{AsOf: r.scope.AsOf, Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleBy}, Keys: []string{code}}}}
	if from != 0 {
		q.From, q.To = from, ledger.MaxDay
	}
	return store.Rows[*ledger.Vote](r.ctx, r.app.store, q)
}
