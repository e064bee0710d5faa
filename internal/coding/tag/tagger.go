package tag

import (
	"math/bits"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// Tagger tags sentences. It is safe for use by several goroutines.
type Tagger struct {
	lex     *lexicon.Lexicon
	entries []entry // by lexicon.ID; the zero entry is of a word that is not known
	lemmas  lemmas
	closed  closedWords
	weights []int8
	shift   uint // of a hash, to be an index of weights
}

// entry is what is known of a word.
type entry struct {
	tags  tagSet
	first syntax.Tag // the most frequent
	rare  bool       // met once in training: the trainer treats it as unknown at times
	hash  uint32     // of the word, for features
}

// tagSet holds tags as bits.
type tagSet uint64

func setOf(tags ...syntax.Tag) tagSet {
	var s tagSet
	for _, t := range tags {
		s |= 1 << t
	}
	return s
}

func (s tagSet) has(t syntax.Tag) bool { return s>>t&1 != 0 }

// lone reports whether s is of one tag.
func (s tagSet) lone() bool { return s != 0 && s&(s-1) == 0 }

// lowest is the first tag of s; s must not be empty.
func (s tagSet) lowest() syntax.Tag { return syntax.Tag(bits.TrailingZeros64(uint64(s))) }

// New puts a tagger together from the data of this package. Its error names the file and line at fault.
func New(lex *lexicon.Lexicon) (*Tagger, error) { return Build(lex, Own()) }

// Build puts a tagger together from other data; without weights it takes the most frequent tag of each word.
func Build(lex *lexicon.Lexicon, d Data) (*Tagger, error) {
	t := &Tagger{lex: lex}
	if err := t.readWords(d); err != nil {
		return nil, err
	}
	if err := t.readWeights(d.Weights); err != nil {
		return nil, err
	}
	if err := t.lemmas.read(t, d.Irregular); err != nil {
		return nil, err
	}
	t.closed = newClosedWords(lex)
	return t, nil
}

// Tag fills Tag and Lemma of every token of s.
func (t *Tagger) Tag(s *syntax.Sentence) {
	if len(s.Tokens) == 0 {
		return
	}
	r := runs.Get().(*run)
	defer runs.Put(r)
	r.prepare(t, s)
	for i := range s.Tokens {
		s.Tokens[i].Tag = r.joined(i, r.choose(i))
		r.settle(i, s.Tokens[i].Tag)
	}
	r.mendPasts()
	r.mendInverted()
	r.mendVerbless()
	for i := range s.Tokens {
		s.Tokens[i].Lemma = t.LemmaOf(s, i, s.Tokens[i].Tag)
	}
}
