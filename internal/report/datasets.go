package report

import (
	"fmt"
	"strings"

	"orrery/internal/app"
)

// DataSets lays out the sets of reports.
func DataSets(v app.DataSetList) Page {
	t := Table{Columns: columns("set", "title", ">reports", ">linked", ">typed", ">parties", ">with a state", "first", "last", ">files", "base rate")}
	for _, s := range v.Sets {
		t.add(s.ID, s.Title, itoa(s.Reports), itoa(s.Linked), itoa(s.Typed), itoa(s.Named), itoa(s.Mapped), s.First, s.Last, itoa(s.FileCount), orNone(s.Denominator))
	}
	p := Page{Tables: []Table{t}, Data: t, Notes: scope(v.Scope)}
	if len(v.Sets) == 0 {
		p.Sentence = "No data set of reports was imported. `orrery import` lists those that can be; `orrery fetch` downloads them."
		return p
	}
	p.Sentence = fmt.Sprintf("%s beside the ledger. A report is no event: rules may be run on it, and no figure of a region counts it.", several(len(v.Sets), "set"))
	for _, s := range v.Sets {
		p.Tables = append(p.Tables, short(coveredDays(s), &p.Notes))
	}
	for _, s := range v.Sets {
		p.Tables = append(p.Tables, short(filesOf(s), &p.Notes))
	}
	for _, s := range v.Sets {
		p.Notes = append(p.Notes, s.ID+": "+s.DenominatorWhy)
	}
	return p
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func coveredDays(s app.DataSetView) Table {
	t := Table{Title: s.ID + ": days on which a missing report means that none was made", Columns: columns("from", "to", "states")}
	for _, c := range s.Covered {
		states := "all"
		if len(c.States) > 0 {
			states = strings.Join(c.States, " ")
		}
		t.add(c.From, c.To, states)
	}
	return t
}

func filesOf(s app.DataSetView) Table {
	t := Table{Title: s.ID + ": files", Columns: columns("name", "form", "first", "last", ">rows", ">reports", ">added", "imported", "sha256")}
	if s.FileCount > len(s.Files) {
		t.Title = fmt.Sprintf("%s: the newest %d of %d files", s.ID, len(s.Files), s.FileCount)
	}
	for _, f := range s.Files {
		t.add(f.Name, f.Form, f.First, f.Last, itoa(f.Rows), itoa(f.Reports), itoa(f.Added), f.At, f.SHA256[:min(12, len(f.SHA256))])
	}
	return t
}

// TablePreview lays out how a table would be read.
func TablePreview(v app.TablePreview) Page {
	where := Table{Title: "Where each field is read", Columns: columns("field", "column")}
	for _, c := range v.Columns {
		where.add(c.Field, c.Column)
	}
	rows := Table{Title: "The first rows", Columns: columns(">line", "day", "source", "state", "target", "state", "type", "mode", "code")}
	p := Page{Title: v.File, Sentence: fmt.Sprintf("%s would be read into the set %s as below. Nothing was written.", v.File, v.Set)}
	for _, r := range v.Rows {
		if r.Problem != "" {
			p.Notes = append(p.Notes, r.Problem)
			continue
		}
		rows.add(itoa(r.Line), r.Day, r.Source, r.SourceState, r.Target, r.TargetState, r.Type, r.Mode, r.Code)
	}
	if len(v.Unread) > 0 {
		p.Notes = append(p.Notes, "Columns that are not read: "+strings.Join(v.Unread, ", ")+".")
	}
	p.Tables, p.Data = []Table{where, rows}, rows
	return p
}
