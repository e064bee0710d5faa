package coincide

import (
	"testing"
	"time"
)

// A test of one pair of classes on four years: windows, declustering, exact strata and all shifts.
func BenchmarkScreen(b *testing.B) {
	s, err := NewScreener([]Span{{0, 1459}}, nil, Defaults(1))
	if err != nil {
		b.Fatal(err)
	}
	triggers, responses, _ := linked(.4).draw(seeded(1))
	b.ReportAllocs()
	for b.Loop() {
		s.Windows(triggers, 1, 10)
		s.Against(responses)
	}
}

// The same with the windows set once for many response classes, on busy series.
func BenchmarkAgainstBusy(b *testing.B) {
	s, err := NewScreener([]Span{{0, 3652}}, nil, Defaults(1))
	if err != nil {
		b.Fatal(err)
	}
	triggers, responses, _ := world{days: 3653, triggers: 200, responses: 600}.draw(seeded(1))
	s.Windows(triggers, 1, 10)
	b.ReportAllocs()
	for b.Loop() {
		s.Against(responses)
	}
}

func BenchmarkStudy(b *testing.B) {
	study, s := answeredStudy(), Defaults(1)
	for b.Loop() {
		if _, err := Test(study, s); err != nil {
			b.Fatal(err)
		}
	}
}

// A study of a data set: 20 years, 400 triggers, 1,500 responses, self-excitation and its refits included.
func BenchmarkStudyBusy(b *testing.B) {
	triggers, responses, _ := world{days: 7300, triggers: 400, responses: 1500}.draw(seeded(1))
	study := Study{Rule: Rule{DT: 7, Registered: true}, State: "A", Denominator: DataSet, Observed: Watching(Span{0, 7299}), Family: Family{Run: 1},
		Triggers: events("T", triggers, "a", "b", "c"), Responses: events("R", responses, "a", "b", "c"),
		Others: []Group{{Name: "B", Responses: events("O", responses)}}, Unrelated: []Group{{Name: "U", Responses: events("U", responses)}}}
	for b.Loop() {
		if _, err := Test(study, Defaults(1)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHawkesLikelihood(b *testing.B) {
	h := Hawkes{.05, .3, .5}
	past, err := newHistory(h.simulate(7300, nil, seeded(1)), 7300, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(past.t)), "events")
	for b.Loop() {
		past.log(h)
	}
}

// fifteenDyads is a large study: fifteen dyads over three stretches of days, 1,000 responses and 250 triggers each, several sources, 150
// vague dates.
func fifteenDyads() Study {
	study := Study{Rule: Rule{DT: 7, Registered: true}, State: "A", Denominator: DataSet, Family: Family{Run: 1}}
	study.Observed = Watching(Span{0, 364}, Span{1000, 4999}, Span{6000, 6303})
	reports := make([]float64, 6304)
	for i := range 15 {
		name := string(rune('a' + i))
		triggers, responses, level := world{days: 6304, triggers: 350, responses: 1350, attention: "waves", spread: .5}.draw(seeded(uint64(i)))
		b, r := events("T"+name, triggers, "x", "y", "z"), events("R"+name, responses, "x", "y", "z", "w")
		for j := range r {
			r[j].Dyad = name
			if j < 10 {
				r[j].When.Last += 30
			}
		}
		for j := range b {
			b[j].Dyad = name
		}
		study.Triggers, study.Responses = append(study.Triggers, b...), append(study.Responses, r...)
		for d, v := range level {
			reports[d] += v
		}
		if i < 4 {
			study.Unrelated = append(study.Unrelated, Group{Name: "U" + name, Responses: r})
		}
	}
	study.Attention = &Attention{0, reports}
	_, other, _ := world{days: 6304, responses: 1000}.draw(seeded(99))
	study.Others = []Group{{Name: "B", Responses: events("O", other)}}
	return study
}

// A study of fifteen dyads with 1,000 responses each, and how long it goes on without asking whether it should.
func BenchmarkStudyFifteenDyads(b *testing.B) {
	study, longest := fifteenDyads(), time.Duration(0)
	b.ReportAllocs()
	for b.Loop() {
		since := time.Now()
		if _, err := TestWith(study, Defaults(1), func(int, int) error {
			longest, since = max(longest, time.Since(since)), time.Now()
			return nil
		}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(longest.Seconds()*1000, "ms-silence") // the longest time in which it cannot be stopped
}
