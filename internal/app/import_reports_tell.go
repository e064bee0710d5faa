package app

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"orrery/internal/dataset/reports"
	"orrery/internal/store"
	"orrery/ledger"
)

// Leftovers of a file: how many a view lists, and how many the store keeps, so that those of several files can be added up.
const (
	leftoversShown  = 100
	leftoversKept   = 500
	leftoversOfPart = 20 // of a quarter of an hour: a year has 35,000 of them
)

// tell copies what the reader found into the view.
func (m *reportsImport) tell() {
	v, s := &m.view, m.seen
	v.Dataset, v.Form, v.SHA256 = m.format.set, s.Form, m.hash
	v.Title, v.Licence, v.Citation = m.format.source.Title, m.format.source.Licence, m.format.source.Citation
	if s.Reports > 0 {
		v.First, v.Last = s.First.String(), s.Last.String()
	}
	v.Rows, v.Reports, v.Undated, v.Loose, v.Recoded, v.Dyads = s.Rows, s.Reports, s.Undated, s.Loose, s.Recoded, s.Dyads
	v.Named, v.Mapped, v.Typed = s.Named, s.Mapped, s.Reports-s.Types[""]
	v.Types = typesOf(s.Types)
	v.UnmappedRows, v.Unmapped = s.Actors.Rows, leftOver(&s.Actors, leftoversShown)
	v.UntypedRows, v.Untyped = s.Untyped.Rows, leftOver(&s.Untyped, leftoversShown)
	v.UnknownRows, v.Unknown = s.Unknown.Rows, leftOver(&s.Unknown, leftoversShown)
}

func typesOf(counts map[ledger.EventType]int) []NamedCount {
	out := make([]NamedCount, 0, len(counts))
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, NamedCount{string(kind), int64(counts[kind])})
	}
	slices.SortStableFunc(out, func(a, b NamedCount) int { return cmp.Compare(b.N, a.N) })
	return out
}

func leftOver(l *reports.Leftovers, most int) []LeftOver {
	out := []LeftOver{}
	for _, one := range l.Most(most) {
		out = append(out, LeftOver{one.Name, one.Rows, one.Line})
	}
	return out
}

// fileNote is what the store will keep of the file, and what its silence means. What an earlier import noted of when, by whom and, for a
// quarter of an hour of GDELT, under which name stays, so that a copy under another name does not uncover its day.
func (m *reportsImport) fileNote(old store.ReportFile) (store.ReportFile, error) {
	s := m.seen
	n := store.ReportFile{Set: m.format.set, Hash: m.hash, Name: m.file.Name, Form: s.Form, At: m.app.now().UTC(), Who: m.app.who, Rows: s.Rows, Reports: s.Reports, First: s.First, Last: s.Last,
		Register: m.options.Silence.Register, Mapping: m.format.mapping}
	if m.view.Again {
		n.At, n.Who = old.At, old.Who
		if quarterNamed(old.Name) && !quarterNamed(n.Name) {
			n.Name = old.Name
		}
	}
	m.format.silence(&n, s, m.places, m.options.Silence)
	most := leftoversKept
	if n.Set == "gdelt" {
		most = leftoversOfPart
	}
	var err error
	n.Summary, err = json.Marshal(fileSummary{Named: s.Named, Mapped: s.Mapped, Typed: s.Reports - s.Types[""], Undated: s.Undated, Loose: s.Loose, Recoded: s.Recoded,
		Unmapped: leftOver(&s.Actors, most), Untyped: leftOver(&s.Untyped, most), Unknown: leftOver(&s.Unknown, most)})
	c := coverageOf(store.ReportSet{Set: n.Set, Files: []store.ReportFile{n}})
	m.view.Denominator, m.view.DenominatorWhy, m.view.Covered = c.Denominator, c.Why, c.covered()
	if n.Set == "gdelt" {
		m.view.Denominator, m.view.DenominatorWhy = n.Denominator, quarterWhy(n)
	}
	return n, err
}
