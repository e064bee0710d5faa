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

// frontedPair reports whether the noun phrase of item k is the first of two subjects behind a phrase that the sentence begins with: "In
// Rome, Norland and Sorvia signed".
func (r *reader) frontedPair(k, j int) bool {
	if r.kindAt(k-1) != comma || r.kindAt(k+1) != conj || r.kindAt(k+2) != nominal || !r.finite(k+3) {
		return false
	}
	return r.phraseAt(j).Prep >= 0 && r.fronted(j) && !r.listOpen(j)
}
