package app

import (
	"bytes"
	"encoding/json"

	"orrery/internal/store"
	"orrery/ledger"
)

// checkDocumentEdit lets an edit of a document correct what describes it (title,
// author, date of publication, outlet, language, source) and refuses all else: bytes,
// text, blocks, turns and status are what was read, and quotes point into them.
func (r *reading) checkDocumentEdit(rec ledger.Record, req EditRequest) error {
	if req.Status != "" && ledger.Status(req.Status) != rec.Status {
		return &Error{Code: Invalid, Field: "status", Text: "a document is neither drafted nor withdrawn: it is what was read", Do: "change the records that rest on it"}
	}
	if len(req.Body) == 0 || string(req.Body) == "null" {
		return nil
	}
	n, err := r.noun(ledger.KindDocument, req.Body)
	if err != nil {
		return err
	}
	after, allowed := n.(*ledger.Document), *rec.Body.(*ledger.Document)
	allowed.Title, allowed.Author, allowed.Published = after.Title, after.Author, after.Published
	allowed.Outlet, allowed.Language, allowed.Source = after.Outlet, after.Language, after.Source
	want, err := json.Marshal(allowed)
	if err != nil {
		return err
	}
	got, err := json.Marshal(after)
	if err != nil {
		return err
	}
	if !bytes.Equal(want, got) {
		return &Error{Code: Invalid, Field: "body", Text: "of a document only title, author, published, outlet, language and source can change: the rest is what was read", Do: "send the other fields as they stand"}
	}
	return r.knownSource(after.Source)
}

// knownSource refuses the key of a source that the ledger does not hold; none is fine.
func (r *reading) knownSource(key string) error {
	if key == "" {
		return nil
	}
	q := store.Query{Keys: []string{key}}
	_, err := store.One[*ledger.Source](r.ctx, r.app.store, q)
	if store.IsNotFound(err) {
		return r.noSource(key)
	}
	return err
}
