package app_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
)

// figures are all that Orrery tells of a region, as one text a screen: every view that has figures, without the parts that are about drafts
// and about documents themselves.
func figures(t *testing.T, w *world, deep bool) map[string]string {
	t.Helper()
	out := map[string]string{}
	keep := func(name string, view any, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		packed, err := json.Marshal(view)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(packed)
	}
	ctx, s := t.Context(), app.Scope{}
	home, err := w.Home(ctx, s, time.Time{})
	home.Drafts, home.Changes, home.Sentence = 0, nil, nil // they speak of drafts and of what was written
	for i := range home.Stock {
		if name := home.Stock[i].Name; name == "quote" || name == "document" {
			home.Stock[i].N, home.Stock[i].Label = 0, "" // what was read is no draft
		}
	}
	keep("home", home, err)
	matrix, err := w.LitmusMatrix(ctx, s)
	keep("matrix", matrix, err)
	for _, row := range matrix.Rows {
		v, err := w.Litmus(ctx, s, row.Item.Key)
		v.Drafts = 0
		v.Sentence = nil
		keep("litmus "+row.Item.Key, v, err)
	}
	states, err := w.States(ctx, s)
	keep("states", states, err)
	for _, one := range states.States {
		v, err := w.State(ctx, s, one.Code)
		keep("state "+one.Code, v, err)
	}
	pressure, err := w.Pressure(ctx, s, "RUS", "")
	keep("pressure", pressure, err)
	sources, err := w.Sources(ctx, s, "", "")
	keep("sources", sources, err)
	rules, err := w.Rules(ctx, s)
	keep("rules", rules, err)
	vocabulary, err := w.Vocabulary(ctx, s)
	keep("vocabulary", vocabulary, err)
	if deep { // it takes a while to compute
		alignment, err := w.Alignment(ctx, s, app.AlignOptions{Wait: true})
		keep("alignment", alignment, err)
	}
	return out
}

// A draft must never enter a figure: with a draft of every kind in the ledger, every figure is what it was; a decision to reject changes
// nothing either.
func TestNoFigureKnowsASuggestion(t *testing.T) {
	w := coderWorld(t, "t-1", everyKind())
	before := figures(t, w, true)
	doc := must(w.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	if len(doc.Records) != len(everyKind().plans) {
		t.Fatalf("%d suggestions of %d", len(doc.Records), len(everyKind().plans))
	}
	differ := func(when string, deep bool) {
		t.Helper()
		after := figures(t, w, deep)
		for name, was := range before {
			if now, looked := after[name]; looked && now != was {
				t.Errorf("%s: %s is another: %s", when, name, firstDifference(was, now))
			}
		}
	}
	differ("with suggestions", true)
	var refs []string
	for _, one := range doc.Records {
		refs = append(refs, one.Record.Ref)
	}
	must(w.Decide(t.Context(), app.DecideRequest{Refs: refs, Status: "rejected"}))(t)
	differ("with rejected suggestions", false)
	// The test can fail: what is accepted is in the figures.
	must(w.Decide(t.Context(), app.DecideRequest{Refs: refs, Status: "accepted"}))(t)
	after := figures(t, w, false)
	for _, name := range []string{"home", "matrix", "states", "state KAZ", "pressure", "vocabulary"} {
		if after[name] == before[name] {
			t.Errorf("%s does not know what was accepted", name)
		}
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return strings.ToValidUTF8(s[max(0, i-80):min(len(s), i+80)], "") }
	return fmt.Sprintf("%q became %q", cut(a), cut(b))
}
