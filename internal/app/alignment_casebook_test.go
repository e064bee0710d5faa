package app_test

import (
	"slices"
	"strings"
	"testing"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
)

// On the embedded casebook every vote and answer of every state is used or dropped with a
// reason, joint cells and drops agree with them, and what is known of the region holds.
func TestAlignmentOfTheCasebook(t *testing.T) {
	w := postSoviet(t)
	o := app.AlignOptions{Wait: true}
	states := must(w.States(t.Context(), app.Scope{}))(t).States
	place := map[string]app.Stand{}
	for _, state := range states {
		d := must(w.Dyad(t.Context(), app.Scope{}, state.Code, o))(t)
		place[state.Code] = *d.Stand
		var dropped, outside, noHub, joint, reactions int64
		for _, one := range d.Drops {
			switch {
			case strings.HasPrefix(one.Why, "votes: "):
				dropped += one.N
			case strings.HasPrefix(one.Why, "reactions: "):
				reactions += one.N
			}
			if one.Why == "votes: outside the span" {
				outside += one.N
			}
			if one.Why == "votes: the hub did not vote" {
				noHub += one.N
			}
		}
		for _, cell := range d.Joint {
			joint += cell.N
			if cell.Hub == "absent" {
				noHub -= cell.N
			}
		}
		used := countOf(t, d, "votes")
		if used+dropped != state.Votes || joint+outside+noHub != state.Votes {
			t.Errorf("%s: %d votes used and %d dropped; %d in cells, %d outside the span, %d without the hub's; the ledger holds %d",
				state.Code, used, dropped, joint, outside, noHub, state.Votes)
		}
		if got := countOf(t, d, "reactions") + reactions; got != answersTo(t, w, state.Code, "RUS") {
			t.Errorf("%s: %d reactions used or dropped, %d cells of the litmus", state.Code, got, answersTo(t, w, state.Code, "RUS"))
		}
		for _, channel := range d.Evidence.Channels {
			if channel.On && channel.N != countOf(t, d, channel.Name) {
				t.Errorf("%s: %s counts %d in the chooser", state.Code, channel.Name, channel.N)
			}
		}
		if d.Stand.Direction.OK && d.Stand.Sign == 0 || !d.Stand.Direction.OK && d.Stand.Sign != 0 {
			t.Errorf("%s: sign %d with verdict %+v", state.Code, d.Stand.Sign, d.Stand.Direction)
		}
	}
	if place["BLR"].Edge != "high" || place["BLR"].Level.Text != "at least" || !(place["KAZ"].Median > 0 && place["EST"].Median < -1) {
		t.Errorf("BLR %+v, KAZ %g, EST %g", place["BLR"], place["KAZ"].Median, place["EST"].Median)
	}
	runs := must(store.Rows[*ledger.Run](t.Context(), w.db, store.Query{}))(t)
	runs = slices.DeleteFunc(runs, func(r store.Row[*ledger.Run]) bool { return r.Noun.Model != "align" }) // a load is one too
	if len(runs) != 1 {
		t.Errorf("%d runs kept", len(runs))
	} else if blob := must(w.db.Snapshot(t.Context(), runs[0].Noun.ResultHash))(t); len(blob) > 2_000_000 {
		t.Errorf("a run takes %d bytes", len(blob))
	}
}

// answersTo counts the hub's items on which the litmus shows more of a state than that
// nobody looked.
func answersTo(t *testing.T, w *world, state, hub string) int64 {
	t.Helper()
	m := must(w.LitmusMatrix(t.Context(), app.Scope{}))(t)
	var n int64
	for _, row := range m.Rows {
		for _, c := range row.Cells {
			if row.Item.Hub.Code == hub && c.State == state && c.Presence != app.NotSearched && c.Presence != app.NotExpected {
				n++
			}
		}
	}
	return n
}
