package report

import (
	"fmt"
	"strings"

	"orrery/internal/app"
)

// Suggested lays out what reading documents for suggestions did.
func Suggested(list []app.SuggestReport) Page {
	t := Table{Columns: columns("document", ">sentences", ">new", ">known", ">superseded", ">by rule", "again")}
	p := Page{}
	made, known := 0, 0
	for _, v := range list {
		t.add(v.Document, itoa(v.Sentences), itoa(v.Made), itoa(v.Known), itoa(v.Superseded), itoa(v.Accepted), yes(v.Again))
		made, known = made+v.Made, known+v.Known
		for _, why := range v.Refused {
			p.Notes = append(p.Notes, "left out: "+why)
		}
	}
	p.Sentence = fmt.Sprintf("%s new and %s known suggestions in %s. They are in no figure until somebody accepts them: orrery review.", app.Thousands(made), app.Thousands(known), counted(len(list), "document", "documents"))
	p.Tables, p.Data = []Table{t}, t
	return p
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return app.Thousands(n) + " " + many
}

// Queue lays out the suggestions that wait.
func Queue(v app.Queue) Page {
	t := queueTable(v.Rows)
	p := Page{Sentence: v.Sentence.String(), Tables: []Table{t}, Data: t, Notes: scope(v.Scope)}
	if v.Next != "" {
		p.Notes = append(p.Notes, "There is more: add --cursor "+v.Next)
	}
	return p
}

func queueTable(rows []app.QueueRow) Table {
	t := Table{Columns: columns(">rank", ">sure", "impact", "record", "suggestion", "check", "document", "sentence")}
	for _, row := range rows {
		s, c := row.Coded.Suggestion, ""
		if s == nil {
			continue
		}
		if s.Check != nil {
			c = s.Check.Verdict
		}
		words := ""
		if len(row.Coded.Spans) > 0 {
			words = row.Coded.Spans[0].Exact
		}
		t.add(fmt.Sprintf("%.2f", s.Rank), fmt.Sprintf("%.2f", s.Confidence), s.Impact, row.Coded.Record.Ref, row.Coded.Record.Label, c, row.Document.Title, words)
	}
	return t
}

// Decision lays out what was decided.
func Decision(v app.Decision) Page {
	t := Table{Columns: columns("record", "before", "now", ">rev", "asked for", "label")}
	for _, one := range v.Changed {
		t.add(one.Ref, one.From, one.To, itoa(one.Rev), yes(!one.Also), one.Label)
	}
	p := Page{Sentence: v.Text, Tables: []Table{t}, Data: t}
	if v.ID != "" {
		p.Notes = append(p.Notes, "To take it back: orrery review undo "+v.ID)
	}
	return p
}

// AcceptanceRules lays out rules of acceptance.
func AcceptanceRules(rules []app.AcceptanceRow) Page {
	t := Table{Columns: columns("rule", "on", ">rev", ">accepted", ">least", "kinds", "steps", "frames", "checks", "sources", "switched by", "title")}
	for _, v := range rules {
		by := v.SwitchedBy
		if v.SwitchedAt != "" {
			by += ", " + v.SwitchedAt
		}
		t.add(v.Slug, yes(v.On), itoa(v.Rev), itoa(v.Accepted), fmt.Sprintf("%.2f", v.Least), strings.Join(v.Kinds, " "), strings.Join(v.Steps, " "), strings.Join(v.Frames, " "),
			strings.Join(v.Checks, ", "), strings.Join(v.Sources, " "), by, v.Title)
	}
	p := Page{Tables: []Table{t}, Data: t}
	if len(rules) == 0 {
		p.Sentence = "There is no rule of acceptance: every suggestion is decided by a person."
	}
	return p
}

// AcceptanceTrial lays out what a rule would accept.
func AcceptanceTrial(v app.AcceptanceTrial) Page {
	known := Table{Columns: columns("step", ">accepted", ">rejected", "share accepted")}
	for _, s := range v.Precision {
		share := "fewer than 20 decisions"
		if s.Share != nil {
			share = fmt.Sprintf("%.2f (95 %% interval %.2f to %.2f)", *s.Share, *s.Low, *s.High)
		}
		known.add(s.Step, itoa(s.Accepted), itoa(s.Rejected), share)
	}
	known.Title = "What people decided on such suggestions in this ledger"
	t := queueTable(v.Examples)
	t.Title = "The least sure of what it would accept"
	return Page{Title: v.Rule.Title, Sentence: v.Text, Tables: []Table{known, t}, Data: t}
}

// Agreement lays out how far coders agree.
func Agreement(v app.AgreementView) Page {
	t := Table{Columns: columns("kind", "metric", ">units", ">coded", ">same", ">alpha", "interval", "in words")}
	for _, row := range v.Rows {
		alpha, interval := "", ""
		if row.Alpha != nil {
			alpha = fmt.Sprintf("%.3f", *row.Alpha)
		}
		if row.Low != nil && row.High != nil {
			interval = fmt.Sprintf("%.3f to %.3f", *row.Low, *row.High)
		}
		t.add(row.Label, row.Metric, itoa(row.Units), itoa(row.Coded), itoa(row.Same), alpha, interval, row.Text)
	}
	d := Table{Title: "Where they differ", Columns: columns("unit", "settled", "coder", "has", "sentence")}
	for _, one := range v.Disagreements {
		for _, side := range one.Sides {
			has := side.Value
			if has == "" {
				has = "nothing"
			}
			d.add(one.Unit, yes(one.Settled), side.Coder, has, one.Sentence)
		}
	}
	p := Page{Sentence: v.Text, Tables: []Table{t, d}, Data: t, Notes: scope(v.Scope)}
	if v.Next != "" {
		p.Notes = append(p.Notes, "There are more disagreements: add --cursor "+v.Next)
	}
	return p
}
