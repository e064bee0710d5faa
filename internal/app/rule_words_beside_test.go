package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
)

// Every p of a run has the family beside it, also those of the responses by themselves; the ratio by strata comes before that of one rate throughout, which says
// so; the rows of a family name rule, label, p and day of the run.
func TestWhatStandsBesideNumbers(t *testing.T) {
	s := smallLedger(t)
	s.register(madeRule)
	s.clock.Advance(time.Hour)
	s.add(history("AAA")...)
	run := s.run("bans")
	at, of := map[string]int{}, map[string]app.RuleNumber{}
	for i, n := range run.Numbers {
		at[n.Name], of[n.Name] = i, n
		if n.Shown && (n.Name == "series-trend" || n.Name == "series-burst") && !strings.Contains(n.Text, "(1 of 1 rule ever run)") {
			t.Errorf("%s: %s", n.Name, n.Text)
		}
	}
	if !of["series-trend"].Shown || !of["series-burst"].Shown {
		t.Errorf("%+v %+v", of["series-trend"], of["series-burst"])
	}
	if at["ratio-strata"] > at["ratio"] || !strings.HasSuffix(of["ratio"].Label, "at one rate throughout") || !strings.HasSuffix(of["rate-expected"].Label, "at one rate throughout") {
		t.Errorf("%+v %+v", of["ratio"], of["rate-expected"])
	}
	if !strings.Contains(of["swing"].Text, "Official record") {
		t.Errorf("the swing names no title: %s", of["swing"].Text)
	}
	rows := must(s.Trace(t.Context(), app.Scope{}, of["family"].Trace, ""))(t).Rows
	if !slices.ContainsFunc(rows, func(r app.TraceRow) bool {
		return strings.HasPrefix(r.Label, "rule bans: pattern, not replicated, p below .001, run on ")
	}) {
		t.Errorf("%+v", rows)
	}
}
