package extract

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// ContextRunes is the length of a quote's prefix and suffix, in characters.
const ContextRunes = 32

// Quote is a span of a text as a W3C text-quote selector and text-position selector.
type Quote struct {
	Exact      string // body[Start:End]
	Prefix     string // up to 32 characters before
	Suffix     string // up to 32 characters after
	Start, End int
}

// Anchor makes the quote for body[start:end]. The span must be inside body, not empty, and on the borders of characters; an
// error says which of these fails.
func Anchor(body string, start, end int) (Quote, error) {
	switch {
	case start < 0 || end > len(body):
		return Quote{}, fmt.Errorf("the span %d–%d is outside the text of %d bytes", start, end, len(body))
	case start >= end:
		return Quote{}, fmt.Errorf("the span %d–%d is empty", start, end)
	case !onBorder(body, start) || !onBorder(body, end):
		return Quote{}, fmt.Errorf("the span %d–%d begins or ends inside a character", start, end)
	}
	from := start
	for i := 0; i < ContextRunes && from > 0; i++ {
		_, n := utf8.DecodeLastRuneInString(body[:from])
		from -= n
	}
	to := end
	for i := 0; i < ContextRunes && to < len(body); i++ {
		_, n := utf8.DecodeRuneInString(body[to:])
		to += n
	}
	return Quote{Exact: body[start:end], Prefix: body[from:start], Suffix: body[end:to], Start: start, End: end}, nil
}

// Find looks for a quote in a text. It never moves a quote to a similar place: exact must stand in body byte for byte, directly
// between prefix and suffix (either may be empty). When it stands there nowhere or more than once, ok is false.
func Find(body, exact, prefix, suffix string) (start, end int, ok bool) {
	if exact == "" || !utf8.ValidString(prefix) || !utf8.ValidString(exact) || !utf8.ValidString(suffix) {
		return 0, 0, false
	}
	// Looking for the three parts as one keeps the search linear, however often exact alone occurs.
	whole := prefix + exact + suffix
	at := strings.Index(body, whole)
	if at < 0 || strings.Contains(body[at+1:], whole) {
		return 0, 0, false
	}
	start = at + len(prefix)
	return start, start + len(exact), true
}

func onBorder(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
