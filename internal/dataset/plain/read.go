package plain

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"orrery/internal/dataset"
	"orrery/internal/dataset/cameo"
	"orrery/internal/dataset/country"
	"orrery/internal/dataset/reports"
)

const (
	maxRow    = 1 << 20 // bytes
	maxMemory = 200_000 // parties whose states are remembered
)

// Read hands out every report of a table in its order. The file may be packed. A party's state is what its state column says (alpha-3
// code or name), else what its own name states. Errors carry file, line and column; one that each returns ends the reading and is
// returned as it is.
func Read(name string, in io.Reader, m Mapping, each func(reports.Report) error) (*reports.Summary, error) {
	s, err := open(name, in, m)
	if err != nil {
		return nil, err
	}
	for {
		row, err := s.table.Next()
		if errors.Is(err, io.EOF) {
			return s.summary, nil
		} else if err != nil {
			return nil, err
		}
		r, err := s.report(row)
		if err != nil {
			return nil, err
		}
		s.summary.Add(&r)
		if err := each(r); err != nil {
			return nil, err
		}
	}
}

// scan is the state of one reading.
type scan struct {
	mapping Mapping
	table   *dataset.Table
	at      columns
	codes   *cameo.Table
	states  *country.Table
	known   map[[2]string]string // state column and name of a party to its state
	summary *reports.Summary
}

func open(name string, in io.Reader, m Mapping) (*scan, error) {
	m, err := m.check()
	if err != nil {
		return nil, fmt.Errorf("%s: the mapping: %w", name, err)
	}
	s := &scan{mapping: m, known: map[[2]string]string{}, summary: reports.NewSummary(m.Set, name, "table")}
	if s.codes, err = cameo.Known(); err != nil {
		return nil, fmt.Errorf("reading the table of CAMEO codes: %w", err)
	}
	if s.states, err = country.Known(); err != nil {
		return nil, fmt.Errorf("reading the table of countries: %w", err)
	}
	unpacked, err := reports.Unpack(name, in, reports.MaxUnpacked)
	if err != nil {
		return nil, err
	}
	if s.table, err = dataset.OpenTable(name, unpacked, maxRow); err != nil {
		return nil, err
	}
	s.at, err = m.place(s.table)
	return s, err
}

// state is the state of a party by the tables.
func (s *scan) state(given, name string) string {
	key := [2]string{given, name}
	if state, ok := s.known[key]; ok {
		return state
	}
	state := s.states.Code(given)
	if state == "" {
		state = s.states.ByName(given)
	}
	if state == "" {
		state = s.states.OfActor(name)
	}
	if len(s.known) < maxMemory {
		s.known[[2]string{strings.Clone(given), strings.Clone(name)}] = state
	}
	return state
}
