package report

import (
	"strings"

	"orrery/internal/app"
)

// States lays out the list of states.
func States(v app.StateList) Page {
	t := Table{Columns: columns("state", "name", ">votes", ">stances", ">given", ">received")}
	for _, s := range v.States {
		t.add(s.Code, s.Name, itoa(s.Votes), itoa(s.Stances), itoa(s.Given), itoa(s.Received))
	}
	return Page{Title: v.Region, Tables: []Table{t}, Data: t, Notes: scope(v.Scope)}
}

// State lays out everything the ledger holds about one state. The CSV has one row a
// record, whatever its lane.
func State(v app.StateView) Page {
	p := Page{Title: v.State.Name + " (" + v.State.Code + ")", Sentence: v.Sentence.String(), Notes: scope(v.Scope)}
	p.Data = Table{Columns: columns("lane", "when", "until", "what", "answer", "detail", "because")}
	votes := Table{Title: "Votes", Columns: columns("when", "vote", "hub's", "relative to hub", "roll call", "title")}
	for _, m := range v.Votes {
		votes.add(m.When, m.Vote, m.HubVote, m.Position, m.RollCall, m.Title)
		p.Data.add("vote", m.When, "", m.RollCall, m.Vote, m.Title, m.Trace)
	}
	stances := Table{Title: "Stances", Columns: columns("when", "position", "form", "item", "summary")}
	for _, m := range v.Stances {
		stances.add(m.When, m.Position, m.Form, m.Item, m.Summary)
		p.Data.add("stance", m.When, "", m.Item, m.Position, m.Summary, m.Trace)
	}
	p.Tables = []Table{figures("In the ledger", v.Counts), votes, stances,
		lane(&p.Data, "given", "Events given", v.Given), lane(&p.Data, "received", "Events received", v.Received),
		intervals(&p.Data, "membership", "Memberships", v.Memberships), intervals(&p.Data, "office", "In office", v.Office),
		ties(&p.Data, v.Ties), forecasts(&p.Data, v.Forecasts)}
	for _, l := range []struct {
		name string
		lane app.EventLane
	}{{"given", v.Given}, {"received", v.Received}} {
		if shown := int64(len(l.lane.Events)); shown < l.lane.Total {
			p.Notes = append(p.Notes, "Events "+l.name+": the newest "+itoa(shown)+" of "+itoa(l.lane.Total)+" are shown.")
		}
	}
	return p
}

func lane(data *Table, name, title string, l app.EventLane) Table {
	t := Table{Title: title + " (" + itoa(l.Total) + ")", Columns: columns("when", "by", "to", "type", "mode", ">credibility", "summary")}
	for _, e := range l.Events {
		t.add(e.When, strings.Join(e.By, " "), strings.Join(e.To, " "), e.Type, e.Mode, itoa(e.Credibility), e.Summary)
		data.add(name, e.When, "", strings.Join(e.By, ";")+" to "+strings.Join(e.To, ";"), strings.Trim(e.Type+"/"+e.Mode, "/"), e.Summary, e.Trace)
	}
	return t
}

func intervals(data *Table, name, title string, list []app.Interval) Table {
	t := Table{Title: title, Columns: columns("from", "to", "what", "status", "note")}
	for _, i := range list {
		t.add(i.From, i.To, i.Label, i.Status, i.Note)
		data.add(name, i.From, i.To, i.Label, i.Status, i.Note, i.Trace)
	}
	return t
}

func ties(data *Table, list []app.TieRow) Table {
	t := Table{Title: "Ties", Columns: columns("when", "hub", "channel", "measure", ">value", "unit", "note")}
	for _, r := range list {
		t.add(r.When, r.Hub.Code, r.Channel, r.Measure, decimal(r.Value), r.Unit, r.Note)
		data.add("tie", r.When, "", r.Hub.Code+" "+r.Channel+" "+r.Measure, strings.TrimSpace(decimal(r.Value)+" "+r.Unit), r.Note, r.Trace)
	}
	return t
}

func forecasts(data *Table, list []app.ForecastRow) Table {
	t := Table{Title: "Forecasts about it", Columns: columns("published", "author", "horizon", ">probability", "outcome", "question")}
	for _, f := range list {
		t.add(f.Published, f.Author, f.Horizon, decimal(f.Probability), f.Outcome, f.Question)
		data.add("forecast", f.Published, f.Horizon, f.Author, f.Outcome, f.Question, f.Trace)
	}
	return t
}
