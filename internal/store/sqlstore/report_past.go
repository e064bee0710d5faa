package sqlstore

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// pastNote is what report_past keeps of a line beside the columns that it has.
type pastNote struct {
	Name        string             `json:"name,omitempty"`
	First       ledger.Day         `json:"first,omitempty"`
	Last        ledger.Day         `json:"last,omitempty"`
	Denominator string             `json:"denominator,omitempty"`
	Covered     []store.ReportSpan `json:"covered,omitempty"`
	States      []string           `json:"states,omitempty"`
	Reports     int64              `json:"reports,omitempty"`
}

// OfferReportFile puts a file into the history; see store.Reports.
func (d *DB) OfferReportFile(ctx context.Context, f store.ReportFile) error {
	if d.cfg.ReadOnly {
		return store.ErrReadOnly
	}
	if err := checkFile(f); err != nil {
		return err
	}
	return d.write(ctx, func(ctx context.Context, t *tx) error { return t.offered(ctx, f) })
}

func (t *tx) offered(ctx context.Context, f store.ReportFile) error {
	return t.toldOnce(ctx, gen.AddPastParams{Kind: store.ReportOffered, Name: f.Set, Hash: f.Hash, Who: cleanText(f.Who)}, pastNote{Name: f.Name, First: f.First, Last: f.Last})
}

func (t *tx) declared(ctx context.Context, f store.ReportFile) error {
	return t.toldOnce(ctx, gen.AddPastParams{Kind: store.ReportDeclared, Name: f.Set, Hash: f.Hash, Who: cleanText(f.Who)}, declarationOf(f))
}

func declarationOf(f store.ReportFile) pastNote {
	return pastNote{Denominator: f.Denominator, Covered: f.Covered, States: f.States}
}

func (t *tx) dropped(ctx context.Context, set string, reports int64) error {
	text, err := json.Marshal(pastNote{Reports: reports})
	if err != nil {
		return err
	}
	return t.addPast(ctx, gen.AddPastParams{Kind: store.ReportDropped, Name: set, Note: string(text)})
}

// toldOnce adds a line unless the last one of its kind, set and file says the same.
func (t *tx) toldOnce(ctx context.Context, row gen.AddPastParams, note pastNote) error {
	text, err := json.Marshal(note)
	if err != nil {
		return err
	}
	row.Note = string(text)
	last, err := t.q.LastPastNote(ctx, gen.LastPastNoteParams{Name: row.Name, Hash: row.Hash, Kind: row.Kind})
	if err == nil && last == row.Note {
		return nil
	}
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return t.addPast(ctx, row)
}

// addPast adds a line to the end of the history. Writers stand in a line, so no two get the same number.
func (t *tx) addPast(ctx context.Context, row gen.AddPastParams) error {
	last, err := t.q.LastPast(ctx)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	row.Seq, row.Head, row.AtMs = last.Seq+1, t.head.Seq, max(last.AtMs, t.d.cfg.Now().UnixMilli())
	row.Seal = sealOf(last.Seal, gen.ReportPast(row))
	return t.q.AddPast(ctx, row)
}

// sealOf ties a line to all before it, so that none can be changed or taken out unseen but the last ones.
func sealOf(before string, row gen.ReportPast) string {
	text, err := json.Marshal([]any{before, row.Seq, row.Head, row.AtMs, row.Kind, row.Name, row.Hash, row.Who, row.Note})
	if err != nil {
		return "" // numbers and texts can always be written
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// ReportHistory reads the history of a set; see store.Reports.
func (d *DB) ReportHistory(ctx context.Context, set string) ([]store.ReportPast, error) {
	if !isText(set) {
		return nil, nil // nothing is called that
	}
	read := d.reading.AllPast
	if set != "" {
		read = func(ctx context.Context) ([]gen.ReportPast, error) { return d.reading.PastOf(ctx, set) }
	}
	list, err := read(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the history of reports: %w", err)
	}
	out := make([]store.ReportPast, 0, len(list))
	for _, row := range list {
		one, err := pastOf(row)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

func pastOf(row gen.ReportPast) (store.ReportPast, error) {
	var n pastNote
	if err := json.Unmarshal([]byte(row.Note), &n); err != nil {
		return store.ReportPast{}, fmt.Errorf("line %d of the history of reports cannot be read: %w; run orrery verify", row.Seq, err)
	}
	return store.ReportPast{Seq: row.Seq, Head: row.Head, At: time.UnixMilli(row.AtMs).UTC(), Kind: row.Kind, Set: row.Name, Hash: row.Hash, Who: row.Who, Name: n.Name, First: n.First, Last: n.Last,
		Denominator: n.Denominator, Covered: n.Covered, States: n.States, Reports: n.Reports}, nil
}
