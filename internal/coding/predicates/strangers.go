package predicates

import (
	"slices"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/syntax"
)

// Strangers adds to the mentions m of a sentence, in the order of the text, the people and bodies without a name that act or are
// acted upon and that nobody mentioned yet: "the former customs chief", "truckers". They keep their words and have no code.
func (b *Book) Strangers(s *syntax.Sentence, m []actors.Mention) []actors.Mention {
	known := len(m)
	for p := range s.Phrases {
		if !b.stranger(s, p, m[:known]) {
			continue
		}
		ph := &s.Phrases[p]
		from := ph.From
		for from < ph.Head && (s.Tokens[from].Tag == syntax.DT || s.Tokens[from].Tag == syntax.PRPS) {
			from++
		}
		span := s.TokenSpan(from, ph.Head+1)
		m = append(m, actors.Mention{Span: span, From: from, To: ph.Head + 1, Phrase: p, Head: true, How: actors.ByShape, Refs: []actors.Ref{{Name: span.Of(s.Text)}}})
	}
	if len(m) > known {
		slices.SortStableFunc(m, func(a, b actors.Mention) int { return a.From - b.From })
	}
	return m
}

// stranger: the head is a common noun of people or bodies, and no mention stands in the phrase.
func (b *Book) stranger(s *syntax.Sentence, p int, m []actors.Mention) bool {
	ph := &s.Phrases[p]
	if ph.Kind != syntax.NP || ph.Head < ph.From || ph.Head >= ph.To || ph.Head >= len(s.Tokens) || ph.Poss >= 0 {
		return false
	}
	head := &s.Tokens[ph.Head]
	if head.Tag != syntax.NN && head.Tag != syntax.NNS || !b.in(head.Lemma, b.someone) && !b.in(head.Word, b.someone) {
		return false
	}
	for i := range m {
		if m[i].Phrase == p || m[i].From < ph.To && m[i].To > ph.From {
			return false
		}
	}
	return true
}
