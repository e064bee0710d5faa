package report

import (
	"fmt"
	"strconv"

	"orrery/internal/app"
)

// Grid lays out a grid of tests on reports: what survives, what the screen could have found at all, and what it rests on. The CSV has
// one row for each survivor and for each of the nearest tests that do not survive.
func Grid(v app.GridView) Page {
	p := Page{Title: "Grid of tests on " + v.Set + ": a screen for hypotheses", Sentence: v.Sentence.String(),
		Tables: []Table{gridSurvivors(v), gridWindows(v), gridFinds("Survivors at q .10, each labelled "+v.Label, v.Found), gridFinds("Nearest, none of them a finding", v.Nearest), gridOf(v), ruleReceipt(v.Receipt)},
		Notes:  append([]string{v.Definition}, v.Notes...), Data: gridData(v)}
	if v.More > 0 {
		p.Notes = append(p.Notes, itoa(v.More)+" more survivors are not listed.")
	}
	p.Notes = append(p.Notes, v.Denominator, "Because: "+quoted(v.Trace))
	return p
}

func gridSurvivors(v app.GridView) Table {
	t := Table{Title: "Survivors among " + itoa(v.Tests) + " tests", Columns: columns("correction", ">q", ">survive", ">without any link")}
	for _, c := range v.Survivors {
		control := ""
		if c.Control != nil {
			control = itoa(*c.Control)
		}
		t.add(c.How, fmt.Sprintf("%.2f", c.Q), itoa(c.N), control)
	}
	return t
}

func gridWindows(v app.GridView) Table {
	t := Table{Title: "Windows", Columns: columns("days after", ">could be tested", ">p at most .05")}
	for _, w := range v.Windows {
		t.add(fmt.Sprintf("%d to %d", v.Lag, v.Lag+w.Days), itoa(w.Testable), itoa(w.Small))
	}
	return t
}

func gridFinds(title string, list []app.GridFind) Table {
	t := Table{Title: title, Columns: columns("what", ">steps", ">answers", ">hits", ">days covered", ">of", ">p", ">q BH", ">q BY", "rate ratio")}
	for _, f := range list {
		t.add(f.Words, itoa(f.Triggers), itoa(f.Responses), itoa(f.Hits), itoa(f.Covered), itoa(f.Days), gridP(f.P), gridP(f.BH), gridP(f.BY), gridRatio(f.Ratio))
	}
	return t
}

// gridP writes a p of a grid, where differences below a thousandth matter.
func gridP(p float64) string { return strconv.FormatFloat(p, 'g', 3, 64) }

func gridRatio(r *app.GridRatio) string {
	if r == nil {
		return "not estimable"
	}
	ends := func(v *float64) string {
		if v == nil {
			return "no limit"
		}
		return fmt.Sprintf("%.2f", *v)
	}
	return fmt.Sprintf("%s (%.2f to %s)", ends(r.Estimate), r.Lo, ends(r.Hi))
}

func gridOf(v app.GridView) Table {
	t := Table{Title: "What it rests on", Columns: columns("of", "what")}
	t.add("tests", fmt.Sprintf("%d: %d directed dyads (of %d) x 16 x 16 types x %d windows", v.Tests, v.Dyads, v.AllDyads, len(v.Windows)))
	t.add("could be tested", itoa(v.Testable))
	t.add("uncorrected p at most .05", itoa(v.Small))
	t.add("shifts", fmt.Sprintf("%d, smallest p %s: needed by %d before any survives at q .10, reached by %d; a single one survives among %d tests or fewer", v.Shifts, gridP(v.Least), v.Need, v.AtLeast, v.Fits))
	t.add("strata", v.Strata)
	r := v.Reports
	t.add("reports", fmt.Sprintf("%d read, %d used (%d of them linked to an earlier one)", r.Read, r.Used, r.Again))
	t.add("left out", fmt.Sprintf("%d with a party that is no state, %d within one state, %d without a type, %d whose day is not sure", r.NoState, r.Within, r.NoType, r.Unsure))
	for _, c := range v.Covered {
		where := "all states"
		if len(c.States) > 0 {
			where = fmt.Sprint(len(c.States), " states")
		}
		t.add("covered", c.From+" to "+c.To+", "+where)
	}
	if v.From != "" || v.To != "" {
		t.add("only", v.From+" to "+v.To)
	}
	return t
}

func gridData(v app.GridView) Table {
	t := Table{Columns: columns("survives", "hub", "state", "trigger", "response", "lag", "window", "triggers", "responses", "hits", "covered", "days", "p", "p_strata", "p_circular", "p_straight", "shifts", "shifts_straight", "bh", "by", "ratio", "ratio_lo", "ratio_hi")}
	full := func(p float64) string { return strconv.FormatFloat(p, 'g', -1, 64) }
	for i, f := range append(append([]app.GridFind{}, v.Found...), v.Nearest...) {
		var estimate, lo, hi string
		if f.Ratio != nil {
			estimate, lo, hi = decimal(f.Ratio.Estimate), full(f.Ratio.Lo), decimal(f.Ratio.Hi)
		}
		t.add(yes(i < len(v.Found)), f.Hub.Code, f.State.Code, f.Trigger, f.Response, itoa(v.Lag), itoa(f.Window), itoa(f.Triggers), itoa(f.Responses), itoa(f.Hits), itoa(f.Covered), itoa(f.Days),
			full(f.P), full(f.Stratified), full(f.Circular), full(f.Straight), itoa(f.Shifts), itoa(f.Ahead), full(f.BH), full(f.BY), estimate, lo, hi)
	}
	return t
}
