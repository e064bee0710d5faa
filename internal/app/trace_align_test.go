package app_test

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/ledger"
)

// Every trace of the alignment's views opens, and its rows are as many as its figure says.
func TestEveryTraceOfAlignmentOpens(t *testing.T) {
	s := smallLedger(t)
	on := ledger.MustDate("2021-04-02")
	s.add(&ledger.Item{Slug: "plain", Title: "Item", Question: "?", T0: on, Hub: "HUB", Roster: []string{"AAA", "BBB", "CCC"}},
		&ledger.Stance{Item: "plain", Actor: "AAA", Position: ledger.Against, When: on, Form: ledger.FormStatement, Summary: "An answer."},
		&ledger.Stance{Item: "plain", Actor: "CCC", Position: ledger.Silent, When: on, Summary: "Nothing."},
		&ledger.Event{When: on, By: []string{"HUB"}, To: []string{"AAA"}, Type: ledger.EventAgree, Summary: "Something."},
		&ledger.Event{When: ledger.MustDate("2021-04-09"), By: []string{"AAA"}, To: []string{"HUB"}, Type: ledger.EventSanction, Summary: "Something."})
	seen := emitted{}
	for _, o := range []app.AlignOptions{{Wait: true}, {Wait: true, Channels: []string{"votes", "events"}, Absence: "abstention"}} {
		for _, hub := range []string{"HUB", "ORG"} {
			scope := app.Scope{Hub: hub}
			seen.walk(t, must(s.Alignment(t.Context(), scope, o))(t))
			seen.walk(t, must(s.StateAlignment(t.Context(), scope, "AAA", o))(t))
			at := o
			at.At = "2020-09-01"
			seen.walk(t, must(s.Dyad(t.Context(), scope, "AAA", at))(t))
			seen.walk(t, must(s.Dyad(t.Context(), scope, "CCC", o))(t))
		}
	}
	seen.walk(t, must(s.Home(t.Context(), app.Scope{}, time.Time{}))(t).Cards)
	seen.walk(t, must(s.Method(t.Context(), app.Scope{}, "align"))(t))
	verbs := map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(seen)) {
		verb, _, _ := strings.Cut(id, "|")
		verbs[verb]++
		v, err := s.Trace(t.Context(), app.Scope{}, id, "")
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		if want := seen[id]; want >= 0 && int64(v.Total) != want {
			t.Errorf("%s: the figure is %d, its rows are %d", id, want, v.Total)
		}
		if v.Figure == "" || v.Rule == "" || v.Value == "" || len(v.Rows) != min(v.Total, 50) {
			t.Errorf("%s: %q %q %q, %d of %d rows", id, v.Figure, v.Rule, v.Value, len(v.Rows), v.Total)
		}
		for _, part := range v.Parts {
			if _, err := s.Trace(t.Context(), app.Scope{}, part.Trace, ""); err != nil {
				t.Errorf("%s: part %s: %v", id, part.Trace, err)
			}
		}
	}
	for _, verb := range []string{"align", "align-joint", "align-drop", "align-similar", "align-tilt", "align-tilts", "align-ring", "align-run", "cell", "record"} {
		if verbs[verb] == 0 {
			t.Errorf("no view emits a trace of %s", verb)
		}
	}
}

// A point opens to its observations with the weight that the dyad's page shows, each to
// its own record and source, without waiting to be asked for first.
func TestAPointOpensToItsObservations(t *testing.T) {
	s := smallLedger(t)
	const id = "align|HUB|BBB|2020-06-30|votes,reactions,statements|missing"
	v := must(s.Trace(t.Context(), app.Scope{}, id, ""))(t) // computes the run
	d := s.dyad("BBB", app.Scope{}, app.AlignOptions{At: "2020-06-10"})
	if v.Total != 18 || len(v.Rows) != 18 || len(d.Items) != 18 || d.Stand.Trace != id {
		t.Fatalf("%d rows, %d items, the page's own trace is %s", v.Total, len(d.Items), d.Stand.Trace)
	}
	sum := 0.0
	for i, row := range v.Rows {
		if row.Weight != d.Items[i].Weight || row.Trace != d.Items[i].Trace || row.Weight >= 0 {
			t.Errorf("row %d: %g %s, on the page %g %s", i, row.Weight, row.Trace, d.Items[i].Weight, d.Items[i].Trace)
		}
		if len(row.Evidence) != 1 || row.Evidence[0].Source == nil || row.Evidence[0].Source.Key != "record" {
			t.Errorf("row %d rests on %+v", i, row.Evidence)
		}
		if i > 0 && math.Abs(row.Weight) > math.Abs(v.Rows[i-1].Weight) {
			t.Errorf("row %d is heavier than the one before", i)
		}
		sum += row.Weight
	}
	if !strings.Contains(v.Rule, "Model align") || !strings.Contains(v.Rule, d.Run.DataHash[:12]) || !strings.Contains(v.Rule, "Level: shown.") || sum > -.1 {
		t.Errorf("sum %g, rule %s", sum, v.Rule)
	}
	if !strings.Contains(v.Rows[0].Label, "State BBB voted no, State HUB voted yes") {
		t.Errorf("label %q", v.Rows[0].Label)
	}
	for _, bad := range []string{"align|HUB|BBB|2020-06-30|votes", "align|HUB|BBB|1999-01-01|votes|missing", "align|HUB|M1|2020-06-30|votes|missing", "align|HUB|BBB|2020-06-30|votes|missing|counts|rumours",
		"align-joint|HUB|BBB|votes|missing|yes|maybe", "align-drop|HUB|BBB|votes|missing|a whim", "align-tilt|HUB|votes|missing|XXX|BBB", "align-tilts|HUB|votes|missing|ORG|2", "align-ring|HUB|votes|missing|elsewhere", "align-run|HUB", "align-similar|HUB"} {
		if _, err := s.Trace(t.Context(), app.Scope{}, bad, ""); err == nil {
			t.Errorf("%s opens", bad)
		} else if own, ok := app.Explain(err); !ok || own.Code != app.NotFound && own.Code != app.Malformed {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
