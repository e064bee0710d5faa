package app

import (
	"context"
	"errors"

	"orrery/internal/store"
)

// KnownReports is which files of reports were imported to their end. One that is handed from import to import spares each of them the question, which
// matters where a set has ten thousands of files. It is not safe for concurrent use.
type KnownReports struct {
	files map[knownFile]store.ReportFile
}

type knownFile struct{ set, hash string }

// KnownReports asks the store for all files.
func (a *App) KnownReports(ctx context.Context) (*KnownReports, error) {
	head, err := a.store.ReportHead(ctx)
	if err != nil {
		return nil, err
	}
	k := &KnownReports{files: map[knownFile]store.ReportFile{}}
	for _, s := range head.Sets {
		set, err := a.store.ReportSetOf(ctx, s.Set)
		if err != nil && !errors.Is(err, store.ErrNotFound) { // somebody may drop it meanwhile
			return nil, err
		}
		for _, f := range set.Files {
			k.add(f)
		}
	}
	return k, nil
}

func (k *KnownReports) add(f store.ReportFile) {
	f.Summary = nil // much, and of no use here
	k.files[knownFile{f.Set, f.Hash}] = f
}

// known is what was noted when the same file was imported to its end before; the zero note when it was not. A plain table is gone through again
// when its mapping is another one, which makes other reports of it.
func (m *reportsImport) known() (old store.ReportFile, err error) {
	if m.options.Known == nil {
		if m.options.Known, err = m.app.KnownReports(m.ctx); err != nil {
			return old, err
		}
	}
	note, ok := m.options.Known.files[knownFile{m.format.set, m.hash}]
	if m.view.Again = ok; ok && note.Reports == m.seen.Reports && note.Mapping == m.format.mapping {
		m.skip, m.view.Held, m.done = true, m.seen.Reports, m.seen.Reports
	}
	return note, nil
}

// keep notes that the file was imported to its end.
func (m *reportsImport) keep() error {
	if err := m.app.store.PutReportFile(context.WithoutCancel(m.ctx), m.note); err != nil {
		return err
	}
	m.options.Known.add(m.note)
	return nil
}
