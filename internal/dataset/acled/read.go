package acled

import (
	_ "embed"
	"errors"
	"fmt"
	"io"

	"orrery/internal/dataset"
	"orrery/internal/dataset/country"
	"orrery/internal/dataset/reports"
)

//go:embed source.yml
var sourceYAML string

// Source is the descriptor of the data set.
func Source() (dataset.Source, error) {
	return dataset.ParseSource("internal/dataset/acled/source.yml", sourceYAML)
}

const (
	maxRow    = 1 << 18 // bytes; notes have some thousand
	maxMemory = 200_000 // actors whose states are remembered
)

// Read hands out every report of a file in its order. The file may be packed. A day that ACLED knows only to the week or the month
// has Within 7 or 31. Errors carry file, line and column; one that each returns ends the reading and is returned as it is.
func Read(name string, in io.Reader, each func(reports.Report) error) (*reports.Summary, error) {
	all, err := meanings()
	if err != nil {
		return nil, fmt.Errorf("reading the table of event types: %w", err)
	}
	states, err := country.Known()
	if err != nil {
		return nil, fmt.Errorf("reading the table of countries: %w", err)
	}
	plain, err := reports.Unpack(name, in, reports.MaxUnpacked)
	if err != nil {
		return nil, err
	}
	s := &scan{meanings: all, states: states, known: map[string]string{}, summary: reports.NewSummary("acled", name, "events")}
	if s.table, err = dataset.OpenTable(name, plain, maxRow); err != nil {
		return nil, err
	}
	if s.places, err = place(s.table); err != nil {
		return nil, err
	}
	for {
		row, err := s.table.Next()
		if errors.Is(err, io.EOF) {
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
	table    *dataset.Table
	places   places
	meanings map[[2]string]meaning
	states   *country.Table
	known    map[string]string // actor to state
	summary  *reports.Summary
}
