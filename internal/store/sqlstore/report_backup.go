package sqlstore

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// backupFile is a line of a backup: a file that reports came from.
type backupFile struct {
	Set   string `json:"set"`
	Hash  string `json:"hash"`
	AtMS  int64  `json:"at_ms"`
	Added int64  `json:"added"`
	Note  string `json:"note"`            // JSON, to the byte
	Found string `json:"found,omitempty"` // likewise
}

// backupPast is a line of a backup: a line of the history of reports.
type backupPast struct {
	Seq  int64  `json:"seq"`
	Head int64  `json:"head"`
	AtMS int64  `json:"at_ms"`
	Kind string `json:"kind"`
	Name string `json:"name"`
	Hash string `json:"hash"`
	Who  string `json:"who"`
	Note string `json:"note"` // JSON, to the byte
	Seal string `json:"seal"`
}

// backupReport is a line of a backup: a report. What is left out is empty or 0, but for deaths and intensity: not said.
type backupReport struct {
	Set         string   `json:"set"`
	Key         string   `json:"key"`
	Day         int32    `json:"day"`
	Within      int      `json:"within,omitempty"`
	Source      string   `json:"source,omitempty"` // state
	SourceName  string   `json:"source_name,omitempty"`
	SourceSect  string   `json:"source_sectors,omitempty"`
	Target      string   `json:"target,omitempty"`
	TargetName  string   `json:"target_name,omitempty"`
	TargetSect  string   `json:"target_sectors,omitempty"`
	Type        string   `json:"type,omitempty"`
	Mode        string   `json:"mode,omitempty"`
	Contexts    []string `json:"contexts,omitempty"`
	Code        string   `json:"code,omitempty"`
	Label       string   `json:"label,omitempty"`
	Mutual      bool     `json:"mutual,omitempty"`
	Link        int64    `json:"link,omitempty"`
	Intensity   *float64 `json:"intensity,omitempty"`
	Mentions    int      `json:"mentions,omitempty"`
	Sources     int      `json:"sources,omitempty"`
	Articles    int      `json:"articles,omitempty"`
	Deaths      *int     `json:"deaths,omitempty"`
	Place       string   `json:"place,omitempty"`
	PlaceState  string   `json:"place_state,omitempty"`
	Publisher   string   `json:"publisher,omitempty"`
	Text        string   `json:"text,omitempty"`
	URL         string   `json:"url,omitempty"`
	LineOfInput int      `json:"line,omitempty"`
}

func backupReportOf(set string, r *store.EventReport) backupReport {
	out := backupReport{set, r.Key, int32(r.Day), r.Within, r.Source.State, r.Source.Name, r.Source.Sectors, r.Target.State, r.Target.Name, r.Target.Sectors,
		string(r.Type), r.Mode, r.Contexts, r.Code, r.Label, r.Mutual, r.Link, nil, r.Mentions, r.Sources, r.Articles, r.Deaths,
		r.Place, r.PlaceState, r.Publisher, r.Text, r.URL, r.Line}
	if r.Rated {
		out.Intensity = &r.Intensity
	}
	return out
}

func (b *backupReport) report() store.EventReport {
	out := store.EventReport{Key: b.Key, Day: ledger.Day(b.Day), Within: b.Within, Source: store.ReportParty{State: b.Source, Name: b.SourceName, Sectors: b.SourceSect},
		Target: store.ReportParty{State: b.Target, Name: b.TargetName, Sectors: b.TargetSect}, Type: ledger.EventType(b.Type), Mode: b.Mode, Contexts: b.Contexts,
		Code: b.Code, Label: b.Label, Mutual: b.Mutual, Link: b.Link, Mentions: b.Mentions, Sources: b.Sources, Articles: b.Articles, Deaths: b.Deaths,
		Place: b.Place, PlaceState: b.PlaceState, Publisher: b.Publisher, Text: b.Text, URL: b.URL, Line: b.LineOfInput}
	if b.Intensity != nil {
		out.Rated, out.Intensity = true, *b.Intensity
	}
	return out
}

// reportTotals stands for all reports, notes and history of a ledger, so that two ledgers can be compared by it.
type reportTotals struct {
	past, files, reports int64
	sum                  string // SHA-256 of their lines; "" when there are none
}

// reportsNow is reportTotals in a transaction of its own.
func (d *DB) reportsNow(ctx context.Context) (reportTotals, error) {
	tx, err := d.snapshot(ctx)
	if err != nil {
		return reportTotals{}, err
	}
	defer tx.Rollback()
	return d.reportTotals(ctx, tx)
}

// hasReports says whether the ledger's schema knows reports: a copy is also taken before it is migrated.
func (d *DB) hasReports(ctx context.Context) (bool, error) {
	version, err := d.schemaVersion(ctx, d.engine.schema())
	return version >= 2, err
}

// reportTotals reads all reports once.
func (d *DB) reportTotals(ctx context.Context, tx *sql.Tx) (reportTotals, error) {
	var out reportTotals
	var err error
	q := gen.New(tx)
	if out.past, err = q.LastPastSeq(ctx); err != nil {
		return out, err
	}
	if out.files, err = q.CountReportNotes(ctx); err != nil {
		return out, err
	}
	if out.reports, err = q.CountReports(ctx); err != nil {
		return out, err
	}
	if out == (reportTotals{}) {
		return out, nil
	}
	b := &backupWriter{w: io.Discard, sum: sha256.New()}
	err = b.allReports(ctx, tx)
	out.sum = hex.EncodeToString(b.sum.Sum(nil))
	return out, err
}

// allReports writes the history, the notes and then the reports of every set, sets by name, notes by time, reports by day and key: the
// same lines from both engines.
func (b *backupWriter) allReports(ctx context.Context, tx *sql.Tx) error {
	q := gen.New(tx)
	past, err := q.AllPast(ctx)
	if err != nil {
		return fmt.Errorf("reading the history of reports: %w", err)
	}
	for _, p := range past {
		if err := b.line(backupPast{p.Seq, p.Head, p.AtMs, p.Kind, p.Name, p.Hash, p.Who, p.Note, p.Seal}); err != nil {
			return err
		}
	}
	sets, err := q.Sets(ctx)
	if err != nil {
		return fmt.Errorf("reading reports: %w", err)
	}
	for _, s := range sets {
		notes, err := q.ReportNotes(ctx, s.ID)
		if err != nil {
			return fmt.Errorf("reading the notes on %s: %w", s.Name, err)
		}
		for _, n := range notes {
			if err := b.line(backupFile{s.Name, n.Hash, n.AtMs, n.Added, n.Note, n.Found}); err != nil {
				return err
			}
		}
	}
	words, err := q.AllWords(ctx)
	if err != nil {
		return fmt.Errorf("reading the words of reports: %w", err)
	}
	r := &reportRead{tx: tx, q: q, words: make(map[int64]string, len(words)+1), lists: map[int64][]string{0: nil}}
	for _, w := range words {
		r.words[w.ID] = w.Word
	}
	for _, s := range sets {
		if err := b.reports(ctx, r, s); err != nil {
			return fmt.Errorf("reading the reports of %s: %w", s.Name, err)
		}
	}
	return nil
}

func (b *backupWriter) reports(ctx context.Context, r *reportRead, set gen.ReportSet) error {
	rows, err := r.tx.QueryContext(ctx, "SELECT "+fullColumns()+" FROM report r JOIN report_detail d ON d.id = r.id WHERE r.set_id = $1 ORDER BY r.day, r.key", set.ID)
	if err != nil {
		return err
	}
	defer rows.Close()
	var f full
	into := f.into()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		report, err := r.reportOf(&f)
		if err != nil {
			return err
		}
		if err := b.line(backupReportOf(set.Name, &report)); err != nil {
			return err
		}
	}
	return rows.Err()
}
