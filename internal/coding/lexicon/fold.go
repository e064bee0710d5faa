package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// Fold writes a word as the lexicon keeps it: lower case, ’ and ʼ as ', no soft hyphens or zero-width marks.
func Fold(word string) string { return string(AppendFold(make([]byte, 0, len(word)), word)) }

// AppendFold appends the folded word to dst and returns it: for callers that must not allocate.
func AppendFold(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		switch r {
		case '\u2019', '\u02bc', '\u2018':
			dst = append(dst, '\'')
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\ufeff':
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	return dst
}
