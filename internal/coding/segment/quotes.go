package segment

import (
	"unicode"
	"unicode/utf8"
)

// quotes follows double quotation marks: which mark is open, 0 none. Single marks are left to the tokenizer, as most of them are
// apostrophes.
type quotes struct{ open rune }

// see takes the character r of n bytes at offset i.
func (q *quotes) see(text string, i, n int, r rune) {
	switch r {
	case '“':
		if q.open == '„' { // German and Russian hands close „ with “
			q.open = 0
		} else {
			q.open = r
		}
	case '„', '«':
		q.open = r
	case '”', '»':
		q.open = 0
	case '"':
		if q.open != 0 {
			q.open = 0
		} else if opensAt(text, i, n) {
			q.open = r
		}
	case '\'': // the second of two apostrophes, which are a quotation mark
		if i == 0 || text[i-1] != '\'' {
			return
		}
		if q.open != 0 {
			q.open = 0
		} else if opensAt(text, i, n) {
			q.open = '"'
		}
	}
}

// opensAt says whether a straight mark at i opens: something stands right behind it and no word right before it.
func opensAt(text string, i, n int) bool {
	next, _ := utf8.DecodeRuneInString(text[i+n:])
	if next == utf8.RuneError || unicode.IsSpace(next) {
		return false
	}
	if text[i] == '\'' {
		i--
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return i == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) && before != '.' && before != ',' && before != '!' && before != '?'
}
