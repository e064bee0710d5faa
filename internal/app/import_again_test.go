package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orrery/internal/store"
	"orrery/ledger"
)

// Files that take turns are known as well as one that comes again at once.
func TestImportOfTwoFilesInTurnWritesNothingTheSecondTime(t *testing.T) {
	w := empty(t)
	const header = "resolution,date,iso3,vote\n"
	a, b := inMemory("a.csv", header+"A/RES/70/1,2015-12-01,SWE,Y\n"), inMemory("b.csv", header+"A/RES/70/2,2015-12-02,SWE,N\n")
	var written []int
	for _, f := range []string{"a", "b", "a", "b"} {
		if f == "a" {
			written = append(written, w.importUNGA(a).Written)
		} else {
			written = append(written, w.importUNGA(b).Written)
		}
	}
	if written[0] == 0 || written[1] == 0 || written[2] != 0 || written[3] != 0 {
		t.Errorf("A, B, A, B wrote %v revisions", written)
	}
}

// A roll call that an import had to keep under its day is in the file when the file comes again.
func TestImportAgainFindsARollCallOfAnotherDay(t *testing.T) {
	w := empty(t)
	w.made(&ledger.RollCall{Symbol: "A/RES/79/7", When: day(t, "2024-10-30"), Title: "Ours"})
	f := inMemory("v.csv", "resolution,date,iso3,vote\nA/RES/79/6,2024-10-01,SWE,Y\nA/RES/79/7,2024-12-19,SWE,N\n")
	for _, time := range []string{"first", "second"} {
		r := w.importUNGA(f)
		if !slices.Equal(r.NotInFile, []string{"A/RES/79/7"}) || len(r.Matched) != 0 || r.Conflicts != 0 {
			t.Errorf("the %s time: not in the file %v, matched %v, %d conflicts", time, r.NotInFile, r.Matched, r.Conflicts)
		}
		if time == "second" && (r.Same.RollCalls != 2 || r.Written != 0) {
			t.Errorf("the second time: %+v, %d written", r.Same, r.Written)
		}
	}
	w.vote("A/RES/79/7#2024-12-19/SWE")
}

// Of more differing totals than a report lists, those of the first symbols are listed, whatever the order in memory.
func TestImportListsTheFirstOfTooManyTotals(t *testing.T) {
	w := empty(t)
	const all, listed = 1040, 1000
	var held []store.Change
	text := strings.Builder{}
	text.WriteString("resolution,date,iso3,vote,total_yes,total_no,total_abstentions\n")
	yes, none := 5, 0
	for i := range all {
		c := &ledger.RollCall{Symbol: fmt.Sprintf("A/RES/70/%04d", i), When: day(t, "2015-12-01"), Title: "Ours", Yes: &yes, No: &none, Abstain: &none}
		held = append(held, store.Change{Kind: c.Kind(), Body: c, Status: ledger.Accepted, Coder: ledger.Coder{Kind: ledger.CoderPerson, Name: "ana"}, Why: "by hand"})
		fmt.Fprintf(&text, "%s,2015-12-01,SWE,Y,6,0,0\n", c.Symbol)
	}
	if _, err := w.db.Append(t.Context(), "ana", held); err != nil {
		t.Fatal(err)
	}
	r := w.importUNGA(inMemory("v.csv", text.String()))
	if len(r.Totals) != listed {
		t.Fatalf("%d totals are listed", len(r.Totals))
	}
	for i, one := range r.Totals {
		if want := fmt.Sprintf("A/RES/70/%04d", i); one.RollCall != want {
			t.Fatalf("number %d of the list is %s, want %s", i+1, one.RollCall, want)
		}
	}
}
