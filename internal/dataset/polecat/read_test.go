package polecat

import (
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
	return fmt.Sprintf("%s %s %s>%s %s %s %v in %s %s %g", r.ID, r.Day, r.Source.State, r.Target.State, r.Type, r.Mode, r.Contexts, r.Place.Name, r.Place.State, r.Intensity)
}

const first = "20190801-1-aa_SANCTION_D 2019-08-01 KGZ>UZB SANCTION discontinue [economic health] in Osh KGZ -6"

func TestForms(t *testing.T) {
	for name, want := range map[string][]string{
		"week.txt": {first,
			"20190801-2-bb_CONSULT 2019-08-01 LVA>EST CONSULT third-party [] in Riga LVA 1",
			"20190801-3-cc_COERCE-restrict 2019-08-03 LVA> COERCE  [human_rights] in   0",
			"20190801-5-ee_DEMAND 2019-08-04 EST>EST REQUEST meet [] in   0",
			"20190801-6-ff_QUARREL 2019-08-04 EST>EST   [] in   0",
			"20190801-7-gg_ACCUSE 2019-08-05 >KGZ ACCUSE  [] in   0"},
		"excess_names.txt": {first},
		"excess_tabs.txt":  {first},
	} {
		var got []string
		s, err := Read(name, strings.NewReader(fixture(t, name)), func(r reports.Report) error {
			got = append(got, brief(r))
			if r.Publisher != "The Made-up Gazette" && strings.HasSuffix(r.ID, "_D") {
				t.Errorf("%s: publisher %q", name, r.Publisher)
			}
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
		if name != "week.txt" {
			continue
		}
		if s.Rows != 7 || s.Reports != 6 || s.Undated != 1 {
			t.Errorf("%d rows, %d reports, %d undated", s.Rows, s.Reports, s.Undated)
		}
		if diff := cmp.Diff([]reports.Leftover{{Name: "mode COERCE COERCE-ban", Rows: 1, Line: 4}, {Name: "context weather", Rows: 1, Line: 4}, {Name: "type QUARREL", Rows: 1, Line: 7}}, s.Unknown.Most(-1), cmp.Transformer("sort", func(l []reports.Leftover) map[string]reports.Leftover {
			m := map[string]reports.Leftover{}
			for _, x := range l {
				m[x.Name] = x
			}
			return m
		})); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]reports.Leftover{{Name: "A Made-up President", Rows: 1, Line: 4}, {Name: "Bakers; Millers", Rows: 1, Line: 8}}, s.Actors.Most(-1)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestWordsOfEarlierDrafts(t *testing.T) {
	for _, now := range earlierTypes {
		if !now.Valid() {
			t.Errorf("%s is not PLOVER", now)
		}
	}
	for was, now := range earlierModes {
		found := false
		for _, m := range ledger.Modes() {
			found = found || m.Mode == now
			if m.Mode == was {
				t.Errorf("%q is a mode today", was)
			}
		}
		if !found {
			t.Errorf("%q became %q, which is no mode", was, now)
		}
	}
}

func TestFaultsSayWhere(t *testing.T) {
	const header = "Event ID\tEvent Date\tEvent Type\tIntensity\tActor Name\tRecipient Name\n"
	for text, want := range map[string]string{
		"":                                      "f.txt:1:1: the file is empty",
		"Event ID\tX\n":                         "f.txt:1:1: no column is called",
		"Event ID\tEvent ID\n":                  "f.txt:1:10: the header names \"event_id\" twice",
		header + "a\tlast week\tAID\t1\tb\tc\n": "f.txt:2:3: \"last week\" is no day",
		header + "\t2019-01-01\tAID\t1\tb\tc\n": "f.txt:2:1: the row has no Event ID",
		header + "a\t2019-01-01\tAID\tmuch\tb\tc\n": "f.txt:2:18: \"much\" is not a number",
		header + "a\t2019-01-01\tAID\t1\tb\n":       "f.txt:2:1: the row has 5 cells and the header 6",
		header + "a\t2019-01-01\tAID\t1\tb\tc\td\n": "f.txt:2:1: the row has 7 cells and the header 6",
		header + strings.Repeat("x", maxRow+1):      "f.txt:2:1: a line is longer than",
	} {
		_, err := Read("f.txt", strings.NewReader(text), func(reports.Report) error { return nil })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
}

func TestSource(t *testing.T) {
	if s, err := Source(); err != nil || s.ID != "polecat" {
		t.Errorf("%+v, %v", s, err)
	}
}

// FuzzRead: whatever the text, reading ends without a panic; an error names the file; without one every row is handed out or counted
// as undated, and what is handed out is PLOVER or nothing.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"week.txt", "excess_names.txt", "excess_tabs.txt"} {
		f.Add(fixture(f, name))
	}
	f.Fuzz(func(t *testing.T, text string) {
		handed := 0
		s, err := Read("fuzz.txt", strings.NewReader(text), func(r reports.Report) error {
			handed++
			if r.Type != "" && !r.Type.Valid() || r.Mode != "" && !ledger.ValidMode(r.Type, r.Mode) || r.ID == "" {
				t.Errorf("%+v", r)
			}
			for _, c := range r.Contexts {
				if !ledger.ValidContext(c) {
					t.Errorf("line %d has the context %q", r.Line, c)
				}
			}
			return nil
		})
		if err != nil {
			if !strings.Contains(err.Error(), "fuzz.txt") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		if s.Reports != handed || s.Rows != handed+s.Undated || s.Mapped+s.Actors.Rows != s.Named || s.Types[""] > s.Unknown.Rows {
			t.Errorf("rows are lost: %d handed out, %+v", handed, s)
		}
	})
}
