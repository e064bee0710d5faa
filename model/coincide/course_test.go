package coincide

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
	"time"
)

// followed is a study with something of everything that takes time: vague dates, several sources, a replication, self-excitation.
func followed() (Study, Settings) {
	study, s := answeredStudy(), Defaults(3)
	triggers, responses, level := world{days: 1460, triggers: 40, responses: 90, attention: "waves", spread: .8}.draw(seeded(2))
	study.Triggers, study.Responses = events("T", moved(triggers), "a", "b"), events("R", moved(responses), "a", "c")
	for i := range study.Responses[:10] {
		study.Responses[i].When.Last += 30
	}
	study.Attention = &Attention{start, level}
	s.Runs, s.Draws, s.Refits, s.StripTo = 40, 20, 19, 12
	return study, s
}

func TestATestIsFollowed(t *testing.T) {
	study, s := followed()
	alone, err := Test(study, s)
	if err != nil {
		t.Fatal(err)
	}
	calls, last, of, longest, since := 0, 0, 0, time.Duration(0), time.Now()
	r, err := TestWith(study, s, func(done, total int) error {
		if done < last || done > total || of > 0 && total != of {
			t.Fatalf("%d of %d steps are done after %d of %d", done, total, last, of)
		}
		longest, since = max(longest, time.Since(since)), time.Now()
		calls, last, of = calls+1, done, total
		return nil
	})
	if err != nil || last != of || calls < 500 {
		t.Errorf("%d calls, the last with %d of %d steps (%v)", calls, last, of, err)
	}
	t.Logf("%d calls, at most %v apart", calls, longest)
	a, _ := json.Marshal(alone)
	b, err := json.Marshal(r)
	if err != nil || !slices.Equal(a, b) {
		t.Errorf("the result depends on being followed (%v):\n%s\n%s", err, a, b)
	}
	stop := errors.New("enough")
	for at := 1; at <= calls; at += 1 + calls/60 {
		n := 0
		r, err := TestWith(study, s, func(int, int) error {
			if n++; n == at {
				return stop
			}
			if n > at {
				t.Fatalf("asked again after it was stopped at call %d", at)
			}
			return nil
		})
		if !errors.Is(err, stop) || r != nil {
			t.Fatalf("stopped at call %d of %d: %v, %v", at, calls, r, err)
		}
	}
}

// A study without a denominator and one of nothing at all end their course, too.
func TestTheCourseEnds(t *testing.T) {
	known, s := followed()
	known.Denominator = NoDenominator
	empty := Study{Denominator: Searched, Observed: Watching(Span{0, 0}), Family: Family{Run: 1}}
	for name, study := range map[string]Study{"known cases": known, "one day": empty, "nothing": {Denominator: NoDenominator, Family: Family{Run: 1}}} {
		last, of := -1, 0
		if _, err := TestWith(study, s, func(done, total int) error { last, of = done, total; return nil }); err != nil || last != of {
			t.Errorf("%s: %d of %d steps (%v)", name, last, of, err)
		}
	}
}
