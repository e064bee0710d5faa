package plain

import (
	"strings"

	"orrery/internal/dataset"
)

// columns is where a table keeps what; fields that it does not have are missing.
type columns map[Field]int

// place finds the columns: those that the mapping names, and for all other fields the first of the usual names.
func (m Mapping) place(t *dataset.Table) (columns, error) {
	at := columns{}
	for _, f := range fields {
		asked, given := m.Columns[f.field]
		switch {
		case asked == "-":
		case given:
			i := t.Find(fold(asked))
			if i < 0 {
				return nil, t.HeaderFault("no column is called %q, which was named for %s", asked, f.field)
			}
			at[f.field] = i
		default:
			if i := t.Find(f.names...); i >= 0 && !m.named(t, i) {
				at[f.field] = i
			}
		}
	}
	_, source := at[Source]
	_, target := at[Target]
	if _, day := at[Day]; !day {
		return nil, t.HeaderFault("no column holds the day; name it in the mapping (day: NAME)")
	}
	if !source && !target {
		return nil, t.HeaderFault("no column says who acted or towards whom; name one in the mapping (source: NAME)")
	}
	if _, kind := at[Type]; m.Vocabulary == PLOVER && !kind {
		return nil, t.HeaderFault("no column holds PLOVER types; name it in the mapping (type: NAME)")
	}
	if _, code := at[Code]; m.Vocabulary == CAMEO && !code {
		if _, label := at[Label]; !label {
			return nil, t.HeaderFault("no column holds CAMEO codes or names; name it in the mapping (code: NAME)")
		}
	}
	return at, nil
}

// named says whether the mapping gives the column to some field already, so that no other finds it by its name.
func (m Mapping) named(t *dataset.Table, at int) bool {
	for _, asked := range m.Columns {
		if t.Find(fold(asked)) == at {
			return true
		}
	}
	return false
}

// fold is a column's name as a header has it.
func fold(name string) string {
	return strings.NewReplacer("-", "_", " ", "_", ".", "_").Replace(strings.ToLower(strings.TrimSpace(name)))
}
