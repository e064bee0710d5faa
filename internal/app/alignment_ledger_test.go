package app_test

import (
	"fmt"
	"testing"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/internal/store/sqlstore"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// small is a ledger of one region with three states, two hubs and eighteen roll calls of
// the years 2020 and 2021: small enough to be computed in a moment.
//
//	AAA votes with the hub HUB, BBB against it, CCC never; M1…M4 are members of ORG.
type small struct {
	*world
}

func smallLedger(t *testing.T) small {
	t.Helper()
	s := small{empty(t)}
	s.fill()
	return s
}

// smallOn fills a ledger that is open already.
func smallOn(t *testing.T, db *sqlstore.DB, clock *testkit.Clock) small {
	t.Helper()
	s := small{&world{App: app.New(app.Config{Store: db, Now: clock.Now, Version: "test", Who: "ana"}), t: t, db: db, clock: clock}}
	t.Cleanup(s.Close)
	s.fill()
	return s
}

func (s small) fill() {
	s.t.Helper()
	s.add(
		&ledger.Region{Name: "small", Title: "a small region", Hub: "HUB", States: []string{"AAA", "BBB", "CCC"},
			Hubs:  []ledger.Hub{{Actor: "HUB", Capital: "Hubville", Lat: 50, Lon: 10}, {Actor: "ORG", Capital: "Orgtown", Lat: 48, Lon: 2}},
			Seats: []ledger.Hub{{Actor: "AAA", Capital: "Aton", Lat: 50, Lon: 20}, {Actor: "BBB", Capital: "Beton", Lat: 60, Lon: 10}}},
		&ledger.Source{Key: "gazette", Title: "Gazette", Publisher: "The hub's press", BasedIn: "HUB", Type: ledger.SourceNewspaper},
		&ledger.Source{Key: "record", Title: "Official record", Publisher: "Assembly", Type: ledger.SourceOfficial})
	for _, code := range []string{"HUB", "AAA", "BBB", "CCC", "M1", "M2", "M3", "M4"} {
		s.add(&ledger.Actor{Code: code, Type: ledger.ActorState, Names: map[string]string{"en": "State " + code}})
	}
	s.add(&ledger.Actor{Code: "ORG", Type: ledger.ActorOrganisation, Names: map[string]string{"en": "Organisation"}})
	for i := range 18 {
		s.rollCall(fmt.Sprintf("R%02d", i+1), fmt.Sprintf("%d-%02d-15", 2020+i/12, i%12+1), map[string]ledger.VoteChoice{"HUB": ledger.Yes, "AAA": ledger.Yes, "BBB": ledger.No,
			"M1": ledger.No, "M2": ledger.No, "M3": ledger.No, "M4": ledger.Abstain})
	}
}

// add writes accepted records that rest on the official record.
func (s small) add(bodies ...ledger.Noun) []ledger.Record { return s.cite("record", bodies...) }

// cite writes accepted records that rest on a source.
func (s small) cite(source string, bodies ...ledger.Noun) []ledger.Record {
	s.t.Helper()
	changes := make([]store.Change, len(bodies))
	for i, b := range bodies {
		changes[i] = store.Change{Kind: b.Kind(), Body: b, Status: ledger.Accepted, Coder: ledger.Coder{Kind: ledger.CoderPerson, Name: "ana"}, Why: "test"}
		if k := b.Kind(); k == ledger.KindVote || k == ledger.KindStance || k == ledger.KindStatement || k == ledger.KindEvent {
			changes[i].Evidence = []ledger.Evidence{{Source: source}}
		}
	}
	records, err := s.db.Append(s.t.Context(), "ana", changes)
	if err != nil {
		s.t.Fatal(err)
	}
	return records
}

// rollCall writes a roll call on which the world divided 60 to 50, with 20 abstaining.
func (s small) rollCall(symbol, when string, votes map[string]ledger.VoteChoice) {
	s.t.Helper()
	yes, no, abstain := 60, 50, 20
	on := ledger.MustDate(when)
	s.add(&ledger.RollCall{Symbol: symbol, Title: "Question " + symbol, When: on, Yes: &yes, No: &no, Abstain: &abstain})
	for _, actor := range []string{"HUB", "AAA", "BBB", "CCC", "M1", "M2", "M3", "M4", "ORG"} {
		if choice, ok := votes[actor]; ok {
			s.add(&ledger.Vote{RollCall: symbol, Actor: actor, Choice: choice, When: on})
		}
	}
}

func (s small) alignment(scope app.Scope, o app.AlignOptions) app.AlignmentView {
	s.t.Helper()
	o.Wait = true
	return must(s.Alignment(s.t.Context(), scope, o))(s.t)
}

func (s small) dyad(state string, scope app.Scope, o app.AlignOptions) app.DyadView {
	s.t.Helper()
	o.Wait = true
	return must(s.Dyad(s.t.Context(), scope, state, o))(s.t)
}

func standingOf(t *testing.T, v app.AlignmentView, state string) app.Standing {
	t.Helper()
	for _, s := range v.States {
		if s.State.Code == state {
			return s
		}
	}
	t.Fatalf("%s is not among %d states", state, len(v.States))
	return app.Standing{}
}

// runs counts the runs that the ledger keeps.
func (s small) runs() int {
	s.t.Helper()
	rows, err := store.Rows[*ledger.Run](s.t.Context(), s.db, store.Query{})
	if err != nil {
		s.t.Fatal(err)
	}
	return len(rows)
}
