package statements_test

import (
	"testing"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/chunk"
	"orrery/internal/coding/dates"
	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/statements"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
	"orrery/ledger"
)

// pipeline is all the steps that statements stand on, and statements.
type pipeline struct {
	tokens *token.Tokenizer
	tags   *tag.Tagger
	chunks *chunk.Chunker
	actors *actors.Reader
	dates  *dates.Finder
	realis *realis.Reader
	said   *statements.Reader
}

func newPipeline(t testing.TB) *pipeline {
	t.Helper()
	lex := lexicon.New()
	p := &pipeline{tokens: token.New(lex), chunks: chunk.New(lex), dates: dates.New(lex), realis: realis.New(lex)}
	var err error
	if p.said, err = statements.New(lex); err != nil {
		t.Fatal(err)
	}
	if p.actors, err = actors.New(lex, &knowledge.Region{}); err != nil {
		t.Fatal(err)
	}
	if p.tags, err = tag.New(lex); err != nil {
		t.Fatal(err)
	}
	return p
}

// read understands a text; role is whose turn all of it is, "" for no turn.
func (p *pipeline) read(text string, role ledger.VoiceRole) *reading.Reading {
	d := &reading.Document{Text: text, Published: ledger.MustDate("2025-06-01"), Outlet: "The Own Paper"}
	if role != "" {
		d.Turns = []ledger.Turn{{Speaker: "Marta Lind", Role: role, Start: 0, End: len(text)}}
	}
	return p.document(d)
}

func (p *pipeline) document(d *reading.Document) *reading.Reading {
	sentences := segment.Sentences(d.Text, d.Blocks, d.Turns)
	doc := &reading.Reading{Document: d, Sentences: make([]reading.Sentence, len(sentences))}
	memory := p.actors.NewMemory(d.Published, d.Turns)
	for i := range sentences {
		s := &sentences[i]
		p.tokens.Tokens(s)
		p.tags.Tag(s)
		p.chunks.Chunk(s)
		found := p.dates.Find(s, d.Published)
		doc.Sentences[i] = reading.Sentence{Sentence: s, Mentions: p.actors.Mentions(s, memory), Dates: found, Realis: p.realis.Of(s, found, d.Published)}
	}
	for i := range doc.Sentences {
		doc.Sentences[i].Said = p.said.Attribute(doc, i)
	}
	return doc
}
