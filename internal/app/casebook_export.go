package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"orrery/casebook"
	"orrery/ledger"
)

// ExportCasebook makes a casebook of the accepted records that its load wrote; for
// an untouched load it writes the same bytes. Without options.Edits a row that a
// person changed is given as the casebook wrote it last; with it, as it stands, and
// what people made beside it goes along where the tables have a place for it. The
// report says what was left out and why. Errors: NotFound for an unknown casebook.
func (a *App) ExportCasebook(ctx context.Context, name string, options ExportOptions) (*casebook.Casebook, ExportReport, error) {
	report := ExportReport{Casebook: name, Left: []LeftOut{}}
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return nil, report, err
	}
	if !slices.ContainsFunc(r.regions, func(n Named) bool { return n.Code == name }) {
		var known []string
		for _, region := range r.regions {
			known = append(known, region.Code)
		}
		return nil, report, missing("casebook", name, known)
	}
	e := &exporting{app: a, name: name, options: options, left: map[string]*LeftOut{}}
	if err := a.everyRecord(ctx, casebookKinds(), func(rec ledger.Record) error { return e.take(ctx, rec) }); err != nil {
		return nil, report, err
	}
	slices.SortFunc(e.records, func(x, y ledger.Record) int { return cmp.Compare(x.ID, y.ID) })
	drafts := make([]casebook.Draft, len(e.records))
	for i, rec := range e.records {
		drafts[i] = casebook.Draft{Key: rec.Key, Body: rec.Body, Evidence: rec.Evidence}
	}
	cb, left, err := casebook.FromRecords(drafts)
	if err != nil {
		return nil, report, err
	}
	for _, l := range left {
		why := l.Why
		if l.Part {
			why = "in part: " + why
		}
		e.leave(why, string(l.Draft.Body.Kind())+":"+l.Draft.Key)
	}
	for _, t := range casebook.Tables() {
		report.Rows += cb.Count(t.Name)
	}
	for _, l := range e.left {
		report.Left = append(report.Left, *l)
	}
	slices.SortFunc(report.Left, func(x, y LeftOut) int { return strings.Compare(x.Why, y.Why) })
	return cb, report, nil
}

// exporting is one export in progress.
type exporting struct {
	app     *App
	name    string
	options ExportOptions
	records []ledger.Record
	left    map[string]*LeftOut
}

func (e *exporting) leave(why, ref string) {
	l := e.left[why]
	if l == nil {
		l = &LeftOut{Why: why, Refs: []string{}}
		e.left[why] = l
	}
	l.N++
	if len(l.Refs) < 20 {
		l.Refs = append(l.Refs, ref)
	}
}

// take decides about one current record.
func (e *exporting) take(ctx context.Context, rec ledger.Record) error {
	own := rec.Coder.Kind == ledger.CoderDataset && rec.Coder.Name == e.name
	switch {
	case own && rec.Who == loader(e.name):
		if rec.Status == ledger.Accepted {
			e.records = append(e.records, rec)
		}
		return nil
	case rec.Coder.Kind == ledger.CoderDataset && !own:
		if rec.Status == ledger.Accepted {
			e.leave(fmt.Sprintf("it was written by casebook %s", rec.Coder.Name), rec.Ref())
		}
		return nil
	case e.options.Edits && rec.Status == ledger.Accepted:
		e.records = append(e.records, rec)
		return nil
	}
	return e.takeOlder(ctx, rec)
}

// takeOlder takes a row as the casebook wrote it last, where a person changed it.
func (e *exporting) takeOlder(ctx context.Context, rec ledger.Record) error {
	if e.options.Edits {
		e.leave("it is "+string(rec.Status), rec.Ref())
		return nil
	}
	revisions, err := e.app.store.History(ctx, rec.ID)
	if err != nil {
		return err
	}
	for _, old := range slices.Backward(revisions) {
		if old.Who == loader(e.name) {
			if old.Status == ledger.Accepted {
				e.records = append(e.records, old)
				e.leave("the row is given as the casebook wrote it, without a person's later edit", rec.Ref())
			}
			return nil
		}
	}
	e.leave("a person made it", rec.Ref())
	return nil
}
