package app

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"orrery/ledger"
)

// Undo takes a decision back: every record of it stands as it stood before, in one transaction. The ledger keeps both. who and why
// may be empty. Errors: NotFound when id names no decision; Stale when one of its records was changed since.
func (a *App) Undo(ctx context.Context, id, who, why string) (Decision, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return Decision{}, err
	}
	revisions, err := r.decided(id)
	if err != nil {
		return Decision{}, err
	}
	d := &deciding{reading: r, who: cmp.Or(strings.TrimSpace(who), a.who), why: cmp.Or(why, "takes back a decision")}
	for _, rec := range revisions {
		history, err := a.store.History(ctx, rec.ID)
		if err != nil {
			return Decision{}, err
		}
		if rec.Rev < 2 || rec.Rev > len(history) || history[rec.Rev-2].Status == rec.Status {
			return Decision{}, noDecision(id)
		}
		if now := history[len(history)-1]; now.Rev != rec.Rev {
			return Decision{}, &Error{Code: Stale, Text: rec.Ref() + " was changed by " + now.Who + " after that decision: revision " + strconv.Itoa(now.Rev) + " stands", Do: "look at its history and change it by itself"}
		}
		d.add(rec, history[rec.Rev-2].Status, false)
	}
	return d.write()
}

// decided are the revisions that a decision wrote, in order.
func (r *reading) decided(id string) ([]ledger.Record, error) {
	seq, n, first, last, ok := parseDecisionID(id)
	if !ok {
		return nil, noDecision(id)
	}
	near, err := r.app.store.Changes(r.ctx, first.Add(-time.Millisecond), last, int(n)+scanSize)
	if err != nil {
		return nil, err
	}
	near = slices.DeleteFunc(near, func(rec ledger.Record) bool { return rec.Seq < seq || rec.Seq >= seq+n })
	if int64(len(near)) != n {
		return nil, noDecision(id)
	}
	slices.Reverse(near)
	return near, nil
}

func noDecision(id string) error {
	e := missing("decision", id, nil)
	e.Do = "give the id that the decision came back with"
	return e
}
