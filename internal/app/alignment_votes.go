package app

import (
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/align"
)

// hubVotes is what the hub did on each roll call: by its own votes, or, for an
// organisation that has none, by those of its members.
type hubVotes struct {
	own     map[string]align.Choice
	members map[string]map[string]align.Choice // roll call → member → vote; nil: own counts
}

// An organisation stands where at least two thirds of its members stand that voted,
// and where at least three voted. Otherwise it has no vote on record.
const fewestMembers = 3

// hubRule is printed in because.
const hubRule = "An organisation has no vote of its own: its vote is the one that at least two thirds of its members on record share, of three or more that voted, without the state itself; members are those whose membership certainly held on that day."

// on is the hub's vote as it is held against a state.
func (h hubVotes) on(symbol, state string) align.Choice {
	if h.members == nil {
		return h.own[symbol]
	}
	var n [align.Absent + 1]int
	voted := 0
	for member, c := range h.members[symbol] {
		if member != state && c != align.Absent {
			n[c]++
			voted++
		}
	}
	for c := align.Yes; c <= align.No; c++ {
		if voted >= fewestMembers && 3*n[c] >= 2*voted {
			return c
		}
	}
	return align.NoRecord
}

func (r *reading) hubVotes(d *alignData) (hubVotes, error) {
	h := hubVotes{own: map[string]align.Choice{}}
	rows, err := r.votesBy(r.hub, d.span.from)
	if err != nil {
		return h, err
	}
	for _, v := range rows {
		h.own[v.Noun.RollCall] = choiceOf(v.Noun.Choice)
	}
	if a := r.actors[r.hub]; len(rows) > 0 || a == nil || a.Type == ledger.ActorState {
		return h, nil
	}
	h.members = map[string]map[string]align.Choice{}
	terms, err := store.Rows[*ledger.Membership](r.ctx, r.app.store, store.Query{AsOf: r.scope.AsOf,
		Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleIn}, Keys: []string{r.hub}}}})
	if err != nil {
		return h, err
	}
	byMember := map[string][]*ledger.Membership{}
	for _, m := range terms {
		if m.Noun.Status == ledger.Member {
			byMember[m.Noun.Actor] = append(byMember[m.Noun.Actor], m.Noun)
		}
	}
	for member, terms := range byMember {
		votes, err := r.votesBy(member, d.span.from)
		if err != nil {
			return h, err
		}
		for _, v := range votes {
			if !slices.ContainsFunc(terms, func(m *ledger.Membership) bool { return m.HoldsOn(v.Noun.When) == ledger.Certainly }) {
				continue
			}
			if h.members[v.Noun.RollCall] == nil {
				h.members[v.Noun.RollCall] = map[string]align.Choice{}
			}
			h.members[v.Noun.RollCall][member] = choiceOf(v.Noun.Choice)
		}
	}
	return h, nil
}

// gatherVotes takes every vote of the state that the lens leaves. The hub's own vote
// frames them, so the lens does not apply to it.
func (r *reading) gatherVotes(d *dyadData, hub hubVotes, rolls map[string]*ledger.RollCall) error {
	rows, err := r.votesBy(d.State, 0)
	if err != nil {
		return err
	}
	if err := citeRows(r, rows); err != nil {
		return err
	}
	d.Votes = make([]align.RollCall, 0, len(rows))
	for _, v := range rows {
		if !r.passes(v.Record) {
			continue
		}
		day, ok := dayOf(v.Noun.When)
		if !ok {
			d.drop(align.Votes, v.Noun.RollCall, "undated")
			continue
		}
		one := align.RollCall{ID: v.Noun.RollCall, Day: day, State: choiceOf(v.Noun.Choice), Hub: hub.on(v.Noun.RollCall, d.State), Sources: d.shared.list(d.cite(r, v.Record))}
		roll := rolls[v.Noun.RollCall]
		if roll != nil {
			one.ID = roll.Symbol
		}
		if roll != nil && roll.Yes != nil && roll.No != nil && roll.Abstain != nil {
			one.Totals = align.Totals{Yes: *roll.Yes, No: *roll.No, Abstain: *roll.Abstain}
		}
		d.Votes = append(d.Votes, one)
	}
	return nil
}

func (d *dyadData) drop(ch align.Channel, id, why string) {
	d.drops = append(d.drops, align.Drop{ID: id, Channel: ch, Why: why})
}

func choiceOf(c ledger.VoteChoice) align.Choice {
	switch c {
	case ledger.Yes:
		return align.Yes
	case ledger.No:
		return align.No
	case ledger.Abstain:
		return align.Abstain
	case ledger.Absent:
		return align.Absent
	}
	return align.NoRecord
}

// choiceWords is a vote as the ledger writes it; "" for none on record.
func choiceWords(c align.Choice) string {
	return [...]string{"", string(ledger.Yes), string(ledger.Abstain), string(ledger.No), string(ledger.Absent)}[min(c, align.Absent)]
}
