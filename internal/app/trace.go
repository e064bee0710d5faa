package app

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

// opening is a figure opened to its rows, before a page of them is cut.
type opening struct {
	figure string // what is explained, in words
	value  string // "" stands for the number of rows
	rule   string // how the rows make the figure
	parts  []Figure
	rows   rowset
	review []listed // instead of rows: records that wait for review, in no figure but their own count
}

// Trace is because: it opens a figure to its rule, its rows, and what they rest on.
// id is a trace id that some view gave (see traceID). Errors: NotFound when the id
// names nothing in the ledger at that time.
func (a *App) Trace(ctx context.Context, s Scope, id, cursor string) (TraceView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return TraceView{}, err
	}
	o, err := r.trace(parseTraceID(id))
	if err != nil {
		return TraceView{}, err
	}
	if o.review != nil {
		o.rows = rowset{listed: o.review}
	}
	total, err := r.total(o.rows)
	if err != nil {
		return TraceView{}, err
	}
	page, next, err := r.page(o.rows, cursor, pageSize)
	if err != nil {
		return TraceView{}, err
	}
	v := TraceView{ID: id, Figure: o.figure, Value: o.value, Rule: o.rule, Total: int(total), Next: next, Parts: o.parts}
	if v.Value == "" {
		v.Value = strconv.FormatInt(total, 10)
	}
	if v.Parts == nil {
		v.Parts = []Figure{}
	}
	if v.Rows, err = r.traceRows(page); err != nil {
		return TraceView{}, err
	}
	v.Scope = r.scopeView()
	return v, nil
}

// trace finds what an id names.
func (r *reading) trace(id []string) (opening, error) {
	verbs := map[string]func(args []string) (opening, error){
		"record": r.traceRecord, "litmus": r.traceLitmus, "cell": r.traceCell, "matrix": r.traceMatrix, "state": r.traceState,
		"pressure": r.tracePressure, "stock": r.traceStock, "drafts": r.traceDrafts, "suggestions": r.traceSuggestions, "forecasts": r.traceForecasts,
		"sources": r.traceSources, "source": r.traceSource, "changes": r.traceChanges,
		"align": r.traceAlign, "align-joint": r.traceAlignJoint, "align-drop": r.traceAlignDrop, "align-similar": r.traceAlignSimilar,
		"align-tilt": r.traceAlignTilt, "align-tilts": r.traceAlignTilts, "align-ring": r.traceAlignRing, "align-run": r.traceAlignRun,
		"world": r.traceWorld, "world-drop": r.traceWorldDrop, "world-run": r.traceWorldRun,
		"rule": r.traceRule, "rule-drop": r.traceRuleDrop, "report": r.traceReport, "rules": r.traceRules,
	}
	if open := verbs[id[0]]; open != nil {
		return open(id[1:])
	}
	return opening{}, noTrace(id)
}

func noTrace(id []string) error {
	return &Error{Code: NotFound, Field: "id", Text: quoted(strings.Join(id, "|")) + " names no figure", Do: "take the id from a figure on a screen, or name a record as record|item:KEY", Err: store.ErrNotFound}
}

// traceRows shows records with all that they rest on.
func (r *reading) traceRows(page []listed) ([]TraceRow, error) {
	records := make([]ledger.Record, 0, len(page))
	for _, l := range page {
		if l.ready == nil {
			records = append(records, l.record)
		}
	}
	if err := r.cite(records); err != nil {
		return nil, err
	}
	var items []string
	for _, rec := range records {
		if s, ok := rec.Body.(*ledger.Stance); ok {
			items = append(items, s.Item)
		}
	}
	if err := r.findItems(items); err != nil {
		return nil, err
	}
	rows := []TraceRow{}
	for _, l := range page {
		if l.ready != nil {
			rows = append(rows, *l.ready)
			continue
		}
		row, err := r.traceRow(l)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (r *reading) traceRow(l listed) (TraceRow, error) {
	rec := l.record
	body, err := json.Marshal(rec.Body)
	if err != nil {
		return TraceRow{}, err
	}
	row := TraceRow{Ref: rec.Ref(), Trace: recordTrace(rec.Ref()), Kind: string(rec.Kind), Label: l.label, When: rec.Body.Facets().When.String(), Status: string(rec.Status),
		Weight: 1, Coder: coderWords(rec.Coder), Rev: rec.Rev, At: stamp(rec.At), Who: rec.Who, Why: rec.Why, Body: body, Evidence: []TraceEvidence{}}
	if row.Label == "" {
		row.Label = r.label(rec)
	}
	if l.weight != nil {
		row.Weight = *l.weight
	}
	if e, ok := rec.Body.(*ledger.Event); ok {
		row.Credibility = int(e.Credibility)
	}
	for _, e := range rec.Evidence {
		shown, err := r.traceEvidence(e)
		if err != nil {
			return TraceRow{}, err
		}
		shown.Hidden = r.veiled(e)
		row.Evidence = append(row.Evidence, shown)
	}
	return row, nil
}

func coderWords(c ledger.Coder) string {
	words := string(c.Kind) + " " + c.Name
	if c.Version != "" {
		words += " " + c.Version
	}
	return words
}

// stamp writes a ledger time.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z07:00") }
