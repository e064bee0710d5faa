package actors

import (
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// pair reads one token that names two states: "Russian-Kazakh", "US-China".
func (r *Reader) pair(s *syntax.Sentence, i int) (a, b *entry) {
	text := s.TokenText(i)
	at := strings.IndexByte(text, '-')
	if at <= 0 || at+1 >= len(text) || len(text) > 40 {
		return nil, nil
	}
	a, b = r.single(text[:at]), r.single(text[at+1:])
	if a == nil || b == nil {
		return nil, nil
	}
	return a, b
}

// single is the state, demonym, seat or organisation of one word, nil if it is none.
func (r *Reader) single(word string) *entry {
	var buf [48]byte
	if c := word[0]; c < 0x80 && (c < 'A' || c > 'Z') {
		return nil
	}
	at := r.names.first(r.lex.ID(lexicon.AppendFold(buf[:0], word)))
	if at == 0 {
		return nil
	}
	e := r.names.name[at]
	if e == nil || !e.nation() || e.code == "" || e.kind == kPlace {
		return nil
	}
	return e
}

// dashed reports whether a dash without spaces ties the hit to the name before or behind it: "the Russia–Ukraine war".
func (x *reading) dashed(h *hit) bool {
	dash := func(i int) bool {
		if i <= 0 || i+1 >= len(x.s.Tokens) {
			return false
		}
		t := &x.s.Tokens[i]
		switch x.s.TokenText(i) {
		case "–", "-", "—", "/":
			return x.s.Tokens[i-1].End == t.Start && x.s.Tokens[i+1].Start == t.End
		}
		return false
	}
	return dash(h.to) || dash(h.from-1)
}
