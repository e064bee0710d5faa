package realis

import "orrery/internal/coding/syntax"

// OfPhrase is the realis of what noun phrase i names, for nouns that tell of an event: by its own words ("a possible attack", "no
// support"), by what it hangs on ("the threat of an attack", "lack of support", "the anniversary of the invasion") and by the clause
// that it stands in. Dates are not asked: Of does that for the clause.
func (r *Reader) OfPhrase(s *syntax.Sentence, i int) Realis {
	x := r.modifiers(s, i)
	for up, n := i, 0; n < 6; n++ {
		p := &s.Phrases[up]
		if p.Prep >= 0 && r.word(s, p.Prep, without) {
			x |= Negated
		}
		if p.Attach < 0 || p.Attach == up {
			if p.Coord < 0 || p.Coord >= up {
				break
			}
			up = p.Coord
			continue
		}
		up = p.Attach
		x |= r.heads(s, up)
	}
	return x | r.around(s, i)
}

// modifiers is what the words of phrase i say.
func (r *Reader) modifiers(s *syntax.Sentence, i int) Realis {
	p := &s.Phrases[i]
	var x Realis
	for k := p.From; k < p.To && k < len(s.Tokens); k++ {
		if k == p.Head && k > p.From {
			continue
		}
		switch w := r.class(s.Tokens[k].Word); {
		case w&no != 0:
			x |= Negated
		case w&planned != 0:
			x |= Future
		case w&possible != 0:
			x |= Modal
		case w&alleged != 0:
			x |= Doubted
		case w&past != 0:
			x |= Historical
		}
	}
	return x
}

// heads is what the noun of phrase i, on which another hangs, makes of that.
func (r *Reader) heads(s *syntax.Sentence, i int) Realis {
	x := r.modifiers(s, i) & Negated
	switch h := s.Phrases[i].Head; {
	case r.word(s, h, threat):
		x |= Modal
	case r.word(s, h, lack):
		x |= Negated
	case r.word(s, h, ceasing):
		x |= Stopped
	case r.word(s, h, starting):
		x |= Begun
	case r.word(s, h, allegation):
		x |= Doubted
	case r.word(s, h, historic):
		x |= Historical
	case r.word(s, h, conditionNoun) && s.Phrases[i].Prep >= 0:
		x |= Conditional
	}
	return x
}

// around is what the clause says of the phrase in it.
func (r *Reader) around(s *syntax.Sentence, i int) Realis {
	top := i
	for n := 0; n < 8 && s.Phrases[top].Attach >= 0 && s.Phrases[top].Attach < top; n++ {
		top = s.Phrases[top].Attach
	}
	c, object := r.holder(s, top)
	if c < 0 {
		c = innermost(s, s.Phrases[i].Head, s.Phrases[i].Head+1)
	}
	if c < 0 {
		return 0
	}
	own := r.own(s, c)
	var x Realis
	at := c
	pass := ^Realis(0)
	for n := 0; at >= 0 && n < 24; n++ {
		bits := own
		if n > 0 {
			bits = r.own(s, at)
		}
		x |= bits & pass
		pass &= r.passes(s, at)
		at = s.Clauses[at].Parent
	}
	r.cues(s, func(clause int, bits Realis) {
		if clause == c {
			x |= bits
		}
	})
	x &^= Stopped | Begun
	if !object {
		x &^= Negated
	}
	if object {
		switch head := s.Phrases[s.Clauses[c].Verb].Head; {
		case r.word(s, head, stop):
			x |= Stopped
		case r.word(s, head, begin):
			x |= Begun
		}
	}
	return x
}

// holder is the clause that has the phrase in one of its lists, -1 if none, and whether it is acted upon there.
func (r *Reader) holder(s *syntax.Sentence, p int) (clause int, object bool) {
	for i := range s.Clauses {
		c := &s.Clauses[i]
		for _, q := range c.Objects {
			if q == p {
				return i, true
			}
		}
		if c.Shared {
			continue
		}
		for _, q := range c.Subject {
			if q == p {
				return i, s.Phrases[c.Verb].Verb.Passive || s.Tokens[c.From].Tag == syntax.EX
			}
		}
		for _, list := range [2][]int{c.Obliques, c.Agent} {
			for _, q := range list {
				if q == p {
					return i, false
				}
			}
		}
	}
	return -1, false
}
