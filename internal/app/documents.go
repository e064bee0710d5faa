package app

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// Documents lists the reader's queue, what was read last first; with order "open" only those with suggestions that wait, most of
// them first.
func (a *App) Documents(ctx context.Context, s Scope, order, cursor string) (DocumentList, error) {
	q := store.Query{AsOf: s.AsOf, Kinds: []ledger.Kind{ledger.KindDocument}, Order: store.ByLedgerDesc, After: cursor, Limit: pageSize}
	r, err := a.open(ctx, s)
	if err != nil {
		return DocumentList{}, err
	}
	if order == "open" {
		return r.documentsByOpen(cursor)
	}
	page, err := a.store.Accepted(ctx, q)
	if err != nil {
		return DocumentList{}, err
	}
	return r.documentList(page.Records, page.Next)
}

func (r *reading) documentList(records []ledger.Record, next string) (DocumentList, error) {
	list := DocumentList{Documents: []DocumentHead{}, Next: next}
	hashes := make([]string, len(records))
	for i, rec := range records {
		hashes[i] = rec.Key
	}
	coded, err := r.codedIn(hashes)
	if err != nil {
		return DocumentList{}, err
	}
	runs, err := r.codingRuns(hashes)
	for _, rec := range records {
		list.Documents = append(list.Documents, documentHead(rec, coded[rec.Key], runs[rec.Key]))
	}
	return list, err
}

// documentsByOpen lists the documents with suggestions that wait, most of them first.
func (r *reading) documentsByOpen(cursor string) (DocumentList, error) {
	open := map[string]int{}
	if err := r.everyWaiting(func(rec ledger.Record) { open[documentOf(rec)]++ }); err != nil {
		return DocumentList{}, err
	}
	delete(open, "")
	hashes := slices.SortedFunc(maps.Keys(open), func(a, b string) int { return cmp.Or(cmp.Compare(open[b], open[a]), cmp.Compare(a, b)) })
	page, next, err := cutPage(hashes, cursor, pageSize)
	if err != nil || len(page) == 0 {
		return DocumentList{Documents: []DocumentHead{}}, err
	}
	q := r.query()
	q.Kinds, q.Keys = []ledger.Kind{ledger.KindDocument}, page
	found, err := r.app.store.Accepted(r.ctx, q)
	if err != nil {
		return DocumentList{}, err
	}
	slices.SortFunc(found.Records, func(a, b ledger.Record) int { return cmp.Compare(slices.Index(page, a.Key), slices.Index(page, b.Key)) })
	return r.documentList(found.Records, next)
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

func documentHead(rec ledger.Record, records []coded, runs []store.Row[*ledger.Run]) DocumentHead {
	d := rec.Body.(*ledger.Document)
	head := DocumentHead{Hash: d.Hash, Title: d.Title, Author: d.Author, Outlet: d.Outlet, Published: d.Published.String(), Retrieved: d.Retrieved.String(),
		Language: d.Language, Form: d.Form, URL: d.URL, Bytes: d.TextBytes, Read: stamp(rec.ID.Time())}
	if len(runs) > 0 {
		head.Coded = runs[0].Noun.CodeVersion
	}
	for _, c := range records {
		if waits(c.record) {
			head.Open++
		}
		switch c.record.Status {
		case ledger.Draft:
			head.Drafts++
		case ledger.Accepted:
			head.Accepted++
		}
	}
	return head
}
