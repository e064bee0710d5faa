package coding

import (
	"orrery/internal/coding/actors"
	"orrery/internal/coding/chunk"
	"orrery/internal/coding/claims"
	"orrery/internal/coding/dates"
	"orrery/internal/coding/forecasts"
	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/numbers"
	"orrery/internal/coding/pairs"
	"orrery/internal/coding/predicates"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/stances"
	"orrery/internal/coding/statements"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/ties"
	"orrery/internal/coding/token"
	"orrery/internal/coding/votes"
)

// steps are the readers of the pipeline, in the order of the data. All share one lexicon, which nobody writes once they are made.
type steps struct {
	lexicon    *lexicon.Lexicon
	tokens     *token.Tokenizer
	tags       *tag.Tagger
	chunks     *chunk.Chunker
	dates      *dates.Finder
	numbers    *numbers.Finder
	realis     *realis.Reader
	actors     *actors.Reader
	predicates *predicates.Book
	statements *statements.Reader
	forecasts  *forecasts.Reader
	stances    *stances.Reader
	votes      *votes.Reader
	ties       *ties.Reader
	claims     *claims.Reader
	pairs      *pairs.Reader
}

func newSteps(region *knowledge.Region) (*steps, error) {
	lex := lexicon.New()
	s := &steps{lexicon: lex, tokens: token.New(lex), chunks: chunk.New(lex), dates: dates.New(lex), numbers: numbers.New(lex), realis: realis.New(lex)}
	for _, make := range []func() error{
		func() (err error) { s.actors, err = actors.New(lex, region); return },
		func() (err error) { s.predicates, err = predicates.New(lex); return },
		func() (err error) { s.statements, err = statements.New(lex); return },
		func() (err error) { s.forecasts, err = forecasts.New(lex); return },
		func() (err error) { s.stances, err = stances.New(lex, region); return },
		func() (err error) { s.votes, err = votes.New(lex, region); return },
		func() (err error) { s.ties, err = ties.New(lex, region); return },
		func() (err error) { s.claims, err = claims.New(lex, region); return },
		func() (err error) { s.pairs, err = pairs.New(lex, region); return },
		func() (err error) { s.tags, err = tag.New(lex); return }, // last: it prepares the forms of every word that the others asked for
	} {
		if err := make(); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// read fills one sentence.
func (s *steps) read(out *reading.Sentence, cut *syntax.Sentence, d *reading.Document, memory *actors.Memory) []predicates.Dropped {
	out.Sentence = cut
	s.tokens.Tokens(cut)
	s.tags.Tag(cut)
	s.chunks.Chunk(cut)
	out.Dates = s.dates.Find(cut, d.Published)
	out.Numbers = s.numbers.Find(cut)
	out.Realis = s.realis.Of(cut, out.Dates, d.Published)
	out.Mentions = s.actors.Mentions(cut, memory)
	var dropped []predicates.Dropped
	out.Mentions = s.predicates.Strangers(cut, out.Mentions)
	out.Events, dropped = s.predicates.Find(cut, out.Mentions, out.Realis)
	return dropped
}
