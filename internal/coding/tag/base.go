package tag

import (
	"bytes"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// base is the lemma of a regular form by the rules of English spelling, Unknown if the lexicon has no such word. Among several it
// takes the one that is known with the right part of speech. word is written over.
func (t *Tagger) base(word []byte, tag syntax.Tag) lexicon.ID {
	n := len(word)
	switch tag {
	case syntax.NNS, syntax.NNPS, syntax.VBZ:
		of := setOf(syntax.NN, syntax.NNP)
		if tag == syntax.VBZ {
			of = setOf(syntax.VB, syntax.VBP)
		}
		if n < 3 || word[n-1] != 's' || word[n-2] == 's' {
			return lexicon.Unknown
		}
		switch {
		case n > 4 && bytes.HasSuffix(word, []byte("ies")):
			return t.either(of, replaced(word, 3, "y"), word[:n-1])
		case bytes.HasSuffix(word, []byte("es")) && sibilant(word[:n-2]):
			return t.either(of, word[:n-2], word[:n-1])
		}
		return t.either(of, word[:n-1], nil)
	case syntax.VBD, syntax.VBN:
		if n < 4 || word[n-2] != 'e' || word[n-1] != 'd' {
			return lexicon.Unknown
		}
		if n > 4 && word[n-3] == 'i' {
			return t.either(setOf(syntax.VB, syntax.VBP), replaced(word, 3, "y"), nil)
		}
		return t.stem(word, n-2)
	case syntax.VBG:
		if n < 5 || !bytes.HasSuffix(word, []byte("ing")) {
			return lexicon.Unknown
		}
		return t.stem(word, n-3)
	case syntax.JJR, syntax.RBR:
		if n > 3 && bytes.HasSuffix(word, []byte("er")) {
			return t.degree(word, n-2)
		}
	case syntax.JJS, syntax.RBS:
		if n > 4 && bytes.HasSuffix(word, []byte("est")) {
			return t.degree(word, n-3)
		}
	}
	return lexicon.Unknown
}

// either is the first of two words that is known with a tag of the set, else the first that is known at all.
func (t *Tagger) either(of tagSet, words ...[]byte) lexicon.ID {
	some := lexicon.Unknown
	for _, w := range words {
		id := t.lex.ID(w)
		if id == lexicon.Unknown {
			continue
		}
		if int(id) < len(t.entries) && t.entries[id].tags&of != 0 {
			return id
		}
		if some == lexicon.Unknown {
			some = id
		}
	}
	return some
}

// stem is the verb whose form in -ed or -ing has its stem in word[:n]: stop(ped), hop(ed) of hope, attack(ed).
func (t *Tagger) stem(word []byte, n int) lexicon.ID {
	of := setOf(syntax.VB, syntax.VBP)
	with := append(append(make([]byte, 0, 64), word[:n]...), 'e')
	if n < 2 {
		return lexicon.Unknown
	}
	if word[n-1] == word[n-2] && !vowel(word[n-1]) {
		return t.either(of, word[:n], word[:n-1], with)
	}
	if n >= 3 && !vowel(word[n-1]) && vowel(word[n-2]) && !vowel(word[n-3]) && syllables(word[:n]) == 1 {
		return t.either(of, with, word[:n]) // hoped is of hope, as hop has hopped
	}
	return t.either(of, word[:n], with)
}

// degree is the adjective or adverb with the stem word[:n]: big(ger), happi(er), late(r), strong(er).
func (t *Tagger) degree(word []byte, n int) lexicon.ID {
	of := setOf(syntax.JJ, syntax.RB)
	with := append(append(make([]byte, 0, 64), word[:n]...), 'e')
	switch word[n-1] {
	case 'i':
		word[n-1] = 'y'
		return t.either(of, word[:n])
	case word[n-2]:
		return t.either(of, word[:n-1], word[:n])
	}
	return t.either(of, word[:n], with)
}

// replaced is word with its last cut letters replaced, in memory of its own.
func replaced(word []byte, cut int, by string) []byte {
	return append(append(make([]byte, 0, 64), word[:len(word)-cut]...), by...)
}

// sibilant says whether a plural of stem is written with -es.
func sibilant(stem []byte) bool {
	n := len(stem)
	if n < 2 {
		return false
	}
	switch stem[n-1] {
	case 's', 'x', 'z', 'o':
		return true
	case 'h':
		return stem[n-2] == 'c' || stem[n-2] == 's'
	}
	return false
}

func syllables(word []byte) int {
	n := 0
	for i, c := range word {
		if vowel(c) && (i == 0 || !vowel(word[i-1])) {
			n++
		}
	}
	return n
}

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }
