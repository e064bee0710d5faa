package wording

import (
	"slices"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// Match is a turn found in a sentence: tokens [From, To).
type Match struct {
	*Turn
	From, To int
	Denied   bool // its first word stands under not, never, refuse to …
}

// Find appends the turns found in a sentence to into, by place; of those that begin at one token the longest of each class. It does not
// allocate when there is none.
func (b *Book) Find(s *syntax.Sentence, into []Match) []Match {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		into = b.at(s, i, t.Word, into)
		if t.Lemma != t.Word {
			into = b.at(s, i, t.Lemma, into)
		}
	}
	return into
}

func (b *Book) at(s *syntax.Sentence, i int, word lexicon.ID, into []Match) []Match {
	if word == lexicon.Unknown || int(word) >= len(b.first) || b.first[word] == 0 {
		return into
	}
	for _, n := range b.begins[b.first[word]-1] {
		t := &b.turns[n]
		to := fits(s, t.parts, i)
		if to < 0 {
			continue
		}
		no := b.Denied(s, i)
		if t.want == denied && !no || t.want == told && no {
			continue
		}
		into = keep(into, Match{Turn: t, From: i, To: to, Denied: no && t.want == either})
	}
	return into
}

// keep adds m unless a match of its class that begins at the same token is as long.
func keep(into []Match, m Match) []Match {
	k := slices.IndexFunc(into, func(o Match) bool { return o.Class == m.Class && o.From == m.From })
	switch {
	case k < 0:
		return append(into, m)
	case m.To > into[k].To:
		into[k] = m
	}
	return into
}

// fits is the token after the row's last word when the row begins at token i, -1 when it does not fit.
func fits(s *syntax.Sentence, parts []part, i int) int {
	if len(parts) == 0 {
		return i
	}
	p := parts[0]
	if p.gap > 0 {
		for skip := 0; ; skip++ {
			if to := fits(s, parts[1:], i+skip); to >= 0 {
				return to
			}
			if skip == p.gap || i+skip >= len(s.Tokens) || !passable(s.Tokens[i+skip].Tag, p.wide) {
				return -1
			}
		}
	}
	if i < len(s.Tokens) && is(&s.Tokens[i], p.words) {
		if to := fits(s, parts[1:], i+1); to >= 0 {
			return to
		}
	}
	if p.optional {
		return fits(s, parts[1:], i)
	}
	return -1
}

func passable(t syntax.Tag, wide bool) bool {
	switch t {
	case syntax.Stop:
		return false
	case syntax.Comma, syntax.Bracket, syntax.Colon:
		return wide
	}
	return true
}

func is(t *syntax.Token, words []lexicon.ID) bool {
	for _, w := range words {
		if t.Word == w || t.Lemma == w {
			return true
		}
	}
	return false
}

// Denied reports whether token i stands under a denial: not, never, without and such within four tokens before it; refuse, decline,
// fail and such before "to" or "from" within six; "has yet to"; no marks between.
func (b *Book) Denied(s *syntax.Sentence, i int) bool {
	under := false // to or from in between: refuse to, refrain from
	for back := 1; back <= 6 && i-back >= 0; back++ {
		t := &s.Tokens[i-back]
		switch {
		case t.Tag == syntax.Comma || t.Tag == syntax.Stop || t.Tag == syntax.Colon || t.Tag == syntax.Bracket || t.Tag == syntax.CC && back > 1:
			return false
		case back <= 4 && is(t, b.denials[0]):
			return true
		case is(t, b.denials[1]) && (under || back == 1):
			return true
		case back == 2 && is(t, b.denials[3][:1]) && is(&s.Tokens[i-1], b.denials[3][1:]):
			return true
		case back == 1 && is(t, b.denials[2][:1]):
			return true
		case back == 2 && is(t, b.denials[2][:1]) && s.TokenText(i-1) == "longer":
			return true
		case is(t, b.denials[2][1:]):
			return true
		case t.Tag == syntax.TO || t.Tag == syntax.IN:
			under = true
		}
	}
	return false
}
