package coding

import (
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"slices"

	"orrery/internal/coding/dedupe"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/linear"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Version names the coder in records and receipts. It changes when drafts may change.
const Version = "en-1"

// DefaultLeast is the confidence below which a draft is not proposed.
const DefaultLeast = .25

// Result is what came of one document.
type Result struct {
	Reading  *reading.Reading
	Drafts   []draft.Draft   // by place in the text
	Silences []draft.Silence // empty unless Options.Explain
}

// Options are the coder's settings. The zero value is the default.
type Options struct {
	Explain bool // keep why sentences gave nothing
	// Least is the confidence below which a draft is dropped (and told in Silences). 0: DefaultLeast.
	Least float64
}

// Coder reads documents. It is safe for use by several goroutines.
type Coder struct {
	steps
	opinion *opinion // nil: without the linear model
}

// New puts a coder together: lexicon, models, frames and what is known of the region. Errors: faults in the data files, with
// file and line.
func New(region *knowledge.Region) (*Coder, error) {
	c, err := Bare(region)
	if err != nil {
		return nil, err
	}
	model, calibration, err := linear.Own()
	if err != nil {
		return nil, fmt.Errorf("the coder's data: %w", err)
	}
	c.opinion = &opinion{c.lexicon, model, calibration, c.predicates.Types}
	return c, nil
}

// Bare is a coder without the linear model: an event's confidence is the weight of its frame. The model is trained with it.
func Bare(region *knowledge.Region) (*Coder, error) {
	s, err := newSteps(region)
	if err != nil {
		return nil, fmt.Errorf("the coder's data: %w", err)
	}
	return &Coder{steps: *s}, nil
}

// Features are the properties of a sentence that the linear model is given.
func (c *Coder) Features(s *reading.Sentence) []linear.Feature {
	return linear.Features(nil, c.lexicon, s.Sentence, s.Mentions, s.Events, c.predicates.Types)
}

// Code reads one document. It stops between sentences when ctx is done, with ctx's error. A *Fault means that the coder itself broke
// on this document: the others of a batch go on.
func (c *Coder) Code(ctx context.Context, d *reading.Document, o Options) (result *Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			result, err = nil, &Fault{fmt.Sprint(p), string(debug.Stack())}
		}
	}()
	r := &reading.Reading{Document: d}
	silent, err := c.understand(ctx, r)
	if err != nil {
		return nil, err
	}
	drafts, more, err := c.drafts(ctx, r)
	if err != nil {
		return nil, err
	}
	out := &Result{Reading: r, Drafts: drafts}
	dropped := c.settle(out, o)
	if o.Explain {
		out.Silences = explained(r, slices.Concat(silent, more, dropped), out.Drafts)
	}
	return out, nil
}

// Fault is a mistake of the coder itself, found on one document.
type Fault struct{ What, Stack string }

func (f *Fault) Error() string {
	return "the coder broke on this document (" + f.What + "); nothing of it was kept. Please report it with the document"
}

// Types are the types that a word alone suggests; see predicates.Book.Types.
func (c *Coder) Types(lemma lexicon.ID) uint32 { return c.predicates.Types(lemma) }

// understand fills the reading: sentences and all that is found in each before drafts are made.
func (c *Coder) understand(ctx context.Context, r *reading.Reading) ([]draft.Silence, error) {
	d := r.Document
	cut := segment.Sentences(d.Text, blocksOf(d), d.Turns)
	memory := c.actors.NewMemory(d.Published, d.Turns)
	r.Sentences = make([]reading.Sentence, len(cut))
	var silent []draft.Silence
	for i := range cut {
		if i%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		for _, dropped := range c.read(&r.Sentences[i], &cut[i], d, memory) {
			silent = append(silent, draft.Silence{Sentence: i, Step: "predicates", Frame: dropped.Frame, Reason: dropped.Reason})
		}
	}
	for i := range r.Sentences {
		r.Sentences[i].Said = c.statements.Attribute(r, i)
	}
	r.Items = c.stances.Topics(r)
	return silent, ctx.Err()
}

// drafts asks every step that makes drafts.
func (c *Coder) drafts(ctx context.Context, r *reading.Reading) ([]draft.Draft, []draft.Silence, error) {
	all, silent := c.events(r)
	for _, make := range []func(*reading.Reading) ([]draft.Draft, []draft.Silence){
		c.stances.Drafts, c.votes.Drafts, c.statements.Drafts, c.forecasts.Drafts, c.ties.Drafts, c.claims.Drafts,
	} {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		some, why := make(r)
		all, silent = append(all, some...), append(silent, why...)
	}
	pairs, why := c.pairs.Drafts(r, all) // they refer to the events by their place in all
	return append(all, pairs...), append(silent, why...), nil
}

// settle merges what is told twice, drops what the coder is not sure of, and puts the rest in the order of the text.
func (c *Coder) settle(out *Result, o Options) []draft.Silence {
	least := o.Least
	if least == 0 {
		least = DefaultLeast
	}
	r := out.Reading
	for i := range out.Drafts {
		out.Drafts[i].Voice = voiceAt(r, out.Drafts[i].Span)
	}
	stated := alreadyStances(out.Drafts)
	for i, again := range stated {
		if again {
			out.Drafts[i].Confidence = 0
			out.Drafts[i].Trace.Filters = append(out.Drafts[i].Trace.Filters, "the same words are a stance on a known item, which says it better")
		}
	}
	all := dedupe.Drafts(out.Drafts)
	needed := map[int]bool{}
	for _, d := range all {
		if d.Confidence >= least {
			for _, i := range d.Refers {
				needed[i] = true
			}
		}
	}
	var dropped []draft.Silence
	place := make([]int, len(all)) // new index of each, -1: dropped
	order := make([]int, 0, len(all))
	for i, d := range all {
		place[i] = -1
		if d.Confidence < least && !needed[i] {
			dropped = append(dropped, draft.Silence{Sentence: r.SentenceAt(d.Span.Start), Step: d.Trace.Step, Frame: d.Trace.Frame,
				Reason: fmt.Sprintf("A draft (%s) was left out: its confidence is %.2f and %.2f is asked for.", d.Kind, d.Confidence, least)})
			continue
		}
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(all[a].Span.Start, all[b].Span.Start), cmp.Compare(all[a].Trigger.Start, all[b].Trigger.Start))
	})
	out.Drafts = make([]draft.Draft, len(order))
	for at, i := range order {
		place[i] = at
		out.Drafts[at] = all[i]
	}
	for i := range out.Drafts {
		refers := make([]int, len(out.Drafts[i].Refers))
		for k, old := range out.Drafts[i].Refers {
			refers[k] = place[old]
		}
		out.Drafts[i].Refers = refers
	}
	return dropped
}

// blocksOf are the document's blocks, the whole text where it has none.
func blocksOf(d *reading.Document) []ledger.Block {
	if len(d.Blocks) > 0 || d.Text == "" {
		return d.Blocks
	}
	return []ledger.Block{{Kind: "paragraph", Start: 0, End: len(d.Text)}}
}

// voiceAt is who speaks in a sentence: the turn's speaker, or the text's own voice. One sentence has one voice, whatever is coded
// from it: whom it quotes is said by the statement, the stance or the event.
func voiceAt(r *reading.Reading, span syntax.Span) ledger.Voice {
	if i := r.SentenceAt(span.Start); i >= 0 {
		if t, ok := r.Speaker(i); ok && t.Speaker != "" {
			return ledger.Voice{Name: t.Speaker, Role: t.Role}
		}
	}
	name := r.Document.Outlet
	if name == "" {
		name = r.Document.Author
	}
	if name == "" {
		return ledger.Voice{}
	}
	return ledger.Voice{Name: name, Role: ledger.VoiceOutlet}
}
