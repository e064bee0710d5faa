package report

import "orrery/internal/app"

// Search lays out what a search found.
func Search(v app.SearchView) Page {
	t := Table{Columns: columns("when", "kind", "status", "record", "title", "snippet")}
	for _, h := range v.Hits {
		t.add(h.When, h.Kind, h.Status, h.Ref, h.Title, h.Snippet)
	}
	p := Page{Tables: []Table{t}, Data: t, Notes: scope(v.Scope)}
	if len(v.Hits) == 0 {
		p.Sentence = "Nothing in the ledger holds all of these words: " + v.Words + ". Try fewer words, or a prefix such as kazakh*."
	}
	if v.Next != "" {
		p.Notes = append(p.Notes, "There is more: add --cursor "+v.Next)
	}
	return p
}

// Documents lays out documents that were just read.
func Documents(list []app.DocumentView) Page {
	t := Table{Columns: columns("document", "new", "published", "language", "form", ">bytes", ">turns", "outlet", "author", "title")}
	var p Page
	for _, d := range list {
		t.add(d.Head.Hash, yes(d.Created), d.Head.Published, d.Head.Language, d.Head.Form, itoa(d.Head.Bytes), itoa(len(d.Turns)), d.Head.Outlet, d.Head.Author, d.Head.Title)
		for _, n := range d.Notes {
			p.Notes = append(p.Notes, d.Head.Title+": "+n)
		}
	}
	p.Tables, p.Data = []Table{t}, t
	return p
}
