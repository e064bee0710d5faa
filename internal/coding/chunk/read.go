package chunk

import "orrery/internal/coding/syntax"

// read goes over the items once and builds the clauses.
func (r *reader) read() {
	for range r.s.Phrases {
		r.roles = append(r.roles, role{-1, none})
	}
	root := r.push(frame{up: -1, marker: -1, anchor: -1})
	if len(r.aux) > 0 && r.aux[0].token == 0 && !r.asks() && !r.is(0, do|not) {
		r.push(frame{up: root, relation: syntax.Adverbial, marker: 0, anchor: -1}) // "Had Iran attacked, …"
	}
	for k := range r.items {
		it := &r.items[k]
		switch it.kind {
		case nominal:
			r.noun(k)
		case verb:
			r.verb(k)
		case sub, thatIs:
			r.marker(k)
		case rel:
			r.relative(k, k-1)
		case comma, dash:
			r.pause(k)
		case semi:
			r.whole(k)
		case colon:
			r.afterColon(k)
		case openQ:
			r.quotation(k)
		case closeQ:
			r.endQuotation()
		case openB:
			_, i := r.top()
			r.push(frame{up: i, relation: syntax.Coordinate, marker: -1, anchor: -1, from: it.token, bracket: true})
		case closeB:
			r.endBracket()
		case adverb:
			if r.tag(int(it.token)) == syntax.EX {
				f, _ := r.top()
				f.there = true
			}
		}
	}
}

// marker opens the clause of that, if, when, after …
func (r *reader) marker(k int) {
	it := r.items[k]
	f, i := r.top()
	if r.is(int(it.token), subordinator|either) && r.kindAt(k-1) == conj && r.kindAt(k-2) != comma && f.clause >= 0 && f.relation == syntax.Adverbial && len(r.stack) > 1 {
		r.pop() // if … and if …
		f, i = r.top()
	}
	g := frame{up: i, relation: syntax.Adverbial, marker: it.token, anchor: -1, from: it.token}
	switch {
	case it.kind == thatIs:
		g.relation = syntax.ComplementOf
		if r.kindAt(k-1) == conj { // said that … and that …
			for n := len(r.stack) - 1; n > 0; n-- {
				if h := &r.frames[r.stack[n]]; h.relation == syntax.ComplementOf && h.marker >= 0 && h.clause >= 0 {
					g.up, g.relation = r.stack[n], syntax.Coordinate
					r.popTo(n)
					break
				}
			}
		} else if p := k - 1; r.kindAt(p) == nominal && (f.clause < 0 || r.lemmaIs(r.phraseAt(p).Head, thatNoun) && !r.lemmaIs(r.verbOf(f).Head, saying)) {
			g.relation, g.anchor = syntax.OfNoun, r.items[p].at
			if !r.lemmaIs(r.phraseAt(p).Head, thatNoun) {
				g.relation = syntax.Relative
			}
		} else if r.kindAt(p) == nominal && f.clause >= 0 && !r.lemmaIs(r.verbOf(f).Head, saying|two|control) && f.objects > 0 && !r.linked(f) {
			g.relation, g.anchor = syntax.Relative, r.items[p].at
			if r.lemmaIs(r.phraseAt(p).Head, thatNoun) {
				g.relation = syntax.OfNoun
			}
		}
	case f.clause >= 0 && r.kindAt(k-1) == verb && r.is(int(it.token), whether|subordinator|what) && (r.lemmaIs(r.verbOf(f).Head, saying|two) || r.is(int(it.token), what)) && r.tag(int(it.token)) != syntax.IN || r.is(int(it.token), whether) && r.kindAt(k-1) == verb && f.clause >= 0:
		g.relation = syntax.ComplementOf // asked whether, said what, explained how
	case r.is(int(it.token), whether) && f.clause >= 0 && (r.kindAt(k-1) == adjective || r.kindAt(k-1) == nominal):
		g.relation = syntax.ComplementOf
	case r.tag(int(it.token)) == syntax.WP || r.tag(int(it.token)) == syntax.WDT:
		if k == 0 && r.asks() {
			f.question, f.gap = true, r.kindAt(k+1) == verb
			return
		}
		g.relation = syntax.ComplementOf
	case r.tag(int(it.token)) == syntax.WRB && k == 0 && r.asks():
		f.question = true
		return
	}
	if g.relation == syntax.Adverbial && r.kindAt(k-1) == comma {
		for len(r.stack) > 1 && f.clause >= 0 && !f.quote && !f.bracket && r.verbOf(f).Verb.Form != syntax.Finite {
			r.pop()
			f, g.up = r.top()
		}
		g.aside = true
	}
	r.push(g)
}

// relative opens a relative clause at item k whose noun phrase stands at or before item j.
func (r *reader) relative(k, j int) {
	aside := false
	for j >= 0 && (r.items[j].kind == comma || r.items[j].kind == dash || r.items[j].kind == prep || r.items[j].kind == closeQ || r.items[j].kind == closeB) {
		aside = aside || r.items[j].kind == comma || r.items[j].kind == dash
		j--
	}
	_, i := r.top()
	g := frame{up: i, relation: syntax.Relative, marker: r.items[k].token, anchor: -1, from: r.items[k].token, aside: aside}
	if k == 0 {
		f, _ := r.top()
		f.question = r.asks()
		if r.kindAt(k+1) == verb {
			f.gap = true
		}
		return
	}
	if r.kindAt(j) == nominal {
		p := int(r.items[j].at)
		if r.is(int(g.marker), who) {
			for n := 0; n < 4 && r.t[r.s.Phrases[p].Head].Tag.Proper() && r.s.Phrases[p].Attach >= 0; n++ {
				p = r.s.Phrases[p].Attach
			}
			if q := &r.s.Phrases[p]; q.Prep >= 0 && q.Attach < 0 && r.is(q.Prep, loose) && r.t[q.Head].Tag.Proper() && r.kindAt(j-2) == nominal {
				p = int(r.items[j-2].at) // "people in Serbia who …"
			}
		}
		if a := r.s.Phrases[p].Appos; a >= 0 && aside {
			p = a
		}
		g.anchor = int32(p)
	}
	g.gap = r.kindAt(k-1) != prep
	r.push(g)
}

// pause closes at a comma or dash what stood between two of them, and what stood before the main clause.
func (r *reader) pause(k int) {
	if next := r.kindAt(k + 1); next == nominal {
		if p := r.phraseAt(k + 1); p.Coord >= 0 || p.Appos >= 0 {
			return
		}
	}
	for len(r.stack) > 1 {
		f, _ := r.top()
		below := &r.frames[r.stack[len(r.stack)-2]]
		if f.clause < 0 || f.quote || f.bracket {
			return
		}
		switch {
		case below.clause < 0 && below.subject < 0 && f.relation != syntax.ComplementOf: // before the main clause
		case below.clause < 0 && f.from > 0 && f.aside:
		case f.aside && r.kindAt(k+1) != conj && r.closesAside(k, f):
		default:
			return
		}
		r.pop()
	}
}

// closesAside reports whether the comma of item k ends the aside f rather than dividing it.
func (r *reader) closesAside(k int, f *frame) bool {
	return f.relation == syntax.Relative || f.relation == syntax.Reduced && r.kindAt(k+1) != verb
}

// whole ends all clauses at a semicolon and begins a new one.
func (r *reader) whole(k int) {
	n := 0
	for i := len(r.stack) - 1; i > 0; i-- {
		if f := &r.frames[r.stack[i]]; f.quote || f.bracket {
			n = i
			break
		}
	}
	r.popTo(n)
	r.push(frame{up: r.stack[len(r.stack)-1], relation: syntax.Coordinate, marker: -1, anchor: -1, from: r.items[k].token + 1})
}

// afterColon begins what a verb of saying announces, or a clause of its own.
func (r *reader) afterColon(k int) {
	f, i := r.top()
	if f.clause < 0 {
		if f.subject >= 0 && k+1 < len(r.items) { // "Minister: talks to begin"
			r.roles[f.subject].as = none
			f.subject = -1
		}
		return
	}
	rel := syntax.Coordinate
	if r.lemmaIs(r.verbOf(f).Head, saying|quoting) && f.objects == 0 {
		rel = syntax.ComplementOf
	}
	r.push(frame{up: i, relation: rel, marker: -1, anchor: -1, from: r.items[k].token + 1})
}

// quotation opens what is quoted if it holds a clause of its own.
func (r *reader) quotation(k int) {
	f, i := r.top()
	if f.clause < 0 || !r.clauseInQuote(k) {
		return
	}
	g := frame{up: i, relation: syntax.ComplementOf, marker: -1, anchor: -1, from: r.items[k].token, quote: true}
	if r.lemmaIs(r.verbOf(f).Head, saying|quoting) && f.objects == 0 || r.kindAt(k-1) == comma || r.kindAt(k-1) == colon {
		r.push(g)
	}
}

// clauseInQuote reports whether the quotation of item k holds a subject and a verb.
func (r *reader) clauseInQuote(k int) bool {
	for j := k + 1; j < len(r.items) && j < k+12; j++ {
		switch r.items[j].kind {
		case closeQ, stop:
			return false
		case verb:
			return r.finite(j) && j > k+1 || r.phraseAt(j).Verb.Form == syntax.Imperative
		}
	}
	return false
}

func (r *reader) endQuotation() {
	for n := len(r.stack) - 1; n > 0; n-- {
		if r.frames[r.stack[n]].quote {
			r.popTo(n - 1)
			return
		}
	}
}

func (r *reader) endBracket() {
	for n := len(r.stack) - 1; n > 0; n-- {
		if r.frames[r.stack[n]].bracket {
			r.popTo(n - 1)
			return
		}
	}
}

// linked reports whether the verb of f is a copula.
func (r *reader) linked(f *frame) bool {
	v := r.verbOf(f)
	return !v.Verb.Passive && (r.lemmaIs(v.Head, copula) || r.is(v.Head, be))
}
