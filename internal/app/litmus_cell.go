package app

import (
	"cmp"
	"slices"

	"orrery/ledger"
)

// reply is one accepted record that says how one actor answered one item: a
// stance, or the actor's vote on the item's roll call.
type reply struct {
	ref      string
	position ledger.Position   // "" for a vote that cannot be placed, or that a stance reads
	vote     ledger.VoteChoice // "" for a stance that was not coded from a vote
	when     ledger.Date
	form     string
	voice    string
	summary  string
	searched bool     // silence: somebody logged where they looked
	roots    []string // independent origins of what it cites
	quotes   []string // keys of the quotes it rests on
}

func (r reply) cast() bool   { return r.vote != "" && r.vote != ledger.Absent }
func (r reply) placed() bool { return r.position.Spoken() }

// combined is what the replies of one actor amount to.
type combined struct {
	presence  Presence
	position  ledger.Position
	vote      ledger.VoteChoice
	contested bool
	positions []ledger.Position // every expressed position, in the ledger's order
	head      *reply            // the record whose words are shown; nil when there is none
	when      ledger.Date
	roots     int      // independent origins of the records that say what is shown
	quotes    []string // of those records, the head's first
	otherwise int      // records that say something else
	unspoken  int      // of otherwise: records that report silence
}

// cellRule is printed in because, so it must say what combine does.
const cellRule = "All accepted records of this state on this item. An expressed position outranks silence. On a roll call the vote gives the position: as a stance coded from it reads it, else by comparison with the hub's own vote. " +
	"Where expressed positions differ the cell is contested and shows the one with the most independent sources; among equals, the earliest. " +
	"The date is the earliest that a record of the shown position gives. " +
	"Sources and sentences are those of the records that say what is shown; records that say something else, silence included, are counted beside them."

// combine makes one cell out of an actor's replies. It is the whole rule of
// docs/decisions/0004 and depends on nothing else; the order of replies does not
// matter. t0 keeps answers that came certainly before it from giving the date.
func combine(replies []reply, expected bool, t0 ledger.Date) combined {
	replies = slices.Clone(replies)
	slices.SortFunc(replies, func(a, b reply) int { return cmp.Or(a.when.Compare(b.when), cmp.Compare(a.ref, b.ref)) })
	c := combined{presence: NotExpected}
	if expected {
		c.presence = NotSearched
	}
	if voted := headline(replies, func(r reply) bool { return r.vote != "" }); voted != nil {
		c.vote = voted.vote
	}
	for _, p := range ledger.Positions() {
		if p.Spoken() && slices.ContainsFunc(replies, func(r reply) bool { return r.position == p }) {
			c.positions = append(c.positions, p)
		}
	}
	c.contested = len(c.positions) > 1
	for _, level := range []struct {
		presence Presence
		position ledger.Position // of the cell; "": the head's
		among    func(reply) bool
	}{
		{Answered, "", func(r reply) bool { return r.placed() && r.cast() }},
		{Answered, "", reply.placed},
		{Answered, "", func(r reply) bool { return r.cast() && r.position == "" }},
		{DidNotVote, ledger.AbsentPosition, func(r reply) bool { return r.vote == ledger.Absent || r.position == ledger.AbsentPosition }},
		{SilentSearched, ledger.Silent, func(r reply) bool { return r.position == ledger.Silent && r.searched }},
		{SilentReported, ledger.Silent, func(r reply) bool { return r.position == ledger.Silent }},
	} {
		if c.head = headline(replies, level.among); c.head != nil {
			c.presence, c.position = level.presence, level.position
			if level.position == "" {
				c.position = c.head.position
			}
			c.when = earliest(replies, *c.head, t0)
			c.ground(replies)
			break
		}
	}
	return c
}

// ground counts what the shown position rests on, and apart from it the records
// that say something else.
func (c *combined) ground(replies []reply) {
	var roots, quotes []string
	for _, r := range replies {
		switch {
		case c.shows(r):
			roots, quotes = append(roots, r.roots...), append(quotes, r.quotes...)
		case r.position != "" || r.vote == ledger.Absent:
			c.otherwise++
			if r.position == ledger.Silent {
				c.unspoken++
			}
		}
	}
	slices.Sort(roots)
	c.roots = len(slices.Compact(roots))
	for _, q := range append(slices.Clone(c.head.quotes), quotes...) {
		if !slices.Contains(c.quotes, q) {
			c.quotes = append(c.quotes, q)
		}
	}
}

// shows reports whether a reply says what the cell shows. A vote that the shown
// stance reads is the ground of that stance; one that merely cannot be placed beside
// a stance says neither the same nor something else.
func (c *combined) shows(r reply) bool {
	switch {
	case r.ref == c.head.ref:
		return true
	case c.presence == DidNotVote:
		return r.vote == ledger.Absent || r.position == ledger.AbsentPosition
	case c.presence == Answered && r.position == "":
		return r.cast() && r.vote == c.head.vote
	}
	return r.position == c.position
}

// headline is the reply with the most independent sources; among equals the
// earliest (unknown dates last), then the one whose name sorts first.
func headline(replies []reply, among func(reply) bool) *reply {
	var best *reply
	for i := range replies {
		r := &replies[i]
		if among(*r) && (best == nil || better(*r, *best)) {
			best = r
		}
	}
	return best
}

func better(a, b reply) bool {
	if n := cmp.Compare(len(a.roots), len(b.roots)); n != 0 {
		return n > 0
	}
	if a.when.IsZero() != b.when.IsZero() {
		return !a.when.IsZero()
	}
	return cmp.Or(a.when.Compare(b.when), cmp.Compare(a.ref, b.ref)) < 0
}

// earliest is the date of the head, unless another reply of the same position has
// a date where the head has none, or one that is certainly earlier and not
// certainly before t0.
func earliest(replies []reply, head reply, t0 ledger.Date) ledger.Date {
	when := head.when
	for _, r := range replies {
		if r.position != head.position || r.when.IsZero() || (!t0.IsZero() && r.when.Before(t0) == ledger.Certainly) {
			continue
		}
		if when.IsZero() || r.when.Before(when) == ledger.Certainly {
			when = r.when
		}
	}
	return when
}
