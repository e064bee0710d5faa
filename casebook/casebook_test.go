package casebook_test

import (
	"bytes"
	"io/fs"
	"os"
	"testing"

	"orrery/casebook"
	"orrery/casebook/postsoviet"
)

func balkans() fs.FS { return os.DirFS("testdata/balkans") }

// mustRead reads a casebook that has no fault.
func mustRead(t testing.TB, fsys fs.FS) *casebook.Casebook {
	t.Helper()
	cb, faults, err := casebook.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
	if cb == nil {
		t.Fatal("no casebook")
	}
	return cb
}

// The facts that were handed over are all there. ABKH and SOSS were second codes of
// ABK and SOS, hence 74 actors for 76 rows: see postsoviet/README.md.
func TestPostSovietCounts(t *testing.T) {
	cb := mustRead(t, postsoviet.Files)
	want := map[string]int{
		"events": 247, "episodes": 112, "litmus": 52, "stances": 662, "votes": 4019, "resolutions": 172,
		"memberships": 216, "people": 338, "actors": 74, "ties": 969, "forecasts": 275, "sources": 983,
	}
	for _, table := range casebook.Tables() {
		if got := cb.Count(table.Name); got != want[table.Name] {
			t.Errorf("%s has %d rows, want %d", table.Name, got, want[table.Name])
		}
	}
}

// Reading and writing a casebook gives back the same bytes.
func TestWriteGivesBackTheBytes(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"postsoviet": postsoviet.Files, "balkans": balkans()} {
		t.Run(name, func(t *testing.T) {
			files, cb := 0, mustRead(t, fsys)
			err := cb.Write(func(file string, data []byte) error {
				files++
				want, err := fs.ReadFile(fsys, file)
				if err == nil && !bytes.Equal(want, data) {
					t.Errorf("%s differs", file)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if want := len(casebook.Tables()) + 1 + len(cb.Rules); files != want {
				t.Errorf("%d files written, want %d", files, want)
			}
		})
	}
}
