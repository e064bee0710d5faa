package server

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/internal/store/sqlstore"
	"orrery/internal/testkit"
	"orrery/ui"
)

// site is a server over a real ledger that holds the small casebook of the Balkans.
type site struct {
	t      *testing.T
	h      http.Handler
	server *Server
}

func newSite(t *testing.T) site {
	t.Helper()
	return siteOf(t, filepath.Join(t.TempDir(), "ledger.db"), filepath.Join("casebook", "testdata", "balkans"))
}

// siteOf is a server over the ledger at path, with a casebook of the repository.
func siteOf(t *testing.T, path, casebook string) site {
	t.Helper()
	return siteOn(t, path, casebook, func(s store.Store) store.Store { return s })
}

// siteOn is a server over such a ledger behind a store of the test's own.
func siteOn(t *testing.T, path, casebook string, wrap func(store.Store) store.Store) site {
	t.Helper()
	ctx := context.Background()
	db, err := sqlstore.Open(ctx, sqlstore.Config{DSN: path})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	a := app.New(app.Config{Store: wrap(db), Now: time.Now, Version: "test"})
	t.Cleanup(a.Close) // before the ledger
	cb, faults, err := app.OpenCasebook(os.DirFS(filepath.Join(testkit.Repo(t), casebook)))
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	if _, err := a.LoadCasebook(ctx, cb, nil); err != nil {
		t.Fatal(err)
	}
	return serving(t, a)
}

// serving is a server of an App.
func serving(t *testing.T, a *app.App) site {
	t.Helper()
	s, err := New(Options{App: a, UI: ui.Dist(), Version: "test", Now: time.Now, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err != nil {
		t.Fatal(err)
	}
	return site{t, s.Handler(7340), s}
}

func (s site) get(target string, headers ...string) *httptest.ResponseRecorder {
	return s.send(http.MethodGet, target, nil, headers...)
}

// send sends JSON, or bytes as they are, and returns the answer.
func (s site) send(method, target string, body any, headers ...string) *httptest.ResponseRecorder {
	s.t.Helper()
	var content io.Reader
	switch b := body.(type) {
	case nil:
	case []byte:
		content = bytes.NewReader(b)
	default:
		packed, err := json.Marshal(b)
		if err != nil {
			s.t.Fatal(err)
		}
		content = bytes.NewReader(packed)
		headers = append([]string{"Content-Type", "application/json"}, headers...)
	}
	w := httptest.NewRecorder()
	s.h.ServeHTTP(w, request(method, target, content, headers...))
	return w
}

// view reads an answer that must have this status.
func view[V any](t *testing.T, w *httptest.ResponseRecorder, status int) V {
	t.Helper()
	var v V
	if w.Code != status {
		t.Fatalf("status %d, want %d: %s", w.Code, status, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("not JSON: %v: %s", err, w.Body)
	}
	return v
}
