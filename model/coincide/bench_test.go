package coincide

import "testing"

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
		Others: []Group{{"B", events("O", responses)}}, Unrelated: []Group{{"U", events("U", responses)}}}
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
