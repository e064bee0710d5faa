package casebook

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"orrery/ledger"
)

// valueFault is what is wrong with one value, at a byte offset inside it.
type valueFault struct {
	at          int
	problem, do string
}

var (
	slugShape     = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._/-]*$`)
	codeShape     = regexp.MustCompile(`^[A-Z][A-Z0-9-]*$`)
	rosterShape   = regexp.MustCompile(`^-?[A-Z][A-Z0-9-]*$`)
	languageShape = regexp.MustCompile(`^[a-z]{2,3}$`)
	dayShape      = regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`)
	numberShape   = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
)

// pattern is the shape of a type as a regular expression for datapackage.json, or "".
func pattern(t Type) string {
	switch t {
	case Slug:
		return slugShape.String()
	case Code:
		return codeShape.String()
	case Language:
		return languageShape.String()
	case Day:
		return dayShape.String()
	case Window:
		return `^P([0-9]+[DWMY]|T[0-9]+H)$`
	}
	return ""
}

// checkValue holds one non-empty value to its field: shape, domain and closed list.
// It does not look at other rows.
func checkValue(f Field, v string) *valueFault {
	if f.Enum != nil {
		return checkEnum(f.Enum, v)
	}
	switch f.Type {
	case Slug:
		return shape(slugShape, v, "is not an identifier", "use letters, digits, '.', '_', '-' and '/' only, and begin with a letter or digit")
	case Code:
		if f.Name == "roster" {
			return shape(rosterShape, v, "is not a roster term", "write an actor's code, with a leading - to take it away")
		}
		return shape(codeShape, v, "is not an actor's code", "use upper-case letters, digits and '-'")
	case Language:
		return shape(languageShape, v, "is not a language code", "use ISO 639-1 in lower case, e.g. en")
	case Day, Date:
		return checkDate(f.Type, v)
	case Window:
		w, err := ledger.ParseWindow(v)
		if err == nil && w.String() != v {
			return &valueFault{0, fmt.Sprintf("%q is not the usual way to write this window", v), "write " + w.String()}
		}
		return dateFault(err)
	case Integer, Number:
		return checkNumber(f, v)
	case URL:
		return checkURL(v)
	}
	return nil
}

func shape(re *regexp.Regexp, v, problem, do string) *valueFault {
	if re.MatchString(v) {
		return nil
	}
	return &valueFault{0, fmt.Sprintf("%q %s", v, problem), do}
}

func checkEnum(enum []string, v string) *valueFault {
	for _, e := range enum {
		if e == v {
			return nil
		}
	}
	do := "use one of " + strings.Join(enum, ", ")
	if near := nearest(v, enum); near != "" {
		do = fmt.Sprintf("write %q, or another of %s", near, strings.Join(enum, ", "))
	}
	return &valueFault{0, fmt.Sprintf("%q is not in the list", v), do}
}

// checkDate asks for canonical EDTF, so that a date survives the ledger unchanged.
func checkDate(t Type, v string) *valueFault {
	d, err := ledger.ParseDate(v)
	if err != nil {
		return dateFault(err)
	}
	if t == Day && !dayShape.MatchString(v) {
		return &valueFault{0, fmt.Sprintf("%q is not a plain day, month or year", v), "write YYYY-MM-DD, YYYY-MM or YYYY here"}
	}
	if s := d.String(); s != v {
		return &valueFault{0, fmt.Sprintf("%q is not the usual way to write this date", v), "write " + s}
	}
	return nil
}

func dateFault(err error) *valueFault {
	var e *ledger.DateError
	if errors.As(err, &e) {
		return &valueFault{e.Column - 1, fmt.Sprintf("%q: %s", e.Text, e.Problem), e.Do}
	}
	if err != nil {
		return &valueFault{0, err.Error(), "correct it"}
	}
	return nil
}

func checkNumber(f Field, v string) *valueFault {
	if !numberShape.MatchString(v) {
		return &valueFault{0, fmt.Sprintf("%q is not a number", v), "write digits with a point for decimals, no thousands separator, no unit"}
	}
	n, err := strconv.ParseFloat(v, 64)
	if f.Type == Integer {
		whole, wrong := strconv.Atoi(v)
		err = errors.Join(err, wrong)
		if wrong == nil && strconv.Itoa(whole) != v {
			err = strconv.ErrSyntax
		}
	}
	if err != nil {
		return &valueFault{0, fmt.Sprintf("%q is not a whole number", v), "write digits only"}
	}
	if f.Min != nil && n < *f.Min || f.Max != nil && n > *f.Max {
		return &valueFault{0, v + " is out of its domain", "write a number " + domain(f)}
	}
	return nil
}

func domain(f Field) string {
	switch {
	case f.Max == nil:
		return fmt.Sprintf("of at least %v", *f.Min)
	case f.Min == nil:
		return fmt.Sprintf("of at most %v", *f.Max)
	}
	return fmt.Sprintf("from %v to %v", *f.Min, *f.Max)
}

func checkURL(v string) *valueFault {
	u, err := url.Parse(v)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return &valueFault{0, fmt.Sprintf("%q is not an address", v), "write an absolute address that begins with https:// or http://"}
	}
	return nil
}
