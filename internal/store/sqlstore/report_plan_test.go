package sqlstore

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"orrery/internal/store"
)

// TestReportsAreFoundByIndex keeps a look-up in a set of millions from reading the set: by key, by link, and by state on either side.
func TestReportsAreFoundByIndex(t *testing.T) {
	d := openAt(t, Config{DSN: filepath.Join(t.TempDir(), "ledger.db")})
	if _, err := d.PutReports(context.Background(), "s", []store.EventReport{{Key: "k", Source: store.ReportParty{State: "RUS"}}}); err != nil {
		t.Fatal(err)
	}
	r, err := d.readReports(context.Background(), "s")
	if err != nil {
		t.Fatal(err)
	}
	defer r.close()
	sides, ok := r.sliced(store.ReportQuery{Set: "s", Either: []string{"RUS"}})
	if !ok {
		t.Fatal("a state that is there is not known")
	}
	all, _ := r.from(store.ReportQuery{Set: "s"}, "day, key")
	for text, want := range map[string][]string{
		knownReports.text() + "(1, 2, 3)": {"INDEX report_hash (hash=?)"},
		knownLinks.text() + "(1, 2, 3)":   {"PRIMARY KEY (set_id=? AND day=? AND link=?)"},
		knownWords.text() + "(1, 2, 3)":   {"INDEX report_word_hash (narrow=? AND hash=?)"},
		sides.text:                        {"INDEX report_source (set_id=? AND source=? AND day>? AND day<?)", "INDEX report_target (set_id=? AND target=? AND day>? AND day<?)"}, // sorts a slice at a time
		"SELECT MIN(day) FROM report WHERE set_id = $1 AND day >= $2 AND day <= $3":  {"PRIMARY KEY (set_id=? AND day>? AND day<?)"},
		all.text + " ORDER BY day, key":                                              {"PRIMARY KEY (set_id=?)", "LAST TERM OF ORDER BY"}, // sorts a day at a time
		"SELECT day, COUNT(*)" + all.text[len("SELECT day, key"):] + " GROUP BY day": {"(set_id=?)"},
	} {
		plan := strings.Join(explained(t, d, text, make([]any, strings.Count(text, "$"))...), "\n")
		for _, w := range want {
			if !strings.Contains(plan, w) {
				t.Errorf("%s\nis read by\n%s\nwithout %s", text, plan, w)
			}
		}
	}
}
