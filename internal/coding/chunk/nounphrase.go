package chunk

import "orrery/internal/coding/syntax"

// nounPhrase reads a base noun phrase that begins at token i, adds it and gives the token behind it; i if there is none.
// A possessive ends the phrase of the possessor; what is possessed is the next phrase.
func (r *reader) nounPhrase(i int) int {
	n := noun{start: i, head: -1, weak: -1, last: i}
	j := r.amountBefore(i)
	switch r.tag(j) {
	case syntax.PRP:
		return r.addNoun(i, j+1, j)
	case syntax.DT:
		if r.is(j, that) && r.opensClause(j) || r.is(j, no) && r.is(j+1, longer) {
			return i
		}
	}
	for j < len(r.t) && n.takes(r, j) {
		j++
	}
	if n.head < 0 {
		n.head = n.weak
	}
	if n.head < 0 {
		return i
	}
	if r.tag(n.last) == syntax.POS {
		n.last++
	}
	return r.addNoun(i, n.last, n.head)
}

func (r *reader) addNoun(from, to, head int) int {
	r.s.Phrases = append(r.s.Phrases, syntax.Phrase{Kind: syntax.NP, From: from, To: to, Head: head, Prep: -1, Attach: -1, Poss: -1, Coord: -1, Appos: -1,
		Verb: syntax.VerbGroup{Negated: -1, Modal: -1, Particle: -1}})
	return to
}

// amountBefore goes past "more than" and the like to the number behind it; i if none stands there.
func (r *reader) amountBefore(i int) int {
	k := i
	for k < i+3 && r.is(k, amount) && r.tag(k) != syntax.CD && r.tag(k) != syntax.DT {
		k++
	}
	if k > i && r.tag(k) == syntax.CD && !(k == i+1 && (r.tag(i) == syntax.IN && r.is(i, subordinator) || r.tag(i) == syntax.TO)) {
		return k
	}
	return i
}

// opensClause reports whether "that" at token j, tagged as a determiner, opens a clause.
func (r *reader) opensClause(j int) bool {
	next, prev := r.tag(j+1), r.tag(j-1)
	switch {
	case prev.Noun() && (next.Verb() || next == syntax.MD), next == syntax.PRP, next == syntax.DT, next == syntax.NNP, next == syntax.PRPS, next == syntax.EX:
		return j > 0
	}
	return false
}

// noun is a noun phrase being read.
type noun struct {
	start, head, weak int
	last              int // behind the last token that can end it
	determined        bool
	modified          bool
	quote             bool
}

// takes reports whether token j goes on in the phrase, and notes it.
func (n *noun) takes(r *reader, j int) bool {
	tag := r.tag(j)
	switch {
	case tag.Noun():
		if n.head >= 0 && r.is(j, day) && tag.Proper() && !r.tag(j+1).Noun() && !r.is(n.head, day) {
			return false // "met Kim Monday"
		}
		if n.head == n.start && tag.Proper() && r.is(n.head, day) && !r.is(j, day) && r.tag(n.start-1) == syntax.IN && r.nameThenVerb(j) {
			return false // "on Monday Norland attacked"
		}
		if n.head >= 0 && (r.beginsSecondObject(n, j) || tag.Proper() && !r.tag(n.head).Proper() && (r.measured(n.start, n.head) || r.contact(j))) {
			return false // "within ten days Norland imposed …", "the deal Iran signed includes …"
		}
		n.head = j
	case tag == syntax.PDT, tag == syntax.DT, tag == syntax.PRPS, tag == syntax.WPS:
		if n.head >= 0 || n.modified || n.determined && r.tag(j-1) != syntax.PDT && !r.is(j-1, indefinite) {
			return false
		}
		n.determined = true
		if tag == syntax.DT || tag == syntax.PDT {
			if r.is(j, article) && !r.is(j, that) {
				return true // cannot stand alone
			}
			n.weak = j
		} else {
			return true
		}
	case tag == syntax.CD:
		if n.head < 0 {
			n.weak = j
		}
		n.modified = true
	case tag.Adjective():
		if n.head >= 0 && (r.is(j, timely) || !r.nounFollows(j) || !r.tag(n.head).Proper() || r.beginsSecondObject(n, j)) {
			return false
		}
		n.modified = true
		if r.is(j, several) && !r.nounFollows(j) {
			n.weak, n.last = j, j+1
			return true
		}
		if !n.determined && n.weak < 0 {
			return r.nounFollows(j) || r.tag(j+1) == syntax.CC || r.tag(j+1) == syntax.Comma || r.tag(j+1) == syntax.OpenQ
		}
		n.weak = j
	case tag == syntax.VBN || tag == syntax.VBG:
		if n.head >= 0 || j == n.start && !r.modifies(j) && !r.possessed(j) {
			return false
		}
		if n.weak >= 0 && !n.determined && !r.nounFollows(j) {
			return false
		}
		if tag == syntax.VBG && (n.determined || r.possessed(n.start)) && !r.nounFollows(j) {
			n.head = j
		} else if n.determined {
			n.weak = j
		}
		n.modified = true
	case tag == syntax.VB || tag == syntax.VBP || tag == syntax.VBZ || tag == syntax.VBD:
		// a slip of the tagger: no verb stands behind an article
		if n.head >= 0 || j == n.start || !r.is(j-1, article) {
			return false
		}
		n.head = j
	case tag == syntax.RB || tag == syntax.RBR || tag == syntax.RBS:
		next := r.tag(j + 1)
		if n.head >= 0 || r.is(j, not) || !next.Adjective() && next != syntax.VBN && next != syntax.VBG && next != syntax.CD && next != syntax.RB {
			return false
		}
		return n.determined || next.Adjective() && r.nounFollows(j+1)
	case tag == syntax.Comma || tag == syntax.CC:
		prev, next := r.tag(j-1), r.tag(j+1)
		return n.head < 0 && n.modified && (prev.Adjective() || prev == syntax.CD) && (next.Adjective() || next == syntax.VBN || next.Proper() && tag == syntax.CC && prev.Adjective()) && r.nounFollows(j+1)
	case tag == syntax.OpenQ:
		if n.head >= 0 || j == n.start || !r.shortQuote(j) {
			return false
		}
		n.quote = true
		return true
	case tag == syntax.CloseQ && n.quote:
		n.quote = false
		n.last = j + 1
		return true
	case tag == syntax.Symbol:
		if r.tag(j+1) != syntax.CD && r.tag(j-1) != syntax.CD && (!r.tag(j-1).Proper() || !r.tag(j+1).Proper()) {
			return false
		}
		if n.head < 0 {
			n.weak = j
		}
	default:
		return false
	}
	n.last = j + 1
	return true
}

// nounFollows reports whether a noun stands behind token j with nothing but modifiers between.
func (r *reader) nounFollows(j int) bool {
	for k := j + 1; k < j+7; k++ {
		switch tag := r.tag(k); {
		case tag.Noun():
			return true
		case tag.Adjective(), tag == syntax.VBN, tag == syntax.VBG && r.is(k, adjectival), tag == syntax.CD, tag == syntax.CC && r.tag(k-1).Adjective() && r.tag(k+1).Adjective(),
			tag == syntax.OpenQ, tag == syntax.CloseQ, tag == syntax.RB && r.tag(k+1).Adjective(), tag == syntax.Comma && r.tag(k-1).Adjective() && r.tag(k+1).Adjective():
		default:
			return false
		}
	}
	return false
}

// possessed reports whether a possessive stands before token j.
func (r *reader) possessed(j int) bool { return r.tag(j-1) == syntax.POS }

// beginsSecondObject reports whether token j opens the second object of a verb such as give: "gave Armenia weapons".
func (r *reader) beginsSecondObject(n *noun, j int) bool {
	return !r.tag(j).Proper() && r.tag(n.head).Proper() && r.lemmaIs(n.start-1, giving) && r.tag(n.start-1).Verb()
}

// shortQuote reports whether the quotation that opens at token j holds nothing but a few words of a noun phrase.
func (r *reader) shortQuote(j int) bool {
	for k := j + 1; k < j+6; k++ {
		switch tag := r.tag(k); {
		case tag == syntax.CloseQ:
			return k > j+1
		case tag.Noun(), tag.Adjective(), tag == syntax.CD, tag == syntax.VBN:
		default:
			return false
		}
	}
	return false
}
