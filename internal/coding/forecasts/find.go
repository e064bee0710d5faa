package forecasts

import (
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
)

// future is words about the future in one sentence, before it is settled what they are worth.
type future struct {
	rule     string // modal, hedge, chance, counterfactual, question
	verb     int    // phrase of the verb group of what is to come; -1: noun
	noun     int    // phrase of the noun of what is to come, -1
	clause   int    // clause of verb, or of the hedge
	subject  int    // noun phrase, -1
	from, to int    // tokens of the words that decide
	hedge    *hedge // nil: none
	weak     bool   // a mere possibility
	denied   bool
	would    bool
	perfect  bool    // will have done
	number   *stated // the author's own number of the chance; nil: none
}

// find looks for the words about the future in sentence s: the first of the best rule, as a sentence gives one forecast at most.
func (r *Reader) find(s *reading.Sentence) (future, bool) {
	for k := range s.Clauses {
		if v := s.Clauses[k].Verb; v < 0 || v >= len(s.Phrases) {
			return future{}, false
		}
	}
	best, have, rank := future{}, false, 0
	keep := func(f future, n int) {
		if n > rank {
			best, have, rank = f, true, n
		}
	}
	for t := range s.Tokens {
		h, n := r.hedgeAt(s.Tokens, t)
		if h == nil {
			continue
		}
		switch h.kind {
		case 'i':
			if f, ok := r.infinitive(s, t, n, h); ok {
				keep(f, 5)
			}
		case 'n':
			if f, ok := r.chance(s, t, n, h); ok {
				keep(f, 2)
			}
		}
	}
	for k := range s.Clauses {
		f, ok := r.modal(s, k)
		if !ok {
			continue
		}
		n := 4
		if f.weak || f.would {
			n = 3
		}
		switch s.Clauses[k].Relation {
		case syntax.Relative, syntax.Reduced, syntax.OfNoun, syntax.Adverbial:
			n = 1
		}
		keep(f, n)
	}
	if x, ok := r.statedChance(s); ok {
		return r.numbered(s, x, best, have)
	}
	return best, have
}

// infinitive is "is likely to", "are expected to" at token t with the verb behind it.
func (r *Reader) infinitive(s *reading.Sentence, t, n int, h *hedge) (future, bool) {
	v := verbFrom(s, t+n-1, t+n+4)
	if v < 0 {
		return future{}, false
	}
	f := future{rule: "hedge", verb: v, noun: -1, clause: clauseAt(s, t, v), subject: -1, from: t, to: s.Phrases[v].Head + 1, hedge: h}
	for g := range s.Phrases { // the copula before the hedge
		if p := &s.Phrases[g]; p.Kind == syntax.VG && p.To <= t+1 && t-p.To < 3 && p.From < t {
			f.from = max(p.From, f.to-6)
			f.denied = p.Verb.Negated >= 0
			if p.Verb.Tense == syntax.Past {
				return future{}, false // was expected to: no forecast any more
			}
		}
	}
	f.subject = subjectOf(s, f.clause)
	if f.subject < 0 {
		f.subject = nounBefore(s, f.from)
	}
	return f, true
}

// chance is "the risk of a war", "cannot be ruled out".
func (r *Reader) chance(s *reading.Sentence, t, n int, h *hedge) (future, bool) {
	if s.Tokens[t].Word == r.w.not { // "the possibility of … can not be ruled out"
		p := nounBefore(s, t)
		if p < 0 {
			return future{}, false
		}
		return future{rule: "chance", verb: -1, noun: rootOf(s, p), clause: clauseAt(s, t, -1), subject: -1, from: t, to: t + n, hedge: h, weak: true}, true
	}
	there := false
	for k := max(0, t-6); k < t; k++ {
		there = there || s.Tokens[k].Tag == syntax.EX
		if s.Tokens[k].Tag == syntax.VBD {
			return future{}, false
		}
	}
	if !there {
		return future{}, false
	}
	f := future{rule: "chance", verb: verbFrom(s, t+n, t+n+12), noun: nounFrom(s, t+n, t+n+3), clause: -1, subject: -1, from: t, to: t + n, hedge: h, weak: true}
	if s.Tokens[t+n-1].Word != r.w.that {
		f.verb = -1
	} else if f.verb >= 0 {
		f.subject, f.noun = f.noun, -1
	}
	return f, f.verb >= 0 || f.noun >= 0
}

// modal is clause k with will, may, might, could, would or "going to".
func (r *Reader) modal(s *reading.Sentence, k int) (future, bool) {
	cl := &s.Clauses[k]
	v := &s.Phrases[cl.Verb]
	if v.Verb.Form != syntax.Finite || v.Head >= len(s.Tokens) {
		return future{}, false
	}
	f := future{rule: "modal", verb: cl.Verb, noun: -1, clause: k, subject: subjectOf(s, k), from: v.From, to: max(v.Head, v.Verb.Particle) + 1, denied: v.Verb.Negated >= 0}
	if f.subject < 0 { // "By 2030 Norway will": the year and the name look like one phrase
		if near := nounBefore(s, v.From); near >= 0 && s.Phrases[near].To == v.From && dated(s, &s.Phrases[near]) && actor(s, near) != nil {
			f.subject = near
		}
	}
	w := &r.w
	switch modal := r.modalOf(s, v); modal {
	case w.will, w.shall, w.ll, w.wont:
		f.perfect = v.Verb.Perfect // "will have arrived by now" is left out where no day to come stands beside it
	case w.may, w.might, w.could:
		if v.Verb.Perfect || modal == w.could && f.denied || realisOf(s, k).Has(realis.Historical) {
			return future{}, false
		}
		f.weak = true
	case w.would:
		f.would = true
		if v.Head > 0 && s.Tokens[v.Head].Lemma == w.like {
			return future{}, false
		}
	case w.going:
	default:
		return future{}, false
	}
	for t := v.From; t < v.To; t++ { // a hedge within the group: will probably, may, will inevitably
		if h, n := r.hedgeAt(s.Tokens, t); h != nil && h.kind == 'p' && t+n <= v.To+1 && (f.hedge == nil || !f.weak) {
			f.hedge = h
		}
	}
	if f.hedge == nil {
		for t := max(0, v.From-3); t < min(len(s.Tokens), v.To+2); t++ {
			if h, n := r.hedgeAt(s.Tokens, t); h != nil && h.kind == 'p' && (t+n <= v.From || t >= v.To) {
				f.hedge = h
				break
			}
		}
	}
	if f.to-f.from > 6 {
		f.from = f.to - 6
	}
	return f, true
}

// modalOf is the modal of a verb group as a word, "going" for going to; 0 without one.
func (r *Reader) modalOf(s *reading.Sentence, v *syntax.Phrase) wordID {
	if v.Verb.Modal >= 0 && v.Verb.Modal < len(s.Tokens) {
		return s.Tokens[v.Verb.Modal].Word
	}
	for t := v.From; t < v.To; t++ {
		switch w := s.Tokens[t].Word; {
		case w == r.w.will, w == r.w.shall, w == r.w.ll, w == r.w.wont, w == r.w.would, w == r.w.may, w == r.w.might, w == r.w.could:
			return w
		case w == r.w.going && t+1 < v.To && s.Tokens[t+1].Word == r.w.to:
			return w
		}
	}
	if v.Verb.Tense == syntax.Future { // "Will Norway join": the auxiliary stands apart
		for t := v.From - 1; t >= 0 && t >= v.From-16; t-- {
			if w := s.Tokens[t].Word; w == r.w.will || w == r.w.shall {
				return w
			}
		}
	}
	return 0
}
