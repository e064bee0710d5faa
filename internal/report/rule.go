package report

import (
	"fmt"
	"strings"

	"orrery/internal/app"
)

// Registration lays out what became of a rule's file.
func Registration(v app.Registration) Page {
	p := Rule(v.Rule)
	p.Sentence = v.Note
	return p
}

// Rules lists the rules. The CSV has one row a rule.
func Rules(v app.RuleList) Page {
	p := Page{Title: "Rules", Notes: scope(v.Scope)}
	p.Sentence = fmt.Sprintf("%d %s in the ledger; %s.", len(v.Rules), plural(len(v.Rules), "rule", "rules"), v.Text)
	if len(v.Rules) == 0 {
		p.Sentence += " Register one with orrery rule register FILE."
	}
	t := Table{Columns: columns("rule", "standing", "registered", ">runs", "last label", "p", "title")}
	p.Data = Table{Columns: columns("rule", "title", "hub", "standing", "why", "registered", "by", "fork_of", "hash", "runs", "last_label", "last_p", "last_q", "line")}
	for _, r := range v.Rules {
		label, small, corrected, beside := "never run", "", "", ""
		if len(r.Runs) > 0 {
			label, small, corrected, beside = r.Runs[0].Label, maybe(r.Runs[0].P), maybe(r.Runs[0].Q), r.Runs[0].PText
		}
		t.add(r.Slug, r.Standing, r.Registered, itoa(len(r.Runs)), label, beside, r.Title)
		p.Data.add(r.Slug, r.Title, r.Hub.Code, r.Standing, strings.Join(r.Why, "; "), r.Registered, r.By, r.ForkOf, r.Hash, itoa(len(r.Runs)), label, small, corrected, r.Line)
	}
	p.Tables = []Table{t}
	return p
}

// Rule lays out one rule. The CSV has one row a run.
func Rule(v app.RuleView) Page {
	p := Page{Title: v.Title + " (" + v.Slug + ")", Sentence: v.Line, Tables: []Table{ruleHead(v)}}
	p.Data = Table{Columns: columns("run", "at", "seed", "rule_hash", "triggers", "hits", "label", "p", "q")}
	runs := func(title string, list []app.RuleRan) Table {
		t := Table{Title: title, Columns: columns("at", ">triggers", ">hits", "label", "p", ">seed", "run")}
		for _, r := range list {
			t.add(r.At, itoa(r.Triggers), itoa(r.Hits), r.Label, r.PText, fmt.Sprint(r.Seed), r.Ref)
			p.Data.add(r.Ref, r.At, fmt.Sprint(r.Seed), r.Hash, itoa(r.Triggers), itoa(r.Hits), r.Label, maybe(r.P), maybe(r.Q))
		}
		return t
	}
	p.Tables = append(p.Tables, runs("Runs, the newest first", v.Runs), runs("Runs of another form of the rule, which are no answer to it", v.Others), ruleFile(v))
	return p
}

// RuleCheck lays out what a rule's file would be.
func RuleCheck(v app.RuleCheck) Page {
	p := Page{Title: "A rule that is not registered"}
	if v.Rule != nil {
		p = Rule(*v.Rule)
	}
	p.Data = Table{Columns: columns("place", "problem", "do")}
	faults := Table{Title: "Faults", Columns: columns("place", "problem", "do")}
	for _, f := range v.Faults {
		faults.add(f.Field, f.Problem, f.Do)
		p.Data.add(f.Field, f.Problem, f.Do)
	}
	p.Sentence, p.Tables = joined(v.Note, p.Sentence), append([]Table{faults}, p.Tables...)
	return p
}

func joined(a, b string) string { return strings.TrimSpace(a + " " + b) }

func ruleHead(v app.RuleView) Table {
	t := Table{Title: "Rule", Columns: columns("of", "what")}
	t.add("standing", v.Standing)
	for _, why := range v.Why {
		t.add("because", why)
	}
	if v.Registered != "" {
		t.add("registered", v.Registered+" by "+v.By)
	} else {
		t.add("registered", "no")
	}
	t.add("hash", v.Hash)
	if len(v.Sets) > 0 {
		t.add("reports of", strings.Join(v.Sets, ", "))
	}
	if v.ForkOf != "" {
		t.add("fork of", v.ForkOf)
	}
	if len(v.Forks) > 0 {
		t.add("forks", strings.Join(v.Forks, ", "))
	}
	return t
}

func ruleFile(v app.RuleView) Table {
	t := Table{Title: "File", Columns: columns("")}
	for line := range strings.SplitSeq(strings.TrimRight(v.File, "\n"), "\n") {
		t.add(line)
	}
	return t
}
