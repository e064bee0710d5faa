package app_test

import (
	"archive/zip"
	"bytes"
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/app"
)

// publisher is a site with files under its paths, whose downloads can be made to break.
type publisher struct {
	*library
	files map[string][]byte // by path and query
	moved map[string]string // paths that are elsewhere now
}

func newPublisher(t *testing.T) *publisher {
	p := &publisher{library: &library{}, files: map[string][]byte{}, moved: map[string]string{}}
	p.Server = httptest.NewServer(http.HandlerFunc(p.serve))
	t.Cleanup(p.Close)
	return p
}

func (p *publisher) serve(w http.ResponseWriter, r *http.Request) {
	p.asked = append(p.asked, strings.TrimSpace(r.URL.RequestURI()+" "+r.Header.Get("Range")))
	text, ok := p.files[r.URL.RequestURI()]
	if to := p.moved[r.URL.Path]; to != "" {
		http.Redirect(w, r, to, http.StatusFound)
		return
	}
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("ETag", `"`+sumMD5(text)+`"`)
	w.Header().Set("Content-Type", "application/zip")
	if strings.HasSuffix(r.URL.Path, ".txt") {
		w.Header().Set("Content-Type", "text/plain")
	}
	if p.breaks > 0 && len(text) > int(p.breakAt) {
		p.breaks--
		w = &breaking{ResponseWriter: w, left: p.breakAt}
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(text))
}

func sumMD5(b []byte) string {
	sum := md5.Sum(b)
	return hex.EncodeToString(sum[:])
}

func (p *publisher) app(t *testing.T) *app.App {
	t.Helper()
	p.asked = nil
	w := empty(t)
	return app.New(app.Config{Store: w.db, Now: w.clock.Now, Version: "test", Fetch: p.client(t)})
}

// listed is a file of a Dataverse's list.
func (p *publisher) listed(id int, label string, text []byte) map[string]any {
	p.files[fmt.Sprintf("/api/access/datafile/%d", id)] = text
	return map[string]any{"label": label, "restricted": false, "dataFile": map[string]any{"id": id, "filename": label, "filesize": len(text), "md5": sumMD5(text),
		"checksum": map[string]any{"type": "MD5", "value": sumMD5(text)}}}
}

func (p *publisher) dataverse(t *testing.T, files ...map[string]any) {
	t.Helper()
	p.files["/api/datasets/:persistentId/?persistentId=doi%3A10.7910%2FDVN%2F28075"] =
		must(json.Marshal(map[string]any{"status": "OK", "data": map[string]any{"latestVersion": map[string]any{"files": files}}}))(t)
}

func zipOf(t *testing.T, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	_ = must(must(z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store}))(t).Write([]byte(text)))(t)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFetchICEWS(t *testing.T) {
	p, dir := newPublisher(t), t.TempDir()
	events := string(must(os.ReadFile(filepath.Join("..", "dataset", "icews", "testdata", "events.tab")))(t))
	year14, year15 := zipOf(t, "events.2014.tab", events), zipOf(t, "events.2015.tab", events+events)
	turned := p.listed(4, "events.2013.tab", []byte("as the Dataverse has it"))
	turned["dataFile"].(map[string]any)["originalFileFormat"], turned["dataFile"].(map[string]any)["originalFileName"] = "text/csv", "events.2013.csv"
	p.files["/api/access/datafile/4?format=original"] = []byte(events)
	secret := p.listed(6, "events.2016.tab.zip", []byte("x"))
	secret["restricted"] = true
	p.dataverse(t, p.listed(1, "codebook.pdf", []byte("words")), p.listed(2, "events.2014.20160121.tab.zip", year14), p.listed(3, "Events.2015.20180710.tab.zip", year15), turned, secret,
		p.listed(7, "../events.2014.tab", []byte("x")))
	q := app.DataverseFetch{Folder: dir, Site: p.URL}

	// Without a choice it says what there is: tables only, none that is restricted or would be kept elsewhere.
	offer := must(p.app(t).FetchICEWS(t.Context(), q))(t)
	var names []string
	for _, f := range offer.Offered {
		names = append(names, f.Name)
	}
	if diff := cmp.Diff([]string{"events.2014.20160121.tab.zip", "Events.2015.20180710.tab.zip", "events.2013.csv"}, names); diff != "" || len(offer.Files) != 0 || offer.Offered[0].MD5 != sumMD5(year14) || offer.Offered[2].MD5 != "" {
		t.Errorf("%s %+v", diff, offer)
	}
	q.Years = []int{2014, 2013, 1990}
	got := must(p.app(t).FetchICEWS(t.Context(), q))(t)
	if len(got.Files) != 2 || got.Files[0].MD5 != sumMD5(year14) || got.Files[1].MD5 != "" || got.Files[0].Bytes != int64(len(year14)) || got.Files[0].Unchanged || cmp.Diff([]string{"1990"}, got.Lacking) != "" {
		t.Errorf("%+v", got)
	}
	// Again: what has the publisher's MD5 is not asked for, the other only whether it changed.
	a := p.app(t)
	again := must(a.FetchICEWS(t.Context(), q))(t)
	if !again.Files[0].Unchanged || !again.Files[1].Unchanged || len(p.asked) != 2 || !strings.Contains(p.asked[1], "format=original") {
		t.Errorf("%+v, asked %v", again, p.asked)
	}
	// What was fetched is imported.
	w := empty(t)
	if done := w.importReports("icews", onDisk(t, got.Files[0].File), app.ReportsOptions{}); done.Added == 0 || done.SHA256 != got.Files[0].SHA256 {
		t.Errorf("%+v", done)
	}
	// By name; a newer release under the same name replaces the file.
	q.Years, q.Names = nil, []string{"Events.2015*"}
	if got = must(p.app(t).FetchICEWS(t.Context(), q))(t); len(got.Files) != 1 {
		t.Errorf("%+v", got)
	}
	p.dataverse(t, p.listed(3, "Events.2015.20180710.tab.zip", year14))
	if got = must(p.app(t).FetchICEWS(t.Context(), q))(t); got.Files[0].Unchanged || got.Files[0].MD5 != sumMD5(year14) {
		t.Errorf("%+v", got)
	}
}

// A download that breaks off goes on, within one run and in the next; its MD5 is that of the whole.
func TestFetchOfReportsGoesOn(t *testing.T) {
	p, dir := newPublisher(t), t.TempDir()
	year := zipOf(t, "events.2014.tab", strings.Repeat("made up ", 50_000))
	p.dataverse(t, p.listed(2, "events.2014.tab.zip", year))
	q := app.DataverseFetch{Folder: dir, Site: p.URL, All: true}
	p.breakAt, p.breaks = 60_000, 100
	_, err := p.app(t).FetchICEWS(t.Context(), q)
	if e, ok := app.Explain(err); !ok || e.Code != app.Unreachable || !strings.Contains(e.Error(), "goes on from there") {
		t.Fatal(err)
	}
	p.breaks = 0
	got := must(p.app(t).FetchICEWS(t.Context(), q))(t)
	if len(got.Files) != 1 || got.Files[0].Resumed == 0 || got.Files[0].MD5 != sumMD5(year) || !bytes.Equal(must(os.ReadFile(got.Files[0].File))(t), year) {
		t.Errorf("%+v", got)
	}
}

// A file that is not what the publisher's MD5 says is put aside and never taken for the file.
func TestFetchOfReportsRefusesAnotherFile(t *testing.T) {
	p, dir := newPublisher(t), t.TempDir()
	year := zipOf(t, "events.2014.tab", "made up")
	p.dataverse(t, p.listed(2, "events.2014.tab.zip", year))
	p.files["/api/access/datafile/2"] = zipOf(t, "events.2014.tab", "made UP")
	q := app.DataverseFetch{Folder: dir, Site: p.URL, All: true}
	_, err := p.app(t).FetchICEWS(t.Context(), q)
	if e, ok := app.Explain(err); !ok || !strings.Contains(e.Error(), "its MD5 is ") || !strings.Contains(e.Error(), "events.2014.tab.zip.wrong") {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"": false, ".json": false, ".part": false, ".part.json": false, ".wrong": true} {
		if _, err := os.Stat(filepath.Join(dir, "events.2014.tab.zip"+name)); (err == nil) != want {
			t.Errorf("%q: %v", name, err)
		}
	}
	p.files["/api/access/datafile/2"] = year
	if got := must(p.app(t).FetchICEWS(t.Context(), q))(t); got.Files[0].MD5 != sumMD5(year) || got.Files[0].Resumed != 0 {
		t.Errorf("%+v", got)
	}
}

func TestFetchOfReportsSaysWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct {
		change func(p *publisher, q *app.DataverseFetch)
		want   string
	}{
		"no data set":      {func(_ *publisher, q *app.DataverseFetch) { q.DOI = "doi:10.7910/DVN/NONE" }, "status 404"},
		"a page":           {func(p *publisher, _ *app.DataverseFetch) { p.dataverseText("<html>wait") }, "did not answer with a list of files"},
		"no files":         {func(p *publisher, _ *app.DataverseFetch) { p.dataverseText(`{"data":{}}`) }, "did not answer with a list of files"},
		"none of the year": {func(_ *publisher, q *app.DataverseFetch) { q.Years = []int{1914} }, "has none of what was asked for: 1914"},
		"a bad pattern":    {func(_ *publisher, q *app.DataverseFetch) { q.Names = []string{"["} }, "is no pattern"},
		"a file away": {func(p *publisher, q *app.DataverseFetch) {
			q.All, p.moved["/api/access/datafile/2"] = true, "http://10.0.0.1/x"
		}, "a private address"},
		"a file is gone": {func(p *publisher, q *app.DataverseFetch) { q.All = true; delete(p.files, "/api/access/datafile/2") }, "status 404"},
	} {
		p := newPublisher(t)
		p.dataverse(t, p.listed(2, "events.2014.tab.zip", []byte("x")))
		q := app.DataverseFetch{Folder: t.TempDir(), Site: p.URL}
		c.change(p, &q)
		_, err := p.app(t).FetchICEWS(t.Context(), q)
		if e, ok := app.Explain(err); !ok || !strings.Contains(e.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	w := empty(t)
	if _, err := w.FetchPOLECAT(t.Context(), app.DataverseFetch{Folder: t.TempDir()}); err == nil || !strings.Contains(err.Error(), "without a way to the network") {
		t.Error(err)
	}
	if err := w.FetchACLED(); err == nil || !strings.Contains(err.Error(), "orrery import acled FILE") {
		t.Error(err)
	}
}

func (p *publisher) dataverseText(text string) {
	p.files["/api/datasets/:persistentId/?persistentId=doi%3A10.7910%2FDVN%2F28075"] = []byte(text)
}
