package app

import (
	"slices"
	"strconv"

	"orrery/internal/store"
	"orrery/ledger"
)

// pageSize is how many rows a page of a trace, lane or list has.
const pageSize = 50

// scanSize is how many records are read at a time where all must be looked at.
const scanSize = 2000

// rowset is the accepted records behind a figure: either listed, because they were
// at hand when the figure was made, or asked of the store page by page, because
// there may be a million of them.
type rowset struct {
	listed []listed
	query  *store.Query
	named  []pointer                // records that are read when their page is
	keep   func(ledger.Record) bool // nil: every record of the query
	raw    bool                     // the lens does not apply
}

// listed is one record and, where the record alone does not say why it is here, words;
// and its part in the figure where that is not to be counted as one.
type listed struct {
	record ledger.Record
	label  string
	weight *float64  // nil: 1
	ready  *TraceRow // in place of a record: what is none
}

// pointer is a listed record by its ref.
type pointer struct {
	ref, label string // ref may be the trace id of a report
	weight     *float64
	before     bool      // label stands before what the record says, not in its place
	ready      *TraceRow // in place of a ref
}

func asked(q store.Query, keep func(ledger.Record) bool) rowset { return rowset{query: &q, keep: keep} }

// whole reports whether the store can count and page the set by itself.
func (r *reading) whole(set rowset) bool {
	return set.query != nil && set.keep == nil && !r.lensOn(set)
}

// lensOn reports whether the lens may hide records of the set.
func (r *reading) lensOn(set rowset) bool {
	return !set.raw && !r.scope.Lens.IsZero() && lensable(set.query.Kinds)
}

// lensable reports whether the lens applies to records of these kinds.
func lensable(kinds []ledger.Kind) bool {
	for _, k := range kinds {
		switch k {
		case ledger.KindStance, ledger.KindVote, ledger.KindEvent, ledger.KindEpisode, ledger.KindTie, ledger.KindForecast, ledger.KindStatement, ledger.KindPerson:
			return true
		}
	}
	return false
}

// total counts a set.
func (r *reading) total(set rowset) (int64, error) {
	if set.named != nil {
		return int64(len(set.named)), nil
	}
	if r.whole(set) {
		q := *set.query
		q.AsOf = r.scope.AsOf
		tally, err := r.app.store.Count(r.ctx, q, "")
		var n int64
		for _, t := range tally {
			n += t.N
		}
		return n, err
	}
	all, err := r.all(set)
	return int64(len(all)), err
}

// page reads part of a set. Cursors are the store's own, or a count of rows.
func (r *reading) page(set rowset, cursor string, n int) (rows []listed, next string, err error) {
	if r.whole(set) {
		q := *set.query
		q.AsOf, q.After, q.Limit = r.scope.AsOf, cursor, n
		page, err := r.app.store.Accepted(r.ctx, q)
		if err != nil {
			return nil, "", err
		}
		for _, rec := range page.Records {
			rows = append(rows, listed{record: rec})
		}
		return rows, page.Next, nil
	}
	if set.named != nil {
		cut, next, err := cutPage(set.named, cursor, n)
		if err != nil {
			return nil, "", err
		}
		rows, err = r.follow(cut)
		return rows, next, err
	}
	all, err := r.all(set)
	if err != nil {
		return nil, "", err
	}
	return cutPage(all, cursor, n)
}

// follow reads the records that pointers name, in their order.
func (r *reading) follow(named []pointer) ([]listed, error) {
	keys := map[ledger.Kind][]string{}
	reports, err := r.reportRows(named)
	if err != nil {
		return nil, err
	}
	for _, p := range named {
		if p.ready != nil || isReport(p.ref) {
			continue
		}
		kind, key, err := ledger.ParseRef(p.ref)
		if err != nil {
			return nil, err
		}
		keys[kind] = append(keys[kind], key)
	}
	found := map[string]ledger.Record{}
	for kind, all := range keys {
		for chunk := range slices.Chunk(all, keysAtOnce) {
			page, err := r.app.store.Accepted(r.ctx, store.Query{AsOf: r.scope.AsOf, Kinds: []ledger.Kind{kind}, Keys: chunk})
			if err != nil {
				return nil, err
			}
			for _, rec := range page.Records {
				found[rec.Ref()] = rec
			}
		}
	}
	var out []listed
	for _, p := range named {
		if rec, ok := found[p.ref]; ok && p.before && p.label != "" {
			p.label += ": " + r.label(rec)
		}
		if row := reports[p.ref]; row != nil {
			row := *row
			row.Label = joined(p.label, ": ", row.Label)
			out = append(out, listed{ready: &row})
		} else if p.ready != nil {
			out = append(out, listed{ready: p.ready})
		} else if rec, ok := found[p.ref]; ok {
			out = append(out, listed{record: rec, label: p.label, weight: p.weight})
		}
	}
	return out, nil
}

// cutPage cuts a page out of a list; the cursor is the number of rows before it.
func cutPage[T any](all []T, cursor string, n int) ([]T, string, error) {
	from := 0
	if cursor != "" {
		var err error
		if from, err = strconv.Atoi(cursor); err != nil || from < 0 {
			return nil, "", malformed("cursor", "the cursor is not one that this list gave", "start again without a cursor")
		}
	}
	from = min(from, len(all))
	to := min(from+n, len(all))
	next := ""
	if to < len(all) {
		next = strconv.Itoa(to)
	}
	return all[from:to], next, nil
}

// all lists a set. Under a lens or a filter this reads all records of the query,
// a stretch at a time.
func (r *reading) all(set rowset) ([]listed, error) {
	if set.query == nil {
		return set.listed, nil
	}
	var out []listed
	q := *set.query
	q.AsOf, q.Limit = r.scope.AsOf, scanSize
	for {
		page, err := r.app.store.Accepted(r.ctx, q)
		if err != nil {
			return nil, err
		}
		lens := r.lensOn(set)
		if lens {
			if err := r.cite(page.Records); err != nil {
				return nil, err
			}
		}
		for _, rec := range page.Records {
			if (set.keep == nil || set.keep(rec)) && (!lens || r.passes(rec)) {
				out = append(out, listed{record: rec})
			}
		}
		if page.Next == "" {
			return out, nil
		}
		q.After = page.Next
	}
}
