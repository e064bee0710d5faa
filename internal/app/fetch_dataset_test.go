package app_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/fetch"
)

// library is a publisher's site: a record with a page and one file, whose download can be made to break.
type library struct {
	*httptest.Server
	page, name, etag, media string
	text                    []byte
	breakAt                 int64 // bytes after which a download breaks off; 0: never
	breaks                  int   // how often
	asked                   []string
	redirectTo              string
}

func newLibrary(t *testing.T) *library {
	l := &library{name: "2026_1_1_ga_voting.csv", etag: `"v1"`, media: "text/csv"}
	l.text = []byte("resolution,date,iso3,vote\n" + strings.Repeat("A/RES/70/1,2015-12-01,SWE,Y\n", 30000))
	l.Server = httptest.NewServer(http.HandlerFunc(l.serve))
	t.Cleanup(l.Close)
	l.page = l.URL + "/record/4060887"
	return l
}

func (l *library) serve(w http.ResponseWriter, r *http.Request) {
	l.asked = append(l.asked, strings.TrimSpace(r.URL.Path+" "+r.Header.Get("Range")))
	switch {
	case r.URL.Path == "/record/4060887":
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<p><a href="/record/4060887/files/readme.txt">read me</a> <a href="/record/4060887/files/%s?ln=en">data</a> <a href="/record/4060887/files/old.csv">old</a>`, l.name)
	case r.URL.Path == "/record/1":
		fmt.Fprint(w, `<p>Please wait while we check your browser. <a href="/record/4060887/files/x.csv">x</a>`)
	case strings.HasSuffix(r.URL.Path, l.name) && l.redirectTo != "":
		http.Redirect(w, r, l.redirectTo, http.StatusFound)
	case strings.HasSuffix(r.URL.Path, l.name):
		if l.etag != "" {
			w.Header().Set("ETag", l.etag)
		}
		w.Header().Set("Content-Type", l.media)
		if l.breaks > 0 {
			l.breaks--
			w = &breaking{ResponseWriter: w, left: l.breakAt}
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(l.text))
	default:
		http.NotFound(w, r)
	}
}

// breaking cuts the connection after so many bytes.
type breaking struct {
	http.ResponseWriter
	left int64
}

func (b *breaking) Write(p []byte) (int, error) {
	n := min(b.left, int64(len(p)))
	if _, err := b.ResponseWriter.Write(p[:n]); err != nil {
		return 0, err
	}
	if b.left -= n; b.left == 0 {
		b.ResponseWriter.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}
	return len(p), nil
}

// client is the guarded client, which may use this one server of the loopback.
func (l *library) client(t *testing.T) *fetch.Client {
	t.Helper()
	u, err := url.Parse(l.URL)
	if err != nil {
		t.Fatal(err)
	}
	port, err := strconv.ParseUint(u.Port(), 10, 16)
	if err != nil {
		t.Fatal(err)
	}
	return fetch.New(fetch.Limits{Ports: []uint16{uint16(port)}, AllowAddr: func(a netip.Addr) bool { return a == netip.MustParseAddr("127.0.0.1") }}, func() time.Time { return t0 })
}

func (l *library) fetchTo(t *testing.T, dir string) (app.FetchReport, error) {
	t.Helper()
	l.asked = nil
	w := empty(t)
	a := app.New(app.Config{Store: w.db, Now: w.clock.Now, Version: "test", Fetch: l.client(t)})
	return a.FetchUNGA(t.Context(), app.FetchRequest{Folder: dir, Page: l.page})
}

// whole fails the test unless the folder holds exactly the file of the library and its note.
func (l *library) whole(t *testing.T, dir string, r app.FetchReport) {
	t.Helper()
	got, err := os.ReadFile(filepath.Join(dir, "unga.csv"))
	if err != nil || !bytes.Equal(got, l.text) {
		t.Fatalf("%d bytes of %d, %v", len(got), len(l.text), err)
	}
	sum := sha256.Sum256(l.text)
	note, err := os.ReadFile(filepath.Join(dir, "unga.csv.json"))
	if err != nil || r.SHA256 != hex.EncodeToString(sum[:]) || !strings.Contains(string(note), r.SHA256) || r.Bytes != int64(len(l.text)) {
		t.Errorf("%+v, %s, %v", r, note, err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 2 {
		t.Errorf("%v, %v", files, err)
	}
}

func TestFetchUNGA(t *testing.T) {
	l, dir := newLibrary(t), t.TempDir()
	r := must(l.fetchTo(t, dir))(t)
	l.whole(t, dir, r)
	if r.URL != l.page+"/files/"+l.name || r.Unchanged || r.Resumed != 0 {
		t.Errorf("%+v", r)
	}
	if r = must(l.fetchTo(t, dir))(t); !r.Unchanged || len(l.asked) != 2 {
		t.Errorf("again: %+v, asked %v", r, l.asked)
	}
	l.whole(t, dir, r)
	// A damaged copy is not the publisher's file.
	if err := os.WriteFile(filepath.Join(dir, "unga.csv"), bytes.ToLower(l.text), 0o600); err != nil {
		t.Fatal(err)
	}
	if r = must(l.fetchTo(t, dir))(t); r.Unchanged {
		t.Error("a damaged file was taken for the publisher's")
	}
	l.whole(t, dir, r)
	// A release under the same name, and one under another.
	l.text, l.etag = l.text[:1000], `"v2"`
	l.whole(t, dir, must(l.fetchTo(t, dir))(t))
	l.text, l.name = append(l.text, l.text...), "2026_2_1_ga_voting.csv"
	l.whole(t, dir, must(l.fetchTo(t, dir))(t))
}

// A download that broke off goes on where it stopped, within one run and in the next.
func TestFetchGoesOn(t *testing.T) {
	l, dir := newLibrary(t), t.TempDir()
	l.breakAt, l.breaks = 100_000, 3
	r := must(l.fetchTo(t, dir))(t)
	l.whole(t, dir, r)
	if len(l.asked) != 5 || !strings.Contains(l.asked[4], "bytes=") || r.Resumed == 0 {
		t.Errorf("asked %v, %+v", l.asked, r)
	}

	dir = t.TempDir()
	l.breaks = 100
	_, err := l.fetchTo(t, dir)
	if e, ok := app.Explain(err); !ok || e.Code != app.Unreachable || !strings.Contains(e.Error(), "goes on from there") {
		t.Fatal(err)
	}
	part, err := os.Stat(filepath.Join(dir, "unga.csv.part"))
	if err != nil || part.Size() == 0 {
		t.Fatal(err)
	}
	l.breaks = 0
	r = must(l.fetchTo(t, dir))(t)
	l.whole(t, dir, r)
	if r.Resumed != part.Size() {
		t.Errorf("%d bytes were there and %d were used", part.Size(), r.Resumed)
	}

	// The part of an older release is thrown away.
	dir = t.TempDir()
	l.breaks = 100
	if _, err = l.fetchTo(t, dir); err == nil {
		t.Fatal("the download did not break")
	}
	l.breaks, l.etag, l.text = 0, `"v3"`, bytes.ToLower(l.text)
	r = must(l.fetchTo(t, dir))(t)
	l.whole(t, dir, r)
	if r.Resumed != 0 {
		t.Errorf("%+v", r)
	}
}

func TestFetchSaysWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct {
		change func(l *library)
		want   string
	}{
		"no link":          {func(l *library) { l.page = l.URL + "/record/1" }, "links no CSV file"},
		"no page":          {func(l *library) { l.page = l.URL + "/record/2" }, "status 404"},
		"no file":          {func(l *library) { l.redirectTo = "/gone" }, "status 404"},
		"a redirect away":  {func(l *library) { l.redirectTo = "http://10.0.0.1/x.csv" }, "a private address"},
		"a web page":       {func(l *library) { l.media = "text/html" }, "answered with text/html"},
		"a page as a file": {func(l *library) { l.text = []byte("<!DOCTYPE html><p>no") }, "answered with a web page"},
	} {
		l, dir := newLibrary(t), t.TempDir()
		c.change(l)
		_, err := l.fetchTo(t, dir)
		if e, ok := app.Explain(err); !ok || !strings.Contains(e.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if _, err := os.Stat(filepath.Join(dir, "unga.csv")); err == nil {
			t.Errorf("%s: a file was kept", name)
		}
	}
	w := empty(t)
	if _, err := w.FetchUNGA(t.Context(), app.FetchRequest{Folder: t.TempDir()}); err == nil || !strings.Contains(err.Error(), "without a way to the network") {
		t.Error(err)
	}
}

// What was fetched is imported like any other file.
func TestFetchedFileIsImported(t *testing.T) {
	l, dir := newLibrary(t), t.TempDir()
	text, err := os.ReadFile(filepath.Join("..", "dataset", "unga", "testdata", "library2026.csv"))
	if err != nil {
		t.Fatal(err)
	}
	l.text = text
	r := must(l.fetchTo(t, dir))(t)
	w := empty(t)
	if done := w.importUNGA(inMemory(filepath.Base(r.File), string(must(os.ReadFile(r.File))(t)))); done.SHA256 != r.SHA256 || done.New.Votes != 7 {
		t.Errorf("%+v", done)
	}
}
