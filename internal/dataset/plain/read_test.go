package plain

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
	deaths := "-"
	if r.Deaths != nil {
		deaths = fmt.Sprint(*r.Deaths)
	}
	return fmt.Sprintf("%s %s %s %s>%s %s %s %v %s %s", r.Set, r.ID, r.Day, r.Source.State, r.Target.State, r.Type, r.Mode, r.Contexts, r.Place.Name, deaths)
}

func desk(t testing.TB) Mapping {
	t.Helper()
	m, err := ParseMapping("desk.yml", fixture(t, "desk.yml"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestReadByUsualNames(t *testing.T) {
	var got []string
	s, err := Read("plover.csv", strings.NewReader(fixture(t, "plover.csv")), Mapping{}, func(r reports.Report) error {
		got = append(got, brief(r))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"own  2022-03-02 KGZ>UZB SANCTION discontinue [economic]  -",
		"own  2022-03-03 LVA>EST CONSULT visit []  0",
		"own  2022-03-04 LVA>   []  -",
		"own  2022-03-05 LVA> ASSAULT  []  3"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := fmt.Sprint(s.Unknown.Most(-1)); got != "[{context weather 1 2} {type QUARREL 1 4} {mode ASSAULT arrest 1 5}]" {
		t.Error(got)
	}
	if got := fmt.Sprint(s.Actors.Most(-1)); got != "[{Bakers 1 4} {Somebody 1 5}]" {
		t.Error(got)
	}
}

func TestReadByMapping(t *testing.T) {
	var got []string
	text := fixture(t, "desk.csv")
	_, err := Read("desk.csv", strings.NewReader(text), desk(t), func(r reports.Report) error {
		got = append(got, brief(r))
		return nil
	})
	if err == nil || !strings.HasPrefix(err.Error(), `desk.csv:4:3: "31.04.2022" is no day`) {
		t.Errorf("30 days has April: %v", err)
	}
	want := []string{
		"desk 1 2022-03-02 KGZ>UZB SANCTION discontinue [economic] Osh -",
		"desk 2 2022-03-15 EST>LVA CONSULT visit [] Riga -"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A preview shows what would be read, from which column, what would not, and the fault of a row that cannot be.
func TestPreview(t *testing.T) {
	p, err := Preview("desk.csv", strings.NewReader(fixture(t, "desk.csv")), desk(t), 10)
	if err != nil {
		t.Fatal(err)
	}
	if p.Columns[Source] != "who" || p.Columns[Code] != "did_what" || len(p.Columns) != 8 || fmt.Sprint(p.Unread) != "[seen_by]" {
		t.Errorf("columns %v, unread %v", p.Columns, p.Unread)
	}
	if len(p.Rows) != 3 || brief(p.Rows[1].Report) != "desk 2 2022-03-15 EST>LVA CONSULT visit [] Riga -" || p.Rows[0].Cells[8] != "Ana" || p.Rows[0].Problem != "" {
		t.Errorf("rows %+v", p.Rows)
	}
	if !strings.HasPrefix(p.Rows[2].Problem, "desk.csv:4:3: ") || p.Summary.Reports != 2 {
		t.Errorf("problem %q, %d reports", p.Rows[2].Problem, p.Summary.Reports)
	}
	if p, err = Preview("desk.csv", strings.NewReader(fixture(t, "desk.csv")), desk(t), 1); err != nil || len(p.Rows) != 1 {
		t.Errorf("%d rows, %v", len(p.Rows), err)
	}
}

func TestDaysAreNeverGuessed(t *testing.T) {
	const text = "date,source\n02/03/2022,x\n"
	for days, want := range map[Days]string{DMY: "2022-03-02", MDY: "2022-02-03"} {
		if _, err := Read("f", strings.NewReader(text), Mapping{Days: days}, func(r reports.Report) error {
			if r.Day.String() != want {
				t.Errorf("%s: %s, want %s", days, r.Day, want)
			}
			return nil
		}); err != nil {
			t.Error(err)
		}
	}
	if _, err := Read("f", strings.NewReader(text), Mapping{}, nil); err == nil || !strings.Contains(err.Error(), "f:2:1: \"02/03/2022\" is no day") {
		t.Errorf("a day that could be two: %v", err)
	}
}

func TestFaultsSayWhere(t *testing.T) {
	for _, c := range []struct {
		text string
		m    Mapping
		want string
	}{
		{"", Mapping{}, "f:1:1: the file is empty"},
		{"source\nx\n", Mapping{}, "f:1:1: no column holds the day"},
		{"date\n2022-01-01\n", Mapping{}, "f:1:1: no column says who acted"},
		{"date,source\n", Mapping{Columns: map[Field]string{Target: "whom"}}, "f:1:1: no column is called \"whom\", which was named for target"},
		{"date,source\n", Mapping{Columns: map[Field]string{"colour": "x"}}, "f: the mapping: \"colour\" is nothing"},
		{"date,source\n", Mapping{Set: "gdelt"}, "published data set"},
		{"date,source\n", Mapping{Set: "../x"}, "cannot name a data set"},
		{"date,source\n", Mapping{Days: "ymd"}, "days cannot be \"ymd\""},
		{"date,source\n", Mapping{Vocabulary: "weis"}, "the vocabulary cannot be \"weis\""},
		{"date,source\n", Mapping{Vocabulary: PLOVER}, "no column holds PLOVER types"},
		{"date,source\n", Mapping{Vocabulary: CAMEO}, "no column holds CAMEO codes"},
		{"date,source\n", Mapping{Columns: map[Field]string{Source: "-"}}, "no column says who acted"},
		{"date,source,mentions\n2022-01-01,a,few\n", Mapping{}, "f:2:14: \"few\" is not a count"},
	} {
		_, err := Read("f", strings.NewReader(c.text), c.m, func(reports.Report) error { return nil })
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q %+v: %v, want %q", c.text, c.m, err, c.want)
		}
	}
	for text, want := range map[string]string{
		"day when\n":          "m.yml:1:1: \"day when\" is not",
		"set: a\ncolour: x\n": "m.yml:2:1: \"colour\" is nothing",
		"day: a\nday: b\n":    "m.yml:2:1: day is given twice",
		"days: never\n":       "m.yml:1:1: days cannot be",
	} {
		if _, err := ParseMapping("m.yml", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// FuzzRead: whatever the table and the mapping, reading ends without a panic; without an error every row is handed out once and what
// is handed out is PLOVER or nothing; and the preview shows the same reports.
func FuzzRead(f *testing.F) {
	f.Add(fixture(f, "desk.csv"), fixture(f, "desk.yml"))
	f.Add(fixture(f, "plover.csv"), "")
	f.Fuzz(func(t *testing.T, text, mapping string) {
		m, err := ParseMapping("m.yml", mapping)
		if err != nil {
			if !strings.Contains(err.Error(), "m.yml:") {
				t.Errorf("the error does not name the mapping: %v", err)
			}
			return
		}
		var list []reports.Report
		s, err := Read("fuzz.csv", strings.NewReader(text), m, func(r reports.Report) error {
			list = append(list, r)
			if r.Type != "" && !r.Type.Valid() || r.Mode != "" && !ledger.ValidMode(r.Type, r.Mode) {
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
		if s.Rows != len(list) || s.Mapped+s.Actors.Rows != s.Named {
			t.Errorf("rows are lost: %d handed out, %+v", len(list), s)
		}
		p, err := Preview("fuzz.csv", strings.NewReader(text), m, maxPreview)
		if err != nil {
			t.Fatalf("the preview fails where reading does not: %v", err)
		}
		for i, row := range p.Rows {
			if diff := cmp.Diff(list[i], row.Report); diff != "" || row.Problem != "" {
				t.Errorf("row %d: %s %s", i, row.Problem, diff)
			}
		}
	})
}
