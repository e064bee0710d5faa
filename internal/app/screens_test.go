package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
)

func TestStateLanes(t *testing.T) {
	w := postSoviet(t)
	v := must(w.State(t.Context(), app.Scope{}, "kaz"))(t)
	if v.State.Name != "Kazakhstan" || !slices.Contains(v.Names, "Казахстан") || v.Hub.Code != "RUS" {
		t.Errorf("%+v %v %+v", v.State, v.Names, v.Hub)
	}
	if byName := must(w.State(t.Context(), app.Scope{}, "kazakhstan"))(t); byName.State != v.State {
		t.Errorf("%+v", byName.State)
	}
	positions := map[string]int{}
	for i, m := range v.Votes {
		positions[m.Vote+" beside "+m.HubVote+": "+m.Position]++
		if m.Title == "" || (i > 0 && m.When < v.Votes[i-1].When) {
			t.Errorf("%+v", m)
		}
	}
	for pair, n := range positions {
		if strings.HasPrefix(pair, "abstain") && strings.HasSuffix(pair, "absent") || strings.HasPrefix(pair, "absent") && !strings.HasSuffix(pair, ": absent") {
			t.Errorf("%d times %s", n, pair)
		}
	}
	if positions["abstain beside no: neutral"] == 0 || positions["yes beside no: against"] == 0 || positions["no beside no: with"] == 0 {
		t.Errorf("%v", positions)
	}
	for _, lane := range []app.EventLane{v.Given, v.Received} {
		var years int64
		for _, y := range lane.Years {
			years += y.N
		}
		if lane.Total == 0 || years != lane.Total || int64(len(lane.Events)) != lane.Total || lane.Next != "" {
			t.Errorf("%d events, %d by year, %d shown", lane.Total, years, len(lane.Events))
		}
		for i := 1; i < len(lane.Events); i++ {
			if lane.Events[i].When > lane.Events[i-1].When {
				t.Errorf("%s stands after %s", lane.Events[i].When, lane.Events[i-1].When)
			}
		}
	}
	if len(v.Memberships) == 0 || len(v.Office) == 0 || len(v.Ties) == 0 || len(v.Forecasts) == 0 || v.Ties[0].When < v.Ties[len(v.Ties)-1].When {
		t.Errorf("%d memberships, %d terms, %d ties, %d forecasts", len(v.Memberships), len(v.Office), len(v.Ties), len(v.Forecasts))
	}
	if _, err := w.State(t.Context(), app.Scope{}, "KZA"); err == nil || !strings.Contains(err.Error(), "KAZ") {
		t.Errorf("%v", err)
	}
}

// A lane of many events comes in pages that hold each event once, with a lens or without.
func TestEventLanePages(t *testing.T) {
	w := postSoviet(t)
	for _, lens := range []string{"", "-based:RUS"} {
		s := must(app.ParseScope("", lens, ""))(t)
		seen, cursor := map[string]bool{}, ""
		var total int64
		for {
			lane := must(w.StateEvents(t.Context(), s, "RUS", "given", cursor))(t)
			for _, e := range lane.Events {
				if seen[e.Key] {
					t.Errorf("%s twice", e.Key)
				}
				seen[e.Key] = true
			}
			if total, cursor = lane.Total, lane.Next; cursor == "" {
				break
			}
		}
		if int64(len(seen)) != total || total <= 50 {
			t.Errorf("lens %q: %d events shown of %d", lens, len(seen), total)
		}
	}
	if _, err := w.StateEvents(t.Context(), app.Scope{}, "RUS", "sideways", ""); err == nil {
		t.Error("a lane that is not there is shown")
	}
}

func TestPressure(t *testing.T) {
	w := postSoviet(t)
	v := must(w.Pressure(t.Context(), app.Scope{}, "RUS", ""))(t)
	var shapes, links int64
	for _, f := range v.Counts {
		shapes += f.N
	}
	for _, f := range v.Links {
		links += f.N
	}
	if len(v.Episodes) == 0 || int(shapes) != len(v.Episodes) || int(links) != len(v.Episodes) || v.Notice == "" {
		t.Errorf("%d episodes, %d by shape, %d by link", len(v.Episodes), shapes, links)
	}
	for _, e := range v.Episodes {
		if len(e.Missing) > 0 {
			t.Errorf("%s names events that are not there: %v", e.Key, e.Missing)
		}
		if (e.Shape == "pair") != (len(e.Triggers) > 0 && len(e.Responses) > 0) || (e.Lag != "") != (e.Shape == "pair") {
			t.Errorf("%s: %s with %d triggers, %d responses, lag %q", e.Key, e.Shape, len(e.Triggers), len(e.Responses), e.Lag)
		}
	}
	for _, lane := range v.Lanes {
		marks := map[string]bool{}
		for _, m := range slices.Concat(lane.Triggers, lane.Responses) {
			marks[m.Key] = true
		}
		for _, a := range lane.Arcs {
			if !marks[a.Trigger] || !marks[a.Response] || a.Lag == "" {
				t.Errorf("%s: an arc without its ends: %+v", lane.Target.Code, a)
			}
		}
	}
	// A measure dated before the step is told apart, and no list of the tables is shown raw.
	before := 0
	for _, e := range v.Episodes {
		if strings.HasSuffix(e.Lag, "earlier") && !strings.HasPrefix(e.Lag, "between 0 ") { // not on the same day
			before++
		}
		if strings.Contains(e.ClaimedBy, ";") {
			t.Errorf("claimed by %s", e.ClaimedBy)
		}
	}
	if got := must(w.Trace(t.Context(), app.Scope{}, "pressure|RUS||before", ""))(t); before == 0 || got.Total != before || !strings.Contains(v.Sentence.String(), fmt.Sprintf("In %d of the pairs the measure came before the step.", before)) {
		t.Errorf("%d episodes, %d rows, %s", before, got.Total, v.Sentence)
	}
	one := must(w.Pressure(t.Context(), app.Scope{}, "", "KGZ"))(t)
	if len(one.Lanes) != 1 || len(one.Episodes) == 0 || len(one.Episodes) >= len(v.Episodes) {
		t.Errorf("%d lanes, %d episodes", len(one.Lanes), len(one.Episodes))
	}
	if _, err := w.Pressure(t.Context(), app.Scope{}, "XXX", ""); err == nil {
		t.Error("a hub that is not there presses")
	}
}

// Under a lens the lanes hold no event that the lens hides, and none is called missing.
func TestPressureUnderALens(t *testing.T) {
	w := postSoviet(t)
	all := must(w.Pressure(t.Context(), app.Scope{}, "", ""))(t)
	s := must(app.ParseScope("", "-lang:en", ""))(t)
	v := must(w.Pressure(t.Context(), s, "", ""))(t)
	marks := func(v app.PressureView) (n int, keys map[string]bool) {
		keys = map[string]bool{}
		for _, l := range v.Lanes {
			for _, m := range append(l.Triggers, l.Responses...) {
				keys[m.Key] = true
				n++
			}
		}
		return n, keys
	}
	n, _ := marks(all)
	if left, keys := marks(v); left == 0 || left >= n || v.Scope.Hidden == 0 {
		t.Errorf("%d of %d marks under the lens", left, n)
	} else {
		for key := range keys {
			if row := must(w.Trace(t.Context(), s, "record|event:"+key, ""))(t).Rows[0]; !slices.ContainsFunc(row.Evidence, func(e app.TraceEvidence) bool { return !e.Hidden }) {
				t.Errorf("%s is drawn, and all that it rests on is hidden", key)
			}
		}
	}
	for _, e := range v.Episodes {
		if len(e.Missing) > 0 {
			t.Errorf("%s misses %v, which the lens hides", e.Key, e.Missing)
		}
	}
}

func TestSources(t *testing.T) {
	w := postSoviet(t)
	if said := must(w.Sources(t.Context(), app.Scope{}, "", ""))(t).Sentence.String(); !strings.Contains(said, "of them written in English") {
		t.Errorf("%s", said)
	}
	v := must(w.Sources(t.Context(), app.Scope{}, "fergana news", ""))(t)
	if len(v.Sources) == 0 || !strings.Contains(v.Sources[0].Publisher+v.Sources[0].Title, "Fergana") || v.Sources[0].Records == nil || *v.Sources[0].Records == 0 {
		t.Fatalf("%+v", v.Sources)
	}
	sums := map[string]int64{}
	for _, g := range v.Groups {
		sums[g.By] += g.N
	}
	if sums["based"] != 983 || sums["kind"] != 983 || sums["lang"] != 983 {
		t.Errorf("%v", sums)
	}
	one := must(w.Source(t.Context(), app.Scope{}, v.Sources[0].Key, ""))(t)
	if int64(one.Total) != *v.Sources[0].Records || len(one.Rows) == 0 {
		t.Errorf("%d rows of %d", len(one.Rows), one.Total)
	}
	if _, err := w.Source(t.Context(), app.Scope{}, "b-seed-00", ""); err == nil || !strings.Contains(err.Error(), "b-seed-000") {
		t.Errorf("%v", err)
	}
	seen, cursor := 0, ""
	for {
		page := must(w.Sources(t.Context(), app.Scope{}, "", cursor))(t)
		seen += len(page.Sources)
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	if seen != 983 {
		t.Errorf("the pages hold %d sources", seen)
	}
}

func TestSearch(t *testing.T) {
	w := postSoviet(t)
	doc := w.read(interview)
	v := must(w.Search(t.Context(), app.Scope{}, "Yerevan proof", "", ""))(t)
	if len(v.Hits) == 0 || v.Hits[0].Kind != "document" || v.Hits[0].Screen != "/reader/"+doc.Head.Hash || len(v.Hits[0].Marks) == 0 {
		t.Fatalf("%+v", v.Hits)
	}
	for _, m := range v.Hits[0].Marks {
		if word := v.Hits[0].Snippet[m[0]:m[1]]; !strings.EqualFold(word, "Yerevan") && !strings.EqualFold(word, "proof") {
			t.Errorf("%q is marked", word)
		}
	}
	if v = must(w.Search(t.Context(), app.Scope{}, "residence", "item", ""))(t); len(v.Hits) != 1 || v.Hits[0].Screen != "/litmus/residence-drones-2025" {
		t.Errorf("%+v", v.Hits)
	}
	first := must(w.Search(t.Context(), app.Scope{}, "Putin", "", ""))(t)
	second := must(w.Search(t.Context(), app.Scope{}, "Putin", "", first.Next))(t)
	if first.Next == "" || len(second.Hits) == 0 || first.Hits[0].Ref == second.Hits[0].Ref {
		t.Errorf("%d and %d hits", len(first.Hits), len(second.Hits))
	}
	if v = must(w.Search(t.Context(), app.Scope{}, " ", "", ""))(t); len(v.Hits) != 0 {
		t.Errorf("%+v", v.Hits)
	}
	if _, err := w.Search(t.Context(), app.Scope{}, "x", "shoe", ""); err == nil {
		t.Error("a kind that is not there is searched")
	}
}

func TestHome(t *testing.T) {
	w := postSoviet(t)
	v := must(w.Home(t.Context(), app.Scope{}, time.Time{}))(t)
	want := "On the post-Soviet space the ledger holds 247 events, 112 episodes, 52 reaction items, 662 stances, 4019 votes, 969 ties and 275 forecasts, " +
		"from 983 sources. The first of its events, votes and stances is dated 1991-12-16, the last 2025-12-31."
	if got := v.Sentence.String(); got != want {
		t.Errorf("%s", got)
	}
	if len(v.Cards) != 5 || v.Item != "residence-drones-2025" || len(v.States) != 14 || v.Hub.Code != "RUS" {
		t.Errorf("%d cards, item %s, %d states, hub %+v", len(v.Cards), v.Item, len(v.States), v.Hub)
	}
	for _, c := range v.Cards {
		if c.Ready && c.Screen != "/alignment" || c.Sentence.String() == "" || c.Screen == "" {
			t.Errorf("%+v", c)
		}
	}
	// Before anything was loaded the ledger held nothing, and says so.
	early := app.Scope{AsOf: t0.AddDate(-1, 0, 0)}
	old := must(w.Home(t.Context(), early, time.Time{}))(t)
	const nothing = "As known on 2025-01-10, the ledger held nothing yet."
	for _, got := range []app.Sentence{old.Sentence, must(w.LitmusMatrix(t.Context(), early))(t).Sentence, must(w.Pressure(t.Context(), early, "", ""))(t).Sentence} {
		if got.String() != nothing || len(old.Changes) != 0 {
			t.Errorf("%s %+v", got, old.Changes)
		}
	}
	// Today has not ended and may be asked about; tomorrow may not.
	for day, ok := range map[string]bool{"2026-01-10": true, "2026-01-11": false} {
		_, err := w.Home(t.Context(), must(app.ParseScope(day, "", ""))(t), time.Time{})
		if e, known := app.Explain(err); (err == nil) != ok || (!ok && (!known || e.Code != app.Malformed || e.Field != "as_of" || !strings.Contains(e.Text, "future"))) {
			t.Errorf("%s: %v", day, err)
		}
	}
	if _, err := w.Home(t.Context(), app.Scope{Hub: "RUZ"}, time.Time{}); err == nil || !strings.Contains(err.Error(), "RUS") {
		t.Errorf("%v", err)
	}
}

// A load of thousands of revisions is counted whole, also as known before later edits.
func TestChangesCountTheWholeLoad(t *testing.T) {
	w := postSoviet(t)
	loaded := w.clock.Now()
	w.clock.Advance(time.Hour)
	must(w.Edit(t.Context(), "stance:residence-drones-2025/ARM", 1, app.EditRequest{Status: "rejected", Why: "contradicted"}))(t)
	for _, c := range []struct {
		scope app.Scope
		acts  int
	}{{app.Scope{}, 2}, {app.Scope{AsOf: loaded}, 1}} {
		v := must(w.Home(t.Context(), c.scope, t0.Add(-time.Hour)))(t)
		if len(v.Changes) != c.acts {
			t.Fatalf("%+v", v.Changes)
		}
		load := v.Changes[c.acts-1]
		because := must(w.Trace(t.Context(), c.scope, load.Trace, ""))(t)
		if load.N < 8000 || because.Total != load.N || strings.Contains(load.What, "newest of more") || !strings.Contains(load.What, "4019 votes") || !strings.Contains(load.What, "662 stances") {
			t.Errorf("%+v, %d rows", load, because.Total)
		}
		if c.acts == 2 && !strings.Contains(v.Changes[0].What, "rejected") {
			t.Errorf("%+v", v.Changes[0])
		}
	}
}

func TestVocabulary(t *testing.T) {
	v := must(postSoviet(t).Vocabulary(t.Context(), app.Scope{}))(t)
	if len(v.Types) != 16 || len(v.Contexts) != 37 || len(v.Items) != 52 || len(v.RollCalls) != 172 || len(v.Actors) != 74 || !slices.Contains(v.Instruments, "gas-cutoff") || len(v.Measures) == 0 {
		t.Errorf("%d types, %d contexts, %d items, %d roll calls, %d actors", len(v.Types), len(v.Contexts), len(v.Items), len(v.RollCalls), len(v.Actors))
	}
}
