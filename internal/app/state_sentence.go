package app

import "orrery/ledger"

// votePositions are the positions of votes as the sentence on a state tells them.
func votePositions() []struct{ name, words string } {
	return []struct{ name, words string }{
		{string(ledger.With), "as %s did"}, {string(ledger.Neutral), "with one of the two abstaining"}, {string(ledger.Against), "the other way"},
		{string(ledger.AbsentPosition), "marked absent"}, {"unplaced", "where %s cast no vote"},
	}
}

// stateSentence sums a state up in clauses that open.
func (r *reading) stateSentence(v StateView) Sentence {
	t := &telling{}
	code, hub := v.State.Code, r.capital(r.hub)
	of := func(lane string) string { return traceID("state", code, lane) }
	t.say(v.State.Name + ": ")
	votes := int64(len(v.Votes))
	t.count(votes, of("votes")).say(plural(votes, " recorded vote", " recorded votes"))
	if code != r.hub && votes > 0 {
		var parts []part
		for _, p := range votePositions() {
			var n int64
			for _, m := range v.Votes {
				if m.Position == p.name || (m.Position == "" && p.name == "unplaced") {
					n++
				}
			}
			if n > 0 {
				parts = append(parts, part{n: n, trace: traceID("state", code, "votes", p.name), after: " " + withHub(p.words, hub)})
			}
		}
		t.say(" (").list(parts).say(")")
	}
	stances, given, received := int64(len(v.Stances)), v.Given.Total, v.Received.Total
	t.say(", ").count(stances, of("stances")).say(plural(stances, " stance", " stances") + " on reaction items, ")
	t.count(given, of("given")).say(plural(given, " act", " acts")+" of its own and ").count(received, of("received")).say(" done to it. ")
	rest := []part{
		{n: int64(len(v.Memberships)), trace: of("memberships"), after: plural(len(v.Memberships), " membership", " memberships")},
		{n: int64(len(v.Office)), trace: of("office"), after: plural(len(v.Office), " term of office", " terms of office")},
		{n: int64(len(v.Ties)), trace: of("ties"), after: plural(len(v.Ties), " measure of dependence", " measures of dependence")},
		{n: int64(len(v.Forecasts)), trace: of("forecasts"), after: plural(len(v.Forecasts), " forecast that names it", " forecasts that name it")},
	}
	if rest = aboveZero(rest); len(rest) > 0 {
		t.say("The ledger also holds ").list(rest).say(".")
	}
	return t.out
}
