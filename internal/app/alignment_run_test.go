package app_test

import (
	"context"
	"errors"
	"path/filepath"
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

// A run that is stopped half way goes on from there.
func TestCancelAndGoOn(t *testing.T) {
	s := smallLedger(t)
	fits := app.WatchFits(s.App)
	fits.Gate = make(chan struct{}, 100)
	ended := make(chan error, 1)
	go func() {
		_, err := s.Alignment(context.Background(), app.Scope{}, app.AlignOptions{Wait: true})
		ended <- err
	}()
	<-fits.In
	fits.Gate <- struct{}{} // one dyad
	for deadline := time.Now().Add(20 * time.Second); fits.N.Load() < 1; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("no dyad was computed")
		}
	}
	if err := s.CancelAlignment(t.Context(), app.Scope{}, app.AlignOptions{}); err != nil {
		t.Fatal(err)
	}
	close(fits.Gate) // those that are being computed end
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Fatalf("who waited was told %v", err)
	}
	stopped := fits.N.Load()
	if stopped >= 3 && s.runs() > 0 {
		t.Fatal("it was not stopped")
	}
	s.alignment(app.Scope{}, app.AlignOptions{})
	if fits.N.Load() != 7 || s.runs() != 2 {
		t.Errorf("%d dyads computed after %d, %d runs kept", fits.N.Load(), stopped, s.runs())
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
