package app_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"orrery/casebook/postsoviet"
	"orrery/internal/app"
	"orrery/internal/store/sqlstore"
	"orrery/internal/testkit"
)

// One ledger with the embedded casebook is made once; tests that write work on a
// copy of its file.

var (
	scratch string
	loaded  = sync.OnceValues(loadPostSoviet)
	t0      = time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC)
)

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "app-test-")
	if err != nil {
		panic(err)
	}
	scratch = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func loadPostSoviet() (string, error) {
	path := filepath.Join(scratch, "postsoviet.db")
	clock := testkit.NewClock(t0)
	db, err := sqlstore.Open(context.Background(), sqlstore.Config{DSN: path, Now: clock.Now})
	if err != nil {
		return "", err
	}
	defer db.Close()
	cb, faults, err := app.OpenCasebook(postsoviet.Files)
	if err != nil || len(faults) > 0 {
		return "", fmt.Errorf("%v %v", err, faults)
	}
	_, err = app.New(app.Config{Store: db, Now: clock.Now, Version: "test"}).LoadCasebook(context.Background(), cb, nil)
	return path, err
}

// world is an app on a ledger of its own.
type world struct {
	*app.App
	t     testing.TB
	db    *sqlstore.DB
	clock *testkit.Clock
}

// postSoviet is a ledger with the embedded casebook that the test may change.
func postSoviet(t testing.TB) *world {
	t.Helper()
	from, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ledger.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return open(t, path)
}

func open(t testing.TB, path string) *world {
	t.Helper()
	clock := testkit.NewClock(t0.Add(time.Hour))
	db, err := sqlstore.Open(t.Context(), sqlstore.Config{DSN: path, Now: clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	w := &world{App: app.New(app.Config{Store: db, Now: clock.Now, Version: "test", Who: "ana"}), t: t, db: db, clock: clock}
	t.Cleanup(w.Close) // before the ledger
	return w
}

func empty(t testing.TB) *world { return open(t, filepath.Join(t.TempDir(), "ledger.db")) }

// load loads a folder that must be sound.
func (w *world) load(folder fs.FS) app.LoadReport {
	w.t.Helper()
	cb, faults, err := app.OpenCasebook(folder)
	if err != nil || len(faults) > 0 {
		w.t.Fatalf("%v %v", err, faults)
	}
	report, err := w.LoadCasebook(w.t.Context(), cb, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	return report
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
