package chunk

import "orrery/internal/coding/syntax"

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
