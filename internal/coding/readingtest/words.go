package readingtest

import (
	"slices"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
	"orrery/internal/coding/wording"
)

// Words cuts and tags texts.
type Words struct {
	Lexicon *lexicon.Lexicon
	tokens  *token.Tokenizer
	tagger  *tag.Tagger
}

// NewWords makes a lexicon with what cutting and tagging need.
func NewWords() (*Words, error) {
	lex := lexicon.New()
	tagger, err := tag.New(lex)
	if err != nil {
		return nil, err
	}
	return &Words{Lexicon: lex, tokens: token.New(lex), tagger: tagger}, nil
}

// Read is the sentences of a text with tokens and tags.
func (w *Words) Read(text string) []syntax.Sentence {
	out := segment.Sentences(text, nil, nil)
	for i := range out {
		w.tokens.Tokens(&out[i])
		w.tagger.Tag(&out[i])
	}
	return out
}

// Fault is an example of a list that does not do what it says.
type Fault struct {
	Line int
	Text string // what is wrong, with the example
}

// Examples finds the faults of a list of turns: examples in which their class is not found, counter-examples in which it is.
func (w *Words) Examples(b *wording.Book) []Fault {
	var out []Fault
	for _, e := range b.Examples() {
		found := false
		for _, s := range w.Read(e.Text) {
			found = found || slices.ContainsFunc(b.Find(&s, nil), func(m wording.Match) bool { return m.Class == e.Class })
		}
		switch {
		case e.Yes && !found:
			out = append(out, Fault{e.Line, e.Class + " is not found in: " + e.Text})
		case !e.Yes && found:
			out = append(out, Fault{e.Line, e.Class + " is found in: " + e.Text})
		}
	}
	return out
}
