package report

import (
	"strings"

	"orrery/internal/app"
)

// Trace lays out *because*: the figure, its rule, its rows and what they rest on.
func Trace(v app.TraceView) Page {
	p := Page{Title: strings.TrimSuffix(v.Figure+": "+v.Value, ": "), Sentence: v.Rule, Notes: scope(v.Scope)}
	rows := Table{Title: "Rows (" + itoa(v.Total) + ")", Columns: columns("when", "record", "status", "coder", ">rev", "label")}
	rests := Table{Title: "Rests on", Columns: columns("record", "kind", "where", "words")}
	p.Data = Table{Columns: columns("record", "kind", "when", "status", ">weight", "coder", ">rev", "at", "who", "label", "evidence", "where", "words")}
	for _, r := range v.Rows {
		rows.add(r.When, r.Ref, r.Status, r.Coder, itoa(r.Rev), r.Label)
		weight := decimal(&r.Weight)
		base := []string{r.Ref, r.Kind, r.When, r.Status, weight, r.Coder, itoa(r.Rev), r.At, r.Who, r.Label}
		if len(r.Evidence) == 0 {
			p.Data.add(append(base, "", "", "")...)
		}
		for _, e := range r.Evidence {
			where, words := evidence(e)
			rests.add(r.Ref, e.Kind, where, words)
			p.Data.add(append(base[:len(base):len(base)], e.Kind, where, words)...)
		}
	}
	p.Tables = []Table{figures("Made of", v.Parts), rows, rests}
	if len(v.Rows) < v.Total {
		p.Notes = append(p.Notes, "The first "+itoa(len(v.Rows))+" of "+itoa(v.Total)+" rows are shown; more with --cursor "+v.Next)
	}
	return p
}

// evidence says where a piece of evidence is and what it says.
func evidence(e app.TraceEvidence) (where, words string) {
	switch {
	case e.Quote != nil:
		where = e.Quote.Document + " bytes " + itoa(e.Quote.Start) + "–" + itoa(e.Quote.End)
		words = "“" + e.Quote.Exact + "”"
		if e.Quote.Orphan {
			words = "ORPHAN, the document no longer holds these words there: " + words
		}
		if e.Quote.Voice != "" {
			words += " — " + e.Quote.Voice
		}
	case e.Vote != nil:
		where, words = e.Vote.RollCall, e.Vote.Vote+" on "+e.Vote.When
	case e.Source != nil:
		where, words = e.Source.URL, e.Source.Publisher+": "+e.Source.Title
	}
	if e.Note != "" {
		words += " (" + e.Note + ")"
	}
	return where, words
}
