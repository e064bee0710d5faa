package sqlstore

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// reportRead is a read of reports in one state of the ledger, with the words that narrow rows name.
type reportRead struct {
	tx    *sql.Tx
	q     *gen.Queries
	set   int64 // 0: there is no such set
	words map[int64]string
	lists map[int64][]string // of contexts, as they are met
}

// readReports begins a read. It holds no lock that a writer waits for.
func (d *DB) readReports(ctx context.Context, set string) (*reportRead, error) {
	tx, err := d.snapshot(ctx)
	if err != nil {
		return nil, err
	}
	r := &reportRead{tx: tx, q: d.reading.WithTx(tx), words: map[int64]string{0: ""}, lists: map[int64][]string{0: nil}}
	if err := r.begin(ctx, set); err != nil {
		tx.Rollback()
		return nil, fmt.Errorf("reading the reports of %s: %w", set, err)
	}
	return r, nil
}

func (r *reportRead) begin(ctx context.Context, set string) (err error) {
	if !isText(set) {
		return nil // nothing is called that
	}
	if r.set, err = r.q.SetID(ctx, set); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	}
	rows, err := r.q.NarrowWords(ctx)
	for _, w := range rows {
		r.words[w.ID] = w.Word
	}
	return err
}

func (r *reportRead) close() { _ = r.tx.Rollback() } // it wrote nothing

// contexts are those that a number names; every row that names it gets the same list.
func (r *reportRead) contexts(id int64) ([]string, error) {
	list, ok := r.lists[id]
	if !ok {
		if err := json.Unmarshal([]byte(r.words[id]), &list); err != nil {
			return nil, fmt.Errorf("the contexts %q are not a list: %w; run orrery verify", r.words[id], err)
		}
		r.lists[id] = list
	}
	return list, nil
}

// numbers are those words that the dictionary has, as a list in a statement; "" for none.
func (r *reportRead) numbers(wanted []string, empty bool) string {
	var out []string
	for id, word := range r.words {
		if (word != "" || empty) && slices.Contains(wanted, word) {
			out = append(out, strconv.FormatInt(id, 10))
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// from writes FROM and WHERE of a query once, or once for each side that a state can stand on: each reads one index from end to end.
// false: nothing can match.
func (r *reportRead) from(q store.ReportQuery, columns string) (statement, bool) {
	if r.set == 0 {
		return statement{}, false
	}
	b := &builder{}
	where := " FROM report WHERE set_id = " + b.arg(r.set)
	if q.From != 0 || q.To != 0 {
		where += " AND day >= " + b.arg(int64(q.From)) + " AND day <= " + b.arg(int64(q.To))
	}
	if len(q.Types) > 0 {
		types := r.numbers(texts(q.Types), true)
		if types == "" {
			return statement{}, false
		}
		where += " AND type IN (" + types + ")"
	}
	b.WriteString("SELECT " + columns + where)
	if len(q.Either) > 0 {
		states := r.numbers(q.Either, false)
		if states == "" {
			return statement{}, false
		}
		b.WriteString(" AND source IN (" + states + ") UNION ALL SELECT " + columns + where + " AND target IN (" + states + ") AND source NOT IN (" + states + ")")
	}
	return statement{b.String(), b.args}, true
}

// EachSighting calls each with the reports that match, by day and then key; see store.Reports.
func (d *DB) EachSighting(ctx context.Context, q store.ReportQuery, each func(*store.Sighting) error) error {
	r, err := d.readReports(ctx, q.Set)
	if err != nil {
		return err
	}
	defer r.close()
	if len(q.Either) > 0 {
		return r.eachBySlices(ctx, q, each)
	}
	text, ok := r.from(q, sightingColumns)
	if !ok {
		return nil
	}
	rows, err := r.tx.QueryContext(ctx, text.text+" ORDER BY day, key", text.args...)
	if err != nil {
		return err
	}
	return r.each(ctx, rows, each)
}

const sightingColumns = "day, key, doubt, source, target, type, mode, contexts, link"

// each tells rows and closes them. It looks at ctx before each row: the driver notices only some time later that somebody gave up.
func (r *reportRead) each(ctx context.Context, rows *sql.Rows, each func(*store.Sighting) error) (err error) {
	defer rows.Close()
	var s store.Sighting
	var day, doubt, source, target, kind, mode, contexts int64
	into := []any{&day, &s.Key, &doubt, &source, &target, &kind, &mode, &contexts, &s.Link}
	for rows.Next() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		s.Day, s.Within = ledger.Day(day), int(doubt)
		s.Source, s.Target, s.Type, s.Mode = r.words[source], r.words[target], ledger.EventType(r.words[kind]), r.words[mode]
		if s.Contexts, err = r.contexts(contexts); err != nil {
			return err
		}
		if err := each(&s); err != nil {
			return err
		}
	}
	return rows.Err()
}

// ReportDays counts reports a day; see store.Reports.
func (d *DB) ReportDays(ctx context.Context, q store.ReportQuery) ([]store.ReportDay, error) {
	r, err := d.readReports(ctx, q.Set)
	if err != nil {
		return nil, err
	}
	defer r.close()
	text, ok := r.from(q, "day")
	if !ok {
		return nil, nil
	}
	if len(q.Either) > 0 {
		text.text = "SELECT day, COUNT(*) FROM (" + text.text + ") AS m GROUP BY day ORDER BY day"
	} else {
		text.text = strings.Replace(text.text, "SELECT day", "SELECT day, COUNT(*)", 1) + " GROUP BY day ORDER BY day"
	}
	rows, err := r.tx.QueryContext(ctx, text.text, text.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []store.ReportDay
	for rows.Next() {
		var one store.ReportDay
		if err := rows.Scan(&one.Day, &one.Reports); err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, rows.Err()
}
