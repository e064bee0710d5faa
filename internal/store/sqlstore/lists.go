package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"orrery/ledger"
)

// A batch is looked up with IN lists. A list that is not full repeats its last value, so that there are few statements
// and each is prepared once: reading and planning one of 500 parameters takes longer than running it.

type list int

const (
	currentByKeys list = iota // $1 is the kind in those of records, the set in those of reports
	currentByIDs
	knownKeys // answered from the index: every record has a first revision
	knownWords
	knownReports
	knownLinks
)

// leading is how many arguments stand before the list.
func (l list) leading() int {
	if l == knownLinks {
		return 2
	}
	return 1
}

type listQuery struct {
	list list
	size int
}

func (l list) text() string {
	columns := strings.Join(revisionColumns, ", ")
	switch l {
	case currentByKeys:
		return fmt.Sprintf("SELECT %s FROM revision WHERE kind = $1 AND until_ms = %d AND key IN ", columns, int64(forever))
	case currentByIDs:
		return fmt.Sprintf("SELECT %s FROM revision WHERE kind = $1 AND until_ms = %d AND id IN ", columns, int64(forever))
	case knownWords:
		return "SELECT id, word FROM report_word WHERE narrow = $1 AND hash IN "
	case knownReports: // the plus keeps the planners from reading the set instead of looking for the hashes
		return "SELECT key FROM report WHERE +set_id = $1 AND hash IN "
	case knownLinks:
		return "SELECT DISTINCT link FROM report WHERE set_id = $1 AND day = $2 AND link IN "
	}
	return "SELECT key FROM revision WHERE kind = $1 AND rev = 1 AND key IN "
}

// listSizes ascend.
func listSizes() []int { return []int{1, 16, 500} }

func prepareLists(ctx context.Context, db *sql.DB) (map[listQuery]*sql.Stmt, error) {
	out := map[listQuery]*sql.Stmt{}
	for _, l := range []list{currentByKeys, currentByIDs, knownKeys, knownWords, knownReports, knownLinks} {
		for _, size := range listSizes() {
			marks := make([]string, size)
			for i := range marks {
				marks[i] = fmt.Sprintf("$%d", i+1+l.leading())
			}
			s, err := db.PrepareContext(ctx, l.text()+"("+strings.Join(marks, ", ")+")") //nolint:sqlclosecheck // kept as long as the ledger is open
			if err != nil {
				return nil, err
			}
			out[listQuery{l, size}] = s
		}
	}
	return out, nil
}

// each runs a list query of records over any number of values and calls row for each row found.
func (t *tx) each(ctx context.Context, l list, kind ledger.Kind, values []string, row func(scan func(...any) error) error) error {
	return lookUp(ctx, t, l, []any{string(kind)}, values, row)
}

// lookUp runs a list query of any sort; leading are the arguments before the list.
func lookUp[T any](ctx context.Context, t *tx, l list, leading []any, values []T, row func(scan func(...any) error) error) error {
	sizes := listSizes()
	for len(values) > 0 {
		size := sizes[len(sizes)-1]
		for _, s := range sizes {
			if len(values) <= s {
				size = s
				break
			}
		}
		piece := values[:min(size, len(values))]
		values = values[len(piece):]
		args := make([]any, 0, size+len(leading))
		args = append(args, leading...)
		for i := range size {
			args = append(args, piece[min(i, len(piece)-1)])
		}
		if err := t.listed(ctx, listQuery{l, size}, args, row); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) listed(ctx context.Context, q listQuery, args []any, row func(scan func(...any) error) error) error {
	asked := t.StmtContext(ctx, t.d.lists[q])
	defer asked.Close()
	rows, err := asked.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
