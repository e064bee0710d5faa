package app

import (
	"context"

	"orrery/internal/store"
	"orrery/ledger"
)

// Documents lists the reader's queue, what was read last first.
func (a *App) Documents(ctx context.Context, s Scope, order, cursor string) (DocumentList, error) {
	q := store.Query{AsOf: s.AsOf, Kinds: []ledger.Kind{ledger.KindDocument}, Order: store.ByLedgerDesc, After: cursor, Limit: pageSize}
	r, err := a.open(ctx, s)
	if err != nil {
		return DocumentList{}, err
	}
	page, err := a.store.Accepted(ctx, q)
	if err != nil {
		return DocumentList{}, err
	}
	list := DocumentList{Documents: []DocumentHead{}, Next: page.Next}
	hashes := make([]string, len(page.Records))
	for i, rec := range page.Records {
		hashes[i] = rec.Key
	}
	coded, err := r.codedIn(hashes)
	if err != nil {
		return DocumentList{}, err
	}
	for _, rec := range page.Records {
		list.Documents = append(list.Documents, documentHead(rec, coded[rec.Key]))
	}
	return list, nil
}

// coded is a record that rests on quotes of a document.
type coded struct {
	record ledger.Record
	quotes []store.Row[*ledger.Quote] // of that document, by place
}

// codedIn finds what was coded in documents, of any status, by document.
func (r *reading) codedIn(hashes []string) (map[string][]coded, error) {
	out := map[string][]coded{}
	if len(hashes) == 0 {
		return out, nil
	}
	q := r.query()
	q.Items = hashes
	quotes, err := store.Rows[*ledger.Quote](r.ctx, r.app.store, q)
	if err != nil {
		return nil, err
	}
	byKey := map[string]store.Row[*ledger.Quote]{}
	var keys []string
	for _, row := range quotes {
		byKey[row.Key] = row
		keys = append(keys, row.Key)
	}
	seen := map[string]bool{}
	for len(keys) > 0 {
		n := min(len(keys), keysAtOnce)
		page, err := r.app.store.Review(r.ctx, store.Query{AsOf: r.scope.AsOf, Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleQuote}, Keys: keys[:n]}}})
		if err != nil {
			return nil, err
		}
		for _, rec := range page.Records {
			if seen[rec.Ref()] {
				continue
			}
			seen[rec.Ref()] = true
			for hash, quotes := range quotesByDocument(rec, byKey) {
				out[hash] = append(out[hash], coded{rec, quotes})
			}
		}
		keys = keys[n:]
	}
	return out, nil
}

func quotesByDocument(rec ledger.Record, byKey map[string]store.Row[*ledger.Quote]) map[string][]store.Row[*ledger.Quote] {
	out := map[string][]store.Row[*ledger.Quote]{}
	for _, e := range rec.Evidence {
		if row, ok := byKey[e.Quote]; ok {
			out[row.Noun.Document] = append(out[row.Noun.Document], row)
		}
	}
	return out
}

func documentHead(rec ledger.Record, records []coded) DocumentHead {
	d := rec.Body.(*ledger.Document)
	head := DocumentHead{Hash: d.Hash, Title: d.Title, Author: d.Author, Outlet: d.Outlet, Published: d.Published.String(), Retrieved: d.Retrieved.String(),
		Language: d.Language, Form: d.Form, URL: d.URL, Bytes: d.TextBytes, Read: stamp(rec.ID.Time())}
	for _, c := range records {
		switch c.record.Status {
		case ledger.Draft:
			head.Drafts++
		case ledger.Accepted:
			head.Accepted++
		}
	}
	return head
}
