package testkit

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/url"
	"os"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// postgresEnv names a PostgreSQL to use instead of starting one: a DSN whose user may create databases.
const postgresEnv = "ORRERY_TEST_POSTGRES"

// Postgres returns the DSN of a new, empty UTF-8 database, dropped when the test ends. The server is the one named by
// $ORRERY_TEST_POSTGRES, else a throw-away cluster that the first call of the process starts (about two seconds).
//
// Where there is no PostgreSQL the test fails rather than skips: a conformance suite that quietly ran on one engine
// would prove nothing.
func Postgres(tb testing.TB) string {
	tb.Helper()
	admin := os.Getenv(postgresEnv)
	if admin == "" {
		dsn, err := server.start()
		if err != nil {
			tb.Fatalf("starting a PostgreSQL for the tests: %v", err)
		}
		admin = dsn
	}
	name := "orrery_test_" + randomHex(6)
	if err := execute(admin, "CREATE DATABASE "+name+" TEMPLATE template0 ENCODING 'UTF8'"); err != nil {
		tb.Fatalf("making a test database: %v", err)
	}
	tb.Cleanup(func() {
		if err := execute(admin, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			tb.Errorf("dropping the test database: %v", err)
		}
	})
	dsn, err := url.Parse(admin)
	if err != nil || dsn.Scheme == "" {
		tb.Fatalf("$%s is not a DSN of the form postgres://user:password@host:port/database", postgresEnv)
	}
	dsn.Path = "/" + name
	return dsn.String()
}

// execute runs one statement on a connection of its own. It goes through pgx and not database/sql, which belongs to
// the store alone.
func execute(dsn, statement string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, statement)
	if closed := conn.Close(ctx); err == nil {
		err = closed
	}
	return err
}

// randomHex returns 2n hexadecimal digits from the system's source: names and passwords must not repeat between
// processes, so this is the one place in the tests where a seed would be wrong.
func randomHex(n int) string {
	b := make([]byte, n)
	rand.Read(b)
	return hex.EncodeToString(b)
}
