package store

import (
	"context"
	"errors"
	"fmt"

	"orrery/ledger"
)

// Row is an accepted record with its body as its own type.
type Row[T ledger.Noun] struct {
	ledger.Record
	Noun T
}

// Rows reads every accepted record of T's kind that matches q. It is how models
// and figures read: no status can be given.
//
//	stances, err := store.Rows[*ledger.Stance](ctx, r, store.Query{Items: []string{"residence-drones-2025"}})
func Rows[T ledger.Noun](ctx context.Context, r Reader, q Query) ([]Row[T], error) {
	var zero T
	q.Kinds = []ledger.Kind{zero.Kind()}
	page, err := r.Accepted(ctx, q)
	if err != nil {
		return nil, err
	}
	return rowsOf[T](page.Records)
}

// One reads one accepted record. Errors: ErrNotFound, also when the record is not accepted.
func One[T ledger.Noun](ctx context.Context, r Reader, q Query) (Row[T], error) {
	q.Limit = 1
	rows, err := Rows[T](ctx, r, q)
	if err != nil {
		return Row[T]{}, err
	}
	if len(rows) == 0 {
		return Row[T]{}, ErrNotFound
	}
	return rows[0], nil
}

func rowsOf[T ledger.Noun](records []ledger.Record) ([]Row[T], error) {
	rows := make([]Row[T], 0, len(records))
	for _, rec := range records {
		body, ok := rec.Body.(T)
		if !ok {
			return nil, fmt.Errorf("record %s holds a %T", rec.Ref(), rec.Body)
		}
		rows = append(rows, Row[T]{rec, body})
	}
	return rows, nil
}

// IsNotFound reports whether err says that nothing was found.
func IsNotFound(err error) bool { return errors.Is(err, ErrNotFound) }
