package tag

import (
	"strings"

	"orrery/internal/coding/syntax"
)

var (
	nouns   = setOf(syntax.NN, syntax.NNS)
	open    = setOf(syntax.NN, syntax.NNS, syntax.NNP, syntax.NNPS, syntax.JJ, syntax.VB, syntax.VBD, syntax.VBG, syntax.VBN, syntax.VBP, syntax.VBZ, syntax.RB)
	named   = setOf(syntax.NNP, syntax.NNPS)
	finite  = setOf(syntax.VBD, syntax.VBZ, syntax.VBP, syntax.MD)
	verbal  = setOf(syntax.VB, syntax.VBD, syntax.VBG, syntax.VBN, syntax.VBP, syntax.VBZ)
	capital = syntax.Capital
)

// candidates are the tags that token i may have, and the likeliest of them before its neighbours are seen.
// titled says that capitals tell nothing: a heading that writes its words with them.
func (t *Tagger) candidates(s *syntax.Sentence, i int, titled bool) (tagSet, syntax.Tag, entry) {
	tok := &s.Tokens[i]
	if tok.Shape&syntax.Mark != 0 {
		tag := markTag(s, i)
		return 1 << tag, tag, entry{}
	}
	var e entry
	if int(tok.Word) < len(t.entries) {
		e = t.entries[tok.Word]
	}
	if e.tags == 0 {
		return unknown(s, i, e, titled)
	}
	if tok.Shape&syntax.AllCaps != 0 && e.tags.has(syntax.NNP) && !titled {
		return 1 << syntax.NNP, syntax.NNP, e // the US, against us
	}
	if tok.Shape&capital != 0 && !titled && e.tags&open != 0 && e.tags&named == 0 {
		if e.tags&nouns == 1<<syntax.NNS {
			return e.tags | named, e.first, e
		}
		return e.tags | 1<<syntax.NNP, e.first, e
	}
	if common := e.tags &^ named; common != 0 && (tok.Shape&capital == 0 || titled && !named.has(e.first)) {
		return common, e.first, e // no name in small letters
	}
	return e.tags, e.first, e
}

// unknown are the candidates of a word that is not in the lexicon, by its shape and ending.
func unknown(s *syntax.Sentence, i int, e entry, titled bool) (tagSet, syntax.Tag, entry) {
	tok := &s.Tokens[i]
	word := tok.Of(s.Text)
	if tok.Shape&syntax.Numeric != 0 {
		return number(word, e)
	}
	big := tok.Shape&capital != 0
	if big && tok.Shape&syntax.Opening == 0 && !titled {
		switch {
		case nationality(word):
			return setOf(syntax.JJ, syntax.NNP), syntax.JJ, e
		case strings.HasSuffix(word, "s") && tok.Shape&syntax.AllCaps == 0:
			return named, syntax.NNP, e
		}
		return setOf(syntax.NNP, syntax.JJ), syntax.NNP, e
	}
	set, first := byEnding(word, tok.Shape)
	if big {
		// A word that even the lexicon does not know is a name, unless it is built like a form of another word.
		if set.has(syntax.NN) && !set.has(syntax.VBG) && tok.Shape&syntax.Hyphened == 0 && !titled || tok.Shape&syntax.AllCaps != 0 {
			if strings.HasSuffix(word, "s") && tok.Shape&syntax.AllCaps == 0 {
				return named, syntax.NNP, e
			}
			if nationality(word) {
				return setOf(syntax.JJ, syntax.NNP), syntax.JJ, e
			}
			return 1 << syntax.NNP, syntax.NNP, e
		}
		set |= 1 << syntax.NNP
		first = syntax.NNP
		if strings.HasSuffix(word, "s") {
			set |= 1 << syntax.NNPS
		}
	}
	return set, first, e
}

func byEnding(word string, sh syntax.Shape) (tagSet, syntax.Tag) {
	ends := func(tail string) bool { return len(word) > len(tail)+1 && strings.HasSuffix(word, tail) }
	switch {
	case ends("ly"):
		return setOf(syntax.RB, syntax.JJ, syntax.NN), syntax.RB
	case ends("ing"):
		return setOf(syntax.VBG, syntax.NN, syntax.JJ), syntax.VBG
	case ends("ings"):
		return 1 << syntax.NNS, syntax.NNS
	case ends("ed"):
		return setOf(syntax.VBD, syntax.VBN, syntax.JJ), syntax.VBN
	case ends("ous"), ends("ful"), ends("less"), ends("ic"), ends("ible"), ends("able"), ends("ive"):
		return setOf(syntax.JJ, syntax.NN), syntax.JJ
	case ends("al"), ends("ary"):
		return setOf(syntax.JJ, syntax.NN), syntax.JJ
	case ends("ness"), ends("ment"), ends("tion"), ends("sion"), ends("ity"), ends("ism"), ends("ship"), ends("ance"), ends("ence"), ends("dom"):
		return setOf(syntax.NN), syntax.NN
	case ends("ss"), ends("us"), ends("is"):
		return setOf(syntax.NN, syntax.JJ, syntax.VB, syntax.VBP), syntax.NN
	case ends("s"):
		return setOf(syntax.NNS, syntax.VBZ, syntax.NN), syntax.NNS
	case sh&syntax.Hyphened != 0:
		return setOf(syntax.JJ, syntax.NN, syntax.VBN, syntax.RB), syntax.JJ
	}
	return setOf(syntax.NN, syntax.JJ, syntax.VB, syntax.VBP, syntax.VBD, syntax.VBN, syntax.RB), syntax.NN
}

// number is the tag of a word with digits: 1,000, 1990s, 5th, 10-day, MI-8.
func number(word string, e entry) (tagSet, syntax.Tag, entry) {
	if word[0] < '0' || word[0] > '9' {
		return 1 << syntax.NNP, syntax.NNP, e
	}
	letters := strings.TrimLeft(word, "0123456789.,:/")
	switch {
	case letters == "":
		return 1 << syntax.CD, syntax.CD, e
	case letters == "s" || letters == "'s" || letters == "’s":
		return 1 << syntax.NNS, syntax.NNS, e
	case letters == "st" || letters == "nd" || letters == "rd" || letters == "th":
		return 1 << syntax.JJ, syntax.JJ, e
	case strings.HasPrefix(letters, "-") && strings.Trim(letters, "0123456789.-") == "":
		return 1 << syntax.CD, syntax.CD, e
	case strings.HasPrefix(letters, "-"):
		return 1 << syntax.JJ, syntax.JJ, e
	}
	return setOf(syntax.CD, syntax.NN), syntax.CD, e
}

// nationality says whether a capitalised word has the ending of an adjective of place.
func nationality(word string) bool {
	for _, tail := range []string{"ian", "ean", "ese", "ish", "stani", "bek", "yz", "jani", "gian"} {
		if strings.HasSuffix(word, tail) && len(word) > len(tail)+1 {
			return true
		}
	}
	return false
}

// markTag is the tag of a token without letters and digits.
func markTag(s *syntax.Sentence, i int) syntax.Tag {
	text := s.TokenText(i)
	switch text {
	case ",":
		return syntax.Comma
	case ".", "!", "?":
		return syntax.Stop
	case ":", ";", "-", "–", "—", "--", "...", "…", "―":
		return syntax.Colon
	case "“", "«", "„", "‘":
		return syntax.OpenQ
	case "”", "»":
		return syntax.CloseQ
	case "\"", "''":
		if s.Tokens[i].Shape&syntax.InQuote == 0 && opensQuote(s, i) {
			return syntax.OpenQ
		}
		return syntax.CloseQ
	case "'", "’":
		if closesQuote(s, i) {
			return syntax.CloseQ
		}
		if opensQuote(s, i) {
			return syntax.OpenQ
		}
		if i > 0 && s.Tokens[i-1].End == s.Tokens[i].Start {
			return syntax.POS // the states' rights
		}
		return syntax.CloseQ
	case "(", ")", "[", "]", "{", "}":
		return syntax.Bracket
	}
	if strings.Trim(text, "!?.") == "" {
		return syntax.Stop
	}
	if strings.Trim(text, "-–—.…") == "" {
		return syntax.Colon
	}
	return syntax.Symbol
}

func opensQuote(s *syntax.Sentence, i int) bool {
	for _, q := range s.Quoted {
		if q.Start == s.Tokens[i].End {
			return true
		}
	}
	return false
}

func closesQuote(s *syntax.Sentence, i int) bool {
	for _, q := range s.Quoted {
		if q.End == s.Tokens[i].Start {
			return true
		}
	}
	return false
}
