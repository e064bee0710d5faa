package sqlstore

import (
	"encoding/json"
	"fmt"
	"math"
	"time"

	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

const (
	// forever is until_ms of a current revision.
	forever = math.MaxInt64
	// undated is day_first of a record without event time: after every date, because such records come last.
	undated = int64(ledger.MaxDay)
)

// moment is a ledger time as the queries take it; the zero time asks for what is current.
func moment(asOf time.Time) int64 {
	if asOf.IsZero() {
		return forever - 1
	}
	return asOf.UnixMilli()
}

// recordOf decodes a stored revision.
func recordOf(r gen.Revision) (ledger.Record, error) {
	rec := ledger.Record{ID: ledger.ID(r.ID), Kind: ledger.Kind(r.Kind), Key: r.Key, Rev: int(r.Rev), Seq: r.Seq, Status: ledger.Status(r.Status),
		At: time.UnixMilli(r.SinceMs).UTC(), Who: r.Who, Why: r.Why, Prev: r.Prev, Hash: r.Hash}
	if err := json.Unmarshal([]byte(r.Coder), &rec.Coder); err != nil {
		return rec, fmt.Errorf("reading the coder of %s, revision %d: %w", rec.Ref(), rec.Rev, err)
	}
	if err := json.Unmarshal([]byte(r.Evidence), &rec.Evidence); err != nil {
		return rec, fmt.Errorf("reading the evidence of %s, revision %d: %w", rec.Ref(), rec.Rev, err)
	}
	var err error
	if rec.Body, err = ledger.DecodeNoun(rec.Kind, []byte(r.Body)); err != nil {
		return rec, fmt.Errorf("reading %s, revision %d: %w", rec.Ref(), rec.Rev, err)
	}
	return rec, nil
}

func recordsOf(rows []gen.Revision) ([]ledger.Record, error) {
	out := make([]ledger.Record, 0, len(rows))
	for _, r := range rows {
		rec, err := recordOf(r)
		if err != nil {
			return nil, err
		}
		out = append(out, rec)
	}
	return out, nil
}

// rowOf is the inverse of recordOf for a sealed record; body, coder and evidence are their stored JSON.
func rowOf(rec ledger.Record, f ledger.Facets, body, coder, evidence []byte) gen.Revision {
	first, last := days(f.When)
	return gen.Revision{Seq: rec.Seq, ID: string(rec.ID), Kind: string(rec.Kind), Key: rec.Key, Rev: int64(rec.Rev), Status: string(rec.Status),
		SinceMs: rec.At.UnixMilli(), UntilMs: forever, DayFirst: first, DayLast: last, Item: f.Item,
		Coder: string(coder), Evidence: string(evidence), Body: string(body), Who: rec.Who, Why: rec.Why, Prev: rec.Prev, Hash: rec.Hash}
}

// days is a date as it is stored.
func days(when ledger.Date) (first, last int64) {
	if when.IsZero() {
		return undated, undated
	}
	a, b := when.Span()
	return int64(a), int64(b)
}

var revisionColumns = []string{"seq", "id", "kind", "key", "rev", "status", "since_ms", "until_ms", "day_first", "day_last", "item",
	"coder", "evidence", "body", "who", "why", "prev", "hash"}

func revisionValues(r gen.Revision) []any {
	return []any{r.Seq, r.ID, r.Kind, r.Key, r.Rev, r.Status, r.SinceMs, r.UntilMs, r.DayFirst, r.DayLast, r.Item,
		r.Coder, r.Evidence, r.Body, r.Who, r.Why, r.Prev, r.Hash}
}

// scanRevision reads a row of revisionColumns.
func scanRevision(scan func(...any) error) (r gen.Revision, err error) {
	err = scan(&r.Seq, &r.ID, &r.Kind, &r.Key, &r.Rev, &r.Status, &r.SinceMs, &r.UntilMs, &r.DayFirst, &r.DayLast, &r.Item,
		&r.Coder, &r.Evidence, &r.Body, &r.Who, &r.Why, &r.Prev, &r.Hash)
	return r, err
}
