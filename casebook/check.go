package casebook

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"orrery/ledger"
)

// examination is one walk over a folder. Checks run from the form of the bytes to
// the sense of the facts; a later check skips what an earlier one could not read,
// so that one slip is reported once.
type examination struct {
	manifest    Manifest
	description []byte
	sheets      map[string]*sheet
	broken      map[string]bool         // tables whose columns could not be read
	keys        map[Ref]map[string]bool // values of referred columns
	rules       []*ledger.Rule
	faults      []Fault
}

func examine(fsys fs.FS) (*examination, error) {
	x := &examination{sheets: map[string]*sheet{}, broken: map[string]bool{}, keys: map[Ref]map[string]bool{}}
	if err := x.read(fsys); err != nil {
		return x, err
	}
	for _, t := range Tables() {
		if !x.broken[t.Name] {
			x.collect(t)
		}
	}
	for _, t := range Tables() {
		if !x.broken[t.Name] {
			x.values(t)
			x.uniqueness(t)
			x.order(t)
		}
	}
	x.sense()
	if err := x.readRules(fsys); err != nil {
		return x, err
	}
	x.senseOfRules()
	return x, nil
}

// sorted returns the faults by place.
func (x *examination) sorted() []Fault {
	slices.SortStableFunc(x.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return x.faults
}

func (x *examination) add(f Fault) { x.faults = append(x.faults, f) }

// read loads the description and every table, and reports what is missing.
func (x *examination) read(fsys fs.FS) error {
	b, err := fs.ReadFile(fsys, PackageFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		x.add(Fault{File: PackageFile, Line: 1, Column: 1, Problem: "the file is missing", Do: "describe the casebook as docs/formats/casebook.md shows"})
	case err != nil:
		return fmt.Errorf("read %s: %w", PackageFile, err)
	default:
		m, faults := parseManifest(b)
		x.manifest, x.description, x.faults = m, b, append(x.faults, faults...)
	}
	for _, t := range Tables() {
		b, err := fs.ReadFile(fsys, t.File())
		if errors.Is(err, fs.ErrNotExist) {
			x.add(Fault{File: t.File(), Line: 1, Column: 1, Problem: "the file is missing", Do: "add it; a table without facts has its header row only: " + strings.Join(t.Header(), ",")})
			x.broken[t.Name] = true
			continue
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", t.File(), err)
		}
		s, faults := parseSheet(t.File(), b)
		x.sheets[t.Name], x.faults = s, append(x.faults, faults...)
		x.broken[t.Name] = !x.header(t, s)
	}
	return nil
}

// header compares the first row with the table's columns and tells a missing column
// from an unknown and a misplaced one.
func (x *examination) header(t Table, s *sheet) bool {
	want := t.Header()
	if len(s.rows) == 0 {
		x.add(s.fault(0, "", "the header row is missing", "begin the file with "+strings.Join(want, ",")))
		return false
	}
	head := s.rows[0]
	got := make([]string, len(head.cells))
	for i, c := range head.cells {
		got[i] = c.text
	}
	if equal(got, want) {
		return true
	}
	before := len(x.faults)
	for i, name := range got {
		switch {
		case !slices.Contains(want, name):
			do := "take it away"
			if near := nearest(name, missing(want, got)); near != "" {
				do = fmt.Sprintf("write %q", near)
			}
			x.add(s.fault(head.cells[i].start, name, fmt.Sprintf("the header has an unknown column %q", name), do))
		case slices.Index(got, name) < i:
			x.add(s.fault(head.cells[i].start, name, fmt.Sprintf("the header has the column %q twice", name), "take one away"))
		}
	}
	for _, name := range missing(want, got) {
		x.add(s.fault(head.end, name, fmt.Sprintf("the header lacks the column %q", name), "the columns are "+strings.Join(want, ",")))
	}
	if len(x.faults) == before {
		x.add(s.fault(head.start, "", "the columns are not in order", "order them as "+strings.Join(want, ",")))
	}
	return false
}

func missing(want, got []string) []string {
	var out []string
	for _, name := range want {
		if !slices.Contains(got, name) {
			out = append(out, name)
		}
	}
	return out
}

// collect remembers the values of the columns that other tables may refer to, also
// those of rows with too few or too many cells, lest one slip make many faults.
func (x *examination) collect(t Table) {
	for i, f := range t.Fields {
		if !slices.Contains(t.Key, f.Name) {
			continue
		}
		set := map[string]bool{}
		for _, r := range x.sheets[t.Name].rows[1:] {
			if i < len(r.cells) {
				set[r.cells[i].text] = true
			}
		}
		x.keys[Ref{t.Name, f.Name}] = set
	}
}

// data returns the rows of a table that have as many cells as it has columns; the
// others are reported by values and looked at no further.
func (x *examination) data(name string) []row {
	s := x.sheets[name]
	if s == nil || x.broken[name] {
		return nil
	}
	width := len(s.rows[0].cells)
	out := make([]row, 0, len(s.rows)-1)
	for _, r := range s.rows[1:] {
		if len(r.cells) == width {
			out = append(out, r)
		}
	}
	return out
}
