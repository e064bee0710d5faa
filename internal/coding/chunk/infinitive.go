package chunk

import "orrery/internal/coding/syntax"

// infinitive hangs an infinitive on a verb, a noun, an adjective or, for a purpose, on the clause.
func (r *reader) infinitive(k int) {
	p := r.phraseAt(k)
	g := frame{relation: syntax.ComplementOf, marker: -1, anchor: -1, from: r.items[k].token, shared: -1, byObject: -1}
	if r.tag(p.From) == syntax.TO {
		g.marker = int32(p.From)
	}
	if c := r.conjBefore(k); c >= 0 || r.kindAt(k-1) == comma && r.verbList(k) {
		for n := len(r.stack) - 1; n >= 0; n-- {
			f := &r.frames[r.stack[n]]
			if f.clause >= 0 && r.verbOf(f).Verb.Form == syntax.Infinitive {
				r.shareWith(n, k)
				return
			}
		}
	}
	f, n := r.top()
	for f.clause >= 0 && f.aside && len(r.stack) > 1 && r.kindAt(k-1) == comma {
		r.pop()
		f, n = r.top()
	}
	g.up = n
	b := k - 1
	for r.kindAt(b) == adverb || r.kindAt(b) == closeQ {
		b--
	}
	switch {
	case r.inOrder(p.From - 1):
		g.relation, g.shared, g.aside = syntax.Adverbial, n, f.clause < 0
	case f.clause < 0 && r.kindAt(b) == nominal:
		g.relation, g.anchor = syntax.OfNoun, r.headNoun(b)
	case f.clause < 0: // "To protect its border, Georgia …", "how to vote"
		g.relation, g.aside = syntax.Adverbial, true
		if f.relation == syntax.ComplementOf || f.relation == syntax.Adverbial && len(r.stack) > 1 {
			r.take(n, k)
			f.shared = f.up
			return
		}
	case r.kindAt(b) == verb:
		if v := r.verbOf(f); v.Verb.Passive && !r.lemmaIs(v.Head, control|saying|two|able) && !r.linkedWord(v.Head) {
			g.relation = syntax.Adverbial
		}
		g.shared = n
	case r.kindAt(b) == adjective:
		g.shared = n
	case r.kindAt(b) == nominal:
		v := r.verbOf(f)
		q := int(r.items[b].at)
		switch a := r.headNoun(b); {
		case f.objects > 0 && r.lemmaIs(v.Head, control) && !r.objectIs(n, int(a), infinitiveNoun):
			g.byObject = r.lastObject(n)
			if v.Verb.Passive {
				g.byObject = -1
				g.shared = n
			}
		case a >= 0 && r.lemmaIs(r.s.Phrases[a].Head, infinitiveNoun) && !r.temporal(int(a)):
			g.relation, g.anchor = syntax.OfNoun, a
		case v.Verb.Passive && r.lemmaIs(v.Head, control), r.s.Phrases[q].Prep >= 0 && r.lemmaIs(v.Head, control|saying) && f.objects == 0 && !r.lemmaIs(v.Head, saying):
			g.shared = n
			if !v.Verb.Passive {
				g.byObject = int32(q) // "called on Iran to stop"
			}
		default:
			g.relation, g.shared = syntax.Adverbial, n
		}
	default:
		g.relation, g.shared = syntax.Adverbial, n
		if r.kindAt(b) == prep && f.clause >= 0 && r.kindAt(b-1) == verb {
			g.relation = syntax.ComplementOf
		}
	}
	if f.clause < 0 || g.relation == syntax.OfNoun {
		g.byObject = -1
		if f.clause < 0 {
			g.shared = -1
		} else {
			g.shared = n
		}
	}
	i := r.push(g)
	h := &r.frames[i]
	h.shared, h.byObject = g.shared, g.byObject
	r.take(i, k)
}

// linkedWord reports whether a passive of this verb takes an infinitive: is expected to, is set to.
func (r *reader) linkedWord(head int) bool { return r.is(head, able) }

// headNoun is the noun phrase that an infinitive behind item b hangs on: that phrase, or the one it is attached to, if that one takes
// an infinitive.
func (r *reader) headNoun(b int) int32 {
	i := int(r.items[b].at)
	for up, n := i, 0; up >= 0 && n < 5; n++ {
		q := &r.s.Phrases[up]
		if r.lemmaIs(q.Head, infinitiveNoun) && !r.temporal(up) {
			return int32(up)
		}
		up = q.Attach
	}
	return int32(i)
}

// objectIs reports whether phrase a is the object of frame n and its noun is of the class.
func (r *reader) objectIs(n int32, a int, c class) bool {
	return a >= 0 && r.roles[a].frame == n && r.roles[a].as == object && r.lemmaIs(r.s.Phrases[a].Head, c)
}

// lastObject is the object of frame n read last, -1 if none.
func (r *reader) lastObject(n int32) int32 {
	for p, tries := len(r.roles)-1, 0; p >= 0 && tries < 400; p, tries = p-1, tries+1 {
		if r.roles[p].frame == n && r.roles[p].as == object {
			return int32(p)
		}
	}
	return -1
}
