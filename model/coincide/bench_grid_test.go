package coincide

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// grid draws what a grid of event data looks like: three stretches of observed days with years between them, sixteen classes of triggers and of
// responses with 0 to 200 events each, most of them rare, under waves of attention that all share.
func grid(dyads int) (observed []Span, triggers, responses [][]Day) {
	observed = []Span{{0, 364}, {1000, 4999}, {6000, 6303}}
	rng := seeded(4)
	for range dyads {
		level := world{days: 6304, attention: "waves", spread: .8}.intensity(rng)
		for range 16 {
			triggers = append(triggers, pick(rng, level, rareCount(rng)))
			responses = append(responses, pick(rng, level, rareCount(rng)))
		}
	}
	return observed, triggers, responses
}

// rareCount is 0 to 200, half of the time below 25.
func rareCount(rng *rand.Rand) int {
	u := rng.Float64()
	return int(200 * u * u * u)
}

// BenchmarkGridTest is one test of a grid with all its shifts (some 4,600), windows of 7, 14 and 30 days, each set once for sixteen classes of responses.
func BenchmarkGridTest(b *testing.B) {
	observed, triggers, responses := grid(20)
	s, err := NewScreener(observed, nil, Defaults(1))
	if err != nil {
		b.Fatal(err)
	}
	tests, hit, shifts := 0, 0, 0
	b.ReportAllocs()
	for b.Loop() {
		if tests%16 == 0 {
			s.Windows(triggers[tests/16%len(triggers)], 1, []int{7, 14, 30}[tests/16/len(triggers)%3])
		}
		at := tests / 16 % len(triggers)
		c := s.Against(responses[at/16*16+tests%16])
		if c.Hits > 0 {
			hit++
			shifts += c.Shifts
		}
		tests++
	}
	b.ReportMetric(100*float64(hit)/float64(tests), "%-with-hits")
	b.ReportMetric(float64(shifts)/float64(max(hit, 1)), "shifts")
}

// gridSimulated runs the tests of BenchmarkGridTest by a straightforward simulation: surrogates are made a thousand times and counted.
func gridSimulated(b *testing.B, surrogate func(series []bool, rng *rand.Rand)) {
	observed, triggers, responses := grid(20)
	f := newFrame([][]Span{observed}, nil, Defaults(1))
	rng := seeded(1)
	tests := 0
	covered, series := make([]bool, f.days), make([]bool, f.days)
	for b.Loop() {
		at := tests / 16 % len(triggers)
		clear(covered)
		clear(series)
		for _, r := range f.windows(nil, triggers[at], 1, []int{7, 14, 30}[tests/16/len(triggers)%3]) {
			for i := r.first; i <= r.last; i++ {
				covered[i] = true
			}
		}
		for _, d := range Decluster(nil, responses[at/16*16+tests%16], 7) {
			if i, ok := f.index(d); ok {
				series[i] = true
			}
		}
		hits := func() int {
			k := 0
			for i, is := range series {
				if is && covered[i] {
					k++
				}
			}
			return k
		}
		actual, many := hits(), 0
		for range 1000 {
			if surrogate(series, rng); hits() >= actual {
				many++
			}
		}
		if many > 1000 {
			b.Fatal("more surrogates than were made")
		}
		tests++
	}
}

// BenchmarkGridTestShuffled shuffles the series of responses, as R's CoinCalc does for its surrogates.
func BenchmarkGridTestShuffled(b *testing.B) {
	gridSimulated(b, func(series []bool, rng *rand.Rand) {
		rng.Shuffle(len(series), func(i, j int) { series[i], series[j] = series[j], series[i] })
	})
}

// BenchmarkGridTestRolled rolls it by a random shift.
func BenchmarkGridTestRolled(b *testing.B) {
	var other []bool
	gridSimulated(b, func(series []bool, rng *rand.Rand) {
		by := 30 + rng.IntN(len(series)-60)
		other = append(append(other[:0], series[by:]...), series[:by]...)
		copy(series, other)
	})
}

// The grid's tests are what a study of the same pair says.
func TestAGridTestIsTheStudysTest(t *testing.T) {
	observed, triggers, responses := grid(1)
	s, err := NewScreener(observed, nil, Defaults(1))
	if err != nil {
		t.Fatal(err)
	}
	settings := Defaults(1)
	settings.Runs, settings.StripTo = 1, 3
	compared := 0
	for i := range 16 {
		s.Windows(triggers[i], 1, 14)
		c := s.Against(responses[i])
		r, err := Test(Study{Rule: Rule{Tau: 1, DT: 13}, Denominator: DataSet, Observed: Watching(observed...), Family: Family{Run: 1},
			Triggers: events("T", triggers[i]), Responses: events("R", responses[i])}, settings)
		if err != nil {
			t.Fatal(err)
		}
		if r.Tally.Hits != c.Hits || r.Tally.Covered != c.Covered || r.Tally.Responses != c.Responses || r.Tally.Days != 4669 {
			t.Errorf("pair %d: the grid counts %+v, the study %+v", i, c, r.Tally)
		}
		if r.P != nil {
			compared++
			if r.P.Reported != c.P || r.P.Circular != c.Circular || r.P.Stratified != c.Stratified || r.P.Shifts != c.Shifts {
				t.Errorf("pair %d: the grid has %+v, the study %+v", i, c, r.P)
			}
		}
	}
	if compared < 3 || !slices.IsSorted(triggers[0]) {
		t.Errorf("only %d pairs could be tested", compared)
	}
}
