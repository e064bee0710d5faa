package linear

import (
	"math/bits"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/predicates"
	"orrery/internal/coding/syntax"
)

// Feature is the hash of one property of a sentence.
type Feature uint32

// The kinds of feature; each is part of the hash.
const (
	ofWord    = 'w' // a word's lemma
	ofPair    = 'p' // two words in a row
	ofVerb    = 'v' // the lemma of a clause's verb, with its voice
	ofMain    = 'm' // the verb of the main clause
	ofBetween = 'b' // a word between the first two actors
	ofObject  = 'o' // the head of a verb's object, with the verb
	ofCount   = 'n' // how many actors are named: 0, 1, 2 and more
	ofFrame   = 'f' // the type that a frame gives, and whether its trigger is the main verb
	ofLemma   = 'l' // a type that frames of a word's lemma give, whatever stands around it
	ofPrefix  = 'x' // the first five letters of a word: works, worker and working have one meaning here
)

// Features appends the features of a sentence to dst, each once or several times, in the order of the text. Names of actors are
// masked: a model of who does what must not learn who is wont to do it.
func Features(dst []Feature, lex *lexicon.Lexicon, s *syntax.Sentence, mentions []actors.Mention, events []predicates.Event, types func(lexicon.ID) uint32) []Feature {
	symbols := make([]uint32, len(s.Tokens))
	for i := range s.Tokens {
		symbols[i] = symbol(lex, s, i)
	}
	named := 0
	first, second := -1, -1 // tokens behind the first actor and before the second
	for _, m := range mentions {
		known := false
		for _, r := range m.Refs {
			known = known || r.Code != ""
		}
		for i := m.From; i < m.To && i < len(symbols); i++ {
			if s.Tokens[i].Tag.Proper() || s.Tokens[i].Shape&syntax.Capital != 0 {
				symbols[i] = maskOther
				if known {
					symbols[i] = maskKnown
				}
			}
		}
		named++
		if first < 0 {
			first = m.To
		} else if second < 0 && m.From >= first {
			second = m.From
		}
	}
	last := uint32(0)
	for i, sym := range symbols {
		if sym == 0 {
			continue
		}
		dst = append(dst, hash(ofWord, sym, 0), hash(ofPair, last, sym))
		last = sym
		for mask := types(s.Tokens[i].Lemma); mask != 0; mask &= mask - 1 {
			verb := uint32(0)
			if s.Tokens[i].Tag.Verb() {
				verb = 1
			}
			dst = append(dst, hash(ofLemma, uint32(bits.TrailingZeros32(mask)), verb))
		}
		if t := s.Tokens[i]; t.End-t.Start > 5 && sym > maskNumber {
			dst = append(dst, hash(ofPrefix, folded(s.Text[t.Start:t.Start+5]), 0))
		}
	}
	for i := first; i >= 0 && i < second; i++ {
		if symbols[i] != 0 {
			dst = append(dst, hash(ofBetween, symbols[i], 0))
		}
	}
	for _, c := range s.Clauses {
		v := s.Phrases[c.Verb]
		voice := uint32(0)
		if v.Verb.Passive {
			voice = 1
		}
		dst = append(dst, hash(ofVerb, symbols[v.Head], voice))
		if c.Relation == syntax.Main {
			dst = append(dst, hash(ofMain, symbols[v.Head], voice))
		}
		for _, o := range c.Objects {
			dst = append(dst, hash(ofObject, symbols[v.Head], symbols[s.Phrases[o].Head]))
		}
	}
	for _, e := range events {
		level := uint32(0)
		if e.Clause >= 0 && s.Clauses[e.Clause].Relation == syntax.Main {
			level = 1
		}
		dst = append(dst, hash(ofFrame, text(string(e.Type)), 0), hash(ofFrame, text(string(e.Type)), 2+level))
	}
	return append(dst, hash(ofCount, uint32(min(named, 2)), 0))
}

// The masks of names.
const (
	maskKnown  = 1
	maskOther  = 2
	maskNumber = 3
)

// symbol is the hash of a token's lemma; 0 for marks.
func symbol(lex *lexicon.Lexicon, s *syntax.Sentence, i int) uint32 {
	t := &s.Tokens[i]
	switch {
	case t.Shape&syntax.Mark != 0:
		return 0
	case t.Shape&syntax.Numeric != 0:
		return maskNumber
	case t.Tag.Proper():
		return maskOther
	case t.Lemma != lexicon.Unknown:
		return text(lex.Word(t.Lemma))
	case t.Word != lexicon.Unknown:
		return text(lex.Word(t.Word))
	}
	return folded(t.Of(s.Text))
}

// text is FNV-1a, never one of the masks.
func text(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h | 16
}

// folded is text of the ASCII letters in lower case.
func folded(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h | 16
}

// width is how long a feature's hash is: long enough that two features of the training sentences seldom meet.
const width = 24

func hash(kind byte, a, b uint32) Feature {
	h := uint64(kind)*0x9E3779B97F4A7C15 ^ uint64(a)*0xC2B2AE3D27D4EB4F ^ uint64(b)*0x165667B19E3779F9
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return Feature(h >> (64 - width))
}
