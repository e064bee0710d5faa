package casebook

import (
	"slices"
	"testing"
)

// Every row type has Line first and then exactly its table's columns in order.
func TestRowTypesMatchTheirTables(t *testing.T) {
	for _, table := range Tables() {
		rows := new(Casebook).rowsOf(table.Name).Elem().Type().Elem()
		if rows.Field(0).Name != "Line" || rows.NumField() != len(table.Fields)+1 {
			t.Fatalf("%s: %d fields for %d columns", rows, rows.NumField(), len(table.Fields))
		}
		for i, f := range table.Fields {
			field := rows.Field(i + 1)
			if field.Tag.Get("col") != f.Name {
				t.Errorf("%s.%s is column %q, want %q", rows, field.Name, field.Tag.Get("col"), f.Name)
			}
			if (field.Type == listType) != f.List {
				t.Errorf("%s.%s: a list in one and not in the other", rows, field.Name)
			}
		}
	}
}

// A table refers to tables before it and to columns that are keys there; a list
// that is a key would need a key for each of its values.
func TestReferencesPointUpwards(t *testing.T) {
	seen := map[string]Table{}
	for _, table := range Tables() {
		for _, f := range table.Fields {
			if f.Ref == (Ref{}) {
				continue
			}
			to, ok := seen[f.Ref.Table]
			if !ok {
				t.Errorf("%s.%s refers to %s, which does not stand before it", table.Name, f.Name, f.Ref.Table)
				continue
			}
			if len(to.Key) != 1 || to.Key[0] != f.Ref.Field {
				t.Errorf("%s.%s refers to %s.%s, which is not its key", table.Name, f.Name, f.Ref.Table, f.Ref.Field)
			}
		}
		for _, name := range append(append([]string{}, table.Key...), table.Order...) {
			if table.index(name) < 0 {
				t.Errorf("%s has no column %q to be a key or sorted by", table.Name, name)
			}
		}
		// Only a total order lets an export give back the rows in place.
		for _, name := range table.Key {
			if table.Order != nil && !slices.Contains(table.Order, name) {
				t.Errorf("%s is not sorted by %s, which is in its key", table.Name, name)
			}
		}
		seen[table.Name] = table
	}
}
