package app

import (
	"context"
	"maps"
	"slices"

	"orrery/internal/dataset/plain"
)

// TablePreview is how a table of one's own would be read, shown on its first rows. Nothing is written.
type TablePreview struct {
	File    string         `json:"file"`
	Set     string         `json:"set" doc:"What the set of reports would be called"`
	Columns []ColumnChoice `json:"columns" doc:"The column that each field would be read from"`
	Unread  []string       `json:"unread" doc:"Columns that would not be read"`
	Rows    []PreviewRow   `json:"rows"`
	Faulty  int            `json:"faulty" doc:"Rows shown that cannot be read"`
}

// ColumnChoice is a field of a report and where it would be read.
type ColumnChoice struct {
	Field  string `json:"field"`
	Column string `json:"column"`
}

// PreviewRow is one row and what would be read from it, or why nothing can be.
type PreviewRow struct {
	Line        int    `json:"line"`
	Day         string `json:"day"`
	Source      string `json:"source"`
	SourceState string `json:"source_state"`
	Target      string `json:"target"`
	TargetState string `json:"target_state"`
	Type        string `json:"type"`
	Mode        string `json:"mode"`
	Code        string `json:"code"`
	Problem     string `json:"problem" doc:"file:line:column: what is wrong; empty: the row can be read"`
}

// PreviewTable shows how the first rows (at most 200) of a table would be read by a mapping. Errors: Invalid when the header or the mapping
// cannot be used.
func PreviewTable(ctx context.Context, f ImportFile, m TableMapping, rows int) (TablePreview, error) {
	v := TablePreview{File: f.Name, Set: m.Set, Columns: []ColumnChoice{}, Unread: []string{}, Rows: []PreviewRow{}}
	if v.Set == "" {
		v.Set = plain.DefaultSet
	}
	p, err := f.packed(ctx, nil)
	if err != nil {
		return v, err
	}
	defer p.close()
	name, in, err := p.next()
	if err != nil {
		return v, err
	}
	shown, err := plain.Preview(name, in, m, rows)
	if err != nil {
		return v, &Error{Code: Invalid, Field: "file", Text: err.Error(), Do: "nothing was written", Err: err}
	}
	for _, field := range slices.Sorted(maps.Keys(shown.Columns)) {
		v.Columns = append(v.Columns, ColumnChoice{string(field), shown.Columns[field]})
	}
	v.Unread = append(v.Unread, shown.Unread...)
	for _, row := range shown.Rows {
		if row.Problem != "" {
			v.Faulty++
			v.Rows = append(v.Rows, PreviewRow{Problem: row.Problem})
			continue
		}
		r := row.Report
		v.Rows = append(v.Rows, PreviewRow{Line: r.Line, Day: r.Day.String(), Source: r.Source.Label(), SourceState: r.Source.State, Target: r.Target.Label(), TargetState: r.Target.State,
			Type: string(r.Type), Mode: r.Mode, Code: r.Code})
	}
	return v, nil
}
