package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLabel is the longest speaker label, in bytes: a name of five long words, in quotes.
const maxLabel = 120

// label is a possible speaker at the beginning of a block.
type label struct {
	name       string // without marks, quotes and brackets
	start, end int    // the name in the text given to parseLabel
	words      int    // where the spoken words begin (may be the end of the text)
}

// particles may stand inside a name in small letters.
var particles = []string{"de", "da", "di", "du", "des", "del", "der", "den", "von", "van", "zu", "la", "le", "el", "al", "bin", "ibn", "of", "the", "and", "oglu", "oğlu", "kyzy", "uulu"}

func looksLikeLabel(s string) bool {
	_, ok := parseLabel(s)
	return ok
}

// parseLabel reads "Name: words" at the beginning of s: a colon within the first line, and before it one to five words that look
// like a name, perhaps in quotes or Markdown emphasis, perhaps followed by a bracket.
func parseLabel(s string) (label, bool) {
	colon := strings.IndexAny(s[:min(len(s), maxLabel)], ":：\n")
	if colon <= 0 || s[colon] == '\n' {
		return label{}, false
	}
	_, width := utf8.DecodeRuneInString(s[colon:])
	const marks = " \t\u00a0*_“”\"«»„"
	start := colon - len(strings.TrimLeft(s[:colon], marks))
	name := strings.TrimRight(s[start:colon], marks)
	if open := strings.IndexAny(name, "(["); open > 0 {
		name = strings.TrimRight(name[:open], marks)
	}
	// A name after a dash ("- Name: …") is inside a dialogue, and a comma may part a name from an office ("Name, analyst: …").
	if comma := strings.Index(name, ", "); comma > 0 {
		name = name[:comma]
	}
	if !nameShaped(name, 5) {
		return label{}, false
	}
	words := colon + width
	rest := s[words:]
	if strings.HasPrefix(rest, "/") {
		return label{}, false // an address
	}
	words += len(rest) - len(strings.TrimLeftFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || r == '*' || r == '_' }))
	return label{name: name, start: start, end: start + len(name), words: words}, true
}

// nameShaped says whether s is one to most words of which each begins like a name.
func nameShaped(s string, most int) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > most {
		return false
	}
	for i, f := range fields {
		if i > 0 && slices.Contains(particles, strings.ToLower(f)) {
			continue
		}
		if !nameWord(f) {
			return false
		}
	}
	return true
}

// nameWord accepts a capitalised word, an initial, an acronym (RFE/RL, 24.kg), and words of scripts without capitals.
func nameWord(w string) bool {
	first, letters := true, 0
	for _, r := range w {
		switch {
		case unicode.IsLetter(r):
			letters++
			if first && unicode.IsLower(r) && !unicode.In(r, unicode.Georgian) {
				return false
			}
		case unicode.IsMark(r), unicode.IsDigit(r) && letters+len(w) > 1, strings.ContainsRune(".'’ʼ-–/&", r) && !first:
		default:
			return false
		}
		first = false
	}
	return letters > 0
}
