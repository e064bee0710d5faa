package app

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
)

// loadBatch is how many revisions are written in one transaction of a load. A load
// that is cut off is finished by the next: it is idempotent, and the region comes
// last, so that no screen shows half of one.
const loadBatch = 2000

// LoadCasebook brings the ledger to what the folder says. New and changed rows are
// appended as accepted; rows that the folder dropped are superseded; a row that a
// person edited since the casebook wrote it is left and listed as a conflict; a row
// that another casebook wrote is left and counted as shared. The same folder twice
// writes nothing. A casebook of another region than the ledger's is refused (Invalid):
// figures count the whole ledger. progress (may be nil) is called with the revisions written so far.
func (a *App) LoadCasebook(ctx context.Context, cb *casebook.Casebook, progress func(done, total int)) (LoadReport, error) {
	if err := a.oneRegion(ctx, cb.Manifest.Name); err != nil {
		return LoadReport{}, err
	}
	drafts, err := casebook.Records(cb)
	if err != nil {
		return LoadReport{}, err
	}
	l := &loading{app: a, coder: cb.Coder(), who: loader(cb.Manifest.Name), drafts: drafts, wanted: map[string]bool{}, held: map[string]ledger.Record{}}
	l.why = l.who + " " + cb.Manifest.Version
	l.report = LoadReport{Casebook: cb.Manifest.Name, Version: cb.Manifest.Version, Conflicts: []LoadConflict{}}
	if err := l.read(ctx); err != nil {
		return LoadReport{}, err
	}
	if err := l.compare(); err != nil {
		return LoadReport{}, err
	}
	for done := 0; done < len(l.changes); {
		n := min(loadBatch, len(l.changes)-done)
		if _, err := a.store.Append(ctx, l.who, l.changes[done:done+n]); err != nil {
			return l.report, err
		}
		done += n
		l.report.Written = done
		if progress != nil {
			progress(done, len(l.changes))
		}
	}
	return l.report, a.noteLoad(ctx, cb, l)
}

// oneRegion refuses a second region: screens and figures do not tell the records of
// one region from those of another, so that both would be false.
func (a *App) oneRegion(ctx context.Context, name string) error {
	regions, err := store.Rows[*ledger.Region](ctx, a.store, store.Query{})
	if err != nil {
		return err
	}
	for _, row := range regions {
		if row.Key != name {
			return &Error{Code: Invalid, Field: "casebook", Text: "the ledger holds the region " + quoted(row.Key) + ", and a ledger has one region, so that the casebook of " + quoted(name) + " is not loaded into it",
				Do: "keep it in a second folder with --data DIR"}
		}
	}
	return nil
}

// loader is who a casebook's revisions are written by.
func loader(name string) string { return "casebook " + name }

// loading is one load in progress.
type loading struct {
	app     *App
	coder   ledger.Coder
	who     string
	why     string
	drafts  []casebook.Draft
	wanted  map[string]bool          // refs of the folder's records
	held    map[string]ledger.Record // what the ledger has of them, and of what this casebook wrote
	changes []store.Change
	report  LoadReport
}

// casebookKinds are the kinds that the tables make, in the order of loading.
func casebookKinds() []ledger.Kind {
	return []ledger.Kind{ledger.KindSource, ledger.KindActor, ledger.KindPerson, ledger.KindMembership, ledger.KindEvent, ledger.KindEpisode, ledger.KindRollCall,
		ledger.KindVote, ledger.KindItem, ledger.KindStance, ledger.KindTie, ledger.KindForecast, ledger.KindResolution, ledger.KindRule, ledger.KindRegion}
}

// read looks through the current records of the tables' kinds, whatever their status.
func (l *loading) read(ctx context.Context) error {
	for _, d := range l.drafts {
		l.wanted[refOf(d)] = true
	}
	return l.app.everyRecord(ctx, casebookKinds(), func(rec ledger.Record) error {
		if l.wanted[rec.Ref()] || l.ours(rec) {
			l.held[rec.Ref()] = rec
		}
		return nil
	})
}

func refOf(d casebook.Draft) string { return string(d.Body.Kind()) + ":" + d.Key }

// ours reports whether this casebook made the record, in whatever version.
func (l *loading) ours(rec ledger.Record) bool {
	return rec.Coder.Kind == ledger.CoderDataset && rec.Coder.Name == l.coder.Name
}

// everyRecord walks the current records of kinds, of every status, a stretch at a time.
func (a *App) everyRecord(ctx context.Context, kinds []ledger.Kind, each func(ledger.Record) error) error {
	for _, kind := range kinds {
		q := store.Query{Kinds: []ledger.Kind{kind}, Limit: scanSize}
		for {
			page, err := a.store.Review(ctx, q)
			if err != nil {
				return err
			}
			for _, rec := range page.Records {
				if err := each(rec); err != nil {
					return err
				}
			}
			if page.Next == "" {
				break
			}
			q.After = page.Next
		}
	}
	return nil
}

// compare decides what to do about every row, kind by kind.
func (l *loading) compare() error {
	counts := map[ledger.Kind]*LoadCount{}
	for _, kind := range casebookKinds() {
		counts[kind] = &LoadCount{Kind: string(kind)}
	}
	for _, d := range l.drafts {
		if err := l.compareRow(d, counts[d.Body.Kind()]); err != nil {
			return err
		}
	}
	var dropped []ledger.Record
	for ref, rec := range l.held {
		if !l.wanted[ref] && l.ours(rec) && rec.Status != ledger.Superseded {
			dropped = append(dropped, rec)
		}
	}
	slices.SortFunc(dropped, func(x, y ledger.Record) int { return int(x.Seq - y.Seq) })
	for _, rec := range dropped {
		if rec.Who != l.who {
			counts[rec.Kind].Conflicts++
			if err := l.conflict(rec, nil); err != nil {
				return err
			}
			continue
		}
		counts[rec.Kind].Dropped++
		l.changes = append(l.changes, store.Change{Kind: rec.Kind, Key: rec.Key, Base: rec.Rev, Status: ledger.Superseded, Coder: rec.Coder, Why: l.why + ": no longer in the folder"})
	}
	for _, kind := range casebookKinds() {
		l.report.Tables = append(l.report.Tables, *counts[kind])
	}
	return nil
}

func (l *loading) compareRow(d casebook.Draft, count *LoadCount) error {
	rec, ok := l.held[refOf(d)]
	change := store.Change{Kind: d.Body.Kind(), Key: d.Key, Base: rec.Rev, Body: d.Body, Status: ledger.Accepted, Coder: l.coder, Evidence: d.Evidence, Why: l.why}
	if change.Evidence == nil {
		change.Evidence = []ledger.Evidence{} // nil would keep what stood there
	}
	if !ok {
		count.New++
		l.changes = append(l.changes, change)
		return nil
	}
	same, err := says(rec, d)
	switch {
	case err != nil:
		return err
	case same:
		count.Same++
	case rec.Who == l.who:
		count.Changed++
		l.changes = append(l.changes, change)
	case rec.Coder.Kind == ledger.CoderDataset && !l.ours(rec):
		count.Shared++
	default:
		count.Conflicts++
		return l.conflict(rec, d.Body)
	}
	return nil
}

// says reports whether the ledger's record is accepted and says what the row says.
func says(rec ledger.Record, d casebook.Draft) (bool, error) {
	if rec.Status != ledger.Accepted || !slices.Equal(rec.Evidence, d.Evidence) {
		return false, nil
	}
	held, err := json.Marshal(rec.Body)
	if err != nil {
		return false, err
	}
	row, err := json.Marshal(d.Body)
	return bytes.Equal(held, row), err
}

func (l *loading) conflict(rec ledger.Record, row ledger.Noun) error {
	held, err := json.Marshal(rec.Body)
	if err != nil {
		return err
	}
	says, err := json.Marshal(row)
	l.report.Conflicts = append(l.report.Conflicts, LoadConflict{Ref: rec.Ref(), Who: rec.Who, At: stamp(rec.At), Why: rec.Why, Rev: rec.Rev,
		Status: string(rec.Status), Ledger: held, Casebook: says})
	return err
}
