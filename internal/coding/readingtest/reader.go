package readingtest

import (
	"orrery/internal/coding/actors"
	"orrery/internal/coding/chunk"
	"orrery/internal/coding/dates"
	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/numbers"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/segment"
)

// Reader reads documents up to the steps that make drafts.
type Reader struct {
	*Words
	Region  *knowledge.Region
	chunks  *chunk.Chunker
	actors  *actors.Reader
	dates   *dates.Finder
	numbers *numbers.Finder
	realis  *realis.Reader
}

// New makes a reader that knows the region.
func New(k *knowledge.Region) (*Reader, error) {
	w, err := NewWords()
	if err != nil {
		return nil, err
	}
	a, err := actors.New(w.Lexicon, k)
	if err != nil {
		return nil, err
	}
	return &Reader{Words: w, Region: k, chunks: chunk.New(w.Lexicon), actors: a, dates: dates.New(w.Lexicon), numbers: numbers.New(w.Lexicon),
		realis: realis.New(w.Lexicon)}, nil
}

// Document is a document as read; its sentences have no events and no speakers.
func (x *Reader) Document(d *reading.Document) *reading.Reading {
	r := &reading.Reading{Document: d}
	memory := x.actors.NewMemory(d.Published, d.Turns)
	sentences := segment.Sentences(d.Text, d.Blocks, d.Turns)
	for i := range sentences {
		s := &sentences[i]
		x.tokens.Tokens(s)
		x.tagger.Tag(s)
		x.chunks.Chunk(s)
		one := reading.Sentence{Sentence: s, Dates: x.dates.Find(s, d.Published), Numbers: x.numbers.Find(s)}
		one.Mentions = x.actors.Mentions(s, memory)
		one.Realis = x.realis.Of(s, one.Dates, d.Published)
		r.Sentences = append(r.Sentences, one)
	}
	return r
}
