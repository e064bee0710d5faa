package report

import (
	"strings"

	"orrery/internal/app"
)

// Litmus lays out one reaction item or roll call.
func Litmus(v app.LitmusView) Page {
	p := Page{Title: v.Item.Title, Sentence: v.Sentence.String()}
	head := Table{Columns: columns("of", "what")}
	for _, row := range [][2]string{{"key", v.Item.Key}, {"question", v.Item.Question}, {"t0", v.Item.T0}, {"window", v.Item.Window},
		{"hub", v.Item.Hub.Name}, {"with", v.Item.With}, {"against", v.Item.Against}, {"roll call", v.Item.RollCall}, {"hub's vote", v.HubVote},
		{"claim", v.Item.Claim}, {"roster", strings.Join(v.Roster, ", ")}, {"official totals", totals(v.Official)}} {
		if row[1] != "" {
			head.add(row[0], row[1])
		}
	}
	p.Data = Table{Columns: columns("state", "name", "expected", "presence", "position", "vote", "when", "lag", "timing", "form", "voice", ">records", ">sources", ">quotes", "contested", "summary", "because")}
	expected, others := shortAnswers("Expected to answer"), shortAnswers("Answered without being expected to")
	for _, a := range v.Expected {
		p.Data.add(longAnswer(a)...)
		expected.add(shortAnswer(a)...)
	}
	for _, a := range v.Others {
		p.Data.add(longAnswer(a)...)
		others.add(shortAnswer(a)...)
	}
	p.Tables = []Table{head, figures("Counts over the expected", v.Counts), figures("Votes of the expected", v.Votes), figures("Timing of the answers", v.Timings), expected, others}
	p.Notes = scope(v.Scope)
	if v.Drafts > 0 {
		p.Notes = append(p.Notes, itoa(v.Drafts)+" stances on this item wait for review and are in no figure.")
	}
	return p
}

func totals(t *app.Totals) string {
	if t == nil {
		return ""
	}
	n := func(v *int) string {
		if v == nil {
			return "unknown"
		}
		return itoa(*v)
	}
	return "yes " + n(t.Yes) + ", no " + n(t.No) + ", abstain " + n(t.Abstain)
}

func longAnswer(a app.Answer) []string {
	return []string{a.State, a.Name, yes(a.Expected), string(a.Presence), a.Position, a.Vote, a.When, a.Lag, string(a.Timing), a.Form, a.Voice,
		itoa(a.Records), itoa(a.Sources), itoa(a.Quotes), yes(a.Contested), a.Summary, a.Trace}
}

func shortAnswers(title string) Table {
	return Table{Title: title, Columns: columns("state", "name", "answer", "when", "lag", "timing", "form", ">sources", "summary")}
}

func shortAnswer(a app.Answer) []string {
	answer := a.Position
	if a.Vote != "" {
		answer = strings.TrimPrefix(answer+" ("+a.Vote+")", " ")
	}
	if a.Presence != app.Answered {
		answer = string(a.Presence)
	}
	if a.Contested {
		answer = "contested: " + strings.Join(a.Positions, " / ")
	}
	return []string{a.State, a.Name, answer, a.When, a.Lag, string(a.Timing), a.Form, itoa(a.Sources), a.Summary}
}

// marks are the matrix's one-letter answers; no colour is needed to read them.
var marks = map[string]string{"with": "W", "leaning-with": "w", "neutral": "n", "leaning-against": "a", "against": "A"}

const legend = "W with the hub, w leaning with, n neutral, a leaning against, A against; s searched and silent, o reported silent, ? not searched, x did not vote, blank not expected; ! sources differ."

// mark is one cell of the matrix.
func mark(c app.Cell) string {
	m := marks[c.Position]
	switch c.Presence {
	case app.SilentSearched:
		m = "s"
	case app.SilentReported:
		m = "o"
	case app.NotSearched:
		m = "?"
	case app.DidNotVote:
		m = "x"
	case app.NotExpected:
		m = ""
	}
	if c.Contested {
		m += "!"
	}
	return m
}

// Matrix lays out items × states.
func Matrix(v app.LitmusMatrix) Page {
	p := Page{Sentence: v.Sentence.String(), Notes: append([]string{legend}, scope(v.Scope)...)}
	cols := columns("t0")
	for _, s := range v.States {
		cols = append(cols, Column{Name: s.Code})
	}
	t := Table{Columns: append(cols, columns(">answered", ">expected", "item", "title")...)}
	p.Data = Table{Columns: columns("item", "kind", "t0", "hub", "title", "state", "presence", "position", "vote", "timing", ">records", ">sources", "contested", "because")}
	for _, r := range v.Rows {
		row := []string{r.Item.T0}
		for _, c := range r.Cells {
			row = append(row, mark(c))
			p.Data.add(r.Item.Key, r.Item.Kind, r.Item.T0, r.Item.Hub.Code, r.Item.Title, c.State, string(c.Presence), c.Position, c.Vote, string(c.Timing),
				itoa(c.Records), itoa(c.Sources), yes(c.Contested), c.Trace)
		}
		t.add(append(row, itoa(r.Answered), itoa(r.Expected), r.Item.Key, r.Item.Title)...)
	}
	p.Tables = []Table{t}
	return p
}
