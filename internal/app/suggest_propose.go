package app

import (
	"fmt"
	"maps"
	"slices"

	"orrery/internal/coding/draft"
	"orrery/internal/store"
	"orrery/ledger"
)

// proposing is the drafts of one document on their way into the ledger.
type proposing struct {
	*reading
	document *ledger.Document
	text     string
	version  string
	report   *SuggestReport

	standing map[string]ledger.Record // what was proposed before, by identity
	byPeople []coded                  // what people coded
	quotes   map[string]bool          // keys of the quotes that the ledger has
	changes  []store.Change
	fresh    []string // refs of what is new
}

// placed is where a draft came to stand.
type placed struct {
	ref, key, identity string
	change             int // index of its change, -1: it stands already
	gone               bool
}

func (p *proposing) write(drafts []draft.Draft, runs []store.Row[*ledger.Run]) (*receipt, error) {
	if err := p.look(runs); err != nil {
		return nil, err
	}
	at := make([]placed, len(drafts))
	for _, round := range []bool{false, true} { // what stands on others needs their keys
		for i := range drafts {
			if (len(drafts[i].Refers) > 0) == round {
				one, err := p.place(&drafts[i], at)
				if err != nil {
					return nil, err
				}
				at[i] = one
			}
		}
	}
	p.supersede(at)
	if len(p.changes) > 0 {
		written, err := p.app.store.Append(p.ctx, p.app.who, p.changes)
		if err != nil {
			return nil, err
		}
		for i := range at {
			if at[i].change >= 0 && !at[i].gone {
				at[i].ref = written[at[i].change].Ref()
			}
		}
	}
	kept := &receipt{Drafts: []receiptDraft{}}
	for i := range drafts {
		if at[i].gone {
			continue
		}
		refers := make([]string, 0, len(drafts[i].Refers))
		for _, j := range drafts[i].Refers {
			refers = append(refers, at[j].ref)
		}
		kept.Drafts = append(kept.Drafts, receiptOf(&drafts[i], at[i].ref, at[i].identity, refers))
		if at[i].change >= 0 {
			p.fresh = append(p.fresh, at[i].ref)
		}
	}
	return kept, nil
}

// look reads what the ledger has of the document.
func (p *proposing) look(runs []store.Row[*ledger.Run]) error {
	hash := p.document.Hash
	all, err := p.codedIn([]string{hash})
	if err != nil {
		return err
	}
	p.standing = map[string]ledger.Record{}
	byRef := map[string]ledger.Record{}
	for _, c := range all[hash] {
		byRef[c.record.Ref()] = c.record
		if c.record.Coder.Kind == ledger.CoderPerson {
			p.byPeople = append(p.byPeople, c)
		}
	}
	kept, err := p.receipts(runs)
	if err != nil {
		return err
	}
	for ref, d := range kept { // also what a person edited since: its identity is that of the suggestion
		if rec, ok := byRef[ref]; ok {
			p.standing[d.Identity] = rec
		}
	}
	made, err := identities(all[hash]) // what was written before the program was cut off, without a receipt
	for ref, id := range made {
		p.standing[id] = byRef[ref]
	}
	if err != nil {
		return err
	}
	q := p.query()
	q.Items = []string{hash}
	quotes, err := store.Rows[*ledger.Quote](p.ctx, p.app.store, q)
	p.quotes = map[string]bool{}
	for _, row := range quotes {
		p.quotes[row.Key] = true
	}
	return err
}

// place finds the record of a draft or adds the changes that make it.
func (p *proposing) place(d *draft.Draft, at []placed) (placed, error) {
	one := placed{change: -1}
	ids, keys := make([]string, len(d.Refers)), make([]string, len(d.Refers))
	for i, j := range d.Refers {
		if j < 0 || j >= len(at) || at[j].gone || at[j].key == "" {
			return p.refuse(one, d, "it stands on another suggestion that could not be made")
		}
		ids[i], keys[i] = at[j].identity, at[j].key
	}
	body := d.Body
	if e, ok := body.(*ledger.Episode); ok && len(keys) > 0 {
		own := *e
		n := min(max(d.Triggers, 0), len(keys))
		own.Triggers, own.Responses = keys[:n], keys[n:]
		body = &own
	}
	var err error
	if one.identity, err = identity(body, d.Span.Start, d.Span.End, ids); err != nil {
		return one, err
	}
	if rec, ok := p.standing[one.identity]; ok {
		one.ref, one.key = rec.Ref(), rec.Key
		p.report.Known++
		if rec.Status == ledger.Superseded && byCoder(rec) { // a coder in between did not find it
			p.changes = append(p.changes, store.Change{Kind: rec.Kind, Key: rec.Key, Base: rec.Rev, Status: ledger.Draft, Why: "the coder " + p.version + " finds it again"})
		}
		return one, nil
	}
	if c := p.coded(body, d); c != nil {
		one.ref, one.key = c.record.Ref(), c.record.Key
		p.report.Known++
		return one, nil
	}
	return p.make(one, d, body)
}

// coded finds what a person coded from these words that says the same.
func (p *proposing) coded(body ledger.Noun, d *draft.Draft) *coded {
	said, err := saying(body)
	if err != nil {
		return nil
	}
	for i, c := range p.byPeople {
		theirs, err := saying(c.record.Body)
		if err == nil && c.record.Kind == body.Kind() && theirs == said && slices.ContainsFunc(c.quotes, func(q store.Row[*ledger.Quote]) bool {
			return q.Noun.Start < d.Span.End && d.Span.Start < q.Noun.End
		}) {
			return &p.byPeople[i]
		}
	}
	return nil
}

func (p *proposing) make(one placed, d *draft.Draft, body ledger.Noun) (placed, error) {
	quote, err := ledger.NewQuote(p.document.Hash, p.text, d.Span.Start, d.Span.End, d.Voice)
	if err == nil {
		err = body.Validate()
	}
	if err != nil {
		return p.refuse(one, d, err.Error())
	}
	if key := body.NaturalKey(); key != "" {
		held, err := p.app.store.Get(p.ctx, body.Kind(), key, p.scope.AsOf)
		switch {
		case err == nil: // the ledger knows it, or knows otherwise: a key has one record
			one.ref, one.key = held.Ref(), held.Key
			p.report.Known++
			return one, nil
		case !store.IsNotFound(err):
			return one, err
		}
		one.key = key
	} else {
		one.key = string(p.app.ids.Next()) // others of this write may name it
	}
	me := ledger.Coder{Kind: ledger.CoderDictionary, Name: coderName, Version: p.version}
	why := "suggested by the coder " + p.version
	evidence, err := p.quote(quote, d, me, why)
	if err != nil {
		return p.refuse(one, d, err.Error())
	}
	one.change = len(p.changes)
	p.changes = append(p.changes, store.Change{Kind: body.Kind(), Key: one.key, Body: body, Status: ledger.Draft, Coder: me, Why: why, Evidence: evidence})
	p.standing[one.identity] = ledger.Record{Kind: body.Kind(), Key: one.key, Status: ledger.Draft}
	p.report.Made++
	return one, nil
}

// quote adds the quotes that a draft rests on, unless the ledger has them: its own sentence first, then others that say the same.
func (p *proposing) quote(own *ledger.Quote, d *draft.Draft, me ledger.Coder, why string) ([]ledger.Evidence, error) {
	quotes := []*ledger.Quote{own}
	for _, span := range d.Also {
		q, err := ledger.NewQuote(p.document.Hash, p.text, span.Start, span.End, d.Voice)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(quotes, func(have *ledger.Quote) bool { return have.NaturalKey() == q.NaturalKey() }) {
			quotes = append(quotes, q)
		}
	}
	var evidence []ledger.Evidence
	for _, q := range quotes {
		if key := q.NaturalKey(); !p.quotes[key] {
			p.quotes[key] = true
			p.changes = append(p.changes, store.Change{Kind: ledger.KindQuote, Body: q, Status: ledger.Accepted, Coder: me, Why: why})
		}
		evidence = append(evidence, ledger.Evidence{Quote: q.NaturalKey()})
	}
	return evidence, nil
}

// refuse leaves a draft out and says why: one that breaks a rule must not take the others with it.
func (p *proposing) refuse(one placed, d *draft.Draft, why string) (placed, error) {
	one.gone = true
	words := ""
	if t := d.Trigger; 0 <= t.Start && t.Start < t.End && t.End <= len(p.text) {
		words = cut(t.Of(p.text), 60)
	}
	p.report.Refused = append(p.report.Refused, fmt.Sprintf("a %s at “%s” (%s %s): %s", d.Kind, words, d.Trace.Step, d.Trace.Frame, why))
	return one, nil
}

// supersede withdraws what an older coder made, nobody touched, and this one does not make.
func (p *proposing) supersede(at []placed) {
	made := map[string]bool{}
	for _, one := range at {
		made[one.identity] = !one.gone
	}
	for _, id := range slices.Sorted(maps.Keys(p.standing)) {
		rec := p.standing[id]
		if waits(rec) && rec.Rev == 1 && rec.Coder.Version != p.version && !made[id] {
			p.changes = append(p.changes, store.Change{Kind: rec.Kind, Key: rec.Key, Base: rec.Rev, Status: ledger.Superseded, Why: "the coder " + p.version + " does not find it"})
			p.report.Superseded++
		}
	}
}
