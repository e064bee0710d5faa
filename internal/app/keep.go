package app

import (
	"context"
	"io"

	"orrery/internal/store"
)

// Verify walks the ledger's hash chain, every snapshot and every quote, and reports
// the first break of each sort. progress may be nil.
func (a *App) Verify(ctx context.Context, progress func(done, total int64)) (store.Report, error) {
	return a.store.Verify(ctx, progress)
}

// Backup writes a complete copy of the ledger while it is in use.
func (a *App) Backup(ctx context.Context, w io.Writer) error { return a.store.Backup(ctx, w) }
