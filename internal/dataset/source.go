package dataset

import (
	"fmt"
	"strconv"
	"strings"

	"orrery/ledger"
)

// Source is the descriptor of a data set.
type Source struct {
	ID, Title, Publisher, Page, Licence, Citation string
	Coverage                                      ledger.Date
	Counts                                        []Count
}

// Count is a number that a complete file must reach up to and including a day.
type Count struct {
	What  string // what is counted; each reader says which words it knows
	Until ledger.Date
	Least int
}

// ParseSource reads a source.yml: top-level "key: value" lines and lists of such lines, without nesting, quotes or anything else
// that YAML can do. Errors name the file and the line. Lists and keys that it does not know are passed over, so that a descriptor
// can say more than the program needs.
func ParseSource(file, text string) (Source, error) {
	var s Source
	list := ""
	for i, line := range strings.Split(text, "\n") {
		bare, _, _ := strings.Cut(" "+line, " #")
		if strings.TrimSpace(bare) == "" {
			continue
		}
		indented := strings.HasPrefix(line, " ")
		item := strings.HasPrefix(strings.TrimSpace(bare), "- ")
		key, value, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(bare), "- "), ":")
		value = strings.TrimSpace(value)
		if !ok || strings.Contains(line, "\t") {
			return s, fmt.Errorf("%s:%d:1: %q is not \"key: value\"; write one key and its value a line, with spaces", file, i+1, strings.TrimSpace(line))
		}
		var err error
		switch {
		case !indented && value == "":
			list = key
		case !indented:
			list, err = "", s.set(key, value)
		case list == "":
			err = fmt.Errorf("the line is indented but belongs to no list")
		case list == "counts":
			if item {
				s.Counts = append(s.Counts, Count{})
			}
			if len(s.Counts) == 0 {
				err = fmt.Errorf("the list starts without \"- \"")
			} else {
				err = s.Counts[len(s.Counts)-1].set(key, value)
			}
		}
		if err != nil {
			return s, fmt.Errorf("%s:%d:1: %w", file, i+1, err)
		}
	}
	for what, value := range map[string]string{"id": s.ID, "title": s.Title, "publisher": s.Publisher, "licence": s.Licence} {
		if value == "" {
			return s, fmt.Errorf("%s:1:1: %s is missing; a data set must say it", file, what)
		}
	}
	return s, nil
}

func (s *Source) set(key, value string) (err error) {
	switch key {
	case "id":
		s.ID = value
	case "title":
		s.Title = value
	case "publisher":
		s.Publisher = value
	case "page":
		s.Page = value
	case "licence":
		s.Licence = value
	case "citation":
		s.Citation = value
	case "coverage":
		s.Coverage, err = ledger.ParseDate(value)
	}
	return err
}

func (c *Count) set(key, value string) (err error) {
	switch key {
	case "what":
		c.What = value
	case "until":
		c.Until, err = ledger.ParseDate(value)
	case "least":
		if c.Least, err = strconv.Atoi(value); err == nil && c.Least <= 0 {
			err = fmt.Errorf("least is %d; give a number above 0", c.Least)
		}
	default:
		err = fmt.Errorf("%q is not known here; use what, until and least", key)
	}
	return err
}
