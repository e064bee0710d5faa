package tag

import "orrery/internal/coding/syntax"

// mendVerbless looks for the verb of a sentence in which no finite verb was found: most often the perceptron, which knows the English
// of 1961, took it for a noun ("Turkey attacks positions near the border"). Of the words that may be one it takes the first that stands
// behind a possible subject and before what a verb goes on with. A heading may have no verb, and keeps its tags unless the subject is
// a name.
func (r *run) mendVerbless() {
	n := len(r.tags)
	if r.hasFinite() {
		return
	}
	for i := 1; i < n-1; i++ {
		tag, ok := r.asVerb(i)
		if !ok || !r.subject(i-1, tag) || !r.goesOn(i+1) {
			continue
		}
		if r.s.Heading && !r.tags[i-1].Proper() {
			continue
		}
		r.tags[i], r.s.Tokens[i].Tag = tag, tag
		return
	}
}

func (r *run) hasFinite() bool {
	for i, t := range r.tags {
		if finite.has(t) || t == syntax.VB && (i == 0 || r.tags[i-1] == syntax.RB || r.tags[i-1] == syntax.CC || r.tags[i-1] == syntax.Comma) {
			return true
		}
	}
	return false
}

// asVerb is the finite form that a noun in the wrong place may be.
func (r *run) asVerb(i int) (syntax.Tag, bool) {
	set := r.sets[i]
	switch r.tags[i] {
	case syntax.NNS:
		return syntax.VBZ, set.has(syntax.VBZ)
	case syntax.NN, syntax.JJ, syntax.VBN:
		if set.has(syntax.VBD) {
			return syntax.VBD, true
		}
		return syntax.VBP, r.tags[i] == syntax.NN && set.has(syntax.VBP)
	}
	return syntax.NoTag, false
}

// subject says whether the word at i may end the subject of a verb of that form.
func (r *run) subject(i int, verb syntax.Tag) bool {
	switch t := r.tags[i]; {
	case t == syntax.NNP:
		return verb != syntax.VBP
	case t == syntax.NN || t == syntax.CD:
		return verb != syntax.VBP
	case t == syntax.NNS || t == syntax.NNPS:
		return verb != syntax.VBZ
	case t == syntax.RB:
		return i > 0 && r.subject(i-1, verb)
	}
	return false
}

// goesOn says whether what stands at i may follow a verb: an object, a preposition, an infinitive, a clause.
func (r *run) goesOn(i int) bool {
	switch t := r.tags[i]; {
	case t == syntax.DT, t == syntax.PRPS, t == syntax.TO, t == syntax.IN, t == syntax.RP, t == syntax.CD, t == syntax.PDT, t == syntax.OpenQ:
		return true
	case t == syntax.JJ || t.Proper():
		return true
	case t == syntax.NN || t == syntax.NNS:
		return r.tags[i-1] == syntax.NNS || r.sets[i-1].has(syntax.VBD)
	}
	return false
}
