package app

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"orrery/internal/store"
	"orrery/ledger"
)

// waiting is a suggestion that nobody has decided on, with its place in the queue.
type waiting struct {
	record   ledger.Record
	document string
	thin
	impact string
	rank   float64
}

// thin is as much of a receipt as the queue needs.
type thin struct {
	confidence  float64
	step, frame string
	verdict     string
	with        string
}

// receiptShelf keeps the thin of receipts, which never change, by the hash of the receipt.
type receiptShelf struct {
	mu   sync.Mutex
	kept map[string]map[string]thin
}

// Queue lists the suggestions that wait, what would change most first: by confidence times the weight of what accepting would
// change (see impactWeight), then the surer, then the earlier.
func (a *App) Queue(ctx context.Context, s Scope, ask QueueAsk) (Queue, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return Queue{}, err
	}
	all, err := r.waitingNow(ask.Document)
	if err != nil {
		return Queue{}, err
	}
	v := Queue{Rows: []QueueRow{}, Kinds: []QueueCount{}, Impacts: []QueueCount{}}
	kinds, found, documents := map[string]int{}, map[string]int{}, map[string]bool{}
	var chosen []waiting
	for _, w := range all {
		if w.confidence < ask.Least {
			continue
		}
		kinds[string(w.record.Kind)]++
		found[w.impact]++
		documents[w.document] = true
		if (ask.Kind == "" || ask.Kind == string(w.record.Kind)) && (ask.Impact == "" || ask.Impact == w.impact) {
			chosen = append(chosen, w)
		}
	}
	for _, kind := range ledger.Kinds() {
		if n := kinds[string(kind)]; n > 0 {
			v.Kinds = append(v.Kinds, QueueCount{string(kind), kindWords(kind, int64(n)), n})
		}
	}
	for _, i := range []struct{ name, label string }{{impactConflict, "contradict what is accepted"}, {impactEmptyCell, "fill an empty cell"}, {impactPair, "complete a pair"}, {impactVote, "words on a vote"}, {impactOther, "one more fact"}} {
		if n := found[i.name]; n > 0 {
			v.Impacts = append(v.Impacts, QueueCount{i.name, i.label, n})
		}
	}
	v.Total, v.Documents = len(chosen), len(documents)
	page, next, err := cutPage(chosen, ask.Cursor, pageSize)
	if err != nil {
		return Queue{}, err
	}
	v.Next = next
	if v.Rows, err = r.queueRows(page); err != nil {
		return Queue{}, err
	}
	v.Sentence, v.Scope = r.queueSentence(found), r.scopeView()
	return v, nil
}

func (r *reading) queueSentence(found map[string]int) Sentence {
	n := 0
	for _, k := range found {
		n += k
	}
	t := &telling{}
	if n == 0 {
		return t.say("No suggestion waits.").out
	}
	t.count(int64(n), traceID("suggestions")).say(" " + plural(n, "suggestion waits", "suggestions wait"))
	if k := found[impactConflict]; k > 0 {
		t.say("; ").count(int64(k), traceID("suggestions", impactConflict)).say(" would contradict what is accepted")
	}
	if k := found[impactEmptyCell]; k > 0 {
		t.say("; ").count(int64(k), traceID("suggestions", impactEmptyCell)).say(" would fill an empty cell")
	}
	return t.say(". None is in any figure.").out
}

// traceSuggestions opens the suggestions that wait, or those of one impact.
func (r *reading) traceSuggestions(args []string) (opening, error) {
	if len(args) > 1 {
		return opening{}, noTrace(append([]string{"suggestions"}, args...))
	}
	all, err := r.waitingNow("")
	o := opening{figure: "Suggestions that wait", rule: "What the coder suggests and nobody has accepted or rejected. They are in no figure but their own count.", review: []listed{}}
	for _, w := range all {
		if len(args) == 0 || w.impact == args[0] {
			o.review = append(o.review, listed{record: w.record})
		}
	}
	return o, err
}

// waitingNow are the suggestions that nobody has decided on, of all documents or of one, in the order of the queue.
func (r *reading) waitingNow(document string) ([]waiting, error) {
	var all []waiting
	var records []ledger.Record
	take := func(rec ledger.Record) {
		if hash := documentOf(rec); hash != "" && waits(rec) {
			all = append(all, waiting{record: rec, document: hash})
			records = append(records, rec)
		}
	}
	if document == "" {
		if err := r.everyWaiting(take); err != nil {
			return nil, err
		}
	} else {
		found, err := r.codedIn([]string{document})
		if err != nil {
			return nil, err
		}
		for _, c := range found[document] {
			take(c.record)
		}
	}
	x, err := r.impactsOf(records)
	if err != nil {
		return nil, err
	}
	thins, err := r.thins(all)
	if err != nil {
		return nil, err
	}
	for i := range all {
		w := &all[i]
		w.thin = thins[w.record.Ref()]
		w.impact, _, _ = x.of(r, w.record, &SuggestionCheck{Verdict: w.verdict, With: w.with})
		w.rank = rank(w.confidence, w.impact)
	}
	slices.SortStableFunc(all, func(a, b waiting) int {
		return cmp.Or(-cmp.Compare(a.rank, b.rank), -cmp.Compare(a.confidence, b.confidence), cmp.Compare(a.record.Seq, b.record.Seq))
	})
	return all, nil
}

// documentOf is the document that a record's first quote is of; the key of a quote begins with it.
func documentOf(rec ledger.Record) string {
	for _, e := range rec.Evidence {
		if hash, _, ok := strings.Cut(e.Quote, "/"); ok {
			return hash
		}
	}
	return ""
}

// thins read what the receipts say of waiting suggestions, by ref.
func (r *reading) thins(all []waiting) (map[string]thin, error) {
	var hashes []string
	for _, w := range all {
		hashes = append(hashes, w.document)
	}
	runs, err := r.codingRuns(slices.Compact(slices.Sorted(slices.Values(hashes))))
	if err != nil {
		return nil, err
	}
	out := map[string]thin{}
	for _, rows := range runs {
		for i := len(rows) - 1; i >= 0; i-- { // the newest last: it counts
			kept, err := r.thinOf(rows[i])
			if err != nil {
				return nil, err
			}
			for ref, t := range kept {
				out[ref] = t
			}
		}
	}
	return out, nil
}

func (r *reading) thinOf(run store.Row[*ledger.Run]) (map[string]thin, error) {
	shelf := r.app.receipts
	shelf.mu.Lock()
	defer shelf.mu.Unlock()
	if kept, ok := shelf.kept[run.Noun.ResultHash]; ok {
		return kept, nil
	}
	full, err := r.unpackReceipt(run.Noun.ResultHash)
	if err != nil {
		return nil, err
	}
	kept := make(map[string]thin, len(full.Drafts))
	for _, d := range full.Drafts {
		t := thin{confidence: d.Confidence, step: d.Step, frame: d.Frame}
		if d.Check != nil {
			t.verdict, t.with = d.Check.Verdict, d.Check.With
		}
		kept[d.Ref] = t
	}
	shelf.kept[run.Noun.ResultHash] = kept
	return kept, nil
}

// queueRows shows suggestions with their documents.
func (r *reading) queueRows(page []waiting) ([]QueueRow, error) {
	out := []QueueRow{}
	var hashes []string
	for _, w := range page {
		hashes = append(hashes, w.document)
	}
	slices.Sort(hashes)
	views, err := r.codedViews(slices.Compact(hashes))
	if err != nil {
		return nil, err
	}
	for _, w := range page {
		if coded, ok := views[w.record.Ref()]; ok {
			out = append(out, QueueRow{r.queueDocument(w.document), coded})
		}
	}
	return out, nil
}

func (r *reading) queueDocument(hash string) QueueDocument {
	d := r.documents[hash]
	if d == nil {
		return QueueDocument{Hash: hash}
	}
	return QueueDocument{Hash: hash, Title: d.Title, Outlet: d.Outlet, Published: d.Published.String()}
}

// codedViews shows everything coded in documents, by ref, and looks the documents up.
func (r *reading) codedViews(hashes []string) (map[string]CodedRecord, error) {
	all, err := r.codedIn(hashes)
	if err != nil {
		return nil, err
	}
	if err := lookUp(r, hashes, r.documents, func(row store.Row[*ledger.Document]) *ledger.Document { return row.Noun }); err != nil {
		return nil, err
	}
	runs, err := r.codingRuns(hashes)
	if err != nil {
		return nil, err
	}
	out := map[string]CodedRecord{}
	for _, hash := range hashes {
		views, err := r.codedWith(all[hash], runs[hash], "")
		if err != nil {
			return nil, err
		}
		for _, v := range views {
			out[v.Record.Ref] = v
		}
	}
	return out, nil
}
