package polecat

import "orrery/internal/dataset/reports"

// places is where a file keeps what; -1 where it does not.
type places struct {
	id, date, published, kind, mode, contexts, intensity int
	actor, recipient                                     sides
	place, city, land, publisher, text                   int
	cells                                                int // that the header has
}

// sides is where a file keeps what it says of a party.
type sides struct{ name, raw, land, cow, sector, sectors int }

// absent are columns that some headers name although the rows of those files do not have them.
var absent = []string{"headline", "event_text", "feed", "story_id"}

func place(t *reports.Tabbed) (p places, err error) {
	find := t.Find
	side := func(who string) sides {
		return sides{name: find(who + "_name"), raw: find(who + "_name_raw"), land: find(who + "_country"), cow: find(who + "_cow"),
			sector: find("primary_" + who + "_sector"), sectors: find(who + "_sectors")}
	}
	p = places{id: find("event_id"), date: find("event_date"), published: find("publication_date"), kind: find("event_type"), mode: find("event_mode"),
		contexts: find("contexts"), intensity: find("intensity", "event_intensity"), actor: side("actor"), recipient: side("recipient"),
		place: find("placename"), city: find("city"), land: find("country"), publisher: find("source"), text: find("headline"), cells: len(t.Names())}
	for name, at := range map[string]int{"Event ID": p.id, "Event Date": p.date, "Event Type": p.kind, "Actor Name": p.actor.name, "Recipient Name": p.recipient.name} {
		if at < 0 {
			return p, t.HeaderFault("no column is called %q; this is not a file of POLECAT events", name)
		}
	}
	return p, nil
}

// fit looks at the first row: where it lacks as many cells as the header names columns that are known to be absent, those go.
func (s *scan) fit(row []string) error {
	lacking := 0
	for _, name := range absent {
		if s.tabs.Find(name) >= 0 {
			lacking++
		}
	}
	if lacking == 0 || len(row) != s.places.cells-lacking {
		return nil
	}
	s.tabs.Without(absent...)
	var err error
	s.places, err = place(s.tabs)
	return err
}
