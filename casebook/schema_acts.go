package casebook

import "orrery/ledger"

func eventsTable() Table {
	return Table{
		Name: "events", Title: "Events", About: "Who did what to whom, in the terms of PLOVER.",
		Fields: []Field{
			need("event_id", Slug, "Identifier."),
			need("date", Date, "When."),
			actorRef(may("actor", Code, "Who acted; several for a compound party; empty: not known who.").list()),
			actorRef(may("target", Code, "To whom.").list()),
			need("event", Text, "PLOVER event type.").enum(eventTypes()...),
			may("mode", Text, "PLOVER mode of that type."),
			may("context", Text, "PLOVER contexts.").list().enum(eventContexts()...),
			may("instrument", Slug, "The means, in the region's own words, e.g. sanitary-ban."),
			need("summary", Text, "What happened, in our own words."),
			may("confidence", Integer, "Credibility digit of the NATO (Admiralty) scale: 1 confirmed by others, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.").min(1).max(6),
			sourceIDs(),
		},
		Key: []string{"event_id"}, Order: []string{"date", "event_id"},
	}
}

func episodesTable() Table {
	return Table{
		Name: "episodes", Title: "Episodes", About: "A step by a target set beside a measure of a hub; either side may be missing. Sorted by the first event's date, then id.",
		Fields: []Field{
			need("episode_id", Slug, "Identifier."),
			actorRef(need("hub", Code, "Who presses.")),
			actorRef(need("target", Code, "On whom.").list()),
			need("name", Text, "Short name."),
			may("trigger_ids", Slug, "Events that may have provoked the measure.").list().ref("events", "event_id"),
			may("response_ids", Slug, "The measures.").list().ref("events", "event_id"),
			may("official_reason", Text, "The reason given by the hub."),
			need("claimed_link", Text, "One word and a colon (admitted, asserted, suspected, disputed, none, routine), then what is claimed."),
			may("claimed_by", Text, "Who claims it.").list(),
			sourceIDs(),
		},
		Key: []string{"episode_id"},
	}
}

func tiesTable() Table {
	return Table{
		Name: "ties", Title: "Ties", About: "Dependence of an actor on a hub: one channel, one measure, one year a row.",
		Fields: []Field{
			actorRef(need("actor", Code, "Who depends.")),
			actorRef(need("hub", Code, "On whom.")),
			oneOf(need("channel", Text, "By what channel."), ledger.Channels()),
			need("measure", Slug, "What is measured."),
			need("value", Number, "The figure."),
			need("unit", Text, "Its unit."),
			need("year", Day, "The year."),
			may("note", Text, "How it was got; tells rows of one measure and year apart."),
			sourceIDs(),
		},
		Key:   []string{"actor", "hub", "channel", "measure", "year", "note", "source_ids"},
		Order: []string{"year", "actor", "hub", "channel", "measure", "note", "source_ids"},
	}
}

func forecastsTable() Table {
	return Table{
		Name: "forecasts", Title: "Forecasts", About: "Words about the future, the question they were turned into, and how it came out.",
		Fields: []Field{
			need("forecast_id", Slug, "Identifier."),
			need("author", Text, "Who said so: a person, an institution, a platform, a poll."),
			need("kind", Text, "expert: outcome yes means that the forecast came true; question: the question is as asked, outcome yes answers it with yes and probability is the chance of yes.").enum(string(ledger.ScaleExpert), string(ledger.ScaleQuestion)),
			sourceIDs(),
			need("published", Date, "When it was said."),
			need("statement", Text, "What was said, in our own words."),
			may("words", Text, "The words of likelihood, at most six."),
			may("probability", Number, "A probability where one was given.").min(0).max(1),
			need("question", Text, "The question that can be resolved."),
			may("condition", Text, "What it is conditional on."),
			need("horizon", Date, "By when."),
			need("horizon_by", Text, "Who set the horizon.").enum("author", "compiler"),
			oneOf(need("outcome", Text, "How it came out."), ledger.Outcomes()),
			may("resolved", Date, "When the outcome was known."),
			may("resolution_note", Text, "What the outcome rests on."),
			may("resolution_source_ids", Slug, "Sources of the outcome.").list().ref("sources", "source_id"),
		},
		Key: []string{"forecast_id"}, Order: []string{"published", "forecast_id"},
	}
}

func eventTypes() []string {
	var out []string
	for _, t := range ledger.EventTypes() {
		out = append(out, string(t.Type))
	}
	return out
}

func eventContexts() []string {
	var out []string
	for _, c := range ledger.Contexts() {
		out = append(out, c.Context)
	}
	return out
}
