package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orrery/ledger"
)

// Adjudicate settles one unit on which coders differ: the records of the chosen coders are accepted, the others' rejected, in one
// transaction that Undo takes back. Choosing nobody rejects all. Errors: Malformed for a unit that Agreement did not give; Invalid for a
// coder who has no say in it.
func (a *App) Adjudicate(ctx context.Context, req AdjudicateRequest) (Decision, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return Decision{}, err
	}
	hash, start, end, kind, ok := parseUnit(req.Unit)
	if !ok {
		return Decision{}, malformed("unit", quoted(req.Unit)+" is not a unit", "give the unit of a disagreement, HASH/START-END/KIND")
	}
	if _, err := r.document(hash); err != nil {
		return Decision{}, err
	}
	all, err := r.heldIn([]string{hash})
	if err != nil {
		return Decision{}, err
	}
	d := &deciding{reading: r, who: cmp.Or(strings.TrimSpace(req.Who), a.who), why: joined(adjudicatedWhy, ": ", req.Why), seen: map[string]bool{}}
	present := map[string]bool{}
	for _, one := range all[hash] {
		name := one.by
		present[name] = true
		inside := false
		for _, q := range one.quotes {
			inside = inside || q.Noun.Start < end && start < q.Noun.End
		}
		if one.record.Kind != kind || !inside {
			continue
		}
		d.status = ledger.Rejected
		if slices.Contains(req.Choose, name) {
			d.status = ledger.Accepted
		}
		if err := d.take(one.record, false); err != nil {
			return Decision{}, err
		}
	}
	for _, name := range req.Choose {
		if !present[name] {
			return Decision{}, &Error{Code: Invalid, Field: "choose", Text: quoted(name) + " coded nothing in that document", Do: "choose among the coders of the unit"}
		}
	}
	d.status = ""
	v, err := d.write()
	if err == nil && len(v.Changed) > 0 {
		accepted := 0
		for _, one := range v.Changed {
			if one.To == string(ledger.Accepted) {
				accepted++
			}
		}
		v.Text = fmt.Sprintf("Adjudicated: %d accepted, %d rejected.", accepted, len(v.Changed)-accepted)
	}
	return v, err
}

// parseUnit reads HASH/START-END/KIND.
func parseUnit(unit string) (hash string, start, end int, kind ledger.Kind, ok bool) {
	parts := strings.Split(unit, "/")
	if len(parts) != 3 {
		return
	}
	from, to, cut := strings.Cut(parts[1], "-")
	start, err1 := strconv.Atoi(from)
	end, err2 := strconv.Atoi(to)
	kind = ledger.Kind(parts[2])
	return parts[0], start, end, kind, cut && err1 == nil && err2 == nil && start < end && kind.Valid()
}
