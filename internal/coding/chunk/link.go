package chunk

import "orrery/internal/coding/syntax"

// link gives every noun phrase its preposition, its possessor and what it stands in a list with, beside or under.
func (r *reader) link() {
	for k := range r.items {
		if r.items[k].kind != nominal {
			continue
		}
		i := int(r.items[k].at)
		p := &r.s.Phrases[i]
		if j := r.before(k); j >= 0 {
			p.Poss = j
			q := &r.s.Phrases[j]
			p.Prep, p.Attach, p.Coord, p.Appos = q.Prep, q.Attach, q.Coord, q.Appos
			q.Prep, q.Attach, q.Coord, q.Appos = -1, -1, -1, -1
			continue
		}
		switch prev := r.kindAt(k - 1); {
		case k == 0:
		case prev == prep:
			p.Prep = int(r.items[k-1].token)
			p.Attach = r.attachment(k)
		case prev == conj:
			r.coordinate(k)
		case prev == comma || prev == openB || prev == dash || prev == colon && r.verbBeforeAny(k-2):
			r.beside(k)
		case prev == nominal && !r.temporal(i) && !r.tagsPronoun(p) && !r.temporal(int(r.items[k-1].at)) && !r.measured(r.phraseAt(k-1).From, r.phraseAt(k-1).Head) && !r.contact(p.From):
			q := &r.s.Phrases[r.items[k-1].at]
			if r.t[p.Head].Tag.Proper() && r.t[q.Head].Tag.Noun() && !r.lemmaIs(q.From-1, giving|two) {
				p.Appos = int(r.items[k-1].at) // the minister Sergei Petrov
			}
		}
	}
}

// before is the possessor directly before item k, -1 if none.
func (r *reader) before(k int) int {
	if k > 0 && r.items[k-1].kind == nominal && r.possessive(int(r.items[k-1].at)) && r.items[k-1].at == r.items[k].at-1 {
		return int(r.items[k-1].at)
	}
	return -1
}

// possessive reports whether phrase p ends in the mark of a possessor.
func (r *reader) possessive(p int) bool { return r.tag(r.s.Phrases[p].To-1) == syntax.POS }

func (r *reader) tagsPronoun(p *syntax.Phrase) bool {
	t := r.t[p.Head].Tag
	return t == syntax.PRP || t == syntax.DT
}

// temporal reports whether noun phrase p names a time.
func (r *reader) temporal(p int) bool {
	q := &r.s.Phrases[p]
	if q.Kind != syntax.NP {
		return false
	}
	switch {
	case r.is(q.Head, day):
		return true
	case r.lemmaIs(q.Head, timeNoun):
		return r.is(q.From, timely|indefinite) || r.is(q.To, ago) || r.tag(q.From) == syntax.CD || r.is(q.From+1, timely) || r.is(q.Head-1, timely|day)
	}
	if q.Prep >= 0 && q.To == q.From+1 && r.tag(q.Head) == syntax.CD && r.year(q.Head) {
		return true
	}
	return r.tag(q.Head) == syntax.CD && r.t[q.Head].Shape&syntax.Numeric != 0 && q.Head > 0 && r.is(q.Head-1, day)
}

// attachment is the noun phrase that the phrase of item k, which has a preposition, belongs to; -1: the verb's.
func (r *reader) attachment(k int) int {
	p := r.phraseAt(k)
	with := r.t[p.Prep].Word
	j := k - 2
	for r.kindAt(j) == closeQ || r.kindAt(j) == closeB {
		j--
		for r.kindAt(j+1) == closeB && j > 0 && r.items[j].kind != openB {
			j--
		}
		if r.kindAt(j) == openB {
			j--
		}
	}
	if r.kindAt(j) == comma && r.is(p.Prep, include) {
		j--
	}
	if r.kindAt(j) == conj && r.kindAt(j-1) == nominal { // with Iran and with Iraq
		j--
		for j > 0 && r.items[j].kind == nominal && r.s.Phrases[r.items[j].at].Prep >= 0 && r.t[r.s.Phrases[r.items[j].at].Prep].Word == with {
			return r.s.Phrases[r.items[j].at].Attach
		}
	}
	if r.kindAt(j) != nominal || r.temporal(int(r.items[k].at)) && !r.is(p.Prep, of) {
		return -1
	}
	q := int(r.items[j].at)
	v := r.verbBefore(j)
	direct := v >= 0 && r.s.Phrases[q].Prep < 0
	if r.is(p.Prep, of) {
		if direct && r.c.verbs[pair{r.t[r.s.Phrases[v].Head].Lemma, with}] {
			return -1
		}
		return q
	}
	if direct && r.c.verbs[pair{r.t[r.s.Phrases[v].Head].Lemma, with}] {
		return -1
	}
	for up, n := q, 0; up >= 0 && n < 5; n++ {
		u := &r.s.Phrases[up]
		if r.c.nouns[pair{r.t[u.Head].Lemma, with}] {
			return up
		}
		switch {
		case u.Attach >= 0:
			up = u.Attach
		case u.Coord >= 0:
			up = u.Coord
		default:
			up = -1
		}
	}
	if r.is(p.Prep, by) && v < 0 || v < 0 && j > 0 && r.s.Phrases[q].Prep < 0 || v < 0 && j == 0 || r.is(p.Prep, preposition|include) && !r.is(p.Prep, either) {
		return q
	}
	return -1
}

// verbBefore is the verb group that noun phrase item j follows with nothing but noun phrases between, -1 if none.
func (r *reader) verbBefore(j int) int {
	for n := 0; j > 0 && n < 8; n++ {
		j--
		switch r.items[j].kind {
		case verb:
			return int(r.items[j].at)
		case nominal, conj, prep, adverb, openQ, closeQ:
		case comma:
			if r.kindAt(j-1) != nominal || r.kindAt(j+1) != nominal {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// year reports whether token i is written as a year.
func (r *reader) year(i int) bool {
	w := r.s.TokenText(i)
	return len(w) == 4 && (w[0] == '1' || w[0] == '2') && w[3] >= '0' && w[3] <= '9'
}
