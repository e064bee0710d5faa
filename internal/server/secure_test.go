package server

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// guarded is a handler behind all guards but the ledger's.
func guarded(log io.Writer, h http.HandlerFunc) http.Handler {
	l := slog.New(slog.NewTextHandler(log, nil))
	return chain(h, logged(l, time.Now), secureHeaders, noPanic(l), hostGuard{port: 7340}.guard, sameSite, limitBody)
}

func request(method, target string, body io.Reader, headers ...string) *http.Request {
	r := httptest.NewRequest(method, "http://127.0.0.1:7340"+target, body)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

// isProblem checks that an answer is a problem of this status that says something,
// and returns its detail.
func isProblem(t *testing.T, w *httptest.ResponseRecorder, status int) string {
	t.Helper()
	if w.Code != status {
		t.Errorf("status %d, want %d: %s", w.Code, status, w.Body)
	}
	if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("Content-Type %q, want application/problem+json", got)
	}
	var p huma.ErrorModel
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatalf("not JSON: %v: %s", err, w.Body)
	}
	if p.Status != status || p.Title == "" || p.Detail == "" {
		t.Errorf("the problem does not say all it should: %+v", p)
	}
	return p.Detail
}

func TestEveryAnswerCarriesTheGuards(t *testing.T) {
	h := guarded(io.Discard, func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "ok") })
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request("GET", "/", nil))
	for name, want := range map[string]string{
		"Content-Security-Policy":      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
		"X-Content-Type-Options":       "nosniff",
		"Referrer-Policy":              "no-referrer",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
	} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestWritesFromOtherSitesAreRefused(t *testing.T) {
	reached := 0
	h := guarded(io.Discard, func(w http.ResponseWriter, r *http.Request) { reached++ })
	for _, c := range []struct {
		method  string
		headers []string
		allowed bool
	}{
		{"POST", nil, true}, // a program: no browser sends neither header
		{"POST", []string{"Sec-Fetch-Site", "same-origin"}, true},
		{"POST", []string{"Origin", "http://127.0.0.1:7340"}, true},
		{"POST", []string{"Sec-Fetch-Site", "cross-site"}, false},
		{"POST", []string{"Sec-Fetch-Site", "same-site"}, false},
		{"PUT", []string{"Origin", "https://evil.example"}, false},
		{"POST", []string{"Origin", "null"}, false},
		{"GET", []string{"Sec-Fetch-Site", "cross-site"}, true}, // a link; the answer cannot be read from there
	} {
		before := reached
		w := httptest.NewRecorder()
		h.ServeHTTP(w, request(c.method, "/api/v1/records", strings.NewReader("{}"), c.headers...))
		if got := reached > before; got != c.allowed {
			t.Errorf("%s %q: allowed %t, want %t", c.method, c.headers, got, c.allowed)
		}
		if !c.allowed {
			isProblem(t, w, http.StatusForbidden)
		}
	}
}

func TestAPanicShowsNothingOfTheInside(t *testing.T) {
	var log bytes.Buffer
	h := guarded(&log, func(http.ResponseWriter, *http.Request) { panic("secret: the disk is at /var/lib") })
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request("GET", "/api/v1/home", nil))
	if detail := isProblem(t, w, http.StatusInternalServerError); strings.Contains(detail, "secret") {
		t.Errorf("the client was told %q", detail)
	}
	if !strings.Contains(log.String(), "secret") || !strings.Contains(log.String(), "secure_test.go") {
		t.Errorf("the log does not say where: %s", log.String())
	}
}

func TestBodiesAreBounded(t *testing.T) {
	var readErr error
	h := guarded(io.Discard, func(w http.ResponseWriter, r *http.Request) { _, readErr = io.Copy(io.Discard, r.Body) })
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request("POST", "/api/v1/records", bytes.NewReader(make([]byte, maxBody+1))))
	if p := isProblem(t, w, http.StatusRequestEntityTooLarge); !strings.Contains(p, "holds 1.1 MiB, and at most 1 MiB") {
		t.Errorf("the limit is told as %q", p)
	}

	chunked := request("POST", "/api/v1/records", struct{ io.Reader }{bytes.NewReader(make([]byte, maxBody+1))})
	chunked.ContentLength = -1 // no length is announced, so only counting helps
	h.ServeHTTP(httptest.NewRecorder(), chunked)
	if readErr == nil {
		t.Error("a body without an announced length was read beyond the limit")
	}
	h.ServeHTTP(httptest.NewRecorder(), request("POST", "/api/v1/documents", bytes.NewReader(make([]byte, maxBody+1))))
	if readErr != nil {
		t.Errorf("an upload of 1 MiB was cut off: %v", readErr)
	}
}

func TestScreens(t *testing.T) {
	s, err := newScreens(fstest.MapFS{
		"index.html":     {Data: []byte("<!doctype html><title>Orrery</title>")},
		"assets/app.js":  {Data: []byte("export {}")},
		"assets/app.css": {Data: []byte("a{}")},
	})
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	s.register(mux)
	get := func(target string, headers ...string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, request("GET", target, nil, headers...))
		return w
	}
	for target, want := range map[string]string{
		"/":                            "200 text/html; charset=utf-8",
		"/litmus":                      "200 text/html; charset=utf-8",
		"/litmus/A%2FRES%2FES-11%2F1":  "200 text/html; charset=utf-8",
		"/states/KAZ?as_of=2026-01-01": "200 text/html; charset=utf-8",
		"/reader/abc?at=1-2":           "200 text/html; charset=utf-8",
		"/assets/app.js":               "200 text/javascript; charset=utf-8",
		"/assets/app.css":              "200 text/css; charset=utf-8",
		"/assets/none.js":              "404 text/plain; charset=utf-8",
		"/litmus/a/b":                  "404 text/plain; charset=utf-8",
		"/assets/":                     "404 text/plain; charset=utf-8",
	} {
		w := get(target)
		if got := strconv.Itoa(w.Code) + " " + w.Header().Get("Content-Type"); got != want {
			t.Errorf("%s: %s, want %s", target, got, want)
		}
	}
	first := get("/assets/app.js")
	tag := first.Header().Get("ETag")
	if again := get("/assets/app.js", "If-None-Match", tag); tag == "" || again.Code != http.StatusNotModified || again.Body.Len() != 0 {
		t.Errorf("asked again with its tag %q: %d", tag, again.Code)
	}
	if cache := first.Header().Get("Cache-Control"); cache != "no-cache" {
		t.Errorf("Cache-Control %q, want no-cache: names carry no hash", cache)
	}
	w := httptest.NewRecorder()
	mux.ServeHTTP(w, request("POST", "/litmus", nil))
	isProblem(t, w, http.StatusMethodNotAllowed)
}
