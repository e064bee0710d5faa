package roles

import (
	"unicode"
	"unicode/utf8"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/syntax"
)

// Choose appends to dst the mentions that fill the first of the slots which has any, and how sure that is: 1 for an actor in
// the slot itself, less for one that only modifies or owns what stands there, 0 for none. Mentions in not are passed over.
func (v *View) Choose(dst []int, at Site, slots []Slot, not []int) ([]int, float64) {
	for _, s := range slots {
		sure := 0.0
		switch s.Kind {
		case ModifierSlot:
			if at.Phrase >= 0 {
				dst, sure = v.modifiers(dst, at.Phrase, not)
			}
		case PlaceSlot:
			dst, sure = v.places(dst, at, not)
		case PossessorSlot:
			if at.Phrase >= 0 {
				dst, sure = v.owners(dst, at.Phrase, not)
			}
		default:
			last := -1
			v.Phrases(at, s, func(p int) bool {
				if s.Kind == ObjectSlot && p == at.Phrase {
					return true
				}
				var one float64
				if s.Kind == ObjectSlot && last >= 0 && last < p {
					dst = v.listed(dst, last, p, not)
				}
				last = p
				if dst, one = v.of(dst, p, s.Kind, not); one > sure {
					sure = one
				}
				return true
			})
		}
		if len(dst) > 0 {
			return v.named(dst), sure
		}
	}
	return dst, 0
}

// listed adds the members of a list between two of its members that were read as explaining a place: "A's students in hostels, B's
// drivers in markets, and C's traders". Whoever is named there after a place without a name is a member too.
func (v *View) listed(dst []int, from, to int, not []int) []int {
	for q := from + 1; q < to; q++ {
		host := v.S.Phrases[q].Appos
		if host <= from || host >= q || v.S.Phrases[q].Kind != syntax.NP || v.S.Phrases[q].Prep >= 0 || v.firstMention[host] >= 0 {
			continue
		}
		v.Mentions(q, func(m int) bool {
			if v.M[m].Head && v.Named(m) && !v.M[m].Place {
				dst = add(dst, m, not)
			}
			return true
		})
	}
	return dst
}

// named leaves out those who are nobody in particular ("an aggressor") where others are named.
func (v *View) named(list []int) []int {
	some := false
	for _, m := range list {
		some = some || v.Named(m)
	}
	if !some {
		return list
	}
	out := list[:0]
	for _, m := range list {
		if v.Named(m) {
			out = append(out, m)
		}
	}
	return out
}

// Named reports whether a mention is of a known actor or has a proper name.
func (v *View) Named(m int) bool {
	for i := range v.M[m].Refs {
		r := &v.M[m].Refs[i]
		if r.Code != "" || r.Person != "" {
			return true
		}
		if n, _ := utf8.DecodeRuneInString(r.Name); unicode.IsUpper(n) && v.capital(&v.M[m]) {
			return true
		}
	}
	return false
}

// capital: one of the words has a capital that the sentence's begin does not explain.
func (v *View) capital(m *actors.Mention) bool {
	for i := m.From; i < m.To && i < len(v.S.Tokens); i++ {
		if t := &v.S.Tokens[i]; t.Tag.Proper() || t.Shape&syntax.Capital != 0 && t.Shape&syntax.Opening == 0 {
			return true
		}
	}
	return false
}

// of: the actor that a phrase denotes; else who owns or modifies it; else whose "leaders of", "troops from" it is.
func (v *View) of(dst []int, p int, kind Kind, not []int) ([]int, float64) {
	before := len(dst)
	party := kind == SubjectSlot
	v.Mentions(p, func(m int) bool {
		if v.M[m].Head && !(party && v.M[m].Place) {
			dst = add(dst, m, not)
		}
		return true
	})
	if len(dst) > before {
		return dst, 1
	}
	for q := range v.S.Phrases { // a name in apposition: "our neighbour, Moldova"
		if v.S.Phrases[q].Appos == p && q != p {
			v.Mentions(q, func(m int) bool {
				if v.M[m].Head {
					dst = add(dst, m, not)
				}
				return true
			})
		}
	}
	if len(dst) > before {
		return dst, 0.9
	}
	if dst, _ = v.owners(dst, p, not); len(dst) > before {
		return dst, 0.8
	}
	if dst, _ = v.modifiers(dst, p, not); len(dst) > before {
		return dst, 0.8
	}
	v.Attached(p, func(q int) bool {
		if t := v.S.Phrases[q].Prep; t >= 0 && v.whose(t) {
			for n, c := 0, q; c >= 0 && n < 32; n, c = n+1, v.nextCoord[c] {
				v.Mentions(c, func(m int) bool {
					if (v.M[m].Head || v.M[m].Place) && v.Named(m) {
						dst = add(dst, m, not)
					}
					return true
				})
				if len(dst) == before {
					break
				}
			}
		}
		return true
	})
	if len(dst) > before {
		return dst, 0.6
	}
	return dst, 0
}

// whose reports whether token t is a preposition that can say whose something is: leaders of, troops from, border with.
func (v *View) whose(t int) bool {
	switch v.S.TokenText(t) {
	case "of", "from", "with":
		return true
	}
	return false
}

// owners: "Russia" in "Russia's ban". The mention counts as one of the owned phrase, or of the possessor's own.
func (v *View) owners(dst []int, p int, not []int) ([]int, float64) {
	before := len(dst)
	q := v.S.Phrases[p].Poss
	if q < 0 || q == p || q >= len(v.S.Phrases) {
		return dst, 0
	}
	v.Mentions(p, func(m int) bool {
		if o := &v.S.Phrases[q]; !v.M[m].Head && v.M[m].From < o.To && v.M[m].To > o.From {
			dst = add(dst, m, not)
		}
		return true
	})
	if len(dst) == before {
		v.Mentions(q, func(m int) bool { dst = add(dst, m, not); return true })
	}
	if len(dst) > before {
		return dst, 1
	}
	return dst, 0
}

// modifiers: "Russian" in "Russian threats".
func (v *View) modifiers(dst []int, p int, not []int) ([]int, float64) {
	before := len(dst)
	v.Mentions(p, func(m int) bool {
		if !v.M[m].Head && v.M[m].From >= v.S.Phrases[p].From && v.M[m].To <= v.S.Phrases[p].To {
			dst = add(dst, m, not)
		}
		return true
	})
	if len(dst) > before {
		return dst, 0.9
	}
	return dst, 0
}

// places: the country that the clause or the noun is placed in.
func (v *View) places(dst []int, at Site, not []int) ([]int, float64) {
	before := len(dst)
	take := func(p int) bool {
		if t := v.S.Phrases[p].Prep; t >= 0 {
			switch v.S.TokenText(t) {
			case "in", "across", "throughout", "near", "outside", "at", "inside", "around":
				v.Mentions(p, func(m int) bool {
					if state(&v.M[m]) {
						dst = add(dst, m, not)
					}
					return len(dst) == before
				})
			}
		}
		return len(dst) == before
	}
	if at.Phrase >= 0 {
		v.Attached(at.Phrase, take)
	}
	c := at.Clause
	if c < 0 && at.Phrase >= 0 {
		c = v.Clause[at.Phrase] // "The arrest of … in Russia continued"
	}
	if c >= 0 && len(dst) == before {
		each(v.S.Clauses[c].Obliques, take)
		first, _ := v.DeepObjects(c)
		for _, o := range first {
			if len(dst) == before {
				v.Attached(o, take)
			}
		}
	}
	if len(dst) > before {
		return dst, 0.5
	}
	return dst, 0
}

func state(m *actors.Mention) bool {
	for i := range m.Refs {
		if m.Refs[i].Code != "" {
			return true
		}
	}
	return false
}

func add(dst []int, m int, not []int) []int {
	if contains(not, m) || contains(dst, m) {
		return dst
	}
	return append(dst, m)
}

// Nearest is the head mention of a known actor closest to a token within [from, to), before it or after it; -1 if there is none.
func (v *View) Nearest(at, from, to int, before bool, not []int) int {
	best := -1
	for i := range v.M {
		m := &v.M[i]
		if m.From < from || m.To > to || !m.Head || m.Place || !state(m) || contains(not, i) {
			continue
		}
		if before && m.To <= at && (best < 0 || m.From > v.M[best].From) || !before && m.From > at && best < 0 {
			best = i
		}
	}
	return best
}

// Within reports whether token t lies in a phrase.
func Within(p *syntax.Phrase, t int) bool { return p.From <= t && t < p.To }
