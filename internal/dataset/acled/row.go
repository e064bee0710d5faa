package acled

import (
	"strings"

	"orrery/internal/dataset"
	"orrery/internal/dataset/reports"
)

// places is where a file keeps what; -1 where it does not.
type places struct {
	id, date, precision, kind, sub     int
	actor1, inter1, actor2, inter2     int
	iso, land, location, source, notes int
	fatalities                         int
}

func place(t *dataset.Table) (p places, err error) {
	find := t.Find
	p = places{id: find("event_id_cnty"), date: find("event_date"), precision: find("time_precision"), kind: find("event_type"), sub: find("sub_event_type"),
		actor1: find("actor1"), inter1: find("inter1"), actor2: find("actor2"), inter2: find("inter2"),
		iso: find("iso"), land: find("country"), location: find("location"), source: find("source"), notes: find("notes"), fatalities: find("fatalities")}
	for name, at := range map[string]int{"event_id_cnty": p.id, "event_date": p.date, "event_type": p.kind, "sub_event_type": p.sub, "actor1": p.actor1} {
		if at < 0 {
			return p, t.HeaderFault("no column is called %q; this is not a file of ACLED events", name)
		}
	}
	return p, nil
}

// within is how far the day may be off, by ACLED's time precision: the day, the week, the month.
var within = map[string]int{"": 0, "1": 0, "2": 7, "3": 31}

func (s *scan) row(row []string, each func(reports.Report) error) error {
	p := s.places
	cell := func(at int) string {
		if at < 0 {
			return ""
		}
		return strings.TrimSpace(row[at])
	}
	r := reports.Report{Set: "acled", ID: cell(p.id), Publisher: cell(p.source), Text: cell(p.notes), Line: s.table.Line()}
	var ok bool
	if r.Day, ok = reports.ParseDay(cell(p.date)); !ok {
		return s.table.Fault(p.date, "%q is no day; it must be like 2023-02-16 or 16 February 2023", row[p.date])
	}
	if r.ID == "" {
		return s.table.Fault(p.id, "the row has no identifier")
	}
	if r.Within, ok = within[cell(p.precision)]; !ok {
		return s.table.Fault(p.precision, "time precision %q is not 1, 2 or 3", row[p.precision])
	}
	if text := cell(p.fatalities); text != "" {
		deaths, ok := reports.Whole(text)
		if !ok {
			return s.table.Fault(p.fatalities, "%q is not a count", text)
		}
		r.Deaths = &deaths
	}
	r.Source = reports.Party{Name: cell(p.actor1), Sectors: cell(p.inter1)}
	r.Source.State = s.state(r.Source.Name)
	r.Target = reports.Party{Name: cell(p.actor2), Sectors: cell(p.inter2)}
	if r.Target.Name != "" {
		r.Target.State = s.state(r.Target.Name)
	}
	r.Place = reports.Place{Name: cell(p.location), State: s.states.ByNumeric(cell(p.iso))}
	if r.Place.State == "" {
		r.Place.State = s.states.ByName(cell(p.land))
	}
	s.apply(&r, cell(p.kind), cell(p.sub))
	s.summary.Add(&r)
	return each(r)
}
