package forecasts

import (
	"strings"

	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
)

// disbelief says how what stands before token end turns a belief round: nobody says that nobody, or next to nobody, holds it;
// denied that somebody does not believe it, or doubts it.
func (r *Reader) disbelief(s *reading.Sentence, end int) (nobody, denied bool) {
	for t := 0; t < end && t < len(s.Tokens); t++ {
		tok := &s.Tokens[t]
		if !tok.Tag.Verb() || !r.believes[tok.Lemma] {
			continue
		}
		if r.doubts[tok.Lemma] {
			denied = !denied
		}
		for k := t - 1; k >= 0 && k >= t-4; k-- {
			if w := s.Tokens[k].Word; w == r.w.not || w == r.w.never || w == r.w.nt {
				denied = !denied
				break
			} else if s.Tokens[k].Tag.Noun() || s.Tokens[k].Tag == syntax.Comma {
				break
			}
		}
		for k := t - 1; k >= 0 && k >= t-12; k-- {
			if tag := s.Tokens[k].Tag; tag == syntax.Stop || tag == syntax.Colon {
				break
			}
			if r.negativeAt(s, k) {
				return true, denied
			}
		}
	}
	return false, denied
}

// negativeAt says whether a quantifier stands at token t that leaves nobody or hardly anybody: nobody, no one, no expert, few, hardly any.
func (r *Reader) negativeAt(s *reading.Sentence, t int) bool {
	next := ""
	if t+1 < len(s.Tokens) {
		next = strings.ToLower(s.TokenText(t + 1))
	}
	before := ""
	if t > 0 {
		before = strings.ToLower(s.TokenText(t - 1))
	}
	switch strings.ToLower(s.TokenText(t)) {
	case "nobody", "none", "no-one", "neither":
		return true
	case "no":
		return next == "one" || next == "longer" || t+1 < len(s.Tokens) && (s.Tokens[t+1].Tag.Noun() || s.Tokens[t+1].Tag.Adjective())
	case "few":
		return before != "a" && before != "quite"
	case "hardly", "scarcely", "barely":
		return next == "anybody" || next == "anyone" || next == "any"
	}
	return false
}
