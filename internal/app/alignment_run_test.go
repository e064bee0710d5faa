package app_test

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store/sqlstore"
	"orrery/ledger"
)

// again is another start of the program on the same ledger.
func (s small) again(readOnly bool) (small, *app.Fits) {
	s.t.Helper()
	next := small{&world{App: app.New(app.Config{Store: s.db, Now: s.clock.Now, Version: "test", Who: "ana", ReadOnly: readOnly}), t: s.t, db: s.db, clock: s.clock}}
	s.t.Cleanup(next.Close)
	return next, app.WatchFits(next.App)
}

// hubOnly asks for one run: that of the region's hub, and its rival's.
func (s small) ref() string {
	s.t.Helper()
	return s.alignment(app.Scope{}, app.AlignOptions{}).Run.Ref
}

func TestARunIsKeptAndFoundAgain(t *testing.T) {
	s := smallLedger(t)
	fits := app.WatchFits(s.App)
	ref := s.ref()
	if fits.N.Load() != 7 || s.runs() != 2 || ref == "" { // 3 with HUB; 3 and HUB itself with ORG
		t.Fatalf("%d dyads computed, %d runs kept", fits.N.Load(), s.runs())
	}
	if s.ref(); fits.N.Load() != 7 {
		t.Errorf("asked twice, computed %d", fits.N.Load())
	}
	next, fits := s.again(false)
	if got := next.ref(); got != ref || fits.N.Load() != 0 || s.runs() != 2 {
		t.Errorf("after a restart: %s for %s, %d dyads computed, %d runs kept", got, ref, fits.N.Load(), s.runs())
	}
	before := next.alignment(app.Scope{}, app.AlignOptions{})
	// What says nothing of alignment makes no other run.
	s.add(&ledger.Actor{Code: "ZZZ", Type: ledger.ActorState, Names: map[string]string{"en": "State ZZZ"}})
	if got := next.ref(); got != ref || fits.N.Load() != 0 || s.runs() != 2 {
		t.Errorf("after a record of another matter: %s for %s, %d dyads computed, %d runs kept", got, ref, fits.N.Load(), s.runs())
	}
	// One state's vote makes one dyad of each hub new.
	s.add(&ledger.Vote{RollCall: "R18", Actor: "CCC", Choice: ledger.Yes, When: ledger.MustDate("2021-06-15")})
	next.clock.Advance(24 * time.Hour)
	if got := next.ref(); got == ref || fits.N.Load() != 2 || s.runs() != 4 {
		t.Errorf("after one vote: %s, %d dyads computed, %d runs kept", got, fits.N.Load(), s.runs())
	}
	after := next.alignment(app.Scope{}, app.AlignOptions{})
	if a, b := standingOf(t, before, "AAA"), standingOf(t, after, "AAA"); a.Last.Median != b.Last.Median || a.Trace != b.Trace {
		t.Errorf("AAA moved from %g to %g by another state's vote", a.Last.Median, b.Last.Median)
	}
	// The same again after another restart: everything comes from the ledger.
	third, fits := next.again(false)
	if third.ref(); fits.N.Load() != 0 || s.runs() != 4 {
		t.Errorf("after another restart: %d dyads computed, %d runs kept", fits.N.Load(), s.runs())
	}
	rec := must(s.db.Get(t.Context(), ledger.KindRun, after.Run.Ref[len("run:"):], time.Time{}))(t)
	run := rec.Body.(*ledger.Run)
	if run.Model != "align" || run.Hub != "HUB" || run.Seed != 0 || run.DataHash != after.Run.DataHash || run.CodeVersion != "test" || len(run.Settings) == 0 {
		t.Errorf("%+v", run)
	}
}

func TestAReadOnlyLedgerKeepsNoRun(t *testing.T) {
	s := smallLedger(t)
	reader, fits := s.again(true)
	if v := reader.alignment(app.Scope{}, app.AlignOptions{}); v.Run.Ref != "" || fits.N.Load() != 7 || s.runs() != 0 {
		t.Errorf("kept as %q, %d computed, %d runs", v.Run.Ref, fits.N.Load(), s.runs())
	}
	if reader.ref(); fits.N.Load() != 7 {
		t.Errorf("asked twice, computed %d", fits.N.Load())
	}
}

func TestPendingNeverFakes(t *testing.T) {
	s := smallLedger(t)
	fits := app.WatchFits(s.App)
	fits.Gate = make(chan struct{})
	v := must(s.Alignment(t.Context(), app.Scope{}, app.AlignOptions{}))(t)
	home := must(s.Home(t.Context(), app.Scope{}, time.Time{}))(t)
	d := must(s.Dyad(t.Context(), app.Scope{}, "AAA", app.AlignOptions{}))(t)
	lanes := must(s.StateAlignment(t.Context(), app.Scope{}, "AAA", app.AlignOptions{}))(t)
	if v.Pending == nil || len(v.States)+len(v.Ends)+len(v.Tilt) != 0 || v.Run != nil || !v.Unfinished() || v.Sentence.String() == "" {
		t.Errorf("%+v", v)
	}
	if d.Pending == nil || d.Standing != nil || d.Stand != nil || len(d.Items) != 0 || !d.Unfinished() || lanes.Pending == nil || len(lanes.Lanes) != 0 || !lanes.Unfinished() {
		t.Errorf("%+v %+v", d, lanes)
	}
	if card := home.Cards[0]; card.Ready || card.Pending == nil || !home.Unfinished() {
		t.Errorf("%+v", card)
	}
	close(fits.Gate)
	var told []app.Pending
	final := must(s.Alignment(t.Context(), app.Scope{}, app.AlignOptions{Wait: true, Progress: func(p app.Pending) { told = append(told, p) }}))(t)
	if final.Pending != nil || final.Unfinished() || len(final.States) != 3 || len(told) == 0 {
		t.Errorf("%+v, told %v", final.Pending, told)
	}
	home = must(s.Home(t.Context(), app.Scope{}, time.Time{}))(t)
	if card := home.Cards[0]; !card.Ready || card.Pending != nil || home.Unfinished() || card.Screen != "/alignment" {
		t.Errorf("%+v", card)
	}
	// All hubs of the region follow the first question.
	deadline := time.Now().Add(20 * time.Second)
	for lanes.Pending != nil && time.Now().Before(deadline) {
		lanes = must(s.StateAlignment(t.Context(), app.Scope{}, "AAA", app.AlignOptions{}))(t)
	}
	if len(lanes.Lanes) != 2 || lanes.Unfinished() {
		t.Errorf("%d lanes", len(lanes.Lanes))
	}
}

// A run that nobody asks for any more is stopped, and goes on from there when somebody does.
func TestAbandonAndGoOn(t *testing.T) {
	s := smallLedger(t)
	fits := app.WatchFits(s.App)
	fits.Gate = make(chan struct{}, 100)
	votes := app.AlignOptions{Channels: []string{"votes"}} // the ledger does not keep it
	if v := must(s.Alignment(t.Context(), app.Scope{}, votes))(t); v.Pending == nil {
		t.Fatalf("%s", v.Sentence)
	}
	<-fits.In
	s.clock.Advance(11 * time.Second)
	fits.Gate <- struct{}{} // one dyad ends: its progress finds that nobody waits
	for deadline := time.Now().Add(20 * time.Second); fits.N.Load() < 1; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("no dyad was computed")
		}
	}
	time.Sleep(50 * time.Millisecond)
	if more, room := len(fits.In), min(runtime.GOMAXPROCS(0), 3)-1; more > room { // beside the first
		t.Errorf("%d more dyads were begun, of which %d could be by then", more, room)
	}
	close(fits.Gate) // those that are being computed end
	v := s.alignment(app.Scope{}, votes)
	if v.Pending != nil || len(v.States) != 3 || v.Run.Ref != "" {
		t.Errorf("%+v", v)
	}
	if fits.N.Load() != 7 {
		t.Errorf("%d dyads computed for the 7 of two hubs", fits.N.Load())
	}
}

// Looking at an actor that is no hub of the region computes and writes nothing into the ledger.
func TestOnlyRunsOfTheRegionsHubsAreKept(t *testing.T) {
	s := smallLedger(t)
	if v := s.alignment(app.Scope{}, app.AlignOptions{Rival: "M1"}); v.Run.Ref == "" || len(v.Tilt) != 3 || s.runs() != 1 {
		t.Errorf("beside M1: %+v, %d tilts, %d runs kept", v.Run, len(v.Tilt), s.runs())
	}
	if v := s.alignment(app.Scope{Hub: "M2"}, app.AlignOptions{}); v.Run.Ref != "" || len(v.States) != 4 || s.runs() != 1 {
		t.Errorf("with M2: %+v, %d states, %d runs kept", v.Run, len(v.States), s.runs())
	}
}

// full is a store that has no room for runs.
type full struct{ *sqlstore.DB }

func (full) PutRun(context.Context, string, ledger.Run, []byte) (ledger.Record, error) {
	return ledger.Record{}, errors.New("the disk is full")
}

// What was computed is shown, kept or not.
func TestARunThatCannotBeKeptIsShown(t *testing.T) {
	s := smallLedger(t)
	s.App = app.New(app.Config{Store: full{s.db}, Now: s.clock.Now, Version: "test", Who: "ana"})
	t.Cleanup(s.Close)
	fits := app.WatchFits(s.App)
	for range 2 {
		v := s.alignment(app.Scope{}, app.AlignOptions{})
		if v.Run == nil || v.Run.Ref != "" || len(v.States) != 3 || !strings.Contains(strings.Join(v.Notices, " "), "the disk is full") {
			t.Errorf("%+v, %d states, %q", v.Run, len(v.States), v.Notices)
		}
		w := must(s.World(t.Context(), app.Scope{}, true, nil))(t)
		if w.Run == nil || w.Run.Ref != "" || len(w.States) == 0 || !strings.Contains(strings.Join(w.Notices, " "), "the disk is full") {
			t.Errorf("the world: %+v, %d states, %q", w.Run, len(w.States), w.Notices)
		}
	}
	if fits.N.Load() != 7 || s.runs() != 0 {
		t.Errorf("%d dyads computed, %d runs kept", fits.N.Load(), s.runs())
	}
}

// The newest month goes on while nothing is written: the next day is another question.
func TestTheDayIsPartOfTheQuestion(t *testing.T) {
	s := smallLedger(t)
	today := s.clock.Now()
	s.add(&ledger.Vote{RollCall: "R18", Actor: "CCC", Choice: ledger.Yes, When: ledger.DayOf(today).Date()})
	first := s.alignment(app.Scope{}, app.AlignOptions{})
	last := func(v app.AlignmentView) string { return v.Ends[len(v.Ends)-1] }
	if end := time.Date(today.Year(), today.Month()+1, 0, 0, 0, 0, 0, time.UTC); last(first) != today.Format(time.DateOnly) || last(first) == end.Format(time.DateOnly) {
		t.Fatalf("the last step is %s, today %s", last(first), today)
	}
	s.clock.Set(today.AddDate(0, 2, 0))
	second := s.alignment(app.Scope{}, app.AlignOptions{})
	if want := time.Date(today.Year(), today.Month()+1, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly); last(second) != want || len(second.Tilt) != 3 {
		t.Errorf("two months later the last step is %s, want %s; %d tilts", last(second), want, len(second.Tilt))
	}
}

// A screen's notices are of what is on it.
func TestNoticesAreOfWhatIsShown(t *testing.T) {
	s := smallLedger(t)
	on := ledger.MustDate("2021-02-01")
	s.add(&ledger.RollCall{Symbol: "bare", Title: "Without totals", When: on}, &ledger.Vote{RollCall: "bare", Actor: "HUB", Choice: ledger.Yes, When: on},
		&ledger.Vote{RollCall: "bare", Actor: "AAA", Choice: ledger.Yes, When: on})
	s.cite("gazette", &ledger.Vote{RollCall: "R18", Actor: "CCC", Choice: ledger.Yes, When: ledger.MustDate("2021-06-15")})
	const margin = "no known totals"
	told := func(notices []string) bool { return strings.Contains(strings.Join(notices, " "), margin) }
	whole, near, far := s.alignment(app.Scope{}, app.AlignOptions{}), s.dyad("AAA", app.Scope{}, app.AlignOptions{}), s.dyad("BBB", app.Scope{}, app.AlignOptions{})
	if !told(whole.Notices) || !told(near.Notices) || told(far.Notices) {
		t.Errorf("all %q\nAAA %q\nBBB %q", whole.Notices, near.Notices, far.Notices)
	}
	lens := must(app.ParseScope("", "-based:HUB", ""))(t)
	for state, want := range map[string]bool{"AAA": true, "BBB": false} {
		lanes := must(s.StateAlignment(t.Context(), lens, state, app.AlignOptions{Wait: true}))(t)
		if told(lanes.Notices) != want || len(lanes.Lanes) != 2 || lanes.Scope.Hidden != 1 {
			t.Errorf("%s: %d lanes, %d hidden, %q", state, len(lanes.Lanes), lanes.Scope.Hidden, lanes.Notices)
		}
	}
}

// What stands in the ledger may be damaged; nothing is made up then.
func TestASpoiledRunIsAnError(t *testing.T) {
	s := smallLedger(t)
	hash := s.alignment(app.Scope{}, app.AlignOptions{}).Run.DataHash
	path := filepath.Join(t.TempDir(), "other.db")
	db := must(sqlstore.Open(t.Context(), sqlstore.Config{DSN: path, Now: s.clock.Now}))(t)
	t.Cleanup(func() { db.Close() })
	other := smallOn(t, db, s.clock)
	if _, err := db.PutRun(t.Context(), "ana", ledger.Run{Model: "align", CodeVersion: "test", Hub: "HUB", DataHash: hash}, []byte("not a result")); err != nil {
		t.Fatal(err)
	}
	if v, err := other.Alignment(t.Context(), app.Scope{}, app.AlignOptions{Wait: true}); err == nil {
		t.Errorf("answered %s", v.Sentence)
	}
}
