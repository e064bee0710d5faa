package sqlstore

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Full text is cut into words here and not by the engines, so that both find the same and the marks in a snippet
// stand where the engine matched. A word is a run of letters, digits and the marks on them, in lower case and
// without the marks: "Café", "cafe" and "CAFÉ" are one word, and so are "ё" and "е".

// span is a word of a text: its folded form and where it stands, in bytes.
type span struct {
	word       string
	start, end int
}

// cut calls f for each word of text until f returns false.
func cut(text string, f func(span) bool) {
	start := -1
	for i, r := range text {
		if isWord(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 && !emit(text, start, i, f) {
			return
		}
		start = -1
	}
	if start >= 0 {
		emit(text, start, len(text), f)
	}
}

func emit(text string, start, end int, f func(span) bool) bool {
	word := foldWord(text[start:end])
	return word == "" || f(span{word, start, end})
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r)
}

// maxWord is longer than any word; the rest of a longer run (a key, encoded data) is left out. PostgreSQL refuses
// words of 2 KB.
const maxWord = 256

// foldWord lowers a word and takes off its marks.
func foldWord(word string) string {
	if len(word) > maxWord {
		word = strings.ToValidUTF8(word[:maxWord], "")
	}
	ascii := true
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(word)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(word)) {
		// Decomposition gives signs too (½ is 1⁄2); only what is a letter or digit goes into the index.
		if r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r)) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// fold is a text as the engines get it: its words, one space apart.
func fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		// Most words are ASCII and are copied letter by letter; the others take the long way, with the same outcome.
		end, plain := i, true
		for end < len(text) {
			r, size := rune(text[end]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(text[end:])
				plain = false
			}
			if !isWord(r) {
				break
			}
			end += size
		}
		if end == i {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		word := text[i:end]
		if !plain || len(word) > maxWord {
			word, plain = foldWord(word), false
		}
		if word != "" {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			if !plain {
				b.WriteString(word)
			}
			for j := 0; plain && j < len(word); j++ {
				c := word[j]
				if c >= 'A' && c <= 'Z' {
					c += 'a' - 'A'
				}
				b.WriteByte(c)
			}
		}
		i = end
	}
	return b.String()
}

// term is one thing that must occur: a word, or a phrase of several; prefix lets the last word be longer.
type term struct {
	words  []string
	prefix bool
}

// maxTerms keeps a query that somebody pasted from becoming a statement of unbounded size.
const maxTerms = 32

// termsOf reads what a person typed: words, "quoted phrases", and a trailing * on either. Whatever else is typed is
// ignored, so that no input is an error. A word with a sign inside (ES-11/1) is a phrase of its parts.
func termsOf(query string) []term {
	var terms []term
	for len(query) > 0 && len(terms) < maxTerms {
		var piece string
		if query[0] == '"' {
			inside, rest, closed := strings.Cut(query[1:], `"`)
			piece, query = inside, rest
			if closed && strings.HasPrefix(query, "*") {
				piece, query = piece+"*", query[1:]
			}
		} else {
			i := strings.IndexFunc(query, func(r rune) bool { return unicode.IsSpace(r) || r == '"' })
			switch {
			case i < 0:
				piece, query = query, ""
			case query[i] == '"':
				piece, query = query[:i], query[i:]
			default:
				_, size := utf8.DecodeRuneInString(query[i:])
				piece, query = query[:i], query[i+size:]
			}
		}
		var t term
		cut(piece, func(s span) bool {
			t.words = append(t.words, s.word)
			return len(t.words) < maxTerms
		})
		t.prefix = strings.HasSuffix(strings.TrimSpace(piece), "*")
		if len(t.words) > 0 {
			terms = append(terms, t)
		}
	}
	return terms
}
