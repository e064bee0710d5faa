package ledger

import (
	"errors"
	"fmt"
	"strings"
)

// Fault is one thing wrong with one field of a noun, said to a person: what is
// wrong and what to do. Constructors return Faults, never the first fault only,
// so that a form can mark every field at once.
type Fault struct {
	Field   string `json:"field"`   // JSON name of the field, e.g. "actor"
	Problem string `json:"problem"` // what is wrong
	Do      string `json:"do"`      // what to do about it
}

func (f Fault) String() string { return f.Field + ": " + f.Problem + "; " + f.Do }

// Faults is the error of a constructor. It is never empty when returned as an error.
type Faults struct {
	Kind Kind
	List []Fault
}

func (f *Faults) Error() string {
	lines := make([]string, len(f.List))
	for i, one := range f.List {
		lines[i] = one.String()
	}
	return fmt.Sprintf("%s is not valid: %s", f.Kind, strings.Join(lines, "; "))
}

// FaultsOf unwraps the faults in err, or nil when err holds none.
func FaultsOf(err error) []Fault {
	var f *Faults
	if errors.As(err, &f) {
		return f.List
	}
	return nil
}

// faults collects what Validate finds.
type faults struct{ list []Fault }

func (f *faults) add(field, problem, do string) {
	f.list = append(f.list, Fault{Field: field, Problem: problem, Do: do})
}

func (f *faults) need(field, value string) {
	if strings.TrimSpace(value) == "" {
		f.add(field, "is empty", "fill it in")
	}
}

func (f *faults) needDate(field string, d Date) {
	if d.IsZero() {
		f.add(field, "is empty", "give a date; it may be cut to a month or a year")
	}
}

// oneOf refuses a value outside a closed list; empty is refused too unless listed.
func oneOf[T ~string](f *faults, field string, value T, allowed []T) {
	names := make([]string, 0, len(allowed))
	for _, a := range allowed {
		if a == value {
			return
		}
		if a != "" {
			names = append(names, string(a))
		}
	}
	f.add(field, fmt.Sprintf("%q is not known", string(value)), "use one of "+strings.Join(names, ", "))
}

func (f *faults) err(kind Kind) error {
	if len(f.list) == 0 {
		return nil
	}
	return &Faults{Kind: kind, List: f.list}
}
