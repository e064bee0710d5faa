package report

import (
	"encoding/csv"
	"io"
	"regexp"
)

// CSV writes the table as RFC 4180: a header row, CRLF after each row, quotes where
// they are needed. Cells are as the ledger holds them with one exception, see guard.
func (t Table) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = c.Name
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, row := range t.Rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = guard(cell)
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// number is what a spreadsheet takes for a number rather than for a formula.
var number = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)

// guard puts an apostrophe before a cell that a spreadsheet would run as a formula.
// Titles and quotes come from outside, and CSV files are opened by double click; a
// program that needs the exact bytes asks for JSON.
func guard(cell string) string {
	if cell == "" || number.MatchString(cell) {
		return cell
	}
	switch cell[0] {
	case '=', '+', '-', '@', '\t', '\r':
		return "'" + cell
	}
	return cell
}
