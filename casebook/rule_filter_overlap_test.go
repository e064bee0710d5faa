package casebook_test

import (
	"testing"

	"orrery/casebook"
)

// Two classes overlap where one event may be in both: not by different types, modes, instruments or parties, but by different contexts.
func TestClassesThatOverlap(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"type=SANCTION actor=hub target=state", "type=SANCTION actor=hub target=state", true},
		{"type=SANCTION,COERCE actor=hub target=state", "type=COERCE actor=hub target=state", true},
		{"type=SANCTION actor=hub target=state", "type=COERCE actor=hub target=state", false},
		{"type=SANCTION actor=hub target=state", "type=SANCTION actor=state target=hub", false},
		{"type=SANCTION actor=hub target=state", "type=SANCTION actor=HUB target=state", true},
		{"context=economic actor=hub target=state", "context=military actor=hub target=state", true},
		{"context=economic actor=hub target=state", "context!=economic actor=hub target=state", false},
		{"type!=COERCE actor=hub target=state", "type!=SANCTION actor=hub target=state", true},
		{"type=COERCE actor=hub target=state or type=SANCTION actor=hub target=state", "type=SANCTION actor=hub target=state", true},
	} {
		a, err := casebook.ParseFilter(c.a)
		if err != nil {
			t.Fatal(err)
		}
		b, err := casebook.ParseFilter(c.b)
		if err != nil {
			t.Fatal(err)
		}
		if a.Overlaps(b, "HUB") != c.want || b.Overlaps(a, "HUB") != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, !c.want)
		}
	}
}
