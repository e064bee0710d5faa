package tag

import "orrery/internal/coding/syntax"

// mendVerbless looks for the verb of a sentence in which no finite verb was found: most often the perceptron, which knows the English
// of 1961, took it for a noun ("Turkey attacks positions near the border"). Of the words that may be one it takes the first that stands
// behind a possible subject and before what a verb goes on with. A heading may have no verb, and keeps its tags unless the subject is
// a name.
func (r *run) mendVerbless() {
	if !r.hasFinite() {
		r.verbIn(0, len(r.tags), r.s.Heading)
		return
	}
	for i := 1; i+3 < len(r.tags); i++ {
		if r.tags[i] != syntax.IN || r.t.closed[r.s.Tokens[i].Word] != opensClause {
			continue
		}
		end, has := r.clauseEnd(i + 1)
		if !has {
			r.verbIn(i+1, end, false)
		}
		i = end - 1
	}
}

// clauseEnd is the first token behind from that may end the clause opened before it, and whether a finite verb stands before that.
func (r *run) clauseEnd(from int) (end int, has bool) {
	for end = from; end < len(r.tags); end++ {
		switch t := r.tags[end]; {
		case finite.has(t), t == syntax.VB:
			return end, true
		case t == syntax.WDT, t == syntax.WP, t == syntax.WRB, t == syntax.Stop, t == syntax.Colon, t == syntax.Comma, t == syntax.OpenQ, t == syntax.CloseQ:
			return end, t == syntax.Comma && end == from || t == syntax.OpenQ
		case t == syntax.IN && r.t.closed[r.s.Tokens[end].Word] == opensClause:
			return end, false
		}
	}
	return end, false
}

// verbIn makes a verb of the first of tokens [from, to) that may be one; named asks for a name as its subject.
func (r *run) verbIn(from, to int, named bool) {
	for i := from + 1; i < min(to, len(r.tags)-1); i++ {
		tag, ok := r.asVerb(i)
		headline := r.s.Heading && !r.titled && tag == syntax.VBP && r.tags[i-1] == syntax.NNS && r.tags[i+1].Noun() // parties boycott vote
		if !ok || !r.subject(i-1, tag) || !headline && !r.goesOn(i+1) {
			continue
		}
		if named && !r.tags[i-1].Proper() && !headline {
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
	case syntax.RB:
		return syntax.VBP, set.has(syntax.VBP) && set.has(syntax.NN) && i+1 < len(r.tags) && r.tags[i+1] == syntax.DT // ministers back a plan
	}
	return syntax.NoTag, false
}

// subject says whether the word at i may end the subject of a verb of that form.
func (r *run) subject(i int, verb syntax.Tag) bool {
	switch r.tags[i] {
	case syntax.NNP, syntax.NN, syntax.CD:
		return verb != syntax.VBP
	case syntax.NNS, syntax.NNPS:
		return verb != syntax.VBZ
	case syntax.RB:
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
