package app_test

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/internal/testkit"
	"orrery/ledger"
)

func TestTheWorldOfTheCasebook(t *testing.T) {
	w := postSoviet(t)
	v := must(w.World(t.Context(), app.Scope{}, true, nil))(t)
	if v.Pending != nil || len(v.States) < 20 || len(v.Years) < 20 || v.High.Code != "USA" || v.Votes < 2000 {
		t.Fatalf("%d states, %d years, %d votes, high %+v, pending %v", len(v.States), len(v.Years), v.Votes, v.High, v.Pending)
	}
	sum, votes := 0.0, 0
	for _, s := range v.States {
		if len(s.Median) != len(v.Years) || len(s.Q05) != len(v.Years) || len(s.Q95) != len(v.Years) || len(s.Votes) != len(v.Years) {
			t.Fatalf("%s: lists of %d, %d, %d and %d values for %d years", s.State.Code, len(s.Median), len(s.Q05), len(s.Q95), len(s.Votes), len(v.Years))
		}
		for i, m := range s.Median {
			votes += s.Votes[i]
			if (m == nil) != (s.Votes[i] == 0) {
				t.Errorf("%s in %d: median %v with %d votes", s.State.Code, v.Years[i], m, s.Votes[i])
			}
			if m != nil && !(*s.Q05[i] < *m && *m < *s.Q95[i]) {
				t.Errorf("%s in %d: %v is not between %v and %v", s.State.Code, v.Years[i], *m, *s.Q05[i], *s.Q95[i])
			}
			if m != nil && s.State.Code == "USA" {
				sum += *m
			}
		}
	}
	if int64(votes) != v.Votes || sum <= 0 {
		t.Errorf("%d votes by state and %d in all; the sum of the positive side is %g", votes, v.Votes, sum)
	}
	if notices := strings.Join(v.Notices, " "); !strings.Contains(notices, "not of the world") || !strings.Contains(notices, "not closeness to a hub") {
		t.Errorf("the notices do not say whose scale it is: %s", notices)
	}
	if d := place(v, "USA") - place(v, "RUS"); d < .5 || math.IsNaN(d) {
		t.Errorf("the United States stand %.2f above Russia in the last year that both voted", d)
	}
}

// place is a state's last median.
func place(v app.WorldView, code string) float64 {
	for _, s := range v.States {
		if s.State.Code != code {
			continue
		}
		for i := len(s.Median) - 1; i >= 0; i-- {
			if s.Median[i] != nil {
				return *s.Median[i]
			}
		}
	}
	return math.NaN()
}

func TestTheWorldIsKeptAndFoundAgain(t *testing.T) {
	w := postSoviet(t)
	runs := func() int {
		rows := must(store.Rows[*ledger.Run](t.Context(), w.db, store.Query{}))(t)
		return len(slices.DeleteFunc(rows, func(r store.Row[*ledger.Run]) bool { return r.Noun.Model != "irt" })) // loading a casebook is one too
	}
	first := must(w.World(t.Context(), app.Scope{}, true, nil))(t)
	if first.Run.Ref == "" || runs() != 1 {
		t.Fatalf("the run %q is kept %d times", first.Run.Ref, runs())
	}
	again := app.New(app.Config{Store: w.db, Now: w.clock.Now, Version: "later"})
	defer again.Close()
	w.clock.Advance(time.Hour)
	second := must(again.World(t.Context(), app.Scope{}, true, nil))(t)
	if *second.Run != *first.Run || runs() != 1 || place(second, "KAZ") != place(first, "KAZ") {
		t.Errorf("after a restart the run is %+v and was %+v; %d are kept", second.Run, first.Run, runs())
	}
	// Under a lens, or as known earlier, it is another run, which is not kept.
	lens := must(w.World(t.Context(), must(app.ParseScope("", "-based:RUS", ""))(t), true, nil))(t)
	if lens.Run.Ref != "" || runs() != 1 {
		t.Errorf("the run under a lens is kept as %q", lens.Run.Ref)
	}
	// New evidence that is no vote changes nothing: the votes' hash is the same.
	rec := must(w.db.Get(t.Context(), ledger.KindActor, "KAZ", time.Time{}))(t)
	must(w.db.Append(t.Context(), "ana", []store.Change{{Kind: ledger.KindActor, Key: "KAZ", Base: rec.Rev, Status: rec.Status, Coder: ledger.Coder{Kind: ledger.CoderPerson, Name: "ana"}, Why: "a look"}}))(t)
	gathers := 0
	count := func(app.Pending) { gathers++ }
	if third := must(again.World(t.Context(), app.Scope{}, true, count))(t); *third.Run != *first.Run || runs() != 1 || gathers > 1 {
		t.Errorf("evidence that is no vote made another run: %+v, with %d steps", third.Run, gathers)
	}
	// A vote does.
	vote := must(w.db.Get(t.Context(), ledger.KindVote, "A/RES/ES-11/1/KAZ", time.Time{}))(t)
	body := *vote.Body.(*ledger.Vote)
	body.Choice = ledger.No
	w.clock.Advance(time.Minute)
	must(w.db.Append(t.Context(), "ana", []store.Change{{Kind: ledger.KindVote, Key: vote.Key, Base: vote.Rev, Body: &body, Why: "a correction"}}))(t)
	if fourth := must(again.World(t.Context(), app.Scope{}, true, nil))(t); fourth.Run.DataHash == first.Run.DataHash || runs() != 2 {
		t.Errorf("another vote and the same run: %+v, %d kept", fourth.Run, runs())
	}
}

func TestEveryTraceOfTheWorldOpens(t *testing.T) {
	w := postSoviet(t)
	v := must(w.World(t.Context(), app.Scope{}, true, nil))(t)
	e := emitted{}
	e.walk(t, v)
	for _, s := range v.States {
		id := s.Trace[:strings.LastIndexByte(s.Trace, '|')+1]
		for i, year := range v.Years {
			if s.Votes[i] > 0 && i%7 == 0 {
				e[id+strconv.Itoa(year)] = int64(s.Votes[i])
			}
		}
	}
	if len(v.Dropped) == 0 {
		t.Error("nothing was dropped, though the casebook has unanimous roll calls among its states")
	}
	for id, want := range e {
		o := must(w.Trace(t.Context(), app.Scope{}, id, ""))(t)
		if want >= 0 && int64(o.Total) != want {
			t.Errorf("%s stands for %d and opens to %d rows", id, want, o.Total)
		}
		if o.Total == 0 || o.Rule == "" || o.Figure == "" || o.Value == "" {
			t.Errorf("%s opens to %d rows, value %q", id, o.Total, o.Value)
		}
		if strings.HasPrefix(id, "world|") && !slices.ContainsFunc(o.Rows, func(r app.TraceRow) bool { return r.Weight != 1 && r.Weight != 0 }) {
			t.Errorf("%s: no row has a weight", id)
		}
	}
	for _, bad := range []string{"world|KAZ", "world|KAZ|1066", "world|XXX|2014", "world-drop|99", "world-drop|-1", "world-drop|x"} {
		if _, err := w.Trace(t.Context(), app.Scope{}, bad, ""); err == nil {
			t.Errorf("%s opens", bad)
		}
	}
}

func TestAWorldWithoutVotesSaysSo(t *testing.T) {
	v := must(empty(t).World(t.Context(), app.Scope{}, true, nil))(t)
	if !strings.Contains(v.Sentence.String(), "holds no recorded vote") || v.Run != nil || len(v.States) != 0 {
		t.Errorf("%q, %d states", v.Sentence, len(v.States))
	}
}

func TestTheWorldDoesNotKeepItsReaderWaiting(t *testing.T) {
	w := postSoviet(t)
	defer w.Close()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		begun := time.Now()
		v := must(w.World(t.Context(), app.Scope{}, false, nil))(t)
		if took := time.Since(begun); took > 20*time.Second {
			t.Fatalf("the answer took %s", took)
		}
		if v.Pending == nil {
			if len(v.States) == 0 || v.Run == nil {
				t.Errorf("neither pending nor there: %+v", v)
			}
			return
		}
		if v.Pending.What == "" || len(v.States) > 0 || !v.Unfinished() {
			t.Errorf("pending: %+v with %d states", v.Pending, len(v.States))
		}
		if time.Now().After(deadline) {
			t.Fatal("still pending after a minute")
		}
	}
}

// Another region: its own hub is not the anchor, and nothing is said of actors it does not know.
func TestTheWorldOfAnotherRegion(t *testing.T) {
	w := empty(t)
	w.load(os.DirFS(filepath.Join(testkit.Repo(t), "casebook", "testdata", "balkans")))
	v := must(w.World(t.Context(), app.Scope{}, true, nil))(t)
	meta := must(w.Meta(t.Context(), app.Scope{}))(t)
	if v.Run == nil || v.High.Code == "" || v.High.Code == meta.Hub.Code {
		t.Fatalf("high is %+v, the hub %+v: %s", v.High, meta.Hub, v.Sentence)
	}
	if !slices.ContainsFunc(v.States, func(s app.WorldState) bool { return s.State.Code == v.High.Code }) {
		t.Errorf("the anchor %s has no position", v.High.Code)
	}
}

func TestTheMethodOfTheWorld(t *testing.T) {
	w := postSoviet(t)
	must(w.World(t.Context(), app.Scope{}, true, nil))(t)
	m := must(w.Method(t.Context(), app.Scope{}, "irt"))(t)
	if m.Pending != nil || m.Run == nil || len(m.Says) == 0 || len(m.Settings) == 0 || len(m.Diagnostics) == 0 || len(m.Guardrails) == 0 || len(m.Limits) == 0 {
		t.Fatalf("%+v", m)
	}
	for _, rows := range [][]app.MethodRow{m.Settings, m.Diagnostics, m.Guardrails} {
		for _, row := range rows {
			if row.Name == "" || row.Value == "" || row.Meaning == "" {
				t.Errorf("a row with a gap: %+v", row)
			}
		}
	}
}
