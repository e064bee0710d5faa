package report

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"

	"github.com/parquet-go/parquet-go"

	"orrery/internal/coding/plover"
)

// PLOVER writes records one after the other; Close writes what is still kept back.
type PLOVER interface {
	Write(plover.Record) error
	Close() error
}

// NewPLOVER writes records as "jsonl", "csv" or "parquet".
func NewPLOVER(w io.Writer, format string) (PLOVER, error) {
	switch format {
	case "jsonl":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		return ploverLines{e}, nil
	case "csv":
		c := ploverRows{csv.NewWriter(w)}
		return c, c.header()
	case "parquet":
		return &ploverParquet{w: parquet.NewGenericWriter[plover.Flat](w, parquet.Compression(&parquet.Zstd))}, nil
	}
	return nil, fmt.Errorf("%q is not a format of records; use jsonl, csv or parquet", format)
}

type ploverLines struct{ to *json.Encoder }

func (p ploverLines) Write(r plover.Record) error { return p.to.Encode(r) }

// Close implements PLOVER: nothing is kept back.
func (p ploverLines) Close() error { return nil }

// ploverRows writes the fields of plover.Flat under the names of their csv tags.
type ploverRows struct{ to *csv.Writer }

func (p ploverRows) header() error {
	t := reflect.TypeFor[plover.Flat]()
	names := make([]string, t.NumField())
	for i := range names {
		names[i] = t.Field(i).Tag.Get("csv")
	}
	return p.to.Write(names)
}

func (p ploverRows) Write(r plover.Record) error {
	v := reflect.ValueOf(r.Flat())
	cells := make([]string, v.NumField())
	for i := range cells {
		cells[i] = guard(fmt.Sprint(v.Field(i).Interface()))
	}
	return p.to.Write(cells)
}

// Close implements PLOVER.
func (p ploverRows) Close() error {
	p.to.Flush()
	return p.to.Error()
}

// ploverParquet gathers rows into groups; a group is what a reader must hold at once.
type ploverParquet struct {
	w    *parquet.GenericWriter[plover.Flat]
	rows int
}

// rowGroup is small enough to be held by any reader and large enough for dictionaries to pay.
const rowGroup = 100_000

func (p *ploverParquet) Write(r plover.Record) error {
	if _, err := p.w.Write([]plover.Flat{r.Flat()}); err != nil {
		return err
	}
	if p.rows++; p.rows%rowGroup == 0 {
		return p.w.Flush()
	}
	return nil
}

// Close implements PLOVER: it writes the last rows and the file's footer.
func (p *ploverParquet) Close() error { return p.w.Close() }
