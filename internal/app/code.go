package app

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// codedKinds are what a person can code from a text.
func codedKinds() []ledger.Kind {
	return []ledger.Kind{ledger.KindStance, ledger.KindEvent, ledger.KindStatement, ledger.KindForecast, ledger.KindTie, ledger.KindClaim}
}

// Code makes a draft from selected words: the quote and the record that rests on it,
// in one transaction. Errors: Invalid with every fault by field, also when the same
// words are kept in another voice than the one given; NotFound for a document that
// the ledger does not hold.
func (a *App) Code(ctx context.Context, req CodeRequest) (RecordView, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return RecordView{}, err
	}
	kind := ledger.Kind(req.Kind)
	if !slices.Contains(codedKinds(), kind) {
		return RecordView{}, &Error{Code: Malformed, Field: "kind", Text: "a text is not coded as " + quoted(req.Kind), Do: "use one of " + join(codedKinds())}
	}
	document, err := r.document(req.Document)
	if err != nil {
		return RecordView{}, err
	}
	quote, err := r.cutQuote(document.Body.(*ledger.Document), req)
	if err != nil {
		return RecordView{}, err
	}
	body, err := r.noun(kind, req.Body)
	if err != nil {
		return RecordView{}, err
	}
	rec, err := r.writeCoded(quote, body, req)
	var raced *store.Conflict
	if errors.As(err, &raced) { // somebody kept the same words meanwhile: now they are there
		rec, err = r.writeCoded(quote, body, req)
	}
	if err != nil {
		return RecordView{}, err
	}
	return r.recordView(rec)
}

// writeCoded appends the draft, and the quote unless the ledger has it: the same words
// may carry several records, and are written once.
func (r *reading) writeCoded(quote *ledger.Quote, body ledger.Noun, req CodeRequest) (ledger.Record, error) {
	who := cmp.Or(strings.TrimSpace(req.Who), r.app.who)
	me := ledger.Coder{Kind: ledger.CoderPerson, Name: who, Version: r.app.version}
	changes := []store.Change{}
	kept, err := r.app.store.Get(r.ctx, ledger.KindQuote, quote.NaturalKey(), r.scope.AsOf)
	switch {
	case store.IsNotFound(err):
		changes = append(changes, store.Change{Kind: ledger.KindQuote, Body: quote, Status: ledger.Accepted, Coder: me, Why: req.Why})
	case err != nil:
		return ledger.Record{}, err
	case req.Voice != nil && kept.Body.(*ledger.Quote).Voice != *req.Voice:
		words := r.voiceWords(kept.Body.(*ledger.Quote).Voice)
		if words == "" {
			words = "a voice without a name"
		}
		return ledger.Record{}, &ledger.Faults{Kind: ledger.KindQuote, List: []ledger.Fault{{Field: "voice",
			Problem: "these words are kept already, in the voice of " + joined(words, ", ", string(kept.Body.(*ledger.Quote).Voice.Role)),
			Do:      "leave the voice out to take the kept one, or select other words"}}}
	}
	changes = append(changes, store.Change{Kind: body.Kind(), Body: body, Status: ledger.Draft, Coder: me, Why: req.Why,
		Evidence: []ledger.Evidence{{Quote: quote.NaturalKey()}}})
	written, err := r.app.store.Append(r.ctx, who, changes)
	if err != nil {
		return ledger.Record{}, err
	}
	return written[len(written)-1], nil
}

// cutQuote cuts the selected words out of the document, in the voice of the turn
// that they stand in unless another is given.
func (r *reading) cutQuote(d *ledger.Document, req CodeRequest) (*ledger.Quote, error) {
	text, err := r.app.store.Text(r.ctx, d.TextHash)
	if err != nil {
		return nil, err
	}
	voice := ledger.Voice{}
	if turn, ok := d.TurnAt(req.Start); ok {
		voice = ledger.Voice{Name: turn.Speaker, Role: turn.Role}
	}
	if req.Voice != nil {
		voice = *req.Voice
	}
	var f []ledger.Fault
	r.knownActor(&f, "voice.on_behalf", voice.OnBehalf)
	if len(f) > 0 {
		return nil, &ledger.Faults{Kind: ledger.KindQuote, List: f}
	}
	return ledger.NewQuote(d.Hash, text, req.Start, req.End, voice)
}
