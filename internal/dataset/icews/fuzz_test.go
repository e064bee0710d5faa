package icews

import (
	"strings"
	"testing"

	"orrery/internal/dataset/reports"
	"orrery/ledger"
)

// FuzzRead: whatever the text, reading ends without a panic; an error names the file; without one every row is handed out once, what
// is handed out is PLOVER or nothing, and what is nothing is counted.
func FuzzRead(f *testing.F) {
	f.Add(fixture(f, "events.tab"))
	f.Add(fixture(f, "relations.csv"))
	f.Fuzz(func(t *testing.T, text string) {
		handed, untyped := 0, 0
		s, err := Read("fuzz.tab", strings.NewReader(text), func(r reports.Report) error {
			handed++
			if r.Type == "" {
				untyped++
			}
			if r.Type != "" && !r.Type.Valid() || r.Mode != "" && !ledger.ValidMode(r.Type, r.Mode) || r.Line < 2 {
				t.Errorf("%+v", r)
			}
			return nil
		})
		if err != nil {
			if !strings.Contains(err.Error(), "fuzz.tab") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		if s.Rows != handed || s.Untyped.Rows+s.Unknown.Rows != untyped || s.Mapped+s.Actors.Rows != s.Named {
			t.Errorf("rows are lost: %d handed out, %d without a type, %+v", handed, untyped, s)
		}
	})
}
