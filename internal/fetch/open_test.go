package fetch

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// numbers is a file that the test server gives whole, from a place, or not again.
var numbers = bytes.Repeat([]byte("0123456789"), 1000)

func serveNumbers(t *testing.T) (*Client, string) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Accept-Encoding") != "identity" || r.UserAgent() != "Orrery" {
			t.Errorf("sent %v", r.Header)
		}
		switch r.URL.Path {
		case "/packed":
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(numbers)
		case "/otherpart":
			w.Header().Set("Content-Range", "bytes 7-9/10")
			w.WriteHeader(http.StatusPartialContent)
		case "/endless":
			for {
				if _, err := w.Write(numbers); err != nil {
					return
				}
			}
		case "/silent":
			w.Write(numbers[:10])
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		case "/broken":
			w.Header().Set("Content-Length", "100")
			w.Write(numbers[:40])
		default:
			w.Header().Set("ETag", `"one"`)
			w.Header().Set("Content-Type", "text/csv; charset=utf-8")
			http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(numbers))
		}
	})
	return reach(t, Limits{TotalTime: time.Second, MaxBytes: 10}, s), s.URL
}

func TestOpen(t *testing.T) {
	c, url := serveNumbers(t)
	for name, want := range map[string]struct {
		ask       Ask
		from      int
		unchanged bool
	}{
		"whole":           {ask: Ask{MaxBytes: 10000}},
		"rest":            {ask: Ask{MaxBytes: 10000, From: 4000, Validator: `"one"`}, from: 4000},
		"another file":    {ask: Ask{MaxBytes: 10000, From: 4000, Validator: `"two"`}},
		"no validator":    {ask: Ask{MaxBytes: 10000, From: 4000}},
		"the same again":  {ask: Ask{MaxBytes: 10000, ETag: `"one"`}, unchanged: true},
		"another version": {ask: Ask{MaxBytes: 10000, ETag: `"zero"`}},
	} {
		want.ask.URL = url + "/file"
		s, err := c.Open(t.Context(), want.ask)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if s.Unchanged != want.unchanged || s.From != int64(want.from) || s.ETag != `"one"` {
			t.Errorf("%s: %+v", name, s)
		}
		if got, err := io.ReadAll(s); !want.unchanged && (err != nil || !bytes.Equal(got, numbers[want.from:]) || s.Size != 10000 || s.MediaType != "text/csv") {
			t.Errorf("%s: %d bytes of %d, %s, %v", name, len(got), s.Size, s.MediaType, err)
		}
		s.Close()
	}
}

func TestOpenRefusesAndFails(t *testing.T) {
	c, url := serveNumbers(t)
	for path, want := range map[string]string{
		"/file":      "larger than 9999 bytes",
		"/packed":    "packs the file",
		"/otherpart": "another part",
		"/endless":   "larger than 9999 bytes",
		"/silent":    "nothing for 100ms",
		"/broken":    "before the page was complete",
	} {
		s, err := c.Open(t.Context(), Ask{URL: url + path, MaxBytes: 9999, Stall: 100 * time.Millisecond})
		if err == nil {
			_, err = io.ReadAll(s)
			s.Close()
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
	if _, err := New(Limits{}, nil).Open(t.Context(), Ask{URL: url, MaxBytes: 1}); err == nil || !strings.Contains(err.Error(), "loopback") {
		t.Errorf("the guard let a download pass: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	s, err := c.Open(ctx, Ask{URL: url + "/silent", MaxBytes: 9999})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	cancel()
	if _, err := io.ReadAll(s); !errors.Is(err, context.Canceled) {
		t.Errorf("a download that was stopped: %v", err)
	}
}
