package acled

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/dataset/reports"
	"orrery/ledger"
)

func fixture(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func brief(r reports.Report) string {
	deaths := "-"
	if r.Deaths != nil {
		deaths = fmt.Sprint(*r.Deaths)
	}
	return fmt.Sprintf("%s %s±%d|%s>%s|%s %s %v|%s in %s|%s|%d", r.ID, r.Day, r.Within, r.Source.State, r.Target.State, r.Type, r.Mode, r.Contexts, r.Place.Name, r.Place.State, deaths, r.Line)
}

func TestForms(t *testing.T) {
	for name, want := range map[string][]string{
		"export.csv": {
			"KAZ7 2023-02-16±0|KAZ>|PROTEST demo []|Almaty in KAZ|0|2",
			"ARM8 2023-02-17±7|AZE>ARM|ASSAULT  [military]|A Hill in ARM|2|3"},
		"interface.csv": {
			"GEO9 2023-03-07±31|GEO>|  []|Tbilisi in GEO|-|2",
			"GEO10 2023-03-08±0|GEO>GEO|ASSAULT  []|Tbilisi in GEO|1|3",
			"GEO11 2023-03-08±0|GEO>|  []|Tbilisi in GEO|0|4"},
	} {
		var got []string
		s, err := Read(name, strings.NewReader(fixture(t, name)), func(r reports.Report) error {
			got = append(got, brief(r))
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
		if name == "interface.csv" && (fmt.Sprint(s.Unknown.Most(-1)) != "[{type Skirmishes / Brawl 1 4}]" || fmt.Sprint(s.Untyped.Most(-1)) != "[{Strategic developments / Agreement 1 2}]" ||
			fmt.Sprint(s.Actors.Most(-1)) != "[{Opposition Nobody Knows 1 2}]" || s.Loose != 1) {
			t.Errorf("left over: %v, %v, %v, %d loose", s.Unknown.Most(-1), s.Untyped.Most(-1), s.Actors.Most(-1), s.Loose)
		}
	}
}

// The table holds all 25 sub-event types, says only what PLOVER can say, and gives a reason where it says nothing.
func TestTypesAreValidPLOVER(t *testing.T) {
	all, err := meanings()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(typesCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 25 || len(rows) != 26 {
		t.Errorf("%d types of %d rows, want 25", len(all), len(rows)-1)
	}
	for name, m := range all {
		if (m.kind == "") != (m.whyNot != "") || m.kind == "" && (m.mode != "" || m.contexts != nil) {
			t.Errorf("%v: a type or a reason, not both: %+v", name, m)
		}
		if m.kind != "" && !m.kind.Valid() || m.mode != "" && !ledger.ValidMode(m.kind, m.mode) {
			t.Errorf("%v: %s %s is not PLOVER", name, m.kind, m.mode)
		}
		for _, c := range m.contexts {
			if !ledger.ValidContext(c) {
				t.Errorf("%v: %q is no context", name, c)
			}
		}
	}
}

func TestFaultsSayWhere(t *testing.T) {
	const header = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,fatalities\n"
	for text, want := range map[string]string{
		"":                                      "f.csv:1:1: the file is empty",
		"event_id_cnty,event_date\n":            "f.csv:1:1: no column is called",
		header + "A1,2023-02-30,1,a,b,c,0\n":    "f.csv:2:4: \"2023-02-30\" is no day",
		header + ",2023-02-20,1,a,b,c,0\n":      "f.csv:2:1: the row has no identifier",
		header + "A1,2023-02-20,4,a,b,c,0\n":    "f.csv:2:15: time precision \"4\"",
		header + "A1,2023-02-20,1,a,b,c,many\n": "f.csv:2:23: \"many\" is not a count",
		header + "A1,2023-02-20,1,a,b,c\n":      "f.csv:2:1: the row does not have as many cells",
	} {
		_, err := Read("f.csv", strings.NewReader(text), func(reports.Report) error { return nil })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
}

func TestSource(t *testing.T) {
	if s, err := Source(); err != nil || s.ID != "acled" {
		t.Errorf("%+v, %v", s, err)
	}
}

// FuzzRead: whatever the text, reading ends without a panic; an error names the file; without one every row is handed out once, what
// is handed out is PLOVER or nothing, and what is nothing is counted.
func FuzzRead(f *testing.F) {
	f.Add(fixture(f, "export.csv"))
	f.Add(fixture(f, "interface.csv"))
	f.Fuzz(func(t *testing.T, text string) {
		handed, untyped := 0, 0
		s, err := Read("fuzz.csv", strings.NewReader(text), func(r reports.Report) error {
			handed++
			if r.Type == "" {
				untyped++
			}
			if r.Type != "" && !r.Type.Valid() || r.Mode != "" && !ledger.ValidMode(r.Type, r.Mode) || r.ID == "" || r.Deaths != nil && *r.Deaths < 0 {
				t.Errorf("%+v", r)
			}
			return nil
		})
		if err != nil {
			if !strings.Contains(err.Error(), "fuzz.csv") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		if s.Rows != handed || s.Untyped.Rows+s.Unknown.Rows != untyped || s.Mapped+s.Actors.Rows != s.Named {
			t.Errorf("rows are lost: %d handed out, %d without a type, %+v", handed, untyped, s)
		}
	})
}
