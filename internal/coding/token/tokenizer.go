package token

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/words"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// Tokenizer cuts sentences. It is safe for use by several goroutines.
type Tokenizer struct {
	lex    *lexicon.Lexicon
	points map[string]bool // folded words that take the point behind them: mr, gen, jan
}

// New makes a tokenizer that numbers words by lex.
func New(lex *lexicon.Lexicon) *Tokenizer {
	t := &Tokenizer{lex: lex, points: map[string]bool{}}
	for _, w := range strings.Fields(pointed) {
		t.points[w] = true
	}
	return t
}

// pointed are the words that are written with a point within a sentence.
const pointed = "mr mrs ms dr prof gen col lt sgt capt maj cpl sen rep gov rev hon adm brig cmdr pres amb messrs vs etc cf ca approx no nos art sec fig vol pp para " +
	"jan feb mar apr jun jul aug sep sept oct nov dec inc corp ltd co jr sr bros st ave dept est"

// Tokens fills s.Tokens (but for Tag and Lemma) and s.Quoted. An existing s.Tokens is written over.
func (t *Tokenizer) Tokens(s *syntax.Sentence) {
	if cap(s.Tokens) == 0 {
		s.Tokens = make([]syntax.Token, 0, (s.End-s.Start)/4+4)
	}
	c := cutting{s: s, text: s.Text[:s.End], out: s.Tokens[:0]}
	it := words.FromString(s.Words())
	for it.Next() {
		from, to := s.Start+it.Start(), s.Start+it.End()
		if from < c.done { // within an address
			from = c.done
			if from >= to {
				continue
			}
		}
		c.segment(t, from, to)
	}
	s.Tokens = c.out
	s.Quoted = quoted(s)
	t.finish(s)
}

// finish gives every token its number and the shape of its place.
func (t *Tokenizer) finish(s *syntax.Sentence) {
	var buf [80]byte
	opening, q := true, 0
	for i := range s.Tokens {
		tok := &s.Tokens[i]
		if tok.End-tok.Start <= len(buf)/2 {
			tok.Word = t.lex.ID(lexicon.AppendFold(buf[:0], tok.Of(s.Text)))
		}
		tok.Shape = shape(tok.Of(s.Text))
		for q < len(s.Quoted) && s.Quoted[q].End <= tok.Start {
			q++
		}
		if q < len(s.Quoted) && s.Quoted[q].Start <= tok.Start {
			tok.Shape |= syntax.InQuote
			if s.Quoted[q].Start == tok.Start {
				opening = true
			}
		}
		if opening && tok.Shape&syntax.Mark == 0 {
			tok.Shape |= syntax.Opening
			opening = false
		}
	}
}
