package app

import (
	"strings"

	"orrery/internal/dataset/reports"
	"orrery/internal/store"
)

// eventReport is a reader's report as the store keeps it.
func eventReport(r *reports.Report) store.EventReport {
	return store.EventReport{Key: strings.TrimPrefix(r.Key(), r.Set+":"), Day: r.Day, Within: r.Within, Source: reportParty(r.Source), Target: reportParty(r.Target),
		Type: r.Type, Mode: r.Mode, Contexts: r.Contexts, Code: r.Code, Label: r.Label, Mutual: r.Mutual, Link: reports.LinkOf(r, reports.SameName),
		Rated: r.Rated, Intensity: r.Intensity, Mentions: r.Mentions, Sources: r.Sources, Articles: r.Articles, Deaths: r.Deaths,
		Place: r.Place.Name, PlaceState: r.Place.State, Publisher: r.Publisher, Text: r.Text, URL: r.URL, Line: r.Line}
}

func reportParty(p reports.Party) store.ReportParty {
	return store.ReportParty{State: p.State, Name: p.Label(), Sectors: p.Sectors}
}
