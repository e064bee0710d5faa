package report

import (
	"fmt"
	"strings"

	"orrery/internal/app"
	"orrery/model/coincide"
)

// RuleRun lays out one run of a rule: the answer, the cases, the table of days, the test with
// the family beside every p, placebos, what the label rests on and what would change it. The
// CSV has one row a trigger and one a response, with every pair.
func RuleRun(v app.RuleRun) Page {
	res := v.Result
	p := Page{Title: v.Rule.Title + " (" + v.Rule.Slug + ")", Sentence: v.Sentence.String() + " " + v.Denominator}
	head := ruleHead(v.Rule)
	head.add("line", v.Rule.Line)
	words := map[string]app.RuleEvent{}
	for _, e := range v.Events {
		words[e.Key] = e
	}
	p.Tables = []Table{head, searchLog(v), figures("Cases", v.Figures), ruleCases(res, words), fourFold(v), ruleTest(v), rulePlacebos(v), conditions(v), advice(res), ruleDrops(v), ruleReceipt(v.Receipt)}
	p.Data = ruleData(res, words)
	if res.Published != nil {
		p.Notes = append(p.Notes, res.Published.Name+": "+res.Published.Warning+".")
	}
	return p
}

// eventKey is the key of the event in a case's name KEY@STATE.
func eventKey(id string) string {
	key, _, _ := strings.Cut(id, "@")
	return key
}

func searchLog(v app.RuleRun) Table {
	t := Table{Title: "Search log", Columns: columns("who looked", "where", "from", "to", "states")}
	for _, s := range v.Searched {
		t.add(s.By, s.Where, s.From, s.To, strings.Join(s.States, " "))
	}
	return t
}

// ruleCases lists every trigger, answered or not; responses that none precedes are counted above.
func ruleCases(res *coincide.Result, words map[string]app.RuleEvent) Table {
	t := Table{Title: "Triggers", Columns: columns("when", "dyad", "fate", ">days", "what", "because")}
	for _, c := range res.Triggers {
		lag := ""
		if c.Fate == coincide.Answered {
			lag = itoa(c.Lag)
		}
		e := words[eventKey(c.ID)]
		t.add(e.When, c.Dyad, ruleFate(c, res.Denominator), lag, e.Summary, quoted(e.Trace))
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

func fourFold(v app.RuleRun) Table {
	res, traces := v.Result, map[string]string{}
	for _, f := range v.Figures {
		traces[f.Name] = f.Trace
	}
	t := Table{Title: "Days", Columns: columns("", ">with a response", ">without", "because")}
	cell := func(c coincide.Cell) string {
		if c.Known {
			return itoa(c.N)
		}
		if c.N > 0 {
			return "? (listed: " + itoa(c.N) + ")"
		}
		return "?"
	}
	t.add("in a window", cell(res.FourFold.InWith), cell(res.FourFold.InWithout), quoted(traces["hits"]))
	t.add("on other days", cell(res.FourFold.OutWith), cell(res.FourFold.OutWithout), quoted(traces["outside"]))
	return t
}

// ruleTest are the numbers of the test, or why there are none.
func ruleTest(v app.RuleRun) Table {
	res := v.Result
	t := Table{Title: "Test", Columns: columns("of", "what")}
	t.add("label", string(res.Label))
	beside := fmt.Sprintf(" (1 of %d %s ever run)", v.Family.Run, plural(v.Family.Run, "rule", "rules"))
	if res.P == nil {
		t.add("p", strings.TrimSuffix(res.Testing.Text+": "+res.Testing.Why, ": "))
	} else {
		t.add("p", chance(res.P.Reported)+beside)
		t.add("p stratified", chance(res.P.Stratified)+beside)
		t.add("p circular", chance(res.P.Circular)+beside)
		if res.P.Rotated > 0 {
			t.add("p rotated", chance(res.P.Rotated)+beside)
		}
		t.add("p constant rate", chance(res.P.Constant)+beside+", beside the test only")
	}
	if c := res.Corrected; c != nil {
		t.add("q", chance(c.Q)+" by "+string(c.How)+beside)
	}
	ratio := func(what string, r *coincide.Ratio) {
		if r != nil {
			t.add(what, fmt.Sprintf("%s, %.0f %% interval %s to %s", bound(r.Estimate), 100*res.Settings.Level, bound(r.Lo), bound(r.Hi)))
		}
	}
	if !res.Ratio.Verdict.OK {
		t.add("rate ratio", res.Ratio.Verdict.Text+": "+res.Ratio.Verdict.Why)
	}
	ratio("rate ratio", res.Ratio.Constant)
	ratio("rate ratio in strata", res.Ratio.Strata)
	for _, l := range res.Power {
		t.add(fmt.Sprintf("power at %g×", l.Effect), fmt.Sprintf("%.0f %% of simulated studies", 100*l.Power))
	}
	if s := res.Swing; s != nil {
		t.add("largest swing: without "+s.Source, fmt.Sprintf("%s, %d hits", s.Label, s.Hits))
	}
	t.add("family", v.Family.Text)
	return t
}

func bound(b coincide.Bound) string {
	text, err := b.MarshalJSON()
	if err != nil || string(text) == "null" {
		return "no limit"
	}
	return fmt.Sprintf("%.2f", float64(b))
}

func rulePlacebos(v app.RuleRun) Table {
	t := Table{Title: "Placebos, which must find nothing", Columns: columns("kind", "name", ">hits", ">responses", "p", "finding")}
	for _, pl := range v.Result.Placebos {
		small := ""
		if pl.P != nil {
			small = chance(pl.P.Reported) + fmt.Sprintf(" (1 of %d run)", v.Family.Run)
		}
		finding := "finds nothing"
		if pl.Reacts {
			finding = "REACTS: " + pl.Verdict.Why
		} else if !pl.Verdict.OK {
			finding = "tells nothing: " + pl.Verdict.Why
		}
		t.add(pl.Kind, pl.Name, itoa(pl.Hits), itoa(pl.Responses), small, finding)
	}
	return t
}

func conditions(v app.RuleRun) Table {
	t := Table{Title: "What the label needs", Columns: columns("condition", "met", "what")}
	for _, c := range v.Result.Conditions {
		if c.Code == "registered" && !c.OK {
			c.Text = v.Rule.Standing + ": " + strings.Join(v.Rule.Why, "; ")
		}
		t.add(c.Code, yes(c.OK), c.Text)
	}
	return t
}

func advice(res *coincide.Result) Table {
	t := Table{Title: "What would change this answer", Columns: columns("of", "what")}
	for _, a := range res.Advice {
		t.add(a.Code, a.Text)
	}
	return t
}

func ruleDrops(v app.RuleRun) Table {
	t := Table{Title: "Events not used", Columns: columns("why", ">n", "because")}
	for _, d := range v.Dropped {
		t.add(d.Why, itoa(len(d.Refs)), quoted(d.Trace))
	}
	return t
}

func ruleReceipt(c app.RuleReceipt) Table {
	t := Table{Title: "Receipt", Columns: columns("of", "what")}
	t.add("run", c.Ref+", "+c.Code+", Orrery "+c.Version+", computed "+c.At)
	t.add("seed", fmt.Sprint(c.Seed))
	t.add("data", "as of "+c.DataAsOf+", sha256:"+c.DataHash)
	return t
}

func ruleData(res *coincide.Result, words map[string]app.RuleEvent) Table {
	t := Table{Columns: columns("role", "event", "dyad", "when", "day", "fate", "merged_into", "partners", "lags", "summary", "because")}
	for _, c := range res.Triggers {
		var with, lags []string
		for _, p := range res.Pairs {
			if p.Trigger == c.ID {
				with, lags = append(with, eventKey(p.Response)), append(lags, itoa(p.Lag))
			}
		}
		e := words[eventKey(c.ID)]
		t.add("trigger", e.Key, c.Dyad, e.When, c.Day.String(), ruleFate(c, res.Denominator), "", strings.Join(with, ";"), strings.Join(lags, ";"), e.Summary, e.Trace)
	}
	for _, c := range res.Responses {
		var with, lags []string
		for _, p := range res.Pairs {
			if p.Response == c.ID {
				with, lags = append(with, eventKey(p.Trigger)), append(lags, itoa(p.Lag))
			}
		}
		e := words[eventKey(c.ID)]
		t.add("response", e.Key, c.Dyad, e.When, c.Day.String(), c.Fate, eventKey(c.Into), strings.Join(with, ";"), strings.Join(lags, ";"), e.Summary, e.Trace)
	}
	return t
}
