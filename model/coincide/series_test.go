package coincide

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// denser is a data set that records six times as much from its second half on, with responses of a rate a thing recorded, before and after a day.
func denser(seed uint64, before, after float64, from int) Study {
	const days = 2000
	rng := rand.New(rand.NewPCG(seed, 9))
	s := Study{Denominator: DataSet, Observed: Watching(Span{0, days - 1}), Family: Family{Run: 1}, Attention: &Attention{Reports: make([]float64, days)}}
	for d := range days {
		recorded := 10.0
		if d >= days/2 {
			recorded = 60
		}
		rate := before
		if d >= from {
			rate = after
		}
		s.Attention.Reports[d] = float64(poissonDraw(recorded, rng))
		if rng.Float64() < rate*recorded {
			s.Responses = append(s.Responses, Event{ID: fmt.Sprint("R", d), When: On(Day(d))})
		}
	}
	return s
}

func seriesOf(t *testing.T, study Study) Series {
	t.Helper()
	s, err := newEngine(study, Defaults(5)).series()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// That more was recorded is no change of the world: a data set is read beside its attention, or not at all.
func TestADenserDataSetIsNoChangeOfTheWorld(t *testing.T) {
	const histories = 100
	var change, trend, burst, left share
	for i := range uint64(histories) {
		study := denser(i, .0007, .0007, 0)
		with := seriesOf(t, study)
		if !with.Trend.Verdict.OK || !with.Burst.Verdict.OK || !with.Hawkes.Attention {
			t.Fatalf("withheld beside attention: %+v %+v", with.Trend, with.Burst)
		}
		change.count(with.Change.Verdict.OK)
		trend.count(*with.Trend.P <= .05)
		burst.count(*with.Burst.P <= .05)
		study.Attention, study.Denominator = nil, Register // what would be said without it
		without := seriesOf(t, study)
		left.count(*without.Trend.P <= .05 && without.Change.Verdict.OK)
		study.Denominator = DataSet
		for _, v := range verdictsOf(seriesOf(t, study)) {
			if v.OK || v.Text != NotOffered || !strings.Contains(v.Why, "series of attention") {
				t.Fatalf("told of a data set without attention: %+v", v)
			}
		}
	}
	if change.rate() > .05 || trend.rate() > .1 || burst.rate() > .1 {
		t.Errorf("beside attention a change is offered in %.1f %%, a trend called small in %.1f %%, a burst in %.1f %%", 100*change.rate(), 100*trend.rate(), 100*burst.rate())
	}
	if left.rate() < .8 {
		t.Errorf("without attention only %.0f %% would mislead: the histories show nothing", 100*left.rate())
	}
	t.Logf("change %.1f, trend %.1f, burst %.1f; without attention %.1f", 100*change.rate(), 100*trend.rate(), 100*burst.rate(), 100*left.rate())
}

func verdictsOf(s Series) []Verdict {
	return []Verdict{s.Change.Verdict, s.Trend.Verdict, s.Burst.Verdict}
}

// A change of the share that is responses is still found, on its own day and not on that of the data set.
func TestAChangeBesideAttention(t *testing.T) {
	var found, near share
	for i := range uint64(50) {
		s := seriesOf(t, denser(i, .0003, .003, 1500))
		found.count(s.Change.Verdict.OK && *s.Trend.P < .05 && *s.Trend.U > 0)
		if s.Change.Verdict.OK {
			near.count(s.Starts[s.Change.Last] >= 1300 && s.Starts[s.Change.Last] <= 1700)
		}
	}
	if found.rate() < .9 || near.rate() < .9 {
		t.Errorf("found in %.0f %%, near its day in %.0f %%", 100*found.rate(), 100*near.rate())
	}
}

// A register records all, and who searched declared the days: there the responses are read as they are.
func TestASeriesOfARegisterNeedsNoAttention(t *testing.T) {
	study := answeredStudy()
	for _, how := range []Denominator{Searched, Register} {
		study.Denominator = how
		if s := seriesOf(t, study); !s.Trend.Verdict.OK || !s.Burst.Verdict.OK || s.Hawkes.Attention {
			t.Errorf("%s: %+v", how, s)
		}
	}
}

// Even attention changes nothing of what is said without any.
func TestEvenAttentionIsNone(t *testing.T) {
	study := answeredStudy()
	without := seriesOf(t, study)
	study.Attention = &Attention{From: start - 30, Reports: slices.Repeat([]float64{7}, 1600)}
	with := seriesOf(t, study)
	if d := *with.Trend.U - *without.Trend.U; d > 1e-9 || d < -1e-9 || with.Change.Last != without.Change.Last || with.Burst.N < without.Burst.N-1 || with.Burst.N > without.Burst.N+1 {
		t.Errorf("%+v\n%+v", with.Trend, without.Trend)
	}
}

// What is withheld is not there, in numbers as in JSON: a 0 would be read as one.
func TestWhatIsWithheldIsNull(t *testing.T) {
	study := answeredStudy()
	study.Triggers, study.Responses = study.Triggers[:2], study.Responses[:1]
	study.Others[0].Observed = []Span{{start + 5000, start + 5001}}
	for _, how := range []Denominator{DataSet, Searched, NoDenominator} {
		study.Denominator = how
		for i := range study.Triggers {
			study.Triggers[i].When = On(start + 9000) // its window is never watched, so no day is covered
		}
		var back map[string]any
		text, err := json.Marshal(tested(t, study))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"series.trend.u", "series.trend.p", "series.burst.p", "series.burst.n", "series.burst.from", "ratio.lower", "strip.0.lower", "swing.lower",
			"placebos.0.ratio.lower", "placebos.1.ratio.lower", "replications.0.ratio.lower"} {
			if how == NoDenominator && !strings.HasPrefix(path, "s") || strings.HasPrefix(path, "replications") {
				continue
			}
			if got := reach(back, path); got != nil {
				t.Errorf("%s: %s is %v", how, path, got)
			}
		}
	}
}

func reach(v any, path string) any {
	for _, key := range strings.Split(path, ".") {
		switch at := v.(type) {
		case map[string]any:
			v = at[key]
		case []any:
			i, _ := strconv.Atoi(key)
			v = at[i]
		}
	}
	return v
}
