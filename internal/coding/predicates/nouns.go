package predicates

import (
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/roles"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// noun looks for the most special frame of a noun phrase's head.
func (w *work) noun(p int) {
	ph := &w.s.Phrases[p]
	if ph.Head < 0 || ph.Head >= len(w.s.Tokens) {
		return
	}
	t := &w.s.Tokens[ph.Head]
	if t.Tag == syntax.PRP || t.Tag.Proper() && !w.s.Heading && !w.opens(p) || w.consumed(p) {
		return
	}
	light := w.nounSite(p)
	bare := roles.Site{Clause: -1, Phrase: p}
	best, score, at := -1, -1000, bare
	try := func(list []trigger) {
		for _, x := range list {
			f := &w.b.frames[x.frame]
			n := f.specific
			if x.before != lexicon.Unknown {
				if !w.precedes(ph, x.before) {
					continue
				}
				n += 5
			}
			if x.gerund {
				n--
			}
			if n <= score || f.plural && t.Tag != syntax.NNS && t.Tag != syntax.NNPS {
				continue
			}
			site := bare
			if light.Clause >= 0 {
				site = light
			}
			if f.light != nil {
				c, ok := w.under(p, f.light)
				if !ok {
					continue
				}
				site = roles.Site{Clause: c, Phrase: p}
			}
			if x.gerund {
				if g, ok := w.gerund(f, p); !ok || !g {
					continue
				}
			} else if !w.holds(f, site) {
				continue
			}
			best, score, at = x.frame, n, site
		}
	}
	try(w.b.nouns.of(w.v.Head(p)))
	if w.v.Head(p) != t.Word {
		try(w.b.nouns.of(t.Word))
	}
	if best < 0 || w.b.frames[best].none {
		return
	}
	w.nouns[p] = best
	f := &w.b.frames[best]
	e := candidate{frame: f, site: at, own: -1}
	e.Clause, e.Phrase, e.Trigger = at.Clause, p, w.s.TokenSpan(ph.Head, ph.Head+1)
	if at.Clause >= 0 {
		v := w.s.Phrases[w.s.Clauses[at.Clause].Verb].Head
		if v < ph.Head && ph.Head-v < 10 {
			e.Trigger.Start = w.s.Tokens[v].Start
		}
	}
	if !f.noun { // a verb's frame under its -ing
		g := *f
		g.by, g.to = gerundSlots(w.b, f)
		e.frame = &g
	}
	if at.Clause >= 0 && f.light == nil && w.b.in(w.v.Lemma(w.s.Phrases[w.s.Clauses[at.Clause].Verb].Head), w.b.receive) {
		g := *e.frame
		g.by, g.to = withoutSubject(g.by), surfaceSlots
		e.frame = &g
	}
	w.fill(&e)
}

// withoutSubject leaves the subject out of slots: who faces charges does not bring them.
func withoutSubject(slots []roles.Slot) (out []roles.Slot) {
	for _, s := range slots {
		if s.Kind != roles.SubjectSlot {
			out = append(out, s)
		}
	}
	return out
}

// opens: the phrase opens the sentence, where a capital makes no name.
func (w *work) opens(p int) bool {
	h := w.s.Phrases[p].Head
	return w.s.Tokens[h].Shape&syntax.Opening != 0
}

// nounSite is the site of a noun trigger: with the light verb that carries it, or by itself.
func (w *work) nounSite(p int) roles.Site {
	if c := w.v.Clause[p]; c >= 0 && w.carries(c, p) && w.b.in(w.v.Lemma(w.s.Phrases[w.s.Clauses[c].Verb].Head), w.b.light) {
		return roles.Site{Clause: c, Phrase: p}
	}
	return roles.Site{Clause: -1, Phrase: p}
}

// carries: the phrase is an object or oblique of the clause, or the subject of a passive.
func (w *work) carries(c, p int) bool {
	if w.s.Clauses[c].Verb < 0 {
		return false
	}
	part := w.v.Part[p]
	return part == roles.Object || part == roles.Oblique || part == roles.Subject && w.v.Passive(c)
}

// under reports the clause that carries the phrase if its verb is in the set.
func (w *work) under(p int, verbs *set) (int, bool) {
	c := w.v.Clause[p]
	if c < 0 || !w.carries(c, p) {
		return -1, false
	}
	return c, verbs.accepts(w.b, w.v.Lemma(w.s.Phrases[w.s.Clauses[c].Verb].Head))
}

// precedes reports whether the word stands in the phrase before its head.
func (w *work) precedes(ph *syntax.Phrase, id lexicon.ID) bool {
	for i := ph.From; i < ph.Head; i++ {
		if w.s.Tokens[i].Word == id || w.s.Tokens[i].Lemma == id {
			return true
		}
	}
	return false
}

// consumed: the frame of the verb above asked for this very noun ("sign an agreement").
func (w *work) consumed(p int) bool {
	if q := w.s.Phrases[p].Attach; q >= 0 && q < p && w.nouns[q] >= 0 && w.asks(w.nouns[q], p) {
		return true // "the easing of sanctions"
	}
	c := w.v.Clause[p]
	if c < 0 || w.best[c] < 0 || w.v.Part[p] == roles.Subject && !w.v.Passive(c) {
		return false
	}
	if w.b.frames[w.best[c]].meaning.Type == ledger.EventAccuse && !w.b.in(w.v.Head(p), w.b.note) {
		return false // what is condemned is told as well
	}
	return w.asks(w.best[c], p)
}

// asks reports whether a test of the frame names the head of the phrase.
func (w *work) asks(frame, p int) bool {
	f := &w.b.frames[frame]
	for i := range f.tests {
		t := &f.tests[i]
		if !t.not && t.what == ofSlot && t.slot.Kind != roles.SubjectSlot && t.words.accepts(w.b, w.v.Head(p)) {
			return true
		}
	}
	return false
}

// gerund reports whether the tests of a verb's frame hold for its -ing with "of" in the place of the object.
func (w *work) gerund(f *frame, p int) (holds, fits bool) {
	for i := range f.tests {
		t := f.tests[i]
		switch {
		case t.what == ofSlot && t.slot.Kind == roles.ObjectSlot:
			t.slot = roles.Slot{Kind: roles.PrepositionSlot, Prep: w.b.words.of}
		case t.what == ofSlot && t.slot.Kind == roles.PrepositionSlot:
		default:
			return false, false
		}
		if !t.holds(w.b, &w.v, roles.Site{Clause: -1, Phrase: p}) {
			return false, true
		}
	}
	return true, true
}

// gerundSlots are a verb's slots as those of its -ing: "the downing of an airliner by Russian air defences".
func gerundSlots(b *Book, f *frame) (by, to []roles.Slot) {
	turn := func(slots []roles.Slot) (out []roles.Slot) {
		for _, s := range slots {
			switch s.Kind {
			case roles.SubjectSlot:
				out = append(out, roles.Slot{Kind: roles.PrepositionSlot, Prep: b.words.by}, roles.Slot{Kind: roles.PossessorSlot}, roles.Slot{Kind: roles.ModifierSlot})
			case roles.ObjectSlot:
				out = append(out, roles.Slot{Kind: roles.PrepositionSlot, Prep: b.words.of})
			default:
				out = append(out, s)
			}
		}
		return out
	}
	return turn(f.by), turn(f.to)
}

// nounOf is the noun phrase right before a clause that belongs to a noun, -1 if there is none.
func (w *work) nounOf(c int) int {
	k, best := &w.s.Clauses[c], -1
	from := k.From
	if k.Marker >= 0 && k.Marker < from {
		from = k.Marker
	}
	if v := k.Verb; v >= 0 && w.s.Phrases[v].From < from {
		from = w.s.Phrases[v].From
	}
	for q := range w.s.Phrases {
		ph := &w.s.Phrases[q]
		if ph.Kind == syntax.NP && ph.To <= from && (best < 0 || ph.To > w.s.Phrases[best].To) {
			best = q
		}
	}
	return best
}
