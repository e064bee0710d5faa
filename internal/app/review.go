package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// Edit changes a record's body, status or both, as a new revision on top of base:
// the revision that the editor saw. Accepting and rejecting a draft, and undoing
// either, are edits of the status. Of a document only what describes it can change:
// its text is what was read. A quote never changes. Errors: Stale when another revision stands, naming
// both; Invalid; NotFound.
func (a *App) Edit(ctx context.Context, ref string, base int, req EditRequest) (RecordView, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return RecordView{}, err
	}
	rec, err := r.record(ref)
	if err != nil {
		return RecordView{}, err
	}
	if rec.Kind == ledger.KindQuote {
		return RecordView{}, &Error{Code: Invalid, Field: "ref", Text: "a quote is never changed: it is what was read", Do: "change the record that rests on it"}
	}
	if rec.Kind == ledger.KindDocument {
		if err := r.checkDocumentEdit(rec, req); err != nil {
			return RecordView{}, err
		}
	}
	c := store.Change{Kind: rec.Kind, Key: rec.Key, Base: base, Status: rec.Status, Coder: rec.Coder, Why: req.Why}
	if req.Status != "" {
		c.Status = ledger.Status(req.Status)
		if !slices.Contains(ledger.Statuses(), c.Status) {
			return RecordView{}, &Error{Code: Invalid, Field: "status", Text: quoted(req.Status) + " is not a status", Do: "use one of " + join(ledger.Statuses())}
		}
	}
	who := cmp.Or(strings.TrimSpace(req.Who), a.who)
	r.given = givenNames(rec.Body)
	if len(req.Body) > 0 && string(req.Body) != "null" {
		if c.Body, err = r.noun(rec.Kind, req.Body); err != nil {
			return RecordView{}, err
		}
		if key := c.Body.NaturalKey(); key != "" && key != rec.Key {
			return RecordView{}, &Error{Code: Invalid, Field: "body", Text: "the change would give the record the key " + quoted(key), Do: "reject this record and make a new one"}
		}
		// Whoever changes what a record says is its coder from then on; who only
		// accepts it is named in the revision.
		c.Coder = ledger.Coder{Kind: ledger.CoderPerson, Name: who, Version: a.version}
	}
	written, err := a.store.Append(ctx, who, []store.Change{c})
	if err != nil {
		return RecordView{}, err
	}
	return r.recordView(written[0])
}

// givenNames are the parties that a record has already: a text names some that no list holds, and an edit of another field must not
// be refused for them.
func givenNames(body ledger.Noun) map[string]bool {
	out := map[string]bool{}
	for _, p := range body.Facets().Parties {
		out[p.Key] = true
	}
	return out
}
