package sqlstore

import (
	"context"
	"database/sql"
	"math"

	"orrery/internal/store"
)

// sliceDays is how many days of the reports of states are sorted at once. The two indexes that find them do not give them in one order, and a set may
// have millions for a year, which an engine would all hold before it gives the first.
const sliceDays = 31

// sliced is the statement that reads a slice: its second and third arguments are the first and the last day.
func (r *reportRead) sliced(q store.ReportQuery) (statement, bool) {
	q.From, q.To = 1, 1 // any that are not open: the arguments say which
	text, ok := r.from(q, sightingColumns)
	text.text += " ORDER BY day, key"
	return text, ok
}

// eachBySlices tells the reports of states, by day and then key, in slices that begin on days that have a report of the set.
func (r *reportRead) eachBySlices(ctx context.Context, q store.ReportQuery, each func(*store.Sighting) error) error {
	text, ok := r.sliced(q)
	if !ok {
		return nil
	}
	from, to := int64(math.MinInt32), int64(math.MaxInt32)
	if q.From != 0 || q.To != 0 {
		from, to = int64(q.From), int64(q.To)
	}
	slice, err := r.tx.PrepareContext(ctx, text.text)
	if err != nil {
		return err
	}
	defer slice.Close()
	for {
		var next sql.NullInt64
		if err := r.tx.QueryRowContext(ctx, "SELECT MIN(day) FROM report WHERE set_id = $1 AND day >= $2 AND day <= $3", r.set, from, to).Scan(&next); err != nil || !next.Valid {
			return err
		}
		last := min(next.Int64+sliceDays-1, to)
		text.args[1], text.args[2] = next.Int64, last
		rows, err := slice.QueryContext(ctx, text.args...)
		if err != nil {
			return err
		}
		if err := r.each(ctx, rows, each); err != nil {
			return err
		}
		from = last + 1
	}
}
