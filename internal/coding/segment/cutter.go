package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"orrery/internal/coding/syntax"
)

// cutter cuts one block.
type cutter struct {
	text    string
	block   int
	turn    int
	heading bool
	quotes  quotes
	out     []syntax.Sentence
}

// piece cuts text[from:to), which is of one speaker.
func (c *cutter) piece(from, to int) {
	from = skipMark(c.text, from, to)
	start, opened := from, c.quotes.open
	tokens, space := 0, -1 // tokens so far, at most; the end of the last white space in the sentence
	inWord := false
	cut := func(end, next int) {
		c.add(start, end, opened)
		start, opened, tokens, space, inWord = next, c.quotes.open, 0, -1, false
	}
	for i := from; i < to; {
		r, n := rune(c.text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(c.text[i:to])
		}
		switch {
		case r == '\n' && blankLine(c.text[i+1:to]):
			cut(i, i+1)
			i++
			continue
		case isSpace(r):
			space, inWord = i+n, false
		case isLetterOrDigit(r):
			if !inWord || !joins(r) || r == 't' && strings.HasSuffix(c.text[start:i], "anno") {
				tokens++ // "cannot" is two
			}
			inWord = joins(r)
		default:
			tokens++
			inWord = false
			c.quotes.see(c.text, i, n, r)
			if isStop(r) {
				end, ok := c.boundary(start, i, to)
				if ok {
					for j := i + n; j < end; {
						r, n := utf8.DecodeRuneInString(c.text[j:end])
						c.quotes.see(c.text, j, n, r)
						j += n
					}
					cut(end, end)
					i = end
					continue
				}
				n = min(end-i, 64)
				for i+n < end && !utf8.RuneStart(c.text[i+n]) {
					n++
				}
				tokens += n - 1 // each stop may be a token
			}
		}
		i += n
		if tokens >= MaxTokens-2 || i-start > MaxBytes-utf8.UTFMax {
			at := i
			if space > start && space > i-MaxBytes/2 {
				at = space
			}
			cut(at, at)
			i = at
		}
	}
	c.add(start, to, opened)
}

// add keeps text[start:end) if it says anything.
func (c *cutter) add(start, end int, opened rune) {
	for start < end {
		r, n := utf8.DecodeRuneInString(c.text[start:end])
		if !isSpace(r) {
			break
		}
		start += n
	}
	says := false
	for _, r := range c.text[start:end] {
		if says = isLetterOrDigit(r); says {
			break
		}
	}
	if !says {
		return
	}
	for {
		r, n := utf8.DecodeLastRuneInString(c.text[start:end])
		if !isSpace(r) {
			break
		}
		end -= n
	}
	c.out = append(c.out, syntax.Sentence{
		Span: syntax.Span{Start: start, End: end}, Text: c.text, Block: c.block, Turn: c.turn, Heading: c.heading, Continued: opened,
	})
}

// skipMark leaves out the dash of a dialogue or the mark of a list item.
func skipMark(text string, from, to int) int {
	i := from
	for i < to && (text[i] == ' ' || text[i] == '\t') {
		i++
	}
	r, n := utf8.DecodeRuneInString(text[i:to])
	switch r {
	case '-', '–', '—', '*', '•', '·', '+', '―':
		if after, _ := utf8.DecodeRuneInString(text[i+n : to]); isSpace(after) {
			return i + n
		}
	}
	j := i
	for j < to && j < i+3 && '0' <= text[j] && text[j] <= '9' {
		j++
	}
	if j > i && j+1 < to && (text[j] == '.' || text[j] == ')') && text[j+1] == ' ' {
		return j + 1
	}
	return from
}

// blankLine says whether the next line is empty.
func blankLine(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n':
			return true
		case ' ', '\t', '\r':
		default:
			return false
		}
	}
	return false
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r)
}

// joins says whether a letter or digit makes one token with the next. Scripts without spaces are cut letter by letter, so each of
// theirs counts; too many is safe here.
func joins(r rune) bool {
	if r < utf8.RuneSelf {
		return true
	}
	return unicode.IsLetter(r) && (r < 0x0e00 || 0x10a0 <= r && r < 0x1100 || 0x1e00 <= r && r < 0x2000)
}

func isLetterOrDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}
