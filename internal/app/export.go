package app

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"io"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// The formats of an export of what people decided.
const (
	ExportAnnotations = "annotations" // W3C Web Annotation
	ExportTraining    = "training"    // JSON Lines
	ExportDNA         = "dna"         // Discourse Network Analyzer 3
)

// Export writes what people accepted, corrected, rejected and coded in documents (none given: all), with the sentences, and returns a
// name for the file. What nobody has decided on is left out. Errors: Malformed for an unknown format; NotFound for a document.
func (a *App) Export(ctx context.Context, format string, documents []string, w io.Writer) (fileName string, err error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return "", err
	}
	writers := map[string]struct {
		write func([]decidedRecord, io.Writer) error
		name  string
	}{ExportAnnotations: {r.writeAnnotations, "annotations.jsonld"}, ExportTraining: {r.writeTraining, "training.jsonl"}, ExportDNA: {r.writeDNA, "statements.dna"}}
	chosen, ok := writers[format]
	if !ok {
		return "", malformed("format", "there is no export "+quoted(format), "use annotations, training or dna")
	}
	all, err := r.decidedIn(documents)
	if err != nil {
		return "", err
	}
	return chosen.name, chosen.write(all, w)
}

// decidedRecord is a record on which a person decided, with the words that it rests on.
type decidedRecord struct {
	record   ledger.Record
	document *ledger.Document
	quotes   []store.Row[*ledger.Quote]
	decision string
	first    *ledger.Record // the suggestion as it was made; nil: a person coded it
	receipt  *receiptDraft
}

// decidedIn gathers them, by document and place.
func (r *reading) decidedIn(hashes []string) ([]decidedRecord, error) {
	hashes = slices.Compact(slices.Sorted(slices.Values(hashes)))
	for _, hash := range hashes {
		if _, err := r.document(hash); err != nil {
			return nil, err
		}
	}
	if len(hashes) == 0 {
		_, all, err := r.codedDocuments()
		if err != nil {
			return nil, err
		}
		hashes = slices.Sorted(slices.Values(all))
	}
	if err := lookUp(r, hashes, r.documents, func(row store.Row[*ledger.Document]) *ledger.Document { return row.Noun }); err != nil {
		return nil, err
	}
	coded, err := r.codedIn(hashes)
	if err != nil {
		return nil, err
	}
	runs, err := r.codingRuns(hashes)
	if err != nil {
		return nil, err
	}
	var out []decidedRecord
	for _, hash := range hashes {
		receipts, err := r.receipts(runs[hash])
		if err != nil {
			return nil, err
		}
		for _, c := range coded[hash] {
			one := decidedRecord{record: c.record, document: r.documents[hash], quotes: c.quotes, receipt: receipts[c.record.Ref()]}
			if err := r.decide(&one); err != nil {
				return nil, err
			}
			if one.decision != "" && one.document != nil {
				out = append(out, one)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b decidedRecord) int {
		return cmp.Or(cmp.Compare(a.document.Hash, b.document.Hash), cmp.Compare(a.quotes[0].Noun.Start, b.quotes[0].Noun.Start), cmp.Compare(a.record.ID, b.record.ID))
	})
	return out, nil
}

// decide says what a person did with a record; decision stays empty where nobody did anything yet.
func (r *reading) decide(one *decidedRecord) error {
	rec := one.record
	switch {
	case rec.Status == ledger.Superseded || waits(rec):
		return nil
	case byCoder(rec):
		one.decision, one.first = string(rec.Status), &rec
		return nil
	}
	if one.receipt == nil {
		one.decision = "added"
		if rec.Status == ledger.Rejected {
			one.decision = string(ledger.Rejected)
		}
		return nil
	}
	history, err := r.app.store.History(r.ctx, rec.ID)
	if err != nil {
		return err
	}
	one.first, one.decision = &history[0], "edited"
	if rec.Status == ledger.Rejected {
		one.decision = string(ledger.Rejected)
	}
	return nil
}

// writeTraining writes one JSON object a line; see ExportLine.
func (r *reading) writeTraining(all []decidedRecord, w io.Writer) error {
	for _, one := range all {
		q := one.quotes[0].Noun
		line := ExportLine{Ref: one.record.Ref(), Kind: string(one.record.Kind), Decision: one.decision, Who: one.record.Who, At: stamp(one.record.At), Why: one.record.Why,
			Document: one.document.Hash, Title: one.document.Title, Published: one.document.Published.String(), Start: q.Start, End: q.End, Sentence: q.Exact}
		var err error
		if line.Body, err = json.Marshal(one.record.Body); err != nil {
			return err
		}
		if one.first != nil {
			if line.Suggested, err = json.Marshal(one.first.Body); err != nil {
				return err
			}
			line.Version = one.first.Coder.Version
		}
		if one.receipt != nil {
			line.Step, line.Frame, line.Confidence = one.receipt.Step, one.receipt.Frame, one.receipt.Confidence
		}
		if err := writeJSON(w, line); err != nil {
			return err
		}
	}
	return nil
}

// writeJSON writes a value and a line feed, with every sign as it is.
func writeJSON(w io.Writer, v any) error {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}
