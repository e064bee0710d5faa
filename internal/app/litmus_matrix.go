package app

import (
	"context"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// LitmusMatrix answers all reaction items at once: items × the region's states.
func (a *App) LitmusMatrix(ctx context.Context, s Scope) (LitmusMatrix, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return LitmusMatrix{}, err
	}
	ls, err := r.allLitmuses()
	if err != nil {
		return LitmusMatrix{}, err
	}
	m := LitmusMatrix{States: r.namedAll(r.region.States), Rows: []LitmusRow{}, Hubs: []Named{}}
	for _, l := range ls {
		row := LitmusRow{Item: r.itemHead(l), Cells: []Cell{}, Expected: len(l.expected),
			Answered: int(l.count(func(c combined) bool { return c.presence == Answered }))}
		for _, state := range r.region.States {
			cell, _ := l.cell(state)
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
		if hub := r.named(l.item.Hub); !slices.Contains(m.Hubs, hub) {
			m.Hubs = append(m.Hubs, hub)
		}
	}
	none, bare, err := r.noRegion()
	if err != nil {
		return LitmusMatrix{}, err
	}
	if m.Sentence = r.matrixSentence(ls); bare && len(ls) == 0 {
		m.Sentence = (&telling{}).say(none).out
	}
	m.Scope = r.scopeView()
	return m, nil
}

// allLitmuses reads every reaction item, newest first.
func (r *reading) allLitmuses() ([]*litmus, error) {
	q := r.query()
	q.Order = store.ByDateDesc
	items, err := store.Rows[*ledger.Item](r.ctx, r.app.store, q)
	if err != nil {
		return nil, err
	}
	return r.litmuses(items)
}
