package gdelt

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/dataset/reports"
	"orrery/ledger"
)

const export = "20190801001500.export.CSV"

func fixture(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", export))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// zipped is a file as it is published.
func zipped(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func brief(r reports.Report) string {
	return fmt.Sprintf("%s %s %s[%s]>%s[%s] %s %s %v %d/%d/%d in %s %g", r.ID, r.Day, r.Source.State, r.Source.Sectors, r.Target.State, r.Target.Sectors, r.Type, r.Mode, r.Contexts,
		r.Mentions, r.Sources, r.Articles, r.Place.State, r.Intensity)
}

// Plain, zipped on a disk and zipped through a pipe hold the same reports.
func TestForms(t *testing.T) {
	want := []string{
		"501 2019-08-01 KGZ[GOV]>UZB[AGR;BUS] SANCTION discontinue [economic] 10/2/9 in KGZ -8",
		"502 2019-08-01 EST[]>LVA[] CONSULT visit [] 4/1/4 in LVA 2.8",
		"503 2018-08-01 ROU[]>[]   [] 1/1/1 in  0",
		"504 2019-07-31 []>[COP]   [] 0/0/0 in  0"}
	packed := zipped(t, map[string]string{export: fixture(t), "__MACOSX/" + export: "x"})
	for name, in := range map[string]interface{ Read([]byte) (int, error) }{
		"plain": strings.NewReader(fixture(t)), "disk": bytes.NewReader(packed), "pipe": bytes.NewBuffer(packed)} {
		var got []string
		s, err := Read(name, in, func(r reports.Report) error {
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
		if fmt.Sprint(s.Unknown.Most(-1)) != "[{code --- 1 4}]" || fmt.Sprint(s.Untyped.Most(-1)) != "[{010 Make statement 1 3}]" ||
			fmt.Sprint(s.Actors.Most(-1)) != `[{EUROPE 1 3} {POLICE "RAPID" 1 4}]` {
			t.Errorf("left over: %v, %v, %v", s.Unknown.Most(-1), s.Untyped.Most(-1), s.Actors.Most(-1))
		}
	}
}

func TestFaultsSayWhere(t *testing.T) {
	good := strings.Split(fixture(t), "\n")[0]
	for text, want := range map[string]string{
		"a\tb\n":                    "f:1:1: the row has 2 cells",
		good + "\n" + good + "\t\n": "f:2:1: the row has 62 cells",
		strings.Replace(good, "20190801", "20190832", 1):                   "f:1:5: \"20190832\" is no day",
		strings.Replace(good, "501", "", 1):                                "f:1:1: the row has no number",
		strings.Replace(good, "-8.0", "low", 1):                            "\"low\" is not a number",
		strings.Replace(good, "\t10\t", "\tten\t", 1):                      "\"ten\" is not a count",
		string(zipped(t, map[string]string{"a.CSV": good, "b.csv": good})): "f: the archive holds 2 tables",
		string(zipped(t, map[string]string{"readme.pdf": good})):           "f: the archive holds 0 tables",
		string(zipped(t, map[string]string{"a.CSV": good})[:60]):           "f: unpacking",
		"\x1f\x8b\x08 broken":                                              "f: unpacking",
	} {
		_, err := Read("f", strings.NewReader(text), func(reports.Report) error { return nil })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
}

func TestSource(t *testing.T) {
	if s, err := Source(); err != nil || s.ID != "gdelt" {
		t.Errorf("%+v, %v", s, err)
	}
}

// FuzzRead: whatever the bytes, reading ends without a panic; an error names the file; without one every row is handed out once, what
// is handed out is PLOVER or nothing, and what is nothing is counted.
func FuzzRead(f *testing.F) {
	f.Add([]byte(fixture(f)))
	f.Add(zipped(f, map[string]string{export: fixture(f)}))
	f.Fuzz(func(t *testing.T, text []byte) {
		handed, untyped := 0, 0
		s, err := Read("fuzz.CSV", bytes.NewReader(text), func(r reports.Report) error {
			handed++
			if r.Type == "" {
				untyped++
			}
			if r.Type != "" && !r.Type.Valid() || r.Mode != "" && !ledger.ValidMode(r.Type, r.Mode) || r.ID == "" || r.Mentions < 0 {
				t.Errorf("%+v", r)
			}
			return nil
		})
		if err != nil {
			if !strings.Contains(err.Error(), "fuzz.CSV") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		if s.Rows != handed || s.Untyped.Rows+s.Unknown.Rows != untyped || s.Mapped+s.Actors.Rows != s.Named {
			t.Errorf("rows are lost: %d handed out, %d without a type, %+v", handed, untyped, s)
		}
	})
}

// BenchmarkRead reads a made-up export of 20,000 rows.
func BenchmarkRead(b *testing.B) {
	text := strings.Repeat(fixture(b), 5000)
	b.SetBytes(int64(len(text)))
	rows := 0
	for b.Loop() {
		s, err := Read("bench", strings.NewReader(text), func(reports.Report) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
		rows += s.Rows
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
