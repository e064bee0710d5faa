package statements

import "orrery/internal/coding/syntax"

// leastWords is how many tokens a quotation must have to be somebody's words when no verb of saying leads to it; shorter ones are
// names and ironies.
const leastWords = 4

// leftover attributes quotations that no verb of saying has taken: “…,” S charged, with any verb; S released this statement: “…”;
// S thanked them for “…”.
func (c *scan) leftover() {
	for q := range c.quotes {
		x := &c.quotes[q]
		if c.used[q] || x.to-x.from < leastWords || c.covered(x.Span) {
			continue
		}
		if c.behind(q) || !x.opens {
			continue
		}
		c.leading(q)
	}
}

func (c *scan) covered(span syntax.Span) bool {
	for i := range c.found {
		if c.found[i].Content.Holds(span) && c.found[i].Cue.Start < c.found[i].Cue.End {
			return true
		}
	}
	return false
}

// behind is “…,” S V: a quotation that ends in a comma, ? or ! and then a subject with a finite verb of whatever kind.
func (c *scan) behind(q int) bool {
	x := &c.quotes[q]
	if !x.shuts || x.to+2 >= len(c.s.Tokens) {
		return false
	}
	last := c.s.TokenText(x.to - 1)
	if last != "," && last != "?" && last != "!" && c.tag(x.to+1) != syntax.Comma {
		return false
	}
	t := x.to + 1
	if c.tag(t) == syntax.Comma {
		t++
	}
	if c.misread(q, t) || c.cried(q, t) {
		return true
	}
	n := c.np(t)
	if n < 0 {
		return false
	}
	for g := range c.s.Phrases {
		p := &c.s.Phrases[g]
		if p.Kind != syntax.VG || p.From < c.s.Phrases[n].To {
			continue
		}
		if p.Verb.Form != syntax.Finite || p.Verb.Passive || p.From-t > maxSource {
			return false
		}
		if p.From-c.extent(n, p.From) > 0 && c.tag(c.extent(n, p.From)) != syntax.Comma && c.tag(c.extent(n, p.From)) != syntax.RB {
			return false
		}
		src := source{from: c.begin(n), to: c.trim(t, p.From), phrase: n}
		if c.expletive(src) {
			return false
		}
		c.add(&cue{verb: c.r.cues.name(c.r.lex, &c.s.Tokens[p.Head], &cue{}, 1)}, src, int(c.clause[g]), p.From, p.To, c.whole(q))
		return true
	}
	return false
}

// quietUntilMark says whether no finite verb stands between token t and the next comma or stop.
func (c *scan) quietUntilMark(t int) bool {
	for ; t < len(c.s.Tokens) && c.tag(t) != syntax.Comma && c.tag(t) != syntax.Stop; t++ {
		switch c.tag(t) {
		case syntax.VBD, syntax.VBZ, syntax.VBP, syntax.MD:
			return false
		}
	}
	return true
}

// cried is “…!” cried the guard: any verb in the past right behind a quotation, and who did so behind it.
func (c *scan) cried(q, t int) bool {
	if tag := c.tag(t); tag != syntax.VBD && tag != syntax.VBN && tag != syntax.VBZ {
		return false
	}
	n := c.np(t + 1)
	if n < 0 || c.s.Phrases[n].From != t+1 || c.verbAfter(n, len(c.s.Tokens)) || c.tag(t+1) == syntax.PRP && c.tag(t+2) != syntax.Stop {
		return false
	}
	src := source{from: c.begin(n), to: c.apposed(c.extent(n, len(c.s.Tokens)), len(c.s.Tokens)), phrase: n, inverted: true}
	c.add(&cue{verb: c.r.cues.name(c.r.lex, &c.s.Tokens[t], &cue{}, 1)}, src, -1, t, t+1, c.whole(q))
	return true
}

// leading is the verb of saying before the quotation in its sentence, or any verb where a colon leads to it.
func (c *scan) leading(q int) {
	x := &c.quotes[q]
	mark := x.from - 1
	colon := c.tag(mark-1) == syntax.Colon && c.s.Text[c.s.Tokens[mark-1].Start] == ':'
	for g := len(c.s.Phrases) - 1; g >= 0; g-- {
		p := &c.s.Phrases[g]
		if p.Kind != syntax.VG || p.To > mark || mark-p.To > 24 || c.within(p.Head) >= 0 {
			continue
		}
		k, _ := c.r.cues.at(c.s.Tokens, p.Head)
		if k == nil && !colon {
			continue
		}
		if k == nil {
			k = &cue{}
		}
		src, ok := c.sourceOf(p.Head, g, k, 0, len(c.s.Tokens))
		if !ok || c.expletive(src) || src.to > mark {
			continue
		}
		own := cue{verb: c.r.cues.name(c.r.lex, &c.s.Tokens[p.Head], k, 1)}
		c.add(&own, src, int(c.clause[g]), p.From, p.To, c.whole(q))
		return
	}
}

// misread is “…,” Holm notes, or “…,” Holm added: a verb of saying that the tagger took for a noun or a passive participle, with the
// speaker right before it and nothing but the end or a phrase behind.
func (c *scan) misread(q, t int) bool {
	for k := t + 1; k < len(c.s.Tokens) && k < t+6; k++ {
		if tag := c.tag(k - 1); !tag.Noun() && tag != syntax.PRP && c.s.Tokens[k-1].Shape&syntax.Capital == 0 && (tag != syntax.DT && !tag.Adjective() && tag != syntax.PRPS && tag != syntax.POS) {
			return false
		}
		verb, n := c.r.cues.at(c.s.Tokens, k)
		if verb == nil || n != 1 || !verb.may(aQuote) {
			continue
		}
		switch tag := c.tag(k); {
		case tag.Noun() && (c.tag(k-1).Noun() || c.tag(k-1) == syntax.PRP):
			if next := c.tag(k + 1); k+1 < len(c.s.Tokens) && next != syntax.Stop && next != syntax.Comma && !(next == syntax.IN && c.quietUntilMark(k+1)) {
				return false
			}
		case tag.Verb() && tag != syntax.VBG:
			if c.tag(k+1) == syntax.IN && c.s.Tokens[k+1].Word == c.r.w.by || tag != syntax.VBD && tag != syntax.VBN && !c.quietUntilMark(k+1) {
				return false
			}
		default:
			continue
		}
		own := cue{verb: c.r.cues.name(c.r.lex, &c.s.Tokens[k], verb, 1)}
		src := source{from: t, to: k, phrase: c.np(k - 1)}
		c.add(&own, src, -1, k, k+1, c.whole(q))
		for u := k + 1; u < k+8 && !c.tag(u).Verb(); u++ { // "…," Holm told them, "…"
			if n := c.quoteFrom(u + 2); n >= 0 && c.tag(u) == syntax.Comma && c.tag(u+1) == syntax.OpenQ && !c.used[n] {
				c.add(&own, src, -1, k, k+1, c.whole(n))
				break
			}
		}
		return true
	}
	return false
}
