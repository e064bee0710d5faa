package report_test

import (
	"slices"
	"testing"

	"orrery/internal/app"
	"orrery/internal/report"
	"orrery/model/coincide"
)

// Neighbouring widths that say the same are one row.
func TestEqualWidthsShareARow(t *testing.T) {
	v := app.RuleRun{Result: &coincide.Result{}}
	for name, text := range map[string]string{"strip/3": "none", "strip/4": "none", "strip/5": "some", "strip/6": "none"} {
		v.Numbers = append(v.Numbers, app.RuleNumber{Name: name, Text: text, Shown: true, Trace: name})
	}
	slices.SortFunc(v.Numbers, func(a, b app.RuleNumber) int { return int(a.Name[6]) - int(b.Name[6]) })
	for _, table := range report.RuleRun(v).Tables {
		if table.Title != "Other widths of the window, which are no test" {
			continue
		}
		if len(table.Rows) != 3 || table.Rows[0][0] != "3 to 4" || table.Rows[1][0] != "5" || table.Rows[2][0] != "6" {
			t.Errorf("%q", table.Rows)
		}
		return
	}
	t.Error("no table of widths")
}
