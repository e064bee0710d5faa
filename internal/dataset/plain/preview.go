package plain

import (
	"errors"
	"io"
	"slices"

	"orrery/internal/dataset/reports"
)

// Shown is what a reading would do, shown on the first rows.
type Shown struct {
	Header  []string         // columns, in lower case with _ for spaces
	Columns map[Field]string // the column that each field would be read from; fields without one are missing
	Unread  []string         // columns that would not be read
	Rows    []ShownRow
	Summary *reports.Summary // of the rows shown that can be read
}

// ShownRow is one row, and what would be read from it or why nothing can be.
type ShownRow struct {
	Cells   []string
	Report  reports.Report // the zero Report when there is a problem
	Problem string         // file:line:column: what is wrong; "" when the row can be read
}

// maxPreview is how many rows a preview shows at most.
const maxPreview = 200

// Preview reads the header and the first rows, at most 200, and hands nothing out. A row that cannot be read is shown with its problem;
// a header or a mapping that cannot be used, and rows that are not a table's, are errors.
func Preview(name string, in io.Reader, m Mapping, rows int) (*Shown, error) {
	s, err := open(name, in, m)
	if err != nil {
		return nil, err
	}
	p := &Shown{Header: slices.Clone(s.table.Header()), Columns: map[Field]string{}, Summary: s.summary}
	read := map[int]bool{}
	for field, at := range s.at {
		p.Columns[field] = p.Header[at]
		read[at] = true
	}
	for at, column := range p.Header {
		if !read[at] {
			p.Unread = append(p.Unread, column)
		}
	}
	for len(p.Rows) < min(rows, maxPreview) {
		row, err := s.table.Next()
		if errors.Is(err, io.EOF) {
			return p, nil
		} else if err != nil {
			return nil, err
		}
		shown := ShownRow{Cells: slices.Clone(row)}
		if r, err := s.report(row); err != nil {
			shown.Problem = err.Error()
		} else {
			shown.Report = r
			s.summary.Add(&r)
		}
		p.Rows = append(p.Rows, shown)
	}
	return p, nil
}
