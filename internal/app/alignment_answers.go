package app

import (
	"time"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/align"
)

// itemsOf reads the reaction items of the hub with everybody's answers, in the cells of
// the litmus: one rule for both screens.
func (r *reading) itemsOf(d *alignData) ([]*litmus, error) {
	rows, err := store.Rows[*ledger.Item](r.ctx, r.app.store, store.Query{AsOf: r.scope.AsOf,
		Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleHub}, Keys: []string{d.hub}}}})
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		d.items[row.Key] = row.Noun
	}
	return r.litmuses(rows)
}

// gatherReactions takes the state's cell of every item. What nobody looked for is no
// observation; what the records disagree on, and what is a vote already, is dropped.
func (r *reading) gatherReactions(d *dyadData, items []*litmus) {
	voted := map[string]bool{} // roll calls on which the hub took a side and the state is on record
	for _, v := range d.Votes {
		voted[v.ID] = v.Hub == align.Yes || v.Hub == align.No
	}
	for _, l := range items {
		c, there := l.cells[d.State]
		if !there || c.head == nil {
			continue
		}
		d.heads[l.id] = c.head.ref
		day, ok := reactionDay(l, c)
		answer := answerOf(c)
		switch {
		case voted[l.item.RollCall]:
			d.drop(align.Reactions, l.id, "the answer is a vote, and is counted as that")
		case c.contested:
			d.drop(align.Reactions, l.id, "accepted records disagree on it")
		case answer == align.NoAnswer:
			d.drop(align.Reactions, l.id, "the state voted and the hub took no side")
		case !ok:
			d.drop(align.Reactions, l.id, "undated")
		default:
			d.Reactions = append(d.Reactions, align.Reaction{ID: l.id, Day: day, State: answer, Searched: c.presence == SilentSearched,
				Roster: l.margin(), Sources: d.cite(r, l.records[c.head.ref])})
		}
	}
}

func answerOf(c combined) align.Answer {
	switch c.presence {
	case SilentSearched, SilentReported, DidNotVote:
		return align.Silent
	}
	return fromPosition(c.position)
}

func fromPosition(p ledger.Position) align.Answer {
	switch p {
	case ledger.With:
		return align.With
	case ledger.LeaningWith:
		return align.LeaningWith
	case ledger.Neutral:
		return align.Neutral
	case ledger.LeaningAgainst:
		return align.LeaningAgainst
	case ledger.Against:
		return align.Against
	case ledger.Silent, ledger.AbsentPosition:
		return align.Silent
	}
	return align.NoAnswer
}

// positionOf is an answer as the ledger writes it.
func positionOf(a align.Answer) ledger.Position {
	return [...]ledger.Position{"", ledger.Against, ledger.LeaningAgainst, ledger.Neutral, ledger.LeaningWith, ledger.With, ledger.Silent}[min(a, align.Silent)]
}

// margin is how the item's whole roster answered. Cells on which records disagree are
// in no one's favour.
func (l *litmus) margin() align.Roster {
	var m align.Roster
	for _, e := range l.expected {
		c := l.cells[e.code]
		if c.contested || c.head == nil {
			continue
		}
		switch answerOf(c) {
		case align.Against:
			m.Against++
		case align.LeaningAgainst:
			m.LeaningAgainst++
		case align.Neutral:
			m.Neutral++
		case align.LeaningWith:
			m.LeaningWith++
		case align.With:
			m.With++
		case align.Silent:
			m.Silent++
		}
	}
	return m
}

// roughDate is a span of days beyond which a date does not say the month of an answer.
const roughDate = 62

// reactionDay is the day of the answer; that of the item for a silence, and for an
// answer whose date is missing or too rough.
func reactionDay(l *litmus, c combined) (time.Time, bool) {
	when := c.when
	if first, last := when.Span(); when.IsZero() || last-first > roughDate || c.presence != Answered {
		when = l.item.T0
	}
	return dayOf(when)
}
