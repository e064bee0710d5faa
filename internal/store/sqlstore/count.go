package sqlstore

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// Count counts accepted records by "year" of event time, by "kind", or in all (""). Years ascend, "" (undated) is
// last; kinds are in alphabetical order. A total is one tally even when it is 0.
func (d *DB) Count(ctx context.Context, q store.Query, by string) ([]store.Tally, error) {
	if by != "" && by != "year" && by != "kind" {
		return nil, fmt.Errorf("records are counted by year, by kind or in all, not by %q", by)
	}
	q.After, q.Limit, q.Order = "", 0, store.ByDate
	f, err := filterOf(q, []ledger.Status{ledger.Accepted})
	if err != nil {
		return nil, err
	}
	if err := d.rarestFirst(ctx, &f); err != nil {
		return nil, err
	}
	var s statement
	if f.counted(q) {
		s = countedStatement(f)
	} else if s, err = countStatement(f); err != nil {
		return nil, err
	}
	rows, err := d.reader.QueryContext(ctx, s.text, s.args...)
	if err != nil {
		return nil, fmt.Errorf("counting: %w", err)
	}
	defer rows.Close()
	sums := map[string]int64{}
	for rows.Next() {
		var kind, year string
		var n int64
		if err := rows.Scan(&kind, &year, &n); err != nil {
			return nil, err
		}
		if _, isDay := strings.CutPrefix(year, "d"); isDay {
			day, err := strconv.ParseInt(year[1:], 10, 64)
			if err != nil {
				return nil, err
			}
			year = yearOf(day)
		}
		sums[map[string]string{"": "", "year": year, "kind": kind}[by]] += n
	}
	return tallySorted(sums, by), rows.Err()
}

func tallySorted(sums map[string]int64, by string) []store.Tally {
	if by == "" {
		return []store.Tally{{N: sums[""]}}
	}
	names := slices.Collect(maps.Keys(sums))
	slices.SortFunc(names, func(a, b string) int {
		if by == "year" {
			return yearRank(a) - yearRank(b)
		}
		return strings.Compare(a, b)
	})
	out := make([]store.Tally, 0, len(names))
	for _, name := range names {
		if sums[name] != 0 {
			out = append(out, store.Tally{Name: name, N: sums[name]})
		}
	}
	return out
}

func yearRank(year string) int {
	n, err := strconv.Atoi(year)
	if err != nil {
		return 1 << 30
	}
	return n
}

// counted says whether the counters answer: what is current now, of all actors or of one.
func (f *filter) counted(q store.Query) bool {
	if !q.AsOf.IsZero() || len(f.keys)+len(f.items) > 0 || f.from <= f.to {
		return false
	}
	if len(f.party) == 0 {
		return true
	}
	if len(f.party) > 1 || len(f.party[0].Keys) != 1 || len(f.party[0].Roles) == 0 {
		return false
	}
	for _, r := range f.party[0].Roles {
		if !slices.Contains(tallied, string(r)) {
			return false
		}
	}
	return true
}

func countedStatement(f filter) statement {
	b := &builder{}
	code := roleSelf
	if len(f.party) > 0 {
		code = f.party[0].Keys[0]
	}
	b.WriteString("SELECT kind, year, n FROM tally WHERE n <> 0 AND code = " + b.arg(code) + " AND kind IN " + b.list(f.kinds) + " AND status IN " + b.list(f.statuses))
	if len(f.party) > 0 {
		// Each row counts the records that name the actor in one set of roles: take the sets that hold a wanted role.
		var any []string
		for _, r := range f.party[0].Roles {
			any = append(any, "',' || roles || ',' LIKE "+b.arg("%,"+string(r)+",%"))
		}
		b.WriteString(" AND (" + strings.Join(any, " OR ") + ")")
	}
	return statement{b.String(), b.args}
}

// countStatement counts rows of the reverse index by day, which is its order; days become years in Go.
func countStatement(f filter) (statement, error) {
	if len(f.keys) > 0 {
		f.limit = 0
		s, err := pageStatement(f)
		s.text = "SELECT kind, 'd' || CAST(day_first AS TEXT), COUNT(*) FROM (" + s.text + ") AS r GROUP BY kind, day_first"
		return s, err
	}
	if err := f.size(); err != nil {
		return statement{}, err
	}
	f.limit = 0
	stretches := f.stretches()
	if len(stretches) == 0 {
		return statement{text: "SELECT kind, '', 0 FROM ref WHERE seq < 0"}, nil
	}
	// A record that is found by two keys or in two roles is counted once.
	b := &builder{}
	if len(stretches) == 1 {
		count := "COUNT(DISTINCT d.seq)"
		if len(stretches[0].codes) == 1 && len(stretches[0].roles) == 1 { // no record is there twice: twice as fast
			count = "COUNT(*)"
		}
		b.WriteString("SELECT d.kind, 'd' || CAST(d.day AS TEXT), " + count + " FROM ref d WHERE ")
		b.where(&f, stretches[0])
		b.WriteString(" GROUP BY d.kind, d.day")
		return statement{b.String(), b.args}, nil
	}
	b.WriteString("SELECT kind, 'd' || CAST(day AS TEXT), COUNT(DISTINCT seq) FROM (")
	for i, d := range stretches {
		if i > 0 {
			b.WriteString(" UNION ALL ")
		}
		b.WriteString("SELECT d.kind, d.day, d.seq FROM ref d WHERE ")
		b.where(&f, d)
	}
	b.WriteString(") AS found GROUP BY kind, day")
	return statement{b.String(), b.args}, nil
}
