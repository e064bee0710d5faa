package sqlstore

import (
	"cmp"
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
// and validity, the reverse index, the counters, blobs, quotes, reports. What is written meanwhile is not looked at.
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
	v := &verifier{q: q, b: &breaks{&report, map[string]bool{}}, refs: newRefSum(), counts: tallies{}, standing: map[string]standingUntil{}, docs: map[string]string{},
		results: map[string]string{}}
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
			v.revision(r)
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
	if err := v.index(ctx, tx); err != nil {
		return report, err
	}
	if err := v.blobs(ctx, &report); err != nil {
		return report, err
	}
	if err := v.quotes(ctx, &report); err != nil {
		return report, err
	}
	if report.Reports, err = v.reports(ctx, tx); err != nil {
		return report, err
	}
	slices.SortStableFunc(report.Breaks, func(a, b store.Break) int { // those that have no place in the chain come last
		return cmp.Or(cmp.Compare(min(a.Seq, 1), min(b.Seq, 1))*-1, cmp.Compare(a.Seq, b.Seq))
	})
	return report, nil
}

type verifier struct {
	q        *gen.Queries
	b        *breaks
	seq      int64
	hash     string
	at       int64
	refs     refSum
	counts   tallies
	standing map[string]standingUntil // by id, the last revision so far
	docs     map[string]string        // hash to text hash
	results  map[string]string        // hash of a run's result to the run
}

type standingUntil struct{ rev, until int64 }

func (v *verifier) revision(r gen.Revision) {
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
		return
	}
	if hash, err := rec.Seal([]byte(r.Body)); err != nil {
		v.b.add("hash", r.Seq, ref, "%v", err)
	} else if hash != r.Hash {
		v.b.add("hash", r.Seq, ref, "its content gives the hash %.12s… and its row says %.12s…: it was changed after it was written", hash, r.Hash)
	}
	before := v.standing[r.ID]
	if r.Rev != before.rev+1 {
		v.b.add("revision", r.Seq, ref, "it is revision %d and follows %d", r.Rev, before.rev)
	}
	if before.rev > 0 && before.until != r.SinceMs {
		v.b.add("validity", r.Seq, ref, "the revision before it does not end when it begins")
	}
	v.standing[r.ID] = standingUntil{r.Rev, r.UntilMs}

	facets := rec.Body.Facets()
	derived := rowOf(rec, facets, nil, nil, nil)
	if derived.DayFirst != r.DayFirst || derived.DayLast != r.DayLast || derived.Item != r.Item {
		v.b.add("derived", r.Seq, ref, "its date or item column is not what its body says")
	}
	if doc, ok := rec.Body.(*ledger.Document); ok {
		v.docs[rec.Key] = doc.TextHash
	}
	if run, ok := rec.Body.(*ledger.Run); ok && run.ResultHash != "" {
		v.results[run.ResultHash] = ref
	}
	refs := refsOf(r, rec.Refs())
	v.refs.add(refs)
	if r.UntilMs == forever {
		v.counts.count(r, refs, 1)
	}
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
	for id, s := range v.standing {
		if s.until != forever {
			v.b.add("current", v.seq, "", "record %s has no current revision", id)
		}
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
	wanted := maps.Clone(v.results) // hash to the document or run that needs it
	for key, textHash := range v.docs {
		wanted[key], wanted[textHash] = "document:"+key, "document:"+key
	}
	for after := ""; ; {
		rows, err := v.q.BlobsAfter(ctx, gen.BlobsAfterParams{Hash: after, Most: 32})
		if err != nil {
			return fmt.Errorf("reading blobs after %q: %w", after, err)
		}
		for _, r := range rows {
			if ledger.HashBytes(r.Bytes) != r.Hash {
				v.b.add("blob", 0, wanted[r.Hash], "the bytes stored as %.12s… have another hash", r.Hash)
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
		v.b.add("blob", 0, wanted[hash], "the bytes %.12s… are missing", hash)
	}
	return nil
}

// quotes compares every quote with its document's text, one document at a time.
func (v *verifier) quotes(ctx context.Context, report *store.Report) error {
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
