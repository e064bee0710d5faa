package icews

import (
	"strings"

	"orrery/internal/dataset/reports"
)

// relations reads extracts that name relations instead of giving codes. They have no identifiers. Where the tables give a party no
// state, an ISO code that the extract itself gives it is taken: those that are in use add heads of state and ministers.
func (s *scan) relations(each func(reports.Report) error) (*reports.Summary, error) {
	find := s.table.Find
	date, source, relation, target := find("date", "event_date"), find("source", "source_name"), find("relation", "event_text"), find("target", "target_name")
	sourceISO, targetISO := find("src_iso", "source_iso"), find("tgt_iso", "target_iso")
	for name, at := range map[string]int{"date": date, "source": source, "relation": relation, "target": target} {
		if at < 0 {
			return nil, s.table.HeaderFault("no column is called %q; this is not a file of ICEWS events", name)
		}
	}
	for {
		row, err := s.table.Next()
		if ended(err) {
			return s.summary, nil
		} else if err != nil {
			return nil, err
		}
		r := reports.Report{Set: "icews", Label: strings.TrimSpace(row[relation]), Line: s.table.Line()}
		var ok bool
		if r.Day, ok = reports.ParseDay(strings.TrimSpace(row[date])); !ok {
			return nil, s.table.Fault(date, "%q is no day; it must be like 2014-03-02", row[date])
		}
		r.Source.Name, r.Target.Name = strings.TrimSpace(row[source]), strings.TrimSpace(row[target])
		r.Source.State, r.Target.State = s.state("", r.Source.Name), s.state("", r.Target.Name)
		if r.Source.State == "" && sourceISO >= 0 {
			r.Source.State = s.states.Code(row[sourceISO])
		}
		if r.Target.State == "" && targetISO >= 0 {
			r.Target.State = s.states.Code(row[targetISO])
		}
		if err := s.give(r, s.event(r.Label), each); err != nil {
			return nil, err
		}
	}
}
