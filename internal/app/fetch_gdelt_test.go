package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
)

// gdelt publishes quarters of an hour from a moment on, and a list that names them with another scheme.
func (p *publisher) gdelt(t *testing.T, from time.Time, quarters int) {
	t.Helper()
	row := string(must(os.ReadFile(filepath.Join("..", "dataset", "gdelt", "testdata", "20190801001500.export.CSV")))(t))
	row, _, _ = strings.Cut(row, "\n")
	var list strings.Builder
	for i := range quarters {
		name := from.Add(time.Duration(i) * 15 * time.Minute).Format("20060102150405")
		text := zipOf(t, name+".export.CSV", strings.Replace(row, "501", fmt.Sprint(70000+i), 1)+"\n")
		p.files["/gdeltv2/"+name+".export.CSV.zip"] = text
		fmt.Fprintf(&list, "%d %s %s/gdeltv2/%s.export.CSV.zip\n", len(text), sumMD5(text), p.URL, name)
		fmt.Fprintf(&list, "5 %s %s/gdeltv2/%s.mentions.CSV.zip\n", sumMD5(nil), p.URL, name)
	}
	list.WriteString("17 \n") // the real list has such lines
	p.files["/gdeltv2/masterfilelist.txt"] = []byte(list.String())
}

func TestFetchGDELT(t *testing.T) {
	p, dir := newPublisher(t), t.TempDir()
	first := time.Date(2019, 8, 2, 23, 0, 0, 0, time.UTC)
	p.gdelt(t, first, 4+96+2)
	day := dayOf(t, "2019-08-03")
	q := app.GDELTFetch{Folder: dir, From: day, To: day, List: p.URL + "/gdeltv2/masterfilelist.txt"}
	got := must(p.app(t).FetchGDELT(t.Context(), q))(t)
	if len(got.Files) != 96 || len(got.Lacking) != 0 || filepath.Base(got.Files[0].File) != "20190803000000.export.CSV.zip" || got.Files[0].MD5 == "" {
		t.Fatalf("%d files, lacking %v, %+v", len(got.Files), got.Lacking, got.Files[0])
	}
	// A host that does not speak TLS there: the way without it is named.
	plainly := q
	plainly.Folder, plainly.List = t.TempDir(), strings.Replace(q.List, "http://", "https://", 1)
	if _, err := p.app(t).FetchGDELT(t.Context(), plainly); err == nil || !strings.Contains(err.Error(), "--list "+q.List) {
		t.Errorf("without TLS: %v", err)
	}
	// Again nothing is asked: the list reaches beyond the day and the files have its MD5.
	a := p.app(t)
	if got = must(a.FetchGDELT(t.Context(), q))(t); !got.Files[95].Unchanged || len(p.asked) != 0 {
		t.Errorf("asked %v", p.asked)
	}
	// What was fetched covers the day once it is imported.
	w := empty(t)
	for _, f := range got.Files {
		w.importReports("gdelt", onDisk(t, f.File), app.ReportsOptions{})
	}
	if set := w.dataSet("gdelt"); len(set.Covered) != 1 || set.Covered[0].From != "2019-08-03" || set.Denominator != "data set" {
		t.Errorf("%+v", set.Covered)
	}
	// A day that the list does not reach to its end: the list is asked for again (it has not changed), and what it lacks is said.
	q.To = day + 1
	a = p.app(t)
	if got = must(a.FetchGDELT(t.Context(), q))(t); len(got.Files) != 98 || len(got.Lacking) != 94 || got.Lacking[0] != "20190804003000.export.CSV.zip" || len(p.asked) != 3 {
		t.Errorf("%d files, %d lacking, asked %v", len(got.Files), len(got.Lacking), p.asked)
	}
	p.gdelt(t, first, 4+96+96)
	if got = must(p.app(t).FetchGDELT(t.Context(), q))(t); len(got.Files) != 2*96 || len(got.Lacking) != 0 {
		t.Errorf("%d files, lacking %v", len(got.Files), got.Lacking)
	}
}

func TestFetchGDELTSaysWhatIsWrong(t *testing.T) {
	day := dayOf(t, "2019-08-03")
	line := "5 " + sumMD5(nil) + " "
	for name, c := range map[string]struct {
		list, want string
		change     func(q *app.GDELTFetch)
	}{
		"a page":           {"<html><p>moved", "answered with a web page", nil},
		"another list":     {"one two three four\n", "masterfilelist.txt:1:1: this is no line", nil},
		"no size":          {"x " + sumMD5(nil) + " {}/20190803000000.export.CSV.zip\n", `"x" is no size`, nil},
		"no MD5":           {"5 abc {}/20190803000000.export.CSV.zip\n", `"abc" is no MD5`, nil},
		"another host":     {line + "http://example.org/20190803000000.export.CSV.zip\n", "not on the list's own host", nil},
		"nothing of it":    {line + "{}/20190804000000.export.CSV.zip\n", "has no file of 2019-08-03", nil},
		"a file is gone":   {line + "{}/20190803000000.export.CSV.zip\n", "status 404", nil},
		"the wrong way":    {"", "comes before", func(q *app.GDELTFetch) { q.To-- }},
		"without days":     {"", "name the days", func(q *app.GDELTFetch) { q.From = 0 }},
		"years at once":    {"", "more than 400 days", func(q *app.GDELTFetch) { q.To += 400 }},
		"the list is gone": {"", "status 404", func(q *app.GDELTFetch) { q.List += "x" }},
	} {
		p := newPublisher(t)
		p.files["/list.txt"] = []byte(strings.ReplaceAll(c.list, "{}", p.URL))
		q := app.GDELTFetch{Folder: t.TempDir(), From: day, To: day, List: p.URL + "/list.txt"}
		if c.change != nil {
			c.change(&q)
		}
		_, err := p.app(t).FetchGDELT(t.Context(), q)
		if e, ok := app.Explain(err); !ok || !strings.Contains(e.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
