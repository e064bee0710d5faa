package casebook

import (
	"bytes"
	"encoding/json"
)

// The types below are the parts of Frictionless Data Package v1 and Table Schema v1
// that a casebook uses, in the order in which they are written.

type dataPackage struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Version     string     `json:"version"`
	Orrery      Orrery     `json:"orrery"`
	Resources   []resource `json:"resources"`
}

type resource struct {
	Profile     string      `json:"profile"`
	Name        string      `json:"name"`
	Path        string      `json:"path"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Encoding    string      `json:"encoding"`
	Dialect     dialect     `json:"dialect"`
	Schema      tableSchema `json:"schema"`
}

type dialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type tableSchema struct {
	Fields        []schemaField `json:"fields"`
	MissingValues []string      `json:"missingValues"`
	PrimaryKey    []string      `json:"primaryKey"`
	ForeignKeys   []foreignKey  `json:"foreignKeys,omitempty"`
}

type schemaField struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Format      string       `json:"format,omitempty"`
	Description string       `json:"description"`
	Constraints *constraints `json:"constraints,omitempty"`
	// Table Schema has no lists in CSV cells: the two keys below are ours, and a
	// reader that does not know them sees text.
	Separator  string     `json:"orrery:separator,omitempty"`
	References *reference `json:"orrery:references,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Minimum  *float64 `json:"minimum,omitempty"`
	Maximum  *float64 `json:"maximum,omitempty"`
}

type foreignKey struct {
	Fields    string    `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

// DataPackage returns the datapackage.json of a casebook with this manifest, ended
// by a line end. It is generated from the same description of the tables that Check
// uses, so the two cannot drift apart.
func DataPackage(m Manifest) ([]byte, error) {
	p := dataPackage{Profile: "tabular-data-package", Name: m.Name, Title: m.Title, Description: m.About, Version: m.Version, Orrery: m.Orrery}
	for _, t := range Tables() {
		p.Resources = append(p.Resources, describe(t))
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(p)
	return b.Bytes(), err
}

func describe(t Table) resource {
	s := tableSchema{MissingValues: []string{""}, PrimaryKey: t.Key}
	for _, f := range t.Fields {
		s.Fields = append(s.Fields, describeField(f))
		if f.Ref != (Ref{}) && !f.List {
			s.ForeignKeys = append(s.ForeignKeys, foreignKey{Fields: f.Name, Reference: reference{f.Ref.Table, f.Ref.Field}})
		}
	}
	return resource{
		Profile: "tabular-data-resource", Name: t.Name, Path: t.File(), Title: t.Title, Description: t.About,
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Dialect: dialect{Delimiter: ",", LineTerminator: "\n", QuoteChar: `"`, DoubleQuote: true, Header: true}, Schema: s,
	}
}

func describeField(f Field) schemaField {
	out := schemaField{Name: f.Name, Type: "string", Description: f.About}
	c := constraints{Required: f.Required}
	switch {
	case f.List: // Table Schema could only judge the whole cell
	case f.Type == Integer:
		out.Type = "integer"
	case f.Type == Number:
		out.Type = "number"
	case f.Type == URL:
		out.Format = "uri"
	default:
		c.Pattern = pattern(f.Type)
	}
	if f.List {
		out.Separator = ";"
		if f.Ref != (Ref{}) {
			out.References = &reference{f.Ref.Table, f.Ref.Field}
		}
	} else {
		c.Enum, c.Minimum, c.Maximum = f.Enum, f.Min, f.Max
	}
	if c.Required || c.Enum != nil || c.Pattern != "" || c.Minimum != nil || c.Maximum != nil {
		out.Constraints = &c
	}
	return out
}
