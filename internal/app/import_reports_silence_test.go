package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/app"
	"orrery/internal/dataset/plain"
	"orrery/internal/store"
	"orrery/internal/testkit"
	"orrery/ledger"
)

const deskTable = "date,source,source_iso,target,target_iso,type\n2020-02-01,Agency,RUS,Dairy,KAZ,SANCTION\n2020-03-01,Agency,RUS,Fruit,MDA,SANCTION\n"

// What silence means, by format and by what was declared.
func TestWhatSilenceMeans(t *testing.T) {
	days := func(from, to string) app.Silence {
		s := app.Silence{}
		if from != "" {
			s.From = dayOf(t, from)
		}
		if to != "" {
			s.To = dayOf(t, to)
		}
		return s
	}
	register := days("2019-01-01", "2020-12-31")
	register.Register = "The sanitary agency"
	some := days("2020-01-01", "2020-02-29")
	some.Complete, some.States = true, []string{"MDA", "KAZ"}
	for name, c := range map[string]struct {
		set, file   string
		silence     app.Silence
		denominator string
		covered     string
		why         string
	}{
		"icews":               {"icews", "events.tab", app.Silence{}, "data set", "2015-03-01 2015-03-04 []", "first to the last day"},
		"icews, narrowed":     {"icews", "events.tab", days("2015-03-03", ""), "data set", "2015-03-03 2015-03-04 []", ""},
		"icews, narrowed too": {"icews", "events.tab", days("", "2015-03-03"), "data set", "2015-03-01 2015-03-03 []", ""},
		"icews, of no day":    {"icews", "events.tab", days("2019-03-01", ""), "", "", "outside those of the files"},
		"polecat":             {"polecat", "week.txt", app.Silence{}, "data set", "2019-08-02 2019-08-02 []", "as far as its texts were published"},
		"acled, by country":   {"acled", "export.csv", app.Silence{}, "data set", "2023-02-16 2023-02-17 [ARM KAZ]", "only the countries that occur in a file"},
		"a list of cases":     {"plain", deskTable, app.Silence{}, "", "", "A list of cases"},
		"a register":          {"plain", deskTable, register, "register", "2019-01-01 2020-12-31 []", "The sanitary agency enters every measure"},
		"complete for some":   {"plain", deskTable, some, "data set", "2020-01-01 2020-02-29 [KAZ MDA]", "cannot check"},
		"gdelt without 96":    {"gdelt", "20190801001500.export.CSV", app.Silence{}, "", "", "lacks 95"},
		"gdelt, another name": {"gdelt", "mine.csv", app.Silence{}, "", "", "not named as GDELT names them"},
	} {
		w := empty(t)
		f := inMemory("desk.csv", c.file)
		if c.set == "gdelt" {
			f = fixtureOf(t, "gdelt", "20190801001500.export.CSV")
			f.Name = c.file
		} else if c.set != "plain" {
			f = fixtureOf(t, c.set, c.file)
		}
		got := w.importReports(c.set, f, app.ReportsOptions{Silence: c.silence})
		set := w.dataSet(got.Dataset)
		var covered []string
		for _, one := range set.Covered {
			covered = append(covered, fmt.Sprintf("%s %s %v", one.From, one.To, one.States))
		}
		if got := strings.Join(covered, "; "); got != c.covered {
			t.Errorf("%s: %q is covered, want %q", name, got, c.covered)
		}
		if set.Denominator != c.denominator || !strings.Contains(set.DenominatorWhy, c.why) {
			t.Errorf("%s: %q: %s", name, set.Denominator, set.DenominatorWhy)
		}
	}
}

// A day of GDELT is covered once the last of its 96 files is in, whatever days its reports speak of; one that is imported again under another
// name keeps its quarter.
func TestADayOfGDELTIsCoveredByItsFiles(t *testing.T) {
	w := empty(t)
	row := string(must(os.ReadFile(filepath.Join(testkit.Repo(t), "internal", "dataset", "gdelt", "testdata", "20190801001500.export.CSV")))(t))
	row, _, _ = strings.Cut(row, "\n")
	at := time.Date(2019, 8, 2, 0, 0, 0, 0, time.UTC)
	file := func(i int) app.ImportFile {
		return inMemory(at.Add(time.Duration(i)*15*time.Minute).Format("20060102150405")+".export.CSV", strings.Replace(row, "501", fmt.Sprint(9000+i), 1)+"\n")
	}
	for i := range 96 {
		if got := w.dataSetOr(app.DataSetView{ID: "gdelt"}); len(got.Covered) != 0 || got.Denominator != "" {
			t.Fatalf("after %d files: %+v", i, got.Covered)
		}
		w.importReports("gdelt", file(i), app.ReportsOptions{})
	}
	want := []app.CoveredDays{{From: "2019-08-02", To: "2019-08-02", States: []string{}}}
	got := w.dataSet("gdelt")
	if diff := cmp.Diff(want, got.Covered); diff != "" || got.First != "2019-08-01" || got.Denominator != "data set" || len(got.Files) != 96 {
		t.Errorf("%s %+v", diff, got)
	}
	copied := file(3)
	copied.Name = "copy.csv"
	if again := w.importReports("gdelt", copied, app.ReportsOptions{}); !again.Again || again.Added != 0 {
		t.Errorf("%+v", again)
	}
	if diff := cmp.Diff(want, w.dataSet("gdelt").Covered); diff != "" {
		t.Error(diff)
	}
}

// dataSetOr is a set, or what is given when nothing of it was imported.
func (w *world) dataSetOr(none app.DataSetView) app.DataSetView {
	w.t.Helper()
	for _, s := range must(w.DataSets(w.t.Context(), app.Scope{}))(w.t).Sets {
		if s.ID == none.ID {
			return s
		}
	}
	return none
}

func TestSilenceIsDeclaredWholeOrNotAtAll(t *testing.T) {
	w := empty(t)
	both := app.Silence{From: 1, To: 2}
	for name, c := range map[string]struct {
		set    string
		change func(s *app.Silence)
		want   string
	}{
		"days alone":      {"plain", func(*app.Silence) {}, "declare nothing about a table"},
		"states alone":    {"plain", func(s *app.Silence) { *s = app.Silence{States: []string{"KAZ"}} }, "declare nothing about a table"},
		"without days":    {"plain", func(s *app.Silence) { *s = app.Silence{Complete: true} }, "without its days"},
		"without an end":  {"plain", func(s *app.Silence) { s.Register, s.To = "x", 0 }, "without its days"},
		"both":            {"plain", func(s *app.Silence) { s.Register, s.Complete = "x", true }, "either a register"},
		"the wrong way":   {"plain", func(s *app.Silence) { s.Complete, s.From = true, 9 }, "comes before"},
		"no code":         {"plain", func(s *app.Silence) { s.Complete, s.States = true, []string{"Kazakhstan"} }, "is not an ISO"},
		"a published set": {"icews", func(s *app.Silence) { s.Complete = true }, "is known"},
		"states of ACLED": {"acled", func(s *app.Silence) { s.States = []string{"KAZ"} }, "are known"},
	} {
		s := both
		c.change(&s)
		_, err := w.ImportReports(t.Context(), c.set, inMemory("desk.csv", deskTable), app.ReportsOptions{Silence: s, Mapping: plain.Mapping{}})
		if e, ok := app.Explain(err); !ok || e.Code != app.Malformed || !strings.Contains(e.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// What was declared can be declared anew by importing the same file.
func TestSilenceDeclaredAgain(t *testing.T) {
	w := empty(t)
	w.importReports("plain", inMemory("desk.csv", deskTable), app.ReportsOptions{})
	if got := w.importReports("plain", inMemory("desk.csv", deskTable), app.ReportsOptions{Silence: app.Silence{Register: "The agency", From: 1, To: ledger.Day(20_000)}}); got.Added != 0 || got.Denominator != "register" {
		t.Errorf("%+v", got)
	}
	if set := w.dataSet("own"); len(set.Files) != 1 || set.Denominator != "register" || set.Title != "A register" || set.Publisher != "The agency" {
		t.Errorf("%+v", set)
	}
}

// What is declared anew of a file shows in the head of reports, by which an answer is told from an older one, and nothing else shows there.
func TestADeclarationMovesTheHeadOfReports(t *testing.T) {
	w := empty(t)
	head := func() string { t.Helper(); return must(w.ReportsHead(t.Context()))(t) }
	s := madeUpSilence()
	before := head()
	w.bring("made-up.csv", testkit.MadeUpRegister(), testkit.MadeUpMapping, s)
	first := head()
	s.To -= 100
	w.bring("made-up.csv", testkit.MadeUpRegister(), testkit.MadeUpMapping, s)
	second := head()
	if before == first || first == second {
		t.Errorf("%q, %q, %q", before, first, second)
	}
	if covered := w.dataSet(testkit.MadeUpSet).Covered; covered[0].To == testkit.MadeUpTo {
		t.Errorf("%+v", covered)
	}
}

// A list of data sets stays small however many files a set has, and says how many there are.
func TestAListHasTheNewestFiles(t *testing.T) {
	w := empty(t)
	for i := range 130 {
		f := store.ReportFile{Set: "many", Hash: fmt.Sprintf("h%03d", i), Name: fmt.Sprintf("f%03d", i), At: time.UnixMilli(int64(i)), Denominator: "data set", Covered: []store.ReportSpan{{First: ledger.Day(i), Last: ledger.Day(i)}}}
		if err := w.db.PutReportFile(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	set := w.dataSet("many")
	if n := len(set.Files); n != 100 || set.FileCount != 130 || set.Files[0].Name != "f030" || set.Files[99].Name != "f129" || len(set.Covered) != 1 || set.Covered[0].To != ledger.Day(129).String() {
		t.Errorf("%d of %d files, %+v", n, set.FileCount, set.Covered)
	}
}
