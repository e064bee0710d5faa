package realis

import "orrery/internal/coding/syntax"

// passes is which bits of the clause above hold for clause i too.
func (r *Reader) passes(s *syntax.Sentence, i int) Realis {
	c := &s.Clauses[i]
	v := &s.Phrases[c.Verb].Verb
	bare := v.Form != syntax.Finite // it has its tense and mood from above
	const told = Reported | Doubted
	switch c.Relation {
	case syntax.ComplementOf:
		if bare {
			x := Modal | Conditional | Counterfactual | Future | Question | Historical | Habitual | told
			if c.Parent >= 0 && r.word(s, s.Phrases[s.Clauses[c.Parent].Verb].Head, factual) {
				x |= Negated
			}
			return x
		}
		return Conditional | Counterfactual | Historical | told
	case syntax.Coordinate:
		x := Counterfactual | told
		if c.Parent >= 0 {
			if up := &s.Clauses[c.Parent]; up.Relation == syntax.Adverbial || v.Modal >= 0 || v.Tense == syntax.Future || bare {
				x |= Conditional
			}
		}
		if c.Shared && bare {
			x |= Modal | Future | Historical | Stopped | Begun
		}
		if c.Shared {
			x |= Historical
		}
		return x
	case syntax.Reduced, syntax.Adverbial:
		if bare {
			return Modal | Conditional | Counterfactual | Future | Historical | Habitual | Question | told
		}
		return told | Historical
	case syntax.OfNoun:
		return Conditional | Counterfactual | Historical | told
	case syntax.Relative:
		return told
	}
	return told
}
