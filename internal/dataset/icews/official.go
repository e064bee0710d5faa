package icews

import (
	"orrery/internal/dataset/reports"
)

// places is where the publisher's layout keeps what; -1 where a file does not have it.
type places struct {
	id, date, text, code, intensity   int
	source, sourceSectors, sourceLand int
	target, targetSectors, targetLand int
	story, publisher                  int
	city, province, land              int
}

func (s *scan) place() (p places, err error) {
	if _, err := s.tabs.Header(); err != nil {
		return p, err
	}
	find := s.tabs.Find
	p = places{id: find("event_id"), date: find("event_date"), text: find("event_text"), code: find("cameo_code"), intensity: find("intensity"),
		source: find("source_name"), sourceSectors: find("source_sectors"), sourceLand: find("source_country"),
		target: find("target_name"), targetSectors: find("target_sectors"), targetLand: find("target_country"),
		story: find("story_id"), publisher: find("publisher"), city: find("city"), province: find("province"), land: find("country")}
	for name, at := range map[string]int{"Event ID": p.id, "Event Date": p.date, "Source Name": p.source, "CAMEO Code": p.code, "Target Name": p.target} {
		if at < 0 {
			return p, s.tabs.HeaderFault("no column is called %q; this is not a file of ICEWS events", name)
		}
	}
	return p, nil
}

// official reads the publisher's layout.
func (s *scan) official(each func(reports.Report) error) (*reports.Summary, error) {
	p, err := s.place()
	if err != nil {
		return nil, err
	}
	for {
		row, err := s.tabs.Next()
		if ended(err) {
			s.summary.Recoded = s.tabs.Recoded
			return s.summary, nil
		} else if err != nil {
			return nil, err
		}
		if err := s.line(p, row, each); err != nil {
			return nil, err
		}
	}
}

func (s *scan) line(p places, row []string, each func(reports.Report) error) error {
	cell := func(at int) string {
		if at < 0 || at >= len(row) {
			return ""
		}
		return reports.Bare(row[at])
	}
	if len(row) <= max(p.id, p.date, p.source, p.code, p.target) {
		return s.tabs.Fault(-1, "the row has %d cells and ends before what a report needs; look for a line break inside it", len(row))
	}
	r := reports.Report{Set: "icews", Code: cell(p.code), Label: cell(p.text), Publisher: cell(p.publisher), Line: s.tabs.Line()}
	var ok bool
	if r.Day, ok = reports.ParseDay(cell(p.date)); !ok {
		return s.tabs.Fault(p.date, "%q is no day; it must be like 2014-03-02", row[p.date])
	}
	if r.ID = cell(p.id); r.ID == "" {
		return s.tabs.Fault(p.id, "the row has no Event ID")
	}
	r.ID += "@" + r.Day.String()
	if r.Intensity, r.Rated, ok = reports.Rating(cell(p.intensity)); !ok {
		return s.tabs.Fault(p.intensity, "%q is not a number that can stand here", row[p.intensity])
	}
	r.Source = reports.Party{Name: cell(p.source), Sectors: cell(p.sourceSectors)}
	r.Source.State = s.state(cell(p.sourceLand), r.Source.Name)
	r.Target = reports.Party{Name: cell(p.target), Sectors: cell(p.targetSectors)}
	r.Target.State = s.state(cell(p.targetLand), r.Target.Name)
	if story := cell(p.story); story != "" {
		r.Text = "story " + story
	}
	r.Place = reports.Place{Name: cell(p.city), State: s.states.ByName(cell(p.land))}
	if r.Place.Name == "" {
		r.Place.Name = cell(p.province)
	}
	e := s.codes.ByCode(r.Code)
	if e == nil {
		e = s.event(r.Label)
	}
	return s.give(r, e, each)
}
