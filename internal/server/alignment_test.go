package server

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"orrery/internal/app"
)

// settled asks until the answer is final.
func settled(t *testing.T, s site, target string) *httptest.ResponseRecorder {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		w := s.get(target)
		if w.Code != http.StatusOK || w.Header().Get("ETag") != "" {
			return w
		}
		if cache := w.Header().Get("Cache-Control"); cache != noStore {
			t.Fatalf("%s: an answer without a tag may be kept: %q", target, cache)
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s: still %s", target, w.Body)
		}
	}
}

func TestAlignmentOverHTTP(t *testing.T) {
	s := newSite(t)
	w := settled(t, s, "/api/v1/alignment")
	v := view[app.AlignmentView](t, w, http.StatusOK)
	if v.Pending != nil || v.RivalPending != nil || len(v.States) != 6 || v.Hub.Code != "EU" || len(v.Ends) == 0 || len(v.Tilt) != 6 {
		t.Fatalf("%s", w.Body)
	}
	tag := settled(t, s, "/api/v1/alignment").Header().Get("ETag")
	if again := s.get("/api/v1/alignment", "If-None-Match", tag); again.Code != http.StatusNotModified {
		t.Errorf("the same question again: %d", again.Code)
	}
	d := view[app.DyadView](t, settled(t, s, "/api/v1/alignment/SRB?hub=RUS&channels=votes&absence=own&at=2022-03-05"), http.StatusOK)
	if d.Hub.Code != "RUS" || d.At != "2022-03-31" || d.Evidence.Absence != "own" || d.Standing == nil || d.Standing.Counts[0].N != 1 || len(d.Standing.Counts) != 1 {
		t.Errorf("%+v", d)
	}
	lanes := view[app.StateAlignment](t, settled(t, s, "/api/v1/states/SRB/alignment"), http.StatusOK)
	if len(lanes.Lanes) != 2 {
		t.Errorf("%d lanes", len(lanes.Lanes))
	}
	if m := view[app.MethodView](t, settled(t, s, "/api/v1/method/align"), http.StatusOK); m.Run == nil || len(m.Settings) == 0 || len(m.Diagnostics) == 0 || len(m.Says) == 0 {
		t.Errorf("%+v", m)
	}
	for target, status := range map[string]int{
		"/api/v1/alignment?channels=rumours":      http.StatusBadRequest,
		"/api/v1/alignment?absence=never":         http.StatusBadRequest,
		"/api/v1/alignment?hub=ZZZ":               http.StatusNotFound,
		"/api/v1/alignment?rival=ZZZ":             http.StatusNotFound,
		"/api/v1/alignment/ZZZ":                   http.StatusNotFound,
		"/api/v1/alignment/SRB?at=spring":         http.StatusBadRequest,
		"/api/v1/alignment/SRB?at=1815-06-18":     http.StatusBadRequest,
		"/api/v1/alignment?chanels=votes":         http.StatusUnprocessableEntity,
		"/api/v1/method/alchemy":                  http.StatusUnprocessableEntity,
		"/api/v1/states/DEU/alignment?as_of=1999": http.StatusBadRequest,
	} {
		if w := s.get(target); w.Code != status {
			t.Errorf("%s: %d, want %d: %s", target, w.Code, status, w.Body)
		}
	}
}

// waiting is an answer that is not there yet.
type waiting struct {
	N int `json:"n"`
}

func (w waiting) Unfinished() bool { return w.N == 0 }

// What is not final may not be kept, though the ledger stays the same.
func TestAnAnswerThatIsNotFinalIsNotKept(t *testing.T) {
	base := newSite(t)
	mux := http.NewServeMux()
	s := base.server
	n := 0
	ask(s, humago.New(mux, huma.DefaultConfig("test", "1")), "/slow", "slow", "Something slow", func(context.Context, app.Scope, *plainInput) (waiting, error) {
		return waiting{n}, nil
	})
	get := func(headers ...string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		s.tagged(mux).ServeHTTP(w, request(http.MethodGet, "/api/v1/slow", nil, headers...))
		return w
	}
	first := get()
	if first.Code != http.StatusOK || first.Header().Get("ETag") != "" || first.Header().Get("Cache-Control") != noStore {
		t.Errorf("while it is computed: %d, ETag %q, Cache-Control %q", first.Code, first.Header().Get("ETag"), first.Header().Get("Cache-Control"))
	}
	n = 1
	final := get()
	tag := final.Header().Get("ETag")
	if tag == "" || final.Header().Get("Cache-Control") != "private, no-cache" || get("If-None-Match", tag).Code != http.StatusNotModified {
		t.Errorf("when it is there: ETag %q, Cache-Control %q", tag, final.Header().Get("Cache-Control"))
	}
}
