package chunk

import "orrery/internal/coding/syntax"

// look finds, from right to left, for every item the finite verb whose subject a noun phrase standing before it would be,
// and tells conjunctions of time from prepositions ("after the talks", "after the talks failed").
func (r *reader) look() {
	n := len(r.items)
	if cap(r.ahead) < n+1 {
		r.ahead = make([]int32, n+1)
	}
	r.ahead = r.ahead[:n+1]
	r.ahead[n] = -1
	first, last := n, -1
	for k := range r.items {
		if r.finite(k) {
			first = min(first, k)
			last = k
		}
	}
	for k := n - 1; k >= 0; k-- {
		if r.items[k].kind == prep && r.is(int(r.items[k].token), either) && r.kindAt(k+1) == nominal {
			v := int(r.ahead[k+2])
			if v >= 0 && !(first >= v && v == last && k > 0 && r.items[k-1].kind == nominal && !r.temporal(int(r.items[k-1].at))) {
				r.items[k].kind = sub
			}
		}
		r.ahead[k] = int32(r.reach(k))
	}
}

// subjectOf is the item of the finite verb that the noun phrase of item k may be the subject of, -1 if none.
func (r *reader) subjectOf(k int) int { return int(r.ahead[k+1]) }

// reach is the finite verb found from item k on, over what can stand between a subject and its verb; -1 if none.
func (r *reader) reach(k int) int {
	switch r.items[k].kind {
	case verb:
		if r.finite(k) {
			return k
		}
		if f := r.phraseAt(k).Verb.Form; k > 0 && r.items[k-1].kind == nominal && (f == syntax.Participle || f == syntax.Gerund) {
			return r.reachPast(k)
		}
	case adverb, openQ, closeQ, adjective:
		return int(r.ahead[k+1])
	case prep:
		if r.kindAt(k+1) == nominal {
			return int(r.ahead[r.pastPossessives(k+1)+1])
		}
	case nominal:
		if k > 0 && r.items[k-1].kind == nominal && r.possessive(int(r.items[k-1].at)) {
			return int(r.ahead[k+1])
		}
	case conj:
		if r.kindAt(k+1) == nominal {
			return int(r.ahead[r.pastPossessives(k+1)+1])
		}
		if r.kindAt(k+1) == prep {
			return int(r.ahead[k+1])
		}
	case comma, dash:
		return r.reachOver(k)
	case openB:
		for j := k + 1; j < len(r.items) && j < k+16; j++ {
			if r.items[j].kind == closeB {
				return int(r.ahead[j+1])
			}
		}
	case rel:
		return r.reachPast(k)
	case thatIs:
		if k > 0 && r.items[k-1].kind == nominal && r.lemmaIs(r.phraseAt(k-1).Head, thatNoun) && !r.afterSaying(k-1) {
			return r.reachPast(k)
		}
	}
	return -1
}

// pastPossessives is the item of the noun phrase that a possessor at item k belongs to.
func (r *reader) pastPossessives(k int) int {
	for r.possessive(int(r.items[k].at)) && r.kindAt(k+1) == nominal {
		k++
	}
	return k
}

// reachOver is the verb behind what stands between two commas or dashes, or behind a list.
func (r *reader) reachOver(k int) int {
	if kd := r.kindAt(k + 1); kd == rel || kd == verb && !r.finite(k+1) && r.kindAt(k+1) != stop {
		return r.reachPast(k + 1)
	}
	if r.kindAt(k+1) == conj {
		return -1 // two members need no comma: another clause begins
	}
	listed := false
	for j := k + 1; j < len(r.items) && j < k+24; j++ {
		switch kd := r.items[j].kind; kd {
		case comma, dash:
			if r.kindAt(j+1) == conj {
				continue
			}
			if v := r.ahead[j+1]; v >= 0 && (r.kindAt(j+1) == verb || r.kindAt(j+1) == adverb) {
				return int(v)
			}
		case conj:
			listed = r.kindAt(j+1) == nominal
			if !listed {
				return -1
			}
		case nominal:
			if listed {
				return int(r.ahead[r.pastPossessives(j)+1])
			}
			if j > k+1 && r.items[j-1].kind == nominal && !r.possessive(int(r.items[j-1].at)) {
				return -1
			}
		case prep, adverb, adjective, openQ, closeQ:
		default:
			return -1
		}
	}
	return -1
}

// reachPast is the verb behind a clause that begins at item k and has a verb of its own.
func (r *reader) reachPast(k int) int {
	seen := r.kindAt(k) == verb
	for j := k + 1; j < len(r.items) && j < k+20; j++ {
		switch r.items[j].kind {
		case verb:
			if !r.finite(j) {
				if !seen {
					return -1
				}
				continue
			}
			if seen {
				if p := r.items[j-1].kind; p == conj {
					continue
				}
				return j
			}
			seen = true
		case sub, thatIs, semi, colon, stop:
			return -1
		case comma:
			if r.kindAt(k) == verb && r.kindAt(k-1) == nominal {
				return -1
			}
		}
	}
	return -1
}

// afterSaying reports whether a verb of saying stands directly before item k.
func (r *reader) afterSaying(k int) bool {
	return r.kindAt(k-1) == verb && r.lemmaIs(r.phraseAt(k-1).Head, saying)
}
