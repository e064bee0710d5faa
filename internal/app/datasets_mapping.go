package app

import "orrery/internal/dataset/plain"

// TableMapping says how a table of one's own is read. The zero value finds all columns by the usual names.
type TableMapping = plain.Mapping

// ParseTableMapping reads a mapping file (docs/formats/events.md). Errors: Invalid, with file:line:column.
func ParseTableMapping(file, text string) (TableMapping, error) {
	m, err := plain.ParseMapping(file, text)
	if err != nil {
		return m, &Error{Code: Invalid, Field: "file", Text: err.Error(), Err: err}
	}
	return m, nil
}
