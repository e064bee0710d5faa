package sqlstore

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// weaver makes revisions of changes and links them to the chain. It asks the database nothing: look did.
type weaver struct {
	who  string
	ids  *ledger.IDSource
	now  int64 // Unix milliseconds
	head gen.LockHeadRow

	byName map[name]*standing // current records, by natural key
	byID   map[ledger.ID]*standing
	known  map[name]bool     // evidence that exists
	texts  map[string]string // of documents, by TextHash
	out    []ledger.Record
}

func (w *weaver) stand(s *standing) {
	w.byName[name{s.rec.Kind, s.rec.Key}] = s
	w.byID[s.rec.ID] = s
	w.known[name{s.rec.Kind, s.rec.Key}] = true
}

// find returns the record that a key or an id names, or nil.
func (w *weaver) find(n name) *standing {
	if n.key == "" {
		return nil
	}
	if s := w.byName[n]; s != nil {
		return s
	}
	if id, err := ledger.ParseID(n.key); err == nil {
		if s := w.byID[id]; s != nil && s.rec.Kind == n.kind {
			return s
		}
	}
	return nil
}

// weave makes the revisions of some changes, in order, and adds each change's outcome to out. A change that alters
// nothing makes none.
func (w *weaver) weave(changes []store.Change) ([]entry, error) {
	entries := make([]entry, 0, len(changes))
	for _, c := range changes {
		e, same, err := w.one(c)
		if err != nil {
			return nil, err
		}
		if same == nil {
			entries = append(entries, *e)
		}
	}
	return entries, nil
}

// one makes the revision of one change, or returns the record that it would not alter.
func (w *weaver) one(c store.Change) (*entry, *standing, error) {
	n := nameOf(c)
	cur := w.find(n)
	rec, err := w.merge(c, n, cur)
	if err != nil {
		return nil, nil, err
	}
	body, err := w.body(c, cur)
	if err != nil {
		return nil, nil, err
	}
	coder, err := json.Marshal(rec.Coder)
	if err != nil {
		return nil, nil, err
	}
	evidence, err := json.Marshal(rec.Evidence)
	if err != nil {
		return nil, nil, err
	}
	if cur != nil {
		same := cur.row.Body == string(body) && cur.row.Status == string(rec.Status) && cur.row.Coder == string(coder) && cur.row.Evidence == string(evidence)
		// A writer who edits an old revision and leaves its body alone did not see the body that stands.
		if same && (c.Base == cur.rec.Rev || c.Body != nil) {
			w.out = append(w.out, cur.rec)
			return nil, cur, nil
		}
	}
	if err := conflict(c, n, cur); err != nil {
		return nil, nil, err
	}
	if err := rec.Validate(); err != nil {
		return nil, nil, err
	}
	facets, refs := rec.Body.Facets(), rec.Refs()
	if err := checkKeys(rec, facets, refs); err != nil {
		return nil, nil, err
	}
	if err := w.check(rec, c, cur); err != nil {
		return nil, nil, err
	}
	if err := w.seal(&rec, cur, body); err != nil {
		return nil, nil, err
	}
	row := rowOf(rec, facets, body, coder, evidence)
	e := &entry{row: row, refs: refsOf(row, refs), words: w.words(rec, facets)}
	if cur != nil {
		e.closes = &closing{cur.row, cur.refs}
	}
	w.stand(&standing{row, rec, e.refs})
	w.out = append(w.out, rec)
	return e, nil, nil
}

// merge lays a change over what stands: whatever the change leaves empty is kept.
func (w *weaver) merge(c store.Change, n name, cur *standing) (ledger.Record, error) {
	rec := ledger.Record{Kind: c.Kind, Key: n.key, Status: c.Status, Coder: c.Coder, Evidence: c.Evidence, Who: w.who, Why: c.Why, Body: c.Body}
	if cur == nil {
		if c.Base != 0 || c.Body == nil {
			return rec, &store.Conflict{Kind: c.Kind, Key: n.key, Base: c.Base}
		}
		if rec.ID = w.ids.Next(); c.Body.NaturalKey() == "" {
			if given, err := ledger.ParseID(rec.Key); err == nil { // the writer named it before it was, so that others of the batch can
				rec.ID, rec.Key = given, string(given)
			}
		}
		if rec.Key == "" {
			rec.Key = string(rec.ID)
		}
	} else {
		rec.ID, rec.Key = cur.rec.ID, cur.rec.Key
		if rec.Body == nil {
			rec.Body = cur.rec.Body
		}
		if rec.Evidence == nil {
			rec.Evidence = cur.rec.Evidence
		}
		if rec.Status == "" {
			rec.Status = cur.rec.Status
		}
		if rec.Coder == (ledger.Coder{}) {
			rec.Coder = cur.rec.Coder
		}
	}
	if rec.Evidence == nil {
		rec.Evidence = []ledger.Evidence{}
	}
	natural := rec.Body.NaturalKey()
	if natural != "" && natural != rec.Key && rec.Key != string(rec.ID) {
		return rec, &ledger.Faults{Kind: c.Kind, List: []ledger.Fault{{Field: "key", Problem: fmt.Sprintf("the record is %q and its body says %q", rec.Key, natural),
			Do: "a key never changes: supersede this record and create the other"}}}
	}
	return rec, nil
}

// body is the JSON to store: the bytes that stand when the change brings none, so that a body written by an older
// version is kept to the byte.
func (w *weaver) body(c store.Change, cur *standing) ([]byte, error) {
	if c.Body == nil {
		return []byte(cur.row.Body), nil
	}
	b, err := json.Marshal(c.Body)
	if err != nil {
		return nil, fmt.Errorf("writing %s %q as JSON: %w", c.Kind, nameOf(c).key, err)
	}
	return bytes.TrimSpace(b), nil
}

func conflict(c store.Change, n name, cur *standing) error {
	if cur == nil || c.Base == cur.rec.Rev {
		return nil
	}
	return &store.Conflict{Kind: c.Kind, Key: n.key, Base: c.Base, Current: cur.rec.Rev, Who: cur.rec.Who}
}

// seal gives the revision its place in the chain. Ledger time never goes back, and two revisions of a record never
// share a millisecond: there would be no moment at which the earlier one stood.
func (w *weaver) seal(rec *ledger.Record, cur *standing, body []byte) error {
	at := max(w.now, w.head.AtMs)
	rec.Rev = 1
	if cur != nil {
		rec.Rev = cur.rec.Rev + 1
		at = max(at, cur.row.SinceMs+1)
	}
	rec.Seq, rec.Prev, rec.At = w.head.Seq+1, w.head.Hash, time.UnixMilli(at).UTC()
	var err error
	if rec.Hash, err = rec.Seal(body); err != nil {
		return err
	}
	w.head = gen.LockHeadRow{Seq: rec.Seq, Hash: rec.Hash, AtMs: at}
	return nil
}

// words is what full text finds the record by; of a document its whole text too.
func (w *weaver) words(rec ledger.Record, f ledger.Facets) string {
	text := f.Text
	if d, ok := rec.Body.(*ledger.Document); ok {
		text += "\n" + w.texts[d.TextHash]
	}
	return fold(text)
}
