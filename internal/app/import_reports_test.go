package app_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/app"
	"orrery/internal/dataset/plain"
	"orrery/internal/store"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// importReports imports a file that must be sound.
func (w *world) importReports(name string, f app.ImportFile, o app.ReportsOptions) app.ReportsImport {
	w.t.Helper()
	return must(w.ImportReports(w.t.Context(), name, f, o))(w.t)
}

func (w *world) dataSet(id string) app.DataSetView {
	w.t.Helper()
	for _, s := range must(w.DataSets(w.t.Context(), app.Scope{}))(w.t).Sets {
		if s.ID == id {
			return s
		}
	}
	w.t.Fatalf("no data set %s", id)
	return app.DataSetView{}
}

func fixtureOf(t *testing.T, set, name string) app.ImportFile {
	t.Helper()
	return inMemory(name, string(must(os.ReadFile(filepath.Join(testkit.Repo(t), "internal", "dataset", set, "testdata", name)))(t)))
}

func dayOf(t *testing.T, text string) ledger.Day {
	t.Helper()
	first, _ := day(t, text).Span()
	return first
}

// Every data set comes in by one verb; the ledger stays as it was; again nothing is added.
func TestImportReportsOfEverySet(t *testing.T) {
	for _, c := range []struct{ set, file, denominator string }{{"icews", "events.tab", "data set"}, {"icews", "relations.csv", "data set"}, {"polecat", "week.txt", "data set"},
		{"polecat", "excess_tabs.txt", ""}, {"gdelt", "20190801001500.export.CSV", ""}, {"acled", "export.csv", "data set"}, {"acled", "interface.csv", "data set"}} {
		t.Run(c.set+" "+c.file, func(t *testing.T) {
			w := empty(t)
			before := w.revisions()
			got := w.importReports(c.set, fixtureOf(t, c.set, c.file), app.ReportsOptions{})
			if got.Reports == 0 || got.Added == 0 || got.Added+got.Held != got.Reports || got.Again || len(got.SHA256) != 64 || got.Licence == "" || got.Typed == 0 || got.Mapped == 0 || got.Mapped > got.Named {
				t.Errorf("%+v", got)
			}
			set := w.dataSet(c.set)
			if set.Reports != int64(got.Added) || set.Named != got.Named || set.Mapped != got.Mapped || len(set.Files) != 1 || set.Files[0].SHA256 != got.SHA256 || set.Files[0].Added != got.Added || set.First != got.First || set.Last != got.Last {
				t.Errorf("%+v", set)
			}
			if set.Denominator != c.denominator || (c.denominator != "") != (len(set.Covered) > 0) || set.DenominatorWhy == "" {
				t.Errorf("%q covers %v: %s", set.Denominator, set.Covered, set.DenominatorWhy)
			}
			if w.revisions() != before {
				t.Error("the ledger was changed")
			}
			again := w.importReports(c.set, fixtureOf(t, c.set, c.file), app.ReportsOptions{})
			if again.Added != 0 || !again.Again || again.Held != got.Reports {
				t.Errorf("again: %+v", again)
			}
			if diff := cmp.Diff(set, w.dataSet(c.set)); diff != "" {
				t.Error("again changed the set:", diff)
			}
		})
	}
}

// A report is kept with all its fields, and linked to those that may be about the same thing.
func TestImportReportsKeepsWhatTheReaderSays(t *testing.T) {
	w := empty(t)
	text := "id,date,source,source_iso,target,target_iso,type,mode,contexts,deaths,text\n" +
		"a,2020-02-01,Foreign Ministry,RUS,Government,KAZ,CONSULT,visit,diplomatic,,A visit\n" +
		"b,2020-02-01,Government,KAZ,Foreign Ministry,RUS,CONSULT,visit,diplomatic,3,The same from the other side\n" +
		"c,2020-02-02,Nobody in particular,,Government,KAZ,ACCUSE,,,,\n" +
		"a,2020-02-01,Foreign Ministry,RUS,Government,KAZ,CONSULT,visit,diplomatic,,Said twice\n"
	got := w.importReports("plain", inMemory("desk.csv", text), app.ReportsOptions{Mapping: plain.Mapping{Set: "desk"}})
	if got.Added != 3 || got.Held != 1 || got.Dataset != "desk" || got.Denominator != "" {
		t.Errorf("%+v", got)
	}
	list := must(w.db.ReportsByKey(t.Context(), "desk", []string{"b", "a", "no", "c"}))(t)
	if len(list) != 3 || list[0].Key != "b" || list[0].Link == 0 || list[0].Link != list[1].Link || list[2].Link == list[1].Link || list[0].Deaths == nil || *list[0].Deaths != 3 || list[1].Text != "A visit" ||
		list[1].Source.State != "RUS" || list[1].Target.Name != "Government" || list[1].Mode != "visit" || list[2].Line != 4 || list[1].Day != dayOf(t, "2020-02-01") {
		t.Errorf("%+v", list)
	}
	set := w.dataSet("desk")
	if set.Linked != 1 || set.Typed != 3 || set.Denominator != "" || !strings.Contains(set.DenominatorWhy, "list of cases") {
		t.Errorf("%+v", set)
	}
	if diff := cmp.Diff([]app.NamedCount{{Name: "Nobody in particular", N: 1}}, set.Unmapped); diff != "" {
		t.Error(diff)
	}
}

func TestImportOfBrokenReportsWritesNothing(t *testing.T) {
	w := empty(t)
	for name, c := range map[string]struct{ set, text, want string }{
		"a day":      {"plain", "date,source,target\n2020-01-01,A,B\n2020-13-01,A,B\n", `x:3:1: "2020-13-01" is no day`},
		"a header":   {"plain", "when it was,who\n2020-01-01,A\n", "no column holds the day"},
		"no reports": {"plain", "date,source,target\n", "x holds no reports"},
		"not icews":  {"icews", "a\tb\tc\n1\t2\t3\n", "this is not a file of ICEWS events"},
		"gdelt":      {"gdelt", "a\tb\n", "x:1:1: the row has 2 cells"},
		"an archive": {"gdelt", "PK\x03\x04nonsense", "x: unpacking"},
		"no set":     {"stars", "a", `"stars" is no data set of reports`},
	} {
		_, err := w.ImportReports(t.Context(), c.set, inMemory("x", c.text), app.ReportsOptions{})
		if e, ok := app.Explain(err); !ok || !strings.Contains(e.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if sets := must(w.DataSets(t.Context(), app.Scope{}))(t).Sets; len(sets) != 0 {
		t.Errorf("%+v", sets)
	}
}

// manyReports is a table of so many different rows.
func manyReports(n int) string {
	var b strings.Builder
	b.WriteString("id,date,source,source_iso,target,target_iso,type\n")
	for i := range n {
		fmt.Fprintf(&b, "r%d,20%02d-0%d-1%d,Government,RUS,Government,KAZ,ACCUSE\n", i, i/4500, 1+i/500%9, i/50%10)
	}
	return b.String()
}

// An import that is stopped keeps whole batches and notes no file; the same file goes on from there.
func TestImportOfReportsStoppedGoesOn(t *testing.T) {
	w, f := empty(t), inMemory("many.csv", manyReports(25_000))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	o := app.ReportsOptions{Silence: app.Silence{Complete: true, From: 1, To: 20_000}, Writing: func(done, total int64) {
		if total != 25_000 {
			t.Errorf("%d of %d", done, total)
		}
		cancel()
	}}
	got, err := w.ImportReports(ctx, "plain", f, o)
	if !errors.Is(err, context.Canceled) || !got.Stopped || got.Added != 10_000 {
		t.Fatalf("%+v, %v", got, err)
	}
	if set := w.dataSet("own"); set.Reports != 10_000 || len(set.Files) != 0 || set.Denominator != "" {
		t.Errorf("after the stop: %+v", set)
	}
	o.Writing = nil
	if got = w.importReports("plain", f, o); got.Added != 15_000 || got.Held != 10_000 || got.Again {
		t.Errorf("%+v", got)
	}
	if set := w.dataSet("own"); set.Reports != 25_000 || len(set.Files) != 1 || set.Denominator != "data set" {
		t.Errorf("%+v", set)
	}
	// Stopped while it is read, it has written nothing.
	ctx, cancel = context.WithCancel(t.Context())
	got, err = w.ImportReports(ctx, "plain", inMemory("other.csv", strings.ReplaceAll(manyReports(20_000), "\nr", "\ns")), app.ReportsOptions{Reading: func(done, _ int64) { cancel() }})
	if !errors.Is(err, context.Canceled) || !got.Stopped || got.Added != 0 || w.dataSet("own").Reports != 25_000 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestImportOfReportsThatChange(t *testing.T) {
	w := empty(t)
	opened := 0
	f := app.ImportFile{Name: "x.csv", Open: func() (io.ReadCloser, error) {
		opened++
		return io.NopCloser(strings.NewReader(manyReports(10 * opened))), nil
	}}
	_, err := w.ImportReports(t.Context(), "plain", f, app.ReportsOptions{})
	if e, ok := app.Explain(err); !ok || !strings.Contains(e.Error(), "was changed while it was read") {
		t.Error(err)
	}
	if set := w.dataSet("own"); len(set.Files) != 0 {
		t.Errorf("%+v", set)
	}
}

// A year of months in one archive is one file; so is a packed table. Both are read from memory and from a disk.
func TestImportOfPackedReports(t *testing.T) {
	week := string(must(os.ReadFile(filepath.Join(testkit.Repo(t), "internal", "dataset", "polecat", "testdata", "week.txt")))(t))
	one := empty(t).importReports("polecat", inMemory("week.txt", week), app.ReportsOptions{})
	var packed, zipped bytes.Buffer
	z := gzip.NewWriter(&packed)
	_ = must(z.Write([]byte(week)))(t)
	a := zip.NewWriter(&zipped)
	for _, name := range []string{"y/2.txt", "y/1.txt", "readme.pdf"} {
		_ = must(must(a.Create(name))(t).Write([]byte(strings.ReplaceAll(week, "\n", "\n"))))(t)
	}
	if err := errors.Join(z.Close(), a.Close()); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, c := range map[string]struct {
		text         []byte
		rows, places int
	}{"week.txt.gz": {packed.Bytes(), one.Rows, 1}, "year.zip": {zipped.Bytes(), 2 * one.Rows, 2}} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, c.text, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, f := range []app.ImportFile{inMemory(name, string(c.text)), {Name: name, Size: int64(len(c.text)), Open: func() (io.ReadCloser, error) { return os.Open(path) }}} {
			w, last := empty(t), int64(0)
			got := w.importReports("polecat", f, app.ReportsOptions{Reading: func(done, total int64) { last = done }})
			if got.Rows != c.rows || got.Added != one.Added || got.Mapped != c.places*one.Mapped || got.First != one.First || got.SHA256 == one.SHA256 {
				t.Errorf("%s: %+v", name, got)
			}
			if last == 0 || last > int64(len(c.text)) {
				t.Errorf("%s: %d bytes of %d were read", name, last, len(c.text))
			}
			if again := w.importReports("polecat", f, app.ReportsOptions{}); again.Added != 0 || !again.Again {
				t.Errorf("%s again: %+v", name, again)
			}
		}
	}
}

func TestDropDataSet(t *testing.T) {
	w := empty(t)
	w.importReports("icews", fixtureOf(t, "icews", "events.tab"), app.ReportsOptions{})
	n := w.dataSet("icews").Reports
	if got := must(w.DropDataSet(t.Context(), "icews"))(t); got != n || n == 0 {
		t.Errorf("%d of %d", got, n)
	}
	if _, err := w.DropDataSet(t.Context(), "icews"); !errors.Is(err, store.ErrNotFound) {
		t.Error(err)
	}
	if got := w.importReports("icews", fixtureOf(t, "icews", "events.tab"), app.ReportsOptions{}); got.Again || int64(got.Added) != n {
		t.Errorf("%+v", got)
	}
}
