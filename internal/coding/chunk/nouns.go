package chunk

import "orrery/internal/coding/syntax"

// noun gives the noun phrase of item k its role, or opens the clause that it is the subject of.
func (r *reader) noun(k int) {
	i := int(r.items[k].at)
	p := &r.s.Phrases[i]
	if r.tag(p.From) == syntax.WPS {
		r.relative(k, k-1)
		f, n := r.top()
		if f.anchor >= 0 {
			p.Poss = int(f.anchor)
		}
		f.gap = false
		if r.subjectOf(k) >= 0 {
			r.put(i, n, subject)
		}
		return
	}
	if p.Coord >= 0 || p.Appos >= 0 || r.possessive(i) && r.kindAt(k+1) == nominal && r.s.Phrases[r.items[k+1].at].Poss == i {
		return
	}
	f, n := r.top()
	switch {
	case p.Prep >= 0:
		if p.Attach < 0 {
			r.under(k, f, n)
		}
	case r.temporal(i) && !(f.clause < 0 && f.subject < 0 && r.kindAt(k+1) == verb && r.finite(k+1)):
		r.put(i, n, oblique)
	case f.clause < 0:
		r.firstNoun(k, f, n)
	default:
		r.laterNoun(k, f, n)
	}
}

// under gives the phrase of item k, which has a preposition, to its verb.
func (r *reader) under(k int, f *frame, n int32) {
	i := int(r.items[k].at)
	p := &r.s.Phrases[i]
	if f.clause >= 0 && r.is(p.Prep, by) && r.verbOf(f).Verb.Passive && !r.temporal(i) {
		r.put(i, n, agent)
		return
	}
	r.put(i, n, oblique)
}

// firstNoun takes the phrase of item k as the subject of a clause that has no verb yet.
func (r *reader) firstNoun(k int, f *frame, n int32) {
	i := int(r.items[k].at)
	if f.relation == syntax.Relative && r.subjectOf(k) >= 0 {
		f.gap = false // "the land that they hold"
	}
	if f.subject >= 0 {
		if v := r.subjectOf(k); v >= 0 && (r.kindAt(k-1) == comma || r.kindAt(k-1) == closeQ && r.kindAt(k-2) == comma) && r.saysOf(v) && r.parenthetic(v) {
			// "Russia, he said, will respond"
			r.push(frame{up: -1, marker: -1, anchor: -1, from: r.items[k].token, aside: true, inverted: true})
			_, m := r.top()
			r.put(i, m, subject)
			return
		}
		if r.kindAt(k-1) == nominal && r.subjectOf(k) >= 0 {
			// "the deal Russia signed …"
			r.push(frame{up: n, relation: syntax.Relative, marker: -1, anchor: r.items[k-1].at, from: r.items[k].token})
			_, m := r.top()
			r.put(i, m, subject)
			return
		}
		if r.subjectOf(k) < 0 && r.subjectOf(k) < r.reachOf(int(f.subject)) {
			return
		}
		r.roles[f.subject] = role{n, none}
	}
	r.put(i, n, subject)
}

// reachOf is the verb that phrase p may be the subject of.
func (r *reader) reachOf(p int) int {
	for k := range r.items {
		if int(r.items[k].at) == p {
			return r.subjectOf(k)
		}
	}
	return -1
}

// parenthetic reports whether the verb of item v stands before a mark: ", he said,".
func (r *reader) parenthetic(v int) bool {
	switch r.kindAt(v + 1) {
	case comma, stop, dash, openQ, closeQ:
		return true
	case prep, nominal, adverb:
		for j := v + 1; j < v+14; j++ {
			switch r.kindAt(j) {
			case comma, stop, openQ:
				return true
			case verb, thatIs, sub:
				return false
			}
		}
	}
	return false
}

// saysOf reports whether the verb of item v is one that stands with a quotation.
func (r *reader) saysOf(v int) bool { return r.lemmaIs(r.phraseAt(v).Head, quoting|saying) }

// laterNoun takes the phrase of item k, which stands behind a verb.
func (r *reader) laterNoun(k int, f *frame, n int32) {
	i := int(r.items[k].at)
	v := r.subjectOf(k)
	before := k - 1
	if p := r.s.Phrases[i].Poss; p >= 0 && r.kindAt(before) == nominal && int(r.items[before].at) == p {
		before-- // protect the states' borders
	}
	for r.kindAt(before) == adverb || r.kindAt(before) == openQ {
		before--
	}
	if f.inverted && f.subject < 0 || f.subject < 0 && f.objects == 0 && r.linked(f) && (f.there || r.kindAt(k-1) == verb && !f.gap && r.asks()) {
		r.put(i, n, subject)
		return
	}
	if v >= 0 && r.kindAt(before) == verb && f.clause >= 0 && (r.belowWaits(v) || v != k+1 && !r.lemmaIs(r.verbOf(f).Head, saying)) {
		v = -1
	}
	if v < 0 {
		if r.kindAt(before) == comma && f.objects > 0 {
			return
		}
		if f.objects < 2 || r.kindAt(before) == verb {
			r.put(i, n, object)
		}
		return
	}
	switch sep := r.kindAt(before); {
	case sep == conj:
		r.newMain(k, r.kindAt(before-1) == comma)
	case sep == comma || sep == closeQ || sep == dash:
		if r.saysOf(v) && (r.parenthetic(v) || sep == closeQ) && r.plain(v) {
			r.attribute(k)
		} else if r.lemmaIs(r.verbOf(f).Head, saying) && f.objects == 0 && f.relation != syntax.Adverbial {
			r.push(frame{up: n, relation: syntax.ComplementOf, marker: -1, anchor: -1, from: r.items[k].token})
		} else {
			r.newMain(k, true)
		}
	case r.lemmaIs(r.verbOf(f).Head, saying) && (f.objects == 0 || r.lemmaIs(r.verbOf(f).Head, two|control)), r.kindAt(before) == verb:
		r.push(frame{up: n, relation: syntax.ComplementOf, marker: -1, anchor: -1, from: r.items[k].token})
	case r.kindAt(before) == nominal:
		r.push(frame{up: n, relation: syntax.Relative, marker: -1, anchor: r.items[before].at, from: r.items[k].token})
	default:
		r.push(frame{up: n, relation: syntax.ComplementOf, marker: -1, anchor: -1, from: r.items[k].token})
	}
	_, m := r.top()
	r.put(i, m, subject)
}

// newMain opens a clause with a subject of its own beside one before: the nearest, or behind a comma the outermost.
func (r *reader) newMain(k int, far bool) {
	at := -1
	for n := len(r.stack) - 1; n >= 0; n-- {
		f := &r.frames[r.stack[n]]
		if f.clause < 0 {
			break
		}
		if form := r.verbOf(f).Verb.Form; form == syntax.Finite && f.relation != syntax.Relative && f.relation != syntax.Reduced {
			at = n
			if !far {
				break
			}
		}
		if f.quote || f.bracket {
			if at < 0 {
				at = n
			}
			break
		}
	}
	if at < 0 {
		at = len(r.stack) - 1
	}
	r.popTo(at)
	r.push(frame{up: r.stack[at], relation: syntax.Coordinate, marker: -1, anchor: -1, from: r.items[k].token})
}

// attribute opens ", he said" behind what he said: the clause before becomes its complement.
func (r *reader) attribute(k int) {
	r.popTo(0)
	r.push(frame{up: -1, marker: -1, anchor: -1, from: r.items[k].token, inverted: true, aside: true})
}

// belowWaits reports whether a frame below the top has its subject and waits for a verb, which that of item v then is.
func (r *reader) belowWaits(v int) bool {
	f, _ := r.top()
	if f.clause >= 0 && r.lemmaIs(r.verbOf(f).Head, saying) {
		for k := v + 1; k < len(r.items) && k < v+24; k++ {
			if r.finite(k) {
				return false
			}
		}
	}
	for n := len(r.stack) - 2; n >= 0; n-- {
		if g := &r.frames[r.stack[n]]; g.clause < 0 && g.subject >= 0 {
			return true
		}
	}
	return false
}

// plain reports whether the verb of item v is in a form that tells who said something: no modal, not passive.
func (r *reader) plain(v int) bool {
	g := r.phraseAt(v).Verb
	return g.Modal < 0 && !g.Passive && g.Tense != syntax.Future
}
