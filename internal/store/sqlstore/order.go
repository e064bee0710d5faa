package sqlstore

import (
	"fmt"

	"orrery/internal/store"
)

// part is a stretch that one index scan can give in order. Newest first has two, because records without a date come
// last although their day is the greatest.
type part int

const (
	partAll part = iota
	partDated
	partUndated
	partLedger
	partLedgerDesc
	partWhole // newest first in one, where all that matches is sorted
)

func (f *filter) parts() []part {
	switch f.order {
	case store.ByDateDesc:
		return []part{partDated, partUndated}
	case store.ByLedger:
		return []part{partLedger}
	case store.ByLedgerDesc:
		return []part{partLedgerDesc}
	}
	return []part{partAll}
}

func orderOf(p part) string {
	switch p {
	case partDated, partUndated:
		return "d.day DESC, d.seq DESC"
	case partLedger:
		return "d.seq"
	case partLedgerDesc:
		return "d.seq DESC"
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
	case partLedgerDesc:
		if c.set {
			b.WriteString(" AND d.seq < " + b.arg(c.seq))
		}
	case partWhole:
		if c.set && c.day == undated {
			b.beyond(f, partUndated)
		} else if c.set {
			fmt.Fprintf(b, " AND ((d.day, d.seq) < (%s, %s) OR d.day = %d)", b.arg(c.day), b.arg(c.seq), undated)
		}
	}
}

// sortedBy is the ORDER BY of a whole page; table is the alias that holds day and seq.
func sortedBy(order store.Order, table string) string {
	switch order {
	case store.ByLedger:
		return table + ".seq"
	case store.ByLedgerDesc:
		return table + ".seq DESC"
	case store.ByDateDesc:
		return fmt.Sprintf("CASE WHEN %[1]s.day = %[2]d THEN 1 ELSE 0 END, %[1]s.day DESC, %[1]s.seq DESC", table, undated)
	}
	return table + ".day, " + table + ".seq"
}
