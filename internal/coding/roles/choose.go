package roles

import (
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
		default:
			v.Phrases(at, s, func(p int) bool {
				if s.Kind == ObjectSlot && p == at.Phrase {
					return true
				}
				var one float64
				if dst, one = v.of(dst, p, s.Kind, not); one > sure {
					sure = one
				}
				return true
			})
		}
		if len(dst) > 0 {
			return dst, sure
		}
	}
	return dst, 0
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
	if q := v.S.Phrases[p].Poss; q >= 0 && q != p {
		v.Mentions(q, func(m int) bool { dst = add(dst, m, not); return true })
	}
	if len(dst) > before {
		return dst, 0.8
	}
	if dst, _ = v.modifiers(dst, p, not); len(dst) > before {
		return dst, 0.8
	}
	v.Attached(p, func(q int) bool {
		if t := v.S.Phrases[q].Prep; t >= 0 && v.ofOrFrom(t) {
			v.Mentions(q, func(m int) bool {
				if v.M[m].Head || v.M[m].Place {
					dst = add(dst, m, not)
				}
				return true
			})
		}
		return true
	})
	if len(dst) > before {
		return dst, 0.6
	}
	return dst, 0
}

// ofOrFrom reports whether token t is one of the two prepositions that say whose people somebody is. Only their length and
// first letter are looked at: in the tag IN no other word has them.
func (v *View) ofOrFrom(t int) bool {
	w := v.S.TokenText(t)
	return w == "of" || w == "from"
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
	if at.Clause >= 0 && len(dst) == before {
		each(v.S.Clauses[at.Clause].Obliques, take)
		first, _ := v.DeepObjects(at.Clause)
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
