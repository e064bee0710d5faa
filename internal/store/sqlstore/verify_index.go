package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"orrery/internal/store/sqlstore/gen"
)

// refSum stands for a set of rows of the reverse index whatever their order: the sums of two hashes of each. Two
// scans compare four million rows that way without looking each one up.
type refSum struct {
	one, two maphash.Seed
	n        int64
	sum      [2]uint64
}

func newRefSum() refSum { return refSum{one: maphash.MakeSeed(), two: maphash.MakeSeed()} }

func (s *refSum) add(refs []gen.Ref) {
	for _, r := range refs {
		s.n++
		s.sum[0] += maphash.Comparable(s.one, r)
		s.sum[1] += maphash.Comparable(s.two, r)
	}
}

// index compares the reverse index with what the revisions say it holds. Only when they differ are the rows looked
// up one by one, to name the first.
func (v *verifier) index(ctx context.Context, tx *sql.Tx) error {
	rows, err := tx.QueryContext(ctx, "SELECT "+strings.Join(refColumns, ", ")+" FROM ref")
	if err != nil {
		return fmt.Errorf("reading the reverse index: %w", err)
	}
	defer rows.Close()
	have := refSum{one: v.refs.one, two: v.refs.two}
	for rows.Next() {
		var r gen.Ref
		if err := rows.Scan(&r.Code, &r.Kind, &r.Day, &r.Seq, &r.Role, &r.Span, &r.Status, &r.SinceMs, &r.UntilMs); err != nil {
			return err
		}
		have.add([]gen.Ref{r})
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("reading the reverse index: %w", err)
	}
	if err := rows.Close(); err != nil {
		return err
	}
	if have == v.refs {
		return nil
	}
	seq, ref, err := v.firstUnindexed(ctx)
	if err != nil {
		return err
	}
	v.b.add("index", seq, ref, "the reverse index is not what the records say: it has %d rows, they give %d", have.n, v.refs.n)
	return nil
}

// firstUnindexed finds the first revision that the reverse index has wrong; 0 when the index has only rows too many.
func (v *verifier) firstUnindexed(ctx context.Context) (int64, string, error) {
	for done := int64(0); done < v.seq; {
		rows, err := v.q.Stretch(ctx, gen.StretchParams{AfterSeq: done, LastSeq: v.seq, Most: readAhead})
		if err != nil || len(rows) == 0 {
			return 0, "", err
		}
		for _, r := range rows {
			rec, err := recordOf(r)
			if err != nil {
				continue // reported on the way along the chain
			}
			refs := refsOf(r, rec.Refs())
			for i := 0; i < len(refs); {
				n := 1
				for i+n < len(refs) && refs[i+n].Code == refs[i].Code {
					n++
				}
				have, err := v.q.RefsOf(ctx, gen.RefsOfParams{Code: refs[i].Code, Kind: r.Kind, Day: r.DayFirst, Seq: r.Seq})
				if err != nil {
					return 0, "", err
				}
				slices.SortFunc(have, compareRefs)
				if !slices.Equal(have, refs[i:i+n]) {
					return r.Seq, rec.Ref(), nil
				}
				i += n
			}
		}
		done = rows[len(rows)-1].Seq
	}
	return 0, "", nil
}
