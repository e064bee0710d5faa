package app

import (
	"fmt"
	"slices"

	"orrery/ledger"
)

// traceLitmus opens a figure of one item or roll call. Its rows are states, one
// each: the record that gives the state's cell, or, where there is none, what makes
// the state expected. Every record of a cell opens from its part.
func (r *reading) traceLitmus(args []string) (opening, error) {
	if len(args) < 2 || len(args) > 3 {
		return opening{}, noTrace(append([]string{"litmus"}, args...))
	}
	l, err := r.litmusOf(args[0])
	if err != nil {
		return opening{}, err
	}
	name := ""
	if len(args) == 3 {
		name = args[2]
	}
	if args[1] == "drafts" {
		drafts, err := r.draftsOn(l)
		if err != nil {
			return opening{}, err
		}
		o := opening{figure: "Drafts on " + l.item.Title, rule: "Stances on this item that nobody has accepted or rejected. They are in no figure.", review: []listed{}}
		for _, rec := range drafts {
			o.review = append(o.review, listed{record: rec})
		}
		return o, nil
	}
	is, what := l.picked(args[1], name)
	if is == nil {
		return opening{}, noTrace(append([]string{"litmus"}, args...))
	}
	o := opening{figure: l.item.Title + ": " + what, rule: "One row a state. " + cellRule + " " + timingRule}
	add := func(code, by string) {
		o.rows.listed = append(o.rows.listed, r.stateRow(l, code, by))
		_, c := l.cell(code)
		o.parts = append(o.parts, Figure{Name: code, Label: r.name(code) + ": " + c.counted(), N: int64(len(l.replies[code])), Trace: traceID("cell", l.id, code)})
	}
	if args[1] == "others" {
		for _, code := range l.volunteers() {
			add(code, "")
		}
		return o, nil
	}
	for _, e := range l.expected {
		if is(e, l.cells[e.code]) {
			add(e.code, e.by)
		}
	}
	return o, nil
}

// picked returns the test of a figure over the expected, and the figure in words.
func (l *litmus) picked(verb, name string) (is func(expectedOne, combined) bool, what string) {
	switch verb {
	case "roster", "others":
		what = map[string]string{"roster": "who was expected to answer", "others": "who answered without being expected to"}[verb]
		return func(expectedOne, combined) bool { return true }, what
	case "count":
		for _, n := range countNames() {
			if n.name == name {
				return func(_ expectedOne, c combined) bool { return c.counted() == name }, n.label
			}
		}
	case "timing":
		if !slices.Contains([]Timing{InTime, PossiblyLate, Late, Before, Untimed}, Timing(name)) {
			return nil, ""
		}
		return func(_ expectedOne, c combined) bool { return c.presence == Answered && string(l.timing(c)) == name }, "answers by time: " + name
	case "vote":
		choice := ledger.VoteChoice(name)
		if name == "none" {
			choice = ""
		} else if !slices.Contains(ledger.VoteChoices(), choice) {
			return nil, ""
		}
		return func(_ expectedOne, c combined) bool { return c.vote == choice }, "votes: " + name
	case "answered":
		return func(_ expectedOne, c combined) bool { return c.presence == Answered }, "who answered"
	case "quoted":
		return func(_ expectedOne, c combined) bool { return c.presence == Answered && len(c.quotes) > 0 }, "answers that rest on a stored sentence"
	case "contested":
		return func(_ expectedOne, c combined) bool { return c.contested }, "cells on which accepted records disagree"
	case "unsure":
		return func(e expectedOne, _ combined) bool { return e.unsure }, "who was possibly, not certainly, expected"
	}
	return nil, ""
}

// stateRow is one state of a figure.
func (r *reading) stateRow(l *litmus, code, by string) listed {
	c := l.cells[code]
	if c.head != nil {
		return listed{record: l.records[c.head.ref]}
	}
	rec := l.records[by]
	why := "named by the roster"
	if m, ok := rec.Body.(*ledger.Membership); ok {
		why = fmt.Sprintf("%s of %s%s", m.Status, r.name(m.Organisation), spanWords(m.From, m.To))
	}
	nothing := "nothing in the ledger"
	if len(r.hidden) > 0 { // the ledger may hold an answer that the lens hides
		nothing = "nothing among the sources that the lens leaves"
	}
	return listed{record: rec, label: fmt.Sprintf("%s: %s; expected as %s", r.name(code), nothing, why)}
}

// traceCell opens one cell to every record behind it.
func (r *reading) traceCell(args []string) (opening, error) {
	if len(args) != 2 {
		return opening{}, noTrace(append([]string{"cell"}, args...))
	}
	l, err := r.litmusOf(args[0])
	if err != nil {
		return opening{}, err
	}
	actor, err := r.state(args[1])
	if err != nil {
		return opening{}, err
	}
	cell, c := l.cell(actor.Code)
	o := opening{figure: l.item.Title + ": " + actor.Name(), value: c.counted(), rule: cellRule + " " + timingRule}
	switch {
	case c.presence == NotSearched:
		o.rule = "The roster expects this state to answer and the ledger holds no record of an answer and none of a search. That is not silence."
		if len(r.hidden) > 0 {
			o.rule = "The roster expects this state to answer, and the sources that the lens leaves give no answer and log no search. That is not silence."
		}
	case c.presence == NotExpected:
		o.rule = "The roster does not expect this state to answer, and the ledger holds no answer of it."
	case cell.Timing != Untimed:
		o.value += ", " + string(cell.Timing)
	}
	if cell.Contested {
		o.value += ", contested"
	}
	o.rule += otherwiseWords(c)
	for _, one := range l.replies[actor.Code] {
		o.rows.listed = append(o.rows.listed, listed{record: l.records[one.ref]})
	}
	return o, nil
}

// otherwiseWords tells what was said from what was reported not to have been.
func otherwiseWords(c combined) string {
	if c.otherwise == 0 {
		return ""
	}
	words := fmt.Sprintf(" Here %d %s something else than is shown", c.otherwise, plural(c.otherwise, "record says", "records say"))
	switch {
	case c.unspoken == c.otherwise && c.presence == Answered:
		words += ": silence was reported, an answer was expressed"
	case c.unspoken > 0:
		words += fmt.Sprintf(", of which %d %s silence", c.unspoken, plural(c.unspoken, "reports", "report"))
	}
	return words + "; nothing of theirs is among the sources and sentences of the cell."
}

// traceMatrix opens the figures of the matrix's sentence.
func (r *reading) traceMatrix(args []string) (opening, error) {
	if len(args) != 1 {
		return opening{}, noTrace(append([]string{"matrix"}, args...))
	}
	ls, err := r.allLitmuses()
	if err != nil {
		return opening{}, err
	}
	o := opening{rule: "One row an item and state that its roster expects. " + cellRule}
	switch args[0] {
	case "items":
		o.figure, o.rule = "Reaction items", "Accepted reaction items, newest first."
	case "cells":
		o.figure = "Answers that rosters expect"
	case "answered":
		o.figure = "Answers given by those expected"
	default:
		return opening{}, noTrace(append([]string{"matrix"}, args...))
	}
	for _, l := range ls {
		if args[0] == "items" {
			o.rows.listed = append(o.rows.listed, listed{record: l.record})
			continue
		}
		for _, e := range l.expected {
			if args[0] == "cells" || l.cells[e.code].presence == Answered {
				o.rows.listed = append(o.rows.listed, r.stateRow(l, e.code, e.by))
			}
		}
	}
	return o, nil
}
