package stances

import (
	"slices"
	"strings"

	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

// answered is within how many days after T0 an incident is answered by words that do not name it; a longer window of its own goes first.
const answered = 28

// namedIn is by item whether a word that tells it from others stands in the document.
func (x *Reader) namedIn(r *reading.Reading) []bool {
	out := make([]bool, len(x.items.items))
	for i := range r.Sentences {
		for k := range r.Sentences[i].Tokens {
			if at := x.termAt(&r.Sentences[i], k); at > 0 {
				for _, item := range x.items.terms[at-1].own {
					out[item] = true
				}
			}
		}
	}
	return out
}

// fits reports whether nothing in the object, and no date, speaks against the item. own says that the object names it by a word of its own: then
// neither its other words nor a late date do.
func (p *pass) fits(s *reading.Sentence, m *wording.Match, o *object, n int, own bool) bool {
	it := &p.items.items[n]
	if p.otherDoer(s, o, n) || !own && p.foreign(s, o, n) {
		return false
	}
	when := parties.Day(s, m.From)
	if !when.IsZero() && lastDay(when) < it.first-1 {
		return false
	}
	if own || !it.incident() || it.own && when.IsZero() {
		return true // of a day that is not told the document's own words for the item decide
	}
	if when.IsZero() {
		when = latest(p.r.Document)
	}
	if when.IsZero() {
		return true
	}
	first, _ := when.Span()
	return first <= max(it.last+answered, it.Window.Until(it.last))
}

// incident reports whether answers are due in hours or days.
func (it *item) incident() bool {
	w := it.Window.String()
	return strings.HasSuffix(w, "H") || strings.HasSuffix(w, "D")
}

// otherDoer reports whether the object names a doer or a sufferer that the item's title has on the other side: an attack by
// the hub is not one on the hub's residence.
func (p *pass) otherDoer(s *reading.Sentence, o *object, n int) bool {
	it := &p.items.items[n]
	if o.class != "harm" || it.side == 0 {
		return false
	}
	for _, k := range o.codes {
		m := &s.Mentions[k]
		if !slices.ContainsFunc(m.Refs, func(r ref) bool { return r.Code != "" }) {
			continue
		}
		hub := slices.ContainsFunc(m.Refs, func(r ref) bool { return r.Code == it.Hub })
		switch {
		case m.From < o.noun && p.modifies(s, m.To, o.noun, n) || m.From > o.noun && byRight(s, m.From):
			if hub == (it.side < 0) {
				return true
			}
		case m.From > o.noun && aimedAt(s, o.noun, m.From):
			if hub != (it.side < 0) {
				return true
			}
		}
	}
	return false
}

// modifies reports whether tokens [from, noun) are no more than what stands between a doer and the noun of the deed: "Russia's drone strike". A word of the
// item's own ("the Russian residence attack") makes it something else.
func (p *pass) modifies(s *reading.Sentence, from, noun, item int) bool {
	for i := from; i < noun; i++ {
		if t := s.Tokens[i].Tag; !t.Noun() && !t.Adjective() && t != syntax.POS && t != syntax.VBN && t != syntax.VBG && t != syntax.CD && t != syntax.CC {
			return false
		}
		if at := p.termAt(s, i); at > 0 && slices.Contains(p.items.terms[at-1].own, int32(item)) {
			return false
		}
	}
	return true
}

// aimedAt reports whether the actor at token at is right behind "on", "against", "of" or "at" after the noun: "the attack on the Russian".
func aimedAt(s *reading.Sentence, noun, at int) bool {
	i := at - 1
	for i > noun && (s.Tokens[i].Tag == syntax.DT || s.Tokens[i].Tag.Adjective()) {
		i--
	}
	return i == noun+1 && slices.Contains([]string{"on", "against", "of", "at"}, strings.ToLower(s.TokenText(i)))
}

// foreign reports whether words that are bound to the object's noun say of it what the item does not know: "the strike on a substation",
// "the Kharkiv attack". Words for kinds of things, days and actors say nothing; the actors are looked at by themselves.
func (p *pass) foreign(s *reading.Sentence, o *object, n int) bool {
	if o.class != "harm" && o.class != "back" || o.noun < 0 {
		return false
	}
	for i := o.noun - 1; i >= o.from && (s.Tokens[i].Tag.Noun() || s.Tokens[i].Tag.Adjective()); i-- {
		if s.Tokens[i].Tag.Noun() && p.unknown(s, i, n) {
			return true
		}
	}
	i := o.noun + 1
	if i >= o.to || !slices.Contains([]string{"on", "against", "at", "near", "of", "in"}, strings.ToLower(s.TokenText(i))) {
		return false
	}
	for i++; i < o.to; i++ {
		t := s.Tokens[i].Tag
		if !t.Noun() && !t.Adjective() && t != syntax.DT && t != syntax.CD && t != syntax.POS && t != syntax.PRPS {
			return false
		}
		if t.Noun() && p.unknown(s, i, n) {
			return true
		}
	}
	return false
}

// unknown reports whether noun i is neither a word of the item, nor a kind of thing, nor part of a date or of an actor's name.
func (p *pass) unknown(s *reading.Sentence, i, n int) bool {
	if at := p.termAt(s, i); at > 0 && slices.ContainsFunc(p.items.terms[at-1].in, func(t posting) bool { return int(t.item) == n }) {
		return false
	}
	word := strings.ToLower(s.TokenText(i))
	if p.nouns.class[word] != "" || p.nouns.common[word] {
		return false
	}
	for _, d := range s.Dates {
		if d.From <= i && i < d.To {
			return false
		}
	}
	for _, m := range s.Mentions {
		if m.From <= i && i < m.To {
			return false
		}
	}
	return !strings.HasPrefix(word, "yesterday") && word != "call" && word != "phone" && word != "letter" && word != "speech" && word != "interview"
}

// things are what is adopted by voting, or signed: what it condemns is not condemned by each state that has to do with it.
var things = strings.Fields("vote votes resolution resolutions text texts draft drafts motion document documents declaration statement communique")

// ofThing is the thing that a relative clause tells of ("the vote that deplored the war"), "" if it tells of none.
func ofThing(s *reading.Sentence, c int) string {
	i := s.Phrases[s.Clauses[c].Verb].From - 1
	for i >= 0 && s.Tokens[i].Tag == syntax.RB {
		i--
	}
	if i < 1 || !strings.EqualFold(s.TokenText(i), "which") && !strings.EqualFold(s.TokenText(i), "that") {
		return ""
	}
	for k := i - 1; k >= 0 && k > i-14; k-- {
		if t := s.Tokens[k].Tag; t.Verb() && t != syntax.VBN || t == syntax.Stop || t == syntax.Colon || t == syntax.WDT {
			return "" // "said that it condemned"
		}
		if word := strings.ToLower(s.TokenText(k)); slices.Contains(things, word) {
			return word
		}
	}
	return ""
}

// apart is how many days lie between two dates, 0 when they meet.
func apart(a, b ledger.Date) int {
	af, al := a.Span()
	bf, bl := b.Span()
	return max(0, int(bf-al), int(af-bl))
}
