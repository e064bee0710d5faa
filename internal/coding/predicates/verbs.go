package predicates

import (
	"slices"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/operators"
	"orrery/internal/coding/roles"
	"orrery/internal/coding/syntax"
)

// verb looks for the most special frame of a clause's verb.
func (w *work) verb(c int) {
	k := &w.s.Clauses[c]
	if k.Verb < 0 || k.Verb >= len(w.s.Phrases) {
		return
	}
	vg := &w.s.Phrases[k.Verb]
	site := roles.Site{Clause: c, Phrase: -1}
	best, score := -1, -1000
	for _, t := range w.b.verbs.of(w.v.Lemma(vg.Head)) {
		f := &w.b.frames[t.frame]
		n := f.specific
		if t.particle != lexicon.Unknown {
			if !w.particle(vg, t.particle) {
				continue
			}
			n += 5
		}
		if n > score && w.holds(f, site) {
			best, score = t.frame, n
		}
	}
	if best < 0 {
		return
	}
	w.best[c] = best
	f := &w.b.frames[best]
	if f.none {
		return
	}
	e := candidate{frame: f, site: site, own: c}
	e.Clause, e.Phrase, e.Trigger = c, k.Verb, w.s.TokenSpan(vg.Head, vg.Head+1)
	if p := vg.Verb.Particle; p > vg.Head && p < len(w.s.Tokens) && p-vg.Head < 12 {
		e.Trigger.End = w.s.Tokens[p].End
	}
	w.fill(&e)
	if k.Relation == syntax.Reduced || k.Relation == syntax.Relative {
		w.found[len(w.found)-1].Weight *= 0.7 // "the sanctions imposed in May": what is known already, more often than news
	}
}

// particle reports whether the verb group has the particle, as one or as the adverb or preposition right after it.
func (w *work) particle(vg *syntax.Phrase, id lexicon.ID) bool {
	if p := vg.Verb.Particle; p >= 0 && p < len(w.s.Tokens) {
		return w.s.Tokens[p].Word == id
	}
	n := vg.Head + 1
	return n < len(w.s.Tokens) && w.s.Tokens[n].Word == id
}

func (w *work) holds(f *frame, site roles.Site) bool {
	for i := range f.tests {
		if !f.tests[i].holds(w.b, &w.v, site) {
			return false
		}
	}
	return true
}

// fill gives a candidate its parties and enters it.
func (w *work) fill(e *candidate) {
	f := e.frame
	e.Type, e.Mode, e.Contexts, e.Instrument, e.Frame = f.meaning.Type, f.meaning.Mode, f.contexts, f.tool, f.id
	e.Claimed, e.Weight = -1, f.weight
	var sure float64
	if e.By, sure = w.v.Choose(nil, e.site, f.by, nil); len(e.By) > 0 {
		e.Weight *= sure
		e.By = w.placed(e, e.By)
	} else if m := w.borrowed(e); len(m) > 0 {
		e.By = m
		e.Weight *= 0.7
	}
	if e.To, sure = w.v.Choose(nil, e.site, f.to, e.By); len(e.To) > 0 {
		e.Weight *= 0.5 + sure/2
	}
	w.spoken(e)
	w.announced(e)
	if len(e.By) == 0 && f.elseBy != "" {
		e.By = w.coming(f.elseBy)
	}
	w.nearest(e)
	if f.mutual && len(e.To) == 0 && len(e.By) > 1 {
		e.By, e.To = e.By[:1:1], e.By[1:]
	}
	e.Mutual = f.mutual && len(e.To) == 0 && len(e.By) == 1 && len(w.v.M[e.By[0]].Refs) > 1
	w.found = append(w.found, *e)
}

// nearest takes the closest known actors of the clause, before the verb for who acts and after it for who is acted upon, when
// the slots gave nobody at all.
func (w *work) nearest(e *candidate) {
	if e.own < 0 || len(e.By)+len(e.To) > 0 {
		return
	}
	k := &w.s.Clauses[e.own]
	at := w.s.Phrases[k.Verb].Head
	before, after := w.v.Nearest(at, k.From, k.To, true, nil), w.v.Nearest(at, k.From, k.To, false, nil)
	if w.v.Passive(e.own) {
		before, after = -1, before
	}
	if before >= 0 && len(e.frame.by) > 0 {
		e.By = []int{before}
	}
	if after >= 0 && len(e.frame.to) > 0 {
		e.To = []int{after}
	}
	e.Weight *= 0.6
}

// placed puts the state of the place for people who are nobody in particular, where the frame allows it: "protesters rallied in Minsk".
func (w *work) placed(e *candidate, by []int) []int {
	for _, s := range e.frame.by {
		if s.Kind == roles.PlaceSlot && !w.named(by) {
			if m, _ := w.v.Choose(nil, e.site, placeSlots, nil); len(m) > 0 {
				e.Weight *= 0.7
				return m
			}
		}
	}
	return by
}

// borrowed is who acts where the clause has no subject of its own: that of the clause above, or the owner of the noun that it
// belongs to.
func (w *work) borrowed(e *candidate) []int {
	if e.own < 0 || w.v.Passive(e.own) || len(e.frame.by) == 0 {
		return nil
	}
	k := &w.s.Clauses[e.own]
	if len(k.Subject) > 0 {
		return nil
	}
	if k.Relation == syntax.OfNoun {
		if q := w.nounOf(e.own); q >= 0 {
			m, _ := w.v.Choose(nil, w.nounSite(q), ownerSlots, nil)
			return m
		}
	}
	if vg := &w.s.Phrases[k.Verb]; vg.Verb.Form == syntax.Finite && k.Relation != syntax.Relative {
		if m := w.v.Nearest(vg.From, 0, len(w.s.Tokens), true, nil); m >= 0 {
			return []int{m}
		}
	}
	for c, n := k.Parent, 0; c >= 0 && c < len(w.s.Clauses) && n < 4; c, n = w.s.Clauses[c].Parent, n+1 {
		if len(w.s.Clauses[c].Subject) > 0 {
			m, _ := w.v.Choose(nil, roles.Site{Clause: c, Phrase: -1}, surfaceSlots, nil)
			return m
		}
	}
	return nil
}

// spoken: in "its officials said that the country would not …" the country is the speakers' own, whichever was named last.
func (w *work) spoken(e *candidate) {
	if e.own < 0 || w.v.Passive(e.own) {
		return
	}
	k := &w.s.Clauses[e.own]
	for n := 0; n < 6 && k.Relation == syntax.Coordinate && k.Shared && k.Parent >= 0; n++ { // "would not …, would refuse …"
		k = &w.s.Clauses[k.Parent]
	}
	if k.Relation != syntax.ComplementOf || k.Parent < 0 || len(k.Subject) != 1 {
		return
	}
	p := k.Subject[0]
	ph := &w.s.Phrases[p]
	if !slices.Contains(w.b.scene.own, w.v.Head(p)) || ph.Head-ph.From > 1 || ph.Poss >= 0 || ph.Head > ph.From && w.s.Tokens[ph.From].Word != w.b.words.the {
		return
	}
	if w.verbOperator(k.Parent, func(x *operators.Word) bool { return x.Links&operators.That != 0 }) != operators.Say {
		return
	}
	if m, _ := w.v.Choose(nil, roles.Site{Clause: k.Parent, Phrase: -1}, subjectSlots, nil); len(m) > 0 && w.coded(m) {
		e.By = m
		e.To = w.others(m, e.To)
	}
}

// announced: in "A announced a group of B's pilots to be trained" the group is trained, by who announced it.
func (w *work) announced(e *candidate) {
	if e.own < 0 || !w.v.Passive(e.own) {
		return
	}
	k := &w.s.Clauses[e.own]
	vg := &w.s.Phrases[k.Verb]
	if vg.Verb.Form != syntax.Infinitive || k.Parent < 0 || len(k.Agent) > 0 {
		return
	}
	up := &w.s.Clauses[k.Parent]
	if up.Verb < 0 || w.v.Passive(k.Parent) || len(up.Objects) == 0 ||
		w.verbOperator(k.Parent, func(x *operators.Word) bool { return x.Links&operators.Object != 0 }) != operators.Announce {
		return
	}
	q := w.nounOf(e.own)
	if q < 0 || w.s.Phrases[q].From < w.s.Phrases[up.Verb].To {
		return
	}
	by, _ := w.v.Choose(nil, roles.Site{Clause: k.Parent, Phrase: -1}, subjectSlots, nil)
	to, _ := w.v.Choose(nil, roles.Site{Clause: -1, Phrase: q}, selfSlots, by)
	if len(by) > 0 && len(to) > 0 {
		e.By, e.To = by, to
	}
}

// coming is a mention of the actor with a code, wherever the sentence has it.
func (w *work) coming(code string) []int {
	for m := range w.v.M {
		for i := range w.v.M[m].Refs {
			if w.v.M[m].Refs[i].Code == code {
				return []int{m}
			}
		}
	}
	return nil
}

// Slots that the matcher itself asks for.
var (
	ownerSlots   = []roles.Slot{{Kind: roles.SubjectSlot}, {Kind: roles.PossessorSlot}, {Kind: roles.ModifierSlot}}
	surfaceSlots = []roles.Slot{{Kind: roles.PassiveSlot}}
	subjectSlots = []roles.Slot{{Kind: roles.SubjectSlot}}
	placeSlots   = []roles.Slot{{Kind: roles.PlaceSlot}}
	selfSlots    = []roles.Slot{{Kind: roles.SelfSlot}}
	objectSlots  = []roles.Slot{{Kind: roles.ObjectSlot}}
)
