package app

import (
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

func (r *reading) votesOn(ls []*litmus) (map[string][]store.Row[*ledger.Vote], error) {
	var symbols []string
	for _, l := range ls {
		if l.item.RollCall != "" {
			symbols = append(symbols, l.item.RollCall)
		}
	}
	out := map[string][]store.Row[*ledger.Vote]{}
	for chunk := range slices.Chunk(symbols, keysAtOnce) {
		// The hub's own vote frames the others, so the lens is applied later.
		q := r.query()
		q.Items = chunk
		rows, err := store.Rows[*ledger.Vote](r.ctx, r.app.store, q)
		if err != nil {
			return nil, err
		}
		if err := citeRows(r, rows); err != nil {
			return nil, err
		}
		for _, v := range rows {
			out[v.Noun.RollCall] = append(out[v.Noun.RollCall], v)
			r.votes[v.Key] = &v
		}
	}
	return out, nil
}

// addStances adds the stances on an item. One that rests on the state's own vote is
// the keeper's reading of that vote: it carries the vote, and read names the vote, so
// that the two do not count as two opinions.
func (r *reading) addStances(l *litmus, stances []store.Row[*ledger.Stance], votes []store.Row[*ledger.Vote]) (read map[string]bool) {
	choices := map[string]store.Row[*ledger.Vote]{}
	for _, v := range votes {
		choices[v.Key] = v
	}
	read = map[string]bool{}
	for _, s := range stances {
		one := r.stanceReply(s)
		for _, e := range s.Evidence {
			if v, ok := choices[e.Vote]; ok && v.Noun.Actor == s.Noun.Actor {
				one.vote, read[v.Key] = v.Noun.Choice, true
			}
		}
		l.add(s.Noun.Actor, s.Record, one)
	}
	return read
}

func (r *reading) addVotes(l *litmus, votes []store.Row[*ledger.Vote], read map[string]bool) {
	for _, v := range votes {
		if v.Noun.Actor == l.item.Hub {
			l.hubVote = v.Noun.Choice
		}
	}
	for _, v := range votes {
		if v.Noun.Actor == l.item.Hub || !r.passes(v.Record) {
			continue
		}
		one := r.voteReply(v, l.hubVote)
		if read[v.Key] && one.cast() {
			one.position = ""
		}
		l.add(v.Noun.Actor, v.Record, one)
	}
}

func (l *litmus) add(actor string, rec ledger.Record, one reply) {
	if actor == l.item.Hub {
		return // the hub does not answer itself
	}
	l.replies[actor] = append(l.replies[actor], one)
	l.records[one.ref] = rec
}

func (r *reading) stanceReply(s store.Row[*ledger.Stance]) reply {
	return reply{ref: s.Ref(), position: s.Noun.Position, when: s.Noun.When, form: string(s.Noun.Form), voice: s.Noun.Voice,
		summary: s.Noun.Summary, searched: len(s.Noun.SearchLog) > 0, roots: r.roots(s.Record), quotes: r.quotesOf(s.Record)}
}

func (r *reading) voteReply(v store.Row[*ledger.Vote], hub ledger.VoteChoice) reply {
	return reply{ref: v.Ref(), position: v.Noun.Choice.Relative(hub), vote: v.Noun.Choice, when: v.Noun.When, form: string(ledger.FormVote),
		summary: voteSummary(v.Noun.Choice), roots: r.roots(v.Record), quotes: r.quotesOf(v.Record)}
}

func voteSummary(v ledger.VoteChoice) string {
	switch v {
	case ledger.Abstain:
		return "Abstained."
	case ledger.Absent:
		return "Did not vote (absent)."
	}
	return "Voted " + string(v) + "."
}

// quotesOf lists the quotes of a cited record that the ledger holds and the lens leaves.
func (r *reading) quotesOf(rec ledger.Record) []string {
	var out []string
	for _, e := range rec.Evidence {
		if e.Quote != "" && r.quotes[e.Quote] != nil && !r.veiled(e) {
			out = append(out, e.Quote)
		}
	}
	return out
}
