package plain

import (
	"strings"

	"orrery/internal/dataset/cameo"
	"orrery/internal/dataset/reports"
	"orrery/ledger"
)

// report reads a row.
func (s *scan) report(row []string) (reports.Report, error) {
	cell := func(f Field) string {
		if at, ok := s.at[f]; ok {
			return reports.Bare(row[at])
		}
		return ""
	}
	r := reports.Report{Set: s.mapping.Set, ID: cell(ID), Code: cell(Code), Label: cell(Label), Publisher: cell(Publisher), Text: cell(Text), URL: cell(URL), Line: s.table.Line()}
	var ok bool
	if r.Day, ok = s.day(cell(Day)); !ok {
		return r, s.table.Fault(s.at[Day], "%q is no day written as %s; say in the mapping how the table writes days (days: %s)", row[s.at[Day]], s.mapping.Days, DMY)
	}
	for to, f := range map[*int]Field{&r.Mentions: Mentions, &r.Sources: Sources, &r.Articles: Articles} {
		if *to, ok = reports.Whole(cell(f)); !ok {
			return r, s.table.Fault(s.at[f], "%q is not a count", cell(f))
		}
	}
	if text := cell(Deaths); text != "" {
		deaths, ok := reports.Whole(text)
		if !ok {
			return r, s.table.Fault(s.at[Deaths], "%q is not a count", text)
		}
		r.Deaths = &deaths
	}
	r.Source = reports.Party{Name: cell(Source), Sectors: cell(SourceSectors), Code: cell(SourceState)}
	r.Source.State = s.state(r.Source.Code, r.Source.Name)
	r.Target = reports.Party{Name: cell(Target), Sectors: cell(TargetSectors), Code: cell(TargetState)}
	r.Target.State = s.state(r.Target.Code, r.Target.Name)
	r.Place = reports.Place{Name: cell(Place), State: s.state(cell(PlaceState), "")}
	s.kind(&r, cell(Type), cell(Mode), cell(Contexts))
	return r, nil
}

// kind gives a report its type by the vocabulary of the mapping.
func (s *scan) kind(r *reports.Report, kind, mode, contexts string) {
	_, typed := s.at[Type]
	_, coded := s.at[Code]
	_, labelled := s.at[Label]
	switch v := s.mapping.Vocabulary; {
	case v == PLOVER || v == Auto && typed:
		s.plover(r, kind, mode, contexts)
	case v == CAMEO || v == Auto && (coded || labelled):
		e := s.codes.ByCode(r.Code)
		if e == nil {
			e = s.codes.ByName(r.Label)
		}
		cameo.Apply(e, r, s.summary)
	default:
		s.summary.Untyped.Add("without a vocabulary", r.Line)
	}
}

// plover takes types, modes and contexts that are PLOVER's and counts the others.
func (s *scan) plover(r *reports.Report, kind, mode, contexts string) {
	r.Type = ledger.EventType(strings.ToUpper(kind))
	if r.Code == "" {
		r.Code = kind
	}
	if !r.Type.Valid() {
		s.summary.Unknown.Add("type "+kind, r.Line)
		r.Type = ""
		return
	}
	if mode = strings.ToLower(mode); ledger.ValidMode(r.Type, mode) {
		r.Mode = mode
	} else if mode != "" {
		s.summary.Unknown.Add("mode "+kind+" "+mode, r.Line)
	}
	for context := range strings.SplitSeq(contexts, ";") {
		if context = strings.ToLower(strings.TrimSpace(context)); ledger.ValidContext(context) {
			r.Contexts = append(r.Contexts, context)
		} else if context != "" {
			s.summary.Unknown.Add("context "+context, r.Line)
		}
	}
}

// day reads a day as the mapping says that the table writes them.
func (s *scan) day(text string) (ledger.Day, bool) {
	if s.mapping.Days == ISO {
		return reports.ParseDay(text)
	}
	text, _, _ = strings.Cut(text, " ") // a midnight that a spreadsheet added
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '.' || r == '-' })
	if len(parts) != 3 || len(parts[2]) != 4 || len(parts[0]) > 2 || len(parts[1]) > 2 {
		return 0, false
	}
	day, month := parts[0], parts[1]
	if s.mapping.Days == MDY {
		day, month = month, day
	}
	return reports.ParseDay(parts[2] + "-" + two(month) + "-" + two(day))
}

// two is a number with its leading zero.
func two(number string) string {
	if len(number) == 1 {
		return "0" + number
	}
	return number
}
