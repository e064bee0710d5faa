package report

import (
	"bytes"
	"encoding/csv"
	"testing"

	"orrery/internal/app"
	"orrery/model/coincide"
)

// Two sets may use the same keys, and a key may hold an @: what is told beside a case is its own all the same.
func TestACaseIsToldInItsOwnWords(t *testing.T) {
	span := coincide.Span{First: 10, Last: 10}
	run := app.RuleRun{From: app.RuleSets{Triggers: "steps", Responses: "measures"},
		Events: []app.RuleEvent{
			{Set: "measures", Key: "1", Summary: "a ban", When: "2001", Trace: "report|measures|1"},
			{Set: "measures", Key: "a@b", Summary: "a tax", When: "2002", Trace: "report|measures|a@b"},
			{Set: "steps", Key: "1", Summary: "a treaty", When: "2000", Trace: "report|steps|1"},
		},
		Result: &coincide.Result{
			Triggers: []coincide.TriggerCase{{ID: "1@KAZ", Dyad: "RUS/KAZ", When: span, Fate: coincide.Answered, Lag: 3}},
			Responses: []coincide.ResponseCase{{ID: "1@KAZ", Dyad: "RUS/KAZ", When: span, Fate: coincide.Hit},
				{ID: "a@b@KAZ", Dyad: "RUS/KAZ", When: span, Fate: coincide.Outside, Into: "x@y@KAZ"}},
			Pairs: []coincide.Pair{{Trigger: "1@KAZ", Response: "1@KAZ", Lag: 3}, {Trigger: "1@KAZ", Response: "a@b@KAZ", Lag: 5}},
		}}
	page := RuleRun(run)
	var text bytes.Buffer
	if err := page.Data.CSV(&text); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&text).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatal(err, rows)
	}
	want := [][4]string{{"1", "a treaty", "report|steps|1", "1;a@b"}, {"1", "a ban", "report|measures|1", "1"}, {"a@b", "a tax", "report|measures|a@b", "1"}}
	for i, row := range rows[1:] {
		if got := [4]string{row[1], row[9], row[10], row[7]}; got != want[i] {
			t.Errorf("row %d: %q, want %q", i+1, got, want[i])
		}
	}
	if rows[3][6] != "x@y" {
		t.Errorf("merged into %q", rows[3][6])
	}
	for _, table := range page.Tables {
		if table.Title == "Triggers" && table.Rows[0][4] != "a treaty" {
			t.Errorf("the list says %q", table.Rows[0])
		}
	}
}
