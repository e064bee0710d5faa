package app

import (
	"context"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// States lists the region's states with how much the ledger holds of each.
func (a *App) States(ctx context.Context, s Scope) (StateList, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return StateList{}, err
	}
	list := StateList{Region: r.region.Title, States: []StateHead{}}
	for _, code := range r.region.States {
		head := StateHead{Named: r.named(code)}
		for lane, n := range map[string]*int64{"votes": &head.Votes, "stances": &head.Stances, "given": &head.Given, "received": &head.Received} {
			if *n, err = r.total(laneOf(code, lane)); err != nil {
				return StateList{}, err
			}
		}
		list.States = append(list.States, head)
	}
	list.Scope = r.scopeView()
	return list, nil
}

// laneOf is the records of one lane of a state, oldest first but for events.
func laneOf(code, lane string) rowset {
	by := []store.PartyIs{{Roles: []ledger.Role{ledger.RoleBy}, Keys: []string{code}}}
	to := []store.PartyIs{{Roles: []ledger.Role{ledger.RoleTo}, Keys: []string{code}}}
	switch lane {
	case "votes":
		return asked(store.Query{Kinds: []ledger.Kind{ledger.KindVote}, Party: by}, nil)
	case "stances":
		return asked(store.Query{Kinds: []ledger.Kind{ledger.KindStance}, Party: by}, nil)
	case "given":
		return asked(store.Query{Kinds: []ledger.Kind{ledger.KindEvent}, Party: by, Order: store.ByDateDesc}, nil)
	case "received":
		return asked(store.Query{Kinds: []ledger.Kind{ledger.KindEvent}, Party: to, Order: store.ByDateDesc}, nil)
	case "memberships":
		return asked(store.Query{Kinds: []ledger.Kind{ledger.KindMembership}, Party: by}, nil)
	case "office":
		return asked(store.Query{Kinds: []ledger.Kind{ledger.KindPerson}, Party: by}, nil)
	case "ties":
		return asked(store.Query{Kinds: []ledger.Kind{ledger.KindTie}, Party: by, Order: store.ByDateDesc}, nil)
	}
	return rowset{}
}

// State is everything the ledger holds about one actor. code is its code or its
// English name. Events are counted in full and shown a page at a time: there may be
// very many. Errors: NotFound with the codes that come near.
func (a *App) State(ctx context.Context, s Scope, code string) (StateView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return StateView{}, err
	}
	actor, err := r.state(code)
	if err != nil {
		return StateView{}, err
	}
	v := StateView{State: r.named(actor.Code), Hub: r.named(r.hub), Names: namesOf(actor)}
	if v.Votes, err = r.votesOf(actor.Code); err != nil {
		return StateView{}, err
	}
	if v.Stances, err = r.stancesOf(actor.Code); err != nil {
		return StateView{}, err
	}
	for direction, lane := range map[string]*EventLane{"given": &v.Given, "received": &v.Received} {
		if *lane, err = r.eventLane(actor.Code, direction, ""); err != nil {
			return StateView{}, err
		}
	}
	if err := r.fillLanes(&v); err != nil {
		return StateView{}, err
	}
	v.Counts = stateCounts(v)
	v.Sentence = r.stateSentence(v)
	v.Scope = r.scopeView()
	return v, nil
}

// fillLanes fills the lanes that are read whole.
func (r *reading) fillLanes(v *StateView) error {
	code := v.State.Code
	memberships, err := store.Rows[*ledger.Membership](r.ctx, r.app.store, r.laneQuery(code, "memberships"))
	if err != nil {
		return err
	}
	people, err := lensed[*ledger.Person](r, r.laneQuery(code, "office"))
	if err != nil {
		return err
	}
	ties, err := lensed[*ledger.Tie](r, r.laneQuery(code, "ties"))
	if err != nil {
		return err
	}
	v.Memberships, v.Office, v.Ties = []Interval{}, []Interval{}, []TieRow{}
	for _, m := range memberships {
		v.Memberships = append(v.Memberships, Interval{Label: r.name(m.Noun.Organisation), Group: m.Noun.Organisation, Status: string(m.Noun.Status),
			From: m.Noun.From.String(), To: m.Noun.To.String(), Note: m.Noun.Note, Trace: recordTrace(m.Ref())})
	}
	for _, p := range people {
		v.Office = append(v.Office, Interval{Label: p.Noun.Name(), Group: p.Noun.Office, From: p.Noun.From.String(), To: p.Noun.To.String(), Trace: recordTrace(p.Ref())})
	}
	for _, t := range ties {
		v.Ties = append(v.Ties, TieRow{Hub: r.named(t.Noun.Hub), Channel: string(t.Noun.Channel), Measure: t.Noun.Measure, Value: t.Noun.Value,
			Unit: t.Noun.Unit, When: t.Noun.When.String(), Note: t.Noun.Note, Trace: recordTrace(t.Ref())})
	}
	v.Forecasts, err = r.forecastsOf(code)
	return err
}

func (r *reading) laneQuery(code, lane string) store.Query {
	q := *laneOf(code, lane).query
	q.AsOf = r.scope.AsOf
	return q
}

// namesOf lists an actor's names and aliases, each once.
func namesOf(a *ledger.Actor) []string {
	names := []string{a.Name()}
	for _, n := range slices.Sorted(valuesOf(a.Names)) {
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	for _, n := range a.Aliases {
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}

func stateCounts(v StateView) []Figure {
	of := func(name, label string, n int64) Figure {
		return Figure{Name: name, Label: label, N: n, Trace: traceID("state", v.State.Code, name)}
	}
	return []Figure{
		of("votes", "recorded votes", int64(len(v.Votes))), of("stances", "stances on reaction items", int64(len(v.Stances))),
		of("given", "events: what it did", v.Given.Total), of("received", "events: what was done to it", v.Received.Total),
		of("memberships", "memberships", int64(len(v.Memberships))), of("office", "terms of office", int64(len(v.Office))),
		of("ties", "measures of dependence", int64(len(v.Ties))), of("forecasts", "forecasts that name it", int64(len(v.Forecasts))),
	}
}
