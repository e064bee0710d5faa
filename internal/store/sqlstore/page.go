package sqlstore

import (
	"context"
	"fmt"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// maxKeys is how many keys one query may name: both engines limit the parameters of a statement.
const maxKeys = 10_000

// Accepted returns accepted records only; models and figures read through it.
func (d *DB) Accepted(ctx context.Context, q store.Query) (store.Page, error) {
	return d.page(ctx, q, []ledger.Status{ledger.Accepted})
}

// Review returns records of the given statuses, or of all, for people who review and edit.
func (d *DB) Review(ctx context.Context, q store.Query, statuses ...ledger.Status) (store.Page, error) {
	return d.page(ctx, q, statuses)
}

func (d *DB) page(ctx context.Context, q store.Query, statuses []ledger.Status) (store.Page, error) {
	f, err := filterOf(q, statuses)
	if err != nil {
		return store.Page{}, err
	}
	if err := d.rarestFirst(ctx, &f); err != nil {
		return store.Page{}, err
	}
	s, err := pageStatement(f)
	if err != nil {
		return store.Page{}, err
	}
	rows, err := d.query(ctx, s)
	if err != nil {
		return store.Page{}, fmt.Errorf("reading records: %w", err)
	}
	var page store.Page
	if f.limit > 0 && len(rows) > f.limit {
		rows = rows[:f.limit]
		page.Next = cursorAt(rows[f.limit-1], f.order).String()
	}
	page.Records, err = recordsOf(rows)
	return page, err
}

// pageStatement writes the query of a page. It asks for one row more than the limit, to know whether a page follows.
func pageStatement(f filter) (statement, error) {
	if err := f.size(); err != nil {
		return statement{}, err
	}
	b := &builder{}
	columns := "r." + strings.Join(revisionColumns, ", r.")
	switch {
	case len(f.keys) > 0:
		b.byKeys(&f, columns)
	case f.order == store.ByLedger && len(f.items)+len(f.party) == 0 && f.from > f.to && f.statusesInclude(ledger.Accepted):
		b.byLedger(&f, columns)
	default:
		b.byRefs(&f, columns)
	}
	if f.limit > 0 {
		b.WriteString(" LIMIT " + b.arg(f.limit+1))
	}
	return statement{b.String(), b.args}, nil
}

func (f *filter) size() error {
	n := len(f.keys) + len(f.items)
	for _, p := range f.party {
		n += len(p.Keys)
	}
	if n > maxKeys {
		return fmt.Errorf("a query may name %d keys and this names %d; ask in parts", maxKeys, n)
	}
	return nil
}

func (f *filter) statusesInclude(s ledger.Status) bool {
	for _, have := range f.statuses {
		if have == string(s) {
			return true
		}
	}
	return false
}

// byRefs reads every stretch in its own order, at most a page of each, and merges them.
func (b *builder) byRefs(f *filter, columns string) {
	stretches, parts := f.stretches(), f.parts()
	if f.limit == 0 || len(stretches) > 0 && len(stretches[0].codes)*len(stretches[0].kinds) > 1 {
		parts = f.parts()[:1] // sorted below anyway
		if f.order == store.ByDateDesc {
			parts = []part{partWhole}
		}
	}
	b.WriteString("SELECT " + columns + " FROM (")
	for i, d := range stretches {
		for j, p := range parts {
			if i+j > 0 {
				b.WriteString(" UNION ")
			}
			b.WriteString("SELECT * FROM (SELECT DISTINCT d.day, d.seq FROM ref d WHERE ")
			b.where(f, d)
			b.beyond(f, p)
			if f.limit > 0 && p != partWhole {
				b.WriteString(" ORDER BY " + orderOf(p) + " LIMIT " + b.arg(f.limit+1))
			}
			b.WriteString(") AS s")
		}
	}
	if len(stretches) == 0 { // a party without keys: nothing can match
		b.WriteString("SELECT day, seq FROM ref WHERE seq < 0")
	}
	b.WriteString(") AS found JOIN revision r ON r.seq = found.seq ORDER BY " + sortedBy(f.order, "found"))
}

// byLedger walks the chain itself.
func (b *builder) byLedger(f *filter, columns string) {
	b.WriteString("SELECT " + columns + " FROM revision r WHERE r.seq > " + b.arg(f.after.seq) + " AND r.kind IN " + b.list(f.kinds) +
		" AND r.status IN " + b.list(f.statuses) + " AND r.since_ms <= " + b.arg(f.at) + " AND r.until_ms > " + b.arg(f.at) + " ORDER BY r.seq")
}

// byKeys reads named records and sorts them.
func (b *builder) byKeys(f *filter, columns string) {
	var ids []string
	for _, k := range f.keys {
		if id, err := ledger.ParseID(k); err == nil {
			ids = append(ids, string(id))
		}
	}
	b.WriteString("SELECT " + columns + " FROM (SELECT day_first AS day, kind, seq, day_last - day_first AS span FROM revision WHERE seq IN (" +
		"SELECT seq FROM revision WHERE kind IN " + b.list(f.kinds) + " AND key IN " + b.list(f.keys))
	if len(ids) > 0 {
		b.WriteString(" UNION SELECT seq FROM revision WHERE kind IN " + b.list(f.kinds) + " AND id IN " + b.list(ids))
	}
	b.WriteString(")) AS d JOIN revision r ON r.seq = d.seq WHERE r.status IN " + b.list(f.statuses) +
		" AND r.since_ms <= " + b.arg(f.at) + " AND r.until_ms > " + b.arg(f.at))
	if f.from <= f.to {
		b.WriteString(" AND d.day <= " + b.arg(min(f.to, undated-1)) + " AND d.day + d.span >= " + b.arg(f.from))
	}
	if len(f.items) > 0 {
		b.also(f.items, []string{roleItem})
	}
	for _, p := range f.party {
		b.also(p.Keys, texts(p.Roles))
	}
	if f.order == store.ByDateDesc {
		b.beyond(f, partWhole)
	} else {
		b.beyond(f, f.parts()[0])
	}
	b.WriteString(" ORDER BY " + sortedBy(f.order, "d"))
}
