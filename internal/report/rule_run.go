package report

import (
	"fmt"
	"strconv"
	"strings"

	"orrery/internal/app"
	"orrery/model/coincide"
)

// RuleRun lays out one run of a rule: the answer, the cases, the table of days, the test with
// the family beside every p, placebos, what the label rests on and what would change it. The numbers
// are put into words where the screens have theirs from. The CSV has one row a trigger and one a response,
// with every pair.
func RuleRun(v app.RuleRun) Page {
	res := v.Result
	p := Page{Title: v.Rule.Title + " (" + v.Rule.Slug + ")", Sentence: v.Sentence.String() + " " + v.Denominator, Notes: v.Notes}
	head := ruleHead(v.Rule)
	head.add("line", v.Rule.Line)
	words := wordsOf(v)
	p.Tables = []Table{head, searchLog(v), figures("Cases", v.Figures), ruleCases(v, words), fourFold(v), unknownDays(v),
		ruleTest(v), numbers(v, "Power", "power/"), numbers(v, "Placebos, which must find nothing", "placebo/"), numbers(v, "Replications", "replication/"),
		numbers(v, "What the label needs", "condition/"), advice(res), numbers(v, "Other widths of the window, which are no test", "strip/"), ruleLags(v),
		numbers(v, "The responses by themselves", "series-"), ruleDrops(v), ruleReceipt(v.Receipt)}
	p.Data = ruleData(res, words)
	return p
}

// RulePage lays out a rule with a kept run of it, or says that it was never run.
func RulePage(v app.RulePage) Page {
	if v.Run != nil {
		return RuleRun(*v.Run)
	}
	p := Rule(v.Rule)
	p.Notes = append(p.Notes, "The rule was never run as it stands. Run it with orrery rule run "+v.Rule.Slug+": the run counts in the family from then on.")
	p.Data = ruleData(nil, caseWords{})
	return p
}

// numbers are those whose name begins so, with the rest of it; neighbours on a scale, such as widths, that say the same share
// a row, which opens the first.
func numbers(v app.RuleRun, title, begin string) Table {
	t := Table{Title: title, Columns: columns("of", "what", "because")}
	var list []app.RuleNumber
	for _, n := range v.Numbers {
		if name, ok := strings.CutPrefix(n.Name, begin); ok {
			n.Name = name
			list = append(list, n)
		}
	}
	for from := 0; from < len(list); {
		to := from
		for to+1 < len(list) && list[to+1].Text == list[from].Text && onScale(list[from].Name) {
			to++
		}
		name := list[from].Name
		if to > from {
			name += " to " + list[to].Name
		}
		t.add(name, list[from].Text, quoted(list[from].Trace))
		from = to + 1
	}
	return t
}

// onScale says whether a name is a number, so that "3 to 60" means everything between.
func onScale(name string) bool {
	_, err := strconv.ParseFloat(name, 64)
	return err == nil
}

func numberOf(v app.RuleRun, name string) app.RuleNumber {
	for _, n := range v.Numbers {
		if n.Name == name {
			return n
		}
	}
	return app.RuleNumber{Name: name, Text: "?"}
}

func searchLog(v app.RuleRun) Table {
	t := Table{Title: "Search log", Columns: columns("who looked", "where", "from", "to", "states")}
	for _, s := range v.Searched {
		t.add(s.By, s.Where, s.From, s.To, strings.Join(s.States, " "))
	}
	return t
}

// fourFold is the table of days; what cannot be known is a question mark.
func fourFold(v app.RuleRun) Table {
	t := Table{Title: "Days", Columns: columns("", ">with a response", ">without", "because")}
	cell := func(name string, c coincide.Cell) string {
		n := numberOf(v, name)
		switch {
		case n.Shown:
			return n.Text
		case c.N > 0:
			return "? (listed: " + itoa(c.N) + ")"
		}
		return "?"
	}
	f := v.Result.FourFold
	t.add("in a window", cell("in-with", f.InWith), cell("in-without", f.InWithout), quoted(numberOf(v, "in-with").Trace)+" "+quoted(numberOf(v, "in-without").Trace))
	t.add("on other days", cell("out-with", f.OutWith), cell("out-without", f.OutWithout), quoted(numberOf(v, "out-with").Trace)+" "+quoted(numberOf(v, "out-without").Trace))
	return t
}

// unknownDays says why a cell of the table of days cannot be known.
func unknownDays(v app.RuleRun) Table {
	t := Table{Title: "Why a cell is not known", Columns: columns("cell", "why")}
	for _, name := range []string{"in-with", "in-without", "out-with", "out-without"} {
		if n := numberOf(v, name); !n.Shown {
			t.add(n.Label, n.Text)
		}
	}
	return t
}

// ruleTest are the numbers of the test, or why there are none.
func ruleTest(v app.RuleRun) Table {
	t := Table{Title: "Test", Columns: columns("of", "what", "because")}
	for _, name := range []string{"label", "p", "p-stratified", "p-circular", "p-straight", "p-rotated", "p-constant", "q", "ratio-strata", "ratio", "ratio-lower", "base", "rate-precursor", "rate-trigger", "rate-expected",
		"days", "covered", "dates", "swing", "latency", "published"} {
		n := numberOf(v, name)
		t.add(n.Label, n.Text, quoted(n.Trace))
	}
	t.add("family", v.Family.Text, quoted(numberOf(v, "family").Trace))
	return t
}

// ruleLags are the lags that occur.
func ruleLags(v app.RuleRun) Table {
	t := Table{Title: "Days from a trigger to a response; below 0 the response came first", Columns: columns(">days", ">pairs", "because")}
	for _, n := range v.Numbers {
		if lag, ok := strings.CutPrefix(n.Name, "lag/"); ok && n.Text != "0" {
			t.add(lag, n.Text, quoted(n.Trace))
		}
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
		t.add(d.Why, itoa(d.N), quoted(d.Trace))
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
