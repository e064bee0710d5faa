package sqlstore

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/store"
	"orrery/internal/testkit"
	"orrery/ledger"
)

func addReports(t testing.TB, d *DB, keys ...string) {
	t.Helper()
	dead := 3
	for i, key := range keys {
		r := store.EventReport{Key: key, Day: ledger.Day(9 - i), Source: store.ReportParty{State: "RUS", Name: "Москва"}, Target: store.ReportParty{State: "KAZ"}, Type: "AID",
			Contexts: []string{"health"}, Link: 5, Rated: true, Intensity: 0.1, Deaths: &dead, Text: "<a> & \"b\"", Line: i}
		if _, err := d.PutReports(context.Background(), "set", []store.EventReport{r}); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.PutReportFile(context.Background(), store.ReportFile{Set: "set", Hash: "h", At: time.UnixMilli(7), Added: len(keys), Summary: []byte(`{"a":"<b>"}`)}); err != nil {
		t.Fatal(err)
	}
}

// A ledger of the schema before reports, with data, is copied, migrated and sound.
func TestALedgerWithoutReportsIsMigrated(t *testing.T) {
	engines(t, func(t *testing.T, fresh func(t *testing.T) string) {
		ctx := context.Background()
		cfg := Config{DSN: fresh(t), BackupDir: t.TempDir()}
		e := engineFor(cfg.DSN)
		text, err := fs.ReadFile(e.schema().files, "00001_ledger.sql")
		if err != nil {
			t.Fatal(err)
		}
		first := fstest.MapFS{"00001_ledger.sql": {Data: text}}
		db, _, err := e.open(ctx, cfg)
		if err != nil {
			t.Fatal(err)
		}
		s := e.schema()
		s.files = first
		old := &DB{cfg: cfg, engine: e, writer: db, reader: db}
		if err := old.migrate(ctx, s); err != nil {
			t.Fatal(err)
		}
		old.Close()
		// Written by today's program into a ledger of its own, and carried over as an older program would have written it.
		source := openAt(t, Config{DSN: filepath.Join(t.TempDir(), "source.db")})
		want := addEvent(t, source, "kept")
		row, err := source.reading.RevisionsOf(ctx, string(want.ID))
		if err != nil {
			t.Fatal(err)
		}
		if db, _, err = e.open(ctx, cfg); err != nil {
			t.Fatal(err)
		}
		for _, statement := range []string{"INSERT INTO revision (" + strings.Join(revisionColumns, ", ") + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"} {
			if _, err := db.Exec(statement, revisionValues(row[0])...); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := db.Exec("UPDATE head SET seq = 1, hash = $1, at_ms = $2 WHERE one = 1", want.Hash, want.At.UnixMilli()); err != nil {
			t.Fatal(err)
		}
		db.Close()

		d := openAt(t, cfg)
		if got, err := d.Get(ctx, ledger.KindEvent, "kept", time.Time{}); err != nil || got.Hash != want.Hash {
			t.Errorf("after the migration the record is %+v, %v", got, err)
		}
		addReports(t, d, "one", "two")
		if sets, err := d.ReportSets(ctx); err != nil || len(sets) != 1 || sets[0].Reports != 2 {
			t.Errorf("reports after the migration: %+v, %v", sets, err)
		}
		copies, err := filepath.Glob(filepath.Join(cfg.BackupDir, "*before-v2-*"))
		if err != nil || len(copies) != 1 {
			t.Fatalf("copies taken before the migration: %v, %v", copies, err)
		}
		if e.name() == "sqlite" { // the other's copy lacks what this test did not carry over
			old, _, err := e.open(ctx, Config{DSN: copies[0], ReadOnly: true})
			if err != nil {
				t.Fatal(err)
			}
			defer old.Close()
			if version, err := (&DB{reader: old, engine: e}).schemaVersion(ctx, e.schema()); err != nil || version != 1 {
				t.Errorf("the copy has schema %d, %v, want 1", version, err)
			}
		}
	})
}

// linesOf unpacks a backup.
func linesOf(t *testing.T, backup []byte) []string {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(backup))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(text), "\n")
}

func TestReportsMoveBetweenEngines(t *testing.T) {
	ctx, now := context.Background(), func() time.Time { return time.UnixMilli(1) }
	file, server := Config{DSN: filepath.Join(t.TempDir(), "a.db"), Now: now}, Config{DSN: testkit.Postgres(t), Now: now}
	d := openAt(t, file)
	addEvent(t, d, "e")
	plain := backupOf(t, d)
	if first := linesOf(t, plain)[0]; !strings.Contains(first, `"format":1,`) || strings.Contains(first, "reports") {
		t.Errorf("a ledger without reports begins its backup with %s, which an older Orrery must be able to read", first)
	}
	addReports(t, d, "b", "a", "Б", "c")
	one := backupOf(t, d)
	if first := linesOf(t, one)[0]; !strings.Contains(first, `"format":2,`) {
		t.Errorf("an older Orrery would not refuse by its number the backup that begins with %s", first)
	}
	if done, err := Restore(ctx, bytes.NewReader(one), server, false); err != nil || done.Reports != 4 {
		t.Fatalf("to PostgreSQL: %+v, %v", done, err)
	}
	two := backupOf(t, openAt(t, server))
	if diff := cmp.Diff(linesOf(t, one), linesOf(t, two)); diff != "" {
		t.Errorf("the backups of both engines differ:\n%s", diff)
	}
	if done, err := Restore(ctx, bytes.NewReader(two), file, false); err != nil || !done.Unchanged {
		t.Errorf("to where it came from: %+v, %v", done, err)
	}
	// The same records with other reports are another ledger, and so are reports alone.
	if _, err := Restore(ctx, bytes.NewReader(plain), file, false); !errors.Is(err, store.ErrNotEmpty) {
		t.Errorf("over the same records with reports: %v, want ErrNotEmpty", err)
	}
	if _, err := d.DropReports(ctx, "set"); err != nil {
		t.Fatal(err)
	}
	file.BackupDir = t.TempDir()
	if done, err := Restore(ctx, bytes.NewReader(two), file, true); err != nil || done.Unchanged || done.Copy == "" {
		t.Errorf("by force: %+v, %v", done, err)
	}
	if report, err := d.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 || report.Reports != 4 {
		t.Errorf("Verify: %+v, %v", report, err)
	}
}

func TestReadersPutNoReports(t *testing.T) {
	engines(t, func(t *testing.T, fresh func(t *testing.T) string) {
		ctx, cfg := context.Background(), Config{DSN: fresh(t)}
		addReports(t, openAt(t, cfg), "k")
		cfg.ReadOnly = true
		d := openAt(t, cfg)
		if _, err := d.PutReports(ctx, "set", []store.EventReport{{Key: "l"}}); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("PutReports: %v", err)
		}
		if err := d.PutReportFile(ctx, store.ReportFile{Set: "set", Hash: "i"}); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("PutReportFile: %v", err)
		}
		if err := d.OfferReportFile(ctx, store.ReportFile{Set: "set", Hash: "i"}); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("OfferReportFile: %v", err)
		}
		if _, err := d.DropReports(ctx, "set"); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("DropReports: %v", err)
		}
		sets, err := d.ReportSets(ctx)
		if err != nil || len(sets) != 1 || sets[0].Reports != 1 {
			t.Errorf("ReportSets: %+v, %v", sets, err)
		}
		if got, err := d.ReportsByKey(ctx, "set", []string{"k", "l"}); err != nil || len(got) != 1 {
			t.Errorf("ReportsByKey: %+v, %v", got, err)
		}
	})
}

func TestVerifyFindsDamagedReports(t *testing.T) {
	engines(t, func(t *testing.T, fresh func(t *testing.T) string) {
		ctx := context.Background()
		for _, damage := range []struct{ what, do, says string }{
			{"a word is gone", `DELETE FROM report_word WHERE word = 'RUS'`, "dictionary"},
			{"a name is gone", `DELETE FROM report_word WHERE word = 'Москва'`, "dictionary"},
			{"a word is another", `UPDATE report_word SET word = 'UZB' WHERE word = 'KAZ'`, "hash"},
			{"a report is gone", `DELETE FROM report WHERE key = 'b'`, "details"},
			{"details are gone", `DELETE FROM report_detail WHERE id = 2`, "details"},
			{"a key is another", `UPDATE report SET key = 'x' WHERE key = 'b'`, "hash"},
			{"a report is there twice", `UPDATE report SET key = 'a', hash = (SELECT r.hash FROM report r WHERE r.key = 'a') WHERE key = 'b'`, "more than once"},
			{"a counter", `UPDATE report_tally SET n = n + 1`, "counter"},
			{"the counter of links", `UPDATE report_set SET linked = 9`, "linked"},
			{"a note brings more", `UPDATE report_file SET added = 10`, "brought"},
			{"a note is no JSON", `UPDATE report_file SET note = '{'`, "note"},
			{"what a reader found is no JSON", `UPDATE report_file SET found = '{'`, "note"},
			{"a set is gone", `DELETE FROM report_set`, "no name"},
			{"the history begins later", `DELETE FROM report_past WHERE seq = 1`, "follows line 0"},
			{"the history lacks its end", `DELETE FROM report_past WHERE seq = 2`, "is not what the history of reports has"},
			{"the history lacks a file", `DELETE FROM report_past`, "does not have the file"},
			{"the history is of another time", `UPDATE report_past SET at_ms = at_ms + 1 WHERE seq = 1`, "seal"},
			{"the history speaks of revisions to come", `UPDATE report_past SET head = 5`, "not written then"},
			{"a declaration was put into a note", `UPDATE report_file SET note = '{"denominator":"register"}'`, "declares is not what"},
		} {
			t.Run(damage.what, func(t *testing.T) {
				d := openAt(t, Config{DSN: fresh(t)})
				addReports(t, d, "a", "b", "c")
				if report, err := d.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 {
					t.Fatalf("before: %+v, %v", report, err)
				}
				if _, err := d.writer.Exec(damage.do); err != nil {
					t.Fatal(err)
				}
				report, err := d.Verify(ctx, nil)
				if err != nil {
					t.Fatal(err)
				}
				var found strings.Builder
				for _, b := range report.Breaks {
					found.WriteString(b.Problem + "\n")
				}
				if !strings.Contains(found.String(), damage.says) {
					t.Errorf("Verify says %q, want something of %q", found.String(), damage.says)
				}
			})
		}
	})
}
