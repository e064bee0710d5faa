package unga

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orrery/ledger"
)

// FuzzRead: whatever the text, reading ends without a panic; an error names the file; and when there is none, every row is
// accounted for, every vote is valid, and nothing became an abstention that is not written as one.
func FuzzRead(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*.*"))
	if err != nil || len(paths) < 8 {
		f.Fatalf("%d fixtures, %v", len(paths), err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Fuzz(func(t *testing.T, text string) {
		votes := 0
		r, err := Read("fuzz.csv", strings.NewReader(text), func(row Row) error {
			votes++
			if err := row.Vote.Validate(); err != nil {
				t.Errorf("line %d: %v", row.Line, err)
			}
			if row.Vote.Choice == ledger.Abstain && !strings.ContainsAny(text, "Aa2") {
				t.Errorf("line %d became an abstention", row.Line)
			}
			return nil
		})
		if err != nil {
			if !strings.Contains(err.Error(), "fuzz.csv") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		unknown, tallied := 0, 0
		for _, u := range r.Unknown {
			unknown += u.Rows
		}
		for _, roll := range r.RollCalls {
			tallied += roll.Tally.Yes + roll.Tally.No + roll.Tally.Abstain + roll.Tally.Absent
		}
		if votes != r.Votes || tallied != votes || votes+r.NotMember+unknown+r.Repeated+r.Conflicts != r.Rows {
			t.Errorf("rows are lost: %+v", r)
		}
	})
}
