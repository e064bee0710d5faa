package casebook

import "reflect"

// The row types carry the names of their columns as tags. The plan below pairs tags
// with the table's columns once per table; a test proves that every row type has
// exactly its table's columns in order.

// rowsOf returns a pointer to the slice that holds the rows of a table.
func (c *Casebook) rowsOf(table string) reflect.Value {
	switch table {
	case "sources":
		return reflect.ValueOf(&c.Sources)
	case "actors":
		return reflect.ValueOf(&c.Actors)
	case "people":
		return reflect.ValueOf(&c.People)
	case "memberships":
		return reflect.ValueOf(&c.Memberships)
	case "events":
		return reflect.ValueOf(&c.Events)
	case "episodes":
		return reflect.ValueOf(&c.Episodes)
	case "resolutions":
		return reflect.ValueOf(&c.Resolutions)
	case "votes":
		return reflect.ValueOf(&c.Votes)
	case "litmus":
		return reflect.ValueOf(&c.Litmus)
	case "stances":
		return reflect.ValueOf(&c.Stances)
	case "ties":
		return reflect.ValueOf(&c.Ties)
	}
	return reflect.ValueOf(&c.Forecasts)
}

var listType = reflect.TypeFor[List]()

// fill appends the data rows of a sheet that Check found without fault.
func (c *Casebook) fill(t Table, s *sheet) {
	slice := c.rowsOf(t.Name).Elem()
	out := reflect.MakeSlice(slice.Type(), 0, len(s.rows)-1)
	for _, r := range s.rows[1:] {
		v := reflect.New(slice.Type().Elem()).Elem()
		v.Field(0).SetInt(int64(s.line(r)))
		for i, cell := range r.cells {
			if f := v.Field(i + 1); f.Type() == listType {
				f.Set(reflect.ValueOf(SplitList(cell.text)))
			} else {
				f.SetString(cell.text)
			}
		}
		out = reflect.Append(out, v)
	}
	slice.Set(out)
}

// cellsOf calls each with the cells of every row of a table, in order. The slice is
// reused between calls.
func (c *Casebook) cellsOf(t Table, each func(cells []string) error) error {
	slice := c.rowsOf(t.Name).Elem()
	cells := make([]string, len(t.Fields))
	for i := range slice.Len() {
		v := slice.Index(i)
		for j := range cells {
			if f := v.Field(j + 1); f.Type() == listType {
				cells[j] = f.Interface().(List).String()
			} else {
				cells[j] = f.String()
			}
		}
		if err := each(cells); err != nil {
			return err
		}
	}
	return nil
}
