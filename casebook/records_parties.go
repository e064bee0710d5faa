package casebook

import (
	"strings"

	"orrery/ledger"
)

func partyDrafts(c *Casebook) []Draft {
	var out []Draft
	for _, r := range c.Sources {
		out = append(out, Draft{Table: "sources", Line: r.Line, Body: &ledger.Source{
			Key: r.SourceID, Title: r.Title, Publisher: r.Publisher, Author: r.Author, Published: when(r.Published),
			URL: r.URL, Language: r.Language, Type: ledger.SourceType(r.Kind), BasedIn: r.BasedIn,
		}})
	}
	for _, r := range c.Actors {
		out = append(out, Draft{Table: "actors", Line: r.Line, Body: &ledger.Actor{
			Code: r.Actor, Type: ledger.ActorType(r.Kind), Names: names(r.NameEN, r.NameRU), Wikidata: r.Wikidata,
		}})
	}
	for _, r := range c.People {
		out = append(out, Draft{Table: "people", Line: r.Line, Evidence: cite(r.SourceIDs), Body: &ledger.Person{
			Slug: r.Person, Names: names(r.NameEN, r.NameRU), Aliases: r.Aliases, Actor: r.Actor, Office: r.Role,
			From: when(r.From), To: when(r.To), Term: term(r),
		}})
	}
	for _, r := range c.Memberships {
		out = append(out, Draft{Table: "memberships", Line: r.Line, Evidence: cite(r.SourceIDs), Body: &ledger.Membership{
			Actor: r.Actor, Organisation: r.Organisation, Status: ledger.MembershipStatus(r.Status),
			From: when(r.From), To: when(r.To), Note: r.Note,
		}})
	}
	return out
}

// term tells a person's terms of office apart. It never depends on other rows: a
// second term added later must not give the first another key.
func term(r Person) string {
	return r.From + "/" + r.Actor + "/" + strings.ReplaceAll(r.Role, " ", "-")
}

// region is the casebook's manifest as a noun.
func (c *Casebook) region() *ledger.Region {
	m := c.Manifest
	out := &ledger.Region{Name: m.Name, Title: m.Title, Version: m.Version, About: m.About,
		Hub: m.Orrery.Hub, Hubs: []ledger.Hub{}, States: all(m.Orrery.States), Item: m.Orrery.Litmus}
	for _, h := range m.Orrery.Hubs {
		out.Hubs = append(out.Hubs, ledger.Hub(h))
	}
	for _, seat := range m.Orrery.Seats {
		out.Seats = append(out.Seats, ledger.Hub(seat))
	}
	return out
}

func manifestOf(r *ledger.Region) Manifest {
	m := Manifest{Name: r.Name, Title: r.Title, Version: r.Version, About: r.About,
		Orrery: Orrery{Hub: r.Hub, Hubs: []Hub{}, States: r.States, Litmus: r.Item}}
	for _, h := range r.Hubs {
		m.Orrery.Hubs = append(m.Orrery.Hubs, Hub(h))
	}
	for _, seat := range r.Seats {
		m.Orrery.Seats = append(m.Orrery.Seats, Hub(seat))
	}
	return m
}

func (c *Casebook) addSource(n *ledger.Source) {
	c.Sources = append(c.Sources, Source{SourceID: n.Key, Title: n.Title, Publisher: n.Publisher, Author: n.Author,
		Published: n.Published.String(), URL: n.URL, Language: n.Language, Kind: string(n.Type), BasedIn: n.BasedIn})
}

func (c *Casebook) addActor(n *ledger.Actor) {
	c.Actors = append(c.Actors, Actor{Actor: n.Code, Kind: string(n.Type), NameEN: n.Names["en"], NameRU: n.Names["ru"], Wikidata: n.Wikidata})
}

func (c *Casebook) addPerson(n *ledger.Person, sources List) {
	c.People = append(c.People, Person{Person: n.Slug, NameEN: n.Names["en"], NameRU: n.Names["ru"], Aliases: n.Aliases,
		Actor: n.Actor, Role: n.Office, From: n.From.String(), To: n.To.String(), SourceIDs: sources})
}

func (c *Casebook) addMembership(n *ledger.Membership, sources List) {
	c.Memberships = append(c.Memberships, Membership{Actor: n.Actor, Organisation: n.Organisation, Status: string(n.Status),
		From: n.From.String(), To: n.To.String(), Note: n.Note, SourceIDs: sources})
}
