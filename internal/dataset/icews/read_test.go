package icews

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/dataset/reports"
	"orrery/internal/testkit"
)

func fixture(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// brief is what a test compares of a report.
func brief(r reports.Report) string {
	return fmt.Sprintf("%s %s|%s>%s|%s %s %v|%s|%d", r.ID, r.Day, r.Source.State, r.Target.State, r.Type, r.Mode, r.Contexts, r.Code, r.Line)
}

func TestForms(t *testing.T) {
	for name, want := range map[string][]string{
		"events.tab": {
			"101@2015-03-01 2015-03-01|KGZ>UZB|SANCTION discontinue [economic]|163|2",
			"101@2015-03-02 2015-03-02|EST>LVA|CONSULT visit []|043|3",
			"102@2015-03-02 2015-03-02|EST>LVA|CONSULT visit []|42|4",
			"103@2015-03-03 2015-03-03|>|  []|010|5",
			"104@2015-03-04 2015-03-04|GEO>GEO|  []|999|6"},
		"relations.csv": {
			" 2015-03-01|KGZ>UZB|SANCTION discontinue [economic]|163|2",
			" 2015-03-02|EST>LVA|CONSULT visit []|043|3",
			" 2015-03-02|>|CONSULT third-party []|044|4"},
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
		if s.Rows != len(want) {
			t.Errorf("%s: %d rows, want %d", name, s.Rows, len(want))
		}
	}
}

func TestWhatIsLeftOverIsListed(t *testing.T) {
	s, err := Read("events.tab", strings.NewReader(fixture(t, "events.tab")), func(reports.Report) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]reports.Leftover{{Name: "code 999 Sing loudly", Rows: 1, Line: 6}}, s.Unknown.Most(-1)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]reports.Leftover{{Name: "010 Make statement", Rows: 1, Line: 5}}, s.Untyped.Most(-1)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]reports.Leftover{{Name: "Citizen (Narnia)", Rows: 1, Line: 5}, {Name: "Unspecified Actor", Rows: 1, Line: 5}}, s.Actors.Most(-1)); diff != "" {
		t.Error(diff)
	}
	if s.Named != 10 || s.Mapped != 8 || s.Dyads != 3 || s.Form != Official {
		t.Errorf("%d named, %d mapped, %d dyads, %s", s.Named, s.Mapped, s.Dyads, s.Form)
	}
}

// A visit that both sides' lines tell is one thing: the host's line, turned round, is linked with the guest's.
func TestVisitsAreLinked(t *testing.T) {
	var list []reports.Report
	if _, err := Read("events.tab", strings.NewReader(fixture(t, "events.tab")), func(r reports.Report) error {
		list = append(list, r)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	groups := reports.Duplicates(list, reports.SameName)
	if len(groups) != 1 || fmt.Sprint(groups[0].Members) != "[1 2]" {
		t.Errorf("%+v", groups)
	}
}

func TestFaultsSayWhere(t *testing.T) {
	const tabs = "Event ID\tEvent Date\tSource Name\tCAMEO Code\tIntensity\tTarget Name\n"
	for text, want := range map[string]string{
		"":                                     "f:1:1: the file is empty",
		"a\tb\n":                               "f:1:1: no column is called",
		"date,source,relation\n":               `f:1:1: no column is called "target"`,
		tabs + "1\t2014-13-01\ta\t010\t1\tb\n": "f:2:3: \"2014-13-01\" is no day",
		tabs + "\t2014-12-01\ta\t010\t1\tb\n":  "f:2:1: the row has no Event ID",
		tabs + "1\t2014-12-01\ta\t010\tx\tb\n": "f:2:20: \"x\" is not a number",
		tabs + "1\t2014-12-01\ta\n":            "f:2:1: the row has 3 cells",
		"date,source,relation,target\n2014-01-32,a,Consult,b\n": "f:2:1: \"2014-01-32\" is no day",
		"date,source,relation,target\n2014-01-31,a,Consult\n":   "f:2:1: the row does not have as many cells",
	} {
		_, err := Read("f", strings.NewReader(text), func(reports.Report) error { return nil })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
}

func TestSource(t *testing.T) {
	if s, err := Source(); err != nil || s.ID != "icews" {
		t.Errorf("%+v, %v", s, err)
	}
}

// Three published extracts: every row is read, every relation has its code, and most of what is left is persons.
func TestPublishedExtracts(t *testing.T) {
	for file, want := range map[string]struct{ rows, mapped int }{
		"icews14_events.csv.gz": {90730, 118000}, "icews18_aug_oct_events.csv.gz": {95540, 125000}, "icews0515_sample_events.csv.gz": {92367, 124000}} {
		f, err := os.Open(testkit.Shared(t, "data", file))
		if err != nil {
			t.Fatal(err)
		}
		s, err := Read(file, f, func(reports.Report) error { return nil })
		f.Close()
		if err != nil {
			t.Error(err)
			continue
		}
		if s.Rows != want.rows {
			t.Errorf("%s: %d rows, want %d", file, s.Rows, want.rows)
		}
		if s.Unknown.Rows != 0 {
			t.Errorf("%s: relations without a code: %v", file, s.Unknown.Most(-1))
		}
		if s.Untyped.Kinds() != 10 || s.Mapped < want.mapped {
			t.Errorf("%s: %d codes without a type, %d parties with a state", file, s.Untyped.Kinds(), s.Mapped)
		}
		t.Logf("%s: %d rows from %s to %s; %.1f %% of the parties have a state, %.1f %% of the reports a type; %d between two states", file, s.Rows, s.First, s.Last,
			100*s.MappedShare(), 100*s.TypedShare(), s.Dyads)
	}
}
