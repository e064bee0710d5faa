package app

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"time"

	"orrery/casebook"
	"orrery/internal/store"
)

// Signatures that are being filled in; each moves to a file of its own.

var errPending = errors.New("being built")

func (a *App) Meta(ctx context.Context, s Scope) (MetaView, error) { return MetaView{}, errPending }
func (a *App) Home(ctx context.Context, s Scope, since time.Time) (HomeView, error) {
	return HomeView{}, errPending
}
func (a *App) LitmusMatrix(ctx context.Context, s Scope) (LitmusMatrix, error) {
	return LitmusMatrix{}, errPending
}
func (a *App) Litmus(ctx context.Context, s Scope, id string) (LitmusView, error) {
	return LitmusView{}, errPending
}
func (a *App) States(ctx context.Context, s Scope) (StateList, error) { return StateList{}, errPending }
func (a *App) State(ctx context.Context, s Scope, code string) (StateView, error) {
	return StateView{}, errPending
}
func (a *App) StateEvents(ctx context.Context, s Scope, code, direction, cursor string) (EventLane, error) {
	return EventLane{}, errPending
}
func (a *App) Pressure(ctx context.Context, s Scope, hub, target string) (PressureView, error) {
	return PressureView{}, errPending
}
func (a *App) Sources(ctx context.Context, s Scope, words, cursor string) (SourceList, error) {
	return SourceList{}, errPending
}
func (a *App) Source(ctx context.Context, s Scope, key, cursor string) (SourceView, error) {
	return SourceView{}, errPending
}
func (a *App) Search(ctx context.Context, s Scope, words, kind, cursor string) (SearchView, error) {
	return SearchView{}, errPending
}
func (a *App) Trace(ctx context.Context, s Scope, id, cursor string) (TraceView, error) {
	return TraceView{}, errPending
}
func (a *App) Vocabulary(ctx context.Context, s Scope) (Vocabulary, error) {
	return Vocabulary{}, errPending
}
func (a *App) Documents(ctx context.Context, s Scope, cursor string) (DocumentList, error) {
	return DocumentList{}, errPending
}
func (a *App) Document(ctx context.Context, s Scope, hash string) (DocumentView, error) {
	return DocumentView{}, errPending
}
func (a *App) Snapshot(ctx context.Context, hash string) (raw []byte, fileName string, err error) {
	return nil, "", errPending
}

// Read reads a pasted text or an address; ReadBytes the bytes of a file.
func (a *App) Read(ctx context.Context, req ReadRequest) (DocumentView, error) {
	return DocumentView{}, errPending
}
func (a *App) ReadBytes(ctx context.Context, raw []byte, f FileHint) (DocumentView, error) {
	return DocumentView{}, errPending
}
func (a *App) Code(ctx context.Context, req CodeRequest) (RecordView, error) {
	return RecordView{}, errPending
}
func (a *App) Record(ctx context.Context, s Scope, ref string) (RecordView, error) {
	return RecordView{}, errPending
}
func (a *App) History(ctx context.Context, ref string) ([]RecordView, error) { return nil, errPending }
func (a *App) Edit(ctx context.Context, ref string, base int, req EditRequest) (RecordView, error) {
	return RecordView{}, errPending
}
func (a *App) LoadCasebook(ctx context.Context, cb *casebook.Casebook, progress func(done, total int)) (LoadReport, error) {
	return LoadReport{}, errPending
}

// CasebookLoaded reports whether exactly this casebook was loaded last.
func (a *App) CasebookLoaded(ctx context.Context, cb *casebook.Casebook) (bool, error) {
	return false, errPending
}
func (a *App) ExportCasebook(ctx context.Context, name string, opt ExportOptions) (*casebook.Casebook, ExportReport, error) {
	return nil, ExportReport{}, errPending
}

// OpenCasebook reads and checks a folder; CheckCasebook only reports its faults.
func OpenCasebook(folder fs.FS) (*casebook.Casebook, []casebook.Fault, error) {
	return casebook.Read(folder)
}
func CheckCasebook(folder fs.FS) ([]casebook.Fault, error) { return casebook.Check(folder) }
func (a *App) Verify(ctx context.Context, progress func(done, total int64)) (store.Report, error) {
	return a.store.Verify(ctx, progress)
}
func (a *App) Backup(ctx context.Context, w io.Writer) error { return a.store.Backup(ctx, w) }
