package coincide

import "testing"

// A cell of the strip is what the rule with that width would say.
func TestTheStripIsTheTestAtEveryWidth(t *testing.T) {
	study := answeredStudy()
	strip := tested(t, study).Strip
	for _, dt := range []int{3, 5, 20, 60} {
		study.Rule.DT = dt
		r, cell := tested(t, study), strip[dt-3]
		if cell.DT != dt || cell.Covered != r.Tally.Covered || cell.Hits != r.Tally.Hits || cell.Answered != r.Tally.Answered || *cell.P != r.P.Reported || cell.Label != r.Label {
			t.Errorf("width %d: %+v, the rule itself %+v, p %g, %s", dt, cell, r.Tally, r.P.Reported, r.Label)
		}
	}
}
