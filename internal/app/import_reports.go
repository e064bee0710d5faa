package app

import (
	"context"
	"errors"
	"fmt"

	"orrery/internal/dataset/reports"
	"orrery/internal/store"
)

// ReportsOptions are the choices of an import of reports.
type ReportsOptions struct {
	Mapping TableMapping // how a plain table is read
	Silence Silence
	Known   *KnownReports // nil: asked for
	// Reading (may be nil) is called with the bytes read of the first pass, Writing with the reports dealt with in the second.
	Reading, Writing func(done, total int64)
}

// ImportReports brings a file of machine-coded event data or of a register into its set of reports: name is icews, polecat, gdelt,
// acled or plain. Nothing of it becomes a record of the ledger. The file is read twice: nothing is written before all of it could be
// read, so that a broken row writes nothing (Invalid, with file:line:column). Memory does not grow with the file.
//
// Reports that the set holds stay as they are. Batches are written whole; when ctx ends, the batch under way is finished, and the view
// (Stopped) comes with ctx's error. The same file again goes on where it stopped, and writes nothing when it was done. That a file was imported,
// and which days it covers, is noted only when all of it was.
func (a *App) ImportReports(ctx context.Context, name string, f ImportFile, o ReportsOptions) (ReportsImport, error) {
	m := &reportsImport{app: a, ctx: ctx, file: f, options: o, view: ReportsImport{Dataset: name, File: f.Name, Types: []NamedCount{}, Unmapped: []LeftOver{},
		Untyped: []LeftOver{}, Unknown: []LeftOver{}, Covered: []CoveredDays{}}}
	if a.readOnly {
		return m.view, store.ErrReadOnly
	}
	var err error
	if m.format, err = reportFormatOf(name, o.Mapping); err != nil {
		return m.view, err
	}
	if err := o.Silence.check(m.format.set); err != nil {
		return m.view, err
	}
	if err := m.survey(); err != nil {
		return m.view, err
	}
	old, err := m.known()
	if err != nil {
		return m.view, err
	}
	if m.note, err = m.fileNote(old); err != nil {
		return m.view, err
	}
	if !m.skip {
		err = m.write()
	}
	if m.view.Stopped = ctx.Err() != nil && m.done < m.seen.Reports; m.view.Stopped {
		return m.view, ctx.Err()
	}
	if err != nil {
		return m.view, err
	}
	m.note.Added = m.view.Added + old.Added
	return m.view, m.keep()
}

// reportsImport is one import in progress.
type reportsImport struct {
	app     *App
	ctx     context.Context
	file    ImportFile
	options ReportsOptions
	format  reportFormat
	view    ReportsImport

	seen   *reports.Summary
	places map[string]bool // states that reports happened in
	hash   string
	note   store.ReportFile
	skip   bool // every report of the file is in the set

	batch []store.EventReport
	done  int
}

// survey reads the whole file and writes nothing.
func (m *reportsImport) survey() error {
	m.places = map[string]bool{}
	rows := 0
	var err error
	m.seen, m.hash, err = m.format.pass(m.ctx, m.file, m.options.Reading, func(r reports.Report) error {
		rows++
		if s := r.Place.State; s != "" && !m.places[s] {
			m.places[s] = true
		}
		return nil
	})
	if err != nil {
		if m.ctx.Err() != nil {
			m.view.Stopped = true
			return m.ctx.Err()
		}
		return &Error{Code: Invalid, Field: "file", Text: err.Error(), Do: fmt.Sprintf("%d %s could be read before it, and nothing was written", rows, plural(rows, "report", "reports")), Err: err}
	}
	m.tell()
	if m.seen.Reports == 0 {
		return &Error{Code: Invalid, Field: "file", Text: m.file.Name + " holds no reports", Do: "nothing was written; download it again, or look whether it is the right file"}
	}
	return nil
}

// write goes through the file a second time and puts its reports into the set.
func (m *reportsImport) write() error {
	// An import that ends early leaves reports that somebody can look at, so that the file is in the history first.
	if err := m.app.store.OfferReportFile(context.WithoutCancel(m.ctx), m.note); err != nil {
		return err
	}
	m.batch = make([]store.EventReport, 0, importBatch)
	again, hash, err := m.format.pass(m.ctx, m.file, nil, func(r reports.Report) error {
		if m.batch = append(m.batch, eventReport(&r)); len(m.batch) < importBatch {
			return nil
		}
		return m.flush()
	})
	if err == nil {
		err = m.flush()
	}
	if err != nil {
		return err
	}
	if hash != m.hash || again.Reports != m.seen.Reports || m.done != again.Reports || m.view.Added+m.view.Held != m.done {
		return errors.Join(m.ctx.Err(), &Error{Code: Invalid, Field: "file", Text: m.file.Name + " was changed while it was read", Do: "import it again"})
	}
	return nil
}

// flush puts the batch into the set in one transaction, which ctx does not interrupt.
func (m *reportsImport) flush() error {
	if err := m.ctx.Err(); err != nil {
		return err
	}
	if len(m.batch) == 0 {
		return nil
	}
	added, err := m.app.store.PutReports(context.WithoutCancel(m.ctx), m.format.set, m.batch)
	if err != nil {
		return err
	}
	m.view.Added += added
	m.view.Held += len(m.batch) - added
	m.done += len(m.batch)
	clear(m.batch) // their texts may go
	m.batch = m.batch[:0]
	if m.options.Writing != nil {
		m.options.Writing(int64(m.done), int64(m.seen.Reports))
	}
	return nil
}
