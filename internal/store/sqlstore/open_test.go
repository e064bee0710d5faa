package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"orrery/internal/store"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// engines runs a test on both; fresh gives a place where there is no ledger yet.
func engines(t *testing.T, f func(t *testing.T, fresh func(t *testing.T) string)) {
	t.Run("sqlite", func(t *testing.T) {
		f(t, func(t *testing.T) string { return filepath.Join(t.TempDir(), "ledger.db") })
	})
	t.Run("postgres", func(t *testing.T) { f(t, func(t *testing.T) string { return testkit.Postgres(t) }) })
}

// addEvent writes one event and returns the revision.
func addEvent(t *testing.T, d *DB, slug string) ledger.Record {
	t.Helper()
	recs, err := d.Append(context.Background(), "ada", []store.Change{{Kind: ledger.KindEvent, Status: ledger.Accepted, Coder: ledger.Coder{Kind: ledger.CoderPerson, Name: "ada"},
		Body: &ledger.Event{Slug: slug, When: ledger.MustDate("2025"), By: []string{"RUS"}, To: []string{"KAZ"}, Type: "CONSULT", Summary: "words to find"}}})
	if err != nil {
		t.Fatal(err)
	}
	return recs[0]
}

// nextMigrations are this version's and one more, as a newer Orrery would have.
func nextMigrations(e engine) fstest.MapFS {
	out := fstest.MapFS{"99999_next.sql": {Data: []byte("-- +goose Up\nCREATE TABLE next (n BIGINT);\n")}}
	known := e.schema().files
	names, err := fs.Glob(known, "*.sql")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(known, name)
		if err != nil {
			panic(err)
		}
		out[name] = &fstest.MapFile{Data: text}
	}
	return out
}

func TestNewerSchemaIsRefusedAndACopyTakenBeforeMigrating(t *testing.T) {
	engines(t, func(t *testing.T, fresh func(t *testing.T) string) {
		ctx := context.Background()
		cfg := Config{DSN: fresh(t), BackupDir: t.TempDir(), Now: func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }}
		d := openAt(t, cfg)
		want := addEvent(t, d, "kept")
		d.Close()

		newer, err := open(ctx, cfg, nextMigrations(engineFor(cfg.DSN)))
		if err != nil {
			t.Fatalf("migrating: %v", err)
		}
		if got, err := newer.Get(ctx, ledger.KindEvent, "kept", time.Time{}); err != nil || got.Hash != want.Hash {
			t.Errorf("after the migration the record is %+v, %v", got, err)
		}
		newer.Close()
		copies, err := filepath.Glob(filepath.Join(cfg.BackupDir, "*before-v99999-20260102T030405.000Z*"))
		if err != nil || len(copies) != 1 {
			t.Fatalf("copies taken before the migration: %v, %v", copies, err)
		}
		readCopy(t, copies[0], want)

		if _, err := Open(ctx, cfg); !errors.Is(err, store.ErrNewerSchema) {
			t.Errorf("a newer schema: %v, want ErrNewerSchema", err)
		}
	})
}

// readCopy opens what copyBefore left, of either form, and looks for a record.
func readCopy(t *testing.T, path string, want ledger.Record) {
	t.Helper()
	cfg := Config{DSN: path, ReadOnly: true}
	if strings.HasSuffix(path, ".gz") {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		cfg = Config{DSN: filepath.Join(t.TempDir(), "restored.db")}
		if _, err := Restore(context.Background(), f, cfg, false); err != nil {
			t.Fatalf("restoring the copy: %v", err)
		}
	}
	d := openAt(t, cfg)
	if got, err := d.Get(context.Background(), ledger.KindEvent, want.Key, time.Time{}); err != nil || got.Hash != want.Hash {
		t.Errorf("the copy holds %+v, %v", got, err)
	}
}

func TestNoCopyNoMigration(t *testing.T) {
	cfg := Config{DSN: testkit.Postgres(t)} // no folder for copies
	d := openAt(t, cfg)
	addEvent(t, d, "kept")
	d.Close()
	if _, err := open(context.Background(), cfg, nextMigrations(postgres{})); err == nil || !strings.Contains(err.Error(), "no folder for copies") {
		t.Fatalf("migrating without a place for the copy: %v", err)
	}
	openAt(t, cfg) // still this version's schema
}

func TestReadOnly(t *testing.T) {
	engines(t, func(t *testing.T, fresh func(t *testing.T) string) {
		ctx := context.Background()
		cfg := Config{DSN: fresh(t)}
		if _, err := Open(ctx, Config{DSN: cfg.DSN, ReadOnly: true}); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("reading where there is no ledger: %v, want ErrNotFound", err)
		}
		d := openAt(t, cfg)
		want := addEvent(t, d, "e")
		reader := openAt(t, Config{DSN: cfg.DSN, ReadOnly: true})
		if got, err := reader.Get(ctx, ledger.KindEvent, "e", time.Time{}); err != nil || got.Hash != want.Hash {
			t.Errorf("read %+v, %v", got, err)
		}
		if _, err := reader.Append(ctx, "ada", []store.Change{{Kind: ledger.KindEvent, Key: "e", Base: 1, Status: ledger.Draft}}); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("Append: %v, want ErrReadOnly", err)
		}
		if _, _, err := reader.PutDocument(ctx, "ada", ledger.Document{}, []byte("x"), "x"); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("PutDocument: %v, want ErrReadOnly", err)
		}
		addEvent(t, d, "later")
		if _, err := reader.Get(ctx, ledger.KindEvent, "later", time.Time{}); err != nil {
			t.Errorf("a reader does not see what was written after it opened: %v", err)
		}
	})
}

func TestForeignFilesAreLeftAlone(t *testing.T) {
	ctx := context.Background()
	other := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite", other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE theirs (n INTEGER)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	marked := filepath.Join(t.TempDir(), "marked.db")
	if db, err = sql.Open("sqlite", marked); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("PRAGMA application_id = 252006674"); err != nil { // Fossil
		t.Fatal(err)
	}
	db.Close()
	text := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("These are notes and no database. ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{other, marked, text} {
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, readOnly := range []bool{false, true} {
			if _, err := Open(ctx, Config{DSN: path, ReadOnly: readOnly}); !errors.Is(err, store.ErrForeign) {
				t.Errorf("%s (read only: %t): %v, want ErrForeign", filepath.Base(path), readOnly, err)
			}
		}
		if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
			t.Errorf("%s was changed (%v)", filepath.Base(path), err)
		}
	}
	dsn := testkit.Postgres(t)
	pg, _, err := postgres{}.open(ctx, Config{DSN: dsn})
	if err != nil {
		t.Fatal(err)
	}
	defer pg.Close()
	if _, err := pg.Exec("CREATE TABLE theirs (n INTEGER)"); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, Config{DSN: dsn}); !errors.Is(err, store.ErrForeign) {
		t.Errorf("a PostgreSQL database of another program: %v, want ErrForeign", err)
	}
}

func TestErrorsNameThePlaceWithoutThePassword(t *testing.T) {
	_, err := Open(context.Background(), Config{DSN: "postgres://u:hunter2@127.0.0.1:1/none?connect_timeout=2"})
	if err == nil || strings.Contains(fmt.Sprint(err), "hunter2") || !strings.Contains(err.Error(), "127.0.0.1:1") {
		t.Errorf("the error is %v", err)
	}
	if _, err := Open(context.Background(), Config{DSN: t.TempDir()}); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("opening a folder: %v", err)
	}
}

func TestTheFileIsMarkedAndDurable(t *testing.T) {
	d := openAt(t, Config{DSN: filepath.Join(t.TempDir(), "ledger.db")})
	for pragma, want := range map[string]string{"application_id": fmt.Sprint(applicationID), "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"} {
		var got string
		if err := d.writer.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %s (%v), want %s", pragma, got, err, want)
		}
	}
}
