package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

func isReport(ref string) bool { return strings.HasPrefix(ref, "report|") }

// reportRows are the rows of the reports among pointers, by their trace id. What its set does not hold any more is left out.
func (r *reading) reportRows(named []pointer) (map[string]*TraceRow, error) {
	keys := map[string][]string{}
	for _, p := range named {
		if id := parseTraceID(p.ref); isReport(p.ref) && len(id) == 3 {
			keys[id[1]] = append(keys[id[1]], id[2])
		}
	}
	out := map[string]*TraceRow{}
	for name, of := range keys {
		set, err := r.app.store.ReportSetOf(r.ctx, name)
		if errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		slices.Sort(of)
		for part := range slices.Chunk(slices.Compact(of), keysAtOnce) {
			found, err := r.app.store.ReportsByKey(r.ctx, set.Set, part)
			if err != nil {
				return nil, err
			}
			for _, one := range found {
				row, err := reportRow(set, one)
				if err != nil {
					return nil, err
				}
				out[row.Trace] = &row
			}
		}
	}
	return out, nil
}

// reportRow shows a report. It is no record of the ledger: it has no revision and nobody accepted it.
func reportRow(set store.ReportSet, e store.EventReport) (TraceRow, error) {
	about, err := publishedSet(set)
	if err != nil {
		return TraceRow{}, err
	}
	when := e.Day.String()
	if e.Within > 0 {
		when = (e.Day - ledger.Day(e.Within)).String() + "/" + (e.Day + ledger.Day(e.Within)).String()
	}
	row := bareRow("report", reportWords(e), when, "reported")
	row.Trace = traceID("report", set.Set, e.Key)
	row.Ref, row.Coder, row.Why = "report:"+set.Set+"/"+e.Key, "data set "+set.Set, reportFile(set, e)
	if row.Body, err = json.Marshal(reportBody(e)); err != nil {
		return row, err
	}
	publisher := e.Publisher
	if publisher == "" {
		publisher = about.Publisher
	}
	row.Evidence = append(row.Evidence, TraceEvidence{Kind: "source", Note: joined(reportFile(set, e), ". ", cut(e.Text, 400)),
		Source: &SourceHead{Key: set.Set, Title: about.Title, Publisher: publisher, URL: e.URL, Type: "dataset"}})
	return row, nil
}

func reportWords(e store.EventReport) string {
	party := func(p store.ReportParty) string {
		if name := joined(p.State, " ", p.Name); name != "" {
			return name
		}
		return "somebody"
	}
	kind := joined(strings.ToLower(string(e.Type)), ", ", e.Mode)
	if kind == "" {
		kind = "no type"
	}
	return fmt.Sprintf("%s → %s: %s (%s)", party(e.Source), party(e.Target), kind, joined(e.Code, " ", e.Label))
}

// reportFile says where a report stands, as far as its set tells: a set does not keep from which of its files each report came.
func reportFile(set store.ReportSet, e store.EventReport) string {
	var of []string
	for _, f := range set.Files {
		if e.Day >= f.First && e.Day <= f.Last {
			of = append(of, f.Name)
		}
	}
	switch {
	case e.Line == 0 && len(of) == 1:
		return "From " + of[0]
	case len(of) == 1:
		return fmt.Sprintf("Line %d of %s", e.Line, of[0])
	case e.Line == 0:
		return ""
	case len(of) == 0:
		return fmt.Sprintf("Line %d of a file whose import did not end", e.Line)
	}
	return fmt.Sprintf("Line %d of one of %d files with that day", e.Line, len(of))
}

// reportBody is every field of a report that says something.
func reportBody(e store.EventReport) map[string]any {
	out := map[string]any{"key": e.Key, "day": e.Day.String()}
	say := func(name string, value any, said bool) {
		if said {
			out[name] = value
		}
	}
	say("within_days", e.Within, e.Within != 0)
	for name, p := range map[string]store.ReportParty{"source": e.Source, "target": e.Target} {
		say(name, p.State, p.State != "")
		say(name+"_name", p.Name, p.Name != "")
		say(name+"_sectors", p.Sectors, p.Sectors != "")
	}
	for name, text := range map[string]string{"type": string(e.Type), "mode": e.Mode, "code": e.Code, "label": e.Label, "place": e.Place, "place_state": e.PlaceState,
		"publisher": e.Publisher, "text": e.Text, "url": e.URL} {
		say(name, text, text != "")
	}
	for name, n := range map[string]int{"mentions": e.Mentions, "sources": e.Sources, "articles": e.Articles, "line": e.Line} {
		say(name, n, n != 0)
	}
	say("contexts", e.Contexts, len(e.Contexts) > 0)
	say("mutual", true, e.Mutual)
	say("intensity", e.Intensity, e.Rated)
	say("deaths", e.Deaths, e.Deaths != nil)
	return out
}

// traceReport opens one report of a set: args are SET, KEY.
func (r *reading) traceReport(args []string) (opening, error) {
	if len(args) != 2 {
		return opening{}, noTrace(append([]string{"report"}, args...))
	}
	set, key := args[0], args[1]
	found, err := r.app.store.ReportsByKey(r.ctx, set, []string{key})
	if err != nil {
		return opening{}, err
	}
	if len(found) == 0 {
		return opening{}, missing("report of "+set, key, nil)
	}
	e := found[0]
	o := opening{figure: "Report " + key + " of " + set + ": " + reportWords(e), value: e.Day.String(),
		rule: "One line of a data set, coded by its publisher. It is no record of the ledger and in no figure of a region; rules may be run on it. "}
	o.rows.named = []pointer{{ref: traceID("report", set, key)}}
	if e.Link == 0 {
		o.rule += "No other report of the set has its day, parties and type."
		return o, nil
	}
	err = r.app.store.EachSighting(r.ctx, store.ReportQuery{Set: set, From: e.Day, To: e.Day}, func(other *store.Sighting) error {
		if other.Link == e.Link && other.Key != key {
			o.rows.named = append(o.rows.named, pointer{ref: traceID("report", set, other.Key), label: "may be about the same thing"})
		}
		return nil
	})
	o.rule += "Beside it the reports of the same day, parties and type, which may be about the same thing: a rule counts them once."
	return o, err
}
