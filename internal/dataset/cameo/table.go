package cameo

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"

	"orrery/internal/dataset/country"
	"orrery/ledger"
)

// eventsCSV lists code, PLOVER type, mode and contexts, how its parties are read, and the names that files use, the codebook's first.
//
//go:embed events.csv
var eventsCSV string

// countriesCSV lists the country codes of CAMEO that ISO does not have, with the alpha-3 code where they mean one state.
//
//go:embed countries.csv
var countriesCSV string

// Table finds events and countries. It is never written to after it is read, so readers may share it.
type Table struct {
	events         []*Event
	byCode, byName map[string]*Event
	countries      map[string]string // CAMEO's own codes; "" for regions
	iso            *country.Table
}

// Known is the table of this package, read once. It is part of the program: a fault in it is a fault of the build.
var Known = sync.OnceValues(func() (*Table, error) { return read(eventsCSV, countriesCSV) })

func read(events, countries string) (*Table, error) {
	iso, err := country.Known()
	if err != nil {
		return nil, err
	}
	t := &Table{byCode: map[string]*Event{}, byName: map[string]*Event{}, countries: map[string]string{}, iso: iso}
	rows, err := csv.NewReader(strings.NewReader(events)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("events.csv: %w", err)
	}
	for i, row := range rows[1:] {
		e := &Event{Code: row[0], Type: ledger.EventType(row[1]), Mode: row[2], Reading: Reading(row[4])}
		if row[3] != "" {
			e.Contexts = strings.Split(row[3], ";")
		}
		e.Name, _, _ = strings.Cut(row[5], ";")
		t.events = append(t.events, e)
		if t.byCode[e.Code] != nil {
			return nil, fmt.Errorf("events.csv:%d:1: %s stands twice", i+2, e.Code)
		}
		t.byCode[e.Code] = e
		for name := range strings.SplitSeq(row[5], ";") {
			if other := t.byName[fold(name)]; other != nil {
				return nil, fmt.Errorf("events.csv:%d:1: %q is both %s and %s", i+2, name, other.Code, e.Code)
			}
			t.byName[fold(name)] = e
		}
	}
	rows, err = csv.NewReader(strings.NewReader(countries)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("countries.csv: %w", err)
	}
	for _, row := range rows[1:] {
		t.countries[row[0]] = row[1]
	}
	return t, nil
}

// Events lists all codes in their order.
func (t *Table) Events() []*Event { return append([]*Event(nil), t.events...) }

// ByCode is the event of a code. A leading zero that a spreadsheet took away is put back: no code has two digits, and none of three
// digits starts with 2 to 9. Nil when the table has no such code.
func (t *Table) ByCode(code string) *Event {
	if e := t.byCode[code]; e != nil {
		return e
	}
	if len(code) == 2 || len(code) == 3 && code[0] >= '2' {
		return t.byCode["0"+code]
	}
	return nil
}

// ByName is the event of a name as codebooks and data sets write it. Case and punctuation do not matter, nor ", not specified below"
// behind it. Nil when the table has no such name.
func (t *Table) ByName(name string) *Event { return t.byName[fold(name)] }

// Country is the alpha-3 code of a CAMEO country code. It is "" with known for a region (EUR, the Caucasus), and "" without for a
// code that is nowhere in the tables.
func (t *Table) Country(code string) (alpha3 string, known bool) {
	code = strings.ToUpper(code)
	if alpha3, known = t.countries[code]; known {
		return alpha3, true
	}
	alpha3 = t.iso.Code(code)
	return alpha3, alpha3 != ""
}

// fold is a name for comparison: its letters and digits, with single spaces.
func fold(name string) string {
	name = strings.TrimSuffix(strings.ToLower(strings.TrimSpace(name)), ", not specified below")
	var b strings.Builder
	gap := false
	for _, r := range name {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
		}
		gap = r == ' ' || r == '-' || r == '/' || gap && !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	}
	return b.String()
}
