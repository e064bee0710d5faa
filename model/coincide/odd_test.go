package coincide

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// oddDay is any day, most often near the edges of what is taken.
func oddDay(t *rapid.T) Day {
	return rapid.OneOf(rapid.Custom(func(t *rapid.T) Day { return Day(rapid.IntRange(-5, 400).Draw(t, "near")) }),
		rapid.SampledFrom([]Day{math.MinInt32, -farDay - 1, -farDay, 0, farDay, farDay + 1, math.MaxInt32})).Draw(t, "day")
}

func oddEvents(t *rapid.T, odd int, what string, dyads []string) []Event {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Event {
		d := Day(rapid.IntRange(-5, 400).Draw(t, "first"))
		e := Event{ID: rapid.SampledFrom([]string{"", "same", "x"}).Draw(t, "id"), Dyad: rapid.SampledFrom(dyads).Draw(t, "dyad"),
			Sources: rapid.SliceOfN(rapid.SampledFrom([]string{"", "s", "s", "t"}), 0, 3).Draw(t, "sources"), When: On(d)}
		switch rapid.IntRange(odd, 60).Draw(t, "kind") {
		case 0:
			e.When.First = oddDay(t)
		case 1:
			e.When.Last = oddDay(t)
		case 2, 3, 4:
			e.When.Last += Day(rapid.IntRange(0, 365).Draw(t, "vague"))
		}
		return e
	}), 0, 40).Draw(t, what)
}

func oddWatches(t *rapid.T, odd int, dyads []string) []Watch {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Watch {
		w := Watch{rapid.SampledFrom(append([]string{""}, dyads...)).Draw(t, "dyad"), Span{Day(rapid.IntRange(-5, 300).Draw(t, "first")), 0}}
		w.Last = w.First + Day(rapid.IntRange(0, 400).Draw(t, "days"))
		if rapid.IntRange(odd, 20).Draw(t, "odd") == 0 {
			w.Last = oddDay(t)
		}
		return w
	}), min(odd, 1), 4).Draw(t, "observed")
}

// oddStudy is a study that a fault elsewhere, or a hostile file, might make.
func oddStudy(t *rapid.T) Study {
	dyads := rapid.SampledFrom([][]string{{""}, {"x"}, {"x", "y"}, {"y", "x", "x"}, {"", "x"}}).Draw(t, "dyads")
	odd := rapid.SampledFrom([]int{0, 2, 2}).Draw(t, "odd") // 2: nothing that must be refused
	pick := func(name string, list []int) int {
		return rapid.SampledFrom(list[:len(list)-1+(2-odd)/2]).Draw(t, name)
	}
	s := Study{
		Rule: Rule{Tau: pick("tau", []int{0, 0, 1, 7, 3660, -1}), DT: pick("dt", []int{0, 1, 10, 10, 90, 3660, 3661}),
			Registered: rapid.Bool().Draw(t, "registered")},
		Denominator: rapid.SampledFrom([]Denominator{Searched, Searched, DataSet, NoDenominator}).Draw(t, "denominator"),
		Observed:    oddWatches(t, odd, dyads), Triggers: oddEvents(t, odd, "triggers", dyads), Responses: oddEvents(t, odd, "responses", dyads),
		Family: Family{Run: pick("run", []int{1, 1, 2, 1000, 0})},
	}
	if rapid.Bool().Draw(t, "declared") {
		s.Dyads = dyads
	}
	if rapid.Bool().Draw(t, "attention") {
		s.Attention = &Attention{Day(rapid.IntRange(-100, 100).Draw(t, "from")), rapid.SliceOfN(rapid.SampledFrom([]float64{0, 1, 3, 50}), 0, 300).Draw(t, "reports")}
		if odd == 0 && len(s.Attention.Reports) > 0 {
			s.Attention.Reports[0] = rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), -1}).Draw(t, "odd attention")
		}
	}
	if odd == 0 && rapid.Bool().Draw(t, "unknown") {
		s.Denominator = "odd"
	}
	if rapid.Bool().Draw(t, "groups") {
		s.Others, s.Unrelated = []Group{{Name: "o", Responses: oddEvents(t, odd, "others", dyads)}, {}}, []Group{{Name: "u", Responses: oddEvents(t, odd, "unrelated", dyads)}}
	}
	if rapid.Bool().Draw(t, "again") {
		s.Replications = []Replication{{State: rapid.SampledFrom([]string{"", "B"}).Draw(t, "state"), Denominator: Searched, Observed: oddWatches(t, odd, dyads),
			Triggers: oddEvents(t, odd, "triggers again", dyads), Responses: oddEvents(t, odd, "responses again", dyads)}}
	}
	return s
}

// Whatever the study, the answer is either an error in words or a label, a sentence and the conditions, with every p withheld that testing does not
// allow. It never panics.
func TestOddStudiesAreAnsweredOrRefused(t *testing.T) {
	answered, refused := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		study, s := oddStudy(t), fewer()
		s.Strata = rapid.SampledFrom([]Strata{ByBlocks, ByAttention}).Draw(t, "strata")
		s.Refits = 19
		r, err := Test(study, s)
		if err != nil {
			if refused++; r != nil || len(err.Error()) < 15 || !strings.Contains(err.Error(), " ") {
				t.Fatalf("refused with %v and %v", err, r)
			}
			return
		}
		answered++
		codes := []string{}
		for _, c := range r.Conditions {
			if codes = append(codes, c.Code); c.Text == "" {
				t.Fatalf("a condition without words: %+v", r.Conditions)
			}
		}
		want := []string{"denominator", "enough", "registered", "corrected p", "dates", "rate ratio", NegativeLags, OtherStates, UnrelatedClass, "replication"}
		if !slices.Equal(codes, want) || !slices.Contains([]Label{NotExcluded, Unconfirmed, System}, r.Label) || !strings.Contains(r.Sentence, string(r.Label)) {
			t.Fatalf("%q, %q, conditions %v", r.Label, r.Sentence, codes)
		}
		enough := r.Tally.Triggers >= 10 && r.Tally.Responses >= 8 && study.Denominator != NoDenominator
		if r.Testing.OK && !enough || (r.P != nil) != r.Testing.OK || (r.Corrected != nil) != r.Testing.OK || !r.Testing.OK && (r.Published != nil || len(r.Power) > 0 ||
			r.Dates.Median != nil || r.Label != NotExcluded || (r.Testing.Text == NoBaseRate) != (study.Denominator == NoDenominator) || r.Testing.Why == "" || r.PowerVerdict.Why == "") {
			t.Fatalf("testing %+v, p %+v, tally %+v", r.Testing, r.P, r.Tally)
		}
		if _, err := json.Marshal(r); err != nil {
			t.Fatal(err)
		}
	})
	if answered < 5 || refused < 5 { // of a hundred; some thirty are refused
		t.Errorf("%d studies were answered and %d refused: the draw is one-sided", answered, refused)
	}
}

// Thousands of pairs of states are refused in words; as many as are taken are answered.
func TestManyDyads(t *testing.T) {
	for n, want := range map[int]bool{mostDyads: true, mostDyads + 1: false, 5000: false} {
		study := Study{Rule: Rule{DT: 5}, Denominator: DataSet, Observed: Watching(Span{0, 199}), Family: Family{Run: 1}}
		for i := range n {
			name := strings.Repeat("x", i%7) + string(rune('A'+i%26)) + string(rune('0'+i/26))
			study.Triggers = append(study.Triggers, Event{Dyad: name, When: On(Day(i % 190))})
			study.Responses = append(study.Responses, Event{Dyad: name, When: On(Day(i * 7 % 200))})
		}
		s := fewer()
		s.Runs, s.StripTo = 1, 3
		r, err := Test(study, s)
		if distinct := len(study.dyads()); distinct != n {
			t.Fatalf("%d names for %d pairs", distinct, n)
		}
		if want && (err != nil || r.P == nil || r.Tally.Days != n*200) || !want && (err == nil || !strings.Contains(err.Error(), "more than the 1000")) {
			t.Errorf("%d pairs: %v", n, err)
		}
	}
}
