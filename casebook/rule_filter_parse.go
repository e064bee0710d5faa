package casebook

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"orrery/ledger"
)

// FilterError says what of a filter cannot be read, where, and what to write.
type FilterError struct {
	Column  int // 1-based, in characters of the filter
	Problem string
	Do      string
}

func (e *FilterError) Error() string {
	return fmt.Sprintf("column %d: %s; %s", e.Column, e.Problem, e.Do)
}

// mostFilter bounds what is read as a filter, in bytes.
const mostFilter = 4000

// ParseFilter reads a class of events. The error is a *FilterError.
func ParseFilter(text string) (Filter, error) {
	p := filterParser{text: text}
	if len(text) > mostFilter || !utf8.ValidString(text) {
		return nil, p.fault(0, "the filter is too long or not UTF-8", "write at most 4,000 bytes")
	}
	var f Filter
	var clause Clause
	at := 0
	for word := range strings.SplitSeq(text, " ") {
		switch word {
		case "":
		case "or":
			if err := p.end(clause, at); err != nil {
				return nil, err
			}
			f, clause = append(f, clause), nil
		default:
			term, err := p.term(word, at)
			if err != nil {
				return nil, err
			}
			if slices.ContainsFunc(clause, func(t Term) bool { return t.Field == term.Field && t.Not == term.Not }) {
				return nil, p.fault(at, fmt.Sprintf("%q is named twice in one clause", term.Field), "list its values after one sign, divided by commas")
			}
			clause = append(clause, term)
		}
		at += len(word) + 1
	}
	if err := p.end(clause, at); err != nil {
		return nil, err
	}
	return append(f, clause).settle(), nil
}

type filterParser struct{ text string }

func (p filterParser) fault(at int, problem, do string) error {
	at = min(at, len(p.text))
	return &FilterError{Column: 1 + utf8.RuneCountInString(p.text[:at]), Problem: problem, Do: do}
}

// end judges a whole clause.
func (p filterParser) end(c Clause, at int) error {
	if len(c) == 0 {
		return p.fault(at, "a clause is empty", "write terms such as actor=hub target=state type=SANCTION")
	}
	if !c.placed() {
		return p.fault(at, "the clause does not say where the state of the dyad stands", "add actor=state or target=state")
	}
	types := ledger.EventTypes()
	for _, t := range c {
		if t.Field != "mode" {
			continue
		}
		for _, mode := range t.Values {
			if !slices.ContainsFunc(types, func(i ledger.EventTypeInfo) bool { return c.may(i.Type) && ledger.ValidMode(i.Type, mode) }) {
				return p.fault(at, fmt.Sprintf("%q is not a mode of the event types of its clause", mode), "write one of "+strings.Join(c.modes(), ", "))
			}
		}
	}
	return nil
}

// may reports whether the clause lets an event type pass.
func (c Clause) may(e ledger.EventType) bool {
	return !slices.ContainsFunc(c, func(t Term) bool { return t.Field == "type" && slices.Contains(t.Values, string(e)) == t.Not })
}

func (c Clause) modes() []string {
	var out []string
	for _, i := range ledger.EventTypes() {
		for _, m := range i.Type.Modes() {
			if c.may(i.Type) && !slices.Contains(out, m.Mode) {
				out = append(out, m.Mode)
			}
		}
	}
	slices.Sort(out)
	return out
}

func (p filterParser) term(word string, at int) (Term, error) {
	eq := strings.IndexByte(word, '=')
	if eq < 1 {
		return Term{}, p.fault(at, fmt.Sprintf("%q is no term", word), "write FIELD=VALUE or FIELD!=VALUE, terms divided by blanks and clauses by or; fields are "+strings.Join(filterFields(), ", "))
	}
	t := Term{Field: strings.TrimSuffix(word[:eq], "!"), Not: word[eq-1] == '!'}
	if !slices.Contains(filterFields(), t.Field) {
		do := "write one of " + strings.Join(filterFields(), ", ")
		if near := nearest(t.Field, filterFields()); near != "" {
			do = fmt.Sprintf("write %q", near)
		}
		return Term{}, p.fault(at, fmt.Sprintf("%q is no field of an event", t.Field), do)
	}
	at += eq + 1
	for value := range strings.SplitSeq(word[eq+1:], ",") {
		if problem, do := t.judge(value); problem != "" {
			return Term{}, p.fault(at, problem, do)
		}
		t.Values = append(t.Values, value)
		at += len(value) + 1
	}
	return t, nil
}

// judge says what is wrong with a value of the term's field.
func (t Term) judge(value string) (problem, do string) {
	var known []string
	switch {
	case value == "":
		return "a value is missing", "write it after the sign, or take the comma away"
	case t.Field == "type":
		for _, i := range ledger.EventTypes() {
			known = append(known, string(i.Type))
		}
	case t.Field == "context":
		for _, c := range ledger.Contexts() {
			known = append(known, c.Context)
		}
	case t.Field == "mode":
		known = Clause{}.modes()
	case t.party():
		if value == FilterHub || value == FilterState || isCode(value) {
			return "", ""
		}
		return fmt.Sprintf("%q is no actor", value), "write hub, state, or a code in capitals such as TUR"
	default:
		if isSlug(value) {
			return "", ""
		}
		return fmt.Sprintf("%q is no instrument", value), "write it as in events, for example sanitary-ban"
	}
	if slices.Contains(known, value) {
		return "", ""
	}
	do = "write one of " + strings.Join(known, ", ")
	if near := nearest(value, known); near != "" {
		do = fmt.Sprintf("write %q", near)
	}
	return fmt.Sprintf("%q is not a PLOVER %s", value, map[string]string{"type": "event type", "context": "context", "mode": "mode"}[t.Field]), do
}

func isCode(s string) bool {
	return s != "" && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == ""
}

func isSlug(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == ""
}
