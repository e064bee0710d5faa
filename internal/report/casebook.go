package report

import (
	"strings"

	"orrery/casebook"
	"orrery/internal/app"
)

// FaultsView is what a check of a casebook found.
type FaultsView struct {
	Faults []casebook.Fault `json:"faults"`
}

// FaultList makes the view of a check; no faults are an empty list.
func FaultList(faults []casebook.Fault) FaultsView {
	return FaultsView{append([]casebook.Fault{}, faults...)}
}

// Faults lays out the faults of a casebook.
func Faults(faults []casebook.Fault) Page {
	t := Table{Columns: columns("file", ">line", ">column", "field", "problem", "do")}
	for _, f := range faults {
		t.add(f.File, itoa(f.Line), itoa(f.Column), f.Field, f.Problem, f.Do)
	}
	return Page{Tables: []Table{t}, Data: t}
}

// Load lays out what a load of a casebook did.
func Load(v app.LoadReport) Page {
	t := Table{Columns: columns("kind", ">new", ">changed", ">same", ">dropped", ">conflicts", ">shared")}
	for _, c := range v.Tables {
		t.add(c.Kind, itoa(c.New), itoa(c.Changed), itoa(c.Same), itoa(c.Dropped), itoa(c.Conflicts), itoa(c.Shared))
	}
	p := Page{Title: v.Casebook + " " + v.Version, Sentence: itoa(v.Written) + " revisions were written.", Tables: []Table{t}, Data: t}
	if v.Written == 0 {
		p.Sentence = "The ledger held all of it: nothing was written."
	}
	if len(v.Conflicts) > 0 {
		c := Table{Title: "Edited by people since, and left as they are", Columns: columns("record", ">rev", "who", "at", "why", "casebook says")}
		for _, one := range v.Conflicts {
			c.add(one.Ref, itoa(one.Rev), one.Who, one.At, one.Why, string(one.Casebook))
		}
		p.Tables = append(p.Tables, c)
	}
	return p
}

// Export lays out what an export wrote.
func Export(v app.ExportReport, dir string) Page {
	t := Table{Title: "Left out", Columns: columns(">n", "why", "records")}
	for _, l := range v.Left {
		t.add(itoa(l.N), l.Why, strings.Join(l.Refs, " "))
	}
	return Page{Sentence: itoa(v.Rows) + " rows of the casebook " + v.Casebook + " were written to " + dir + ".", Tables: []Table{t}, Data: t}
}
