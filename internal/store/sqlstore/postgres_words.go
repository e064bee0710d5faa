package sqlstore

import (
	"context"
	"database/sql"
	"strings"

	"github.com/jackc/pgx/v5"

	"orrery/internal/store/sqlstore/gen"
)

// partWords and partBytes are how much goes into one tsvector, which keeps 16,383 positions and 1 MB. All words of a
// search, and a whole phrase, must stand in one part: a text of more than 15,000 words (fifty pages) is found only by
// words that stand near each other.
const (
	partWords = 15_000
	partBytes = 300_000
)

// Index writes tsvectors. 'simple' neither stems nor drops words: a ledger of many languages has no one stemmer.
func (postgres) Index(ctx context.Context, conn *sql.Conn, _ *sql.Tx, texts []indexed) error {
	var seqs, parts []int64
	var words []string
	for _, t := range texts {
		for i, piece := range pieces(t.words) {
			seqs, parts, words = append(seqs, t.seq), append(parts, int64(i)), append(words, piece)
		}
	}
	if len(seqs) == 0 {
		return nil
	}
	return raw(conn, func(c *pgx.Conn) error {
		_, err := c.Exec(ctx, `INSERT INTO word (seq, part, words)
			SELECT seq, part, to_tsvector('simple', words) FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS t (seq, part, words)`, seqs, parts, words)
		return err
	})
}

// pieces cuts a folded text, after words, into parts that a tsvector holds.
func pieces(words string) []string {
	var out []string
	start, count := 0, 0
	for i := range len(words) {
		if words[i] != ' ' {
			continue
		}
		if count++; count == partWords || i-start >= partBytes {
			out, start, count = append(out, words[start:i]), i+1, 0
		}
	}
	return append(out, words[start:])
}

// Search ranks by ts_rank unless very many revisions match.
func (postgres) Search(ctx context.Context, db *sql.DB, f find) ([]gen.Revision, error) {
	b := &builder{}
	query := "to_tsquery('simple', " + b.arg(tsquery(f.terms)) + ")"
	b.WriteString("WITH found AS (SELECT w.seq, MAX(ts_rank(w.words, " + query + ", 1)) AS rank FROM word w JOIN revision v ON v.seq = w.seq WHERE w.words @@ " + query +
		" AND v.since_ms <= " + b.arg(f.at) + " AND v.until_ms > " + b.arg(f.at))
	if len(f.kinds) > 0 {
		b.WriteString(" AND v.kind IN " + b.list(f.kinds))
	}
	b.WriteString(" GROUP BY w.seq) SELECT r." + strings.Join(revisionColumns, ", r.") + " FROM found JOIN revision r ON r.seq = found.seq" +
		" ORDER BY found.rank DESC, r.seq DESC LIMIT " + b.arg(f.limit) + " OFFSET " + b.arg(f.skip))
	return revisionsOf(ctx, db, b)
}

// tsquery is PostgreSQL's query. Words hold letters and digits only, so quoting them is safe whatever was typed.
func tsquery(terms []term) string {
	parts := make([]string, len(terms))
	for i, t := range terms {
		words := make([]string, len(t.words))
		for j, w := range t.words {
			words[j] = "'" + w + "'"
		}
		if t.prefix {
			words[len(words)-1] += ":*"
		}
		parts[i] = "(" + strings.Join(words, " <-> ") + ")"
	}
	return strings.Join(parts, " & ")
}

// clear empties the index.
func (postgres) clear(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM word")
	return err
}
