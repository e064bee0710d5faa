package casebook

import "orrery/ledger"

// actorKinds are the kinds of actor that a casebook may list.
var actorKinds = []string{"state", "organisation", "power-bloc", "non-state"}

func sourcesTable() Table {
	return Table{
		Name: "sources", Title: "Sources", About: "What the rows rest on: one published piece or data set a row. A source is named, never copied.",
		Fields: []Field{
			need("source_id", Slug, "Identifier that other tables cite."),
			need("title", Text, "Title of the piece; in square brackets where the title is ours."),
			may("publisher", Text, "Who published it."),
			may("author", Text, "Who wrote it, where named."),
			may("published", Date, "Date of publication."),
			may("url", URL, "Address."),
			need("language", Language, "Language of the text."),
			oneOf(need("kind", Text, "Kind of publisher."), ledger.SourceTypes()),
			may("based_in", Code, "State of the publisher's seat, ISO 3166-1 alpha-3; need not be an actor."),
		},
		Key: []string{"source_id"}, Order: []string{"source_id"},
	}
}

func actorsTable() Table {
	return Table{
		Name: "actors", Title: "Actors", About: "States, organisations and others that act in the region.",
		Fields: []Field{
			need("actor", Code, "States: ISO 3166-1 alpha-3, KOS for Kosovo as in PLOVER; others: an upper-case code."),
			need("kind", Text, "Kind of actor.").enum(actorKinds...),
			need("name_en", Text, "Name in English."),
			may("name_ru", Text, "Name in Russian."),
			may("wikidata", Slug, "Wikidata item."),
		},
		Key: []string{"actor"}, Order: []string{"actor"},
	}
}

func peopleTable() Table {
	return Table{
		Name: "people", Title: "People in office", About: "One row a term of office. A person with several terms has several rows with the same identifier.",
		Fields: []Field{
			need("person", Slug, "Identifier of the person."),
			need("name_en", Text, "Name in English."),
			may("name_ru", Text, "Name in Russian."),
			may("aliases", Text, "Other spellings.").list(),
			actorRef(need("actor", Code, "Actor whom the office serves.")),
			need("role", Text, "The office."),
			need("from", Date, "Start of the term."),
			may("to", Date, "End of the term; empty: in office or unknown."),
			sourceIDs(),
		},
		Key: []string{"person", "actor", "role", "from"}, Order: []string{"from", "person", "role", "actor"},
	}
}

func membershipsTable() Table {
	return Table{
		Name: "memberships", Title: "Memberships", About: "Intervals of actors in organisations. Two intervals of one actor in one organisation may not overlap.",
		Fields: []Field{
			actorRef(need("actor", Code, "Who belongs.")),
			actorRef(need("organisation", Code, "To what: an actor that is an organisation or a power bloc.")),
			oneOf(need("status", Text, "How it belongs."), ledger.MembershipStatuses()),
			need("from", Date, "First day."),
			may("to", Date, "Last day; empty: still so."),
			may("note", Text, "What the dates hide."),
			sourceIDs(),
		},
		Key: []string{"actor", "organisation", "status", "from"}, Order: []string{"from", "actor", "organisation", "status"},
	}
}
