package plain

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"orrery/internal/dataset/reports"
)

// Days is how a table writes its days.
type Days string

// The ways. ISO reads 2022-03-02, 20220302 and 2 March 2022; a table with 02/03/2022 must say which number is the day.
const (
	ISO Days = "iso"
	DMY Days = "day-month-year"
	MDY Days = "month-day-year"
)

// Vocabulary is what the codes of a table are.
type Vocabulary string

// The vocabularies. Auto takes a column of types for PLOVER's, else a column of codes or labels for CAMEO's.
const (
	Auto   Vocabulary = "auto"
	PLOVER Vocabulary = "plover"
	CAMEO  Vocabulary = "cameo"
	None   Vocabulary = "none" // reports stay without a type
)

// DefaultSet is what a table is called whose mapping does not say.
const DefaultSet = "own"

// Mapping says how a table is to be read. The zero Mapping finds everything by its names.
type Mapping struct {
	Set        string           // what to call the data set: letters, digits, "-" and "_"; "own" when empty
	Days       Days             // ISO when empty
	Vocabulary Vocabulary       // Auto when empty
	Columns    map[Field]string // fields to columns, by name; a column named "-" is none: the field is not read
}

var setName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,40}$`)

// check completes a mapping and finds what is wrong with it by itself.
func (m Mapping) check() (Mapping, error) {
	if m.Set == "" {
		m.Set = DefaultSet
	}
	if m.Days == "" {
		m.Days = ISO
	}
	if m.Vocabulary == "" {
		m.Vocabulary = Auto
	}
	switch {
	case !setName.MatchString(m.Set):
		return m, fmt.Errorf("%q cannot name a data set; use up to 41 letters, digits, - and _", m.Set)
	case slices.Contains(reports.Published(), m.Set):
		return m, fmt.Errorf("%q is the name of a published data set, whose reader knows it; name yours otherwise", m.Set)
	case !slices.Contains([]Days{ISO, DMY, MDY}, m.Days):
		return m, fmt.Errorf("days cannot be %q; use %s, %s or %s", m.Days, ISO, DMY, MDY)
	case !slices.Contains([]Vocabulary{Auto, PLOVER, CAMEO, None}, m.Vocabulary):
		return m, fmt.Errorf("the vocabulary cannot be %q; use %s, %s, %s or %s", m.Vocabulary, Auto, PLOVER, CAMEO, None)
	}
	for field := range m.Columns {
		if !known(field) {
			return m, fmt.Errorf("%q is nothing that a report has; use %s", field, names())
		}
	}
	return m, nil
}

func known(field Field) bool {
	for _, f := range fields {
		if f.field == field {
			return true
		}
	}
	return false
}

// names lists all fields for a message.
func names() string {
	var all []string
	for _, f := range fields {
		all = append(all, string(f.field))
	}
	return strings.Join(all, ", ")
}

// ParseMapping reads a mapping file: one "key: value" a line, where keys are set, days, vocabulary and the fields, and values of
// fields are columns of the table. "#" at the start of a line or behind a space begins a remark. Errors name file and line.
func ParseMapping(file, text string) (Mapping, error) {
	m := Mapping{Columns: map[Field]string{}}
	for i, line := range strings.Split(text, "\n") {
		bare, _, _ := strings.Cut(" "+line, " #")
		if strings.TrimSpace(bare) == "" {
			continue
		}
		key, value, ok := strings.Cut(bare, ":")
		key, value = strings.TrimSpace(key), strings.Trim(strings.TrimSpace(value), `"'`)
		if !ok || value == "" {
			return m, fmt.Errorf("%s:%d:1: %q is not \"key: value\"; write one key and its value a line", file, i+1, strings.TrimSpace(line))
		}
		switch key {
		case "set":
			m.Set = value
		case "days":
			m.Days = Days(value)
		case "vocabulary":
			m.Vocabulary = Vocabulary(value)
		default:
			if !known(Field(key)) {
				return m, fmt.Errorf("%s:%d:1: %q is nothing that a report has; use set, days, vocabulary, %s", file, i+1, key, names())
			}
			if _, double := m.Columns[Field(key)]; double {
				return m, fmt.Errorf("%s:%d:1: %s is given twice", file, i+1, key)
			}
			m.Columns[Field(key)] = value
		}
	}
	if _, err := m.check(); err != nil {
		return m, fmt.Errorf("%s:1:1: %w", file, err)
	}
	return m, nil
}
