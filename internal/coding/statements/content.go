package statements

import "orrery/internal/coding/syntax"

// content is what is said: tokens [from, to), or a quote.
type content struct {
	from, to int
	quote    int // index of the quote that it is, -1
}

func (x content) empty() bool { return x.quote < 0 && x.from >= x.to }

// whole is a quote as content.
func (c *scan) whole(q int) content {
	c.used[q] = true
	return content{c.quotes[q].from, c.quotes[q].to, q}
}

// run is tokens [from, to) as content; it is the quote itself if nothing stands outside of its marks.
func (c *scan) run(from, to int) content {
	if from < to && c.tag(from) == syntax.OpenQ {
		if q := c.quoteFrom(from + 1); q >= 0 && (c.quotes[q].to >= to-1 || c.trim(from, to) <= c.quotes[q].to+1) {
			return c.whole(q)
		}
	}
	return content{from, to, -1}
}

// after is what is said behind the cue, which ends at token p; [lo, hi) bounds it.
func (c *scan) after(cue *cue, p, hi, cueClause int, inverted bool) content {
	none := content{quote: -1}
	for p < hi && (c.tag(p) == syntax.RB || c.tag(p) == syntax.RP) && !(cue.may(aAbout) && c.aboutWord(p)) {
		p++
	}
	if p >= hi {
		return none
	}
	if cue.may(aCall | aCallAs) {
		if x := c.called(cue, p, hi, cueClause); !x.empty() {
			return x
		}
	}
	if cue.may(aInf) && cue.may(aNoun|aTo) && c.np(p) >= 0 {
		if v := c.vg(c.extent(c.np(p), hi)); v >= 0 && c.s.Phrases[v].Verb.Form == syntax.Infinitive {
			return c.run(p, c.end(p, hi, cueClause))
		}
	}
	if cue.may(aTo) && cue.may(aAbout) && !cue.may(aThat) && c.np(p) >= 0 { // accused N of stealing the vote
		for t := c.s.Phrases[c.np(p)].To; t+1 < hi && t < p+8; t++ {
			if c.s.Tokens[t].Word == c.r.w.of {
				return c.run(t+1, c.end(t+1, hi, cueClause))
			}
			if c.tag(t).Verb() || c.tag(t) == syntax.Comma {
				break
			}
		}
	}
	if cue.may(aTo) && c.np(p) >= 0 && c.s.Phrases[c.np(p)].Prep < p-1 {
		p = c.extent(c.np(p), hi)
	}
	if p >= hi {
		return none
	}
	if x, ok := c.opener(cue, p, hi, cueClause); ok {
		return x
	}
	if inverted {
		return none
	}
	t := &c.s.Tokens[p]
	w := &c.r.w
	switch {
	case cue.may(aZero) && c.finiteAhead(c.pastPhrase(p, hi), hi):
		p = c.pastPhrase(p, hi)
		return c.run(p, c.end(p, hi, cueClause))
	case cue.may(aInf) && t.Word == w.to && c.vg(p+1) >= 0:
		return c.run(p, c.end(p, hi, cueClause))
	case cue.may(aNoun) && c.np(p) >= 0:
		return c.run(c.begin(c.np(p)), c.trim(p, c.extent(c.np(p), hi)))
	case cue.may(aAbout) && c.aboutWord(p) && c.np(p+1) >= 0:
		return c.run(p, c.extent(c.np(p+1), hi))
	}
	return none
}

// aboutWord says whether token t is a word that leads to what is spoken of.
func (c *scan) aboutWord(t int) bool {
	w := &c.r.w
	switch c.s.Tokens[t].Word {
	case w.about, w.of, w.against, w.for_, w.over:
		return true
	}
	return false
}

// opener looks behind the cue for what opens something said: a quotation mark, "that", a colon, a question word, with nothing but an
// adverb or phrases like "on Monday", "to reporters" between.
func (c *scan) opener(cue *cue, p, hi, cueClause int) (content, bool) {
	w := &c.r.w
	for t := p; t < hi && t < p+16; t++ {
		tok := &c.s.Tokens[t]
		switch tag := tok.Tag; {
		case tag == syntax.OpenQ:
			if q := c.quoteFrom(t + 1); q >= 0 && cue.may(aQuote) {
				if c.partial(p, t, hi) {
					return content{quote: -1}, false
				}
				return c.whole(q), true
			}
			return content{quote: -1}, false
		case tok.Word == w.that && cue.may(aThat) && (tag == syntax.IN || t == p || tag == syntax.WDT):
			if t+1 < hi {
				return c.run(t+1, c.end(t+1, hi, cueClause)), true
			}
		case tag == syntax.Colon && cue.may(aQuote):
			if q := c.quoteFrom(t + 2); q >= 0 && c.tag(t+1) == syntax.OpenQ && c.s.Text[tok.Start] == ':' {
				return c.whole(q), true
			}
			if t+1 < hi && c.s.Text[tok.Start] == ':' {
				return c.run(t+1, c.end(t+1, hi, -1)), true
			}
			return content{quote: -1}, false
		case t == p && cue.may(aWh) && !(tag != syntax.WRB && cue.may(aTo) && c.np(t-1) >= 0 && tok.Word != w.whether && tok.Word != w.if_ && c.s.TokenText(t) != "what") && (tag == syntax.WRB || tag == syntax.WP || tag == syntax.WDT || tok.Word == w.whether || tok.Word == w.if_):
			return c.run(t, c.end(t, hi, cueClause)), true
		case tag == syntax.Stop, tag.Verb() && tag != syntax.VBG, tag == syntax.MD, tag == syntax.WDT, tag == syntax.WP:
			return content{quote: -1}, false
		case tag == syntax.Comma:
			if t+1 < hi && (c.tag(t+1) == syntax.OpenQ || c.s.Tokens[t+1].Word == w.that) {
				continue
			}
			if c.tag(t+1) == syntax.VBG { // "…, she said, warning that": another verb's
				return content{quote: -1}, false
			}
			if t > p && c.tag(t+1) != syntax.OpenQ && !c.commaBefore(t+1, hi) {
				return content{quote: -1}, false
			}
		}
	}
	return content{quote: -1}, false
}

// commaBefore says whether another comma followed by a quotation mark or "that" stands within reach: "said on Monday, after the talks, “…”".
func (c *scan) commaBefore(t, hi int) bool {
	for k := t; k+1 < hi && k < t+10; k++ {
		if c.tag(k) == syntax.Comma && (c.tag(k+1) == syntax.OpenQ || c.s.Tokens[k+1].Word == c.r.w.that) {
			return true
		}
	}
	return false
}

// partial says whether the quote that opens at token t is only part of what is said: a subject stands between cue and quote.
func (c *scan) partial(p, t, hi int) bool {
	n := c.np(p)
	return n >= 0 && c.s.Phrases[n].Prep < 0 && t > p && c.tag(t-1) != syntax.Comma && c.tag(t-1) != syntax.Colon && c.finiteAhead(p, hi)
}

// finiteAhead says whether a clause of its own begins at token p: a noun phrase and then a finite verb.
func (c *scan) finiteAhead(p, hi int) bool {
	if c.np(p) < 0 && c.tag(p) != syntax.EX && c.tag(p) != syntax.DT && c.tag(p) != syntax.PRP && c.tag(p) != syntax.OpenQ {
		return false
	}
	if n := c.np(p); n >= 0 && c.s.Phrases[n].Prep == p-1 {
		return false
	}
	for t := p + 1; t < hi && t < p+18; t++ {
		tag := c.tag(t)
		if tag == syntax.MD || tag == syntax.VBD || tag == syntax.VBZ || tag == syntax.VBP {
			return true
		}
		if tag == syntax.Stop || tag == syntax.WDT || tag == syntax.Comma {
			return false
		}
	}
	return false
}

// pastPhrase passes a phrase like "on Monday" or "in a statement" at token p.
func (c *scan) pastPhrase(p, hi int) int {
	for c.tag(p) == syntax.IN && c.s.Tokens[p].Word != c.r.w.that {
		n := c.np(p + 1)
		if n < 0 || c.extent(n, hi) >= hi {
			break
		}
		p = c.extent(n, hi)
	}
	return p
}

// called is the name that the thing is given: "called it a mistake", "described the vote as “a farce”".
func (c *scan) called(cue *cue, p, hi, cueClause int) content {
	none := content{quote: -1}
	n := c.np(p)
	if n < 0 {
		return none
	}
	t := c.extent(n, hi)
	if t >= hi {
		return none
	}
	if cue.may(aCallAs) {
		for k := t; k < hi && k < t+6; k++ {
			if c.s.Tokens[k].Word == c.r.w.as {
				return c.run(k+1, c.short(k+1, hi, cueClause))
			}
		}
		if !cue.may(aCall) {
			return none
		}
	}
	switch tag := c.tag(t); {
	case tag == syntax.OpenQ, tag.Adjective(), c.np(t) >= 0, c.np(t-1) >= 0 && c.np(t-1) != n && c.np(t) >= 0:
		return c.run(t, c.short(t, hi, cueClause))
	}
	if m := c.np(t - 1); m >= 0 && m != n && c.s.Phrases[m].Prep < 0 { // two objects that extent took for a list
		return c.run(c.s.Phrases[m].From, t)
	}
	return none
}

// short is the end of a name given at token from: a quote, or up to the next comma.
func (c *scan) short(from, hi, cueClause int) int {
	if c.tag(from) == syntax.OpenQ {
		if q := c.quoteFrom(from + 1); q >= 0 {
			return min(c.quotes[q].to+1, hi)
		}
	}
	end := c.end(from, hi, cueClause)
	for t := from; t < end; t++ {
		if c.tag(t) == syntax.Comma {
			return t
		}
	}
	return end
}
