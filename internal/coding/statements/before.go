package statements

import "orrery/internal/coding/syntax"

// before is what is said in front of an attribution that begins at token left and ends at right: a quote that has just closed, or
// the clause before the comma. Second is what goes on behind it ("C, she said, C").
func (c *scan) before(cue *cue, left, right, lo, hi int) (first, second content) {
	first, second = content{quote: -1}, content{quote: -1}
	if q := c.quoteBefore(left); q >= 0 && cue.may(aQuote) && c.quotes[q].from >= lo && !c.short3(q) {
		first = c.whole(q)
		if t := c.skipMark(right, hi); t < hi && c.tag(t) == syntax.OpenQ {
			if n := c.quoteFrom(t + 1); n >= 0 {
				second = c.whole(n)
			}
		}
		return first, second
	}
	if !cue.may(aZero) || c.tag(left-1) != syntax.Comma || left-1 <= lo {
		return first, second
	}
	closes := right >= hi || c.tag(right) == syntax.Comma || c.tag(right) == syntax.Stop || c.tag(right) == syntax.IN ||
		c.np(right) >= 0 && c.s.Phrases[c.np(right)].Prep < 0
	if !closes {
		return first, second
	}
	from := c.opening(left-1, lo)
	if !c.holdsVerb(from, left-1) && (c.tag(right) != syntax.Comma || !c.holdsVerb(right, hi)) {
		return first, second
	}
	first = content{from, c.trim(from, left-1), -1}
	if c.tag(right) == syntax.Comma && right+1 < hi && c.tag(right+1) != syntax.VBG {
		second = content{right + 1, c.end(right+1, hi, -1), -1}
	}
	return first, second
}

// short3 says whether a quote is a mere word or two within a sentence of the reporter's: “deal” in the “deal,” said he.
func (c *scan) short3(q int) bool {
	x := &c.quotes[q]
	return x.opens && x.to-x.from < 3 && x.from > 1 && c.tag(x.from-2) != syntax.Comma && c.tag(x.from-2) != syntax.Colon
}

// skipMark passes the comma or stop behind an attribution.
func (c *scan) skipMark(t, hi int) int {
	for t < hi && t < len(c.s.Tokens) && (c.tag(t) == syntax.Comma || c.tag(t) == syntax.Stop || c.tag(t) == syntax.Colon) {
		t++
	}
	return t
}

// opening is where the clause begins that ends at token end: after the last semicolon, else at lo; a leading "and" or "but" is left out.
func (c *scan) opening(end, lo int) int {
	from := lo
	for t := end - 1; t > lo; t-- {
		if c.tag(t) == syntax.Colon {
			from = t + 1
			break
		}
	}
	if c.tag(from) == syntax.CC && from+1 < end {
		from++
	}
	return from
}

func (c *scan) holdsVerb(from, to int) bool {
	for t := from; t < to && t < len(c.s.Tokens); t++ {
		switch c.tag(t) {
		case syntax.VBD, syntax.VBZ, syntax.VBP, syntax.MD:
			return true
		}
	}
	return false
}
