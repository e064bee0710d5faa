package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
)

// tx is one write: a transaction that holds the end of the chain, so that no other writer is under way.
type tx struct {
	*sql.Tx
	d    *DB
	conn *sql.Conn
	q    *gen.Queries
	head gen.LockHeadRow
}

// write runs f in a transaction and moves the end of the chain to where f left it. All of it is kept, or nothing.
func (d *DB) write(ctx context.Context, f func(ctx context.Context, t *tx) error) error {
	if d.cfg.ReadOnly {
		return store.ErrReadOnly
	}
	conn, err := d.writer.Conn(ctx)
	if err != nil {
		return fmt.Errorf("waiting to write: %w", err)
	}
	defer conn.Close()
	begun, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("waiting to write: %w", err)
	}
	defer begun.Rollback()
	t := &tx{Tx: begun, d: d, conn: conn, q: d.writing.WithTx(begun)}
	if t.head, err = t.q.LockHead(ctx); err != nil {
		return fmt.Errorf("waiting to write: %w", err)
	}
	before := t.head
	if err := f(ctx, t); err != nil {
		return err
	}
	if t.head != before {
		if err := t.q.MoveHead(ctx, gen.MoveHeadParams(t.head)); err != nil {
			return err
		}
	}
	if err := begun.Commit(); err != nil {
		return fmt.Errorf("the write was not kept: %w", err)
	}
	return nil
}

// entry is one revision on its way into the ledger, with everything that is derived from it.
type entry struct {
	row    gen.Revision
	refs   []gen.Ref
	words  string   // folded, for full text; "" when the record has none
	closes *closing // the revision it takes the place of
}

// closing is a revision that is current no longer; row.UntilMs is still what it was.
type closing struct {
	row  gen.Revision
	refs []gen.Ref
}

// put writes entries that arrive in blocks while the next ones are being made. Refs come last and sorted: written in
// the order of their key they touch a fraction of the pages that they would touch in the order of arrival.
func (t *tx) put(ctx context.Context, blocks <-chan []entry) error {
	var refs []gen.Ref
	var closed []closing
	var until []int64
	counts := tallies{}
	for block := range blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		rows := make([][]any, len(block))
		var texts []indexed
		for i, e := range block {
			rows[i] = revisionValues(e.row)
			refs = append(refs, e.refs...)
			counts.count(e.row, e.refs, 1)
			if e.words != "" {
				texts = append(texts, indexed{e.row.Seq, e.row.Kind, e.words})
			}
			if e.closes != nil {
				counts.count(e.closes.row, e.closes.refs, -1)
				closed, until = append(closed, *e.closes), append(until, e.row.SinceMs)
			}
		}
		if err := t.d.engine.insert(context.WithoutCancel(ctx), t.conn, t.Tx, "revision", revisionColumns, rows); err != nil {
			return fmt.Errorf("writing revisions: %w", err)
		}
		if err := t.d.engine.Index(context.WithoutCancel(ctx), t.conn, t.Tx, texts); err != nil {
			return fmt.Errorf("indexing words: %w", err)
		}
	}
	if err := t.putRefs(ctx, refs); err != nil {
		return err
	}
	for i, c := range closed {
		if err := t.close(ctx, c, until[i]); err != nil {
			return err
		}
	}
	return counts.write(ctx, t.q)
}

func (t *tx) putRefs(ctx context.Context, refs []gen.Ref) error {
	slices.SortFunc(refs, compareRefs)
	rows := make([][]any, len(refs))
	for i, r := range refs {
		rows[i] = refValues(r)
	}
	if err := t.d.engine.insert(context.WithoutCancel(ctx), t.conn, t.Tx, "ref", refColumns, rows); err != nil {
		return fmt.Errorf("writing the reverse index: %w", err)
	}
	return ctx.Err()
}

// close ends a revision's validity, in its row and in its refs, which are addressed by their full key.
func (t *tx) close(ctx context.Context, c closing, until int64) error {
	if err := t.q.CloseRevision(ctx, gen.CloseRevisionParams{UntilMs: until, Seq: c.row.Seq}); err != nil {
		return err
	}
	for _, r := range c.refs {
		n, err := t.q.CloseRef(ctx, gen.CloseRefParams{Code: r.Code, Kind: r.Kind, Day: r.Day, Seq: r.Seq, Role: r.Role, UntilMs: until})
		if err != nil {
			return err
		}
		if n != 1 {
			return fmt.Errorf("the reverse index has no row %s %q for %s:%s, revision %d; run orrery verify", r.Role, r.Code, r.Kind, c.row.Key, c.row.Rev)
		}
	}
	return nil
}
