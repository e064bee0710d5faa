package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding"
	"orrery/internal/store"
	"orrery/ledger"
)

// leastUnits is how many units with a code an alpha is given for. Below it an interval is so wide that the number would mislead.
const leastUnits = 30

// agreementSeed makes the same records give the same intervals.
const agreementSeed = 1

// Agreement compares coders of the same documents: alpha by kind with its interval, and where they differ. Units are sentences; the
// value of a unit is the set of what a coder coded of a kind in the sentence. A coder who coded anything in a document is taken to
// have read all of it; one who coded nothing there is missing. Documents that fewer than two of the chosen coders coded say nothing.
// Errors: NotFound for a document that the ledger does not hold.
func (a *App) Agreement(ctx context.Context, s Scope, ask AgreementAsk) (AgreementView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return AgreementView{}, err
	}
	c, err := r.compare(ask)
	if err != nil {
		return AgreementView{}, err
	}
	v := AgreementView{Scope: r.scopeView(), Coders: c.men(), Documents: len(c.documents), Rows: []AgreementRow{}, Disagreements: []Disagreement{}}
	for _, d := range c.documents {
		v.Sentences += len(d.units)
	}
	v.Rows = c.rows()
	page, next, err := cutPage(c.differing(), ask.Cursor, pageSize)
	if err != nil {
		return AgreementView{}, err
	}
	v.Next = next
	for _, u := range page {
		one, err := r.disagreement(c, u)
		if err != nil {
			return AgreementView{}, err
		}
		v.Disagreements = append(v.Disagreements, one)
	}
	v.Text = agreementText(v)
	return v, nil
}

func agreementText(v AgreementView) string {
	switch {
	case v.Documents == 0:
		return "No document was coded by two of these coders: there is nothing to compare. Let a second person code one without seeing the first coding."
	case !v.Rows[0].Enough:
		return fmt.Sprintf("%s coded by at least two; %s", counted(v.Documents, "document was", "documents were"), v.Rows[0].Text)
	}
	return fmt.Sprintf("Over %s in %s: %s", counted(v.Sentences, "sentence", "sentences"), counted(v.Documents, "document", "documents"), v.Rows[0].Text)
}

// comparison is the coding of several coders, sentence by sentence.
type comparison struct {
	chosen    []string
	counts    map[string]*AgreementMan
	documents []comparedDocument // those that two of the chosen coded
}

type comparedDocument struct {
	hash  string
	text  string
	here  []bool // which of the chosen coded in it
	units []comparedUnit
}

// comparedUnit is one sentence: what each of the chosen has in it, by kind.
type comparedUnit struct {
	document   string
	start, end int
	by         []map[ledger.Kind][]ledger.Record
}

// adjudicatedWhy begins the reason of what adjudication decided: it is no coding, and leaves the agreement of the coders as it was.
const adjudicatedWhy = "adjudicated"

// holder is who stands behind a record's content: the person who coded it, or who accepted what the coder suggested; "" when
// nobody does, or who coded it took it back. What was decided in adjudication counts as it stood before.
func (r *reading) holder(rec ledger.Record) (string, error) {
	if strings.HasPrefix(rec.Why, adjudicatedWhy) {
		history, err := r.app.store.History(r.ctx, rec.ID)
		if err != nil {
			return "", err
		}
		for i := rec.Rev - 1; i >= 0 && strings.HasPrefix(rec.Why, adjudicatedWhy); i-- {
			rec = history[i]
		}
	}
	switch {
	case rec.Status == ledger.Superseded:
		return "", nil
	case rec.Coder.Kind == ledger.CoderPerson && rec.Status == ledger.Rejected && rec.Who == rec.Coder.Name:
		return "", nil
	case rec.Coder.Kind == ledger.CoderPerson:
		return rec.Coder.Name, nil
	case byCoder(rec) && rec.Status == ledger.Accepted && !strings.HasPrefix(rec.Why, ruleWhy("")):
		return rec.Who, nil
	}
	return "", nil
}

// held is a coded record with who stands behind it.
type held struct {
	coded
	by string
}

// heldIn are the records of documents that somebody stands behind.
func (r *reading) heldIn(hashes []string) (map[string][]held, error) {
	all, err := r.codedIn(hashes)
	if err != nil {
		return nil, err
	}
	out := map[string][]held{}
	for hash, records := range all {
		for _, one := range records {
			by, err := r.holder(one.record)
			if err != nil {
				return nil, err
			}
			if by != "" {
				out[hash] = append(out[hash], held{one, by})
			}
		}
	}
	return out, nil
}

// compare gathers what was coded.
func (r *reading) compare(ask AgreementAsk) (*comparison, error) {
	c := &comparison{counts: map[string]*AgreementMan{}}
	hashes := slices.Compact(slices.Sorted(slices.Values(ask.Documents)))
	if len(hashes) == 0 {
		var err error
		if hashes, err = r.codedByPeople(); err != nil {
			return nil, err
		}
	}
	for _, hash := range hashes {
		if _, err := r.document(hash); err != nil {
			return nil, err
		}
	}
	coded, err := r.heldIn(hashes)
	if err != nil {
		return nil, err
	}
	c.count(coded)
	c.choose(ask.Coders)
	if err := lookUp(r, hashes, r.documents, func(row store.Row[*ledger.Document]) *ledger.Document { return row.Noun }); err != nil {
		return nil, err
	}
	for _, hash := range hashes {
		here, n := make([]bool, len(c.chosen)), 0
		for _, one := range coded[hash] {
			if i := slices.Index(c.chosen, one.by); i >= 0 && !here[i] {
				here[i] = true
				n++
			}
		}
		if n < 2 {
			continue
		}
		d := comparedDocument{hash: hash, here: here}
		if err := r.cutUnits(c, &d, coded[hash]); err != nil {
			return nil, err
		}
		c.documents = append(c.documents, d)
	}
	return c, nil
}

// codedByPeople are the documents in which a person coded by hand: without one there is no second coder.
func (r *reading) codedByPeople() ([]string, error) {
	seen := map[string]bool{}
	q := r.query()
	q.Kinds, q.Limit = suggestedKinds(), scanSize
	for {
		page, err := r.app.store.Review(r.ctx, q)
		if err != nil {
			return nil, err
		}
		for _, rec := range page.Records {
			if hash := documentOf(rec); hash != "" && rec.Coder.Kind == ledger.CoderPerson {
				seen[hash] = true
			}
		}
		if page.Next == "" {
			break
		}
		q.After = page.Next
	}
	var out []string
	for hash := range seen {
		out = append(out, hash)
	}
	slices.Sort(out)
	return out, nil
}

func (c *comparison) count(all map[string][]held) {
	for _, records := range all {
		here := map[string]bool{}
		for _, one := range records {
			name := one.by
			if c.counts[name] == nil {
				c.counts[name] = &AgreementMan{Name: name}
			}
			c.counts[name].Records++
			here[name] = true
		}
		for name := range here {
			c.counts[name].Documents++
		}
	}
}

func (c *comparison) choose(names []string) {
	for name := range c.counts {
		if len(names) == 0 || slices.Contains(names, name) {
			c.chosen = append(c.chosen, name)
			c.counts[name].Chosen = true
		}
	}
	slices.Sort(c.chosen)
}

func (c *comparison) men() []AgreementMan {
	out := []AgreementMan{}
	for _, m := range c.counts {
		out = append(out, *m)
	}
	slices.SortFunc(out, func(a, b AgreementMan) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// cutUnits cuts a document into sentences, as the coder does, and puts every record to the sentences that it rests on.
func (r *reading) cutUnits(c *comparison, d *comparedDocument, records []held) error {
	doc := r.documents[d.hash]
	if doc == nil {
		return missing("document", d.hash, nil)
	}
	var err error
	if d.text, err = r.app.store.Text(r.ctx, doc.TextHash); err != nil {
		return err
	}
	coder, err := r.theCoder()
	if err != nil {
		return err
	}
	result, err := coder.Code(r.ctx, understood(doc, d.text), coding.Options{})
	if err != nil {
		return err
	}
	for i := range result.Reading.Sentences {
		s := &result.Reading.Sentences[i]
		d.units = append(d.units, comparedUnit{document: d.hash, start: s.Start, end: s.End, by: make([]map[ledger.Kind][]ledger.Record, len(c.chosen))})
	}
	for _, one := range records {
		who := slices.Index(c.chosen, one.by)
		if who < 0 {
			continue
		}
		for i := range d.units {
			u := &d.units[i]
			if slices.ContainsFunc(one.quotes, func(q store.Row[*ledger.Quote]) bool { return q.Noun.Start < u.end && u.start < q.Noun.End }) {
				if u.by[who] == nil {
					u.by[who] = map[ledger.Kind][]ledger.Record{}
				}
				u.by[who][one.record.Kind] = append(u.by[who][one.record.Kind], one.record)
			}
		}
	}
	return nil
}
