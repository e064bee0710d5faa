package casebook

// view reads one row of a sheet by column name, for the checks that look at more
// than one cell.
type view struct {
	t Table
	s *sheet
	r row
}

// views returns the whole rows of a table, none when its columns are not readable.
func (x *examination) views(name string) []view {
	t, rows := table(name), x.data(name)
	out := make([]view, len(rows))
	for i, r := range rows {
		out[i] = view{t, x.sheets[name], r}
	}
	return out
}

func (v view) cell(column string) cell  { return v.r.cells[v.t.index(column)] }
func (v view) get(column string) string { return v.cell(column).text }
func (v view) list(column string) List  { return SplitList(v.get(column)) }
func (v view) line() int                { return v.s.line(v.r) }

// fault places a fault at the start of a cell.
func (v view) fault(column, problem, do string) Fault {
	return v.s.fault(v.cell(column).start, column, problem, do)
}
