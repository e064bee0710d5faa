package numbers

import (
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// far is how many tokens a number looks for its noun and its verb.
const far = 8

// finish gives a number its bound, its noun and what happened to those it counts.
func (f *Finder) finish(s *syntax.Sentence, r reading) Found {
	found := Found{From: r.from, To: r.to, Value: r.value, Bound: r.bound, Unit: r.unit, Noun: -1}
	bound, first := f.bounds.before(s, r.from)
	if bound != Exactly {
		found.Bound = bound
	}
	if f.text(s, r.to) == "or" {
		switch f.text(s, r.to+1) {
		case "more":
			found.Bound = AtLeast
		case "fewer", "less":
			found.Bound = AtMost
		case "so":
			found.Bound = About
		}
	}
	if r.unit == "" {
		if noun := f.noun(s, r.to); noun >= 0 {
			found.Noun, found.To = noun, noun+1
			found.Unit = plural(s, noun)
		}
		found.Casualty = f.casualty(s, first, found.To, found.Noun)
	}
	found.Span = s.TokenSpan(found.From, found.To)
	return found
}

// noun is the token of what is counted behind token i, -1 for none: the last noun of the run that begins there, behind "of", "of
// the" and another number ("three of the 41 passengers").
func (f *Finder) noun(s *syntax.Sentence, i int) int {
	j := i
	if f.text(s, j) == "of" {
		j++
		for j < len(s.Tokens) && (s.Tokens[j].Tag == syntax.DT || s.Tokens[j].Tag == syntax.PRPS || s.Tokens[j].Tag == syntax.CD) {
			j++
		}
	}
	if t := f.text(s, j); t == "or" && (f.text(s, j+1) == "more" || f.text(s, j+1) == "so" || f.text(s, j+1) == "fewer") {
		j += 2
	}
	last := -1
	for k := j; k < len(s.Tokens) && k < j+far; k++ {
		switch t := s.Tokens[k].Tag; {
		case t.Noun():
			last = k
			if (t == syntax.NNS || t == syntax.NNPS) && (k+1 >= len(s.Tokens) || !s.Tokens[k+1].Tag.Noun()) {
				return k
			}
		case last < 0 && (t.Adjective() || t == syntax.VBN || t == syntax.VBG || t == syntax.RB && k == j):
			if f.at(s, k).class != none && f.at(s, k).class != helper {
				return last // 38 dead, 12 injured
			}
		case last < 0 && t == syntax.CC && k > j && k+1 < len(s.Tokens) && s.Tokens[k+1].Tag.Adjective():
		default:
			return last
		}
	}
	return last
}

// casualty is what the words beside a number say of those it counts.
func (f *Finder) casualty(s *syntax.Sentence, from, to, noun int) string {
	if noun >= 0 {
		if w := f.at(s, noun); w.class >= dead && w.class <= homeless && w.value == 0 {
			return casualty(w.class)
		}
		for k := noun - 1; k >= from && k > noun-4; k-- {
			if w := f.at(s, k); w.class >= dead && w.class <= homeless {
				return casualty(w.class) // 38 wounded soldiers
			}
		}
	}
	for k := to; k < len(s.Tokens) && k < to+far; k++ {
		w := f.at(s, k)
		if w.class >= dead && w.class <= homeless {
			if k > to && w.value == 1 && s.Tokens[k].Tag != syntax.VBN && s.Tokens[k-1].Tag != syntax.VBD && !f.passive(s, k) {
				break // the soldiers killed others
			}
			if k == to || w.value == 0 || s.Tokens[k].Tag == syntax.VBN || s.Tokens[k].Tag == syntax.JJ || f.passive(s, k) {
				return casualty(w.class)
			}
			break
		}
		if w.class != helper && s.Tokens[k].Tag != syntax.RB && s.Tokens[k].Tag != syntax.MD {
			break
		}
	}
	for k := from - 1; k >= 0 && k >= from-far; k-- {
		w := f.at(s, k)
		if w.class >= dead && w.class <= homeless {
			if w.value == 1 || f.text(s, k) == "toll" || f.text(s, k+1) == "of" || f.text(s, k+2) == "of" {
				return casualty(w.class)
			}
			break
		}
		if t := s.Tokens[k].Tag; t.Verb() && w.class != helper || t == syntax.Stop || t == syntax.Comma || t == syntax.CC || t.Noun() {
			break
		}
	}
	return ""
}

// passive says whether a form of be stands before token k.
func (f *Finder) passive(s *syntax.Sentence, k int) bool {
	for j := k - 1; j >= 0 && j > k-4; j-- {
		switch f.text(s, j) {
		case "was", "were", "been", "be", "are", "is", "being":
			return true
		}
		if s.Tokens[j].Tag != syntax.RB {
			return false
		}
	}
	return false
}

// isPart says whether the tokens between two numbers say that the second is part of the first: "38 people, including 3 children".
func (f *Finder) isPart(s *syntax.Sentence, from, to int) bool {
	for k := from; k < to && k < from+6; k++ {
		switch f.text(s, k) {
		case "including", "among":
			return true
		}
		if s.Tokens[k].Tag.Verb() {
			return false
		}
	}
	return false
}

// plural is the unit that a noun names, in small letters and in the plural.
func plural(s *syntax.Sentence, noun int) string {
	word := lexicon.Fold(s.TokenText(noun))
	if t := s.Tokens[noun].Tag; t == syntax.NNS || t == syntax.NNPS {
		return word
	}
	switch word {
	case "person", "people":
		return "people"
	case "man":
		return "men"
	case "woman":
		return "women"
	case "child":
		return "children"
	}
	switch last := word[len(word)-1]; last {
	case 's', 'x', 'z':
		return word + "es"
	case 'y':
		if len(word) > 1 && word[len(word)-2] != 'a' && word[len(word)-2] != 'e' && word[len(word)-2] != 'o' {
			return word[:len(word)-1] + "ies"
		}
	}
	return word + "s"
}
