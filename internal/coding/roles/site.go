package roles

import (
	"orrery/internal/coding/lexicon"
)

// Site is where a trigger stands.
type Site struct {
	Clause int // of the verb, or of the light verb that carries the noun; -1: a noun by itself
	Phrase int // the noun phrase of a noun trigger; -1: the verb is the trigger
}

// Phrases calls f with the noun phrases of a slot, in order, until it returns false.
func (v *View) Phrases(at Site, s Slot, f func(p int) bool) {
	switch s.Kind {
	case SubjectSlot:
		if at.Clause >= 0 {
			each(v.DeepSubject(at.Clause), f)
		}
	case PassiveSlot:
		if at.Clause >= 0 {
			each(v.Surface(at.Clause), f)
		}
	case ObjectSlot:
		if at.Clause >= 0 {
			first, rest := v.DeepObjects(at.Clause)
			if each(first, f) {
				each(rest, f)
			}
		}
	case PossessorSlot:
		if at.Phrase >= 0 {
			if q := v.S.Phrases[at.Phrase].Poss; q >= 0 {
				f(q)
			}
		}
	case SelfSlot:
		if at.Phrase >= 0 {
			f(at.Phrase)
		}
	case PrepositionSlot, FirstSlot, RestSlot:
		v.prepositional(at, s, f)
	case ObjectPrepSlot, ObjectAnySlot:
		if at.Clause >= 0 {
			first, rest := v.DeepObjects(at.Clause)
			for _, list := range [2][]int{first, rest} {
				for _, o := range list {
					if !v.attachedTo(o, s.Prep, 0, f) {
						return
					}
				}
			}
			// Whether the preposition belongs to the object or to the verb is often a guess.
			for _, o := range v.S.Clauses[at.Clause].Obliques {
				if s.Kind == ObjectAnySlot || v.Preposition(o) == s.Prep {
					if !f(o) {
						return
					}
				}
			}
		}
	case UnderObjectSlot:
		if at.Clause >= 0 {
			v.under(at.Clause, f)
		}
	case UnderSlot:
		if at.Clause >= 0 {
			if k := v.S.Clauses[at.Clause].Complement; k >= 0 && !v.S.Clauses[k].Shared {
				each(v.DeepSubject(k), f)
			}
		}
	}
}

// under: the objects and obliques of the clauses below, to a depth of two.
func (v *View) under(c int, f func(p int) bool) {
	for n := 0; n < 2 && c >= 0; n++ {
		if c = v.S.Clauses[c].Complement; c < 0 {
			return
		}
		first, rest := v.DeepObjects(c)
		if v.Passive(c) {
			first = nil
		}
		for _, list := range [3][]int{first, rest, v.S.Clauses[c].Obliques} {
			if !each(list, f) {
				return
			}
		}
	}
}

func each(phrases []int, f func(p int) bool) bool {
	for _, p := range phrases {
		if !f(p) {
			return false
		}
	}
	return true
}

// prepositional: what stands under the preposition with the verb, with its object, or with the trigger noun.
func (v *View) prepositional(at Site, s Slot, f func(p int) bool) {
	count, going := 0, true
	take := func(p int) bool {
		count++
		if s.Kind == FirstSlot && count > 1 || s.Kind == RestSlot && count == 1 {
			return true
		}
		going = f(p)
		return going
	}
	if at.Phrase >= 0 {
		v.attachedTo(at.Phrase, s.Prep, 0, take)
		// "threats and pressure from Russia": what stands with the last of a list is for all.
		for n, c := 0, v.nextCoord[at.Phrase]; count == 0 && c >= 0 && n < 32; n, c = n+1, v.nextCoord[c] {
			v.attachedTo(c, s.Prep, 1, take)
		}
	}
	if going && count == 0 && at.Phrase >= 0 && at.Clause < 0 {
		v.beside(at.Phrase, s.Prep, take)
	}
	if !going || at.Clause < 0 {
		return
	}
	k := &v.S.Clauses[at.Clause]
	for _, list := range [2][]int{k.Obliques, k.Agent} {
		last := -1
		for _, p := range list {
			if v.Preposition(p) == s.Prep {
				if !take(p) {
					return
				}
				last = p
			}
		}
		// Conjuncts that the list does not hold by themselves.
		for n := 0; last >= 0 && n < 32; n++ {
			if last = v.nextCoord[last]; last < 0 || v.S.Phrases[last].Prep >= 0 && v.Preposition(last) != s.Prep || contains(list, last) {
				break
			}
			if !take(last) {
				return
			}
		}
	}
	for _, o := range k.Obliques { // "to the border with Azerbaijan"
		if going && count == 0 && o != at.Phrase {
			v.attachedTo(o, s.Prep, 1, take)
		}
	}
	if at.Phrase < 0 {
		first, rest := v.DeepObjects(at.Clause)
		for _, list := range [2][]int{first, rest} {
			for _, o := range list {
				if going {
					v.attachedTo(o, s.Prep, 0, take)
				}
			}
		}
	}
}

// beside: what may as well modify the noun phrase p as its verb. "The withdrawal of troops from Georgia ended": a preposition
// between a subject and its verb is the subject's; one after an object is a guess.
func (v *View) beside(p int, prep lexicon.ID, f func(p int) bool) {
	c := v.Clause[p]
	if c < 0 || v.S.Clauses[c].Verb < 0 {
		return
	}
	verb := v.S.Phrases[v.S.Clauses[c].Verb].From
	for _, list := range [2][]int{v.S.Clauses[c].Obliques, v.S.Clauses[c].Agent} {
		for _, o := range list {
			at := v.S.Phrases[o].From
			if at < v.S.Phrases[p].To || v.Part[p] == Subject && at > verb {
				continue
			}
			if v.Preposition(o) == prep && !f(o) {
				return
			}
			if at < verb && !v.attachedTo(o, prep, 1, f) {
				return
			}
		}
	}
}

// attachedTo calls f with what modifies p under the preposition (Unknown: under any), to the depth of "a note of protest to X".
func (v *View) attachedTo(p int, prep lexicon.ID, depth int, f func(p int) bool) bool {
	going := true
	v.Attached(p, func(q int) bool {
		if w := v.Preposition(q); prep == lexicon.Unknown || w == prep {
			going = f(q)
			for n, c := 0, v.nextCoord[q]; going && c >= 0 && n < 32; n, c = n+1, v.nextCoord[c] {
				if v.S.Phrases[c].Attach != p { // else it comes by itself
					going = f(c)
				}
			}
		} else if depth < 2 {
			going = v.attachedTo(q, prep, depth+1, f)
		}
		return going
	})
	return going
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
