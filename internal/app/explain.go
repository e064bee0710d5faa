package app

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"orrery/internal/coding"
	"orrery/internal/coding/draft"
	sense "orrery/internal/coding/reading"
	"orrery/internal/extract"
	"orrery/ledger"
)

// Explain reads a document of the ledger and says what the coder saw in each sentence, and why it gave nothing. Nothing is written;
// what was suggested when it was read may differ, because the coder knows what the ledger knows now. Errors: NotFound.
func (a *App) Explain(ctx context.Context, s Scope, hash string) (ExplainView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return ExplainView{}, err
	}
	rec, err := r.document(hash)
	if err != nil {
		return ExplainView{}, err
	}
	d := rec.Body.(*ledger.Document)
	text, err := a.store.Text(ctx, d.TextHash)
	if err != nil {
		return ExplainView{}, err
	}
	coder, err := r.theCoder()
	if err != nil {
		return ExplainView{}, err
	}
	r.documents[hash] = d
	return explain(ctx, coder, understood(d, text), r.queueDocument(hash), a.coding.Version)
}

// ExplainFile is Explain of bytes that are in no ledger, by a casebook alone. Errors: Invalid when the bytes are no document or the
// casebook has faults.
func ExplainFile(ctx context.Context, folder fs.FS, raw []byte, hint FileHint) (ExplainView, error) {
	text, err := extract.Extract(raw, hint.extracting())
	if err != nil {
		return ExplainView{}, &Error{Code: Invalid, Field: "file", Text: err.Error(), Err: err}
	}
	d := ofText(text)
	coder, err := CasebookCoder(folder)
	if err != nil {
		return ExplainView{}, err
	}
	return explain(ctx, coder, d, QueueDocument{Title: d.Title, Outlet: d.Outlet, Published: d.Published.String()}, coding.Version)
}

func explain(ctx context.Context, coder Coder, d *sense.Document, head QueueDocument, version string) (ExplainView, error) {
	result, err := coder.Code(ctx, d, coding.Options{Explain: true})
	if err != nil {
		return ExplainView{}, err
	}
	v := ExplainView{Document: head, Version: version, Text: d.Text, Sentences: []ExplainedSentence{}, Drafts: []ExplainedDraft{}, Items: []ExplainedTopic{}}
	for i := range result.Reading.Sentences {
		v.Sentences = append(v.Sentences, explainSentence(result.Reading, i))
	}
	for i := range result.Drafts {
		one, err := explainDraft(&result.Drafts[i])
		if err != nil {
			return ExplainView{}, err
		}
		v.Drafts = append(v.Drafts, one)
		from := sort.Search(len(v.Sentences), func(j int) bool { return v.Sentences[j].End > one.Start }) // they stand in order
		for j := from; j < len(v.Sentences) && v.Sentences[j].Start < one.End; j++ {
			v.Sentences[j].Drafts = append(v.Sentences[j].Drafts, i)
		}
	}
	for _, s := range result.Silences {
		if s.Sentence >= 0 && s.Sentence < len(v.Sentences) {
			at := &v.Sentences[s.Sentence]
			at.Silences = append(at.Silences, ExplainedSilence{s.Step, s.Frame, s.Reason})
		}
	}
	for _, t := range result.Reading.Items {
		v.Items = append(v.Items, ExplainedTopic{t.Item.Slug, t.Item.Title, t.Score})
	}
	return v, nil
}

func explainDraft(d *draft.Draft) (ExplainedDraft, error) {
	body, err := json.Marshal(d.Body)
	refers := d.Refers
	if refers == nil {
		refers = []int{}
	}
	return ExplainedDraft{Kind: string(d.Kind), Label: plainLabel(d.Body), Start: d.Span.Start, End: d.Span.End, Trigger: Stretch{d.Trigger.Start, d.Trigger.End}, Confidence: d.Confidence,
		Step: d.Trace.Step, Frame: d.Trace.Frame, Operators: orEmpty(d.Trace.Operators), Filters: orEmpty(d.Trace.Filters), Features: orEmpty(d.Trace.Features),
		Check: checkOf(d.Check), Refers: refers, Body: string(body)}, err
}

// plainLabel says a body in words without a ledger: codes stand for names.
func plainLabel(body ledger.Noun) string {
	switch b := body.(type) {
	case *ledger.Event:
		return fmt.Sprintf("%s → %s, %s: %s", joinOr(b.By, "somebody"), joinOr(b.To, "nobody named"), joined(string(b.Type), "/", b.Mode), b.Summary)
	case *ledger.Stance:
		return fmt.Sprintf("%s on %s: %s", b.Actor, b.Item, positionWords(b.Position))
	case *ledger.VoteClaim:
		return fmt.Sprintf("%s: %s on %s", b.Actor, b.Choice, joined(b.RollCall, ", ", b.Resolution))
	case *ledger.Tie:
		return fmt.Sprintf("%s on %s, %s: %s", b.Actor, b.Hub, b.Channel, b.Measure)
	case *ledger.Membership:
		return fmt.Sprintf("%s, %s of %s", b.Actor, b.Status, b.Organisation)
	}
	r := &reading{}
	return r.labelWords(ledger.Record{Kind: body.Kind(), Body: body})
}

func joinOr(list []string, none string) string {
	if len(list) == 0 {
		return none
	}
	return strings.Join(list, ", ")
}
