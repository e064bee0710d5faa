package app

import (
	"slices"
	"strconv"
	"strings"

	"orrery/ledger"
)

// traceState opens a lane of a state, or part of one.
func (r *reading) traceState(args []string) (opening, error) {
	if len(args) < 2 || len(args) > 3 {
		return opening{}, noTrace(append([]string{"state"}, args...))
	}
	actor, err := r.state(args[0])
	if err != nil {
		return opening{}, err
	}
	lane, which := args[1], ""
	if len(args) == 3 {
		which = args[2]
	}
	o := opening{figure: actor.Name() + ": " + laneWords(lane), rule: "Accepted records of this lane."}
	if which != "" {
		o.figure += ", " + which
	}
	if lane == "forecasts" && which == "" {
		o.rule = "Accepted forecasts that list this actor or whose words hold its English name."
		rows, err := r.forecastRecords(actor.Code)
		for _, row := range rows {
			o.rows.listed = append(o.rows.listed, listed{record: row.Record})
		}
		return o, err
	}
	o.rows = laneOf(actor.Code, lane)
	if o.rows.query == nil {
		return opening{}, noTrace(append([]string{"state"}, args...))
	}
	if which == "" {
		return o, nil
	}
	switch lane {
	case "given", "received":
		if _, err := strconv.Atoi(which); err != nil && which != "undated" {
			break
		}
		q := yearQuery(*o.rows.query, which)
		o.rows = asked(q, inYear(which))
		o.rule = "Accepted events of this lane that begin in this year."
		return o, nil
	case "votes":
		if !slices.ContainsFunc(votePositions(), func(p struct{ name, words string }) bool { return p.name == which }) {
			break
		}
		return r.traceVotes(o, actor.Code, which)
	case "stances":
		if !slices.Contains(ledger.Positions(), ledger.Position(which)) {
			break
		}
		o.rows.keep = func(rec ledger.Record) bool { return string(rec.Body.(*ledger.Stance).Position) == which }
		return o, nil
	}
	return opening{}, noTrace(append([]string{"state"}, args...))
}

// traceVotes opens the votes of a state with one position relative to the hub's.
func (r *reading) traceVotes(o opening, code, which string) (opening, error) {
	o.rule = "Each vote is set beside " + r.capital(r.hub) + "'s own on the same roll call: the same vote is with, yes against no is against, an abstention on one side is neutral. Absent stays absent."
	votes, err := lensed[*ledger.Vote](r, r.laneQuery(code, "votes"))
	if err != nil {
		return opening{}, err
	}
	marks, err := r.voteMarks(votes)
	if err != nil {
		return opening{}, err
	}
	o.rows = rowset{}
	for i, m := range marks {
		if m.Position == which || (m.Position == "" && which == "unplaced") {
			o.rows.listed = append(o.rows.listed, listed{record: votes[i].Record})
		}
	}
	return o, nil
}

func laneWords(lane string) string {
	names := []string{"votes", "recorded votes", "stances", "stances on reaction items", "given", "events, what it did", "received", "events, what was done to it", "office", "terms of office", "ties", "measures of dependence"}
	if i := slices.Index(names, lane); i >= 0 && i%2 == 0 {
		return names[i+1]
	}
	return lane
}

// withHub puts the hub's name into words that speak of it.
func withHub(words, hub string) string { return strings.ReplaceAll(words, "%s", hub) }
