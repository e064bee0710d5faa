package chunk

// parallel is the item of the object that the noun phrase of item k stands beside where each has a complement of its own with the same
// preposition ("a treaty with Iran, a contract with Peru and a pact with Chile"); item j is the last noun phrase before k. -1: none.
func (r *reader) parallel(k, j int) int {
	o := j - 2
	if o < 0 || r.kindAt(j-1) != prep || r.kindAt(o) != nominal || r.kindAt(k+1) != prep || r.kindAt(k+2) != nominal {
		return -1
	}
	with := r.t[r.items[k+1].token].Word
	p, q, obj := r.phraseAt(k), r.phraseAt(j), r.phraseAt(o)
	if r.t[r.items[j-1].token].Word != with || r.sort(p) != r.sort(obj) || r.sort(p) == r.sort(q) || obj.Prep >= 0 || r.verbBefore(o) < 0 {
		return -1
	}
	return o
}

// frontedPair reports whether the noun phrase of item k is the first of several subjects behind a phrase that the sentence begins with: "In
// Rome, Norland and Sorvia signed".
func (r *reader) frontedPair(k, j int) bool {
	if r.kindAt(k-1) != comma {
		return false
	}
	last := k + 1
	for r.kindAt(last) == comma && r.kindAt(last+1) == nominal && last < k+24 {
		last += 2
	}
	if r.kindAt(last) != conj || r.kindAt(last+1) != nominal || !r.finite(last+2) {
		return false
	}
	return r.phraseAt(j).Prep >= 0 && r.opensBefore(j) && !r.listOpen(j)
}

// opensBefore reports whether nothing but phrases with prepositions and participles stands before item j and in it.
func (r *reader) opensBefore(j int) bool {
	for n := 0; j >= 0 && n < 12; j, n = j-1, n+1 {
		switch r.items[j].kind {
		case nominal:
			if r.phraseAt(j).Prep < 0 && !r.temporal(int(r.items[j].at)) {
				return false
			}
		case prep, adverb:
		case verb:
			return j == 0 && !r.finite(j)
		default:
			return false
		}
	}
	return j < 0
}
