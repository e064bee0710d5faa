package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/store"
	"orrery/ledger"
)

func covers(denominator string, states string, spans ...ledger.Day) store.ReportFile {
	f := store.ReportFile{Denominator: denominator, States: strings.Fields(states)}
	for i := 0; i+1 < len(spans); i += 2 {
		f.Covered = append(f.Covered, store.ReportSpan{First: spans[i], Last: spans[i+1]})
	}
	return f
}

func TestCoverageOfSeveralFiles(t *testing.T) {
	for name, c := range map[string]struct {
		files       []store.ReportFile
		denominator string
		all, kaz    string
	}{
		"none":                         {nil, "", "[]", "[]"},
		"a list of cases":              {[]store.ReportFile{covers("", "", 1, 9)}, "", "[]", "[]"},
		"declared without a day":       {[]store.ReportFile{covers("register", "")}, "", "[]", "[]"},
		"one":                          {[]store.ReportFile{covers("data set", "", 1, 9)}, "data set", "[{1 9}]", "[{1 9}]"},
		"touching":                     {[]store.ReportFile{covers("data set", "", 10, 19), covers("data set", "", 1, 9)}, "data set", "[{1 19}]", "[{1 19}]"},
		"a gap":                        {[]store.ReportFile{covers("data set", "", 1, 8), covers("data set", "", 10, 19)}, "data set", "[{1 8} {10 19}]", "[{1 8} {10 19}]"},
		"inside":                       {[]store.ReportFile{covers("data set", "", 1, 20), covers("data set", "", 3, 4), covers("data set", "", 21, 22)}, "data set", "[{1 22}]", "[{1 22}]"},
		"nothing of the list counts":   {[]store.ReportFile{covers("register", "", 1, 5), covers("", "", 6, 9)}, "register", "[{1 5}]", "[{1 5}]"},
		"register and data set":        {[]store.ReportFile{covers("register", "", 1, 5), covers("data set", "", 5, 9)}, "data set", "[{1 9}]", "[{1 9}]"},
		"of some states":               {[]store.ReportFile{covers("data set", "UZB KAZ", 1, 5), covers("data set", "KAZ", 6, 9), covers("data set", "UZB", 6, 20)}, "data set", "[]", "[{1 9}]"},
		"of all and of one":            {[]store.ReportFile{covers("data set", "", 1, 5), covers("data set", "KAZ", 6, 9)}, "data set", "[{1 5}]", "[{1 9}]"},
		"several spans of one file":    {[]store.ReportFile{covers("register", "", 1, 2, 8, 9)}, "register", "[{1 2} {8 9}]", "[{1 2} {8 9}]"},
		"a span whose end comes first": {[]store.ReportFile{covers("register", "", 9, 8)}, "", "[]", "[]"},
	} {
		got := coverageOf(store.ReportSet{Set: "own", Files: c.files})
		if show := fmt.Sprint(numbers(got.of(""))); got.Denominator != c.denominator || show != c.all || fmt.Sprint(numbers(got.of("KAZ"))) != c.kaz {
			t.Errorf("%s: %q, all %s, KAZ %v", name, got.Denominator, show, numbers(got.of("KAZ")))
		}
		if got.Why == "" || (got.Denominator == "") != strings.Contains(got.Why, "ist of cases") && len(c.files) > 0 {
			t.Errorf("%s: %s", name, got.Why)
		}
	}
}

func numbers(spans []store.ReportSpan) []struct{ a, b int } {
	out := []struct{ a, b int }{}
	for _, s := range spans {
		out = append(out, struct{ a, b int }{int(s.First), int(s.Last)})
	}
	return out
}

func TestQuarter(t *testing.T) {
	for name, want := range map[string]string{
		"20220301001500.export.CSV":                 "2022-03-01T00:15:00Z",
		"20220301001500.export.CSV.zip":             "2022-03-01T00:15:00Z",
		"x/20220301234500.EXPORT.csv.gz":            "2022-03-01T23:45:00Z",
		"20220301001500.translation.export.CSV.zip": "",
		"20220301001500.mentions.CSV.zip":           "",
		"20220301001700.export.CSV":                 "",
		"20220231001500.export.CSV":                 "",
		"copy of 20220301001500.export.CSV":         "",
		"":                                          "",
	} {
		at, ok := quarter(name)
		if ok != (want != "") || ok && at.Format(time.RFC3339) != want {
			t.Errorf("%s: %v %v", name, at, ok)
		}
	}
}

// A day of GDELT is covered by its 96 files and by nothing less; the same quarter twice counts once.
func TestADayOfQuarters(t *testing.T) {
	first := time.Date(2022, 3, 1, 0, 0, 0, 0, time.UTC)
	file := func(i int) store.ReportFile {
		at := first.Add(time.Duration(i) * 15 * time.Minute)
		f := covers("data set", "", ledger.DayOf(at), ledger.DayOf(at))
		f.Name = at.Format("20060102150405") + ".export.CSV.zip"
		return f
	}
	var files []store.ReportFile
	for i := range 2*quartersOfDay - 1 {
		files = append(files, file(i))
	}
	files = append(files, file(quartersOfDay), file(quartersOfDay+1), store.ReportFile{Name: "mine.csv", Denominator: "data set"})
	got := coverageOf(store.ReportSet{Set: "gdelt", Files: files})
	if diff := cmp.Diff([]CoveredDays{{From: "2022-03-01", To: "2022-03-01", States: []string{}}}, got.covered()); diff != "" {
		t.Error(diff)
	}
	for _, want := range []string{"1 are.", "1 have some (2022-03-02 lacks 1)", "1 of the files imported are not named"} {
		if !strings.Contains(got.Why, want) {
			t.Errorf("%q lacks %q", got.Why, want)
		}
	}
	if got = coverageOf(store.ReportSet{Set: "gdelt", Files: append(files, file(2*quartersOfDay-1))}); len(got.Spans) != 1 || got.Spans[0].Last != ledger.DayOf(first)+1 {
		t.Errorf("%+v", got.Spans)
	}
	files[7].Covered = nil // narrowed away
	if got = coverageOf(store.ReportSet{Set: "gdelt", Files: files}); got.Denominator != "" || len(got.Spans) != 0 {
		t.Errorf("%+v", got)
	}
}
