package casebook

import (
	"slices"
	"strings"

	"orrery/ledger"
)

// Filter is a class of events, as a rule writes it:
//
//	actor=hub target=state instrument=import-ban,sanitary-ban or type=THREATEN actor=hub target=state
//
// An event belongs to it when it meets every term of one clause. A term holds when
// the event has one of the values; one written with != holds when it has none.
type Filter []Clause

// Clause is terms that must all hold, each field at most once with = and once with !=.
type Clause []Term

// Term is a field and the values that it may have.
type Term struct {
	Field  string
	Not    bool
	Values []string // sorted, without repeats
}

// The words that stand for the two ends of a dyad, in place of a code.
const (
	FilterHub   = "hub"
	FilterState = "state"
)

// filterFields are the fields in the order in which a filter is written.
func filterFields() []string {
	return []string{"type", "mode", "context", "instrument", "actor", "target"}
}

// String is the filter in its usual form: ParseFilter reads it back, and two filters
// that differ only in order or repeats are written alike.
func (f Filter) String() string {
	clauses := make([]string, len(f))
	for i, c := range f {
		terms := make([]string, len(c))
		for j, t := range c {
			sign := "="
			if t.Not {
				sign = "!="
			}
			terms[j] = t.Field + sign + strings.Join(t.Values, ",")
		}
		clauses[i] = strings.Join(terms, " ")
	}
	return strings.Join(clauses, " or ")
}

// Match reports whether an event belongs to the class for the dyad of hub and state.
func (f Filter) Match(e *ledger.Event, hub, state string) bool {
	return slices.ContainsFunc(f, func(c Clause) bool {
		return !slices.ContainsFunc(c, func(t Term) bool { return !t.holds(e, hub, state) })
	})
}

func (t Term) holds(e *ledger.Event, hub, state string) bool {
	has := slices.ContainsFunc(t.of(e), func(v string) bool {
		return slices.ContainsFunc(t.Values, func(want string) bool {
			if t.party() && want == FilterHub {
				want = hub
			} else if t.party() && want == FilterState {
				want = state
			}
			return v == want
		})
	})
	return has != t.Not
}

func (t Term) party() bool { return t.Field == "actor" || t.Field == "target" }

// of is what an event has in the term's field.
func (t Term) of(e *ledger.Event) []string {
	switch t.Field {
	case "type":
		return []string{string(e.Type)}
	case "mode":
		return []string{e.Mode}
	case "context":
		return e.Contexts
	case "instrument":
		return []string{e.Instrument}
	case "actor":
		return e.By
	}
	return e.To
}

// placed reports whether every event of the clause belongs to a dyad: one end of it is
// the state and nobody else.
func (c Clause) placed() bool {
	return slices.ContainsFunc(c, func(t Term) bool {
		return t.party() && !t.Not && len(t.Values) == 1 && t.Values[0] == FilterState
	})
}

// settle brings a filter into its usual form.
func (f Filter) settle() Filter {
	place := func(t Term) int { return slices.Index(filterFields(), t.Field) }
	for _, c := range f {
		for i := range c {
			slices.Sort(c[i].Values)
			c[i].Values = slices.Compact(c[i].Values)
		}
		slices.SortFunc(c, func(a, b Term) int {
			if d := place(a) - place(b); d != 0 {
				return d
			}
			if a.Not {
				return 1
			}
			return -1
		})
	}
	text := func(c Clause) string { return Filter{c}.String() }
	slices.SortFunc(f, func(a, b Clause) int { return strings.Compare(text(a), text(b)) })
	return slices.CompactFunc(f, func(a, b Clause) bool { return text(a) == text(b) })
}

// Actors are the codes that the filter names, hub and state left out.
func (f Filter) Actors() []string {
	var out []string
	for _, c := range f {
		for _, t := range c {
			for _, v := range t.Values {
				if t.party() && v != FilterHub && v != FilterState && !slices.Contains(out, v) {
					out = append(out, v)
				}
			}
		}
	}
	return out
}
