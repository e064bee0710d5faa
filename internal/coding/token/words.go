package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"orrery/internal/coding/syntax"
)

// word adds text[from:to), one word of UAX 29 or a compound, cut where a contraction, a possessive or a colon parts it.
func (c *cutting) word(from, to int) {
	piece := c.text[from:to]
	if len(piece) == 6 && strings.EqualFold(piece, "cannot") {
		c.add(from, from+3)
		c.add(from+3, to)
		return
	}
	if at := strings.IndexAny(piece, ":_"); at >= 0 {
		if at > 0 {
			c.word(from, from+at)
		}
		c.add(from+at, from+at+1)
		if at+1 < len(piece) {
			c.word(from+at+1, to)
		}
		return
	}
	if at := contraction(piece); at > 0 {
		c.add(from, from+at)
		c.add(from+at, to)
		return
	}
	c.add(from, to)
}

// contraction is where a word parts: before n't, 's, 're, 've, 'll, 'd and 'm; 0 if it does not.
func contraction(s string) int {
	at, wide := strings.LastIndexByte(s, '\''), 1
	if at < 0 {
		at, wide = strings.LastIndex(s, "’"), len("’")
	}
	if at <= 0 {
		return 0
	}
	switch tail := s[at+wide:]; tail {
	case "t", "T":
		if at > 1 && (s[at-1] == 'n' || s[at-1] == 'N') {
			return at - 1
		}
	case "s", "S", "re", "RE", "ve", "VE", "ll", "LL", "d", "D", "m", "M":
		return at
	}
	return 0
}

// shape is what a token looks like by itself; Opening and InQuote are of its place.
func shape(s string) syntax.Shape {
	var sh syntax.Shape
	letters, upper, lower := 0, 0, 0
	first := true
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z':
			letters++
			lower++
		case 'A' <= r && r <= 'Z':
			letters++
			upper++
			if first {
				sh |= syntax.Capital
			}
		case '0' <= r && r <= '9':
			sh |= syntax.Numeric
		case r == '-' || r == '‐' || r == '‑':
			if !first {
				sh |= syntax.Hyphened
			}
		case r < utf8.RuneSelf:
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				upper++
				if first {
					sh |= syntax.Capital
				}
			} else {
				lower++
			}
		case unicode.IsNumber(r):
			sh |= syntax.Numeric
		}
		first = false
	}
	if letters >= 2 && upper == letters {
		sh |= syntax.AllCaps
	}
	if letters == 0 && sh&syntax.Numeric == 0 {
		sh = syntax.Mark
	}
	return sh
}

// wordRune says whether r can be part of a word or number.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r)
}

// capitals says whether s is of upper-case ASCII letters and digits.
func capitals(s string) bool {
	for i := 0; i < len(s); i++ {
		if (s[i] < 'A' || s[i] > 'Z') && (s[i] < '0' || s[i] > '9') && s[i] != '/' && s[i] != '&' {
			return false
		}
	}
	return s != ""
}

// lettersAndPoints says whether s is like "U.S" or "e.g": letters with a point after each but the last.
func lettersAndPoints(s string) bool {
	if len(s) < 3 || len(s)%2 == 0 {
		return false
	}
	for i := 0; i < len(s); i++ {
		ch := s[i] | 0x20
		if i%2 == 1 && s[i] != '.' || i%2 == 0 && (ch < 'a' || ch > 'z') {
			return false
		}
	}
	return true
}
