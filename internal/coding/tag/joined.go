package tag

import "orrery/internal/coding/syntax"

// joined mends a slip of the perceptron: a participle in a list of pasts that has an object of its own is a past ("stormed the
// building, seized weapons and arrested two men"). Agents of passives hang on it.
func (r *run) joined(i int, tag syntax.Tag) syntax.Tag {
	if r.behindModal(i) && tag != syntax.VB && r.sets[i].has(syntax.VB) && (tag.Adjective() || tag == syntax.NN || tag == syntax.VBP) {
		return syntax.VB // will prompt others
	}
	if tag == syntax.NN && i > 0 && r.tags[i-1] == syntax.TO && r.sets[i].has(syntax.VB) && i+1 < len(r.sets) && r.opensObject(i+1) {
		return syntax.VB // to attack Iran
	}
	if tag != syntax.VBN || i == 0 || r.verb != syntax.VBD || !r.sets[i].has(syntax.VBD) || i+1 >= len(r.sets) || !r.startsNoun(i+1) {
		return tag
	}
	if r.before == helperBe || r.before == helperHave || r.before == helperModal || r.helper != noHelper && r.helper != plainVerb {
		return tag
	}
	switch r.tags[i-1] {
	case syntax.CC:
		if !r.ahead[i] {
			return syntax.VBD
		}
	case syntax.Comma:
		if r.listGoesOn(i + 2) {
			return syntax.VBD
		}
	}
	return tag
}

// startsNoun says whether a noun phrase may begin at token i.
func (r *run) startsNoun(i int) bool {
	next := r.first[i]
	return next == syntax.DT || next == syntax.PRPS || next == syntax.PRP || next.Noun() || next.Adjective() || next == syntax.CD
}

// listGoesOn says whether "and" and another past follow soon behind token i, with no "by" before them.
func (r *run) listGoesOn(i int) bool {
	for j := i; j+1 < len(r.sets) && j < i+8; j++ {
		switch r.first[j] {
		case syntax.CC:
			if r.sets[j+1].has(syntax.VBD) {
				return true
			}
		case syntax.IN, syntax.Stop, syntax.Colon, syntax.WDT, syntax.WP:
			return false
		}
	}
	return false
}

// opensObject says whether an object that no noun in front of it can take in begins at token i.
func (r *run) opensObject(i int) bool {
	switch r.first[i] {
	case syntax.DT, syntax.PRPS, syntax.PRP, syntax.NNP, syntax.NNPS, syntax.PDT:
		return true
	}
	return false
}

// behindModal says whether a modal stands right before token i, or one adverb or quotation mark before it.
func (r *run) behindModal(i int) bool {
	return i > 0 && r.tags[i-1] == syntax.MD || i > 1 && (r.tags[i-1] == syntax.RB || r.tags[i-1] == syntax.OpenQ) && r.tags[i-2] == syntax.MD
}
