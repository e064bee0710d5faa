package report

import (
	"strings"

	"orrery/internal/app"
)

// Pressure lays out the episodes between a hub and its targets, unanswered triggers
// and untriggered responses among them.
func Pressure(v app.PressureView) Page {
	p := Page{Title: "Pressure by " + v.Hub.Name, Sentence: v.Sentence.String()}
	t := Table{Title: "Episodes", Columns: columns("episode", "targets", "shape", "step", "measure", "lag", "link", "name")}
	p.Data = Table{Columns: columns("episode", "name", "targets", "shape", "triggers", "trigger_dates", "responses", "response_dates", "lag", "official_reason", "link", "link_text", "claimed_by", "missing", "because")}
	for _, e := range v.Episodes {
		targets := make([]string, len(e.Targets))
		for i, n := range e.Targets {
			targets[i] = n.Code
		}
		trigKeys, trigDates := keysAndDates(e.Triggers)
		respKeys, respDates := keysAndDates(e.Responses)
		t.add(e.Key, strings.Join(targets, " "), e.Shape, first(trigDates), first(respDates), e.Lag, e.Link, e.Name)
		p.Data.add(e.Key, e.Name, strings.Join(targets, ";"), e.Shape, strings.Join(trigKeys, ";"), strings.Join(trigDates, ";"),
			strings.Join(respKeys, ";"), strings.Join(respDates, ";"), e.Lag, e.OfficialReason, e.Link, e.LinkText, e.ClaimedBy, strings.Join(e.Missing, ";"), e.Trace)
	}
	p.Tables = []Table{figures("Shape of the episodes", v.Counts), figures("Grade of the claimed link", v.Links), t}
	p.Notes = append([]string{v.Notice}, scope(v.Scope)...)
	return p
}

func keysAndDates(list []app.EventMark) (keys, dates []string) {
	for _, e := range list {
		keys, dates = append(keys, e.Key), append(dates, e.When)
	}
	return keys, dates
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	if len(list) > 1 {
		return list[0] + " …"
	}
	return list[0]
}
