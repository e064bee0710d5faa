package chunk

import "orrery/internal/coding/syntax"

// verbGroup reads a verb group that begins at token i, adds it and gives the token behind it; i if there is none.
func (r *reader) verbGroup(i int) int {
	g := syntax.VerbGroup{Negated: -1, Modal: -1, Particle: -1}
	j := i
	if r.is(j, not) && (r.tag(j+1) == syntax.TO && r.tag(j+2).Verb() || r.tag(j+1) == syntax.VBG) {
		g.Negated = j
		j++
	}
	switch tag := r.tag(j); {
	case tag == syntax.TO:
		k := r.skipAdverbs(j+1, &g)
		if t := r.tag(k); t != syntax.VB && (t != syntax.VBP || r.tag(k+1) == syntax.NN || r.tag(k+1) == syntax.NNS) {
			return i
		}
		g.Form, j = syntax.Infinitive, k
	case tag == syntax.MD:
		k := r.skipAdverbs(j+1, &g)
		if r.is(j, future) {
			g.Tense = syntax.Future
		} else {
			g.Modal = j
		}
		if r.tag(k) == syntax.OpenQ && r.tag(k+1) == syntax.VB {
			k++ // would "respond with force"
		}
		if r.tag(k) == syntax.VB || r.tag(k) == syntax.VBP {
			j = k
		} else if r.opensNoun(k) {
			r.aux = append(r.aux, stray{token: j, verb: -1})
			return j + 1
		}
	case tag.Verb() || r.gerundSlip(j):
		if (tag == syntax.VBN || tag == syntax.VBG) && r.modifies(j) || r.is(j, preposition) || r.is(j, leading) && r.tag(j+1) == syntax.TO || r.is(j, proviso) && r.is(j+1, that) {
			return i
		}
		if r.is(j, be|have|do) && (tag != syntax.VB || r.is(j, do)) && tag != syntax.VBG && tag != syntax.VBN && r.inverted(j) {
			r.aux = append(r.aux, stray{token: j, verb: -1})
			return j + 1
		}
		if g.Tense, g.Form = formOf(tag); tag == syntax.NN {
			g.Tense, g.Form = syntax.NoTense, syntax.Gerund
		}
	default:
		return i
	}
	j = r.chain(j, &g)
	if g.Form == syntax.Participle {
		if g.Passive = true; r.pastSlip(i, j) {
			g.Form, g.Tense, g.Passive = syntax.Finite, syntax.Past, false
		}
	}
	r.deniedBefore(i, &g)
	end := j + 1
	if r.isParticle(j, end) {
		g.Particle = end
		end++
	}
	r.s.Phrases = append(r.s.Phrases, syntax.Phrase{Kind: syntax.VG, From: i, To: end, Head: j, Prep: -1, Attach: -1, Poss: -1, Coord: -1, Appos: -1, Verb: g})
	r.borrow(len(r.s.Phrases) - 1)
	return end
}

// formOf is what the tag of the first verb of a group says.
func formOf(tag syntax.Tag) (syntax.Tense, syntax.VerbForm) {
	switch tag {
	case syntax.VBD:
		return syntax.Past, syntax.Finite
	case syntax.VBG:
		return syntax.NoTense, syntax.Gerund
	case syntax.VBN:
		return syntax.NoTense, syntax.Participle
	case syntax.VB:
		return syntax.NoTense, syntax.Imperative // unless it turns out to go on from the verb before
	}
	return syntax.Present, syntax.Finite
}

// chain goes from an auxiliary at j to the main verb.
func (r *reader) chain(j int, g *syntax.VerbGroup) int {
	for range 8 {
		past := *g
		n := r.skipAdverbs(j+1, g)
		tag := r.tag(n)
		participle := tag == syntax.VBN || tag == syntax.VBD
		switch {
		case r.is(j, be) && participle && r.is(n, be), r.is(j, have) && participle:
			g.Perfect, j = true, n
		case r.is(j, be) && participle:
			g.Passive, j = true, n
		case r.is(j, be) && (tag == syntax.VBG || r.is(n, going)) && r.tag(n+1) == syntax.TO && r.is(n, going) && r.tag(n+2) == syntax.VB:
			g.Tense, j = syntax.Future, n+2
		case r.is(j, be) && tag == syntax.VBG && !r.is(n, adjectival):
			g.Progressive, j = true, n
		case r.is(j, be) && r.tag(j) != syntax.VBN && tag == syntax.TO && r.tag(n+1) == syntax.VB && g.Form == syntax.Finite && !r.goalBefore(j):
			g.Tense, j = syntax.Future, n+1
		case r.is(j, have) && tag == syntax.TO && r.tag(n+1) == syntax.VB && g.Form == syntax.Finite:
			if r.tag(j+1) == syntax.RB && r.is(j+1, and) {
				g.Negated = j + 1 // has yet to ratify
			} else if g.Tense != syntax.Past && g.Modal < 0 {
				g.Modal = j
			}
			j = n + 1
		case r.is(j, do) && tag == syntax.VB && n > j:
			j = n
		case r.is(j, get) && tag == syntax.VBN && n == j+1:
			g.Passive, j = true, n
		default:
			if r.is(j, be) && g.Negated >= 0 && past.Negated < 0 {
				return j // "is not a member": the word stays outside, the verb is denied
			}
			g.Negated = past.Negated
			return j
		}
	}
	return j
}

// skipAdverbs is the first token from k that is no adverb within a verb group; it notes a negation.
func (r *reader) skipAdverbs(k int, g *syntax.VerbGroup) int {
	start := k
	for k < len(r.t) && k < start+6 {
		switch tag := r.tag(k); {
		case r.is(k, not):
			if !r.is(k+1, merely) {
				g.Negated = k
			}
		case r.is(k, no) && r.is(k+1, longer):
			g.Negated = k
			k++
		case tag == syntax.RB || tag == syntax.RBR || tag == syntax.RBS:
		case tag == syntax.Comma && r.tag(k+1) == syntax.RB && r.tag(k+2) == syntax.Comma:
			k += 2
		case k == start && r.is(k, both):
		default:
			return k
		}
		k++
	}
	return k
}

// goalBefore reports whether the noun before token j is of those that are said to be an infinitive ("the goal is to join").
func (r *reader) goalBefore(j int) bool {
	for k := j - 1; k >= 0 && k > j-10; k-- {
		if r.t[k].Tag.Noun() && r.lemmaIs(k, goal) {
			return true
		}
		if r.t[k].Tag.Verb() || r.t[k].Tag == syntax.Comma || r.t[k].Tag == syntax.Stop {
			return false
		}
	}
	return false
}

// inverted reports whether the auxiliary at j stands before its subject: "Has Russia attacked …", "nor did Moscow say".
func (r *reader) inverted(j int) bool {
	if p := r.tag(j - 1); j > 0 && p != syntax.WRB && p != syntax.WP && p != syntax.CC && p != syntax.OpenQ && p != syntax.RB && p != syntax.Comma {
		return false
	}
	if j > 0 && r.tag(j-1) == syntax.RB && !r.is(j-1, not) {
		return false
	}
	first := j + 1
	if r.is(first, not) {
		first++
	}
	if !r.opensNoun(first) {
		return false
	}
	for k := first; k < len(r.t) && k < j+12; k++ {
		switch tag := r.t[k].Tag; {
		case r.is(j, do) && (tag == syntax.VB || tag == syntax.VBP), r.is(j, have) && (tag == syntax.VBN || tag == syntax.VBD), r.is(j, be) && (tag == syntax.VBN || tag == syntax.VBG):
			return j == 0 || r.is(j-1, not) || r.tag(len(r.t)-1) == syntax.Stop && r.s.TokenText(len(r.t) - 1)[0] == '?'
		case tag.Verb(), tag == syntax.Comma, tag == syntax.Stop, tag == syntax.CC:
			return false
		}
	}
	return false
}

// opensNoun reports whether a noun phrase can begin at token k.
func (r *reader) opensNoun(k int) bool {
	switch t := r.tag(k); t {
	case syntax.DT, syntax.PDT, syntax.PRP, syntax.PRPS, syntax.CD, syntax.JJ, syntax.JJR, syntax.JJS, syntax.EX:
		return true
	default:
		return t.Noun()
	}
}

// isParticle reports whether token k is a particle of the verb at token v.
func (r *reader) isParticle(v, k int) bool {
	switch r.tag(k) {
	case syntax.RP:
		return true
	case syntax.IN, syntax.RB:
		return r.c.particles[pair{r.t[v].Lemma, r.t[k].Word}] && !r.is(k, loose)
	}
	return false
}

// modifies reports whether the participle at token j stands before a noun as an adjective.
func (r *reader) modifies(j int) bool {
	k := j + 1
	for t := r.tag(k); k < j+4 && (t.Adjective() || t == syntax.VBN || t == syntax.CD || r.is(k, adjectival)); t = r.tag(k) {
		k++
	}
	if !r.tag(k).Noun() {
		return false
	}
	if r.is(j, adjectival) || r.t[j].Shape&syntax.Hyphened != 0 {
		return true
	}
	if r.tag(j) == syntax.VBG {
		return false
	}
	switch p := r.tag(j - 1); {
	case j == 0:
		return r.tag(j + 1).Noun()
	case p == syntax.IN, p == syntax.TO:
		return true
	case p.Verb():
		return !r.is(j-1, be|have|get)
	}
	return false
}

// deniedBefore notes a negation that stands before the whole group: "never threatened", "no longer recognises".
func (r *reader) deniedBefore(i int, g *syntax.VerbGroup) {
	for k := i - 1; k >= 0 && k > i-5 && g.Negated < 0; k-- {
		switch {
		case r.is(k, longer) && r.is(k-1, no):
			g.Negated = k - 1
		case r.tag(k) == syntax.RB && r.is(k, not) && !r.is(k+1, merely):
			g.Negated = k
		case r.tag(k) == syntax.RB && !r.is(k, not):
		default:
			return
		}
	}
}

// gerundSlip reports whether token j, tagged as a noun, is an -ing form with an object: "stopped shelling the town".
func (r *reader) gerundSlip(j int) bool {
	if r.tag(j) != syntax.NN || r.tag(j+1) != syntax.DT && r.tag(j+1) != syntax.PRPS || !r.tag(j-1).Verb() && !(r.tag(j-1) == syntax.IN && r.is(j-1, byOf)) {
		return false
	}
	w := r.s.TokenText(j)
	return len(w) > 5 && w[len(w)-3:] == "ing" && !r.is(j, timeNoun)
}

// pastSlip reports whether the lone participle [i, j] behind a noun has an object, so that it is a past tense that the tagger missed.
func (r *reader) pastSlip(i, j int) bool {
	if i != j || r.s.Heading {
		return false
	}
	switch prev, next := r.tag(i-1), r.tag(j+1); {
	case prev == syntax.PRP:
		return next == syntax.DT || next == syntax.PRPS || next == syntax.PRP || next.Noun() || next.Adjective()
	case prev.Noun() && !r.lemmaIs(j, two):
		return next == syntax.DT || next == syntax.PRPS || next == syntax.PRP
	}
	return false
}
