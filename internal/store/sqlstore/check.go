package sqlstore

import (
	"fmt"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// check refuses what contradicts the rest of the ledger: evidence that is not there, a quote that its document does
// not hold, a document without its text.
func (w *weaver) check(rec ledger.Record, c store.Change, cur *standing) error {
	if c.Evidence != nil {
		if err := w.checkEvidence(rec); err != nil {
			return err
		}
	}
	if c.Body == nil {
		return nil
	}
	switch body := rec.Body.(type) {
	case *ledger.Quote:
		return w.checkQuote(body)
	case *ledger.Document:
		return w.checkDocument(body, cur)
	}
	return nil
}

func (w *weaver) checkEvidence(rec ledger.Record) error {
	var list []ledger.Fault
	for i, e := range rec.Evidence {
		n := name{ledger.KindQuote, e.Quote}
		if e.Vote != "" {
			n = name{ledger.KindVote, e.Vote}
		} else if e.Source != "" {
			n = name{ledger.KindSource, e.Source}
		}
		if !w.known[n] {
			list = append(list, ledger.Fault{Field: fmt.Sprintf("evidence[%d]", i), Problem: fmt.Sprintf("the %s %q is not in the ledger", n.kind, n.key),
				Do: "add it first, or earlier in the same write"})
		}
	}
	if len(list) > 0 {
		return &ledger.Faults{Kind: rec.Kind, List: list}
	}
	return nil
}

func (w *weaver) checkQuote(q *ledger.Quote) error {
	doc := w.byName[name{ledger.KindDocument, q.Document}]
	if doc == nil {
		return &ledger.Faults{Kind: ledger.KindQuote, List: []ledger.Fault{{Field: "document", Problem: fmt.Sprintf("%q is not in the ledger", q.Document),
			Do: "read the document first"}}}
	}
	return matches(q, w.texts[doc.rec.Body.(*ledger.Document).TextHash])
}

// matches reports how a quote differs from the text it is cut from, as a store.ErrOrphan.
func matches(q *ledger.Quote, text string) error {
	switch {
	case !q.Matches(text):
		return fmt.Errorf("document %.12s…, bytes %d–%d: the text there is not %q: %w", q.Document, q.Start, q.End, q.Exact, store.ErrOrphan)
	case !strings.HasSuffix(text[:q.Start], q.Prefix):
		return fmt.Errorf("document %.12s…, byte %d: the text before it is not %q: %w", q.Document, q.Start, q.Prefix, store.ErrOrphan)
	case !strings.HasPrefix(text[q.End:], q.Suffix):
		return fmt.Errorf("document %.12s…, byte %d: the text after it is not %q: %w", q.Document, q.End, q.Suffix, store.ErrOrphan)
	}
	return nil
}

// checkDocument holds a document to its text: PutDocument alone brings new ones, and later edits describe the same text.
func (w *weaver) checkDocument(d *ledger.Document, cur *standing) error {
	var f ledger.Fault
	if cur == nil {
		if _, ok := w.texts[d.TextHash]; ok {
			return nil
		}
		f = ledger.Fault{Field: "hash", Problem: "comes without its bytes", Do: "store the document with its snapshot and text"}
	} else if before := cur.rec.Body.(*ledger.Document); before.TextHash != d.TextHash || before.TextBytes != d.TextBytes {
		f = ledger.Fault{Field: "text_hash", Problem: "differs from the document's text", Do: "a document's text never changes; read it as a new document"}
	} else {
		return nil
	}
	return &ledger.Faults{Kind: ledger.KindDocument, List: []ledger.Fault{f}}
}
