package app

import (
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/align"
)

// gatherStatements takes what the state, or a person in its office on that day, said
// of the hub, as far as somebody judged it.
func (r *reading) gatherStatements(d *dyadData) error {
	people, err := store.Rows[*ledger.Person](r.ctx, r.app.store, store.Query{AsOf: r.scope.AsOf,
		Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleBy}, Keys: []string{d.State}}}})
	if err != nil {
		return err
	}
	speakers := []string{d.State}
	terms := map[string][]*ledger.Person{}
	for _, p := range people {
		speakers = append(speakers, p.Noun.Slug)
		terms[p.Noun.Slug] = append(terms[p.Noun.Slug], p.Noun)
	}
	slices.Sort(speakers)
	rows, err := lensed[*ledger.Statement](r, store.Query{Party: []store.PartyIs{
		{Roles: []ledger.Role{ledger.RoleBy}, Keys: slices.Compact(speakers)}, {Roles: []ledger.Role{ledger.RoleTo}, Keys: []string{d.Hub}}}})
	if err != nil {
		return err
	}
	if err := citeRows(r, rows); err != nil {
		return err
	}
	for _, row := range rows {
		s := row.Noun
		d.refs[row.Key] = row.Ref()
		day, dated := dayOf(s.When)
		speaker, speaks := speakerOf(s, d.State, terms[s.Speaker])
		switch {
		case !speaks:
			d.drop(align.StanceOfficial, row.Key, "the speaker was not certainly in office that day")
		case s.Polarity == nil:
			d.drop(align.StanceOfficial, row.Key, "nobody judged how favourable it is")
		case !dated:
			d.drop(align.StanceOfficial, row.Key, "undated")
		default:
			d.Stances = append(d.Stances, align.Stance{ID: row.Key, Day: day, State: align.Answer(int(align.Neutral) + *s.Polarity),
				Speaker: speaker, Sources: d.cite(r, row.Record)})
		}
	}
	return nil
}

// speakerOf sorts a speaker by office: a statement of the state itself, of one who
// leads it, or of another who holds its office. false: the person held none.
func speakerOf(s *ledger.Statement, state string, terms []*ledger.Person) (align.Speaker, bool) {
	if s.Speaker == state {
		return align.Official, true
	}
	for _, p := range terms {
		if holds := (&ledger.Membership{From: p.From, To: p.To}).HoldsOn(s.When); holds != ledger.Certainly {
			continue
		}
		office := strings.ToLower(p.Office)
		for _, lead := range []string{"president", "prime minister", "head of state", "head of government", "chancellor", "king", "queen"} {
			if strings.HasPrefix(office, lead) {
				return align.Leader, true
			}
		}
		return align.Ministry, true
	}
	return 0, false
}
