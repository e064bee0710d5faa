package sqlstore

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// readAhead is how many revisions a walk of the chain reads at a time.
const readAhead = 2000

// breaks keeps the first break of each sort: one damaged page can break thousands of rows, and the first tells most.
type breaks struct {
	report *store.Report
	seen   map[string]bool
}

func (b *breaks) add(sort string, seq int64, ref, problem string, args ...any) {
	if b.seen[sort] {
		return
	}
	b.seen[sort] = true
	b.report.Breaks = append(b.report.Breaks, store.Break{Seq: seq, Ref: ref, Problem: fmt.Sprintf(problem, args...)})
}

// Verify reads the whole ledger and compares everything that can be computed again: the hash chain, revision numbers
// and validity, the reverse index, the counters, blobs, quotes. What is written meanwhile is not looked at.
func (d *DB) Verify(ctx context.Context, progress func(done, total int64)) (store.Report, error) {
	tx, err := d.snapshot(ctx)
	if err != nil {
		return store.Report{}, err
	}
	defer tx.Rollback()
	q := d.reading.WithTx(tx)
	head, err := q.ReadHead(ctx)
	if err != nil {
		return store.Report{}, err
	}
	report := store.Report{Revisions: head.Seq, Head: head.Hash}
	v := &verifier{q: q, b: &breaks{&report, map[string]bool{}}, counts: tallies{}, standing: map[string]int64{}, docs: map[string]string{}}
	for done := int64(0); done < head.Seq; {
		rows, err := q.Stretch(ctx, gen.StretchParams{AfterSeq: done, LastSeq: head.Seq, Most: readAhead})
		if err != nil {
			return report, fmt.Errorf("reading the chain after revision %d: %w", done, err)
		}
		if len(rows) == 0 {
			v.b.add("chain", done+1, "", "the chain ends at %d and its head says %d", done, head.Seq)
			break
		}
		for _, r := range rows {
			if err := v.revision(ctx, r); err != nil {
				return report, err
			}
		}
		done = rows[len(rows)-1].Seq
		if progress != nil {
			progress(min(done, head.Seq), head.Seq)
		}
	}
	v.b.seen["end"] = v.b.seen["chain"]
	if v.hash != head.Hash {
		v.b.add("end", head.Seq, "", "the last revision's hash is %.12s… and the head says %.12s…", v.hash, head.Hash)
	}
	report.Records = int64(len(v.standing))
	if err := v.totals(ctx); err != nil {
		return report, err
	}
	if err := v.blobs(ctx, &report); err != nil {
		return report, err
	}
	if err := v.quotes(ctx, &report, head.Seq); err != nil {
		return report, err
	}
	slices.SortStableFunc(report.Breaks, func(a, b store.Break) int { return int(a.Seq - b.Seq) })
	return report, nil
}

type verifier struct {
	q        *gen.Queries
	b        *breaks
	seq      int64
	hash     string
	at       int64
	refs     int64
	counts   tallies
	standing map[string]int64 // id to the last revision's number
	docs     map[string]string
}

func (v *verifier) revision(ctx context.Context, r gen.Revision) error {
	ref := r.Kind + ":" + r.Key
	if r.Seq != v.seq+1 {
		v.b.add("chain", v.seq+1, ref, "revision %d is missing: %d follows %d", v.seq+1, r.Seq, v.seq)
	}
	if r.Prev != v.hash {
		v.b.add("chain", r.Seq, ref, "it names %.12s… as the hash before it, which is %.12s…", r.Prev, v.hash)
	}
	if r.SinceMs < v.at {
		v.b.add("time", r.Seq, ref, "its ledger time lies before that of the revision before it")
	}
	v.seq, v.hash, v.at = r.Seq, r.Hash, r.SinceMs
	rec, err := recordOf(r)
	if err != nil {
		v.b.add("body", r.Seq, ref, "%v", err)
		return nil
	}
	if hash, err := rec.Seal([]byte(r.Body)); err != nil {
		v.b.add("hash", r.Seq, ref, "%v", err)
	} else if hash != r.Hash {
		v.b.add("hash", r.Seq, ref, "its content gives the hash %.12s… and its row says %.12s…: it was changed after it was written", hash, r.Hash)
	}
	if before := v.standing[r.ID]; r.Rev != before+1 {
		v.b.add("revision", r.Seq, ref, "it is revision %d and follows %d", r.Rev, before)
	}
	v.standing[r.ID] = r.Rev

	facets := rec.Body.Facets()
	derived := rowOf(rec, facets, nil, nil, nil)
	if derived.DayFirst != r.DayFirst || derived.DayLast != r.DayLast || derived.Item != r.Item {
		v.b.add("derived", r.Seq, ref, "its date or item column is not what its body says")
	}
	if doc, ok := rec.Body.(*ledger.Document); ok {
		v.docs[rec.Key] = doc.TextHash
	}
	refs := refsOf(r, rec.Refs())
	v.refs += int64(len(refs))
	if r.UntilMs == forever {
		v.counts.count(r, refs, 1)
	}
	return v.indexed(ctx, r, ref, refs)
}

// indexed looks up the rows of the reverse index that a revision should have.
func (v *verifier) indexed(ctx context.Context, r gen.Revision, ref string, refs []gen.Ref) error {
	last := ""
	for _, want := range refs {
		if want.Code == last {
			continue
		}
		last = want.Code
		have, err := v.q.RefsOf(ctx, gen.RefsOfParams{Code: want.Code, Kind: want.Kind, Day: want.Day, Seq: want.Seq})
		if err != nil {
			return fmt.Errorf("reading the reverse index: %w", err)
		}
		var expect []gen.Ref
		for _, w := range refs {
			if w.Code == want.Code {
				expect = append(expect, w)
			}
		}
		slices.SortFunc(have, compareRefs)
		if !slices.Equal(have, expect) {
			v.b.add("index", r.Seq, ref, "the reverse index has other rows for %q than the record says", want.Code)
		}
	}
	return nil
}

// totals compares what only the whole ledger can tell.
func (v *verifier) totals(ctx context.Context) error {
	current, err := v.q.CountCurrent(ctx)
	if err != nil {
		return err
	}
	if current != int64(len(v.standing)) {
		v.b.add("current", v.seq, "", "%d records have %d current revisions", len(v.standing), current)
	}
	refs, err := v.q.CountRefs(ctx)
	if err != nil {
		return err
	}
	if refs != v.refs {
		v.b.add("index", v.seq, "", "the reverse index has %d rows and the records say %d", refs, v.refs)
	}
	rows, err := v.q.AllTallies(ctx)
	if err != nil {
		return err
	}
	have := tallies{}
	for _, t := range rows {
		n := t.N
		t.N = 0
		have[t] = n
	}
	maps.DeleteFunc(v.counts, func(_ gen.Tally, n int64) bool { return n == 0 })
	for _, t := range slices.SortedFunc(maps.Keys(v.counts), func(a, b gen.Tally) int { return strings.Compare(a.Code+a.Kind+a.Year, b.Code+b.Kind+b.Year) }) {
		if have[t] != v.counts[t] {
			v.b.add("counter", v.seq, "", "the counter of %s %s %s of %q says %d, the records %d", t.Status, t.Kind, t.Year, t.Code, have[t], v.counts[t])
		}
		delete(have, t)
	}
	for t, n := range have {
		v.b.add("counter", v.seq, "", "the counter of %s %s %s of %q says %d, the records 0", t.Status, t.Kind, t.Year, t.Code, n)
	}
	return nil
}

func (v *verifier) blobs(ctx context.Context, report *store.Report) error {
	wanted := map[string]string{} // hash to the document that needs it
	for key, textHash := range v.docs {
		wanted[key], wanted[textHash] = key, key
	}
	for after := ""; ; {
		rows, err := v.q.BlobsAfter(ctx, gen.BlobsAfterParams{Hash: after, Most: 32})
		if err != nil {
			return fmt.Errorf("reading blobs after %q: %w", after, err)
		}
		for _, r := range rows {
			if ledger.HashBytes(r.Bytes) != r.Hash {
				v.b.add("blob", 0, "document:"+wanted[r.Hash], "the bytes stored as %.12s… have another hash", r.Hash)
			}
			delete(wanted, r.Hash)
			after = r.Hash
		}
		report.Blobs += int64(len(rows))
		if len(rows) == 0 {
			break
		}
	}
	for _, hash := range slices.Sorted(maps.Keys(wanted)) {
		v.b.add("blob", 0, "document:"+wanted[hash], "the bytes %.12s… are missing", hash)
	}
	return nil
}

// quotes compares every quote with its document's text, one document at a time.
func (v *verifier) quotes(ctx context.Context, report *store.Report, _ int64) error {
	for _, key := range slices.Sorted(maps.Keys(v.docs)) {
		rows, err := v.q.QuotesOf(ctx, key)
		if err != nil {
			return fmt.Errorf("reading the quotes of %s: %w", key, err)
		}
		if len(rows) == 0 {
			continue
		}
		text, err := v.q.ReadBlob(ctx, v.docs[key])
		if err != nil {
			continue // reported as missing
		}
		for _, r := range rows {
			report.Quotes++
			rec, err := recordOf(r)
			if err != nil {
				continue // reported on the way along the chain
			}
			if err := matches(rec.Body.(*ledger.Quote), string(text)); err != nil {
				v.b.add("quote", r.Seq, rec.Ref(), "%v", err)
			}
		}
	}
	return nil
}
