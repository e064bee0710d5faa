package casebook

import "orrery/ledger"

func resolutionsTable() Table {
	return Table{
		Name: "resolutions", Title: "Roll calls", About: "Recorded votes with their official totals over all members.",
		Fields: []Field{
			need("resolution", Slug, "Symbol, e.g. A/RES/ES-11/1."),
			need("date", Day, "Day of the vote."),
			need("title", Text, "Subject."),
			may("yes", Integer, "Official total of yes votes.").min(0),
			may("no", Integer, "Official total of no votes.").min(0),
			may("abstain", Integer, "Official total of abstentions.").min(0),
			sourceIDs(),
		},
		Key: []string{"resolution"}, Order: []string{"date", "resolution"},
	}
}

func votesTable() Table {
	return Table{
		Name: "votes", Title: "Votes", About: "One actor on one roll call. Date and title repeat the roll call's, so that the file can be read alone.",
		Fields: []Field{
			need("resolution", Slug, "Symbol of the roll call.").ref("resolutions", "resolution"),
			need("date", Day, "Day of the vote, as in resolutions.csv."),
			need("title", Text, "Subject, as in resolutions.csv."),
			actorRef(need("actor", Code, "Who voted.")),
			oneOf(need("vote", Text, "What it did; absent is the non-voting mark of the source."), ledger.VoteChoices()),
			sourceIDs(),
		},
		Key: []string{"resolution", "actor"}, Order: []string{"date", "resolution", "actor"},
	}
}

func litmusTable() Table {
	return Table{
		Name: "litmus", Title: "Reaction items", About: "Something that states were expected to answer, with the moment it became known, the window in which an answer is in time, and the roster of those expected to answer.",
		Fields: []Field{
			need("litmus_id", Slug, "Identifier."),
			need("date", Day, "Day under which the item is sorted and listed; t0 falls on it."),
			need("title", Text, "What happened."),
			need("question", Text, "The question that a stance answers."),
			need("with_hub", Text, "What counts as with the hub."),
			need("against_hub", Text, "What counts as against it."),
			actorRef(need("hub", Code, "The hub.")),
			need("t0", Date, "When it became known or took place, as precisely as the sources say."),
			may("window", Window, "How long after t0 an answer is in time; P0D: answered at the event itself (a roll call, a signature, attendance); empty: the facts hold no window and nobody is late."),
			may("roster", Code, "Who was expected to answer: a state, or an organisation for its members and associates on t0; a leading - takes one away; read from left to right. Empty: unknown.").list(),
			may("resolution", Slug, "The roll call that the item is, where it is one that resolutions.csv lists.").ref("resolutions", "resolution"),
			sourceIDs(),
		},
		Key: []string{"litmus_id"}, Order: []string{"date", "litmus_id"},
	}
}

func stancesTable() Table {
	return Table{
		Name: "stances", Title: "Stances", About: "One actor's answer to one item. Silent means that nothing was found, where the sources looked.",
		Fields: []Field{
			need("litmus_id", Slug, "The item answered.").ref("litmus", "litmus_id"),
			actorRef(need("actor", Code, "Who answered.")),
			need("stance", Text, "Where the answer stands relative to the item's hub.").enum(stancePositions()...),
			need("date", Date, "When it answered."),
			oneOf(need("form", Text, "How it answered."), ledger.StanceForms()),
			may("voice", Text, "Who spoke for the actor, as named."),
			need("summary", Text, "What was said or done, in our own words."),
			sourceIDs(),
		},
		Key: []string{"litmus_id", "actor"}, Order: []string{"date", "litmus_id", "actor"},
	}
}

// stancePositions are the ledger's positions without absent: on a roll call the
// table of votes keeps absent apart, and the stance of an absent state is silent.
func stancePositions() []string {
	var out []string
	for _, p := range ledger.Positions() {
		if p != ledger.AbsentPosition {
			out = append(out, string(p))
		}
	}
	return out
}
