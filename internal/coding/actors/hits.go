package actors

import (
	"strings"

	"orrery/internal/coding/syntax"
)

// hit is a name or role found in a sentence: tokens [from, to).
type hit struct {
	from, to int
	kind     kind
	e, and   *entry  // and: the second of a pair
	people   []int32 // of a known person: who it may be
	whole    bool    // of a known person: the full name, not the surname
	used     bool    // taken into a mention
	wait     bool    // for the role that it shares with a later one: "South Korean and American forces"
}

// work is the scratch space of one call.
type work struct {
	hits   []hit
	rough  []group
	groups []group
	out    []Mention
}

// find lists the hits of a sentence, longest first at every token, none over another.
func (r *Reader) find(w *work, s *syntax.Sentence) {
	w.hits = w.hits[:0]
	for i := 0; i < len(s.Tokens); {
		after := len(w.hits) > 0 && w.hits[len(w.hits)-1].to == i && w.hits[len(w.hits)-1].nation() && w.hits[len(w.hits)-1].e.is(mAdjective)
		noun := after || i > 0 && (s.Tokens[i-1].Tag == syntax.DT || s.Tokens[i-1].Tag == syntax.CD || s.Tokens[i-1].Tag == syntax.PRPS)
		h := r.longest(s, i, after, noun)
		if h.kind == kNone {
			i++
			continue
		}
		w.hits = append(w.hits, h)
		i = h.to
	}
}

// longest is the longest hit that begins at token i; a person's name wins over an equally long other name. after says that the adjective
// of a state stands right before it, so that a name is no name by itself, noun that the word is one whatever its tag.
func (r *Reader) longest(s *syntax.Sentence, i int, after, noun bool) (best hit) {
	t := &s.Tokens[i]
	if t.Shape&syntax.Mark != 0 {
		return best
	}
	capital := t.Shape&syntax.Capital != 0
	if at := r.names.first(t.Word); at != 0 {
		for j := i + 1; at != 0; j++ {
			if e := r.names.name[at]; e != nil && r.fits(s, e, i) && !(r.names.noun[at] != nil && r.qualified(s, i, j, after)) {
				best = hit{from: i, to: j, kind: e.kind, e: e}
			} else if e := r.names.noun[at]; e != nil && (t.Tag.Noun() || t.Tag.Adjective() || capital || noun || j > i+1) {
				best = hit{from: i, to: j, kind: e.kind, e: e}
			}
			if j >= len(s.Tokens) {
				break
			}
			at = r.names.step(at, s.Tokens[j].Word)
		}
	}
	if capital {
		if p := r.person(s, i); p.to > best.to || p.to == best.to && (best.kind == kRole || best.kind == kPlace) {
			return p
		}
		if best.kind == kNone && t.Shape&syntax.Hyphened != 0 {
			if a, b := r.pair(s, i); a != nil {
				best = hit{from: i, to: i + 1, kind: kPair, e: a, and: b}
			}
		}
		if best.kind == kNone && r.w.title[t.Word] {
			best = hit{from: i, to: i + 1, kind: kTitle}
		}
	}
	return best
}

// qualified reports whether tokens [from, to) are said to be of a state, so that they are no name by themselves: "Russia's Security
// Council", "the Investigative Committee of Belarus".
func (r *Reader) qualified(s *syntax.Sentence, from, to int, after bool) bool {
	if after || from > 0 && s.Tokens[from-1].Tag == syntax.POS {
		return true
	}
	if to >= len(s.Tokens) || s.Tokens[to].Word != r.w.of {
		return false
	}
	for to++; to < len(s.Tokens) && s.Tokens[to].Tag == syntax.DT; to++ {
	}
	return to < len(s.Tokens) && s.Tokens[to].Shape&syntax.Capital != 0
}

// fits reports whether the tokens are written as the name is: with a capital, or all in capitals.
func (r *Reader) fits(s *syntax.Sentence, e *entry, from int) bool {
	t := &s.Tokens[from]
	if e.is(mCaps) {
		text := t.Of(s.Text)
		return strings.ToUpper(text) == text
	}
	if t.Shape&syntax.Capital != 0 {
		return true
	}
	return e.is(mLower)
}

// person is the longest name of a known person at token i. A patronymic or initial within is passed over.
func (r *Reader) person(s *syntax.Sentence, i int) (best hit) {
	var buf [112]byte
	at, j := int32(0), i
	for ; j < len(s.Tokens) && j < i+6; j++ {
		t := &s.Tokens[j]
		text := t.Of(s.Text)
		if len(text) > 40 {
			break
		}
		id := r.forms[string(appendCanon(buf[:0], text))]
		next := int32(0)
		if j == i {
			next = r.persons.first(id)
		} else {
			next = r.persons.step(at, id)
		}
		if next == 0 {
			if j > i && t.Shape&syntax.Capital != 0 && (patronymic(text) || initial(text)) {
				continue
			}
			break
		}
		at = next
		if p := r.full[at]; p != nil {
			best = hit{from: i, to: j + 1, kind: kPerson, people: p, whole: j > i}
		} else if p := r.sur[at]; p != nil {
			best = hit{from: i, to: j + 1, kind: kPerson, people: p}
		}
	}
	return best
}

// patronymic reports whether a word has the ending of a father's name.
func patronymic(w string) bool {
	for _, end := range [...]string{"vich", "vych", "vna", "yich", "uly", "oglu", "ogly", "kyzy", "qizi"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return w == "Ilyich" || w == "Ilich" || w == "oglu"
}

// initial reports whether a word is one letter and a point, or one letter.
func initial(w string) bool {
	return len(w) == 1 || len(w) == 2 && w[1] == '.'
}
