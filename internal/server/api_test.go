package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"orrery/internal/app"
)

func TestIdsWithSlashesAreOneSegment(t *testing.T) {
	s := newSite(t)
	v := view[app.LitmusView](t, s.get("/api/v1/litmus/A%2FRES%2FES-11%2F1"), http.StatusOK)
	if v.Item.RollCall != "A/RES/ES-11/1" && v.Item.Key != "A/RES/ES-11/1" {
		t.Errorf("asked for A/RES/ES-11/1, got %q", v.Item.Key)
	}
	isProblem(t, s.get("/api/v1/litmus/A/RES/ES-11/1"), http.StatusNotFound)
}

func TestUnknownAddressesAndMethods(t *testing.T) {
	s := newSite(t)
	isProblem(t, s.get("/api/v1/none"), http.StatusNotFound)
	isProblem(t, s.get("/api"), http.StatusNotFound)
	w := s.send(http.MethodDelete, "/api/v1/records/item:x", nil)
	isProblem(t, w, http.StatusMethodNotAllowed)
	if allow := w.Header().Get("Allow"); allow != "GET, PUT" {
		t.Errorf("Allow %q, want GET, PUT", allow)
	}
	if detail := isProblem(t, s.get("/api/v1/litmus/nothing-2022"), http.StatusNotFound); !strings.Contains(detail, "nothing-2022") {
		t.Errorf("the problem does not name what is missing: %s", detail)
	}
}

// A mistyped parameter must not be answered as if it had not been given.
func TestParametersAreRead(t *testing.T) {
	s := newSite(t)
	for target, status := range map[string]int{
		"/api/v1/litmus?as_off=2022-01-01":               http.StatusUnprocessableEntity,
		"/api/v1/litmus?as_of=yesterday":                 http.StatusBadRequest,
		"/api/v1/litmus?lens=colour:red":                 http.StatusBadRequest,
		"/api/v1/states/SRB/events?direction=up":         http.StatusUnprocessableEntity,
		"/api/v1/home?since=soon":                        http.StatusBadRequest,
		"/api/v1/search?q=" + strings.Repeat("a", 500):   http.StatusUnprocessableEntity,
		"/api/v1/states/SRB?hub=ZZZ":                     http.StatusNotFound,
		"/api/v1/sources?cursor=made-up-by-somebody":     http.StatusBadRequest,
		"/api/v1/states/SRB/events?cursor=made-up":       http.StatusBadRequest,
		"/api/v1/trace/made-up-by-somebody":              http.StatusNotFound,
		"/api/v1/documents/" + strings.Repeat("0", 64):   http.StatusNotFound,
		"/api/v1/records/" + url.PathEscape("item/none"): http.StatusBadRequest,
	} {
		w := s.get(target)
		if detail := isProblem(t, w, status); strings.Contains(detail, "validation failed") {
			t.Errorf("%s: %q does not say what to do", target, detail)
		}
		if w.Code != status {
			t.Logf("that was %s", target)
		}
	}
}

func TestETag(t *testing.T) {
	s := newSite(t)
	first := s.get("/api/v1/states")
	tag := first.Header().Get("ETag")
	if !strings.HasPrefix(tag, `W/"`) {
		t.Fatalf("ETag %q is not weak", tag)
	}
	if w := s.get("/api/v1/states", "If-None-Match", `"other", `+tag); w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("the same question again: %d with %d bytes, want 304 without", w.Code, w.Body.Len())
	}
	if w := s.get("/api/v1/states?hub=RUS", "If-None-Match", tag); w.Code != http.StatusOK {
		t.Errorf("another question with the old tag: %d, want 200", w.Code)
	}
	if w := s.get("/api/v1/litmus/none"); w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("an error may be kept: ETag %q, Cache-Control %q", w.Header().Get("ETag"), w.Header().Get("Cache-Control"))
	}
	view[app.DocumentView](t, s.send(http.MethodPost, "/api/v1/documents", app.ReadRequest{Text: "A short text about a bridge and those who guard it."}), http.StatusCreated)
	if w := s.get("/api/v1/states", "If-None-Match", tag); w.Code != http.StatusOK || w.Header().Get("ETag") == tag {
		t.Errorf("after a write: %d with tag %q, want 200 and another tag than %q", w.Code, w.Header().Get("ETag"), tag)
	}
}
