package syntax

import "orrery/internal/coding/lexicon"

// Span is bytes [Start, End) of a document's text.
type Span struct{ Start, End int }

// Of is the words of the span.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Overlaps reports whether two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Holds reports whether t lies within s.
func (s Span) Holds(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Sentence is one sentence and all that was read in it so far.
type Sentence struct {
	Span
	Text    string // the whole document's text, which offsets refer to
	Block   int    // index of the document's block
	Turn    int    // index of the document's speaker turn, -1: none
	Heading bool   // it stands in a title or heading: other tenses, missing verbs
	// Continued is the quotation mark of a quote that an earlier sentence of the block opened and that is still open here; 0: none.
	Continued rune
	Tokens    []Token
	Quoted    []Span // what stands between quotation marks, without them; a quote may run on into the next sentence
	Phrases   []Phrase
	Clauses   []Clause
}

// Words is the text of the sentence.
func (s *Sentence) Words() string { return s.Of(s.Text) }

// TokenText is the text of token i.
func (s *Sentence) TokenText(i int) string { return s.Tokens[i].Of(s.Text) }

// TokenSpan is the bytes of tokens [from, to).
func (s *Sentence) TokenSpan(from, to int) Span {
	return Span{s.Tokens[from].Start, s.Tokens[to-1].End}
}

// Token is a word, number or mark.
type Token struct {
	Span
	Word  lexicon.ID // the folded form (lower case, plain apostrophe); lexicon.Unknown where nobody asked for that word
	Lemma lexicon.ID // of the form under its tag; lexicon.Unknown where unknown
	Tag   Tag
	Shape Shape
}

// Shape is what a token looks like, as bits.
type Shape uint16

// The bits of a shape.
const (
	Capital  Shape = 1 << iota // begins with an upper-case letter
	AllCaps                    // two or more letters, all upper case
	Numeric                    // holds a digit
	Opening                    // first token of the sentence (or of a quote): its capital says little
	InQuote                    // stands between quotation marks
	Hyphened                   // holds a hyphen or dash within
	Mark                       // no letter and no digit
)
