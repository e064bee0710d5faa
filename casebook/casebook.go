package casebook

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"

	"orrery/ledger"
)

// Casebook is a folder's tables as typed rows, in the order of the files.
type Casebook struct {
	Manifest    Manifest
	Sources     []Source
	Actors      []Actor
	People      []Person
	Memberships []Membership
	Events      []Event
	Episodes    []Episode
	Resolutions []Resolution
	Votes       []Vote
	Litmus      []Litmus
	Stances     []Stance
	Ties        []Tie
	Forecasts   []Forecast
	Rules       []*ledger.Rule // by identifier

	// description is datapackage.json as read, so that keys which Orrery does not
	// know survive an export. Nil: it is generated.
	description []byte
}

// Count returns the number of rows of a table, 0 for a table that does not exist.
func (c *Casebook) Count(table string) int {
	for _, t := range Tables() {
		if t.Name == table {
			return c.rowsOf(table).Elem().Len()
		}
	}
	return 0
}

// Read reads a casebook. When the folder has faults they are returned, all of them,
// and the casebook is nil, so that nobody loads half of one. The error is of the
// file system, not of the tables.
func Read(fsys fs.FS) (*Casebook, []Fault, error) {
	x, err := examine(fsys)
	if err != nil || len(x.faults) > 0 {
		return nil, x.sorted(), err
	}
	c := &Casebook{Manifest: x.manifest, description: x.description, Rules: x.rules}
	for _, t := range Tables() {
		c.fill(t, x.sheets[t.Name])
	}
	return c, nil, nil
}

// Check returns every fault of a casebook, sorted by file, line and column. None
// means that Read succeeds and that Write gives back the same bytes. The error is of
// the file system, not of the tables.
func Check(fsys fs.FS) ([]Fault, error) {
	x, err := examine(fsys)
	return x.sorted(), err
}

// WriteTable writes one table: header, then rows, quotes only where needed, LF.
func (c *Casebook) WriteTable(w io.Writer, name string) error {
	t := table(name)
	if t.Name == "" {
		return fmt.Errorf("a casebook has no table %q", name)
	}
	out := csv.NewWriter(w)
	if err := out.Write(t.Header()); err != nil {
		return err
	}
	if err := c.cellsOf(t, out.Write); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// Write hands every file of the casebook to put, by its name inside the folder:
// the twelve tables, the rules and datapackage.json. For a casebook that Read returned the bytes
// are those that were read.
func (c *Casebook) Write(put func(name string, data []byte) error) error {
	for _, t := range Tables() {
		var b bytes.Buffer
		if err := c.WriteTable(&b, t.Name); err != nil {
			return fmt.Errorf("write %s: %w", t.File(), err)
		}
		if err := put(t.File(), b.Bytes()); err != nil {
			return fmt.Errorf("write %s: %w", t.File(), err)
		}
	}
	for _, r := range c.Rules {
		if err := put(ruleFile(r.Slug), WriteRule(r)); err != nil {
			return fmt.Errorf("write %s: %w", ruleFile(r.Slug), err)
		}
	}
	data := c.description
	if data == nil {
		var err error
		if data, err = DataPackage(c.Manifest); err != nil {
			return fmt.Errorf("write %s: %w", PackageFile, err)
		}
	}
	if err := put(PackageFile, data); err != nil {
		return fmt.Errorf("write %s: %w", PackageFile, err)
	}
	return nil
}
