package sqlstore

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// tallied are the roles that are counted as they are written: those of actors, who have very many records each.
// Other roles have few records a code and are counted when asked.
var tallied = []string{string(ledger.RoleBy), string(ledger.RoleHub), string(ledger.RoleTo)}

// tallies are changes of counters, gathered over a batch so that each counter is written once.
type tallies map[gen.Tally]int64 // key has N = 0

// count adds n (1 or -1) to every counter that a revision with these refs is counted in.
func (t tallies) count(row gen.Revision, refs []gen.Ref, n int64) {
	one := gen.Tally{Code: roleSelf, Kind: row.Kind, Year: yearOf(row.DayFirst), Status: row.Status}
	t[one] += n
	for i := 0; i < len(refs); { // refs are sorted by code, then role
		one.Code, one.Roles = refs[i].Code, ""
		for ; i < len(refs) && refs[i].Code == one.Code; i++ {
			if slices.Contains(tallied, refs[i].Role) {
				one.Roles = strings.TrimPrefix(one.Roles+","+refs[i].Role, ",")
			}
		}
		if one.Roles != "" && !strings.HasPrefix(one.Code, long) {
			t[one] += n
		}
	}
}

func (t tallies) write(ctx context.Context, q *gen.Queries) error {
	keys := slices.SortedFunc(maps.Keys(t), func(a, b gen.Tally) int {
		return strings.Compare(a.Code+"\x00"+a.Kind+"\x00"+a.Year, b.Code+"\x00"+b.Kind+"\x00"+b.Year)
	})
	for _, k := range keys {
		if t[k] == 0 {
			continue
		}
		if err := q.AddTally(ctx, gen.AddTallyParams{Code: k.Code, Kind: k.Kind, Year: k.Year, Status: k.Status, Roles: k.Roles, N: t[k]}); err != nil {
			return err
		}
	}
	return nil
}

// yearOf names the year that a stored day falls in; "" for none.
func yearOf(day int64) string {
	date := ledger.Day(day).Date()
	if date.IsZero() {
		return ""
	}
	s := date.String() // 2025-12-31, or -0044-03-15
	return s[:len(s)-len("-12-31")]
}

// Inventory counts current records by kind and status, sorted by both.
func (d *DB) Inventory(ctx context.Context, asOf time.Time) ([]store.Stock, error) {
	if asOf.IsZero() {
		rows, err := d.reading.StockNow(ctx)
		if err != nil {
			return nil, err
		}
		out := make([]store.Stock, len(rows))
		for i, r := range rows {
			out[i] = store.Stock{Kind: ledger.Kind(r.Kind), Status: ledger.Status(r.Status), N: r.N}
		}
		return out, nil
	}
	rows, err := d.reading.StockAt(ctx, moment(asOf))
	if err != nil {
		return nil, err
	}
	out := make([]store.Stock, len(rows))
	for i, r := range rows {
		out[i] = store.Stock{Kind: ledger.Kind(r.Kind), Status: ledger.Status(r.Status), N: r.N}
	}
	return out, nil
}
