package report

import (
	"fmt"
	"strings"

	"orrery/internal/app"
)

// ReportsImport lays out what an import of reports did.
func ReportsImport(v app.ReportsImport) Page {
	p := Page{Title: v.File + ": " + v.Dataset + ", " + v.Form, Sentence: reportsSentence(v)}
	t := Table{Columns: columns("what", ">rows", ">share")}
	t.add("rows in the file", itoa(v.Rows), "")
	for _, row := range []struct {
		what string
		n    int
		of   int
	}{{"reports", v.Reports, 0}, {"new to the set", v.Added, v.Reports}, {"held already, or said twice in the file", v.Held, v.Reports}, {"without a day, left out", v.Undated, v.Rows}, {"whose day is not sure", v.Loose, v.Reports},
		{"not UTF-8, read as Latin-1", v.Recoded, v.Rows}, {"with a type", v.Typed, v.Reports}, {"between two states", v.Dyads, v.Reports},
		{"parties named", v.Named, 0}, {"parties with a state", v.Mapped, v.Named}} {
		if row.n > 0 {
			t.add(row.what, itoa(row.n), share(row.n, row.of))
		}
	}
	for _, kind := range v.Types {
		if kind.Name != "" {
			t.add("type "+kind.Name, itoa(kind.N), share(int(kind.N), v.Reports))
		}
	}
	p.Tables, p.Data = append(p.Tables, t), t
	for _, list := range []struct {
		title string
		of    []app.LeftOver
	}{{"Named parties without a state, most first", v.Unmapped}, {"Known codes without a type, most first", v.Untyped}, {"Words that no table has, most first", v.Unknown}} {
		p.Tables = append(p.Tables, short(leftOver(list.title, list.of), &p.Notes))
	}
	p.Notes = append(p.Notes, v.DenominatorWhy)
	if v.Citation != "" {
		p.Notes = append(p.Notes, v.Title+". "+v.Citation+". Licence: "+v.Licence+".")
	}
	return p
}

func reportsSentence(v app.ReportsImport) string {
	var b strings.Builder
	switch {
	case v.Again && v.Added == 0:
		b.WriteString("This file was imported before: nothing was written.")
	case v.Added == 0:
		b.WriteString("The set held all reports of this file: none was added.")
	default:
		fmt.Fprintf(&b, "%s of %s to %s were added to the set %s; none of them is an event of the ledger.", several(v.Added, "report"), v.First, v.Last, v.Dataset)
	}
	if v.Stopped {
		b.WriteString(" It was stopped before the end of the file; import it again to go on.")
	}
	return b.String()
}

// share is a part of a whole in per cent; "" where there is no whole.
func share(n, of int) string {
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(of))
}

func leftOver(title string, list []app.LeftOver) Table {
	t := Table{Title: title, Columns: columns("name", ">times", ">first line")}
	for _, one := range list {
		t.add(one.Name, itoa(one.N), itoa(one.Line))
	}
	return t
}

// ReportsImports lays out what many files held, one a row.
func ReportsImports(list []app.ReportsImport) Page {
	t := Table{Columns: columns("file", "set", "first", "last", ">rows", ">reports", ">added", ">held", ">typed", ">parties", ">with a state")}
	added, reports := 0, 0
	for _, v := range list {
		t.add(v.File, v.Dataset, v.First, v.Last, itoa(v.Rows), itoa(v.Reports), itoa(v.Added), itoa(v.Held), itoa(v.Typed), itoa(v.Named), itoa(v.Mapped))
		added += v.Added
		reports += v.Reports
	}
	p := Page{Sentence: fmt.Sprintf("%s of %s were added; none of them is an event of the ledger. See `orrery datasets` for the days covered.", several(added, "report"), several(len(list), "file")), Data: t}
	p.Tables = append(p.Tables, t)
	if added == 0 {
		p.Sentence = fmt.Sprintf("All %d reports of %s were held already: none was added.", reports, several(len(list), "file"))
	}
	return p
}
