package app_test

import (
	"strings"
	"testing"

	"orrery/internal/app"
	"orrery/ledger"
)

// dropsOf are what a dyad's page says was not used, by reason.
func dropsOf(v app.DyadView) map[string]int64 {
	out := map[string]int64{}
	for _, d := range v.Drops {
		out[d.Why] = d.N
	}
	return out
}

func countOf(t *testing.T, v app.DyadView, channel string) int64 {
	t.Helper()
	for _, c := range v.Standing.Counts {
		if c.Name == channel {
			return c.N
		}
	}
	return -1
}

// Every answer is counted once, in its place, or dropped with its reason; what nobody
// looked for is neither.
func TestWhatCountsAsEvidence(t *testing.T) {
	s := smallLedger(t)
	on := ledger.MustDate("2021-06-15")
	item := func(slug, roll string) *ledger.Item {
		return &ledger.Item{Slug: slug, Title: "Item " + slug, Question: "?", T0: on, Hub: "HUB", Roster: []string{"AAA", "BBB", "CCC"}, RollCall: roll}
	}
	answer := func(slug, actor string, p ledger.Position, log ...string) *ledger.Stance {
		st := &ledger.Stance{Item: slug, Actor: actor, Position: p, When: on, Form: ledger.FormStatement, Summary: "An answer."}
		for _, where := range log {
			st.SearchLog = append(st.SearchLog, ledger.Search{Where: where})
		}
		return st
	}
	s.add(item("plain", ""), item("roll", "R18"), item("disputed", ""), item("silent", ""), item("reported", ""))
	s.add(answer("plain", "AAA", ledger.Against), answer("plain", "BBB", ledger.With)) // nobody looked for CCC
	s.add(answer("roll", "AAA", ledger.With), answer("roll", "CCC", ledger.Neutral))   // AAA's is its vote; CCC cast none
	s.add(answer("disputed", "AAA", ledger.With))
	s.cite("gazette", answer("disputed", "AAA", ledger.Against))
	s.add(answer("silent", "AAA", ledger.Silent, "the ministry's site"), answer("reported", "AAA", ledger.Silent))
	s.add(&ledger.Vote{RollCall: "R17", Actor: "CCC", Choice: ledger.Absent, When: ledger.MustDate("2021-05-15")})

	v := s.dyad("AAA", app.Scope{}, app.AlignOptions{})
	drops := dropsOf(v)
	if n := countOf(t, v, "reactions"); n != 1 || drops["reactions: accepted records disagree on it"] != 1 || drops["reactions: the answer is a vote, and is counted as that"] != 1 ||
		drops["reactions: absent or silent: taken as missing"] != 2 || len(drops) != 3 {
		t.Errorf("AAA: %d reactions, dropped %v", n, drops)
	}
	own := s.dyad("AAA", app.Scope{}, app.AlignOptions{Absence: "own"})
	if n, drops := countOf(t, own, "reactions"), dropsOf(own); n != 2 || drops["reactions: silent, and nobody looked for an answer"] != 1 {
		t.Errorf("absence of its own: %d reactions, dropped %v", n, drops)
	}
	if v.Codings[1].N != v.Codings[0].N+2 || v.Codings[2].N != v.Codings[0].N+1 {
		t.Errorf("the readings of absence use %d, %d and %d observations", v.Codings[0].N, v.Codings[1].N, v.Codings[2].N)
	}
	third := s.dyad("CCC", app.Scope{}, app.AlignOptions{})
	if n, drops := countOf(t, third, "reactions"), dropsOf(third); n != 1 || drops["votes: absent or silent: taken as missing"] != 1 || len(drops) != 1 {
		t.Errorf("CCC: %d reactions, dropped %v", n, drops)
	}
	if votes := countOf(t, v, "votes"); votes != 18 || v.ItemsN != 19 || v.Similar == nil || v.Similar.N != 18 || v.Similar.Agreement != 1 || v.Similar.Kappa != nil {
		t.Errorf("%d votes, %d items, similar %+v", votes, v.ItemsN, v.Similar)
	}
	if len(v.Divergent) != 1 || v.Divergent[0].Key != "plain" || v.Divergent[0].Weight >= 0 {
		t.Errorf("divergent %+v", v.Divergent)
	}
	// A choice of evidence leaves out, and drops nothing of what it leaves out.
	only := s.dyad("AAA", app.Scope{}, app.AlignOptions{Channels: []string{"votes"}})
	if len(only.Drops) != 0 || countOf(t, only, "reactions") != -1 || only.ItemsN != 18 || only.Run.Ref != "" {
		t.Errorf("votes only: %+v, %d items, kept as %q", only.Drops, only.ItemsN, only.Run.Ref)
	}
}

func TestStatementsAndEvents(t *testing.T) {
	s := smallLedger(t)
	two, minus := 2, -2
	s.add(&ledger.Person{Slug: "ann", Names: map[string]string{"en": "Ann"}, Actor: "CCC", Office: "president", From: ledger.MustDate("2021-01-01"), To: ledger.MustDate("2021-03-31")})
	said := func(speaker, when string, p *int) *ledger.Statement {
		return &ledger.Statement{Speaker: speaker, About: []string{"HUB"}, Polarity: p, When: ledger.MustDate(when), Summary: "Said something."}
	}
	s.add(said("CCC", "2021-02-01", &two), said("ann", "2021-03-01", &minus), said("ann", "2021-05-01", &two), said("CCC", "2021-02-03", nil), said("AAA", "2021-02-01", &two))
	event := func(by, to string, kind ledger.EventType, when string) *ledger.Event {
		return &ledger.Event{When: ledger.MustDate(when), By: []string{by}, To: []string{to}, Type: kind, Summary: "Something."}
	}
	s.add(event("HUB", "CCC", ledger.EventSanction, "2021-04-02"), event("CCC", "HUB", ledger.EventAgree, "2021-04-20"), event("CCC", "HUB", ledger.EventAgree, "2021-05-03"),
		event("CCC", "HUB", ledger.EventAgree, "2021"), event("CCC", "AAA", ledger.EventAgree, "2021-05-03"))
	v := s.dyad("CCC", app.Scope{}, app.AlignOptions{})
	drops := dropsOf(v)
	if n := countOf(t, v, "statements"); n != 2 || drops["statements: the speaker was not certainly in office that day"] != 1 || drops["statements: nobody judged how favourable it is"] != 1 || len(drops) != 2 {
		t.Errorf("%d statements, dropped %v", n, drops)
	}
	if countOf(t, v, "events") != -1 {
		t.Error("events count without being asked for")
	}
	v = s.dyad("CCC", app.Scope{}, app.AlignOptions{Channels: []string{"statements", "events"}})
	if n, drops := countOf(t, v, "events"), dropsOf(v); n != 3 || drops["events: dated too roughly to place in a month"] != 1 {
		t.Errorf("%d events, dropped %v", n, drops)
	}
	var titles []string
	for _, i := range v.Items {
		if i.Kind == "events" {
			titles = append(titles, i.Title)
		}
	}
	if got := strings.Join(titles, "; "); !strings.Contains(got, "2 events in April 2021") || !strings.Contains(got, "1 event in May 2021") {
		t.Errorf("%s", got)
	}
}
