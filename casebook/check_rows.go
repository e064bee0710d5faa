package casebook

import (
	"fmt"
	"slices"
	"strings"
)

// values holds every cell of a table to its column.
func (x *examination) values(t Table) {
	s := x.sheets[t.Name]
	for _, r := range s.rows[1:] {
		if n := len(r.cells); n != len(t.Fields) {
			x.width(t, s, r, n)
			continue
		}
		for i, c := range r.cells {
			x.cell(s, t.Fields[i], c)
		}
	}
}

func (x *examination) width(t Table, s *sheet, r row, n int) {
	want := len(t.Fields)
	if n < want {
		x.add(s.fault(r.end, t.Fields[n].Name, fmt.Sprintf("the row has %d cells and not %d", n, want), "add what is missing; an unknown cell stays empty between its commas"))
		return
	}
	x.add(s.fault(r.cells[want].start, "", fmt.Sprintf("the row has %d cells and not %d", n, want), "put a cell with a comma in it in quotation marks"))
}

// cell checks one cell, value by value when the column is a list.
func (x *examination) cell(s *sheet, f Field, c cell) {
	if c.text == "" {
		if f.Required {
			x.add(s.fault(c.start, f.Name, f.Name+" is empty", "fill it in"))
		}
		return
	}
	if !f.List {
		x.value(s, f, c, 0, c.text)
		return
	}
	at, seen := 0, map[string]bool{}
	for _, v := range SplitList(c.text) {
		trimmed := strings.TrimSpace(v)
		switch {
		case trimmed == "":
			x.add(s.fault(s.inside(c, at), f.Name, f.Name+" has an empty place between semicolons", "take one semicolon away"))
		case trimmed != v:
			x.add(s.fault(s.inside(c, at), f.Name, fmt.Sprintf("%q has a space beside a semicolon", v), "separate values by ; alone"))
		case seen[v]:
			x.add(s.fault(s.inside(c, at), f.Name, fmt.Sprintf("%q is listed twice", v), "take one away"))
		default:
			x.value(s, f, c, at, v)
		}
		seen[v] = true
		at += len(v) + 1
	}
}

// value checks one value that stands at byte offset at of a cell.
func (x *examination) value(s *sheet, f Field, c cell, at int, v string) {
	if bad := checkValue(f, v); bad != nil {
		x.add(s.fault(s.inside(c, at+bad.at), f.Name, f.Name+": "+bad.problem, bad.do))
		return
	}
	if f.Ref == (Ref{}) || x.broken[f.Ref.Table] {
		return
	}
	known := x.keys[f.Ref]
	if known[v] {
		return
	}
	do := fmt.Sprintf("add it to %s.csv or correct it", f.Ref.Table)
	if near := nearest(v, sortedKeys(known)); near != "" {
		do += fmt.Sprintf("; %q is there", near)
	}
	x.add(s.fault(s.inside(c, at), f.Name, fmt.Sprintf("%s: %q is not in %s.csv", f.Name, v, f.Ref.Table), do))
}

func sortedKeys(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// uniqueness reports rows that have the key of an earlier row.
func (x *examination) uniqueness(t Table) {
	s, first := x.sheets[t.Name], map[string]int{}
	for _, r := range x.data(t.Name) {
		key := keyOf(t, t.Key, r)
		if line, ok := first[key]; ok {
			c := r.cells[t.index(t.Key[0])]
			x.add(s.fault(c.start, t.Key[0], fmt.Sprintf("%s is already on line %d", strings.ReplaceAll(key, "\x00", ", "), line), "take one away, or make "+strings.Join(t.Key, ", ")+" differ"))
			continue
		}
		first[key] = s.line(r)
	}
}

// keyOf joins cells of a row by a byte that no cell of a table holds.
func keyOf(t Table, columns []string, r row) string {
	parts := make([]string, len(columns))
	for i, name := range columns {
		parts[i] = r.cells[t.index(name)].text
	}
	return strings.Join(parts, "\x00")
}

// order reports each row that sorts before the row above it.
func (x *examination) order(t Table) {
	if t.Order == nil {
		return
	}
	s, last := x.sheets[t.Name], ""
	for i, r := range x.data(t.Name) {
		key := keyOf(t, t.Order, r)
		if i > 0 && key < last {
			x.add(s.fault(r.start, t.Order[0], "the row sorts before the row above it", "sort the table by "+strings.Join(t.Order, ", then ")+" (as text)"))
		}
		last = key
	}
}
