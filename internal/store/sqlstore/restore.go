package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// Restored says what a restore did.
type Restored struct {
	Revisions int64
	Blobs     int64
	Reports   int64
	Head      string
	Unchanged bool   // the target held this very ledger already, and Verify found it sound
	Copy      string // where the ledger that was replaced is kept; "" when the target was empty
}

// Restore reads a backup into the ledger that target names, on either engine, in one transaction: it is there whole
// or not at all. The chain and every hash are checked on the way. Doing it twice is doing it once. A target that holds
// another ledger is refused with store.ErrNotEmpty unless forced; a copy of it is taken then. Other errors:
// store.ErrDamaged, and those of Open.
func Restore(ctx context.Context, r io.Reader, target Config, force bool) (Restored, error) {
	in, err := readBackup(r)
	if err != nil {
		return Restored{}, err
	}
	_, missing := os.Stat(target.DSN)
	d, err := Open(ctx, target)
	if err != nil {
		return Restored{}, err
	}
	done, err := d.restore(ctx, in, force)
	if e := d.Close(); err == nil {
		err = e
	}
	if err != nil && d.engine.name() == "sqlite" && errors.Is(missing, os.ErrNotExist) {
		for _, end := range []string{"", "-wal", "-shm"} { // leave nothing where nothing was
			os.Remove(target.DSN + end)
		}
	}
	return done, err
}

func (d *DB) restore(ctx context.Context, in *backupReader, force bool) (Restored, error) {
	out := Restored{Revisions: in.header.Revisions, Blobs: in.header.Blobs, Reports: in.header.Reports, Head: in.header.Head}
	head, err := d.reading.ReadHead(ctx)
	if err != nil {
		return out, err
	}
	blobs, err := d.reading.CountBlobs(ctx)
	if err != nil {
		return out, err
	}
	seen, err := d.ReportHead(ctx) // before they are read: whatever is written from here on is told
	if err != nil {
		return out, err
	}
	beside, err := d.reportsNow(ctx)
	if err != nil {
		return out, err
	}
	if head.Seq == in.header.Revisions && head.Hash == in.header.Head && blobs == in.header.Blobs && beside == in.header.totals() {
		// The same end does not make the same ledger: somebody may have changed a row in the middle, and then the
		// backup is what they need.
		found, err := d.Verify(ctx, nil)
		switch {
		case err != nil:
			return out, err
		case len(found.Breaks) == 0:
			out.Unchanged = true
			return out, in.readOut()
		case !force:
			first := found.Breaks[0]
			return out, fmt.Errorf("the ledger ends like the backup, but is broken at %s (%s): %w", first.Ref, first.Problem, store.ErrNotEmpty)
		}
	}
	occupied := head.Seq > 0 || blobs > 0 || beside != (reportTotals{})
	if occupied && !force {
		return out, store.ErrNotEmpty
	}
	if occupied {
		if out.Copy, err = d.copyBefore(ctx, "before-restore"); err != nil {
			return out, fmt.Errorf("no copy of the ledger that is there could be taken, so nothing was changed: %w", err)
		}
	}
	err = d.write(ctx, func(ctx context.Context, t *tx) error {
		same, err := t.reportsAre(ctx, seen)
		if err != nil {
			return err
		}
		if t.head.Seq != head.Seq || t.head.Hash != head.Hash || !same {
			return errors.New("somebody wrote to the ledger meanwhile; nothing was restored, try again")
		}
		if occupied {
			if err := t.empty(ctx); err != nil {
				return fmt.Errorf("emptying the ledger: %w", err)
			}
		}
		t.head = gen.LockHeadRow{}
		return t.fill(ctx, in)
	})
	if err != nil && out.Copy != "" {
		os.Remove(out.Copy) // nothing was replaced
		out.Copy = ""
	}
	return out, err
}

func (t *tx) empty(ctx context.Context) error {
	for _, f := range []func(context.Context) error{t.q.EmptyRef, t.q.EmptyRevision, t.q.EmptyTally, t.q.EmptyBlob} {
		if err := f(ctx); err != nil {
			return err
		}
	}
	if err := t.emptyReports(ctx); err != nil {
		return err
	}
	return t.d.engine.clear(ctx, t.Tx)
}

// fill writes blobs and revisions as they are read and makes again what a backup leaves out.
func (t *tx) fill(ctx context.Context, in *backupReader) error {
	for range in.header.Blobs {
		blob, err := in.blob()
		if err != nil {
			return err
		}
		if err := t.q.PutBlob(ctx, gen.PutBlobParams(blob)); err != nil {
			return fmt.Errorf("writing bytes %.12s…: %w", blob.Hash, err)
		}
	}
	const block = 5000
	for left := in.header.Revisions; left > 0; {
		n := min(block, left)
		rows := make([]backupRevision, n)
		for i := range rows {
			var err error
			if rows[i], err = in.revision(); err != nil {
				return err
			}
		}
		if err := t.rebuild(ctx, rows); err != nil {
			return err
		}
		left -= n
	}
	if t.head.Hash != in.header.Head {
		return fmt.Errorf("the chain ends with another hash than the backup's first line says: %w", store.ErrDamaged)
	}
	if err := t.fillReports(ctx, in); err != nil {
		return err
	}
	return in.end()
}

// rebuild checks revisions against the chain and writes them with everything that is derived.
func (t *tx) rebuild(ctx context.Context, rows []backupRevision) error {
	w := &weaver{byName: map[name]*standing{}, byID: map[ledger.ID]*standing{}, known: map[name]bool{}, texts: map[string]string{}, head: t.head}
	edited := map[ledger.Kind][]string{}
	for _, r := range rows {
		if r.Rev > 1 {
			edited[ledger.Kind(r.Kind)] = append(edited[ledger.Kind(r.Kind)], r.ID)
		}
	}
	for kind, ids := range edited {
		if err := w.lookRecords(ctx, t, kind, ids); err != nil {
			return err
		}
	}
	entries := make([]entry, len(rows))
	for i, r := range rows {
		var err error
		if entries[i], err = t.again(ctx, w, r); err != nil {
			return fmt.Errorf("revision %d (%s:%s): %w", r.Seq, r.Kind, r.Key, err)
		}
	}
	blocks := make(chan []entry, 1)
	blocks <- entries
	close(blocks)
	if err := t.put(ctx, blocks); err != nil {
		return err
	}
	t.head = w.head
	return nil
}

// again makes the entry of a revision as the weaver did when it was written, and refuses one that does not fit.
func (t *tx) again(ctx context.Context, w *weaver, r backupRevision) (entry, error) {
	row := gen.Revision{Seq: r.Seq, ID: r.ID, Kind: r.Kind, Key: r.Key, Rev: r.Rev, Status: r.Status, SinceMs: r.AtMS, UntilMs: forever,
		Coder: r.Coder, Evidence: r.Evidence, Body: r.Body, Who: r.Who, Why: r.Why, Prev: r.Prev, Hash: r.Hash}
	rec, err := recordOf(row)
	if err != nil {
		return entry{}, fmt.Errorf("%w: %w", err, store.ErrDamaged)
	}
	hash, err := rec.Seal([]byte(r.Body))
	if err != nil {
		return entry{}, fmt.Errorf("%w: %w", err, store.ErrDamaged)
	}
	cur := w.byID[rec.ID]
	switch {
	case r.Seq != w.head.Seq+1 || r.Prev != w.head.Hash:
		return entry{}, fmt.Errorf("it does not follow the revision before it: %w", store.ErrDamaged)
	case hash != r.Hash:
		return entry{}, fmt.Errorf("its content does not give its hash: %w", store.ErrDamaged)
	case r.AtMS < w.head.AtMs || cur != nil && r.AtMS <= cur.row.SinceMs:
		return entry{}, fmt.Errorf("its ledger time lies before that of the revision before it: %w", store.ErrDamaged)
	case cur == nil && r.Rev != 1, cur != nil && (r.Rev != cur.row.Rev+1 || cur.row.Key != r.Key || cur.row.Kind != r.Kind):
		return entry{}, fmt.Errorf("it is not the next revision of its record: %w", store.ErrDamaged)
	}
	facets := rec.Body.Facets()
	row.DayFirst, row.DayLast = days(facets.When)
	row.Item = facets.Item
	if doc, ok := rec.Body.(*ledger.Document); ok {
		text, err := t.q.ReadBlob(ctx, doc.TextHash)
		if err != nil {
			return entry{}, fmt.Errorf("the document's text is not in the backup: %w", store.ErrDamaged)
		}
		clear(w.texts)
		w.texts[doc.TextHash] = string(text)
	}
	e := entry{row: row, refs: refsOf(row, rec.Refs()), words: w.words(rec, facets)}
	if cur != nil {
		e.closes = &closing{cur.row, cur.refs}
	}
	w.stand(&standing{row, rec, e.refs})
	w.head = gen.LockHeadRow{Seq: r.Seq, Hash: r.Hash, AtMs: r.AtMS}
	return e, nil
}
