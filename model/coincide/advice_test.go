package coincide

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The number of hits that is said to be needed is the least whose p is small, both tests taken.
func TestHitsNeededAreTheLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := world{days: rapid.IntRange(300, 800).Draw(t, "days"), triggers: 10, responses: rapid.Float64Range(5, 40).Draw(t, "responses")}
		triggers, responses, _ := w.draw(seeded(rapid.Uint64().Draw(t, "seed")))
		s, err := NewScreener([]Span{{0, Day(w.days - 1)}}, nil, Defaults(1))
		if err != nil {
			t.Fatal(err)
		}
		s.Windows(triggers, 0, 12)
		c := s.Against(responses)
		need, ok := s.needed(c, .05)
		p := func(k int) float64 {
			many := 0
			for by := 30; by <= w.days-30; by++ {
				hits := 0
				for _, i := range s.at {
					if s.covered[(i+by)%w.days] {
						hits++
					}
				}
				if hits >= k {
					many++
				}
			}
			straight, all := 0, 0
			for by := -w.days / 2; by <= w.days/2; by++ {
				hits, stay := 0, 0
				for _, i := range s.at {
					if at := i + by; at >= 0 && at < w.days {
						if stay++; s.covered[at] {
							hits++
						}
					}
				}
				if (by >= 30 || by <= -30) && stay > 0 && 2*stay >= len(s.at) {
					if all++; hits*len(s.at) >= k*stay {
						straight++
					}
				}
			}
			return max(s.conv.tail(k, s.strata), float64(1+many)/float64(1+c.Shifts), float64(1+straight)/float64(1+all))
		}
		if ok && (p(need) > .05 || p(need-1) <= .05) {
			t.Fatalf("%d hits are said to be needed; p is %g, with one fewer %g", need, p(need), p(need-1))
		}
		if !ok && p(need-1) <= .05 {
			t.Fatalf("no number of hits is said to be enough, yet %d give p %g", need-1, p(need-1))
		}
		if c.Hits > 0 && c.P != p(c.Hits) {
			t.Fatalf("the study's p is %g, counted %g", c.P, p(c.Hits))
		}
	})
}

func advice(r *Result, code string) string {
	for _, a := range r.Advice {
		if a.Code == code {
			return a.Text
		}
	}
	return ""
}

func TestAdviceNamesWhatIsMissing(t *testing.T) {
	study := answeredStudy()
	study.Replications = nil
	if r := tested(t, study); advice(r, "replication") == "" || advice(r, "hits") == "" || advice(r, "registered") != "" {
		t.Errorf("%+v", r.Advice)
	}
	study.Denominator = NoDenominator
	if r := tested(t, study); advice(r, "denominator") == "" || advice(r, "hits") != "" {
		t.Errorf("%+v", r.Advice)
	}
	study = answeredStudy()
	study.Triggers = study.Triggers[:4]
	if r := tested(t, study); !strings.HasPrefix(advice(r, "enough"), "6 triggers") {
		t.Errorf("%+v", r.Advice)
	}
}

// An answer that one source carries alone says so.
func TestASourceThatCarriesTheAnswer(t *testing.T) {
	study := answeredStudy()
	for i := range study.Responses {
		study.Responses[i].Sources = []string{"A", "B"}
		if i%3 == 1 {
			study.Responses[i].Sources = []string{"agency"}
		}
	}
	for i := range study.Triggers {
		study.Triggers[i].Sources = []string{"A", "B"}
	}
	r := tested(t, study)
	if r.Swing == nil || r.Swing.Source != "agency" || r.Swing.Triggers != 0 || r.Swing.Responses == 0 || r.Swing.After == nil || *r.Swing.After == *r.Swing.Before {
		t.Errorf("swing %+v", r.Swing)
	}
	for i := range study.Responses {
		study.Responses[i].Sources = []string{"A", "B"}
	}
	if r := tested(t, study); r.Swing != nil {
		t.Errorf("nothing rests on one source, yet %+v", r.Swing)
	}
}

// Strata by attention need a series; without one the result says that blocks were used.
func TestStrataByAttention(t *testing.T) {
	study, s := answeredStudy(), Defaults(7)
	s.Runs, s.Strata = 20, ByAttention
	r, err := Test(study, s)
	if err != nil || r.Settings.Strata != ByBlocks {
		t.Fatalf("strata %q, %v", r.Settings.Strata, err)
	}
	a := Attention{From: study.Observed[0].First, Reports: make([]float64, 1460)}
	for i := range a.Reports {
		a.Reports[i] = float64(i % 50)
	}
	study.Attention = &a
	if r, err = Test(study, s); err != nil || r.Settings.Strata != ByAttention || r.P == nil {
		t.Fatalf("strata %q, %v", r.Settings.Strata, err)
	}
	if _, err := NewScreener(allWatched(study.Observed), nil, s); err == nil {
		t.Error("a screener stratifies by attention that it was not given")
	}
	f := newFrame([][]Span{allWatched(study.Observed)}, &a, s)
	for i, size := range f.sizes { // thirds of 91 days
		if last := i >= len(f.sizes)-3; size < 30 && !last || size > 31 {
			t.Errorf("stratum %d has %d days", i, size)
		}
	}
}
