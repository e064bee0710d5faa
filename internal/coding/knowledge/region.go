// Package knowledge is what the coder is told of a region: actors, people with their dates, rosters, reaction items, roll calls.
//
// It holds types only, and nothing of the English language: that is data of the steps.
package knowledge

import "orrery/ledger"

// Region is what the coder knows of a region: the nouns of a ledger or of the embedded casebook. It is only read.
type Region struct {
	Actors      []*ledger.Actor
	People      []*ledger.Person
	Memberships []*ledger.Membership // rosters: who is in the CIS on a day
	Items       []*ledger.Item
	RollCalls   []*ledger.RollCall
	Votes       []*ledger.Vote      // of the roll calls above
	Stances     []*ledger.Stance    // accepted answers to the items: a text may be in conflict with them
	Hubs        []string            // codes, the main one first
	Groups      map[string][]string // named rosters of states that are no organisation: "Central Asia", "the Baltic states"
}
