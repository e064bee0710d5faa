package tag

import "orrery/internal/coding/syntax"

// small are the tags of words that a heading in capitals may write small.
var small = setOf(syntax.IN, syntax.DT, syntax.CC, syntax.TO, syntax.PRP, syntax.PRPS, syntax.RP, syntax.MD, syntax.WDT, syntax.WP, syntax.WRB, syntax.POS, syntax.CD)

// titled reports whether s is a heading that begins its words with capitals ("Norway Cuts Gas to Its Neighbours"), so that they do not
// tell names from other words. A heading with other words in small letters is written as any sentence.
func (t *Tagger) titled(s *syntax.Sentence) bool {
	if !s.Heading {
		return false
	}
	for i := range s.Tokens {
		tok := &s.Tokens[i]
		if tok.Shape&(syntax.Capital|syntax.Mark|syntax.Numeric) != 0 || tok.End-tok.Start < 4 {
			continue
		}
		if int(tok.Word) >= len(t.entries) || t.entries[tok.Word].tags&small == 0 {
			return false
		}
	}
	return true
}
