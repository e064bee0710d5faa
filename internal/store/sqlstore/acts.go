package sqlstore

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// Changes returns the newest revisions between two ledger times, newest first. Limit 0: at most 1,000.
func (d *DB) Changes(ctx context.Context, after, until time.Time, limit int) ([]ledger.Record, error) {
	if limit <= 0 {
		limit = 1000
	}
	from, to, err := d.between(ctx, after, until)
	if err != nil {
		return nil, err
	}
	rows, err := d.reading.StretchBack(ctx, gen.StretchBackParams{AfterSeq: from, LastSeq: to, Most: int32(min(limit, 1<<30))})
	if err != nil {
		return nil, fmt.Errorf("reading what changed: %w", err)
	}
	return recordsOf(rows)
}

// between finds the stretch (from, to] of the chain that was written after one ledger time and not after another.
func (d *DB) between(ctx context.Context, after, until time.Time) (from, to int64, err error) {
	to = math.MaxInt64
	if !until.IsZero() {
		if to, err = d.lastUntil(ctx, until); err != nil {
			return 0, 0, err
		}
	}
	from, err = d.lastUntil(ctx, after)
	return from, to, err
}

// Acts counts the newest revisions between two ledger times by author, reason, minute and kind, without their bodies.
// Only the newest limit revisions are looked at, so that a ledger of any size answers at once.
func (d *DB) Acts(ctx context.Context, after, until time.Time, limit int) (acts []store.Act, all bool, err error) {
	from, to, err := d.between(ctx, after, until)
	if err != nil {
		return nil, false, err
	}
	var b builder
	b.WriteString("SELECT since_ms / 60000, who, why, kind, COUNT(*), MAX(since_ms), MAX(seq) FROM (SELECT seq, since_ms, who, why, kind FROM revision WHERE seq > " +
		b.arg(from) + " AND seq <= " + b.arg(to) + " ORDER BY seq DESC LIMIT " + b.arg(int64(limit)) + ") newest GROUP BY since_ms / 60000, who, why, kind ORDER BY MAX(seq) DESC")
	rows, err := d.reader.QueryContext(ctx, b.String(), b.args...)
	if err != nil {
		return nil, false, fmt.Errorf("counting what changed: %w", err)
	}
	defer rows.Close()
	var seen int64
	for rows.Next() {
		var minute, n, last, seq int64
		var who, why, kind string
		if err := rows.Scan(&minute, &who, &why, &kind, &n, &last, &seq); err != nil {
			return nil, false, err
		}
		at := time.UnixMilli(minute * 60000).UTC()
		i := slices.IndexFunc(acts, func(a store.Act) bool { return a.Minute.Equal(at) && a.Who == who && a.Why == why })
		if i < 0 { // groups come newest first, so the first of an act holds its newest revision
			acts = append(acts, store.Act{Minute: at, At: time.UnixMilli(last).UTC(), Who: who, Why: why})
			i = len(acts) - 1
		}
		acts[i].N += n
		acts[i].Kinds = append(acts[i].Kinds, store.Tally{Name: kind, N: n})
		seen += n
	}
	for _, a := range acts {
		slices.SortFunc(a.Kinds, func(x, y store.Tally) int { return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.Name, y.Name)) })
	}
	return acts, seen < int64(limit), rows.Err()
}
