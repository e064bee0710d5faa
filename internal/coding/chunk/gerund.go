package chunk

import "orrery/internal/coding/syntax"

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
			for (f.aside || r.kindAt(b) == comma && f.clause >= 0 && f.relation == syntax.ComplementOf && r.verbOf(f).Verb.Form == syntax.Infinitive && r.refusing(f)) && !f.quote && !f.bracket && len(r.stack) > 1 && f.clause >= 0 {
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
