package chunk

import "orrery/internal/coding/syntax"

// verb gives the verb group of item k its clause.
func (r *reader) verb(k int) {
	p := r.phraseAt(k)
	f, _ := r.top()
	if p.Verb.Form == syntax.Imperative {
		r.bare(k, f)
		if p.Verb.Form != syntax.Imperative {
			r.beside2(k)
			return
		}
	}
	if r.s.Heading && p.Verb.Form == syntax.Infinitive && f.clause < 0 && f.subject >= 0 && r.kindAt(k-1) != adverb && len(r.stack) == 1 && r.noFinite(k) {
		p.Verb.Form, p.Verb.Tense = syntax.Finite, syntax.Future
	}
	switch p.Verb.Form {
	case syntax.Finite:
		r.finiteVerb(k)
	case syntax.Infinitive:
		r.infinitive(k)
	case syntax.Gerund:
		r.gerund(k)
	case syntax.Participle:
		r.participle(k)
	default:
		r.imperative(k)
	}
}

// noFinite reports whether no finite verb follows item k.
func (r *reader) noFinite(k int) bool {
	for j := k + 1; j < len(r.items) && j < k+40; j++ {
		if r.items[j].kind == verb && r.phraseAt(j).Verb.Form == syntax.Finite {
			return false
		}
		if kd := r.items[j].kind; kd == sub || kd == thatIs || kd == semi || kd == rel {
			return true
		}
	}
	return true
}

// conjBefore is the item of and or or before item k, over adverbs; -1 if there is none.
func (r *reader) conjBefore(k int) int {
	for k--; r.kindAt(k) == adverb || r.kindAt(k) == openQ; k-- {
	}
	if r.kindAt(k) == conj {
		return k
	}
	return -1
}

// finiteVerb gives a finite verb its subject: the one that waits, one shared with a verb before, or one that was read as an object.
func (r *reader) finiteVerb(k int) {
	f, n := r.top()
	if f.clause < 0 && (f.subject >= 0 || f.gap || r.waitsAlone()) {
		r.take(n, k)
		r.opening(k, n)
		return
	}
	c := r.conjBefore(k)
	if c >= 0 || r.kindAt(k-1) == comma && r.verbList(k) {
		if r.sharing(k, c) {
			return
		}
	}
	if w := r.waiting(); w >= 0 && (r.frames[r.stack[w]].subject >= 0 || w == 0) {
		r.popTo(w)
		_, n = r.top()
		r.take(n, k)
		r.opening(k, n)
		return
	}
	if r.saysOf(k) && r.sayingAfter(k) {
		return
	}
	if r.reinterpret(k) || r.stealObject(k) || r.sharing(k, c) {
		return
	}
	_, n = r.top()
	r.push(frame{up: n, relation: syntax.Coordinate, marker: -1, anchor: -1, from: r.items[k].token})
	_, n = r.top()
	r.take(n, k)
}

// waitsAlone reports whether nothing but the top frame waits for a verb.
func (r *reader) waitsAlone() bool {
	for n := len(r.stack) - 2; n >= 0; n-- {
		if f := &r.frames[r.stack[n]]; f.clause < 0 && f.subject >= 0 {
			return false
		}
	}
	return true
}

// opening marks a verb of saying before its subject at the head of a sentence: "Said one diplomat: …".
func (r *reader) opening(k int, n int32) {
	if f := &r.frames[n]; f.subject < 0 && !f.gap && r.saysOf(k) && r.kindAt(k+1) == nominal && !r.asks() && r.quoteBefore(k) {
		f.inverted = true
	}
}

// quoteBefore reports whether a quotation ended or a comma stood directly before item k.
func (r *reader) quoteBefore(k int) bool {
	b := r.kindAt(k - 1)
	return b == closeQ || b == comma || b == dash || k == 0
}

// verbList reports whether the verb of item k stands in a list of verbs that a conjunction ends.
func (r *reader) verbList(k int) bool {
	for j := k + 1; j < len(r.items) && j < k+30; j++ {
		switch r.items[j].kind {
		case conj:
			if r.kindAt(j+1) == verb || r.kindAt(j+1) == adverb {
				return true
			}
		case sub, thatIs, rel, semi, colon, stop:
			return false
		}
	}
	return false
}

// sharing lets the verb of item k share the subject of the nearest clause that it agrees with.
func (r *reader) sharing(k, c int) bool {
	p := r.phraseAt(k)
	best, score := -1, 0
	for n := len(r.stack) - 1; n >= 0; n-- {
		f := &r.frames[r.stack[n]]
		if f.clause < 0 {
			break
		}
		if v := r.verbOf(f); v.Verb.Form == syntax.Finite {
			s := 1
			if v.Verb.Tense == p.Verb.Tense && (v.Verb.Modal < 0) == (p.Verb.Modal < 0) {
				s += 4
			}
			if v.Verb.Perfect == p.Verb.Perfect {
				s++
			}
			if c >= 0 && r.kindAt(c-1) == comma && f.relation != syntax.Relative && f.relation != syntax.Adverbial {
				s++
			}
			if s > score {
				best, score = n, s
			}
		}
		if f.quote || f.bracket {
			break
		}
	}
	if best < 0 {
		return false
	}
	r.shareWith(best, k)
	return true
}

// shareWith opens a clause beside the frame at place n of the stack, with its subject.
func (r *reader) shareWith(n, k int) {
	r.popTo(n)
	other := r.stack[n]
	r.push(frame{up: other, relation: syntax.Coordinate, marker: -1, anchor: -1, from: r.items[k].token})
	f, i := r.top()
	f.shared = other
	r.take(i, k)
}

// sayingAfter reads a verb of saying that stands behind what is said and before its subject: "…", said Petrov.
func (r *reader) sayingAfter(k int) bool {
	if !r.quoteBefore(k) || r.kindAt(k+1) != nominal {
		return false
	}
	r.popTo(0)
	r.push(frame{up: -1, marker: -1, anchor: -1, from: r.items[k].token, inverted: true, aside: true})
	_, n := r.top()
	r.take(n, k)
	return true
}

// reinterpret reads the verb of the clause as a participle when a second verb has no subject: "troops attacked by rebels fled".
func (r *reader) reinterpret(k int) bool {
	f, n := r.top()
	if f.clause < 0 || f.subject < 0 || f.shared >= 0 {
		return false
	}
	v := r.verbOf(f)
	if v.Verb.Form != syntax.Finite || v.Verb.Tense != syntax.Past || v.Verb.Perfect || v.Verb.Passive || v.To != v.From+1 || f.objects > 0 || r.kindAt(int(f.item)+1) != prep && !(r.kindAt(int(f.item)+1) == nominal && r.temporal(int(r.items[f.item+1].at))) {
		return false
	}
	v.Verb.Form, v.Verb.Passive, v.Verb.Tense = syntax.Participle, true, syntax.NoTense
	r.frames = append(r.frames, *f)
	m := int32(len(r.frames) - 1)
	g := &r.frames[m]
	r.origin[g.clause] = m
	g.relation, g.anchor, g.subject, g.up = syntax.Reduced, f.subject, -1, n
	g.from = int32(v.From)
	for i := range r.roles {
		if r.roles[i].frame == n && r.roles[i].as == oblique && r.s.Phrases[i].From > v.From {
			r.roles[i].frame = m
			if r.s.Phrases[i].Prep >= 0 && r.is(r.s.Phrases[i].Prep, by) {
				r.roles[i].as = agent
			}
		}
	}
	f = &r.frames[n]
	f.clause = -1
	r.take(n, k)
	return true
}

// stealObject makes the last object the subject of the verb of item k: "said the man who fled would return".
func (r *reader) stealObject(k int) bool {
	for n := len(r.stack) - 1; n >= 0; n-- {
		i := r.stack[n]
		f := &r.frames[i]
		if f.clause < 0 || f.quote {
			return false
		}
		if f.objects != 1 || r.linked(f) || !r.lemmaIs(r.verbOf(f).Head, saying) {
			continue
		}
		for p := len(r.roles) - 1; p >= 0; p-- {
			if r.roles[p].frame == i && r.roles[p].as == object {
				if r.s.Phrases[p].From > r.phraseAt(k).From {
					continue
				}
				f.objects = 0
				r.popTo(n)
				r.push(frame{up: i, relation: syntax.ComplementOf, marker: -1, anchor: -1, from: int32(r.s.Phrases[p].From)})
				_, m := r.top()
				r.put(p, m, subject)
				r.take(m, k)
				return true
			}
		}
	}
	return false
}
