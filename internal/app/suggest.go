package app

import (
	"context"
	"encoding/json"

	"orrery/internal/coding"
	"orrery/ledger"
)

// Suggest reads a document for suggestions: drafts with the sentences that they rest on, in one transaction, and a run as the
// receipt of how each came about. The same coder that knows the same adds nothing to a document. What was proposed before is
// not proposed again, whatever became of it; untouched drafts of an older coder that this one does not make are superseded.
// Rules of acceptance that a person switched on are applied at the end. hash is the document's. Errors: NotFound.
func (a *App) Suggest(ctx context.Context, hash string) (SuggestReport, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return SuggestReport{}, err
	}
	report, err := r.suggest(hash)
	if err != nil {
		return SuggestReport{}, err
	}
	all, err := r.codedIn([]string{hash})
	for _, c := range all[hash] {
		if waits(c.record) {
			report.Open++
		}
	}
	return report, err
}

// waits reports whether a record is a suggestion that nobody has decided on.
func waits(rec ledger.Record) bool { return rec.Status == ledger.Draft && byCoder(rec) }

// suggest is Suggest without the count of what is open.
func (r *reading) suggest(hash string) (SuggestReport, error) {
	report := SuggestReport{Document: hash, Refused: []string{}, Version: r.app.coding.Version}
	r.app.suggesting.Lock() // two readings of one document at a time would propose everything twice
	defer r.app.suggesting.Unlock()
	rec, err := r.document(hash)
	if err != nil {
		return report, err
	}
	coder, err := r.theCoder()
	if err != nil {
		return report, err
	}
	d := rec.Body.(*ledger.Document)
	data := ledger.HashBytes([]byte(r.app.coding.Version + "\n" + d.TextHash + "\n" + coder.knows + "\n" + rec.Hash))
	runs, err := r.codingRuns([]string{hash})
	if err != nil {
		return report, err
	}
	if past := runs[hash]; len(past) > 0 && past[0].Noun.DataHash == data {
		report.Again, report.Run = true, past[0].Ref()
		var s codingSettings
		err := json.Unmarshal(past[0].Noun.Settings, &s)
		report.Sentences, report.Known = s.Sentences, s.Drafts
		return report, err
	}
	text, err := r.app.store.Text(r.ctx, d.TextHash)
	if err != nil {
		return report, err
	}
	result, err := coder.Code(r.ctx, understood(d, text), coding.Options{})
	if err != nil {
		return report, err
	}
	report.Sentences = len(result.Reading.Sentences)
	p := &proposing{reading: r, document: d, text: text, version: r.app.coding.Version, report: &report}
	kept, err := p.write(result.Drafts, runs[hash])
	if err != nil {
		return report, err
	}
	run := ledger.Run{Model: codingModel, CodeVersion: r.app.coding.Version, Document: hash, DataHash: data, DataAsOf: d.Published}
	if run.Settings, err = json.Marshal(codingSettings{coderName, coder.knows, report.Sentences, len(kept.Drafts)}); err != nil {
		return report, err
	}
	packed, err := packReceipt(kept)
	if err != nil {
		return report, err
	}
	put, err := r.app.store.PutRun(r.ctx, r.app.who, run, packed)
	if err != nil {
		return report, err
	}
	report.Run = put.Ref()
	report.Accepted, err = r.acceptByRules(p.fresh)
	return report, err
}
