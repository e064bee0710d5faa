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
	Register    string             `json:"register,omitempty"`
	Mapping     string             `json:"mapping,omitempty"`
}

// PutReportFile notes a file; see store.Reports.
func (d *DB) PutReportFile(ctx context.Context, f store.ReportFile) error {
	if d.cfg.ReadOnly {
		return store.ErrReadOnly
	}
	row, err := noteRow(f)
	if err != nil {
		return err
	}
	return d.write(ctx, func(ctx context.Context, t *tx) error {
		if err := t.offered(ctx, f); err != nil {
			return err
		}
		if err := t.declared(ctx, f); err != nil {
			return err
		}
		return t.putNote(ctx, f.Set, row)
	})
}

func checkFile(f store.ReportFile) error {
	if err := checkSet(f.Set); err != nil {
		return err
	}
	if f.Hash == "" || len(f.Hash) > longestName || !isText(f.Hash) {
		return fmt.Errorf("the file %q of %s comes without its hash", f.Name, f.Set)
	}
	return nil
}

// noteRow is the inverse of fileOf.
func noteRow(f store.ReportFile) (gen.PutReportNoteParams, error) {
	row := gen.PutReportNoteParams{Hash: f.Hash, AtMs: f.At.UnixMilli(), Added: int64(f.Added)}
	if err := checkFile(f); err != nil {
		return row, err
	}
	text, err := json.Marshal(fileNote{f.Name, f.Form, f.Who, f.Rows, f.Reports, f.First, f.Last, f.Denominator, f.Covered, f.States, f.Register, f.Mapping})
	if err != nil {
		return row, fmt.Errorf("the note on the file %q of %s: %w", f.Name, f.Set, err)
	}
	if row.Note = string(text); len(f.Summary) == 0 {
		return row, nil
	}
	found, err := json.Marshal(f.Summary) // compact, or an error
	if err != nil {
		return row, fmt.Errorf("the note on the file %q of %s: %w", f.Name, f.Set, err)
	}
	row.Found = string(found)
	return row, nil
}

func (t *tx) putNote(ctx context.Context, set string, row gen.PutReportNoteParams) (err error) {
	if row.SetID, err = t.setOf(ctx, set); err != nil {
		return err
	}
	if err := t.q.BumpSet(ctx, row.SetID); err != nil {
		return err
	}
	return t.q.PutReportNote(ctx, row)
}

func fileOf(set string, row gen.ReportFile) (store.ReportFile, error) {
	var n fileNote
	err := json.Unmarshal([]byte(row.Note), &n)
	if err == nil && row.Found != "" && !json.Valid([]byte(row.Found)) {
		err = errors.New("what its reader found is no JSON")
	}
	if err != nil {
		return store.ReportFile{}, fmt.Errorf("reading the note on file %.12s… of %s: %w", row.Hash, set, err)
	}
	f := store.ReportFile{Set: set, Hash: row.Hash, Name: n.Name, Form: n.Form, At: time.UnixMilli(row.AtMs).UTC(), Who: n.Who, Rows: n.Rows, Reports: n.Reports, Added: int(row.Added),
		First: n.First, Last: n.Last, Denominator: n.Denominator, Covered: n.Covered, States: n.States, Register: n.Register, Mapping: n.Mapping}
	if row.Found != "" {
		f.Summary = json.RawMessage(row.Found)
	}
	return f, nil
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
		notes, err := q.ReportNotes(ctx, s.ID)
		if err != nil {
			return nil, err
		}
		one, err := describe(ctx, q, s, notes)
		if err != nil {
			return nil, fmt.Errorf("reading the set %s: %w", s.Name, err)
		}
		out = append(out, one)
	}
	return out, nil
}

// ReportSetOf is one set without what readers found; see store.Reports.
func (d *DB) ReportSetOf(ctx context.Context, set string) (store.ReportSet, error) {
	none := fmt.Errorf("there is no set of reports %.60q: %w", set, store.ErrNotFound)
	if !isText(set) {
		return store.ReportSet{}, none
	}
	tx, err := d.snapshot(ctx)
	if err != nil {
		return store.ReportSet{}, err
	}
	defer tx.Rollback()
	q := d.reading.WithTx(tx)
	row, err := q.OneSet(ctx, set)
	if errors.Is(err, sql.ErrNoRows) {
		return store.ReportSet{}, none
	}
	if err != nil {
		return store.ReportSet{}, err
	}
	short, err := q.ShortReportNotes(ctx, row.ID)
	if err != nil {
		return store.ReportSet{}, err
	}
	notes := make([]gen.ReportFile, len(short))
	for i, n := range short {
		notes[i] = gen.ReportFile{SetID: n.SetID, Hash: n.Hash, AtMs: n.AtMs, Added: n.Added, Note: n.Note}
	}
	return describe(ctx, q, row, notes)
}

// ReportHead reads counters; see store.Reports.
func (d *DB) ReportHead(ctx context.Context) (store.ReportHead, error) {
	tx, err := d.snapshot(ctx)
	if err != nil {
		return store.ReportHead{}, err
	}
	defer tx.Rollback()
	return reportHead(ctx, d.reading.WithTx(tx))
}

func reportHead(ctx context.Context, q *gen.Queries) (out store.ReportHead, err error) {
	if out.Past, err = q.LastPastSeq(ctx); err != nil {
		return out, err
	}
	sets, err := q.Sets(ctx)
	for _, s := range sets {
		out.Sets = append(out.Sets, store.ReportSetHead{Set: s.Name, Changes: s.Changes})
	}
	return out, err
}

// reportsAre says that reports are as they were when a head was read.
func (t *tx) reportsAre(ctx context.Context, seen store.ReportHead) (bool, error) {
	now, err := reportHead(ctx, t.q)
	return now.Past == seen.Past && slices.Equal(now.Sets, seen.Sets), err
}

func describe(ctx context.Context, q *gen.Queries, set gen.ReportSet, notes []gen.ReportFile) (store.ReportSet, error) {
	out := store.ReportSet{Set: set.Name, Linked: set.Linked}
	types, err := q.ReportTallies(ctx, set.ID)
	if err != nil {
		return out, err
	}
	for _, t := range types {
		out.Types = append(out.Types, store.Tally{Name: t.Word, N: t.N})
		out.Reports += t.N
	}
	slices.SortFunc(out.Types, func(a, b store.Tally) int { return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Name, b.Name)) })
	if out.Reports > 0 {
		first, err := q.FirstReportDay(ctx, set.ID)
		if err != nil {
			return out, err
		}
		last, err := q.LastReportDay(ctx, set.ID)
		if err != nil {
			return out, err
		}
		out.First, out.Last = ledger.Day(first), ledger.Day(last)
	}
	for _, n := range notes {
		f, err := fileOf(out.Set, n)
		if err != nil {
			return out, err
		}
		out.Files = append(out.Files, f)
	}
	return out, nil
}
