package polecat

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"strings"

	"orrery/internal/dataset"
	"orrery/internal/dataset/country"
	"orrery/internal/dataset/reports"
)

//go:embed source.yml
var sourceYAML string

// Source is the descriptor of the data set.
func Source() (dataset.Source, error) {
	return dataset.ParseSource("internal/dataset/polecat/source.yml", sourceYAML)
}

const (
	maxRow    = 1 << 20 // bytes; some files carry the text
	maxMemory = 100_000 // countries whose codes are remembered
)

// Read hands out every report of a file in its order. The file may be packed. A party that the file gives several countries has no
// state here; a row without a day is counted and left out. Errors carry file, line and column; one that each returns ends the
// reading and is returned as it is.
func Read(name string, in io.Reader, each func(reports.Report) error) (*reports.Summary, error) {
	states, err := country.Known()
	if err != nil {
		return nil, fmt.Errorf("reading the table of countries: %w", err)
	}
	plain, err := reports.Unpack(name, in, reports.MaxUnpacked)
	if err != nil {
		return nil, err
	}
	s := &scan{tabs: reports.OpenTabbed(name, plain, maxRow), states: states, known: map[[2]string]string{}, summary: reports.NewSummary("polecat", name, "events")}
	if _, err := s.tabs.Header(); err != nil {
		return nil, err
	}
	if s.places, err = place(s.tabs); err != nil {
		return nil, err
	}
	for {
		row, err := s.tabs.Next()
		if errors.Is(err, io.EOF) {
			s.summary.Recoded = s.tabs.Recoded
			return s.summary, nil
		} else if err != nil {
			return nil, err
		}
		if s.summary.Rows == 0 {
			if err := s.fit(row); err != nil {
				return nil, err
			}
		}
		if err := s.row(row, each); err != nil {
			return nil, err
		}
	}
}

// scan is the state of one reading.
type scan struct {
	tabs    *reports.Tabbed
	places  places
	states  *country.Table
	known   map[[2]string]string // country and number of a party to its state
	summary *reports.Summary
}

func (s *scan) row(row []string, each func(reports.Report) error) error {
	p := s.places
	cell := func(at int) string {
		if at < 0 || at >= len(row) {
			return ""
		}
		return reports.Bare(row[at])
	}
	if len(row) <= max(p.id, p.date, p.kind, p.actor.name, p.recipient.name) || strings.TrimSpace(strings.Join(row[min(p.cells, len(row)):], "")) != "" {
		return s.tabs.Fault(-1, "the row has %d cells and the header %d; look for a tab or a line break inside a cell", len(row), p.cells)
	}
	date := cell(p.date)
	if date == "" {
		s.summary.LeaveOut()
		return nil
	}
	r := reports.Report{Set: "polecat", ID: cell(p.id), Publisher: cell(p.publisher), Text: cell(p.text), Line: s.tabs.Line()}
	var ok bool
	if r.Day, ok = reports.ParseDay(date); !ok {
		return s.tabs.Fault(p.date, "%q is no day; it must be like 2019-08-01", row[p.date])
	}
	if r.ID == "" {
		return s.tabs.Fault(p.id, "the row has no Event ID")
	}
	if r.Intensity, r.Rated, ok = reports.Rating(cell(p.intensity)); !ok {
		return s.tabs.Fault(p.intensity, "%q is not a number that can stand here", row[p.intensity])
	}
	party := func(at sides) reports.Party {
		q := reports.Party{Name: cell(at.name), Sectors: cell(at.sectors), Code: cell(at.land), State: s.state(cell(at.land), cell(at.cow))}
		if q.Name == "" {
			q.Name = cell(at.raw)
		}
		if q.Sectors == "" {
			q.Sectors = cell(at.sector)
		}
		return q
	}
	r.Source, r.Target = party(p.actor), party(p.recipient)
	r.Place = reports.Place{Name: cell(p.place), State: s.state(cell(p.land), "")}
	if r.Place.Name == "" {
		r.Place.Name = cell(p.city)
	}
	event(&r, cell(p.kind), cell(p.mode), cell(p.contexts), s.summary)
	if r.Mutual && !r.Target.Named() {
		s.part(&r)
	}
	s.summary.Add(&r)
	if day, ok := reports.ParseDay(cell(p.published)); ok {
		s.summary.Publish(day)
	}
	return each(r)
}

// state is the one state that a file means by a country's code or name, else by its number of the Correlates of War.
func (s *scan) state(land, cow string) string {
	key := [2]string{land, cow}
	if state, ok := s.known[key]; ok {
		return state
	}
	state := s.one(land, func(text string) string {
		if code := s.states.Code(text); code != "" {
			return code
		}
		return s.states.ByName(text)
	})
	if state == "" && land == "" {
		state = s.one(cow, func(text string) string { return s.states.ByCOW(strings.TrimSuffix(text, ".0")) })
	}
	if len(s.known) < maxMemory {
		s.known[[2]string{strings.Clone(land), strings.Clone(cow)}] = state
	}
	return state
}

// one is what all parts of a list mean; "" when they differ or one of them means nothing.
func (s *scan) one(list string, find func(string) string) string {
	state := ""
	for part := range strings.SplitSeq(list, ";") {
		found := find(strings.TrimSpace(part))
		if found == "" || state != "" && state != found {
			return ""
		}
		state = found
	}
	return state
}
