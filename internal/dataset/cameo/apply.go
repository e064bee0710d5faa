package cameo

import "orrery/internal/dataset/reports"

// Apply writes what a code means into a report, or counts it in the summary as what no table has (e is nil) or what PLOVER has no
// type for. It fills in the code or the name where the file gives only one of them.
func Apply(e *Event, r *reports.Report, s *reports.Summary) {
	if e == nil {
		name := r.Code
		if r.Label != "" {
			name += " " + r.Label
		}
		s.Unknown.Add("code "+name, r.Line)
		return
	}
	if r.Code == "" {
		r.Code = e.Code
	}
	if r.Label == "" {
		r.Label = e.Name
	}
	if !e.Mapped() {
		s.Untyped.Add(e.Code+" "+e.Name, r.Line)
		return
	}
	r.Type, r.Mode, r.Contexts = e.Type, e.Mode, e.Contexts
	r.Mutual = e.Reading == Mutual
	if e.Reading == Swap {
		r.Turn()
	}
}
