package app

import (
	"context"
	"runtime"

	"orrery/internal/coding"
	"orrery/internal/coding/draft"
	ploverform "orrery/internal/coding/plover"
	sense "orrery/internal/coding/reading"
	"orrery/internal/extract"
	"orrery/ledger"
)

// CodeFilesRequest asks for documents to be coded without a ledger.
type CodeFilesRequest struct {
	Coder    Coder
	Version  string  // of the coder, as records name it
	Least    float64 // drafts below this confidence are left out; 0: the coder's own
	WithText bool    // records carry their sentence: mind the rights
	Workers  int     // documents read at once; 0: one a processor
}

// CodedFile is what came of one document: drafts in order, or the reason why it could not be read.
type CodedFile struct {
	Name      string
	Sentences int
	Records   []ploverform.Record
	Drafts    []DraftLine
	Err       error
}

// DraftLine is a draft of any kind as one line of JSON.
type DraftLine struct {
	Kind       string      `json:"kind"`
	Body       ledger.Noun `json:"body"`
	Quote      string      `json:"quote,omitempty"`
	Start      int         `json:"start"`
	End        int         `json:"end"`
	Confidence float64     `json:"confidence"`
	Check      string      `json:"check,omitempty"`
	Trace      draft.Trace `json:"trace"`
	Document   string      `json:"document"`
	Sum        string      `json:"sha256"`
}

// CodeFiles codes what documents hands out and gives each result to done, in the same order. documents and done run in one goroutine
// each; the coding between them in several. It ends with the first error of either, or ctx's.
func CodeFiles(ctx context.Context, req CodeFilesRequest, documents func(each func(Bundled) error) error, done func(CodedFile) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if req.Workers <= 0 {
		req.Workers = runtime.GOMAXPROCS(0)
	}
	type piece struct {
		in  Bundled
		out chan CodedFile
	}
	work, order := make(chan piece), make(chan piece, 4*req.Workers)
	for range req.Workers {
		go func() {
			for p := range work {
				p.out <- req.code(ctx, p.in)
			}
		}()
	}
	var failed error
	go func() {
		defer close(order)
		defer close(work)
		failed = documents(func(b Bundled) error {
			p := piece{b, make(chan CodedFile, 1)}
			for _, to := range []chan piece{order, work} {
				select {
				case to <- p:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	}()
	var first error
	for p := range order {
		if first != nil {
			continue
		}
		select {
		case result := <-p.out:
			first = done(result)
		case <-ctx.Done():
			first = ctx.Err()
		}
		if first != nil {
			stop()
		}
	}
	if first != nil {
		return first
	}
	return failed
}

// code reads and codes one document.
func (req CodeFilesRequest) code(ctx context.Context, in Bundled) CodedFile {
	out := CodedFile{Name: in.Name, Err: in.Err}
	if out.Err != nil {
		return out
	}
	text, err := extract.Extract(in.Raw, in.Hint.extracting())
	if err != nil {
		out.Err = err
		return out
	}
	doc := ofText(text)
	result, err := req.Coder.Code(ctx, doc, coding.Options{Least: req.Least})
	if err != nil {
		out.Err = err
		return out
	}
	out.Sentences = len(result.Reading.Sentences)
	sum := ledger.HashBytes(in.Raw)
	from := ploverform.Source{Citation: sum, URL: in.Hint.URL, Coder: coderName + " " + req.Version, WithText: req.WithText}
	for _, d := range result.Drafts {
		if r, ok := ploverform.Of(d, result.Reading, from); ok {
			out.Records = append(out.Records, r)
		}
		line := DraftLine{Kind: string(d.Kind), Body: d.Body, Start: d.Span.Start, End: d.Span.End, Confidence: d.Confidence, Trace: d.Trace, Document: in.Name, Sum: sum}
		if d.Check != nil {
			line.Check = string(d.Check.Verdict)
		}
		if req.WithText {
			line.Quote = d.Span.Of(doc.Text)
		}
		out.Drafts = append(out.Drafts, line)
	}
	return out
}

// ofText is an extracted text as the coder takes it.
func ofText(t *extract.Text) *sense.Document {
	d := &sense.Document{Text: t.Body, Title: t.Title, Author: t.Author, Outlet: t.Outlet, Language: t.Language}
	if published, err := ledger.ParseDate(t.Published); err == nil {
		d.Published = published
	}
	for _, b := range t.Blocks {
		d.Blocks = append(d.Blocks, ledger.Block{Kind: string(b.Kind), Start: b.Start, End: b.End})
	}
	for _, u := range t.Turns {
		d.Turns = append(d.Turns, ledger.Turn{Speaker: u.Speaker, Role: ledger.VoiceRole(u.Role), Start: u.Start, End: u.End})
	}
	for _, l := range t.Relay {
		d.Relay = append(d.Relay, ledger.Relay{Kind: string(l.Kind), Text: l.Text, Start: l.Start, End: l.End})
	}
	return d
}
