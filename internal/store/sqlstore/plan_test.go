package sqlstore

import (
	"path/filepath"
	"strings"
	"testing"

	"orrery/internal/store"
	"orrery/ledger"
)

// TestPagesAreReadInTheOrderOfTheIndex keeps a page of a million records as fast as one of a hundred: each part of a
// page must come from one search of the reverse index, in its order, without a sort of all that matches.
func TestPagesAreReadInTheOrderOfTheIndex(t *testing.T) {
	d := openAt(t, Config{DSN: filepath.Join(t.TempDir(), "ledger.db")})
	events := []ledger.Kind{ledger.KindEvent}
	kaz := []store.PartyIs{{Keys: []string{"KAZ"}}}
	for _, q := range []store.Query{
		{Kinds: events, Limit: 50}, {Kinds: events, Party: kaz, Limit: 50}, {Kinds: events, Party: kaz, Limit: 50, From: 100, To: 200},
		{Kinds: events, Party: append(kaz, store.PartyIs{Keys: []string{"RUS"}}), Limit: 50}, {Kinds: events, Items: []string{"i"}, Limit: 50},
	} {
		for _, order := range []store.Order{store.ByDate, store.ByDateDesc} {
			for _, after := range []string{"", cursor{true, order, 500, 7}.String()} {
				q.Order, q.After = order, after
				plan := planOf(t, d, q)
				inIndex := false // between a search of the index and the scan of what it gave
				for _, line := range plan {
					switch {
					case strings.HasPrefix(line, "SEARCH d"):
						inIndex = true
						if !strings.HasPrefix(line, "SEARCH d USING PRIMARY KEY (code=? AND kind=?") {
							t.Errorf("%+v: %s", q, line)
						}
					case strings.HasPrefix(line, "SCAN d"), inIndex && strings.Contains(line, "FOR ORDER BY"):
						t.Errorf("%+v: %s in\n%s", q, line, strings.Join(plan, "\n"))
					case strings.HasPrefix(line, "SCAN"):
						inIndex = false
					}
				}
			}
		}
	}
}

func planOf(t *testing.T, d *DB, q store.Query) []string {
	t.Helper()
	f, err := filterOf(q, []ledger.Status{ledger.Accepted})
	if err != nil {
		t.Fatal(err)
	}
	s, err := pageStatement(f)
	if err != nil {
		t.Fatal(err)
	}
	return explained(t, d, s.text, s.args...)
}

// explained is SQLite's plan of a statement.
func explained(t *testing.T, d *DB, text string, args ...any) []string {
	t.Helper()
	rows, err := d.reader.Query("EXPLAIN QUERY PLAN "+text, args...)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	defer rows.Close()
	var plan []string
	for rows.Next() {
		var id, parent, unused int
		var line string
		if err := rows.Scan(&id, &parent, &unused, &line); err != nil {
			t.Fatal(err)
		}
		plan = append(plan, line)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return plan
}
