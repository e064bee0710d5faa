package app

import (
	"context"
	"encoding/json"

	"orrery/internal/store"
	"orrery/ledger"
)

// Record is one record as it stands, whatever its status. ref is kind:key or kind:id.
func (a *App) Record(ctx context.Context, s Scope, ref string) (RecordView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return RecordView{}, err
	}
	rec, err := r.record(ref)
	if err != nil {
		return RecordView{}, err
	}
	return r.recordView(rec)
}

// History is every revision of a record, oldest first.
func (a *App) History(ctx context.Context, ref string) ([]RecordView, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return nil, err
	}
	rec, err := r.record(ref)
	if err != nil {
		return nil, err
	}
	revisions, err := a.store.History(ctx, rec.ID)
	if err != nil {
		return nil, err
	}
	out := make([]RecordView, len(revisions))
	for i, one := range revisions {
		if out[i], err = r.recordView(one); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r *reading) record(ref string) (ledger.Record, error) {
	kind, key, err := ledger.ParseRef(ref)
	if err != nil {
		return ledger.Record{}, &Error{Code: Malformed, Field: "ref", Text: err.Error(), Err: err}
	}
	rec, err := r.app.store.Get(r.ctx, kind, key, r.scope.AsOf)
	if store.IsNotFound(err) {
		return ledger.Record{}, missing(string(kind), key, nil)
	}
	return rec, err
}

func (r *reading) recordView(rec ledger.Record) (RecordView, error) {
	body, err := json.Marshal(rec.Body)
	evidence := rec.Evidence
	if evidence == nil {
		evidence = []ledger.Evidence{}
	}
	return RecordView{ID: string(rec.ID), Ref: rec.Ref(), Trace: recordTrace(rec.Ref()), Kind: string(rec.Kind), Key: rec.Key, Rev: rec.Rev, Status: string(rec.Status), Label: r.label(rec),
		Coder: rec.Coder, Evidence: evidence, At: stamp(rec.At), Who: rec.Who, Why: rec.Why, Hash: rec.Hash, Body: body}, err
}
