package unga

import (
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orrery/internal/testkit"
	"orrery/ledger"
)

// readAll lists the votes of a text as "state choice rollcall day".
func readAll(t *testing.T, name, text string) (votes []string, r *Report) {
	t.Helper()
	r, err := Read(name, strings.NewReader(text), func(row Row) error {
		if err := row.Vote.Validate(); err != nil {
			t.Errorf("%s:%d: %v", name, row.Line, err)
		}
		votes = append(votes, fmt.Sprint(row.Vote.Actor, " ", row.Vote.Choice, " ", row.Vote.RollCall, " ", row.Vote.When))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, roll := range r.RollCalls {
		if err := roll.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	return votes, r
}

func fixture(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestFormats(t *testing.T) {
	for name, want := range map[string]struct {
		format Format
		votes  []string
		counts string // roll calls, not members, repeated, conflicting, unknown, mismatches
	}{
		"library2026.csv": {Library2026, []string{
			"AUS yes A/RES/ES-11/1 2022-03-02", "BLR no A/RES/ES-11/1 2022-03-02", "KAZ abstain A/RES/ES-11/1 2022-03-02", "NAM yes A/RES/ES-11/1 2022-03-02",
			"UZB absent A/RES/ES-11/1 2022-03-02", "GEO yes A/RES/ES-11/1 2022-03-02", "TKM absent A/RES/ES-11/1 2022-03-02"}, "1 0 0 0 0 0"},
		"library2026_odd.csv": {Library2026, []string{
			"SWE yes A/RES/46/900 1991-12-16", "SWE yes A/RES/46/900#900011 1991-12-17", "DNK yes A/RES/46/900#900011 1991-12-17"}, "2 1 1 1 1 1"},
		"library2024.csv": {Library2024, []string{
			"ARM abstain A/RES/77/901 2022-11-14", "SWE yes A/RES/77/901 2022-11-14", "BLR no A/RES/77/901 2022-11-14", "AZE absent A/RES/77/901 2022-11-14"}, "1 0 0 0 0 0"},
		"library2024_short.csv": {Library2024, []string{
			"TUR yes A/RES/78/902 2023-12", "MDA yes A/RES/78/902 2023-12", "TJK absent A/RES/78/902 2023-12"}, "1 0 0 0 0 0"},
		"voeten.csv": {Voeten, []string{
			"USA yes A/RES/74/901 2019-12-18", "RUS no A/RES/74/901 2019-12-18", "NAM yes A/RES/74/901 2019-12-18", "UZB absent A/RES/74/901 2019-12-18",
			"SRB abstain A/RES/74/901#9002 2019-12-18", "YMD yes A/RES/40/902 1985-12-18"}, "3 2 0 0 0 0"},
		"voeten_old.csv": {Voeten, []string{
			"SWE yes R/30/9901 1975-11-10", "POL no R/30/9901 1975-11-10", "SWE yes A/RES/56/902A#9202 2001-11-30", "SWE abstain A/RES/56/902A 2001-11-30",
			"SCG absent UNGA#9204 2003-12-03"}, "4 0 0 0 0 1"},
		"voeten_dates.tab": {Voeten, []string{
			"KOR yes A/RES/71/903 2016-12-19", "TKM absent A/RES/71/903 2016-12-19", "TJK no A/RES/71/903#9302 2016-12-19"}, "2 1 0 0 0 0"},
		"extract_link.csv": {Extract, []string{
			"SWE yes UNDL-900777 2018-12-05", "NOR abstain UNDL-900777 2018-12-05", "NOR no UNDL-900778 2018-12-05"}, "2 0 0 0 0 0"},
		"voeten.tab": {Voeten, []string{
			"NAM yes UNGA#9101 1999", "YUG abstain UNGA#9101 1999", "ISL no UNGA#9101 1999", "PLW absent UNGA#9101 1999"}, "1 0 0 0 0 0"},
		"sample.csv": {Voeten, []string{
			"USA yes UNGA#3 1946", "CAN no UNGA#3 1946", "RUS abstain UNGA#3 1946"}, "1 0 0 0 0 0"},
		"extract.csv": {Extract, []string{
			"CIV yes A/RES/68/903 2014-03-27", "CZE yes A/RES/68/903 2014-03-27", "PRK no A/RES/68/903 2014-03-27", "VNM abstain A/RES/68/903 2014-03-27",
			"COD absent A/RES/68/903 2014-03-27"}, "1 0 0 0 0 0"},
	} {
		for _, form := range []struct{ what, text string }{
			{name, fixture(t, name)},
			{name + " with a byte-order mark", "\xEF\xBB\xBF" + fixture(t, name)},
			{name + " with CR LF", strings.ReplaceAll(fixture(t, name), "\n", "\r\n")},
		} {
			votes, r := readAll(t, form.what, form.text)
			if strings.Join(votes, "\n") != strings.Join(want.votes, "\n") {
				t.Errorf("%s: read\n%s\nwant\n%s", form.what, strings.Join(votes, "\n"), strings.Join(want.votes, "\n"))
			}
			counts := fmt.Sprint(len(r.RollCalls), r.NotMember, r.Repeated, r.Conflicts, len(r.Unknown), len(r.Mismatches))
			if r.Format != want.format || counts != want.counts {
				t.Errorf("%s: format %q with counts %s, want %q with %s", form.what, r.Format, counts, want.format, want.counts)
			}
		}
	}
}

func TestOfficialTotalsAndTitles(t *testing.T) {
	_, r := readAll(t, "library2026.csv", fixture(t, "library2026.csv"))
	roll := r.RollCalls[0]
	if *roll.Yes != 3 || *roll.No != 1 || *roll.Abstain != 1 || *roll.NonVoting != 2 || roll.Title != "A made-up title, with a comma" || roll.Session != "ES11" || roll.ID != "900001" {
		t.Errorf("read %+v", roll)
	}
	_, r = readAll(t, "library2026_odd.csv", fixture(t, "library2026_odd.csv"))
	if u := r.Unknown[0]; u.Name != "ATLANTIS" || u.Code != "ATL" || u.Rows != 1 || u.Line != 7 {
		t.Errorf("unknown state: %+v", u)
	}
	if c := r.Conflicting[0]; !strings.HasPrefix(c, "library2026_odd.csv:6:1: SWE") {
		t.Errorf("conflict: %s", c)
	}
}

// The draft that was voted on is kept, and who adopted the resolution is not part of its title.
func TestDraftAndTitle(t *testing.T) {
	_, r := readAll(t, "f.csv", "undl_id,ms_code,ms_vote,date,resolution,draft,title\n7,SWE,Y,2024-10-30,A/RES/79/7,A/79/L.6,\"Made up : resolution / adopted by the General Assembly\"\n")
	if roll := r.RollCalls[0]; roll.Draft != "A/79/L.6" || roll.Title != "Made up" {
		t.Errorf("read %+v", roll)
	}
}

func TestEachFormatHasItsPublisher(t *testing.T) {
	for format, want := range map[Format]string{Library2024: "unga", Library2026: "unga", Extract: "unga", Voeten: "unga-voeten"} {
		if s, err := SourceOf(format); err != nil || s.ID != want || len(s.Counts) == 0 {
			t.Errorf("%s: %+v, %v", format, s, err)
		}
	}
	if name, joined, left, ok := Member("DDR"); !ok || name != "German Democratic Republic" || joined.String() != "1973-09-18" || left.String() != "1990-10-02" {
		t.Errorf("%s %s %s %t", name, joined, left, ok)
	}
	for when, want := range map[string]int{"1946-06-01": 51, "1970-01-01": 126, "2021-12-24": 193} {
		d, err := ledger.ParseDate(when)
		if n := MembersOn(d); err != nil || n != want {
			t.Errorf("%d members on %s, want %d", n, when, want)
		}
	}
	if _, _, _, ok := Member("ATL"); ok {
		t.Error("Atlantis is a member")
	}
}

func TestFaultsSayWhere(t *testing.T) {
	const header = "resolution,date,iso3,vote\n"
	for text, want := range map[string]string{
		"":                                         "f.csv:1:1: the file is empty",
		"resolution,date,vote\n":                   "f.csv:1:1: no column holds the state",
		"resolution,date,iso3,Vote,VOTE\n":         "f.csv:1:1: the header names \"vote\" twice",
		header + "R,2020-01-01,SWE,Q\n":            "f.csv:2:18: \"Q\" is no vote",
		header + "R,2020-01-01,SWE,\n":             "f.csv:2:18: \"\" is no vote",
		header + "R,1 May,SWE,Y\n":                 "f.csv:2:3: \"1 May\" is no date",
		header + "R,2020-01-01,SWE\n":              "f.csv:2:1: the row does not have as many cells",
		header + ",2020-01-01,SWE,Y\n":             "f.csv:2:1: the row names no roll call",
		header + "R,2020-01-01,\"SWE,Y\n":          "f.csv:2:",
		header + "\"" + strings.Repeat("x", 3<<20): "longer than",
		"resolution,date,iso3,vote,total_yes\nR,2020-01-01,SWE,Y,many\n": "f.csv:2:20: \"many\" is no number",
	} {
		_, err := Read("f.csv", strings.NewReader(text), func(Row) error { return nil })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
	stop := fmt.Errorf("stop")
	if _, err := Read("f.csv", strings.NewReader(fixture(t, "extract.csv")), func(Row) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("the error of the caller came back as %v", err)
	}
}

func TestCheckHoldsCompleteFilesToTheirCounts(t *testing.T) {
	source, err := Source()
	if err != nil {
		t.Fatal(err)
	}
	_, extract := readAll(t, "library2026.csv", fixture(t, "library2026.csv"))
	if complete, err := extract.Check(source); complete || err != nil {
		t.Errorf("an extract: complete %t, %v", complete, err)
	}
	_, cut := readAll(t, "cut.csv", "resolution,date,iso3,vote\nA,1946-01-26,SWE,Y\nB,2024-01-01,SWE,Y\n")
	if complete, err := cut.Check(source); !complete || err == nil || !strings.Contains(err.Error(), "rollcalls up to 2021-12-24") {
		t.Errorf("a cut file: complete %t, %v", complete, err)
	}
}

// The full published file: every count that the data set's notes state, and the calendar of admissions.
func TestPublishedRollCalls(t *testing.T) {
	f, err := os.Open(testkit.Shared(t, "data", "unga_rollcalls_1946_2021.csv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	plainText, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	early := map[string]int{}
	known, err := members()
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read("unga_rollcalls_1946_2021.csv", plainText, func(row Row) error {
		if s := known.byCode[row.Vote.Actor]; row.Vote.When.Before(s.joined) == ledger.Certainly {
			early[row.Vote.Actor+" "+row.Vote.When.String()]++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if r.Rows != 859087 || len(r.RollCalls) != 5237 {
		t.Errorf("%d rows of %d roll calls, want 859,087 of 5,237", r.Rows, len(r.RollCalls))
	}
	unknown := 0
	for _, u := range r.Unknown {
		unknown += u.Rows
	}
	if r.Votes+r.NotMember+unknown+r.Repeated+r.Conflicts != r.Rows {
		t.Errorf("rows are lost: %d votes, %d of no members, %d unknown, %d repeated, %d conflicting of %d", r.Votes, r.NotMember, unknown, r.Repeated, r.Conflicts, r.Rows)
	}
	source, err := Source()
	if err != nil {
		t.Fatal(err)
	}
	if complete, err := r.Check(source); !complete || err != nil {
		t.Errorf("complete %t, %v", complete, err)
	}
	t.Logf("%d votes %v; %d no members; %d early votes %v; %d repeated, conflicting %v; unknown %+v", r.Votes, r.Choices, r.NotMember, r.Outside, early, r.Repeated, r.Conflicting, r.Unknown)
}

// The sample behind the published ideal points carries both the Correlates of War's numbers and alpha-3 codes.
func TestNumbersAgreeWithCodes(t *testing.T) {
	f, err := os.Open(testkit.Shared(t, "data", "unga_estimation_sample_1946_2019.csv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read("sample.csv", text, func(Row) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if r.Rows != 797473 || len(r.RollCalls) != 5733 || len(r.Unknown) != 0 {
		t.Errorf("%d rows of %d roll calls with unknown %v, want 797,473 of 5,733 and none", r.Rows, len(r.RollCalls), r.Unknown)
	}
	if r.Votes != r.Rows {
		t.Errorf("only %d of %d rows became votes: %d no members, %d repeated, %d conflicting %.300v", r.Votes, r.Rows, r.NotMember, r.Repeated, r.Conflicts, r.Conflicting)
	}
}
