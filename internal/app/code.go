package app

import (
	"context"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// codedKinds are what a person can code from a text.
func codedKinds() []ledger.Kind {
	return []ledger.Kind{ledger.KindStance, ledger.KindEvent, ledger.KindStatement, ledger.KindForecast, ledger.KindTie, ledger.KindClaim}
}

// Code makes a draft from selected words: the quote and the record that rests on it,
// in one transaction. Errors: Invalid with every fault by field, NotFound for a
// document that the ledger does not hold.
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
	me := ledger.Coder{Kind: ledger.CoderPerson, Name: a.who, Version: a.version}
	changes := []store.Change{}
	// The same words may carry several records: the quote is written once.
	if _, err := a.store.Get(ctx, ledger.KindQuote, quote.NaturalKey(), r.scope.AsOf); store.IsNotFound(err) {
		changes = append(changes, store.Change{Kind: ledger.KindQuote, Body: quote, Status: ledger.Accepted, Coder: me, Why: req.Why})
	} else if err != nil {
		return RecordView{}, err
	}
	changes = append(changes, store.Change{Kind: kind, Body: body, Status: ledger.Draft, Coder: me, Why: req.Why,
		Evidence: []ledger.Evidence{{Quote: quote.NaturalKey()}}})
	written, err := a.store.Append(ctx, a.who, changes)
	if err != nil {
		return RecordView{}, err
	}
	return r.recordView(written[len(written)-1])
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
