package app

import (
	"cmp"
	"context"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// Document shows one document with its text and everything coded in it. hash is its
// SHA-256 in hex. Errors: NotFound.
func (a *App) Document(ctx context.Context, s Scope, hash string) (DocumentView, error) {
	return a.DocumentFor(ctx, s, hash, "")
}

// DocumentFor is Document; when blind names a coder, what others coded and what was suggested is not shown.
func (a *App) DocumentFor(ctx context.Context, s Scope, hash, blind string) (DocumentView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return DocumentView{}, err
	}
	rec, err := r.document(hash)
	if err != nil {
		return DocumentView{}, err
	}
	return r.documentFor(rec, blind)
}

func (r *reading) document(hash string) (ledger.Record, error) {
	rec, err := r.app.store.Get(r.ctx, ledger.KindDocument, hash, r.scope.AsOf)
	if store.IsNotFound(err) {
		e := missing("document", hash, nil)
		e.Do = "open it from the reader's queue, or read it in"
		return ledger.Record{}, e
	}
	return rec, err
}

func (r *reading) documentView(rec ledger.Record) (DocumentView, error) {
	return r.documentFor(rec, "")
}

func (r *reading) documentFor(rec ledger.Record, blind string) (DocumentView, error) {
	d := rec.Body.(*ledger.Document)
	text, err := r.app.store.Text(r.ctx, d.TextHash)
	if err != nil {
		return DocumentView{}, err
	}
	all, err := r.codedIn([]string{d.Hash})
	if err != nil {
		return DocumentView{}, err
	}
	runs, err := r.codingRuns([]string{d.Hash})
	if err != nil {
		return DocumentView{}, err
	}
	records := all[d.Hash]
	if blind != "" {
		records = ownOf(records, blind)
	}
	v := DocumentView{Head: documentHead(rec, records, runs[d.Hash]), Text: text, Blocks: d.Blocks, Turns: d.Turns, Relay: d.Relay, Notes: orEmpty(d.Notes), Blind: blind}
	if v.Blocks == nil {
		v.Blocks = []ledger.Block{}
	}
	if v.Turns == nil {
		v.Turns = []ledger.Turn{}
	}
	if v.Relay == nil {
		v.Relay = []ledger.Relay{}
	}
	if v.Records, err = r.codedWith(records, runs[d.Hash], text); err != nil {
		return DocumentView{}, err
	}
	if d.Source != "" {
		if err := lookUp(r, []string{d.Source}, r.sources, func(row store.Row[*ledger.Source]) *ledger.Source { return row.Noun }); err != nil {
			return DocumentView{}, err
		}
		if s := r.sources[d.Source]; s != nil {
			head := sourceHead(s)
			v.Source = &head
		}
	}
	v.Scope = r.scopeView()
	return v, nil
}

func (r *reading) codedRecord(c coded, text string) (CodedRecord, error) {
	view, err := r.recordView(c.record)
	one := CodedRecord{Record: view}
	for _, q := range c.quotes {
		one.Spans = append(one.Spans, CodedSpan{Quote: q.Key, Start: q.Noun.Start, End: q.Noun.End, Exact: q.Noun.Exact, Voice: q.Noun.Voice, Orphan: text != "" && !q.Noun.Matches(text)})
	}
	slices.SortFunc(one.Spans, func(a, b CodedSpan) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return one, err
}

// Snapshot is the raw bytes that a document was read from, with a file name for
// saving them. They are whatever somebody fed in: serve them as an attachment only.
func (a *App) Snapshot(ctx context.Context, hash string) (raw []byte, fileName string, err error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return nil, "", err
	}
	rec, err := r.document(hash)
	if err != nil {
		return nil, "", err
	}
	d := rec.Body.(*ledger.Document)
	raw, err = a.store.Snapshot(ctx, d.Hash)
	ending := map[string]string{"text/html": ".html", "text/markdown": ".md", "text/plain": ".txt", "application/pdf": ".pdf", "message/rfc822": ".eml",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx"}[d.MediaType]
	return raw, "snapshot-" + d.Hash[:12] + ending, err
}
