package app_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
)

// emitted collects every trace id of a view with the number that it stands for; -1
// where it stands for no number.
type emitted map[string]int64

// walk goes through a view as its reader sees it: as JSON.
func (e emitted) walk(t *testing.T, view any) {
	b, err := json.Marshal(view)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(b, &tree); err != nil {
		t.Fatal(err)
	}
	e.node(t, tree)
}

func (e emitted) node(t *testing.T, n any) {
	switch n := n.(type) {
	case []any:
		for _, child := range n {
			e.node(t, child)
		}
	case map[string]any:
		if id, ok := n["trace"].(string); ok {
			e.see(t, id, n)
		}
		for _, child := range n {
			e.node(t, child)
		}
	}
}

func (e emitted) see(t *testing.T, id string, n map[string]any) {
	if id == "" {
		t.Errorf("an empty trace: %v", n)
		return
	}
	want := int64(-1)
	if number, ok := n["n"].(float64); ok {
		want = int64(number)
	} else if records, ok := n["records"].(float64); ok {
		want = int64(records)
	} else if text, ok := n["text"].(string); ok {
		if number, err := strconv.ParseInt(text, 10, 64); err == nil {
			want = number
		}
	}
	if had, ok := e[id]; ok && had >= 0 && want >= 0 && had != want {
		t.Errorf("%s stands for %d in one place and for %d in another", id, had, want)
	}
	if _, ok := e[id]; !ok || want >= 0 {
		e[id] = want
	}
}

// everything walks all views of a ledger.
func everything(t *testing.T, w *world, s app.Scope) emitted {
	e := emitted{}
	ctx := t.Context()
	home := must(w.Home(ctx, s, time.Time{}))(t)
	e.walk(t, home)
	e.walk(t, must(w.Meta(ctx, s))(t))
	e.walk(t, must(w.LitmusMatrix(ctx, s))(t))
	e.walk(t, must(w.States(ctx, s))(t))
	vocabulary := must(w.Vocabulary(ctx, s))(t)
	e.walk(t, vocabulary)
	for _, i := range vocabulary.Items {
		e.walk(t, must(w.Litmus(ctx, s, i.Key))(t))
	}
	for i, r := range vocabulary.RollCalls {
		if i%9 == 0 {
			e.walk(t, must(w.Litmus(ctx, s, r.Code))(t))
		}
	}
	for _, state := range append(home.States, home.Hub) {
		e.walk(t, must(w.State(ctx, s, state.Code))(t))
	}
	pressure := must(w.Pressure(ctx, s, "", ""))(t)
	e.walk(t, pressure)
	for _, hub := range pressure.Hubs {
		e.walk(t, must(w.Pressure(ctx, s, hub.Code, ""))(t))
	}
	for _, lane := range pressure.Lanes {
		e.walk(t, must(w.Pressure(ctx, s, "", lane.Target.Code))(t))
	}
	e.walk(t, must(w.Sources(ctx, s, "", ""))(t))
	return e
}

// Every trace that any view emits opens, and its rows are as many as its figure says.
func TestEveryTraceOpensToItsRows(t *testing.T) {
	for _, lens := range []string{"", "-based:RUS"} {
		t.Run("lens "+lens, func(t *testing.T) {
			w := postSoviet(t)
			s := must(app.ParseScope("", lens, ""))(t)
			seen := everything(t, w, s)
			verbs := map[string]int{}
			for _, id := range slices.Sorted(maps.Keys(seen)) {
				verb, _, _ := strings.Cut(id, "|")
				// Thousands of records and cells differ by their key only: a sample shows that they resolve.
				every := map[string]int{"record": 23, "cell": 11}[verb]
				if verb == "litmus" && (seen[id] == 0 || lens != "") {
					every = 11 // figures of nobody, and the same figures again
				}
				if verbs[verb]++; every > 0 && verbs[verb]%every != 0 {
					continue
				}
				v, err := w.Trace(t.Context(), s, id, "")
				if err != nil {
					t.Errorf("%s: %v", id, err)
					continue
				}
				if want := seen[id]; want >= 0 && int64(v.Total) != want {
					t.Errorf("%s: the figure is %d, its rows are %d", id, want, v.Total)
				}
				if v.Figure == "" || v.Rule == "" || v.Value == "" || len(v.Rows) != min(v.Total, 50) && v.Next == "" {
					t.Errorf("%s: %q %q %q, %d of %d rows", id, v.Figure, v.Rule, v.Value, len(v.Rows), v.Total)
				}
			}
			for _, verb := range []string{"record", "litmus", "cell", "matrix", "state", "pressure", "stock", "forecasts", "sources", "changes"} {
				if verbs[verb] == 0 {
					t.Errorf("no view emits a trace of %s", verb)
				}
			}
		})
	}
}

// The pages of a trace are its rows, each once.
func TestTracePages(t *testing.T) {
	w := postSoviet(t)
	for _, id := range []string{"stock|vote", "state|KAZ|votes", "state|RUS|given", "state|RUS|given|2022", "sources|lang|ru", "matrix|answered"} {
		seen, cursor, total := map[string]int{}, "", 0
		for pages := 0; ; pages++ {
			v := must(w.Trace(t.Context(), app.Scope{}, id, cursor))(t)
			for _, row := range v.Rows {
				seen[row.Ref]++
				total++
			}
			if v.Next == "" {
				if total != v.Total {
					t.Errorf("%s: %d rows of %d", id, total, v.Total)
				}
				break
			}
			if cursor = v.Next; pages > 200 {
				t.Fatal("the pages do not end")
			}
		}
		if len(seen) != total {
			t.Errorf("%s: %d rows, %d records", id, total, len(seen))
		}
	}
}

func TestTraceOfACellOpensToItsSources(t *testing.T) {
	w := postSoviet(t)
	v := must(w.Trace(t.Context(), app.Scope{}, "cell|aggression-vote-2022|KAZ", ""))(t)
	kinds := map[string]bool{}
	for _, row := range v.Rows {
		kinds[row.Kind] = true
		if row.Kind == "stance" && !strings.HasPrefix(row.Label, "Kazakhstan on ") {
			t.Errorf("a stance is labelled %q, without its item", row.Label)
		}
		for _, e := range row.Evidence {
			kinds[e.Kind] = true
			if e.Kind == "vote" && (e.Vote == nil || e.Vote.Vote != "abstain" || e.Vote.HubVote != "no" || e.Vote.Position != "neutral") {
				t.Errorf("the vote: %+v", e.Vote)
			}
			if e.Kind == "source" && (e.Source == nil || e.Source.Title == "") {
				t.Errorf("the source: %+v", e.Source)
			}
		}
	}
	if fmt.Sprint(kinds) != "map[source:true stance:true vote:true]" {
		t.Errorf("the cell rests on %v", kinds)
	}
}

func TestTraceOfNothing(t *testing.T) {
	w := postSoviet(t)
	for _, id := range []string{"", "nonsense", "litmus", "litmus|nothing|count|with", "litmus|residence-drones-2025|count|sideways", "cell|residence-drones-2025|ATLANTIS",
		"state|KAZ|shoes", "stock|shoe", "pressure|RUS||shoes", "record|stance", "record|stance:nothing", "changes|x|y|z", "sources|shoe|x"} {
		_, err := w.Trace(t.Context(), app.Scope{}, id, "")
		if e, ok := app.Explain(err); !ok || e.Text == "" {
			t.Errorf("%q: %v", id, err)
		}
	}
	// A figure that does not exist is not a figure of nobody.
	for _, id := range []string{"litmus|residence-drones-2025|timing|soon", "litmus|A/RES/ES-11/1|vote|maybe", "pressure|RUS||link|rumoured", "forecasts|perhaps",
		"sources|lang|xx", "source|nothing", "state|KAZ|stances|sideways", "state|KAZ|votes|sideways", "state|KAZ|given|soon", "changes|1|ana|nothing"} {
		_, err := w.Trace(t.Context(), app.Scope{}, id, "")
		if e, ok := app.Explain(err); !ok || e.Code != app.NotFound || e.Text == "" || e.Do == "" {
			t.Errorf("%q: %v", id, err)
		}
	}
	if _, err := w.Trace(t.Context(), app.Scope{}, "matrix|cells", "x"); err == nil {
		t.Error("a cursor that no list gave is taken")
	}
	if _, err := w.Trace(t.Context(), app.Scope{}, "stock|vote", "x"); err == nil {
		t.Error("a cursor that no store gave is taken")
	} else if _, ok := app.Explain(err); !ok {
		t.Errorf("%v", err)
	}
}
