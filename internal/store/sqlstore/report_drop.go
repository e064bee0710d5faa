package sqlstore

import (
	"context"
	"database/sql"
	"errors"

	"orrery/internal/store"
)

// DropReports takes a set away; see store.Reports. Its words stay: who else uses them is not kept, and other processes
// know their numbers.
func (d *DB) DropReports(ctx context.Context, set string) (n int64, err error) {
	if d.cfg.ReadOnly {
		return 0, store.ErrReadOnly
	}
	if !isText(set) {
		return 0, nil // nothing is called that
	}
	err = d.write(ctx, func(ctx context.Context, t *tx) (err error) {
		n, err = t.dropReports(ctx, set)
		return err
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}

func (t *tx) dropReports(ctx context.Context, name string) (int64, error) {
	set, err := t.q.SetID(ctx, name)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if _, err := t.q.DropDetails(ctx, set); err != nil {
		return 0, err
	}
	n, err := t.q.DropReports(ctx, set)
	if err != nil {
		return 0, err
	}
	for _, f := range []func(context.Context, int64) error{t.q.DropReportTally, t.q.DropReportNotes, t.q.DropSet} {
		if err := f(ctx, set); err != nil {
			return 0, err
		}
	}
	return n, t.dropped(ctx, name, n)
}
