package token

import (
	"strings"
	"unicode/utf8"

	"orrery/internal/coding/syntax"
)

// cutting is the state of one sentence while it is cut.
type cutting struct {
	s    *syntax.Sentence
	text string // up to the end of the sentence
	out  []syntax.Token
	done int // bytes already in a token
}

// segment takes one piece of UAX 29, text[from:to): a word, a mark or white space.
func (c *cutting) segment(t *Tokenizer, from, to int) {
	piece := c.text[from:to]
	first, _ := utf8.DecodeRuneInString(piece)
	switch {
	case isSpace(first):
	case wordRune(first):
		if c.joinsBefore(from, piece) {
			c.out[len(c.out)-1].End = to
			if at := strings.IndexAny(piece, "'’"); at >= 0 {
				last := &c.out[len(c.out)-1]
				whole := *last
				c.out = c.out[:len(c.out)-1]
				c.word(whole.Start, to)
			}
			break
		}
		c.word(from, to)
	case first == '.' && len(piece) == 1 && c.touches(from):
		c.point(t, from, to)
	case first == '-' && c.touches(from) && c.text[from-1] == '-' || first == '/' && strings.HasPrefix(c.text[from:], "//") && c.touches(from) && c.text[from-1] == ':':
		if first == '/' && len(c.out) > 1 && c.out[len(c.out)-2].End == from-1 {
			c.address(from)
			break
		}
		c.out[len(c.out)-1].End = to
	case first == '\'' && len(piece) == 1 && c.touches(from) && c.out[len(c.out)-1].Of(c.text) == "'":
		c.out[len(c.out)-1].End = to // two apostrophes: a quotation mark, as wire copy writes it
	default:
		c.add(from, to)
	}
	c.done = max(c.done, to)
}

func (c *cutting) add(from, to int) {
	c.out = append(c.out, syntax.Token{Span: syntax.Span{Start: from, End: to}})
}

// touches says whether the last token ends at offset at.
func (c *cutting) touches(at int) bool { return len(c.out) > 0 && c.out[len(c.out)-1].End == at }

// joinsBefore says whether the word at from continues a compound: a hyphen (al-Assad), a stroke or & between capitals (RFE/RL)
// stands right before it and a word before that. The mark is then already part of the last token or is taken into it.
func (c *cutting) joinsBefore(from int, piece string) bool {
	n := len(c.out)
	if n < 2 || c.out[n-1].End != from || c.out[n-2].End != c.out[n-1].Start {
		return false
	}
	before := c.out[n-2].Of(c.text)
	if r, _ := utf8.DecodeLastRuneInString(before); !wordRune(r) && !strings.HasSuffix(before, ".") {
		return false
	}
	switch c.out[n-1].Of(c.text) {
	case "-", "‐", "‑":
		if len(before) > 2 && dashed[strings.ToLower(piece)] && !strings.HasPrefix(c.text[from+len(piece):], "-") {
			return false // a dash that lost its length and its spaces: "decisions-to sign and to leave-have provoked"
		}
	case "/", "&":
		if !capitals(before) || !capitals(piece) {
			return false
		}
	default:
		return false
	}
	c.out[n-2].End = from
	c.out = c.out[:n-1]
	return true
}

// dashed are words that end no compound: before them a hyphen is a dash, as sites write it whose editors lose the long one.
var dashed = map[string]bool{"to": true, "have": true, "has": true, "had": true, "is": true, "are": true, "was": true, "were": true, "the": true, "which": true,
	"who": true, "that": true, "and": true, "but": true, "including": true, "from": true, "with": true, "while": true, "whose": true, "where": true, "an": true, "this": true, "these": true}

// point is a single point right behind a token: part of an abbreviation, of an ellipsis, or the full stop.
func (c *cutting) point(t *Tokenizer, from, to int) {
	last := &c.out[len(c.out)-1]
	before := last.Of(c.text)
	switch {
	case strings.Trim(before, ".") == "":
		last.End = to
	case lettersAndPoints(before[strings.LastIndexByte(before, '-')+1:]):
		last.End = to // U.S. even where it ends the sentence
	case to >= c.s.End || strings.Trim(c.text[to:], ".”\"’»)] ") == "":
		c.add(from, to)
	case len(before) == 1 && 'A' <= before[0] && before[0] <= 'Z', t.takesPoint(before, c.text[to:]):
		last.End = to
	default:
		c.add(from, to)
	}
}

// takesPoint says whether a word is written with a point; "no." only before a number.
func (t *Tokenizer) takesPoint(word, after string) bool {
	if len(word) > 8 {
		return false
	}
	var buf [8]byte
	low := buf[:0]
	for i := 0; i < len(word); i++ {
		ch := word[i]
		if 'A' <= ch && ch <= 'Z' {
			ch += 'a' - 'A'
		}
		low = append(low, ch)
	}
	if !t.points[string(low)] {
		return false
	}
	if string(low) == "no" || string(low) == "art" || string(low) == "nos" {
		after = strings.TrimLeft(after, " \u00a0")
		return after != "" && ('0' <= after[0] && after[0] <= '9' || strings.IndexByte("IVX", after[0]) >= 0)
	}
	return true
}

// address takes the rest of a URL whose "scheme:" are the last two tokens.
func (c *cutting) address(from int) {
	end := from
	for end < c.s.End {
		r, n := utf8.DecodeRuneInString(c.text[end:])
		if isSpace(r) || strings.ContainsRune("<>\"“”»)]", r) {
			break
		}
		end += n
	}
	for end > from && strings.IndexByte(".,;:!?'", c.text[end-1]) >= 0 {
		end--
	}
	c.out = c.out[:len(c.out)-1]
	c.out[len(c.out)-1].End = max(end, from)
	c.done = end
}
