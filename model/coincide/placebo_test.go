package coincide

import (
	"fmt"
	"strings"
	"testing"
)

// settled judges placebos with these p's, each of which could have had a p as small as least.
func settled(t *testing.T, least float64, ps ...float64) (list []Placebo, reacts, ok int) {
	t.Helper()
	var trials []trial
	for i, p := range ps {
		trials = append(trials, trial{Placebo{Name: fmt.Sprint(i), Responses: 20}, Counts{P: p}, least})
	}
	list = (&engine{s: Defaults(1)}).settle(trials)
	for _, p := range list {
		if p.Reacts {
			reacts++
		}
		if p.Verdict.OK {
			ok++
		}
	}
	return list, reacts, ok
}

// One among many states reacts at .05 by luck, and does not reject the rule; a strong one, or many weak ones, do.
func TestPlacebosOfOneKindAreJudgedTogether(t *testing.T) {
	quiet := []float64{.2, .3, .4, .5, .6, .7, .8, .9, 1, 1, 1, 1, 1}
	for want, ps := range map[int][]float64{0: append([]float64{.03}, quiet...), 1: append([]float64{.003}, quiet...), 7: {.01, .01, .02, .02, .02, .02, .025, .6, .7, .8, .9, 1, 1, 1}} {
		list, reacts, ok := settled(t, 1e-4, ps...)
		if reacts != want || ok != 14-want {
			t.Errorf("p %v: %d react, %d find nothing; want %d and %d", ps, reacts, ok, want, 14-want)
		}
		if want == 1 && list[0].Verdict.Why != "p .003 (.042 corrected for 14) where nothing should be found" {
			t.Errorf("it says %q", list[0].Verdict.Why)
		}
	}
	if list, reacts, _ := settled(t, 1e-4, .0000004); reacts != 1 || list[0].Verdict.Why != "p below .001 where nothing should be found" {
		t.Errorf("one alone: %+v", list)
	}
}

// Those that could not have found anything by themselves, so many as there are, tell nothing and cost the others nothing.
func TestPlacebosThatCouldFindNothingDoNotCount(t *testing.T) {
	list, reacts, ok := settled(t, .02, .02, .9, .9)
	if reacts != 0 || ok != 0 || list[0].P != nil || !strings.HasSuffix(list[0].Verdict.Why, "among so many placebos") {
		t.Errorf("three that need .0167 and cannot have less than .02: %+v", list)
	}
	strong := trial{least: 1e-4, counts: Counts{P: .02}}
	list = (&engine{s: Defaults(1)}).settle([]trial{{least: .2}, strong, {least: .03, counts: Counts{P: .9}}, {least: .02, counts: Counts{P: .9}}, {least: 1}})
	if !list[1].Reacts || *list[1].Adjusted != .04 {
		t.Errorf("of five, two could have a p of .025: %+v", list[1])
	}
}

// A state is tested on the days on which responses towards it would have been seen.
func TestAnotherStateIsTestedOnItsOwnDays(t *testing.T) {
	study := answeredStudy()
	other := func(spans ...Span) Placebo {
		study.Others = []Group{{Name: "TJK", Responses: study.Others[0].Responses, Observed: spans}}
		for _, p := range tested(t, study).Placebos {
			if p.Kind == OtherStates {
				return p
			}
		}
		t.Fatal("the placebo of other states is missing")
		return Placebo{}
	}
	all, half := other(), Span{start + 300, start + 999}
	if same := other(Span{start - 500, start + 5000}); same.Covered != all.Covered || same.Responses != all.Responses {
		t.Errorf("watched on all days: %+v, want %+v", same, all)
	}
	want := 0
	for _, r := range study.Others[0].Responses {
		if r.When.First >= half.First && r.When.First <= half.Last {
			want++
		}
	}
	if part := other(half); part.Responses != want || part.Covered >= all.Covered || part.P == nil || want >= all.Responses {
		t.Errorf("watched on some days: %+v; want %d responses of %d", part, want, all.Responses)
	}
	if none := other(Span{start - 500, start - 400}); none.P != nil || none.Verdict.OK || none.Reacts {
		t.Errorf("watched on no day of the study: %+v", none)
	}
	study.Others[0].Observed = []Span{{start + 9, start}}
	if _, err := Test(study, Defaults(1)); err == nil {
		t.Error("days that end before they begin are taken")
	}
}
