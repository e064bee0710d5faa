package app

import (
	"cmp"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// litmus is one item or roll call with everything that answers it.
type litmus struct {
	id       string
	rollCall bool          // asked for by its symbol: votes only
	record   ledger.Record // the item or roll call itself
	item     ledger.Item   // a roll call asked for by its symbol is put as an item
	roll     *ledger.RollCall
	hubVote  ledger.VoteChoice // "" when the ledger has none
	expected []expectedOne
	replies  map[string][]reply       // by actor
	records  map[string]ledger.Record // of replies, and of what makes a state expected, by ref
	cells    map[string]combined      // of the expected and of all who answered
}

// litmusOf reads one item, or one roll call by its symbol.
func (r *reading) litmusOf(id string) (*litmus, error) {
	q := r.query()
	q.Keys = []string{id}
	item, err := store.One[*ledger.Item](r.ctx, r.app.store, q)
	if err == nil {
		ls, err := r.litmuses([]store.Row[*ledger.Item]{item})
		if err != nil {
			return nil, err
		}
		return ls[0], nil
	}
	if !store.IsNotFound(err) {
		return nil, err
	}
	roll, err := store.One[*ledger.RollCall](r.ctx, r.app.store, q)
	if store.IsNotFound(err) {
		return nil, r.noItem(id)
	}
	if err != nil {
		return nil, err
	}
	return r.rollCallOf(roll)
}

func (r *reading) noItem(id string) error {
	q := r.query()
	q.Kinds = []ledger.Kind{ledger.KindItem, ledger.KindRollCall}
	page, err := r.app.store.Accepted(r.ctx, q)
	if err != nil {
		return err
	}
	var known []string
	for _, rec := range page.Records {
		known = append(known, rec.Key)
	}
	return missing("reaction item or roll call", id, known)
}

// rollCallOf puts a roll call as an item: the votes are the answers, the states of
// the region are expected, unless an item of this hub names the roll call and has a
// roster of its own.
func (r *reading) rollCallOf(roll store.Row[*ledger.RollCall]) (*litmus, error) {
	l := &litmus{id: roll.Key, rollCall: true, record: roll.Record, roll: roll.Noun,
		item: ledger.Item{Slug: roll.Key, Title: roll.Noun.Title, T0: roll.Noun.When, Hub: r.hub, RollCall: roll.Key, Roster: r.region.States,
			With: "voted as " + r.capital(r.hub) + " did", Against: "voted the other way"}}
	q := r.query()
	q.Party = []store.PartyIs{{Roles: []ledger.Role{ledger.RoleAbout}, Keys: []string{roll.Key}}}
	items, err := store.Rows[*ledger.Item](r.ctx, r.app.store, q)
	if err != nil {
		return nil, err
	}
	for _, i := range items {
		if i.Noun.RollCall == roll.Key && i.Noun.Hub == r.hub && len(i.Noun.Roster) > 0 {
			l.item.Roster = i.Noun.Roster
			break
		}
	}
	votes, err := r.votesOn([]*litmus{l})
	if err != nil {
		return nil, err
	}
	return l, r.fill([]*litmus{l}, nil, votes)
}

// litmuses reads the answers to many items in a fixed number of queries.
func (r *reading) litmuses(items []store.Row[*ledger.Item]) ([]*litmus, error) {
	ls := make([]*litmus, len(items))
	var symbols, keys []string
	for i, row := range items {
		ls[i] = &litmus{id: row.Key, record: row.Record, item: *row.Noun}
		keys = append(keys, row.Key)
		symbols = append(symbols, row.Noun.RollCall)
	}
	rolls := map[string]*ledger.RollCall{}
	if err := lookUp(r, symbols, rolls, func(row store.Row[*ledger.RollCall]) *ledger.RollCall { return row.Noun }); err != nil {
		return nil, err
	}
	for _, l := range ls {
		l.roll = rolls[l.item.RollCall]
	}
	votes, err := r.votesOn(ls) // first: most stances on a roll call rest on one of them
	if err != nil {
		return nil, err
	}
	stances, err := r.stancesOn(keys)
	if err != nil {
		return nil, err
	}
	return ls, r.fill(ls, stances, votes)
}

func (r *reading) stancesOn(items []string) ([]store.Row[*ledger.Stance], error) {
	var all []store.Row[*ledger.Stance]
	for chunk := range slices.Chunk(items, keysAtOnce) {
		rows, err := lensed[*ledger.Stance](r, store.Query{Items: chunk})
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, citeRows(r, all)
}

// fill joins rosters, stances and votes and combines the cells.
func (r *reading) fill(ls []*litmus, stances []store.Row[*ledger.Stance], votes map[string][]store.Row[*ledger.Vote]) error {
	memberships, err := store.Rows[*ledger.Membership](r.ctx, r.app.store, r.query())
	if err != nil {
		return err
	}
	byItem := map[string][]store.Row[*ledger.Stance]{}
	for _, s := range stances {
		byItem[s.Noun.Item] = append(byItem[s.Noun.Item], s)
	}
	frame := map[string]ledger.Record{}
	for _, m := range memberships {
		frame[m.Ref()] = m.Record
	}
	for _, l := range ls {
		l.expected = rosterOf(l.item.Roster, l.item.Hub, l.record.Ref(), l.item.T0, memberships)
		l.replies, l.records, l.cells = map[string][]reply{}, map[string]ledger.Record{l.record.Ref(): l.record}, map[string]combined{}
		for _, e := range l.expected {
			l.records[e.by] = frame[e.by]
		}
		l.records[l.record.Ref()] = l.record
		read := r.addStances(l, byItem[l.id], votes[l.item.RollCall])
		r.addVotes(l, votes[l.item.RollCall], read)
		for _, e := range l.expected {
			l.cells[e.code] = combine(l.replies[e.code], true, l.item.T0)
		}
		for actor, replies := range l.replies {
			if _, done := l.cells[actor]; !done {
				l.cells[actor] = combine(replies, false, l.item.T0)
			}
		}
	}
	return nil
}

// others lists those outside the roster on whom there are records, sorted by code.
func (l *litmus) others() []string {
	on := map[string]bool{}
	for _, e := range l.expected {
		on[e.code] = true
	}
	var out []string
	for actor := range l.replies {
		if !on[actor] {
			out = append(out, actor)
		}
	}
	slices.Sort(out)
	return out
}

// volunteers are those of others who spoke, voted or acted: a silence that nobody
// expected to be broken is no answer.
func (l *litmus) volunteers() []string {
	return slices.DeleteFunc(l.others(), func(code string) bool { return l.cells[code].presence != Answered })
}

// counted is the name under which a cell is counted.
func (c combined) counted() string {
	switch {
	case c.presence == Answered && c.position == "":
		return "unplaced"
	case c.presence == Answered:
		return string(c.position)
	}
	return string(c.presence)
}

// byTime sorts answers by date, those without one last, then by name.
func byTime(a, b Answer) int {
	x, _ := ledger.ParseDate(a.When)
	y, _ := ledger.ParseDate(b.When)
	if x.IsZero() != y.IsZero() {
		if x.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(x.Compare(y), cmp.Compare(a.Name, b.Name))
}
