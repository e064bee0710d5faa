package report

import (
	"fmt"
	"strings"

	"orrery/internal/app"
	"orrery/model/coincide"
)

// caseWords are the events of a run. Its two sides may come from two sets of reports, in which the same key names different things.
type caseWords struct {
	from app.RuleSets
	of   map[caseName]app.RuleEvent
}

type caseName struct{ set, key string }

func wordsOf(v app.RuleRun) caseWords {
	w := caseWords{v.From, map[caseName]app.RuleEvent{}}
	for _, e := range v.Events {
		w.of[caseName{e.Set, e.Key}] = e
	}
	return w
}

func (w caseWords) trigger(id string) app.RuleEvent {
	return w.of[caseName{w.from.Triggers, app.CaseKey(id)}]
}

func (w caseWords) response(id string) app.RuleEvent {
	return w.of[caseName{w.from.Responses, app.CaseKey(id)}]
}

// mostCases is how many triggers a page lists; the CSV has all.
const mostCases = 200

// ruleCases lists the triggers, answered or not; responses that none precedes are counted above.
func ruleCases(v app.RuleRun, words caseWords) Table {
	t := Table{Title: "Triggers", Columns: columns("when", "dyad", "fate", ">days", "what", "because")}
	for i, c := range v.Result.Triggers {
		if i == mostCases {
			t.Title = fmt.Sprintf("Triggers, the first %d of %d; --csv has all", mostCases, v.Cases.Triggers)
			break
		}
		lag := ""
		if c.Fate == coincide.Answered {
			lag = itoa(c.Lag)
		}
		e := words.trigger(c.ID)
		t.add(e.When, c.Dyad, ruleFate(c, v.Result.Denominator), lag, e.Summary, quoted(e.Trace))
	}
	return t
}

// ruleFate says what became of a trigger, and does not say "unanswered" where nobody looked.
func ruleFate(c coincide.TriggerCase, d coincide.Denominator) string {
	if c.Fate == coincide.Unanswered && d == coincide.NoDenominator {
		return "none known"
	}
	return c.Fate
}

// partners are the other sides of a case's pairs, with the days between.
type partners struct{ keys, lags []string }

func (p *partners) add(id string, lag int) {
	p.keys, p.lags = append(p.keys, app.CaseKey(id)), append(p.lags, itoa(lag))
}

// ruleData has a row a case; a page has it only where somebody wants a table.
func ruleData(res *coincide.Result, words caseWords) Table {
	t := Table{Columns: columns("role", "event", "dyad", "when", "day", "fate", "merged_into", "partners", "lags", "summary", "because")}
	if res == nil {
		return t
	}
	triggers, responses := map[string]*partners{}, map[string]*partners{}
	of := func(side map[string]*partners, id string) *partners {
		if side[id] == nil {
			side[id] = &partners{}
		}
		return side[id]
	}
	for _, p := range res.Pairs {
		of(triggers, p.Trigger).add(p.Response, p.Lag)
		of(responses, p.Response).add(p.Trigger, p.Lag)
	}
	for _, c := range res.Triggers {
		e, with := words.trigger(c.ID), of(triggers, c.ID)
		t.add("trigger", app.CaseKey(c.ID), c.Dyad, e.When, c.Day.String(), ruleFate(c, res.Denominator), "", strings.Join(with.keys, ";"), strings.Join(with.lags, ";"), e.Summary, e.Trace)
	}
	for _, c := range res.Responses {
		e, with, into := words.response(c.ID), of(responses, c.ID), ""
		if c.Into != "" {
			into = app.CaseKey(c.Into)
		}
		t.add("response", app.CaseKey(c.ID), c.Dyad, e.When, c.Day.String(), c.Fate, into, strings.Join(with.keys, ";"), strings.Join(with.lags, ";"), e.Summary, e.Trace)
	}
	return t
}
