package sqlstore

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"orrery/internal/store"
	"orrery/internal/testkit"
	"orrery/ledger"
)

func backupOf(t testing.TB, d *DB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Backup(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRestoreRefusesAnotherLedgerUnlessForced(t *testing.T) {
	engines(t, func(t *testing.T, fresh func(t *testing.T) string) {
		ctx := context.Background()
		one := openAt(t, Config{DSN: fresh(t)})
		wanted := addEvent(t, one, "wanted")
		backup := backupOf(t, one)

		cfg := Config{DSN: fresh(t), BackupDir: t.TempDir()}
		two := openAt(t, cfg)
		other := addEvent(t, two, "other")
		if _, err := Restore(ctx, bytes.NewReader(backup), cfg, false); !errors.Is(err, store.ErrNotEmpty) {
			t.Fatalf("over another ledger: %v, want ErrNotEmpty", err)
		}
		if _, err := Restore(ctx, bytes.NewReader(backup[:len(backup)-4]), cfg, true); !errors.Is(err, store.ErrDamaged) {
			t.Fatalf("a damaged backup by force: %v, want ErrDamaged", err)
		}
		if got, err := two.Get(ctx, ledger.KindEvent, "other", time.Time{}); err != nil || got.Hash != other.Hash {
			t.Errorf("after two refused restores the ledger holds %+v, %v", got, err)
		}
		done, err := Restore(ctx, bytes.NewReader(backup), cfg, true)
		if err != nil || done.Head != wanted.Hash || done.Revisions != 1 || done.Unchanged || done.Copy == "" {
			t.Fatalf("by force: %+v, %v", done, err)
		}
		if _, err := two.Get(ctx, ledger.KindEvent, "other", time.Time{}); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("the ledger that was replaced is still there (%v)", err)
		}
		if hits, err := two.Search(ctx, store.SearchQuery{Words: "words"}); err != nil || len(hits) != 1 || hits[0].Key != "wanted" {
			t.Errorf("full text after a forced restore: %v, %v", hits, err)
		}
		if report, err := two.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 || report.Head != wanted.Hash {
			t.Errorf("Verify: %+v, %v", report, err)
		}
		readCopy(t, done.Copy, other)

		again, err := Restore(ctx, bytes.NewReader(backup), cfg, false) // safe to repeat, without force
		if err != nil || !again.Unchanged {
			t.Errorf("the same again: %+v, %v", again, err)
		}
		spoiled := bytes.Clone(backup)
		spoiled[len(spoiled)/2] ^= 1
		if _, err := Restore(ctx, bytes.NewReader(spoiled), cfg, false); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("a damaged backup of the same ledger: %v, want ErrDamaged", err)
		}
	})
}

func TestALedgerMovesBetweenEngines(t *testing.T) {
	ctx := context.Background()
	file, server := Config{DSN: filepath.Join(t.TempDir(), "a.db")}, Config{DSN: testkit.Postgres(t)}
	d := openAt(t, file)
	addEvent(t, d, "e")
	doc, _, err := d.PutDocument(ctx, "ada", ledger.Document{MediaType: "text/plain", Title: "T"}, []byte{0, 1, 0xff}, "Zero \x00 byte and 🙂")
	if err != nil {
		t.Fatal(err)
	}
	first := backupOf(t, d)
	if _, err := Restore(ctx, bytes.NewReader(first), server, false); err != nil {
		t.Fatalf("to PostgreSQL: %v", err)
	}
	second := backupOf(t, openAt(t, server))
	back := Config{DSN: filepath.Join(t.TempDir(), "b.db")}
	if _, err := Restore(ctx, bytes.NewReader(second), back, false); err != nil {
		t.Fatalf("and back: %v", err)
	}
	third := openAt(t, back)
	if report, err := third.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 || report.Head != doc.Hash {
		t.Errorf("after both moves: %+v, %v", report, err)
	}
	if raw, err := third.Snapshot(ctx, doc.Key); err != nil || !bytes.Equal(raw, []byte{0, 1, 0xff}) {
		t.Errorf("the snapshot is %q, %v", raw, err)
	}
}

func TestAFailedRestoreLeavesNoFile(t *testing.T) {
	d := openAt(t, Config{DSN: filepath.Join(t.TempDir(), "a.db")})
	addEvent(t, d, "e")
	backup := backupOf(t, d)
	dir := t.TempDir()
	if _, err := Restore(context.Background(), bytes.NewReader(backup[:len(backup)-8]), Config{DSN: filepath.Join(dir, "b.db")}, false); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("a cut backup: %v, want ErrDamaged", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// FuzzRestore damages a backup in any way: it is refused and nothing is there, or it is whole and the same ledger.
func FuzzRestore(f *testing.F) {
	ctx := context.Background()
	d := openAt(f, Config{DSN: filepath.Join(f.TempDir(), "a.db"), Now: func() time.Time { return time.UnixMilli(1) }})
	if _, _, err := d.PutDocument(ctx, "ada", ledger.Document{MediaType: "text/plain", Title: "T"}, []byte("raw"), "text"); err != nil {
		f.Fatal(err)
	}
	head, err := d.reading.ReadHead(ctx)
	if err != nil {
		f.Fatal(err)
	}
	whole := backupOf(f, d)
	f.Add(uint16(40), byte(1), uint16(0))
	f.Add(uint16(0), byte(0), uint16(12))
	f.Add(uint16(9), byte(255), uint16(0)) // the gzip header's system: means nothing
	f.Fuzz(func(t *testing.T, at uint16, flip byte, cut uint16) {
		damaged := bytes.Clone(whole)
		damaged[int(at)%len(damaged)] ^= flip
		damaged = damaged[:len(damaged)-int(cut)%len(damaged)]
		cfg := Config{DSN: filepath.Join(t.TempDir(), "b.db")}
		done, err := Restore(ctx, bytes.NewReader(damaged), cfg, false)
		if err == nil {
			if done.Head != head.Hash || done.Revisions != head.Seq {
				t.Fatalf("a backup changed at %d by %#x and cut by %d became another ledger: %+v", at, flip, cut, done)
			}
			return
		}
		if !errors.Is(err, store.ErrDamaged) && !errors.Is(err, store.ErrNewerSchema) {
			t.Fatalf("refused with %v", err)
		}
		if _, err := os.Stat(cfg.DSN); !errors.Is(err, os.ErrNotExist) {
			t.Fatalf("refused, and yet there is a file (%v)", err)
		}
	})
}

// A backup is for the day on which the ledger is damaged: the same head must not be taken for the same ledger.
func TestRestoreRepairsADamagedLedger(t *testing.T) {
	engines(t, func(t *testing.T, fresh func(t *testing.T) string) {
		ctx := context.Background()
		cfg := Config{DSN: fresh(t), BackupDir: t.TempDir()}
		d := openAt(t, cfg)
		addEvent(t, d, "wanted")
		backup := backupOf(t, d)
		if _, err := d.writer.Exec(`UPDATE revision SET who = 'mallory' WHERE seq = 1`); err != nil {
			t.Fatal(err)
		}
		if report, err := d.Verify(ctx, nil); err != nil || len(report.Breaks) == 0 {
			t.Fatalf("the damage is not seen: %+v, %v", report, err)
		}
		if done, err := Restore(ctx, bytes.NewReader(backup), cfg, false); !errors.Is(err, store.ErrNotEmpty) {
			t.Fatalf("without force: %+v, %v, want ErrNotEmpty", done, err)
		}
		done, err := Restore(ctx, bytes.NewReader(backup), cfg, true)
		if err != nil || done.Unchanged || done.Copy == "" {
			t.Fatalf("by force: %+v, %v", done, err)
		}
		if report, err := d.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 {
			t.Errorf("after the restore: %+v, %v", report, err)
		}
	})
}
