package rollcalls

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orrery/model/irt"
)

// FuzzRead: whatever the text, reading ends without a panic; an error names the file; and what is read is a table that
// model/irt takes, with every vote once and nothing on the scale that is a known mark of a missing vote.
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
	f.Fuzz(func(t *testing.T, text string) {
		v := New()
		if _, err := v.Read("fuzz.csv", strings.NewReader(text), Columns{}); err != nil {
			if !strings.Contains(err.Error(), "fuzz.csv") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		coding, err := v.Coding(nil, nil)
		if err != nil {
			return
		}
		n := 0
		for _, w := range v.Words {
			n += w.N
			if missing(w.Text) != (coding.Of[w.Text] < 0) && knownWord(w.Text) != "" {
				t.Errorf("%q became %d", w.Text, coding.Of[w.Text])
			}
		}
		if n != len(v.Unit) {
			t.Errorf("%d votes by words, %d in all", n, len(v.Unit))
		}
		seen := map[[2]int32]bool{}
		for i := range v.Unit {
			if key := [2]int32{v.Unit[i], v.Call[i]}; seen[key] {
				t.Errorf("unit %d votes twice on %d", key[0], key[1])
			} else {
				seen[key] = true
			}
		}
		table, _ := v.Table(coding)
		if _, err := irt.Compile(table, irt.Rules{}); err != nil && strings.Contains(err.Error(), "order of time") {
			t.Errorf("the table is not in order: %v", err)
		}
	})
}
