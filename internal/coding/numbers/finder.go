package numbers

import (
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// Finder finds numbers. It is safe for use by several goroutines.
type Finder struct {
	words  []word
	codes  map[lexicon.ID]string // of money
	values *Values
	bounds bounds
	lex    *lexicon.Lexicon
}

// New asks lex for the words of number.
func New(lex *lexicon.Lexicon) *Finder {
	f := &Finder{lex: lex, codes: map[lexicon.ID]string{}, values: NewValues(lex)}
	f.learn(lex)
	f.bounds = newBounds(lex)
	return f
}

// Find is the numbers of a tagged sentence in its order. Years, days of a month, lengths of
// time and ordinals are not among them.
func (f *Finder) Find(s *syntax.Sentence) []Found {
	var out []Found
	for i := 0; i < len(s.Tokens); {
		r, ok := f.read(s, i)
		if !ok {
			i++
			continue
		}
		found := f.finish(s, r)
		if found.Noun >= 0 && f.at(s, found.Noun).class == span {
			i = found.To // a length of time
			continue
		}
		if found.Casualty == "" && len(out) > 0 && out[len(out)-1].Casualty != "" && f.isPart(s, out[len(out)-1].To, r.from) {
			found.Casualty = out[len(out)-1].Casualty
		}
		out = append(out, found)
		i = max(found.To, i+1)
	}
	return out
}

// reading is a number with its unit, before its noun and bounds are looked at.
type reading struct {
	from, to int // tokens of the number with its unit
	value    float64
	bound    Bound
	unit     string
}

// read reads what begins at token i.
func (f *Finder) read(s *syntax.Sentence, i int) (reading, bool) {
	tok := &s.Tokens[i]
	w := f.at(s, i)
	switch {
	case w.class == mark:
		value, to, ok := f.values.Read(s, i+1)
		return reading{from: i, to: to, value: value, unit: f.codes[tok.Word]}, ok
	case w.class == crowd:
		return f.crowd(s, i)
	case w.class == dozen || f.values.Multiplier(tok.Word) >= 100:
		return f.round(s, i)
	case tok.Tag != syntax.CD && tok.Shape&syntax.Numeric == 0:
		return reading{}, false
	}
	value, to, ok := f.values.Read(s, i)
	if !ok || to <= i {
		return reading{}, false
	}
	r := reading{from: i, to: to, value: value}
	switch next := f.at(s, to); {
	case next.class == percent:
		r.to, r.unit = to+1, "percent"
		return r, true
	case f.text(s, to) == "per" && f.text(s, to+1) == "cent":
		r.to, r.unit = to+2, "percent"
		return r, true
	case next.class == money || next.class == mark && s.Tokens[to].Start == s.Tokens[to-1].End:
		r.to, r.unit = to+1, f.codes[s.Tokens[to].Word]
		return r, true
	case f.at(s, to).class == month && s.Tokens[to].Shape&syntax.Capital != 0 || f.at(s, i-1).class == month && value <= 31 && s.Tokens[i-1].Shape&syntax.Capital != 0:
		return reading{}, false // a day
	case f.at(s, to).class == dozen: // three dozen
		r.value, r.to, r.bound = value*12, to+1, About
		return r, true
	case to == i+1 && s.Tokens[i].End-s.Tokens[i].Start == 4 && value >= 1800 && value < 2100 && value == float64(int(value)) && !f.counts(s, to):
		return reading{}, false // a year
	case f.pronoun(s, i, to):
		return reading{}, false
	}
	return r, true
}

// crowd reads dozens, hundreds of thousands, tens of millions.
func (f *Finder) crowd(s *syntax.Sentence, i int) (reading, bool) {
	r := reading{from: i, to: i + 1, value: f.at(s, i).value, bound: About}
	if f.text(s, i+1) == "of" {
		if next := f.at(s, i+2); next.class == crowd && next.value >= 2000 {
			r.value, r.to = r.value*next.value/2, i+3
		}
	}
	if f.at(s, i).value == 20 && r.to == i+1 || f.text(s, i) == "scores" && f.text(s, i+1) != "of" {
		return reading{}, false // tens, scores of a match
	}
	return r, true
}

// round reads a dozen, half a dozen, a hundred, several thousand.
func (f *Finder) round(s *syntax.Sentence, i int) (reading, bool) {
	r := reading{from: i, to: i + 1, value: f.at(s, i).value}
	if r.value == 0 {
		r.value = f.values.Multiplier(s.Tokens[i].Word)
	}
	switch f.text(s, i-1) {
	case "a", "A":
		r.from--
		if t := f.text(s, i-2); t == "half" || t == "Half" {
			r.from, r.value = r.from-1, r.value/2
		}
	case "several", "Several", "few":
		r.from, r.value, r.bound = i-1, r.value*3, About
		if t := f.text(s, i-2); t == "a" || t == "A" {
			r.from--
		}
	default:
		return reading{}, false
	}
	return r, true
}

// counts says whether a noun in the plural follows at i, so that 2000 before it is no year.
func (f *Finder) counts(s *syntax.Sentence, i int) bool {
	for j := i; j < len(s.Tokens) && j < i+3; j++ {
		switch t := s.Tokens[j].Tag; {
		case t == syntax.NNS || t == syntax.NNPS:
			return f.text(s, i-2) != "in" && f.text(s, i-2) != "In" && f.text(s, i-2) != "the"
		case !t.Adjective() && t != syntax.NN && t != syntax.NNP:
			return false
		}
	}
	return false
}

// pronoun says whether "one" stands for something and counts nothing.
func (f *Finder) pronoun(s *syntax.Sentence, i, to int) bool {
	if t := f.text(s, i); t != "one" && t != "One" {
		return false
	}
	return to >= len(s.Tokens) || !s.Tokens[to].Tag.Noun() && !s.Tokens[to].Tag.Adjective() && s.Tokens[to].Tag != syntax.CD && f.at(s, to).class == none
}

// text is the words of token i, "" beyond the edges.
func (f *Finder) text(s *syntax.Sentence, i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.TokenText(i)
}
