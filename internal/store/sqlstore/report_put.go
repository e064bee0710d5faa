package sqlstore

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// PutReports adds those of a batch that the set does not hold; see store.Reports.
func (d *DB) PutReports(ctx context.Context, set string, batch []store.EventReport) (added int, err error) {
	if d.cfg.ReadOnly {
		return 0, store.ErrReadOnly
	}
	if err := checkSet(set); err != nil {
		return 0, err
	}
	if len(batch) == 0 {
		return 0, nil
	}
	words := newVocabulary()
	err = d.write(ctx, func(ctx context.Context, t *tx) (err error) {
		added, err = t.putReports(ctx, set, batch, words)
		return err
	})
	if err != nil {
		return 0, err
	}
	d.words.learn(words)
	return added, nil
}

// longestName bounds the name of a set, which is in an index.
const longestName = 200

func checkSet(set string) error {
	if set == "" || len(set) > longestName || !isText(set) {
		return fmt.Errorf("a set of reports cannot be called %.60q; give it a short name", set)
	}
	return nil
}

// setOf is the number of a set, which is made when it is not there.
func (t *tx) setOf(ctx context.Context, set string) (int64, error) {
	id, err := t.q.SetID(ctx, set)
	if errors.Is(err, sql.ErrNoRows) {
		return t.q.AddSet(ctx, set)
	}
	return id, err
}

// putReports looks a batch up as a whole, by keys, words and links, and then writes what is new: two tables, many rows a statement.
func (t *tx) putReports(ctx context.Context, name string, batch []store.EventReport, words *vocabulary) (int, error) {
	if err := t.d.engine.lookUps(ctx, t.Tx); err != nil {
		return 0, err
	}
	set, err := t.setOf(ctx, name)
	if err != nil {
		return 0, err
	}
	fresh, hashes, err := t.freshReports(ctx, set, batch)
	if err != nil || len(fresh) == 0 {
		return 0, err
	}
	for _, r := range fresh {
		words.gather(r)
	}
	if err := words.resolve(ctx, t); err != nil {
		return 0, err
	}
	if err := t.countLinked(ctx, set, fresh); err != nil {
		return 0, err
	}
	last, err := t.q.LastReportID(ctx)
	if err != nil {
		return 0, err
	}
	a, b := len(reportColumns), len(detailColumns)
	values := make([]any, 0, len(fresh)*(a+b)) // one piece of memory for all rows
	rows, details := make([][]any, len(fresh)), make([][]any, len(fresh))
	types := map[int64]int64{}
	for i, r := range fresh {
		id, at := last+1+int64(i), len(values)
		values = words.reportValues(values, set, id, hashes[i], r)
		values = words.detailValues(values, id, r)
		rows[i], details[i] = values[at:at+a:at+a], values[at+a:]
		types[words.narrow[string(r.Type)]]++
	}
	// In the order of the key neighbours go to the same page.
	slices.SortFunc(rows, func(x, y []any) int {
		return cmp.Or(cmp.Compare(x[1].(int64), y[1].(int64)), cmp.Compare(x[2].(int64), y[2].(int64)), cmp.Compare(x[3].(int64), y[3].(int64)))
	})
	if err := t.d.engine.insert(ctx, t.conn, t.Tx, "report", reportColumns, rows); err != nil {
		return 0, fmt.Errorf("writing reports: %w", err)
	}
	if err := t.d.engine.insert(ctx, t.conn, t.Tx, "report_detail", detailColumns, details); err != nil {
		return 0, fmt.Errorf("writing reports: %w", err)
	}
	for word, n := range types {
		if err := t.q.AddReportTally(ctx, gen.AddReportTallyParams{SetID: set, Type: word, N: n}); err != nil {
			return 0, err
		}
	}
	return len(fresh), t.q.BumpSet(ctx, set)
}

// freshReports are those of a batch that the set does not hold, the first of each key, and the hashes of their keys.
func (t *tx) freshReports(ctx context.Context, set int64, batch []store.EventReport) ([]*store.EventReport, []int64, error) {
	hashes := make([]int64, len(batch))
	for i := range batch {
		if err := checkReport(&batch[i]); err != nil {
			return nil, nil, err
		}
		hashes[i] = hashOf(batch[i].Key)
	}
	have := make(map[string]bool, len(batch))
	err := lookUp(ctx, t, knownReports, []any{set}, slices.Sorted(slices.Values(hashes)), func(scan func(...any) error) error {
		var key string
		if err := scan(&key); err != nil {
			return err
		}
		have[key] = true
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("looking for reports that are there: %w", err)
	}
	fresh, of := make([]*store.EventReport, 0, len(batch)), make([]int64, 0, len(batch))
	for i := range batch {
		if r := &batch[i]; !have[r.Key] {
			have[r.Key] = true
			fresh, of = append(fresh, r), append(of, hashes[i])
		}
	}
	return fresh, of, nil
}

// countLinked moves the counter of reports whose day and link an earlier one has, before they are written.
func (t *tx) countLinked(ctx context.Context, set int64, fresh []*store.EventReport) error {
	days := map[ledger.Day]map[int64]bool{} // each link that is new
	var linked, first int64
	for _, r := range fresh {
		if r.Link == 0 {
			continue
		}
		linked++
		if days[r.Day] == nil {
			days[r.Day] = map[int64]bool{}
		}
		days[r.Day][r.Link] = true
	}
	lastDay, err := t.q.LastReportDay(ctx, set)
	empty := errors.Is(err, sql.ErrNoRows)
	if err != nil && !empty {
		return err
	}
	for day, links := range days {
		list := make([]int64, 0, len(links))
		for link := range links {
			list = append(list, link)
		}
		first += int64(len(list))
		if empty || int64(day) > lastDay { // most files come in the order of their days
			continue
		}
		err := lookUp(ctx, t, knownLinks, []any{set, int64(day)}, list, func(scan func(...any) error) error {
			var link int64
			if err := scan(&link); err != nil {
				return err
			}
			if links[link] {
				links[link] = false // a list that is not full asks for its last value again
				first--
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("looking for linked reports: %w", err)
		}
	}
	if linked == first {
		return nil
	}
	return t.q.AddLinked(ctx, gen.AddLinkedParams{More: linked - first, ID: set})
}
