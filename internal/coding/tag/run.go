package tag

import (
	"sync"

	"orrery/internal/coding/syntax"
)

// run is the tagging of one sentence: scratch memory that is used again.
type run struct {
	t      *Tagger
	s      *syntax.Sentence
	sets   []tagSet
	first  []syntax.Tag
	words  []uint32 // hash of the word; of its ending where it is not known
	tails  []uint32 // hash of the last three letters and the shape
	ahead  []bool   // a verb that is surely finite follows before the next full stop or semicolon
	tags   []syntax.Tag
	titled bool // capitals tell nothing

	helper helper // what the verb group so far began with
	verb   syntax.Tag
	before helper // what the last verb's group began with
	seen   bool   // the clause has a finite verb
	feats  [maxFeatures]uint32
	n      int
}

// helper is the last word that says what form a verb behind it has.
type helper uint8

const (
	noHelper helper = iota
	helperBe
	helperHave
	helperDo
	helperModal
	helperTo
	plainVerb
	helperBroken // one of them with its subject behind it: has he

	opensClause  // that, because, if
	doubleObject // participles that may have an object: called, given
	saysClause   // says, claims: a clause without that may follow
	timeWord     // Monday, last
)

var runs = sync.Pool{New: func() any { return new(run) }}

func (r *run) prepare(t *Tagger, s *syntax.Sentence) {
	n := len(s.Tokens)
	r.t, r.s = t, s
	r.helper, r.verb, r.before, r.seen = noHelper, syntax.NoTag, noHelper, false
	if cap(r.sets) < n {
		r.sets, r.first, r.words, r.tails = make([]tagSet, n), make([]syntax.Tag, n), make([]uint32, n), make([]uint32, n)
		r.ahead, r.tags = make([]bool, n), make([]syntax.Tag, n)
	}
	r.sets, r.first, r.words, r.tails, r.ahead, r.tags = r.sets[:n], r.first[:n], r.words[:n], r.tails[:n], r.ahead[:n], r.tags[:n]
	r.titled = t.titled(s)
	for i := range s.Tokens {
		set, first, e := t.candidates(s, i, r.titled)
		r.load(i, set, first, e)
	}
	r.lookAhead()
}

// load takes what is known of token i.
func (r *run) load(i int, set tagSet, first syntax.Tag, e entry) {
	tok := &r.s.Tokens[i]
	r.sets[i], r.first[i], r.words[i] = set, first, e.hash
	r.tails[i] = 0
	if tok.Shape&syntax.Mark != 0 {
		r.words[i] = uint32(first) * 0x01000193
		return
	}
	r.tails[i] = tail(tok.Of(r.s.Text), tok.Shape)
	if e.hash == 0 {
		r.words[i] = r.tails[i] | 1
	}
}

// tail is a hash of the last three letters, folded, and of the shape.
func tail(word string, sh syntax.Shape) uint32 {
	h := uint32(sh&(syntax.Capital|syntax.AllCaps|syntax.Hyphened|syntax.Numeric)) + 7
	for i := max(0, len(word)-3); i < len(word); i++ {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 0x01000193
	}
	return h
}

func (r *run) lookAhead() {
	ahead := false
	for i := len(r.sets) - 1; i >= 0; i-- {
		r.ahead[i] = ahead
		switch set := r.sets[i]; {
		case set&^(finite|verbal) == 0 && finite.has(r.first[i]) && (set&finite == set || r.t.kind(r.s.Tokens[i].Word) != noHelper):
			ahead = true
		case r.first[i] == syntax.Stop || r.first[i] == syntax.Colon:
			ahead = false
		}
	}
}

// choose is the tag of token i; all tokens before it have theirs.
func (r *run) choose(i int) syntax.Tag {
	set := r.sets[i]
	if set.lone() {
		return set.lowest()
	}
	r.features(i)
	best, top := syntax.NoTag, int32(0)
	for rest := set; rest != 0; rest &= rest - 1 {
		tag := rest.lowest()
		score := int32(0)
		for _, h := range r.feats[:r.n] {
			score += int32(r.t.weights[cell(h, r.t.shift, tag)])
		}
		if best == syntax.NoTag || score > top || score == top && tag == r.first[i] {
			best, top = tag, score
		}
	}
	return best
}

// settle takes note of the tag of token i for those behind it.
func (r *run) settle(i int, tag syntax.Tag) {
	r.tags[i] = tag
	switch {
	case tag == syntax.MD:
		r.helper, r.seen = helperModal, true
	case tag == syntax.TO:
		r.helper = helperTo
	case tag.Verb():
		r.before, r.verb = r.helper, tag
		r.helper = r.t.kind(r.s.Tokens[i].Word)
		if r.helper == noHelper {
			r.helper = plainVerb
		}
		r.seen = r.seen || finite.has(tag)
	case tag == syntax.RB || tag == syntax.POS || tag == syntax.OpenQ || tag == syntax.CloseQ:
		if tag == syntax.POS {
			r.helper = noHelper
		}
	case tag == syntax.Stop || tag == syntax.Colon:
		r.helper, r.seen, r.verb, r.before = noHelper, false, syntax.NoTag, noHelper
	case tag == syntax.WDT || tag == syntax.WP || tag == syntax.WRB || tag == syntax.IN && r.first[i] == syntax.IN && r.sets[i].has(syntax.WDT):
		r.helper, r.seen = noHelper, false
	case r.helper != noHelper && r.helper < plainVerb && (tag == syntax.PRP || tag.Proper() || tag == syntax.DT || tag.Noun()):
		r.helper = helperBroken
	case r.helper == helperBroken && (tag.Noun() || tag.Adjective()):
	default:
		r.helper = noHelper
	}
}
