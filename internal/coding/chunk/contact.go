package chunk

import "orrery/internal/coding/syntax"

// contact reports whether the name at token j is the subject of a relative clause without a pronoun, behind the noun that it describes:
// its verb has no object, and another verb follows ("the deal Iran signed in May includes").
func (r *reader) contact(j int) bool {
	k := j
	for k < j+4 && r.tag(k).Proper() {
		k++
	}
	if t := r.tag(k); k == j || t != syntax.VBD && t != syntax.VBZ && t != syntax.VBN || r.is(k, be|have|do) || r.lemmaIs(k, saying) {
		return false
	}
	k++
	if r.tag(k) == syntax.IN && !r.is(k, that|subordinator) {
		for k++; k < j+12 && (r.opensNoun(k) || r.tag(k) == syntax.POS || r.tag(k) == syntax.IN && !r.is(k, that|subordinator)); k++ {
		}
	}
	switch t := r.tag(k); t {
	case syntax.VBD, syntax.VBZ, syntax.MD:
		return true
	}
	return false
}

// measured reports whether the noun at head with what stands before it from token start is a measure of time: ten days, two years.
func (r *reader) measured(start, head int) bool {
	if !r.lemmaIs(head, timeNoun) {
		return false
	}
	for k := start; k < head; k++ {
		if r.tag(k) == syntax.CD || r.is(k, timely|indefinite) {
			return true
		}
	}
	return false
}

// inOrder reports whether tokens i-1 and i are "in order".
func (r *reader) inOrder(i int) bool {
	return r.is(i, orderWord) && r.tag(i-1) == syntax.IN
}

// nameThenVerb reports whether a finite verb, or a list that can be its subject, stands behind the name at token j.
func (r *reader) nameThenVerb(j int) bool {
	k := j
	for k < j+4 && r.tag(k).Proper() {
		k++
	}
	switch t := r.tag(k); t {
	case syntax.VBD, syntax.VBZ, syntax.MD, syntax.CC, syntax.POS:
		return true
	}
	return false
}

// refusing reports whether frame f hangs on a verb of refusing: what follows behind a comma then tells of the refusal.
func (r *reader) refusing(f *frame) bool {
	if f.up < 0 || r.frames[f.up].clause < 0 {
		return false
	}
	return r.lemmaIs(r.verbOf(&r.frames[f.up]).Head, refuse)
}
