package app

import (
	"math"
	"slices"
	"strings"

	"orrery/model/coincide"
)

// overlapWords say why the stronger correction is used.
const overlapWords = "By Benjamini and Yekutieli, because rules of one ledger may share events and pairs of states, and so may fail together."

// oneVoice puts what is known here of a run's standing in the place of the engine's word, which knows only that it does not count.
func oneVoice(res *coincide.Result, stood ruleStood) {
	if res.Exploratory == "" || len(stood.Why) == 0 {
		return
	}
	was := res.Exploratory
	res.Exploratory = strings.Join(stood.Why, "; ")
	for i := range res.Conditions {
		if res.Conditions[i].Text == was {
			res.Conditions[i].Text = res.Exploratory
		}
	}
	for i := range res.Strip {
		if res.Strip[i].Why == was {
			res.Strip[i].Why = res.Exploratory
		}
	}
	for i := range res.Advice {
		if res.Advice[i].Code == "registered" && stood.Registered != "" {
			res.Advice[i].Text = "Run the rule, as it is, on events and days that nobody had seen when it was registered, from a source that is no list of known cases."
		}
	}
}

// guard takes out of a result what a guardrail withholds, so that no exit can show it: neither a screen, nor JSON, nor a table.
func guard(res *coincide.Result) {
	if !res.Rates.Verdict.OK {
		none := coincide.Bound(math.NaN())
		res.Rates.Precursor, res.Rates.Trigger, res.Rates.Expected = none, none, none
	}
	s := &res.Series
	if !s.Change.Verdict.OK {
		s.Change = coincide.Change{Posterior: []float64{}, Verdict: s.Change.Verdict}
	}
	if !s.Trend.Verdict.OK {
		s.Trend = coincide.Trend{Verdict: s.Trend.Verdict}
	}
	if !s.Burst.Verdict.OK {
		s.Burst = coincide.Burst{Days: s.Burst.Days, Verdict: s.Burst.Verdict}
	}
	if !s.Hawkes.Verdict.OK {
		s.Hawkes = coincide.HawkesFit{Attention: s.Hawkes.Attention, Verdict: s.Hawkes.Verdict}
	}
	if !res.Testing.OK {
		guardTest(res)
	}
}

// guardTest takes out every p of a run that has too little to test: also of its placebos, of other widths and in words.
func guardTest(res *coincide.Result) {
	const why = "the rule itself has too little to test"
	res.Power = []coincide.PowerLine{}
	for i := range res.Placebos {
		p := &res.Placebos[i]
		p.P, p.Adjusted, p.Reacts, p.Verdict = nil, nil, false, coincide.Verdict{Text: coincide.TooFew, Why: why}
	}
	for i := range res.Strip {
		res.Strip[i].P = nil
	}
	kinds := []string{coincide.NegativeLags, coincide.OtherStates, coincide.UnrelatedClass}
	for i := range res.Conditions {
		c := &res.Conditions[i]
		if slices.Contains(kinds, c.Code) && !strings.HasPrefix(c.Text, "placebo not run") {
			c.OK, c.Text = false, "placebo tells nothing: "+why
		}
	}
	res.Advice = slices.DeleteFunc(res.Advice, func(a coincide.Advice) bool { return a.Code == "placebo" })
}

// mostGroup is how many cases of a placebo or a replication are kept to be looked at.
const mostGroup = 5000

// groupsOf are the cases of the data beside the rule's own, by the name of the number that they make.
func groupsOf(s coincide.Study, res *coincide.Result) map[string][]ruleCase {
	out := map[string][]ruleCase{}
	add := func(name string, events []coincide.Event, trigger bool) {
		for _, e := range events[:min(len(events), mostGroup)] {
			out[name] = append(out[name], ruleCase{e.ID, e.Dyad, trigger})
		}
	}
	for _, g := range s.Others {
		add("placebo/"+coincide.OtherStates+"/"+g.Name, g.Responses, false)
	}
	for _, g := range s.Unrelated {
		add("placebo/"+coincide.UnrelatedClass+"/"+g.Name, g.Responses, false)
	}
	for _, g := range s.Replications {
		add("replication/"+g.Name, g.Triggers, true)
		add("replication/"+g.Name, g.Responses, false)
	}
	if w := res.Swing; w != nil {
		alone := func(e coincide.Event) bool { return len(e.Sources) != 1 || e.Sources[0] != w.Source }
		add("swing", slices.DeleteFunc(slices.Clone(s.Triggers), alone), true)
		add("swing", slices.DeleteFunc(slices.Clone(s.Responses), alone), false)
	}
	return out
}
