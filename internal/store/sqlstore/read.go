package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// Get returns the revision that stood at asOf, by natural key or id.
func (d *DB) Get(ctx context.Context, kind ledger.Kind, key string, asOf time.Time) (ledger.Record, error) {
	if !isText(key) {
		return ledger.Record{}, fmt.Errorf("%s %q: %w", kind, key, store.ErrNotFound)
	}
	row, err := d.reading.CurrentByKey(ctx, gen.CurrentByKeyParams{Kind: string(kind), Key: key, AtMs: moment(asOf)})
	if errors.Is(err, sql.ErrNoRows) {
		if id, bad := ledger.ParseID(key); bad == nil {
			rec, err := d.GetID(ctx, id, asOf)
			if err == nil && rec.Kind != kind {
				err = fmt.Errorf("%s %q: %w", kind, key, store.ErrNotFound)
			}
			return rec, err
		}
		return ledger.Record{}, fmt.Errorf("%s %q: %w", kind, key, store.ErrNotFound)
	}
	if err != nil {
		return ledger.Record{}, fmt.Errorf("reading %s %q: %w", kind, key, err)
	}
	return recordOf(row)
}

// GetID returns the revision that stood at asOf, by id.
func (d *DB) GetID(ctx context.Context, id ledger.ID, asOf time.Time) (ledger.Record, error) {
	row, err := d.reading.CurrentByID(ctx, gen.CurrentByIDParams{ID: string(id), AtMs: moment(asOf)})
	if errors.Is(err, sql.ErrNoRows) {
		return ledger.Record{}, fmt.Errorf("record %s: %w", id, store.ErrNotFound)
	}
	if err != nil {
		return ledger.Record{}, fmt.Errorf("reading record %s: %w", id, err)
	}
	return recordOf(row)
}

// History returns every revision of a record, oldest first.
func (d *DB) History(ctx context.Context, id ledger.ID) ([]ledger.Record, error) {
	rows, err := d.reading.RevisionsOf(ctx, string(id))
	if err != nil {
		return nil, fmt.Errorf("reading the history of %s: %w", id, err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("record %s: %w", id, store.ErrNotFound)
	}
	return recordsOf(rows)
}

// lastUntil finds the last revision at or before a ledger time by halving: ledger time grows with seq, and an index
// for this one question would slow every write.
func (d *DB) lastUntil(ctx context.Context, at time.Time) (int64, error) {
	if at.IsZero() {
		return 0, nil
	}
	head, err := d.reading.ReadHead(ctx)
	if err != nil {
		return 0, err
	}
	low, high := int64(0), head.Seq // low is at or before, everything above high is after
	for low < high {
		middle := low + (high-low+1)/2
		since, err := d.reading.SinceOf(ctx, middle)
		if err != nil {
			return 0, fmt.Errorf("looking for ledger time %s: %w", at, err)
		}
		if since <= at.UnixMilli() {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low, nil
}

// query runs a built statement over revisions.
func (d *DB) query(ctx context.Context, s statement) ([]gen.Revision, error) {
	rows, err := d.reader.QueryContext(ctx, s.text, s.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []gen.Revision
	for rows.Next() {
		r, err := scanRevision(rows.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return slices.Clip(out), rows.Err()
}
