package tag

import "orrery/internal/coding/syntax"

// mendPasts makes a past of a participle behind a noun that has an object of its own ("air strikes near the city killed ten men"): a
// participle that describes the noun is passive and has none, but for verbs of two objects. A word before it in the same clause
// that is a noun more often than a verb, and was taken for its verb, is a noun again.
func (r *run) mendPasts() {
	for j := 1; j+1 < len(r.tags); j++ {
		if r.tags[j] != syntax.VBN && r.tags[j] != syntax.VBD || !r.sets[j].has(syntax.VBD) || !r.behindNoun(j) && !r.headless(j-1) || !r.hasObject(j) {
			continue
		}
		verb, helped := r.verbBefore(j)
		if verb > 0 && (r.headless(verb) || verb < j-1 && r.t.closed[r.s.Tokens[verb].Word] == saysClause) {
			verb = -1
		}
		if helped || verb >= 0 && !r.nounRather(verb) {
			continue
		}
		if verb >= 0 {
			r.put(verb, syntax.NNS)
		}
		r.put(j, syntax.VBD)
	}
}

func (r *run) put(i int, tag syntax.Tag) { r.tags[i], r.s.Tokens[i].Tag = tag, tag }

// headless reports whether the verb at token i is that of a clause that opens the sentence ("What he said angered Peru"): another follows.
func (r *run) headless(i int) bool {
	if r.tags[0] != syntax.WP && r.tags[0] != syntax.WDT || !finite.has(r.tags[i]) || r.t.kind(r.s.Tokens[i].Word) != noHelper {
		return false
	}
	for k := 1; k < i; k++ {
		if r.tags[k].Verb() || r.tags[k] == syntax.Comma {
			return false
		}
	}
	return i > 1
}

func (r *run) behindNoun(j int) bool { return r.tags[j-1].Noun() }

// nounRather reports whether the verb at token i is more often a noun, and stands behind one.
func (r *run) nounRather(i int) bool {
	return i > 0 && r.tags[i] == syntax.VBZ && r.first[i] == syntax.NNS && (r.tags[i-1] == syntax.NN || r.tags[i-1].Proper()) && (r.tags[i+1] == syntax.IN || r.tags[i+1] == syntax.TO)
}

// hasObject reports whether an object stands behind the verb at token j.
func (r *run) hasObject(j int) bool {
	if k := r.t.closed[r.s.Tokens[j].Word]; k == doubleObject && r.finiteAfter(j) {
		return false
	}
	if r.t.closed[r.s.Tokens[j+1].Word] == timeWord {
		return false
	}
	switch r.tags[j+1] {
	case syntax.DT, syntax.PRPS, syntax.PRP, syntax.NNP, syntax.CD, syntax.NNS:
		return true
	}
	return false
}

// finiteAfter reports whether a finite verb stands behind token j, or one before it in its clause.
func (r *run) finiteAfter(j int) bool {
	if verb, helped := r.verbBefore(j); verb >= 0 || helped {
		return true
	}
	for _, t := range r.tags[j+1 : min(len(r.tags), j+40)] {
		if finite.has(t) {
			return true
		}
	}
	return false
}

// verbBefore is the finite verb of the clause before token j, -1 if it has none; helped tells of a helper that j may go with.
func (r *run) verbBefore(j int) (verb int, helped bool) {
	for i := j - 1; i >= 0 && i > j-40; i-- {
		switch t := r.tags[i]; {
		case t == syntax.MD:
			return -1, true
		case finite.has(t):
			return i, r.t.kind(r.s.Tokens[i].Word) != noHelper
		case t == syntax.Comma, t == syntax.Stop, t == syntax.Colon, t == syntax.WDT, t == syntax.WP, t == syntax.WRB, t == syntax.OpenQ, t == syntax.CloseQ:
			return -1, false
		case t == syntax.IN && r.t.closed[r.s.Tokens[i].Word] == opensClause:
			return -1, false
		case t == syntax.VB, t == syntax.VBG:
			return i, true
		}
	}
	return -1, false
}

// mendInverted makes a verb of a noun in "Should Iran attack, …": a modal before its subject at the head of a sentence.
func (r *run) mendInverted() {
	if len(r.tags) < 4 || r.tags[0] != syntax.MD {
		return
	}
	for i := 1; i+1 < len(r.tags) && i < 10; i++ {
		switch t := r.tags[i]; {
		case t.Verb():
			return
		case i > 1 && t == syntax.NN && r.sets[i].has(syntax.VB) && r.tags[i-1].Noun():
			if next := r.tags[i+1]; next == syntax.Comma || next == syntax.DT || next == syntax.PRP || next.Proper() {
				r.put(i, syntax.VB)
				return
			}
		case t.Noun(), t == syntax.DT, t.Adjective(), t == syntax.CD, t == syntax.PRPS, t == syntax.PRP, t == syntax.POS, t == syntax.IN:
		default:
			return
		}
	}
}
