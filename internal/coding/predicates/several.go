package predicates

import (
	"slices"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/roles"
	"orrery/internal/coding/syntax"
)

// several makes of "signed X with A, Y with B and Z with C and D" one event for each "with": they are as many acts. A noun that
// the first frame asked for must stand before every one of them.
func (w *work) several(i int) {
	e := w.found[i]
	if e.dead != "" || e.own < 0 || len(e.To) == 0 || !e.frame.mutual || !w.takes(e.frame, w.b.words.with) {
		return
	}
	from := w.s.Phrases[w.s.Clauses[e.own].Verb].To
	groups, last, noun := [][]int{}, -1, false
	for p := range w.s.Phrases {
		ph := &w.s.Phrases[p]
		if ph.From < from {
			continue
		}
		if ph.Kind == syntax.VG {
			if ph.Verb.Form == syntax.Finite {
				break
			}
			continue
		}
		if ph.Kind != syntax.NP {
			continue
		}
		if w.wanted(e.frame, w.v.Head(p)) {
			noun = true
			continue
		}
		if ph.Prep < 0 || w.s.Tokens[ph.Prep].Word != w.b.words.with {
			continue
		}
		if ph.Prep != last {
			if !noun {
				continue
			}
			groups, last, noun = append(groups, nil), ph.Prep, false
		}
		w.v.Mentions(p, func(m int) bool {
			if w.v.M[m].Head && w.v.Named(m) {
				groups[len(groups)-1] = append(groups[len(groups)-1], m)
			}
			return true
		})
	}
	groups = slices.DeleteFunc(groups, func(g []int) bool { return len(g) == 0 })
	if len(groups) < 2 || !slices.Contains(groups[0], e.To[0]) {
		return
	}
	w.found[i].To = groups[0]
	for _, g := range groups[1:] {
		x := e
		x.To = w.others(e.By, g)
		x.Operators = slices.Clone(e.Operators)
		w.found = append(w.found, x)
	}
}

// takes reports whether a frame looks for its recipient under a preposition.
func (w *work) takes(f *frame, prep lexicon.ID) bool {
	return slices.ContainsFunc(f.to, func(s roles.Slot) bool { return s.Kind == roles.PrepositionSlot && s.Prep == prep })
}

// wanted reports whether a test of the frame's object accepts a word.
func (w *work) wanted(f *frame, word lexicon.ID) bool {
	for i := range f.tests {
		t := &f.tests[i]
		if !t.not && t.what == ofSlot && t.slot.Kind == roles.ObjectSlot && t.words.accepts(w.b, word) {
			return true
		}
	}
	return false
}
