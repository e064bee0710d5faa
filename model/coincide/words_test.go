package coincide

import (
	"strings"
	"testing"
)

// What is known without anybody having searched, in the words of the answer.
func TestKnownCasesInASentence(t *testing.T) {
	at := func(days ...Day) []Event { return events("E", days) }
	for want, s := range map[string]Study{
		"1 pair, no searched non-responses: ":                                           {Triggers: at(9000), Responses: at(9004), Rule: Rule{DT: 60}},
		"2 triggers, none with a known response within 60 days; nobody searched: ":      {Triggers: at(9000, 9500), Responses: at(9100), Rule: Rule{DT: 60}},
		"2 triggers, none with a known response 1 to 61 days later; nobody searched: ":  {Triggers: at(9000, 9500), Rule: Rule{Tau: 1, DT: 60}},
		"1 trigger without a known response on the day 5 days later; nobody searched: ": {Triggers: at(9000), Rule: Rule{Tau: 5}},
		"no trigger, 1 known response; nobody searched: ":                               {Responses: at(9000), Rule: Rule{DT: 60}},
		"no trigger and no response known; nobody searched: ":                           {Rule: Rule{DT: 60}},
	} {
		s.Denominator, s.Family = NoDenominator, Family{Run: 1}
		r := tested(t, s)
		if r.Sentence != want+string(NotExcluded)+"." {
			t.Errorf("%q, want %q", r.Sentence, want)
		}
		if r.Testing.Text != NoBaseRate || r.PowerVerdict.Text != NoBaseRate {
			t.Errorf("without a base rate the reason is %+v", r.Testing)
		}
	}
}

func conditionOf(r *Result, code string) Condition {
	for _, c := range r.Conditions {
		if c.Code == code {
			return c
		}
	}
	return Condition{}
}

// A condition says one thing, and is met only by what was looked at.
func TestConditionsSayWhy(t *testing.T) {
	study := answeredStudy()
	study.Others, study.Unrelated = nil, nil
	r := tested(t, study)
	for code, want := range map[string]string{OtherStates: "placebo not run: every state that was watched had a trigger",
		UnrelatedClass: "placebo not run: the rule names no class that should not react", "dates": "every day is known"} {
		if c := conditionOf(r, code); c.Text != want || c.OK != (code == "dates") {
			t.Errorf("%+v, want %q", c, want)
		}
	}
	study.Responses = study.Responses[:3]
	study.Responses[0].When.Last += 20
	r = tested(t, study)
	if c := conditionOf(r, "dates"); c.OK || c.Text != "1 day known only roughly, and no p-value to hold them against" {
		t.Errorf("dates that nothing was tested on: %+v", c)
	}
	for _, a := range r.Advice {
		if a.Code == "enough" && a.Text != "5 responses more, at least, before a p-value is shown." {
			t.Errorf("%q", a.Text)
		}
	}
	study.Denominator = NoDenominator
	if c := conditionOf(tested(t, study), NegativeLags); c.OK || c.Text != "placebo not run: no base rate" {
		t.Errorf("%+v", c)
	}
}

func TestChancesAreWrittenOneWay(t *testing.T) {
	for p, want := range map[float64]string{1: "1", .9996: "1", .19: ".190", .9994: ".999", .0009: "below .001", .001: ".001"} {
		if got := small(p); got != want || strings.HasPrefix(got, "1.") {
			t.Errorf("%g is written %q, want %q", p, got, want)
		}
	}
}
