package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// textIndex finds revisions by words. Every revision is indexed once and never taken out: which of them stood at the
// time asked for is the revision's to say.
type textIndex interface {
	// Index adds the words of revisions.
	Index(ctx context.Context, conn *sql.Conn, tx *sql.Tx, texts []indexed) error
	// Search writes the query for revisions that hold every term, as columns of revision r, best first.
	Search(ctx context.Context, db *sql.DB, f find) ([]gen.Revision, error)
}

// indexed is the folded text of one revision.
type indexed struct {
	seq   int64
	kind  string
	words string
}

// find is a search made ready.
type find struct {
	terms       []term
	kinds       []string // none: any
	at          int64
	limit, skip int
}

// common is how many finds are still ranked. A word that more revisions hold ranks nothing (every text about the
// region holds its name): the newest come first then, which the index gives at once.
const common = 2000

const (
	defaultHits = 20
	maxHits     = 100
)

// Search finds records and documents by words: see store.SearchQuery. What was typed is never an error; without a
// word there are no hits.
func (d *DB) Search(ctx context.Context, q store.SearchQuery) ([]store.Hit, error) {
	f := find{terms: termsOf(q.Words), kinds: texts(q.Kinds), at: moment(q.AsOf), limit: q.Limit, skip: max(0, q.Skip)}
	if f.limit <= 0 {
		f.limit = defaultHits
	}
	f.limit = min(f.limit, maxHits)
	if len(f.terms) == 0 {
		return nil, nil
	}
	rows, err := d.engine.Search(ctx, d.reader, f)
	if err != nil {
		return nil, fmt.Errorf("searching: %w", err)
	}
	hits := make([]store.Hit, 0, len(rows))
	for _, row := range rows {
		hit, err := d.hit(ctx, row, f.terms)
		if err != nil {
			return nil, err
		}
		hits = append(hits, hit)
	}
	return hits, nil
}

func (d *DB) hit(ctx context.Context, row gen.Revision, terms []term) (store.Hit, error) {
	rec, err := recordOf(row)
	if err != nil {
		return store.Hit{}, err
	}
	facets := rec.Body.Facets()
	hit := store.Hit{Kind: rec.Kind, Key: rec.Key, Status: rec.Status, When: facets.When, Snippet: snippet(facets.Text, terms)}
	if doc, ok := rec.Body.(*ledger.Document); ok && !strings.Contains(hit.Snippet, markStart) {
		text, err := d.Text(ctx, doc.TextHash)
		if err != nil {
			return hit, err
		}
		hit.Snippet = snippet(text, terms)
	}
	return hit, nil
}

// revisionsOf runs a search's statement.
func revisionsOf(ctx context.Context, db *sql.DB, b *builder) ([]gen.Revision, error) {
	return (&DB{reader: db}).query(ctx, statement{b.String(), b.args})
}
