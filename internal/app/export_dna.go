package app

import (
	"cmp"
	"io"
	"unicode/utf16"

	"orrery/internal/store"
	"orrery/ledger"
)

// writeDNA writes the accepted stances and statements as a database of Discourse Network Analyzer 3. A stance is its actor on the
// item's title; one that leans counts with its side, and a neutral or silent one is left out, because DNA knows agreement and
// disagreement only. A statement without a judged polarity is left out too.
func (r *reading) writeDNA(all []decidedRecord, w io.Writer) error {
	if r.app.discourse == nil {
		return &Error{Code: Invalid, Field: "format", Text: "this Orrery writes no .dna files", Do: "use annotations or training"}
	}
	out := store.Discourse{Coder: r.app.who, Made: r.app.now().UTC()}
	at := map[string]int{}
	for _, one := range all {
		said, ok := r.discourseOf(one.record)
		if !ok || one.record.Status != ledger.Accepted {
			continue
		}
		text, err := r.app.store.Text(r.ctx, one.document.TextHash)
		if err != nil {
			return err
		}
		i, known := at[one.document.Hash]
		if !known {
			i = len(out.Documents)
			at[one.document.Hash] = i
			d := one.document
			doc := store.DiscourseDocument{Title: d.Title, Text: text, Author: d.Author, Source: cmp.Or(d.Outlet, d.Source), Type: d.Form, Notes: d.URL}
			if first, _ := d.Published.Span(); !d.Published.IsZero() && first != ledger.MinDay {
				doc.Date = first.Time()
			}
			out.Documents = append(out.Documents, doc)
		}
		for _, q := range one.quotes {
			if !q.Noun.Matches(text) {
				continue
			}
			said.Start = units(text[:q.Noun.Start])
			said.End = said.Start + units(q.Noun.Exact)
			out.Documents[i].Statements = append(out.Documents[i].Statements, said)
		}
	}
	return r.app.discourse(r.ctx, out, w)
}

// units is how many UTF-16 code units a text takes.
func units(text string) int {
	n := 0
	for _, c := range text {
		n += max(utf16.RuneLen(c), 1)
	}
	return n
}

// discourseOf puts a record into DNA's terms.
func (r *reading) discourseOf(rec ledger.Record) (store.DiscourseStatement, bool) {
	switch b := rec.Body.(type) {
	case *ledger.Stance:
		with := side(b.Position) == ledger.With
		return store.DiscourseStatement{Person: b.Voice, Organization: r.name(b.Actor), Concept: r.itemTitle(b.Item), Agreement: with}, with || side(b.Position) == ledger.Against
	case *ledger.Statement:
		if b.Polarity == nil || *b.Polarity == 0 || b.Concept == "" {
			return store.DiscourseStatement{}, false
		}
		s := store.DiscourseStatement{Person: b.Speaker, Concept: b.Concept, Agreement: *b.Polarity > 0}
		if r.actors[b.Speaker] != nil {
			s.Person, s.Organization = "", r.name(b.Speaker)
		}
		return s, true
	}
	return store.DiscourseStatement{}, false
}
