package sqlstore

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// name is how a record is addressed within a batch.
type name struct {
	kind ledger.Kind
	key  string
}

// nameOf is the key that a change asks for: its own, or the body's; "" for a record that gets an id.
func nameOf(c store.Change) name {
	key := c.Key
	if key == "" && c.Body != nil {
		key = c.Body.NaturalKey()
	}
	return name{c.Kind, key}
}

// look reads in a few statements whatever weaving the batch will ask for: the records it edits, the evidence it names
// and the documents it quotes.
func (w *weaver) look(ctx context.Context, t *tx, changes []store.Change) error {
	keys, named := map[ledger.Kind]map[string]bool{}, map[ledger.Kind]map[string]bool{}
	want := func(in map[ledger.Kind]map[string]bool, kind ledger.Kind, key string) {
		if key == "" {
			return
		}
		if in[kind] == nil {
			in[kind] = map[string]bool{}
		}
		in[kind][key] = true
	}
	for _, c := range changes {
		n := nameOf(c)
		want(keys, n.kind, n.key)
		for _, e := range c.Evidence {
			want(named, ledger.KindQuote, e.Quote)
			want(named, ledger.KindVote, e.Vote)
			want(named, ledger.KindSource, e.Source)
		}
		if q, ok := c.Body.(*ledger.Quote); ok && q != nil {
			want(keys, ledger.KindDocument, q.Document)
		}
	}
	w.byName, w.byID, w.known = map[name]*standing{}, map[ledger.ID]*standing{}, map[name]bool{}
	for kind, set := range keys {
		if err := w.lookRecords(ctx, t, kind, slices.Sorted(maps.Keys(set))); err != nil {
			return err
		}
	}
	for kind, set := range named {
		if err := w.lookKnown(ctx, t, kind, slices.Sorted(maps.Keys(set))); err != nil {
			return err
		}
	}
	return w.lookTexts(ctx, t, changes)
}

// lookRecords reads current revisions by natural key, and by id those keys that are ids.
func (w *weaver) lookRecords(ctx context.Context, t *tx, kind ledger.Kind, keys []string) error {
	var ids []string
	for _, k := range keys {
		if id, err := ledger.ParseID(k); err == nil {
			ids = append(ids, string(id))
		}
	}
	columns := strings.Join(revisionColumns, ", ")
	for _, by := range []struct {
		column string
		values []string
	}{{"key", keys}, {"id", ids}} {
		err := each(ctx, t, by.values, func(list string) string {
			return "SELECT " + columns + " FROM revision WHERE kind = $1 AND until_ms = 9223372036854775807 AND " + by.column + " IN " + list
		}, kind, func(scan func(...any) error) error {
			row, err := scanRevision(scan)
			if err != nil {
				return err
			}
			if w.byID[ledger.ID(row.ID)] != nil {
				return nil // found by key already
			}
			rec, err := recordOf(row)
			if err != nil {
				return err
			}
			w.stand(&standing{row: row, rec: rec, refs: refsOf(row, rec.Refs())})
			return nil
		})
		if err != nil {
			return fmt.Errorf("looking up records: %w", err)
		}
	}
	return nil
}

// lookKnown asks which keys exist at all; the first revision of each answers from the index.
func (w *weaver) lookKnown(ctx context.Context, t *tx, kind ledger.Kind, keys []string) error {
	err := each(ctx, t, keys, func(list string) string {
		return "SELECT key FROM revision WHERE kind = $1 AND rev = 1 AND key IN " + list
	}, kind, func(scan func(...any) error) error {
		var key string
		err := scan(&key)
		w.known[name{kind, key}] = true
		return err
	})
	if err != nil {
		return fmt.Errorf("looking up evidence: %w", err)
	}
	return nil
}

// lookTexts reads the texts that new quotes are checked against, and those of documents about to be indexed again.
func (w *weaver) lookTexts(ctx context.Context, t *tx, changes []store.Change) error {
	w.texts = map[string]string{}
	for _, c := range changes {
		n := nameOf(c)
		if q, ok := c.Body.(*ledger.Quote); ok && q != nil {
			n = name{ledger.KindDocument, q.Document}
		}
		if n.kind != ledger.KindDocument {
			continue
		}
		s := w.find(n)
		if s == nil {
			continue // weave refuses it with a message
		}
		hash := s.rec.Body.(*ledger.Document).TextHash
		if _, ok := w.texts[hash]; ok {
			continue
		}
		text, err := t.q.ReadBlob(ctx, hash)
		if err != nil {
			return fmt.Errorf("reading the text of document %s: %w", s.rec.Key, err)
		}
		w.texts[hash] = string(text)
	}
	return nil
}

// listSizes are the lengths of an IN list. A shorter list is filled up with its last value, so that the text of the
// statement, which the engine must read and plan, is one of a few.
var listSizes = []int{1, 16, 500}

// each runs query over values in pieces; $1 is first, and list stands for the other parameters.
func each(ctx context.Context, t *tx, values []string, query func(list string) string, first ledger.Kind, row func(scan func(...any) error) error) error {
	for len(values) > 0 {
		size := listSizes[len(listSizes)-1]
		for _, s := range listSizes {
			if len(values) <= s {
				size = s
				break
			}
		}
		piece := values[:min(size, len(values))]
		values = values[len(piece):]
		args := make([]any, 0, size+1)
		args = append(args, string(first))
		marks := make([]string, size)
		for i := range size {
			args = append(args, piece[min(i, len(piece)-1)])
			marks[i] = "$" + strconv.Itoa(i+2)
		}
		rows, err := t.QueryContext(ctx, query("("+strings.Join(marks, ", ")+")"), args...)
		if err != nil {
			return err
		}
		for rows.Next() {
			if err := row(rows.Scan); err != nil {
				rows.Close()
				return err
			}
		}
		if err := rows.Close(); err != nil {
			return err
		}
		if err := rows.Err(); err != nil {
			return err
		}
	}
	return nil
}
