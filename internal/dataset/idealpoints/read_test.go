package idealpoints

import (
	"compress/gzip"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orrery/internal/testkit"
)

func fixture(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestForms(t *testing.T) {
	for name, want := range map[string][]string{
		"years.csv": {
			"YAR 1980 fp -0.5 25 Yemen Arab Republic", "YAR 1980 all -0.6 30 Yemen Arab Republic", "YAR 1980 legacy -0.7 29 Yemen Arab Republic",
			"YMD 1980 fp -1.5 25 Yemen People's Republic", "YMD 1980 all -1.6 30 Yemen People's Republic", "YMD 1980 legacy -1.7 29 Yemen People's Republic",
			"CIV 1980 fp 0.5 25 Côte d'Ivoire", "CIV 1980 all 0.6 30 Côte d'Ivoire", "CIV 1980 legacy 0.7 29 Côte d'Ivoire"},
		"years2024.csv":    {"NAM 2024 fp -0.25 80 Namibia", "KHM 1992 legacy -0.125 0 "},
		"sessions.csv":     {"STP 1975 legacy -0.5 10 São Tomé & Príncipe", "CIV 1975 legacy 0.5 12 Côte d’Ivoire"},
		"sessions_old.csv": {"TUR 1965 legacy 0.25 12 Türkiye", "STP 1976 legacy -0.5 10 São Tomé & Príncipe"},
		"years_all.csv":    {"TUR 2023 all 0.125 0 Türkiye", "STP 2023 all -0.5 0 São Tomé & Príncipe", "CIV 2023 all -0.25 0 Côte d’Ivoire"},
		"sessions.tab":     {"SWE 1947 legacy 0.75 0 ", "SWE 1947 legacy 0.5 0 "},
	} {
		var got []string
		r, err := Read(name, strings.NewReader(fixture(t, name)), func(p Point) error {
			got = append(got, fmt.Sprint(p.State, " ", p.Year, " ", p.Series, " ", p.Mean, " ", p.Votes, " ", p.Name))
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: read\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if renamed := strings.Count(strings.Join(want, " "), "YMD") / 3; r.Renamed != renamed {
			t.Errorf("%s: %d rows renamed, want %d", name, r.Renamed, renamed)
		}
	}
}

func TestFaultsSayWhere(t *testing.T) {
	const header = "iso3c,year,idealpoint,q5,q95\n"
	for text, want := range map[string]string{
		"":                                         "f.csv:1:1: the file is empty",
		"iso3c,year\n":                             "f.csv:1:1: no column holds ideal points",
		"year,idealpoint\n":                        "f.csv:1:1: no column holds the year or the state",
		header + "SWE,1990,x,,\n":                  "f.csv:2:10: \"x\" is not a number",
		header + "SWE,1990.5,1,,\n":                "f.csv:2:5: 1990.5 is not a whole number",
		header + "SWE,12,1,,\n":                    "f.csv:2:5: 12 is no year",
		header + ",1990,1,,\n":                     "f.csv:2:1: \"\" (number 0) is no alpha-3 code",
		header + "SWE,1990,1,.5,.4\n":              "f.csv:2:12: the quantiles of SWE in 1990 do not rise",
		header + "SWE,1990,1\n":                    "f.csv:2:1: the row does not have as many cells",
		header + "SWE,1990,1,,\nSWE,1990,2,,\n":    "f.csv:3:1: SWE in 1990 stands here and on line 2",
		header + "\"" + strings.Repeat("x", 1<<20): "longer than",
	} {
		_, err := Read("f.csv", strings.NewReader(text), func(Point) error { return nil })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
}

// The two published releases: what the data set's notes count, and no state twice in a year.
func TestPublishedSeries(t *testing.T) {
	source, err := Source()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct{ rows, renamed, coded int }{
		"idealpoints_july2025.csv.gz": {11440, 23, 17},
		"idealpoints_apr2020.csv.gz":  {10469, 23, 0},
	} {
		f, err := os.Open(testkit.Shared(t, "data", name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		text, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		names := map[string]bool{}
		var kazakhstan float64
		r, err := Read(name, text, func(p Point) error {
			names[p.Name] = true
			if p.State == "KAZ" && p.Year == 2019 && p.Series == Legacy {
				kazakhstan = p.Mean
			}
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if r.Rows != want.rows || r.Renamed != want.renamed || r.Coded != want.coded {
			t.Errorf("%s: %d rows, %d renamed, %d coded, want %+v", name, r.Rows, r.Renamed, r.Coded, want)
		}
		if complete, err := r.Check(source); !complete || err != nil {
			t.Errorf("%s: complete %t, %v", name, complete, err)
		}
		if !names["São Tomé & Príncipe"] || !names["Côte d’Ivoire"] && !names["Côte d'Ivoire"] {
			t.Errorf("%s: names with accents were not decoded", name)
		}
		if math.Abs(kazakhstan) > 2 || kazakhstan == 0 {
			t.Errorf("%s: Kazakhstan in 2019 stands at %g", name, kazakhstan)
		}
		t.Logf("%s: %d rows, %v, %d renamed, %d without a code", name, r.Rows, r.Points, r.Renamed, r.Coded)
	}
}

func FuzzRead(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*.*"))
	if err != nil || len(paths) < 4 {
		f.Fatalf("%d fixtures, %v", len(paths), err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	// Reading ends without a panic; an error names the file; without one, points add up, are finite, and no state stands
	// twice in a year and series.
	f.Fuzz(func(t *testing.T, text string) {
		points := 0
		seen := map[string]bool{}
		r, err := Read("fuzz.csv", strings.NewReader(text), func(p Point) error {
			points++
			k := fmt.Sprint(p.State, p.Year, p.Session, p.Series)
			if seen[k] || math.IsNaN(p.Mean) || math.IsInf(p.Mean, 0) || len(p.State) != 3 {
				t.Errorf("%s: %+v", k, p)
			}
			seen[k] = true
			return nil
		})
		if err != nil {
			if !strings.Contains(err.Error(), "fuzz.csv") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		if sum := r.Points[FinalPassage] + r.Points[AllVotes] + r.Points[Legacy]; sum != points {
			t.Errorf("%d points were handed out and %d counted", points, sum)
		}
	})
}
