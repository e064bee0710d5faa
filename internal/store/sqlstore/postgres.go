package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// postgres is the engine of a ledger that a team shares.
type postgres struct{}

func (postgres) name() string { return "postgres" }

func (postgres) isolation() sql.IsolationLevel { return sql.LevelRepeatableRead }

func (postgres) schema() schema {
	s := schema{
		files:   migrationsOf("postgres"),
		dialect: goose.DialectPostgres,
		version: "SELECT current_setting('server_version')",
		tables:  "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()",
	}
	// Two servers that start together must not migrate together.
	if locker, err := lock.NewPostgresSessionLocker(); err == nil {
		s.options = append(s.options, goose.WithSessionLocker(locker))
	}
	return s
}

func (postgres) open(ctx context.Context, cfg Config) (writer, reader *sql.DB, err error) {
	config, err := pgx.ParseConfig(cfg.DSN)
	if err != nil {
		return nil, nil, errors.New("the address is not of the form postgres://user:password@host:port/database")
	}
	if cfg.ReadOnly {
		config.RuntimeParams["default_transaction_read_only"] = "on"
	}
	config.RuntimeParams["application_name"] = "orrery"
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(16)
	db.SetMaxIdleConns(8)
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, nil, err
	}
	return db, db, nil
}

// redact leaves the password out of an address.
func redact(dsn string) string {
	u, err := url.Parse(dsn)
	if err != nil {
		return "postgres://…"
	}
	return u.Redacted()
}

// copyFrom is the number of rows from which COPY is faster than a statement that must be planned.
const copyFrom = 64

func (postgres) insert(ctx context.Context, conn *sql.Conn, tx *sql.Tx, table string, columns []string, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	if len(rows) < copyFrom {
		var b builder
		b.WriteString("INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES ")
		for i, r := range rows {
			marks := make([]string, len(r))
			for j, v := range r {
				marks[j] = b.arg(v)
			}
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString("(" + strings.Join(marks, ", ") + ")")
		}
		_, err := tx.ExecContext(ctx, b.String(), b.args...)
		return err
	}
	return raw(conn, func(c *pgx.Conn) error {
		_, err := c.CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
		return err
	})
}

// lookUps: a table that was filled a moment ago has no statistics, and without them the planner reads all of it for a list of keys.
func (postgres) lookUps(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "SET LOCAL enable_seqscan = off")
	return err
}

// raw lends pgx's own connection, which is inside the transaction that was begun on conn.
func raw(conn *sql.Conn, f func(*pgx.Conn) error) error {
	return conn.Raw(func(c any) error {
		direct, ok := c.(*stdlib.Conn)
		if !ok {
			return fmt.Errorf("the connection is a %T, not pgx's", c)
		}
		return f(direct.Conn())
	})
}

// copyBefore writes a backup of the portable form.
func (postgres) copyBefore(ctx context.Context, d *DB, to string) (path string, err error) {
	to += ".orrery.gz"
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
		if err != nil {
			os.Remove(to)
		}
	}()
	if err := d.Backup(ctx, f); err != nil {
		return "", err
	}
	return to, f.Sync()
}
