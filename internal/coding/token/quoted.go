package token

import (
	"strings"
	"unicode/utf8"

	"orrery/internal/coding/syntax"
)

// quoted are the spans between quotation marks, without the marks. A quote that is open at the start of the sentence
// (Sentence.Continued) begins there; one that is not closed runs to the end of the sentence.
func quoted(s *syntax.Sentence) []syntax.Span {
	var spans []syntax.Span
	open, from := s.Continued, s.Start
	for i := range s.Tokens {
		tok := s.Tokens[i].Span
		if tok.End-tok.Start > 3 {
			continue
		}
		mark := tok.Of(s.Text)
		ends := false
		switch mark {
		case "“":
			if open == '„' {
				ends = true
				break
			}
			open, from = '“', tok.End
		case "„", "«":
			open, _ = utf8.DecodeRuneInString(mark)
			from = tok.End
		case "”", "»":
			ends = open != 0 && open != '‘' && open != '\''
		case "\"", "''":
			if open == '"' || open != 0 && open != '\'' && open != '‘' {
				ends = true
			} else if opens(s, i) {
				open, from = '"', tok.End
			}
		case "‘", "'":
			if open == 0 && opens(s, i) && closesLater(s, i, mark) {
				open, _ = utf8.DecodeRuneInString(mark)
				from = tok.End
			} else if open == '\'' && mark == "'" {
				ends = true
			}
		case "’":
			ends = open == '‘'
		}
		if ends {
			if from < tok.Start {
				spans = append(spans, syntax.Span{Start: from, End: tok.Start})
			}
			open = 0
		}
	}
	if open != 0 && from < s.End {
		spans = append(spans, syntax.Span{Start: from, End: s.End})
	}
	return spans
}

// opens says whether a mark stands at the front of a word.
func opens(s *syntax.Sentence, i int) bool {
	tok := s.Tokens[i].Span
	return i+1 < len(s.Tokens) && s.Tokens[i+1].Start == tok.End &&
		(i == 0 || s.Tokens[i-1].End < tok.Start || strings.ContainsAny(s.Tokens[i-1].Of(s.Text), "([—–-“«\""))
}

// closesLater says whether a single mark has its partner in the sentence; else it is an apostrophe ('em).
func closesLater(s *syntax.Sentence, i int, mark string) bool {
	partner := "'"
	if mark == "‘" {
		partner = "’"
	}
	for j := i + 2; j < len(s.Tokens); j++ {
		tok := s.Tokens[j]
		if tok.End-tok.Start <= 3 && tok.Of(s.Text) == partner && s.Tokens[j-1].End == tok.Start {
			return j+1 == len(s.Tokens) || s.Tokens[j+1].Start > tok.End || s.Tokens[j+1].Of(s.Text) != "s"
		}
	}
	return false
}
