package coding

import (
	"context"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/reading"
)

// Version names the coder in records and receipts. It changes when drafts may change.
const Version = "en-1"

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
type Coder struct{}

// New puts a coder together: lexicon, models, frames and what is known of the region. Errors: faults in the data files, with
// file and line.
func New(k *knowledge.Region) (*Coder, error) { return &Coder{}, nil }

// Code reads one document. It stops between sentences when ctx is done, with ctx's error.
func (c *Coder) Code(ctx context.Context, d *reading.Document, o Options) (*Result, error) {
	return &Result{Reading: &reading.Reading{Document: d}}, ctx.Err()
}
