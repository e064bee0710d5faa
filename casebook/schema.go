package casebook

// Type is what a cell may hold. Every type is text in the file and is kept as
// written, so that a table survives reading and writing unchanged.
type Type string

// The types of a cell.
const (
	Text     Type = "text"     // free text in our own words
	Slug     Type = "slug"     // an identifier that other rows may refer to: no spaces, no semicolon
	Code     Type = "code"     // an actor's upper-case code
	Date     Type = "date"     // EDTF level 1: 2025-12-31, 2025-12, 2025, 2021-10~, 2025-12-29T18:00Z
	Day      Type = "day"      // a date without a time of day, qualifier or interval; may be cut
	Integer  Type = "integer"  // a whole number
	Number   Type = "number"   // a decimal number
	URL      Type = "url"      // an absolute http or https address
	Language Type = "language" // ISO 639-1, lower case
	Window   Type = "window"   // ISO 8601 duration in whole days, hours or minutes: P2D, PT24H, P0D
)

// Field is one column of a table.
type Field struct {
	Name     string
	Type     Type
	Required bool     // the cell may not be empty
	List     bool     // several values separated by ";"
	Enum     []string // closed list of values; nil: open
	Ref      Ref      // the key that each value must name
	Min, Max *float64 // domain of numbers; nil: open
	About    string   // what the column means, for datapackage.json and the docs
}

// Ref names a column of another table. The zero Ref refers to nothing.
type Ref struct{ Table, Field string }

// Table is one file of a casebook.
type Table struct {
	Name   string // "events"; the file is events.csv
	Title  string
	About  string
	Fields []Field
	Key    []string // columns that together tell rows apart
	Order  []string // columns by which rows are sorted as text, the key among them; nil: see episodes
}

// File is the name of the table's file inside the folder.
func (t Table) File() string { return t.Name + ".csv" }

// Header returns the names of the columns in order.
func (t Table) Header() []string {
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = f.Name
	}
	return names
}

// index returns the place of a column, or -1.
func (t Table) index(name string) int {
	for i, f := range t.Fields {
		if f.Name == name {
			return i
		}
	}
	return -1
}

// Tables returns the twelve tables of a casebook in the order in which they refer
// to each other: a table only refers to itself and to tables before it.
func Tables() []Table {
	return []Table{
		sourcesTable(), actorsTable(), peopleTable(), membershipsTable(),
		eventsTable(), episodesTable(),
		resolutionsTable(), votesTable(), litmusTable(), stancesTable(),
		tiesTable(), forecastsTable(),
	}
}

// table returns the table of that name.
func table(name string) Table {
	for _, t := range Tables() {
		if t.Name == name {
			return t
		}
	}
	return Table{}
}

// The shorthands below keep the tables readable as tables.

func need(name string, typ Type, about string) Field {
	return Field{Name: name, Type: typ, Required: true, About: about}
}

func may(name string, typ Type, about string) Field {
	return Field{Name: name, Type: typ, About: about}
}

func (f Field) list() Field                 { f.List = true; return f }
func (f Field) enum(values ...string) Field { f.Enum = values; return f }
func (f Field) ref(table, field string) Field {
	f.Ref = Ref{table, field}
	return f
}
func (f Field) min(n float64) Field { f.Min = &n; return f }
func (f Field) max(n float64) Field { f.Max = &n; return f }

// oneOf is the closed list of a ledger type, so that table and ledger cannot drift apart.
func oneOf[T ~string](f Field, values []T) Field {
	for _, v := range values {
		f.Enum = append(f.Enum, string(v))
	}
	return f
}

func actorRef(f Field) Field { return f.ref("actors", "actor") }

func sourceIDs() Field {
	return need("source_ids", Slug, "Sources of the row, keys of sources.csv.").list().ref("sources", "source_id")
}
