package casebook

import (
	"errors"
	"fmt"

	"orrery/ledger"
)

// LeftOut is a record that the tables could not take, or not whole, and why.
type LeftOut struct {
	Draft Draft
	Why   string
	Part  bool // the row was written, but lacks what the tables have no column for
}

// FromRecords builds the casebook that holds the given records: the inverse of
// Records. Only Body and Evidence of a draft are read. One of them must be the
// region; rows come in the order of the format, whatever the order of the records.
// What the tables have no place for is returned, never dropped silently.
//
// The result is what the records say and may have faults (a stance whose item was
// not among the records); write it and Check it.
func FromRecords(drafts []Draft) (*Casebook, []LeftOut, error) {
	c, left := &Casebook{}, []LeftOut(nil)
	var votes, outcomes []Draft
	found := false
	for _, d := range drafts {
		sources := sourcesOf(d.Evidence)
		if why := unfit(d, sources); why != "" {
			left = append(left, LeftOut{Draft: d, Why: why})
			continue
		}
		switch n := d.Body.(type) {
		case *ledger.Region:
			if found {
				return nil, nil, fmt.Errorf("the records hold two regions, %q and %q: export one casebook at a time", c.Manifest.Name, n.Name)
			}
			c.Manifest, found = manifestOf(n), true
		case *ledger.Source:
			c.addSource(n)
		case *ledger.Actor:
			c.addActor(n)
		case *ledger.Person:
			c.addPerson(n, sources)
		case *ledger.Membership:
			c.addMembership(n, sources)
		case *ledger.Event:
			c.addEvent(n, sources)
		case *ledger.Episode:
			c.addEpisode(n, sources)
		case *ledger.RollCall:
			c.addRollCall(n, sources)
		case *ledger.Vote:
			votes = append(votes, d)
		case *ledger.Item:
			c.addItem(n, sources)
		case *ledger.Stance:
			c.addStance(n, sources)
		case *ledger.Tie:
			c.addTie(n, sources)
		case *ledger.Forecast:
			c.addForecast(n, sources)
		case *ledger.Rule:
			c.addRule(n)
		case *ledger.Resolution:
			outcomes = append(outcomes, d)
		}
	}
	if !found {
		return nil, nil, errors.New("the records hold no region, so the casebook has no name, hubs and states")
	}
	left = append(left, c.join(votes, outcomes)...)
	c.sort()
	parts, err := trimmed(c, drafts, left)
	return c, append(left, parts...), err
}

// unfit says why the tables have no row for a record, or "".
func unfit(d Draft, sources List) string {
	switch n := d.Body.(type) {
	case *ledger.Region, *ledger.Source, *ledger.Actor, *ledger.Resolution, *ledger.Rule:
		return ""
	case *ledger.Person, *ledger.Membership, *ledger.RollCall, *ledger.Vote, *ledger.Item:
	case *ledger.Stance:
		if !n.Imported {
			return "the table has one row an item and actor, and this answer was coded beside it"
		}
	case *ledger.Event, *ledger.Episode, *ledger.Tie, *ledger.Forecast:
		if d.Body.NaturalKey() == "" {
			return "the record has no identifier that a table could give it"
		}
	default:
		return "the tables have no place for a " + string(d.Body.Kind())
	}
	if len(sources) == 0 {
		return "it rests on no source that sources.csv could list"
	}
	return ""
}

// join puts votes beside their roll calls and outcomes beside their forecasts.
func (c *Casebook) join(votes, outcomes []Draft) []LeftOut {
	var left []LeftOut
	titles := map[string]string{}
	for _, r := range c.Resolutions {
		titles[r.Resolution] = r.Title
	}
	for _, d := range votes {
		n := d.Body.(*ledger.Vote)
		title, ok := titles[n.RollCall]
		if !ok {
			left = append(left, LeftOut{Draft: d, Why: "its roll call is not among the records"})
			continue
		}
		c.addVote(n, sourcesOf(d.Evidence))
		c.Votes[len(c.Votes)-1].Title = title
	}
	forecasts := map[string]*Forecast{}
	for i := range c.Forecasts {
		forecasts[c.Forecasts[i].ForecastID] = &c.Forecasts[i]
	}
	for _, d := range outcomes {
		n := d.Body.(*ledger.Resolution)
		if f := forecasts[n.Forecast]; f != nil {
			f.settle(n, sourcesOf(d.Evidence))
		} else {
			left = append(left, LeftOut{Draft: d, Why: "its forecast is not among the records"})
		}
	}
	return left
}
