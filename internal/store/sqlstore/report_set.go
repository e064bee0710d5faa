package sqlstore

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// fileNote is what report_file keeps of a file beside the columns that it has.
type fileNote struct {
	Name        string             `json:"name,omitempty"`
	Form        string             `json:"form,omitempty"`
	Who         string             `json:"who,omitempty"`
	Rows        int                `json:"rows,omitempty"`
	Reports     int                `json:"reports,omitempty"`
	First       ledger.Day         `json:"first,omitempty"`
	Last        ledger.Day         `json:"last,omitempty"`
	Denominator string             `json:"denominator,omitempty"`
	Covered     []store.ReportSpan `json:"covered,omitempty"`
	States      []string           `json:"states,omitempty"`
	Summary     json.RawMessage    `json:"summary,omitempty"`
}

// PutReportFile notes a file; see store.Reports.
func (d *DB) PutReportFile(ctx context.Context, f store.ReportFile) error {
	if d.cfg.ReadOnly {
		return store.ErrReadOnly
	}
	if err := checkSet(f.Set); err != nil {
		return err
	}
	if f.Hash == "" || len(f.Hash) > longestName || !isText(f.Hash) {
		return fmt.Errorf("the file %q of %s comes without its hash", f.Name, f.Set)
	}
	text, err := json.Marshal(fileNote{f.Name, f.Form, f.Who, f.Rows, f.Reports, f.First, f.Last, f.Denominator, f.Covered, f.States, f.Summary})
	if err != nil {
		return fmt.Errorf("the note on the file %q of %s: %w", f.Name, f.Set, err)
	}
	return d.write(ctx, func(ctx context.Context, t *tx) error {
		return t.putNote(ctx, f.Set, gen.PutReportNoteParams{Hash: f.Hash, AtMs: f.At.UnixMilli(), Added: int64(f.Added), Note: string(text)})
	})
}

func (t *tx) putNote(ctx context.Context, set string, row gen.PutReportNoteParams) (err error) {
	if row.SetID, err = t.setOf(ctx, set); err != nil {
		return err
	}
	return t.q.PutReportNote(ctx, row)
}

// fileOf is the inverse of PutReportFile.
func fileOf(set string, row gen.ReportFile) (store.ReportFile, error) {
	var n fileNote
	if err := json.Unmarshal([]byte(row.Note), &n); err != nil {
		return store.ReportFile{}, fmt.Errorf("reading the note on file %.12s… of %s: %w", row.Hash, set, err)
	}
	return store.ReportFile{Set: set, Hash: row.Hash, Name: n.Name, Form: n.Form, At: time.UnixMilli(row.AtMs).UTC(), Who: n.Who, Rows: n.Rows, Reports: n.Reports,
		Added: int(row.Added), First: n.First, Last: n.Last, Denominator: n.Denominator, Covered: n.Covered, States: n.States, Summary: n.Summary}, nil
}

// ReportSets lists the sets from their counters and notes; see store.Reports.
func (d *DB) ReportSets(ctx context.Context) ([]store.ReportSet, error) {
	tx, err := d.snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	q := d.reading.WithTx(tx)
	sets, err := q.Sets(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]store.ReportSet, 0, len(sets))
	for _, s := range sets {
		one := store.ReportSet{Set: s.Name, Linked: s.Linked}
		if err := describe(ctx, q, s.ID, &one); err != nil {
			return nil, fmt.Errorf("reading the set %s: %w", s.Name, err)
		}
		out = append(out, one)
	}
	return out, nil
}

func describe(ctx context.Context, q *gen.Queries, set int64, out *store.ReportSet) error {
	types, err := q.ReportTallies(ctx, set)
	if err != nil {
		return err
	}
	for _, t := range types {
		out.Types = append(out.Types, store.Tally{Name: t.Word, N: t.N})
		out.Reports += t.N
	}
	slices.SortFunc(out.Types, func(a, b store.Tally) int { return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Name, b.Name)) })
	if out.Reports > 0 {
		first, err := q.FirstReportDay(ctx, set)
		if err != nil {
			return err
		}
		last, err := q.LastReportDay(ctx, set)
		if err != nil {
			return err
		}
		out.First, out.Last = ledger.Day(first), ledger.Day(last)
	}
	notes, err := q.ReportNotes(ctx, set)
	if err != nil {
		return err
	}
	for _, n := range notes {
		f, err := fileOf(out.Set, n)
		if err != nil {
			return err
		}
		out.Files = append(out.Files, f)
	}
	return nil
}

// DropReports takes a set away; see store.Reports. Its words stay: who else uses them is not kept, and other processes
// know their numbers.
func (d *DB) DropReports(ctx context.Context, set string) (n int64, err error) {
	if d.cfg.ReadOnly {
		return 0, store.ErrReadOnly
	}
	if !isText(set) {
		return 0, nil // nothing is called that
	}
	err = d.write(ctx, func(ctx context.Context, t *tx) (err error) {
		n, err = t.dropReports(ctx, set)
		return err
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}

func (t *tx) dropReports(ctx context.Context, name string) (int64, error) {
	set, err := t.q.SetID(ctx, name)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if _, err := t.q.DropDetails(ctx, set); err != nil {
		return 0, err
	}
	n, err := t.q.DropReports(ctx, set)
	if err != nil {
		return 0, err
	}
	for _, f := range []func(context.Context, int64) error{t.q.DropReportTally, t.q.DropReportNotes, t.q.DropSet} {
		if err := f(ctx, set); err != nil {
			return 0, err
		}
	}
	return n, nil
}
