package realis

import "orrery/internal/coding/syntax"

// cues gives put the clauses that an adverb or another word says something of.
func (r *Reader) cues(s *syntax.Sentence, put func(clause int, bits Realis)) {
	for i := range s.Tokens {
		w := r.class(s.Tokens[i].Word)
		if w&(doubt|perhaps|habit|every|ago|according) == 0 {
			continue
		}
		var bits Realis
		switch {
		case w&doubt != 0:
			bits = Doubted
		case w&perhaps != 0 && s.Tokens[i].Tag == syntax.RB:
			bits = Modal
		case w&habit != 0 && s.Tokens[i].Tag == syntax.RB:
			bits = Habitual
		case w&every != 0 && r.word(s, i+1, period):
			bits = Habitual
		case w&ago != 0 && r.word(s, i-1, long):
			bits = Historical
		case w&according != 0:
			bits = Reported
		}
		if bits == 0 {
			continue
		}
		if c := r.clauseAt(s, i); c >= 0 {
			put(c, bits)
		}
	}
}

// clauseAt is the clause that token i belongs to: the one whose verb group holds it, else the innermost around it, else a main clause.
func (r *Reader) clauseAt(s *syntax.Sentence, i int) int {
	for c := range s.Clauses {
		if p := &s.Phrases[s.Clauses[c].Verb]; p.From <= i && i < p.To || p.From == i+1 {
			return c
		}
	}
	if c := innermost(s, i, i+1); c >= 0 {
		return c
	}
	for c := range s.Clauses {
		if s.Clauses[c].Parent < 0 {
			return c
		}
	}
	return -1
}
