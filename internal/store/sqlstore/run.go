package sqlstore

import (
	"context"
	"fmt"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// PutRun records a computation with the bytes of its result; see store.Writer.
func (d *DB) PutRun(ctx context.Context, who string, run ledger.Run, result []byte) (ledger.Record, error) {
	if d.cfg.ReadOnly {
		return ledger.Record{}, store.ErrReadOnly
	}
	hash := ledger.HashBytes(result)
	if run.ResultHash == "" {
		run.ResultHash = hash
	}
	if run.ResultHash != hash {
		return ledger.Record{}, &ledger.Faults{Kind: ledger.KindRun, List: []ledger.Fault{
			{Field: "result_hash", Problem: "is not the SHA-256 of the result", Do: "leave it empty"}}}
	}
	var out []ledger.Record
	err := d.write(ctx, func(ctx context.Context, t *tx) (err error) {
		if err := t.q.PutBlob(ctx, gen.PutBlobParams{Hash: hash, Bytes: result}); err != nil {
			return fmt.Errorf("storing the result: %w", err)
		}
		out, err = t.append(ctx, who, []store.Change{{Kind: ledger.KindRun, Body: &run, Status: ledger.Accepted,
			Coder: ledger.Coder{Kind: ledger.CoderModel, Name: run.Model, Version: run.CodeVersion}, Why: "computed"}})
		return err
	})
	if err != nil {
		return ledger.Record{}, err
	}
	return out[0], nil
}
