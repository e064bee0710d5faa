package gdelt

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"strings"

	"orrery/internal/dataset"
	"orrery/internal/dataset/cameo"
	"orrery/internal/dataset/country"
	"orrery/internal/dataset/reports"
)

//go:embed source.yml
var sourceYAML string

// Source is the descriptor of the data set.
func Source() (dataset.Source, error) {
	return dataset.ParseSource("internal/dataset/gdelt/source.yml", sourceYAML)
}

// Where the columns stand; the files have no header to find them by.
const (
	columns   = 61
	atID      = 0
	atDay     = 1
	atActor1  = 5 // ten columns each
	atActor2  = 15
	atCode    = 26
	atScale   = 30
	atMention = 31 // then sources and articles
	atPlace   = 52 // full name of the place of the action
	atURL     = 60
)

const maxRow = 1 << 18 // bytes; the longest has some thousand

// Read hands out every report of a file in its order. The file may be packed. Hosting a visit is turned round: the visitor acts.
// Errors carry file, line and column; one that each returns ends the reading and is returned as it is.
func Read(name string, in io.Reader, each func(reports.Report) error) (*reports.Summary, error) {
	codes, err := cameo.Known()
	if err != nil {
		return nil, fmt.Errorf("reading the table of CAMEO codes: %w", err)
	}
	states, err := country.Known()
	if err != nil {
		return nil, fmt.Errorf("reading the table of countries: %w", err)
	}
	plain, err := reports.Unpack(name, in, reports.MaxUnpacked)
	if err != nil {
		return nil, err
	}
	s := &scan{tabs: reports.OpenTabbed(name, plain, maxRow), codes: codes, states: states, summary: reports.NewSummary("gdelt", name, "export")}
	for {
		row, err := s.tabs.Next()
		if errors.Is(err, io.EOF) {
			s.summary.Recoded = s.tabs.Recoded
			return s.summary, nil
		} else if err != nil {
			return nil, err
		}
		if err := s.row(row, each); err != nil {
			return nil, err
		}
	}
}

// scan is the state of one reading.
type scan struct {
	tabs    *reports.Tabbed
	codes   *cameo.Table
	states  *country.Table
	summary *reports.Summary
}

func (s *scan) row(row []string, each func(reports.Report) error) error {
	if len(row) != columns {
		return s.tabs.Fault(-1, "the row has %d cells, an export of GDELT 2.0 has %d; files of GDELT 1.0, mentions and knowledge graphs are not read", len(row), columns)
	}
	r := reports.Report{Set: "gdelt", ID: row[atID], Code: row[atCode], URL: row[atURL], Line: s.tabs.Line()}
	var ok bool
	if r.Day, ok = reports.ParseDay(row[atDay]); !ok {
		return s.tabs.Fault(atDay, "%q is no day; it must be like 20150218", row[atDay])
	}
	if r.ID == "" {
		return s.tabs.Fault(atID, "the row has no number")
	}
	if r.Intensity, r.Rated, ok = reports.Rating(row[atScale]); !ok {
		return s.tabs.Fault(atScale, "%q is not a number that can stand here", row[atScale])
	}
	for i, to := range []*int{&r.Mentions, &r.Sources, &r.Articles} {
		if *to, ok = reports.Whole(row[atMention+i]); !ok {
			return s.tabs.Fault(atMention+i, "%q is not a count", row[atMention+i])
		}
	}
	r.Source, r.Target = s.party(row[atActor1:atActor2]), s.party(row[atActor2:atActor2+10])
	r.Place.Name = row[atPlace]
	r.Place.State = s.states.ByName(r.Place.Name[strings.LastIndexByte(r.Place.Name, ',')+1:])
	cameo.Apply(s.codes.ByCode(r.Code), &r, s.summary)
	s.summary.Add(&r)
	return each(r)
}

// party reads an actor's ten columns: code, name, country, group, ethnic group, two religions, three types.
func (s *scan) party(cells []string) reports.Party {
	p := reports.Party{Code: cells[0], Name: cells[1], Sectors: cells[7]}
	if cells[8] != "" {
		p.Sectors = strings.TrimRight(strings.Join(cells[7:10], ";"), ";")
	}
	p.State, _ = s.codes.Country(cells[2])
	return p
}
