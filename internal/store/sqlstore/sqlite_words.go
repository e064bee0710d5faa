package sqlstore

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"strings"

	"orrery/internal/store/sqlstore/gen"
)

// Index writes to FTS5, whose row number is the revision's seq. The kind is indexed as a word of its own column, so
// that a search in one kind does not read the postings of all others.
//
// One row a statement, on purpose: SQLite sets a savepoint for a statement of several rows, at which FTS5 writes out what it has gathered
// in memory, and then merges thousands of tiny segments. Alone, a row only joins the others until the commit.
func (sqlite) Index(ctx context.Context, conn *sql.Conn, _ *sql.Tx, texts []indexed) error {
	if len(texts) == 0 {
		return nil
	}
	return prepared(conn, func(prepare func(text string) (driver.StmtExecContext, error)) error {
		one, err := prepare("INSERT INTO word (rowid, kind, words) VALUES (?, ?, ?)")
		if err != nil {
			return err
		}
		for _, t := range texts {
			args := []driver.NamedValue{{Ordinal: 1, Value: t.seq}, {Ordinal: 2, Value: t.kind}, {Ordinal: 3, Value: t.words}}
			if _, err := one.ExecContext(ctx, args); err != nil {
				return err
			}
		}
		return nil
	})
}

// Search ranks by bm25 unless a term is common. A ranked search looks at the kind in the revision, not in the index:
// bm25 counts the postings of every word it is given, and a kind has a million.
func (s sqlite) Search(ctx context.Context, db *sql.DB, f find) ([]gen.Revision, error) {
	ranked := true
	for _, one := range wordsOf(f.terms) {
		var n int
		err := db.QueryRowContext(ctx, "SELECT COUNT(*) FROM (SELECT rowid FROM word WHERE word MATCH $1 LIMIT $2)", matchText([]term{one}, nil), common+1).Scan(&n)
		if err != nil {
			return nil, err
		}
		if ranked = n <= common; !ranked {
			break
		}
	}
	b := &builder{}
	b.WriteString("SELECT r." + strings.Join(revisionColumns, ", r.") + " FROM word CROSS JOIN revision r ON r.seq = word.rowid WHERE word MATCH ")
	if ranked {
		b.WriteString(b.arg(matchText(f.terms, nil)))
		if len(f.kinds) > 0 {
			b.WriteString(" AND r.kind IN " + b.list(f.kinds))
		}
	} else {
		b.WriteString(b.arg(matchText(f.terms, f.kinds)))
	}
	b.WriteString(" AND r.since_ms <= " + b.arg(f.at) + " AND r.until_ms > " + b.arg(f.at) + " ORDER BY ")
	if ranked {
		b.WriteString("bm25(word), ")
	}
	b.WriteString("word.rowid DESC LIMIT " + b.arg(f.limit) + " OFFSET " + b.arg(f.skip))
	return revisionsOf(ctx, db, b)
}

// wordsOf takes phrases apart: whether each of its words is common is quickly told, of a phrase it may take long.
func wordsOf(terms []term) []term {
	var out []term
	for _, t := range terms {
		for i, w := range t.words {
			out = append(out, term{words: []string{w}, prefix: t.prefix && i == len(t.words)-1})
		}
	}
	return out
}

// matchText is FTS5's query. Words hold letters and digits only, so quoting them is safe whatever was typed.
func matchText(terms []term, only []string) string {
	parts := make([]string, 0, len(terms)+1)
	for _, t := range terms {
		p := `words : "` + strings.Join(t.words, " ") + `"`
		if t.prefix {
			p += " *"
		}
		parts = append(parts, p)
	}
	if len(only) > 0 {
		kinds := make([]string, len(only))
		for i, k := range only {
			kinds[i] = `"` + fold(k) + `"`
		}
		parts = append(parts, "kind : ("+strings.Join(kinds, " OR ")+")")
	}
	return strings.Join(parts, " AND ")
}

// clear empties the index.
func (sqlite) clear(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO word (word) VALUES ('delete-all')")
	return err
}
