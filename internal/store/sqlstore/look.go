package sqlstore

import (
	"context"
	"fmt"
	"maps"
	"slices"

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
		if key == "" || !isText(key) { // weave refuses it with a message
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
	stand := func(scan func(...any) error) error {
		row, err := scanRevision(scan)
		if err != nil || w.byID[ledger.ID(row.ID)] != nil {
			return err
		}
		rec, err := recordOf(row)
		if err != nil {
			return err
		}
		w.stand(&standing{row: row, rec: rec, refs: refsOf(row, rec.Refs())})
		return nil
	}
	if err := t.each(ctx, currentByKeys, kind, keys, stand); err != nil {
		return fmt.Errorf("looking up records: %w", err)
	}
	if err := t.each(ctx, currentByIDs, kind, ids, stand); err != nil {
		return fmt.Errorf("looking up records: %w", err)
	}
	return nil
}

// lookKnown asks which keys exist at all.
func (w *weaver) lookKnown(ctx context.Context, t *tx, kind ledger.Kind, keys []string) error {
	err := t.each(ctx, knownKeys, kind, keys, func(scan func(...any) error) error {
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
