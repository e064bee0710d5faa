package chunk

import "orrery/internal/coding/syntax"

// reader is one sentence being read: its scratch is kept between sentences.
type reader struct {
	c       *Chunker
	s       *syntax.Sentence
	t       []syntax.Token
	word    []class // of each token's word
	lemma   []class // of each token's lemma
	aux     []stray // auxiliaries that stand apart from their verb ("Will Russia attack")
	items   []item
	ahead   []int32 // by item: the item of the finite verb whose subject this may be, -1
	roles   []role  // by phrase
	frames  []frame
	stack   []int32
	clauses []syntax.Clause
	origin  []int32 // by clause: its frame
	counts  []int32 // by clause and role: where its list begins
}

// stray is an auxiliary that stands before the subject.
type stray struct {
	token int
	verb  int32 // the phrase that took it, -1
}

func (r *reader) begin(c *Chunker, s *syntax.Sentence) {
	r.c, r.s, r.t = c, s, s.Tokens
	r.word, r.lemma = r.word[:0], r.lemma[:0]
	for i := range r.t {
		r.word = append(r.word, c.class(r.t[i].Word))
		r.lemma = append(r.lemma, c.class(r.t[i].Lemma))
	}
	r.aux, r.items, r.ahead, r.roles = r.aux[:0], r.items[:0], r.ahead[:0], r.roles[:0]
	r.frames, r.stack, r.clauses, r.origin = r.frames[:0], r.stack[:0], r.clauses[:0], r.origin[:0]
	s.Phrases, s.Clauses = s.Phrases[:0], s.Clauses[:0]
	if cap(s.Phrases) == 0 {
		s.Phrases = make([]syntax.Phrase, 0, len(r.t)/2+1)
	}
}

// tag is the tag of token i, NoTag outside the sentence.
func (r *reader) tag(i int) syntax.Tag {
	if i < 0 || i >= len(r.t) {
		return syntax.NoTag
	}
	return r.t[i].Tag
}

// is reports whether the word of token i is of one of the classes.
func (r *reader) is(i int, c class) bool { return i >= 0 && i < len(r.t) && r.word[i]&c != 0 }

// lemmaIs reports whether the lemma of token i is of one of the classes.
func (r *reader) lemmaIs(i int, c class) bool { return i >= 0 && i < len(r.t) && r.lemma[i]&c != 0 }

// phrases cuts the sentence into noun phrases and verb groups, leaving out what is neither.
func (r *reader) phrases() {
	for i := 0; i < len(r.t); {
		if end := r.verbGroup(i); end > i {
			i = end
		} else if end := r.nounPhrase(i); end > i {
			i = end
		} else {
			i++
		}
	}
}
