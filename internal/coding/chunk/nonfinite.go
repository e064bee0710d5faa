package chunk

import "orrery/internal/coding/syntax"

// bare decides what a verb in its base form is: it goes on from a verb before ("will meet and sign"), follows one such as let or help,
// or commands.
func (r *reader) bare(k int, f *frame) {
	p := r.phraseAt(k)
	if f.clause < 0 {
		if f.subject >= 0 && k > 0 { // a slip of the tagger: the base form for the present
			p.Verb.Form, p.Verb.Tense = syntax.Finite, syntax.Present
		}
		return
	}
	v := r.verbOf(f)
	if r.conjBefore(k) >= 0 || r.kindAt(k-1) == comma {
		if v.Verb.Form == syntax.Infinitive {
			p.Verb.Form = syntax.Infinitive
		} else if v.Verb.Modal >= 0 || v.Verb.Tense == syntax.Future {
			p.Verb.Form, p.Verb.Modal, p.Verb.Tense = syntax.Finite, v.Verb.Modal, v.Verb.Tense
		} else {
			for n := len(r.stack) - 2; n >= 0; n-- { // past a clause in between
				g := &r.frames[r.stack[n]]
				if g.clause < 0 {
					break
				}
				if v := r.verbOf(g); v.Verb.Form == syntax.Infinitive {
					p.Verb.Form = syntax.Infinitive
					break
				} else if v.Verb.Modal >= 0 || v.Verb.Tense == syntax.Future {
					p.Verb.Form, p.Verb.Modal, p.Verb.Tense = syntax.Finite, v.Verb.Modal, v.Verb.Tense
					break
				}
			}
			if p.Verb.Form == syntax.Imperative && v.Verb.Form == syntax.Finite {
				p.Verb.Form, p.Verb.Tense = syntax.Finite, syntax.Present
			}
		}
		return
	}
	if r.lemmaIs(v.Head, control) && f.objects > 0 || r.kindAt(k-1) == verb {
		p.Verb.Form = syntax.Infinitive // helped Armenia defend itself
		return
	}
	p.Verb.Form, p.Verb.Tense = syntax.Finite, syntax.Present
}

// beside2 reads a verb whose base form turned out to be finite or an infinitive.
func (r *reader) beside2(k int) {
	if r.phraseAt(k).Verb.Form == syntax.Infinitive {
		r.infinitive(k)
		return
	}
	r.finiteVerb(k)
}

// imperative opens a clause without a subject.
func (r *reader) imperative(k int) {
	f, n := r.top()
	if f.clause >= 0 {
		r.push(frame{up: n, relation: syntax.Coordinate, marker: -1, anchor: -1, from: r.items[k].token})
		_, n = r.top()
	}
	r.take(n, k)
}

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

// gerund hangs an -ing form on what stands before it.
func (r *reader) gerund(k int) {
	f, n := r.top()
	if c := r.conjBefore(k); c >= 0 || r.kindAt(k-1) == comma && r.verbList(k) {
		for i := len(r.stack) - 1; i >= 0; i-- {
			h := &r.frames[r.stack[i]]
			if h.clause < 0 {
				break
			}
			if v := r.verbOf(h); v.Verb.Form == syntax.Gerund {
				r.shareWith(i, k)
				return
			} else if v.Verb.Progressive {
				p := r.phraseAt(k)
				p.Verb.Form, p.Verb.Progressive, p.Verb.Tense, p.Verb.Modal = syntax.Finite, true, v.Verb.Tense, v.Verb.Modal
				r.shareWith(i, k)
				return
			}
		}
	}
	g := frame{up: n, relation: syntax.Reduced, marker: -1, anchor: -1, from: r.items[k].token}
	shared, by := int32(-1), int32(-1)
	b := k - 1
	for r.kindAt(b) == adverb || r.kindAt(b) == openQ || r.kindAt(b) == closeQ {
		b--
	}
	switch r.kindAt(b) {
	case prep:
		g.marker, g.from = r.items[b].token, r.items[b].token
		r.gerundBehind(b, f, n, &g, &shared, &by)
	case verb:
		if f.clause >= 0 {
			g.relation, shared = syntax.ComplementOf, n
		}
	case sub, thatIs: // while refusing …
		if f.clause < 0 {
			r.take(n, k)
			f.shared = f.up
			return
		}
	case nominal:
		if f.clause >= 0 && r.lemmaIs(r.verbOf(f).Head, control) && r.roles[r.items[b].at].as == object {
			g.relation, by = syntax.ComplementOf, r.items[b].at // saw troops entering
		} else {
			g.anchor = r.items[b].at
		}
	default:
		g.aside = r.kindAt(b) == comma || b < 0
		if f.clause >= 0 {
			for f.aside && len(r.stack) > 1 && f.clause >= 0 {
				r.pop()
				f, n = r.top()
			}
			g.up = n
		}
		shared = n
	}
	i := r.push(g)
	r.frames[i].shared, r.frames[i].byObject = shared, by
	r.take(i, k)
}

// gerundBehind hangs an -ing form behind the preposition of item b on a verb with that complement ("accused Iran of plotting"), on a noun
// ("hopes of joining") or on the clause ("by refusing").
func (r *reader) gerundBehind(b int, f *frame, n int32, g *frame, shared, object *int32) {
	g.relation, *shared = syntax.Adverbial, n
	with := r.t[g.marker].Word
	if f.clause >= 0 {
		lemma := r.t[r.verbOf(f).Head].Lemma
		if r.kindAt(b-1) == verb && !r.is(int(g.marker), by|either) {
			g.relation = syntax.ComplementOf
			return
		}
		if r.c.verbs[pair{lemma, with}] && (f.objects > 0 || r.verbOf(f).Verb.Passive) {
			g.relation = syntax.ComplementOf
			if f.objects > 0 && !r.verbOf(f).Verb.Passive {
				*shared, *object = -1, r.lastObject(n)
			}
			return
		}
	}
	if q := b - 1; r.kindAt(q) == nominal && (r.is(int(g.marker), of) || r.c.nouns[pair{r.t[r.phraseAt(q).Head].Lemma, with}]) && !r.is(int(g.marker), by) {
		g.relation, g.anchor = syntax.OfNoun, r.items[q].at
		if f.clause < 0 {
			*shared = -1
		}
	} else if f.clause < 0 {
		g.aside = f.subject < 0
	}
}

// participle hangs an -ed form on the noun before it, or on the clause; where no verb is left for the clause, finish makes it one.
func (r *reader) participle(k int) {
	f, n := r.top()
	p := r.phraseAt(k)
	if c := r.conjBefore(k); c >= 0 || r.kindAt(k-1) == comma && r.verbList(k) {
		for i := len(r.stack) - 1; i >= 0; i-- {
			h := &r.frames[r.stack[i]]
			if h.clause < 0 {
				break
			}
			if v := r.verbOf(h); v.Verb.Passive || v.Verb.Perfect {
				p.Verb.Form, p.Verb.Tense, p.Verb.Modal = v.Verb.Form, v.Verb.Tense, v.Verb.Modal
				p.Verb.Passive, p.Verb.Perfect = v.Verb.Passive, v.Verb.Perfect
				r.shareWith(i, k)
				return
			} else if v.Verb.Form == syntax.Finite && v.Verb.Tense == syntax.Past && c >= 0 {
				p.Verb.Form, p.Verb.Tense, p.Verb.Passive = syntax.Finite, syntax.Past, false // a slip of the tagger
				r.finiteVerb(k)
				return
			}
		}
	}
	g := frame{up: n, relation: syntax.Reduced, marker: -1, anchor: -1, from: r.items[k].token}
	shared := int32(-1)
	b := k - 1
	for r.kindAt(b) == adverb || r.kindAt(b) == closeQ {
		b--
	}
	switch kd := r.kindAt(b); {
	case (kd == nominal && f.clause < 0 && f.subject >= 0 && r.rootIs(int(r.items[b].at), int(f.subject)) || kd == comma && f.clause < 0 && f.subject >= 0) && (r.noFinite(k) || f.marker >= 0 && (r.reachPast(k) < 0 || r.belowSubject())):
		// no verb is left for this clause: "Ten killed in blast", or a slip of the tagger
		p.Verb.Form, p.Verb.Tense = syntax.Finite, syntax.Past
		p.Verb.Passive = r.s.Heading && r.kindAt(k+1) != nominal && r.kindAt(k+1) != thatIs && r.kindAt(k+1) != openQ || r.kindAt(k+1) == prep && r.is(int(r.items[k+1].token), by)
		r.take(n, k)
		return
	case kd == nominal && r.conjBefore(b) >= 0 && f.clause >= 0 && r.verbOf(f).Verb.Passive && r.s.Phrases[r.items[b].at].Prep < 0:
		// "ten were killed and dozens wounded"
		v := r.verbOf(f).Verb
		p.Verb.Form, p.Verb.Tense, p.Verb.Modal, p.Verb.Perfect = v.Form, v.Tense, v.Modal, v.Perfect
		g.relation = syntax.Coordinate
		i := r.push(g)
		r.s.Phrases[r.items[b].at].Coord = -1
		r.put(int(r.items[b].at), i, subject)
		r.take(i, k)
		return
	case kd == nominal:
		g.anchor = r.items[b].at
	case kd == sub && f.clause < 0:
		r.take(n, k)
		f.shared = f.up
		return
	case kd == comma && b > 0 && r.kindAt(b-1) == nominal && f.clause < 0:
		g.anchor, g.aside = r.items[b-1].at, true
	case kd == verb && f.clause >= 0:
		g.relation, shared = syntax.ComplementOf, n
	default:
		g.aside, shared = true, n
	}
	i := r.push(g)
	r.frames[i].shared = shared
	r.take(i, k)
}

// rootIs reports whether phrase p, or what it is attached to, listed with or beside, is phrase q.
func (r *reader) rootIs(p, q int) bool {
	for n := 0; p >= 0 && n < 12; n++ {
		if p == q {
			return true
		}
		s := &r.s.Phrases[p]
		switch {
		case s.Coord >= 0:
			p = s.Coord
		case s.Attach >= 0:
			p = s.Attach
		case s.Appos >= 0:
			p = s.Appos
		default:
			p = -1
		}
	}
	return false
}

// belowSubject reports whether the frame below the top has a subject and no verb.
func (r *reader) belowSubject() bool {
	if len(r.stack) < 2 {
		return false
	}
	f := &r.frames[r.stack[len(r.stack)-2]]
	return f.clause < 0 && f.subject >= 0
}
