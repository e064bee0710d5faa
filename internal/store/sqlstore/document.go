package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"unicode/utf8"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// PutDocument stores a document with its snapshot and text. Hashes and the text's length may be left empty and are
// filled in; given ones must be right. A document that names a Source cites it as evidence, so the source must exist.
func (d *DB) PutDocument(ctx context.Context, who string, doc ledger.Document, raw []byte, text string) (rec ledger.Record, created bool, err error) {
	if d.cfg.ReadOnly {
		return rec, false, store.ErrReadOnly
	}
	if err := fit(&doc, raw, text); err != nil {
		return rec, false, err
	}
	err = d.write(ctx, func(ctx context.Context, t *tx) error {
		row, err := t.q.CurrentByKey(ctx, gen.CurrentByKeyParams{Kind: string(ledger.KindDocument), Key: doc.Hash, AtMs: forever - 1})
		if err == nil {
			rec, err = recordOf(row)
			return err
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		rec, err = t.putDocument(ctx, who, doc, raw, text)
		created = err == nil
		return err
	})
	return rec, created && err == nil, err
}

func (t *tx) putDocument(ctx context.Context, who string, doc ledger.Document, raw []byte, text string) (ledger.Record, error) {
	if err := t.q.PutBlob(ctx, gen.PutBlobParams{Hash: doc.Hash, Bytes: raw}); err != nil {
		return ledger.Record{}, fmt.Errorf("storing the snapshot: %w", err)
	}
	if err := t.q.PutBlob(ctx, gen.PutBlobParams{Hash: doc.TextHash, Bytes: []byte(text)}); err != nil {
		return ledger.Record{}, fmt.Errorf("storing the text: %w", err)
	}
	evidence := []ledger.Evidence{}
	if doc.Source != "" {
		evidence = append(evidence, ledger.Evidence{Source: doc.Source})
	}
	w := &weaver{who: who, ids: t.d.ids, now: t.d.cfg.Now().UnixMilli(), head: t.head}
	changes := []store.Change{{Kind: ledger.KindDocument, Body: &doc, Status: ledger.Accepted, Evidence: evidence,
		Coder: ledger.Coder{Kind: ledger.CoderPerson, Name: who}, Why: "read"}}
	if err := w.look(ctx, t, changes); err != nil {
		return ledger.Record{}, err
	}
	w.texts[doc.TextHash] = text
	block, err := w.weave(changes)
	if err != nil {
		return ledger.Record{}, err
	}
	blocks := make(chan []entry, 1)
	blocks <- block
	close(blocks)
	if err := t.put(ctx, blocks); err != nil {
		return ledger.Record{}, err
	}
	t.head = w.head
	return w.out[0], nil
}

// fit fills in what follows from the bytes and refuses what contradicts them.
func fit(doc *ledger.Document, raw []byte, text string) error {
	var list []ledger.Fault
	hash, textHash := ledger.HashBytes(raw), ledger.HashBytes([]byte(text))
	if doc.Hash == "" {
		doc.Hash = hash
	}
	if doc.TextHash == "" {
		doc.TextHash = textHash
	}
	if doc.TextBytes == 0 {
		doc.TextBytes = len(text)
	}
	if doc.Hash != hash {
		list = append(list, ledger.Fault{Field: "hash", Problem: "is not the SHA-256 of the snapshot", Do: "leave it empty"})
	}
	if doc.TextHash != textHash || doc.TextBytes != len(text) {
		list = append(list, ledger.Fault{Field: "text_hash", Problem: "does not belong to the text", Do: "leave it and text_bytes empty"})
	}
	if !utf8.ValidString(text) {
		list = append(list, ledger.Fault{Field: "text", Problem: "is not UTF-8", Do: "decode it first"})
	}
	if len(list) > 0 {
		return &ledger.Faults{Kind: ledger.KindDocument, List: list}
	}
	return nil
}

// Text returns the extracted text of a document, by its TextHash.
func (d *DB) Text(ctx context.Context, textHash string) (string, error) {
	b, err := d.Snapshot(ctx, textHash)
	return string(b), err
}

// Snapshot returns the raw bytes of a document, by its Hash.
func (d *DB) Snapshot(ctx context.Context, hash string) ([]byte, error) {
	if !isText(hash) {
		hash = ""
	}
	b, err := d.reading.ReadBlob(ctx, hash)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("bytes %.12s…: %w", hash, store.ErrNotFound)
	}
	return b, err
}
