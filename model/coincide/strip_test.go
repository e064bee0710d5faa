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

// So is a cell of known cases, which have no test: what is counted at a width is what the rule with that width counts.
func TestTheStripOfKnownCasesIsCountedAtEveryWidth(t *testing.T) {
	study := answeredStudy()
	study.Denominator, study.Observed, study.Unrelated, study.Replications = NoDenominator, nil, nil, nil
	study.Rule.Tau = 2
	for i := range study.Triggers {
		study.Triggers[i].Dyad = []string{"RUS/KGZ", "RUS/TJK"}[i%2]
	}
	for i := range study.Responses {
		study.Responses[i].Dyad = []string{"RUS/KGZ", "RUS/TJK", "RUS/UZB"}[i%3]
	}
	strip, hits := tested(t, study).Strip, map[int]bool{}
	for _, cell := range strip {
		study.Rule.DT = cell.DT
		r := tested(t, study)
		if hits[cell.Hits] = true; cell.Hits != r.Tally.Hits || cell.Answered != r.Tally.Answered || cell.P != nil || cell.Label != NotExcluded {
			t.Errorf("width %d: %+v, the rule itself %+v", cell.DT, cell, r.Tally)
		}
	}
	if len(strip) != 58 || len(hits) < 3 {
		t.Errorf("%d widths with %d different counts: the test tells nothing", len(strip), len(hits))
	}
}
