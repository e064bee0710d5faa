package sqlstore

import (
	"context"
	"fmt"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// blockSize is how many revisions are made while the block before is being written.
const blockSize = 512

// Append writes all changes or none; see store.Writer for its promises and errors.
func (d *DB) Append(ctx context.Context, who string, changes []store.Change) ([]ledger.Record, error) {
	if d.cfg.ReadOnly {
		return nil, store.ErrReadOnly
	}
	var out []ledger.Record
	err := d.write(ctx, func(ctx context.Context, t *tx) (err error) {
		out, err = t.append(ctx, who, changes)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// append makes revisions on one goroutine and writes them on this one. A batch is first looked up as a whole, so
// that making a revision asks the database nothing.
func (t *tx) append(ctx context.Context, who string, changes []store.Change) ([]ledger.Record, error) {
	w := &weaver{who: who, ids: t.d.ids, now: t.d.cfg.Now().UnixMilli(), head: t.head, out: make([]ledger.Record, 0, len(changes))}
	if err := w.look(ctx, t, changes); err != nil {
		return nil, err
	}
	if len(changes) <= blockSize { // an edit by hand needs no second goroutine
		block, err := w.weave(changes)
		if err != nil {
			return nil, fail(w, changes, err)
		}
		blocks := make(chan []entry, 1)
		if len(block) > 0 {
			blocks <- block
		}
		close(blocks)
		if err := t.put(ctx, blocks); err != nil {
			return nil, err
		}
		t.head = w.head
		return w.out, nil
	}

	blocks, stop, failed := make(chan []entry, 2), make(chan struct{}), make(chan error, 1)
	go func() {
		defer close(blocks)
		for rest := changes; len(rest) > 0; {
			n := min(blockSize, len(rest))
			block, err := w.weave(rest[:n])
			if err != nil {
				failed <- fail(w, changes, err)
				return
			}
			rest = rest[n:]
			select {
			case blocks <- block:
			case <-stop:
				return
			}
		}
	}()
	err := t.put(ctx, blocks)
	close(stop)
	for range blocks { // wait for the weaver before its records are read
	}
	select {
	case err := <-failed:
		return nil, err
	default:
	}
	if err != nil {
		return nil, err
	}
	t.head = w.head
	return w.out, nil
}

// fail says which change of a batch is at fault.
func fail(w *weaver, changes []store.Change, err error) error {
	if len(changes) == 1 {
		return err
	}
	return fmt.Errorf("change %d of %d: %w", len(w.out)+1, len(changes), err)
}

// standing is the current revision of a record as a batch sees it: what the database holds, then what the batch made.
type standing struct {
	row  gen.Revision
	rec  ledger.Record
	refs []gen.Ref
}
