package sqlstore

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// full is a report as its two rows hold it, with the numbers of its words.
type full struct {
	set, day, link, id, hash                                                int64
	key                                                                     string
	doubt, source, target, kind, mode, contexts                             int64
	sourceName, sourceSectors, targetName, targetSectors, code, label       int64
	place, placeState, publisher, mutual, mentions, sources, articles, line int64
	intensity                                                               sql.NullFloat64
	deaths                                                                  sql.NullInt64
	body, url                                                               string
}

// fullColumns are those of report r and its detail d, in the order of into.
func fullColumns() string {
	return "r." + strings.Join(reportColumns, ", r.") + ", d." + strings.Join(detailColumns, ", d.")
}

func (f *full) into() []any {
	return []any{&f.set, &f.day, &f.link, &f.id, &f.hash, &f.key, &f.doubt, &f.source, &f.target, &f.kind, &f.mode, &f.contexts,
		new(int64), &f.sourceName, &f.sourceSectors, &f.targetName, &f.targetSectors, &f.code, &f.label, &f.place, &f.placeState,
		&f.publisher, &f.mutual, &f.intensity, &f.mentions, &f.sources, &f.articles, &f.deaths, &f.line, &f.body, &f.url}
}

// wide are the numbers of the words that the detail names.
func (f *full) wide() [9]int64 {
	return [...]int64{f.sourceName, f.sourceSectors, f.targetName, f.targetSectors, f.code, f.label, f.place, f.placeState, f.publisher}
}

// reportOf gives a report its words; r must know all of them.
func (r *reportRead) reportOf(f *full) (store.EventReport, error) {
	w := r.words
	contexts, err := r.contexts(f.contexts)
	out := store.EventReport{Key: f.key, Day: ledger.Day(f.day), Within: int(f.doubt),
		Source: store.ReportParty{State: w[f.source], Name: w[f.sourceName], Sectors: w[f.sourceSectors]},
		Target: store.ReportParty{State: w[f.target], Name: w[f.targetName], Sectors: w[f.targetSectors]},
		Type:   ledger.EventType(w[f.kind]), Mode: w[f.mode], Contexts: slices.Clone(contexts), Code: w[f.code], Label: w[f.label], Mutual: f.mutual != 0, Link: f.link,
		Rated: f.intensity.Valid, Intensity: f.intensity.Float64, Mentions: int(f.mentions), Sources: int(f.sources), Articles: int(f.articles),
		Place: w[f.place], PlaceState: w[f.placeState], Publisher: w[f.publisher], Text: f.body, URL: f.url, Line: int(f.line)}
	if f.deaths.Valid {
		n := int(f.deaths.Int64)
		out.Deaths = &n
	}
	return out, err
}

// pieceOfKeys is how many keys one statement asks for.
const pieceOfKeys = 500

// ReportsByKey returns reports in full; see store.Reports.
func (d *DB) ReportsByKey(ctx context.Context, set string, keys []string) ([]store.EventReport, error) {
	r, err := d.readReports(ctx, set)
	if err != nil {
		return nil, err
	}
	defer r.close()
	if r.set == 0 {
		return nil, nil
	}
	if err := d.engine.lookUps(ctx, r.tx); err != nil {
		return nil, err
	}
	found := map[string]full{}
	for piece := range slices.Chunk(keys, pieceOfKeys) {
		if err := r.look(ctx, piece, found); err != nil {
			return nil, err
		}
	}
	if err := r.learn(ctx, found); err != nil {
		return nil, err
	}
	var out []store.EventReport
	for _, key := range keys {
		f, ok := found[key]
		if !ok {
			continue
		}
		report, err := r.reportOf(&f)
		if err != nil {
			return nil, err
		}
		out = append(out, report)
	}
	return out, nil
}

func (r *reportRead) look(ctx context.Context, keys []string, found map[string]full) error {
	b := &builder{}
	b.WriteString("SELECT " + fullColumns() + " FROM report r JOIN report_detail d ON d.id = r.id WHERE +r.set_id = " + b.arg(r.set) + " AND r.hash IN " + numbersOf(b, keys, hashOf))
	rows, err := r.tx.QueryContext(ctx, b.String(), b.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var f full
		if err := rows.Scan(f.into()...); err != nil {
			return err
		}
		found[f.key] = f
	}
	return rows.Err()
}

// numbersOf writes a list of numbers that are made of values.
func numbersOf[T any](b *builder, values []T, number func(T) int64) string {
	marks := make([]string, len(values))
	for i, v := range values {
		marks[i] = b.arg(number(v))
	}
	return "(" + strings.Join(marks, ", ") + ")"
}

// learn reads the words that reports name and r does not know.
func (r *reportRead) learn(ctx context.Context, found map[string]full) error {
	missing := map[int64]bool{}
	for _, f := range found {
		for _, id := range f.wide() {
			if _, ok := r.words[id]; !ok {
				missing[id] = true
			}
		}
	}
	ids := make([]int64, 0, len(missing))
	for id := range missing {
		ids = append(ids, id)
	}
	for piece := range slices.Chunk(ids, pieceOfKeys) {
		if err := r.learnThese(ctx, piece); err != nil {
			return err
		}
	}
	return nil
}

func (r *reportRead) learnThese(ctx context.Context, ids []int64) error {
	b := &builder{}
	b.WriteString("SELECT id, word FROM report_word WHERE id IN " + numbersOf(b, ids, func(id int64) int64 { return id }))
	rows, err := r.tx.QueryContext(ctx, b.String(), b.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var w gen.ReportWord
		if err := rows.Scan(&w.ID, &w.Word); err != nil {
			return err
		}
		r.words[w.ID] = w.Word
	}
	return rows.Err()
}
