package icews

import (
	"bufio"
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
	return dataset.ParseSource("internal/dataset/icews/source.yml", sourceYAML)
}

// The layouts that are told apart, as a summary names them.
const (
	Official  = "events"    // the publisher's, separated by tabs
	Relations = "relations" // day, source, relation, target
)

const (
	maxRow    = 1 << 18 // bytes; the longest has some thousand
	maxMemory = 200_000 // names whose states are remembered
)

// Read hands out every report of a file in its order. The file may be packed; its header tells the layout.
//
// A report's state is the country that the file gives the party, else the one that the party's name states. Hosting a visit is
// turned round: the visitor acts. Event ID alone is not unique there, so a report's ID is the number, "@" and the day. Errors carry
// file, line and column; one that each returns ends the reading and is returned as it is.
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
	buffered := bufio.NewReaderSize(plain, 1<<16)
	s := &scan{codes: codes, states: states, known: map[string]string{}, events: map[string]*cameo.Event{}}
	if separatedByTabs(buffered) {
		s.summary = reports.NewSummary("icews", name, Official)
		s.tabs = reports.OpenTabbed(name, buffered, maxRow)
		return s.official(each)
	}
	s.summary = reports.NewSummary("icews", name, Relations)
	if s.table, err = dataset.OpenTable(name, buffered, maxRow); err != nil {
		return nil, err
	}
	return s.relations(each)
}

// separatedByTabs looks at the first line.
func separatedByTabs(in *bufio.Reader) bool {
	head, _ := in.Peek(4096)
	line, _, _ := strings.Cut(string(head), "\n")
	return strings.Count(line, "\t") > strings.Count(line, ",")
}

// scan is the state of one reading.
type scan struct {
	summary *reports.Summary
	codes   *cameo.Table
	states  *country.Table
	known   map[string]string       // country and name of a party to its state
	events  map[string]*cameo.Event // by the name of a relation
	tabs    *reports.Tabbed
	table   *dataset.Table
}

// state is the state of a party by the tables, remembered since few parties make most reports.
func (s *scan) state(land, name string) string {
	key := land + "\x00" + name
	if state, ok := s.known[key]; ok {
		return state
	}
	state := s.states.ByName(land)
	if state == "" {
		state = s.states.OfActor(name)
	}
	if len(s.known) < maxMemory {
		s.known[strings.Clone(key)] = state
	}
	return state
}

// event is the event of a relation's name, remembered since there are few.
func (s *scan) event(name string) *cameo.Event {
	e, ok := s.events[name]
	if !ok {
		e = s.codes.ByName(name)
		if len(s.events) < maxMemory {
			s.events[strings.Clone(name)] = e
		}
	}
	return e
}

// give hands out a report and counts it.
func (s *scan) give(r reports.Report, e *cameo.Event, each func(reports.Report) error) error {
	cameo.Apply(e, &r, s.summary)
	s.summary.Add(&r)
	return each(r)
}

// ended says whether an error is the end of the file.
func ended(err error) bool { return errors.Is(err, io.EOF) }
