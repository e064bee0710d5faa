package chunk

import "orrery/internal/coding/syntax"

// coordinate makes the noun phrase of item k, which stands behind and or or, a conjunct of one before it.
func (r *reader) coordinate(k int) {
	j := k - 2
	if r.kindAt(j) == comma {
		j--
	}
	for r.kindAt(j) == closeQ || r.kindAt(j) == closeB {
		j--
	}
	if r.kindAt(j) != nominal || r.newClause(k) {
		return
	}
	if o := r.parallel(k, j); o >= 0 {
		r.phraseAt(k).Coord = int(r.items[o].at)
		return
	}
	r.join(k, j)
}

// newClause reports whether the noun phrase of item k behind and or a comma is the subject of a clause of its own rather than a conjunct.
func (r *reader) newClause(k int) bool {
	v := r.subjectOf(k)
	if v < 0 || r.kindAt(k-1) == conj && r.kindAt(k-2) == nominal && r.phraseAt(k-2).Prep >= 0 && r.is(r.phraseAt(k-2).Prep, between_) {
		return false
	}
	// A verb before it in the same clause has its subject already, unless it is one of saying, whose clause this can be the subject of.
	for j, n := k-1, 0; j >= 0 && n < 24; j, n = j-1, n+1 {
		switch r.items[j].kind {
		case comma, dash:
			if r.kindAt(j+1) == nominal && j+1 < k && r.subjectOf(j+1) == v {
				return false
			}
		case verb:
			return !(r.lemmaIs(r.phraseAt(j).Head, saying) && r.listFrom(j+1, k)) || r.phraseAt(j).Verb.Passive
		case rel, sub, thatIs, semi, colon, openB:
			return false
		}
	}
	return false
}

// listFrom reports whether items [j, k) are a list of noun phrases without prepositions and no more.
func (r *reader) listFrom(j, k int) bool {
	for ; j < k; j++ {
		switch r.items[j].kind {
		case nominal, comma, conj, adverb, openQ, closeQ:
		default:
			return false
		}
	}
	return true
}

// join makes the phrase of item k a conjunct of that of item j, or of the one above it that it is more like.
func (r *reader) join(k, j int) {
	p, i := r.phraseAt(k), int(r.items[j].at)
	best := i
	for up, n := i, 0; up >= 0 && n < 4; n++ {
		q := &r.s.Phrases[up]
		if r.sort(p) == r.sort(q) && !(r.temporal(up) && !r.temporal(int(r.items[k].at))) {
			best = up
			break
		}
		switch {
		case q.Attach >= 0:
			up = q.Attach
		case q.Coord >= 0 && r.s.Phrases[q.Coord].Attach >= 0:
			up = r.s.Phrases[q.Coord].Attach
		case q.Appos >= 0:
			up = q.Appos
		default:
			up = -1
		}
	}
	q := &r.s.Phrases[best]
	if r.temporal(best) && q.Prep < 0 {
		return
	}
	p.Coord, p.Prep, p.Attach, p.Appos = best, q.Prep, q.Attach, q.Appos
}

// sort is what conjuncts have in common.
func (r *reader) sort(p *syntax.Phrase) int {
	switch t := r.t[p.Head].Tag; {
	case t.Proper():
		return 1
	case t.Noun() || t == syntax.VBG:
		return 2
	case t == syntax.CD:
		return 3
	}
	return 0
}

// beside links the noun phrase of item k, which stands behind a comma, dash or bracket, with the one before: a list or an apposition.
func (r *reader) beside(k int) {
	j := k - 2
	for r.kindAt(j) == closeQ || r.kindAt(j) == closeB {
		j--
	}
	if r.kindAt(j) != nominal {
		return
	}
	i, p, q := int(r.items[k].at), r.phraseAt(k), r.phraseAt(j)
	if r.s.Heading && k == 2 && r.sort(p) == 1 && r.sort(q) == 1 && r.kindAt(k+1) == verb && r.tag(r.phraseAt(k+1).From) == syntax.VBP {
		p.Coord = int(r.items[j].at) // "Norway, Iran agree": a heading's and
		return
	}
	if r.temporal(i) || r.kindAt(k+1) == verb && r.finite(k+1) && !r.listOpen(j) {
		return
	}
	bracket := r.kindAt(k-1) == openB
	if r.frontedPair(k, j) {
		return
	}
	if o := r.parallel(k, j); o >= 0 && !bracket {
		p.Coord = int(r.items[o].at)
		return
	}
	switch {
	case !bracket && r.listGoesOn(k) && (r.sort(p) == r.sort(q) || r.upSort(q) == r.sort(p)) && !r.described(p, q):
		if !r.newClause(k) {
			r.join(k, j)
		}
	case r.insideBracket(k) && !bracket:
		r.join(k, j)
	case r.tagsPronoun(p), !bracket && r.subjectOf(k) >= 0 && r.fronted(j):
	case bracket || r.closes(k):
		if v := r.subjectOf(k); !bracket && v >= 0 && r.kindAt(k+1) != comma && r.verbBeforeAny(j) {
			return
		}
		p.Appos = int(r.items[j].at)
		if r.described(p, q) && q.Coord >= 0 && r.tag(p.Head) == syntax.NNS && r.is(p.From, both) {
			p.Appos = r.root(int(r.items[j].at)) // A, B and C, all members
		}
	}
}

// fronted reports whether the phrase of item j stands, with a preposition, before the subject: "In May, Iran …".
func (r *reader) fronted(j int) bool {
	for n := 0; j >= 0 && n < 12; j, n = j-1, n+1 {
		switch r.items[j].kind {
		case nominal:
			if r.phraseAt(j).Prep < 0 && !r.temporal(int(r.items[j].at)) && r.phraseAt(j).Coord < 0 && r.kindAt(j+1) != nominal {
				return false
			}
		case prep, adverb, conj, comma:
		default:
			return false
		}
	}
	return true
}

// root is the first conjunct of the list that phrase i is in.
func (r *reader) root(i int) int {
	for r.s.Phrases[i].Coord >= 0 {
		i = r.s.Phrases[i].Coord
	}
	return i
}

// upSort is the sort of what q is attached to.
func (r *reader) upSort(q *syntax.Phrase) int {
	if q.Attach >= 0 {
		return r.sort(&r.s.Phrases[q.Attach])
	}
	return -1
}

// described reports whether p reads as a description of q: "Serbia, a candidate", "he, the minister".
func (r *reader) described(p, q *syntax.Phrase) bool {
	return r.is(p.From, indefinite|article) && !r.t[p.Head].Tag.Proper() && r.t[q.Head].Tag.Proper()
}

// listOpen reports whether the phrase of item j stands in a list already.
func (r *reader) listOpen(j int) bool { return r.phraseAt(j).Coord >= 0 }

// listGoesOn reports whether the noun phrase of item k has a conjunct behind it: ", and X" or ", X and Y".
func (r *reader) listGoesOn(k int) bool {
	for last := k + 60; k < last; {
		k++
		for k < last && (r.kindAt(k) == nominal || r.kindAt(k) == prep || r.kindAt(k) == closeQ || r.kindAt(k) == openQ) {
			k++
		}
		if r.kindAt(k) == comma && r.kindAt(k+1) == nominal {
			continue
		}
		if r.kindAt(k) == comma {
			k++
		}
		return r.kindAt(k) == conj && r.kindAt(k+1) == nominal
	}
	return false
}

// insideBracket reports whether item k stands in a bracket that has a noun phrase of the same list before it.
func (r *reader) insideBracket(k int) bool {
	for j := k - 1; j >= 0 && j > k-40; j-- {
		switch r.items[j].kind {
		case openB:
			return true
		case nominal, comma, conj, prep:
		default:
			return false
		}
	}
	return false
}

// closes reports whether the noun phrase of item k, with what is attached to it, ends at a mark, at a relative clause or at its verb.
func (r *reader) closes(k int) bool {
	last := k + 60
	for k++; k < last && (r.kindAt(k) == nominal || r.kindAt(k) == prep || r.kindAt(k) == conj || r.kindAt(k) == openQ || r.kindAt(k) == closeQ); k++ {
	}
	switch r.kindAt(k) {
	case comma, stop, dash, closeB, semi, rel, verb:
		return true
	}
	return false
}

// verbBeforeAny reports whether a verb stands before item j in the sentence.
func (r *reader) verbBeforeAny(j int) bool {
	for n := 0; j >= 0 && n < 24; j, n = j-1, n+1 {
		if r.items[j].kind == verb {
			return true
		}
	}
	return false
}
