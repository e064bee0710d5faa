package server

import (
	"io"
	"log/slog"
	"net/http/httptest"
	"testing"
	"testing/fstest"
	"time"

	"orrery/internal/app"
	"orrery/internal/testkit"
)

// An alignment's last step may be today, so that no answer stays right over midnight.
func TestETagOfAnotherDay(t *testing.T) {
	clock := testkit.NewClock(time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC))
	s, err := New(Options{App: app.New(app.Config{Now: clock.Now}), UI: fstest.MapFS{}, Now: clock.Now, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("GET", "/api/v1/alignment", nil)
	first := s.etag("head", r)
	clock.Advance(time.Hour)
	if later := s.etag("head", r); later != first {
		t.Errorf("an hour later %s for %s", later, first)
	}
	clock.Advance(12 * time.Hour)
	if next := s.etag("head", r); next == first {
		t.Errorf("the next day still %s", next)
	}
}
