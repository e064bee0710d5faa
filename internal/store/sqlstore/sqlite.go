package sqlstore

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	modernc "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"orrery/internal/store"
)

// sqlite is the engine of a ledger in one file.
type sqlite struct{}

func (sqlite) name() string { return "sqlite" }

// isolation: every SQLite read of a write-ahead log sees one state.
func (sqlite) isolation() sql.IsolationLevel { return sql.LevelDefault }

// applicationID is "ORRY" in the header of a ledger's file.
const applicationID = 0x4F525259

func (sqlite) schema() schema {
	return schema{
		files:   migrationsOf("sqlite"),
		dialect: goose.DialectSQLite3,
		version: "SELECT sqlite_version()",
		tables:  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
	}
}

// unused is how long a connection that nobody uses is kept: its pages take up to 64 MB, and opening it again takes less than a millisecond.
const unused = 10 * time.Second

// open makes one connection that writes and a few that read beside it: with a write-ahead log readers never wait.
// synchronous FULL flushes the log at each commit, so that an acknowledged write survives a power cut too.
func (sqlite) open(ctx context.Context, cfg Config) (writer, reader *sql.DB, err error) {
	if err := (sqlite{}).inspect(ctx, cfg); err != nil {
		return nil, nil, err
	}
	reading := []string{"busy_timeout(10000)", "query_only(1)", "cache_size(-16000)", "temp_store(MEMORY)"}
	if cfg.ReadOnly {
		if reader, err = sql.Open("sqlite", fileURI(cfg.DSN, "ro", reading...)); err != nil {
			return nil, nil, err
		}
		return reader, reader, nil
	}
	writer, err = sql.Open("sqlite", fileURI(cfg.DSN, "rwc", "busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)",
		"foreign_keys(1)", "cache_size(-64000)", "temp_store(MEMORY)", "wal_autocheckpoint(8000)", "journal_size_limit(67108864)")+"&_txlock=immediate")
	if err != nil {
		return nil, nil, err
	}
	writer.SetMaxOpenConns(1)
	writer.SetConnMaxIdleTime(unused)
	if err := writer.PingContext(ctx); err != nil { // also makes the file, which readers cannot
		writer.Close()
		return nil, nil, err
	}
	if reader, err = sql.Open("sqlite", fileURI(cfg.DSN, "rw", append(reading, "foreign_keys(1)")...)); err != nil {
		writer.Close()
		return nil, nil, err
	}
	reader.SetMaxOpenConns(8)
	reader.SetMaxIdleConns(4)
	reader.SetConnMaxIdleTime(unused)
	return writer, reader, nil
}

// inspect refuses a file that is not a ledger before anything is written to it, even a journal mode.
func (sqlite) inspect(ctx context.Context, cfg Config) error {
	info, err := os.Stat(cfg.DSN)
	switch {
	case errors.Is(err, os.ErrNotExist) && cfg.ReadOnly:
		return fmt.Errorf("there is no such file: %w", store.ErrNotFound)
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return errors.New("it is a folder; name a file in it")
	case info.Size() == 0 && !cfg.ReadOnly:
		return nil
	}
	mode := "rw"
	if cfg.ReadOnly {
		mode = "ro"
	}
	db, err := sql.Open("sqlite", fileURI(cfg.DSN, mode, "busy_timeout(10000)"))
	if err != nil {
		return err
	}
	defer db.Close()
	var id, others int
	err = db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> $1)`, goose.DefaultTablename).Scan(&id, &others)
	var failed *modernc.Error
	if errors.As(err, &failed) && failed.Code()&0xff == lib.SQLITE_NOTADB {
		return fmt.Errorf("it is not a database: %w", store.ErrForeign)
	}
	if err != nil {
		return err
	}
	// A program killed while it made the file leaves one without the mark and with no tables but the migrations' own.
	if id != applicationID && (id != 0 || others > 0) {
		return fmt.Errorf("it is a database of another program: %w", store.ErrForeign)
	}
	return nil
}

// fileURI names a file for the driver; any character may be in its path.
func fileURI(path, mode string, pragmas ...string) string {
	q := url.Values{"mode": {mode}, "_pragma": pragmas}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
}

// rowsPerInsert trades the cost of a statement against that of its parameters; measured best between 20 and 50.
const rowsPerInsert = 32

// insert hands values to the driver itself: database/sql would look at the type of each one again, which is a tenth of
// the time of an import. Values are int64, string and []byte, as the driver takes them.
func (sqlite) insert(ctx context.Context, conn *sql.Conn, _ *sql.Tx, table string, columns []string, rows [][]any) error {
	return prepared(conn, func(prepare func(text string) (driver.StmtExecContext, error)) error {
		args := make([]driver.NamedValue, 0, rowsPerInsert*len(columns))
		for len(rows) > 0 {
			n := min(rowsPerInsert, len(rows))
			run, err := prepare(insertText(table, columns, n))
			if err != nil {
				return err
			}
			args = args[:0]
			for _, r := range rows[:n] {
				for _, v := range r {
					args = append(args, driver.NamedValue{Ordinal: len(args) + 1, Value: v})
				}
			}
			rows = rows[n:]
			if _, err := run.ExecContext(ctx, args); err != nil {
				return err
			}
		}
		return nil
	})
}

// prepared lends the driver's own connection, which is inside the transaction that was begun on conn, as a way to
// prepare statements. Each text is prepared once and closed at the end.
func prepared(conn *sql.Conn, f func(prepare func(text string) (driver.StmtExecContext, error)) error) error {
	return conn.Raw(func(c any) error {
		ready := map[string]driver.Stmt{}
		defer func() {
			for _, s := range ready {
				_ = s.Close() // its work is done, or failed and said so
			}
		}()
		return f(func(text string) (driver.StmtExecContext, error) {
			s := ready[text]
			if s == nil {
				var err error
				if s, err = c.(driver.Conn).Prepare(text); err != nil {
					return nil, err
				}
				ready[text] = s
			}
			run, ok := s.(driver.StmtExecContext)
			if !ok {
				return nil, fmt.Errorf("the statement is a %T, not SQLite's", s)
			}
			return run, nil
		})
	})
}

// lookUps: the migrations say what to believe of each table.
func (sqlite) lookUps(context.Context, *sql.Tx) error { return nil }

// insertText says OR FAIL because the transaction is rolled back on any error anyway: SQLite then need not remember
// how each page was before the statement.
func insertText(table string, columns []string, rows int) string {
	one := "(" + strings.TrimSuffix(strings.Repeat("?,", len(columns)), ",") + ")"
	return "INSERT OR FAIL INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES " + strings.TrimSuffix(strings.Repeat(one+",", rows), ",")
}

// copyBefore uses VACUUM INTO, which copies a ledger of any schema while others read and write.
func (sqlite) copyBefore(ctx context.Context, d *DB, to string) (string, error) {
	to += ".db"
	if _, err := d.writer.ExecContext(ctx, "VACUUM INTO $1", to); err != nil {
		return "", err
	}
	return to, nil
}
