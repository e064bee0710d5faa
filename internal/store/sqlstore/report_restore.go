package sqlstore

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
)

// totals is what the first line says of reports.
func (h *backupHeader) totals() reportTotals {
	return reportTotals{h.Past, h.Files, h.Reports, h.ReportsSHA256}
}

// eachReport reads the history, notes and reports of a backup, which follow its revisions, and holds them to the sum of the first line.
func (b *backupReader) eachReport(past func(backupPast) error, note func(backupFile) error, report func(*backupReport) error) error {
	if b.header.totals() == (reportTotals{}) {
		return nil
	}
	b.part = sha256.New()
	for range b.header.Past {
		var p backupPast
		if err := b.decode(&p); err != nil {
			return err
		}
		if err := past(p); err != nil {
			return fmt.Errorf("line %d: %w", b.number, err)
		}
	}
	for range b.header.Files {
		var f backupFile
		if err := b.decode(&f); err != nil {
			return err
		}
		if err := note(f); err != nil {
			return fmt.Errorf("line %d: %w", b.number, err)
		}
	}
	for range b.header.Reports {
		var r backupReport
		if err := b.decode(&r); err != nil {
			return err
		}
		if err := report(&r); err != nil {
			return fmt.Errorf("line %d: %w", b.number, err)
		}
	}
	if hex.EncodeToString(b.part.Sum(nil)) != b.header.ReportsSHA256 {
		return fmt.Errorf("its reports are not those that its first line names: %w", store.ErrDamaged)
	}
	b.part = nil
	return nil
}

// reportBlock is how many reports of a backup are written at once.
const reportBlock = 5000

// fillReports writes the notes and reports of a backup as they are read.
func (t *tx) fillReports(ctx context.Context, in *backupReader) error {
	var set string
	var block []store.EventReport
	flush := func() error {
		if len(block) == 0 {
			return nil
		}
		n, err := t.putReports(ctx, set, block, newVocabulary())
		if err != nil {
			return err
		}
		if n != len(block) {
			return fmt.Errorf("%d reports of %s come twice: %w", len(block)-n, set, store.ErrDamaged)
		}
		block = block[:0]
		return nil
	}
	var before gen.ReportPast
	err := in.eachReport(func(p backupPast) error {
		row := gen.ReportPast{Seq: p.Seq, Head: p.Head, AtMs: p.AtMS, Kind: p.Kind, Name: p.Name, Hash: p.Hash, Who: p.Who, Note: p.Note, Seal: p.Seal}
		if problem := checkPast(before, row, in.header.Revisions); problem != "" || !isText(p.Kind+p.Name+p.Hash+p.Who+p.Note) {
			return fmt.Errorf("a line of the history of reports is not what was written: %s: %w", problem, store.ErrDamaged)
		}
		before = row
		return t.q.AddPast(ctx, gen.AddPastParams(row))
	}, func(f backupFile) error {
		if err := checkSet(f.Set); err != nil {
			return fmt.Errorf("%w: %w", err, store.ErrDamaged)
		}
		row := gen.PutReportNoteParams{Hash: f.Hash, AtMs: f.AtMS, Added: f.Added, Note: f.Note, Found: f.Found}
		if _, err := fileOf(f.Set, gen.ReportFile{Hash: f.Hash, Note: f.Note, Found: f.Found}); err != nil || !isText(f.Hash+f.Note+f.Found) {
			return fmt.Errorf("it is not a note: %w", store.ErrDamaged)
		}
		return t.putNote(ctx, f.Set, row)
	}, func(r *backupReport) error {
		if err := checkSet(r.Set); err != nil {
			return fmt.Errorf("%w: %w", err, store.ErrDamaged)
		}
		if r.Set != set || len(block) == reportBlock {
			if err := flush(); err != nil {
				return err
			}
			set = r.Set
		}
		block = append(block, r.report())
		if err := checkReport(&block[len(block)-1]); err != nil {
			return fmt.Errorf("%w: %w", err, store.ErrDamaged)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

// emptyReports takes all sets away. Words stay: another process may know their numbers.
func (t *tx) emptyReports(ctx context.Context) error {
	for _, f := range []func(context.Context) error{t.q.EmptyReport, t.q.EmptyReportDetail, t.q.EmptyReportTally, t.q.EmptyReportFile, t.q.EmptyReportSet, t.q.EmptyReportPast} {
		if err := f(ctx); err != nil {
			return err
		}
	}
	return nil
}
