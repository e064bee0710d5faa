package sqlstore

import (
	"context"
	"encoding/base64"
	"fmt"
	"math"
	"strconv"
	"strings"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
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
	b.WriteString(") AS found JOIN revision r ON r.seq = found.seq ORDER BY ")
	b.WriteString(map[store.Order]string{store.ByDate: "found.day, found.seq", store.ByLedger: "found.seq",
		store.ByDateDesc: fmt.Sprintf("CASE WHEN found.day = %d THEN 1 ELSE 0 END, found.day DESC, found.seq DESC", undated)}[f.order])
}

// part is a stretch that one index scan can give in order. Newest first has two, because records without a date come
// last although their day is the greatest.
type part int

const (
	partAll part = iota
	partDated
	partUndated
	partLedger
	partWhole // newest first in one, where all that matches is sorted
)

func (f *filter) parts() []part {
	switch f.order {
	case store.ByDateDesc:
		return []part{partDated, partUndated}
	case store.ByLedger:
		return []part{partLedger}
	}
	return []part{partAll}
}

func orderOf(p part) string {
	switch p {
	case partDated, partUndated:
		return "d.day DESC, d.seq DESC"
	case partLedger:
		return "d.seq"
	}
	return "d.day, d.seq"
}

// beyond keeps the rows of a part that come after the cursor.
func (b *builder) beyond(f *filter, p part) {
	c := f.after
	switch p {
	case partAll:
		if c.set {
			b.WriteString(" AND (d.day, d.seq) > (" + b.arg(c.day) + ", " + b.arg(c.seq) + ")")
		}
	case partDated:
		if c.set {
			b.WriteString(" AND (d.day, d.seq) < (" + b.arg(c.day) + ", " + b.arg(c.seq) + ")")
		}
		b.WriteString(" AND d.day < " + b.arg(undated))
		if c.set && c.day == undated {
			b.WriteString(" AND 1 = 0")
		}
	case partUndated:
		b.WriteString(" AND d.day = " + b.arg(undated))
		if c.set && c.day == undated {
			b.WriteString(" AND d.seq < " + b.arg(c.seq))
		}
	case partLedger:
		if c.set {
			b.WriteString(" AND d.seq > " + b.arg(c.seq))
		}
	case partWhole:
		if c.set && c.day == undated {
			b.beyond(f, partUndated)
		} else if c.set {
			fmt.Fprintf(b, " AND ((d.day, d.seq) < (%s, %s) OR d.day = %d)", b.arg(c.day), b.arg(c.seq), undated)
		}
	}
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
	b.WriteString(" ORDER BY ")
	b.WriteString(map[store.Order]string{store.ByDate: "d.day, d.seq", store.ByLedger: "d.seq",
		store.ByDateDesc: fmt.Sprintf("CASE WHEN d.day = %d THEN 1 ELSE 0 END, d.day DESC, d.seq DESC", undated)}[f.order])
}

// cursor is the last row of a page: the next page begins after it, whatever was written in between.
type cursor struct {
	set      bool
	order    store.Order
	day, seq int64
}

func cursorAt(r gen.Revision, order store.Order) cursor {
	return cursor{true, order, r.DayFirst, r.Seq}
}

func (c cursor) String() string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%d.%d.%d", c.order, c.day, c.seq))
}

func cursorOf(s string, order store.Order) (cursor, error) {
	if s == "" {
		return cursor{}, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return cursor{}, store.ErrCursor
	}
	var n [3]int64
	fields := strings.Split(string(b), ".")
	if len(fields) != len(n) {
		return cursor{}, store.ErrCursor
	}
	for i, field := range fields {
		if n[i], err = strconv.ParseInt(field, 10, 64); err != nil {
			return cursor{}, store.ErrCursor
		}
	}
	if store.Order(n[0]) != order || n[1] < math.MinInt32 || n[1] > math.MaxInt32 || n[2] < 0 {
		return cursor{}, store.ErrCursor
	}
	return cursor{true, order, n[1], n[2]}, nil
}
