package app_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/ledger"
)

func TestAlignmentOfASmallRegion(t *testing.T) {
	s := smallLedger(t)
	v := s.alignment(app.Scope{}, app.AlignOptions{})
	if v.Pending != nil || v.RivalPending != nil || v.Hub.Code != "HUB" || v.Rival == nil || v.Rival.Code != "ORG" || len(v.States) != 3 || len(v.Tilt) != 3 {
		t.Fatalf("%+v", v)
	}
	if len(v.Ends) != 18 || v.Ends[0] != "2020-01-31" || v.Ends[17] != "2021-06-30" {
		t.Errorf("steps %v", v.Ends)
	}
	near, far, none := standingOf(t, v, "AAA"), standingOf(t, v, "BBB"), standingOf(t, v, "CCC")
	if !(near.Last.Median > 1 && far.Last.Median < -1) {
		t.Errorf("AAA stands at %g and BBB at %g", near.Last.Median, far.Last.Median)
	}
	if none.Last.Level.OK || none.Last.Level.Text != "not enough evidence" || strings.Trim(none.Levels, "n") != "" || none.Seen != "" {
		t.Errorf("a state without evidence: %+v, levels %s, seen %q", none.Last.Level, none.Levels, none.Seen)
	}
	if none.Bearing != nil || near.Bearing == nil || math.Abs(*far.Bearing) > .001 {
		t.Errorf("bearings %v %v %v", none.Bearing, near.Bearing, far.Bearing)
	}
	for _, one := range v.States { // one kind of evidence only
		if one.Last.Direction.OK || one.Last.Sign != 0 || one.Last.Direction.Text != "direction not established" {
			t.Errorf("%s has a direction on one kind of evidence: %+v", one.State.Code, one.Last.Direction)
		}
		if n := len(v.Ends); len(one.Path.Median) != n || len(one.Path.Q05) != n || len(one.Path.Q95) != n || len(one.Levels) != n {
			t.Errorf("%s: a path of %d values for %d steps", one.State.Code, len(one.Path.Median), n)
		}
	}
	want := "As of 30 June 2021, with the newest evidence of 15 June 2021, of 3 states 1 stands with State HUB, 1 stands against it and 1 has too little, too old or too uncertain evidence to be placed."
	if got := v.Sentence.String(); !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "for 1 the evidence does not say.") && !strings.Contains(got, "of 3 states") {
		t.Errorf("%s", got)
	}
	if v.Run == nil || v.Run.Ref == "" || v.Run.DataHash == "" || v.Run.Seed != 0 || v.Run.DataAsOf != "2021-06-30" {
		t.Errorf("%+v", v.Run)
	}
	if notices := strings.Join(v.Notices, " "); !strings.Contains(notices, "wide on average") || !strings.Contains(notices, "orrery import unga FILE") || !strings.Contains(notices, "2021-06-15") ||
		!strings.Contains(notices, "Events are off") {
		t.Errorf("%s", notices)
	}
}

func TestBearings(t *testing.T) {
	at := func(lat, lon float64) ledger.Hub { return ledger.Hub{Lat: lat, Lon: lon} }
	for _, c := range []struct {
		from, to ledger.Hub
		want     float64
	}{
		{at(0, 0), at(0, 10), 90}, {at(0, 0), at(10, 0), 0}, {at(10, 0), at(0, 0), 180}, {at(0, 10), at(0, 0), 270}, {at(50, 10), at(40, 10), 180},
		{at(55.7558, 37.6173), at(51.1694, 71.4491), 88.7}, // Moscow to Astana
	} {
		if got := app.Bearing(c.from, c.to); math.Abs(got-c.want) > .1 {
			t.Errorf("from %v to %v: %g, want %g", c.from, c.to, got, c.want)
		}
	}
}

// An organisation's vote is the one that two thirds of its members share.
func TestHubWithoutAVoteOfItsOwn(t *testing.T) {
	s := smallLedger(t)
	for _, m := range []string{"M1", "M2", "M3", "BBB"} {
		s.add(&ledger.Membership{Actor: m, Organisation: "ORG", Status: ledger.Member, From: ledger.MustDate("2000-01-01")})
	}
	s.add(&ledger.Membership{Actor: "M4", Organisation: "ORG", Status: ledger.Member, From: ledger.MustDate("2000-01-01"), To: ledger.MustDate("2020-12-31")},
		&ledger.Membership{Actor: "AAA", Organisation: "ORG", Status: ledger.Candidate, From: ledger.MustDate("2000-01-01")})
	s.rollCall("split", "2021-07-15", map[string]ledger.VoteChoice{"HUB": ledger.Yes, "AAA": ledger.Yes, "BBB": ledger.Yes, "M1": ledger.Yes, "M2": ledger.No, "M3": ledger.No})
	s.rollCall("few", "2021-07-16", map[string]ledger.VoteChoice{"HUB": ledger.Yes, "AAA": ledger.Yes, "M1": ledger.No, "M2": ledger.No, "M3": ledger.Absent})
	cells := func(state string) map[string]int64 {
		out := map[string]int64{}
		for _, c := range s.dyad(state, app.Scope{Hub: "ORG"}, app.AlignOptions{}).Joint {
			if c.N > 0 {
				out[c.Hub+"/"+c.State] = c.N
			}
		}
		return out
	}
	// 2020: M1, M2, M3 and BBB no, M4 abstaining: no by 4 of 5. 2021: without M4. "split": two yes, two no: none. "few": two voted: none.
	if got := cells("AAA"); len(got) != 1 || got["no/yes"] != 18 {
		t.Errorf("AAA beside ORG: %v", got)
	}
	// Without BBB itself: no by 3 of 4, then 3 of 3. "split": two of three no, which is two thirds.
	if got := cells("BBB"); len(got) != 2 || got["no/no"] != 18 || got["no/yes"] != 1 {
		t.Errorf("BBB beside ORG: %v", got)
	}
	v := s.dyad("AAA", app.Scope{Hub: "ORG"}, app.AlignOptions{})
	if !slices.ContainsFunc(v.Drops, func(d app.DropCount) bool { return d.N == 2 && strings.Contains(d.Why, "the hub did not vote") }) {
		t.Errorf("drops %+v", v.Drops)
	}
	if !strings.Contains(strings.Join(v.Notices, " "), "two thirds of its members") {
		t.Errorf("the notices do not tell the rule: %q", v.Notices)
	}
	// With one vote of its own an organisation speaks for itself.
	s.rollCall("own", "2021-07-17", map[string]ledger.VoteChoice{"AAA": ledger.Yes, "ORG": ledger.Yes})
	if got := cells("AAA"); len(got) != 1 || got["yes/yes"] != 1 {
		t.Errorf("AAA beside ORG with a vote: %v", got)
	}
}

func TestAsOfAndLens(t *testing.T) {
	s := smallLedger(t)
	before := app.Scope{AsOf: t0.AddDate(-1, 0, 0)}
	v := s.alignment(before, app.AlignOptions{})
	if len(v.States) != 0 || v.Run != nil || !strings.Contains(v.Sentence.String(), "the ledger held nothing yet") {
		t.Errorf("%s %+v", v.Sentence, v)
	}
	known := s.clock.Now()
	s.clock.Advance(time.Hour)
	s.cite("gazette", &ledger.Vote{RollCall: "R18", Actor: "CCC", Choice: ledger.Yes, When: ledger.MustDate("2021-06-15")})
	full, then := s.alignment(app.Scope{}, app.AlignOptions{}), s.alignment(app.Scope{AsOf: known}, app.AlignOptions{})
	if full.Run.Ref == "" || then.Run.Ref != "" {
		t.Errorf("kept: %q now and %q as of then", full.Run.Ref, then.Run.Ref)
	}
	if n, m := standingOf(t, full, "CCC").Counts[0].N, standingOf(t, then, "CCC").Counts[0].N; n != 1 || m != 0 {
		t.Errorf("CCC has %d votes now and %d then", n, m)
	}
	if full.Run.DataHash == then.Run.DataHash {
		t.Error("another ledger and the same hash")
	}
	lens := must(app.ParseScope("", "-based:HUB", ""))(t)
	hidden := s.alignment(lens, app.AlignOptions{})
	if n := standingOf(t, hidden, "CCC").Counts[0].N; n != 0 || hidden.Scope.Hidden != 1 || hidden.Run.Ref != "" {
		t.Errorf("under the lens: %d votes, %d hidden, kept as %q", n, hidden.Scope.Hidden, hidden.Run.Ref)
	}
	// The outline comes near to what the lens gives: it leaves out the same observations of the state, and keeps the
	// world's margins and rosters as all sources make them.
	outline := standingOf(t, full, "CCC").Lenses[0]
	if got := standingOf(t, hidden, "CCC").Last.Median; outline.Name != "-based:HUB" || outline.Hidden != 1 || math.Abs(outline.Median-got) > .02 {
		t.Errorf("outline %+v, and the lens itself gives %g", outline, got)
	}
}

func TestAlignmentRefusesWhatItCannotAnswer(t *testing.T) {
	s := smallLedger(t)
	for name, ask := range map[string]func() error{
		"unknown hub": func() error {
			_, err := s.Alignment(t.Context(), app.Scope{Hub: "XXX"}, app.AlignOptions{})
			return err
		},
		"unknown rival": func() error {
			_, err := s.Alignment(t.Context(), app.Scope{}, app.AlignOptions{Rival: "XXX"})
			return err
		},
		"rival is hub": func() error {
			_, err := s.Alignment(t.Context(), app.Scope{}, app.AlignOptions{Rival: "HUB"})
			return err
		},
		"no body":         func() error { _, err := s.Dyad(t.Context(), app.Scope{}, "M1", app.AlignOptions{}); return err },
		"hub with itself": func() error { _, err := s.Dyad(t.Context(), app.Scope{}, "HUB", app.AlignOptions{}); return err },
		"before the span": func() error {
			_, err := s.Dyad(t.Context(), app.Scope{}, "AAA", app.AlignOptions{At: "2019-12-31", Wait: true})
			return err
		},
		"channels": func() error { _, err := app.ParseAlignOptions("votes,rumours", "", "", ""); return err },
		"absence":  func() error { _, err := app.ParseAlignOptions("", "sometimes", "", ""); return err },
		"day":      func() error { _, err := app.ParseAlignOptions("", "", "", "spring"); return err },
		"method":   func() error { _, err := s.Method(t.Context(), app.Scope{}, "alchemy"); return err },
	} {
		own, ok := app.Explain(ask())
		if !ok || own.Text == "" || own.Do == "" || own.Code != app.NotFound && own.Code != app.Malformed {
			t.Errorf("%s: %+v", name, own)
		}
	}
	if v := must(s.Dyad(t.Context(), app.Scope{}, "AAA", app.AlignOptions{At: "2020-03-10", Wait: true}))(t); v.At != "2020-03-31" || v.Stand.At != "2020-03-31" || v.Standing.Last.At != "2021-06-30" {
		t.Errorf("opened at %s", v.At)
	}
}
