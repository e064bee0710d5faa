package statements

import (
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
)

// Attribute finds who says what in sentence i of r: every verb or noun of saying, "according to", a name before a colon, a
// quotation that an earlier sentence opened or a later one attributes, and last the turn's speaker for the whole sentence (without a
// cue). Spans are bytes of the document: Content of a quotation is what stands between the marks, with what it has in the sentences
// before and after, else the clause that is said without "that".
// Sentences before i must have their Said already; those after i must be chunked. A document may be read by one goroutine only.
func (r *Reader) Attribute(doc *reading.Reading, i int) []reading.Said {
	if i < 0 || i >= len(doc.Sentences) || len(doc.Sentences[i].Tokens) == 0 {
		return nil
	}
	c := newScan(r, doc, i)
	defer c.free()
	c.verbs()
	c.phrases()
	c.minds()
	c.colon()
	c.leftover()
	c.carry(doc, i)
	c.turn(doc, i)
	return c.found
}

// turn gives an interview's sentence to the one whose turn it is.
func (c *scan) turn(doc *reading.Reading, i int) {
	if t, ok := doc.Speaker(i); ok {
		c.found = append(c.found, reading.Said{Content: c.s.Span, Speaker: -1, Name: t.Speaker, Direct: true, Clause: -1})
	}
}

// verbs finds the attributions by a verb of saying.
func (c *scan) verbs() {
	for k := range c.s.Tokens {
		if !c.s.Tokens[k].Tag.Verb() {
			continue
		}
		cue, n := c.r.cues.at(c.s.Tokens, k)
		if cue == nil {
			continue
		}
		g := c.vg(k)
		if g >= 0 && c.s.Phrases[g].Head != k {
			continue
		}
		own := *cue
		own.verb = c.r.cues.name(c.r.lex, &c.s.Tokens[k], cue, n)
		c.verb(&own, k, n, g)
	}
}

// verb tries the cue of n tokens at k.
func (c *scan) verb(cue *cue, k, n, g int) {
	lo, hi := c.bounds(k)
	w := &c.r.w
	clause := -1
	if g >= 0 {
		clause = int(c.clause[g])
	}
	if g >= 0 && c.s.Phrases[g].Verb.Form == syntax.Infinitive && cue.may(aThought) {
		return
	}
	src, ok := c.sourceOf(k, g, cue, lo, hi)
	if c.s.Tokens[k].Tag == syntax.VBG && k >= 2 && c.s.Tokens[k-1].Word == w.as && c.s.Tokens[k-2].Lemma == w.quote {
		// "was quoted as saying": the subject of the passive speaks
		if q := c.vg(k - 2); q >= 0 && c.clause[q] >= 0 {
			src, ok = c.subject(int(c.clause[q]), c.s.Phrases[q].From, lo)
		}
	}
	if !ok || c.expletive(src) && !c.itSpeaks(src, cue) {
		return
	}
	cueFrom, cueTo := k, max(k+n, c.endOf(g))
	if g >= 0 {
		cueFrom = c.s.Phrases[g].From
	}
	if cueTo > k+n && cue.may(aAbout) && c.aboutWord(cueTo-1) { // "complained about" read as one verb
		cueTo--
	}
	if src.agent {
		c.passive(cue, src, clause, cueFrom, cueTo, hi)
		return
	}
	if src.from > lo && c.s.Tokens[src.from-1].Word == w.as && src.to <= cueFrom && c.tag(cueTo) != syntax.OpenQ && c.s.Tokens[src.from-1].Tag != syntax.RB {
		c.around(src.from-1, cueFrom, cueTo, src, cueTo, lo, hi, cue.verb)
		return
	}
	left, right := cueFrom, cueTo
	if src.inverted {
		right = max(right, src.to)
	} else if src.to <= cueFrom && cueFrom-src.to < 4 {
		left = src.from
	}
	first := c.after(cue, right, hi, clause, src.inverted)
	var second content
	second.quote = -1
	if q := c.quoteBefore(left); q >= 0 && cue.may(aQuote) && !c.short3(q) && c.quotes[q].from >= lo && (first.empty() || first.quote >= 0) {
		x, y := c.before(cue, left, right, lo, hi)
		if y.empty() {
			y = first
		}
		first, second = x, y
	} else if first.empty() {
		first, second = c.before(cue, left, right, lo, hi)
	}
	c.add(cue, src, clause, cueFrom, cueTo, first)
	c.add(cue, src, clause, cueFrom, cueTo, second)
}

// passive is "the ban was condemned by Minsk (as …)": the subject is what is spoken of.
func (c *scan) passive(cue *cue, src source, clause, cueFrom, cueTo, hi int) {
	cl := &c.s.Clauses[clause]
	if !cue.may(aNoun|aCall|aCallAs|aQuote) || len(cl.Subject) == 0 {
		return
	}
	p := cl.Subject[0]
	x := c.run(c.begin(p), min(c.extent(p, hi), max(cueFrom, c.s.Phrases[p].To)))
	if src.to < hi && c.s.Tokens[src.to].Word == c.r.w.as && src.to+1 < hi {
		x = c.run(src.to+1, c.short(src.to+1, hi, clause))
	}
	c.add(cue, src, clause, cueFrom, cueTo, x)
}

func (c *scan) endOf(g int) int {
	if g < 0 {
		return 0
	}
	return c.s.Phrases[g].To
}

// expletive says whether a source is nobody: it, there, this, that.
func (c *scan) expletive(src source) bool {
	if src.to-src.from != 1 {
		return false
	}
	switch t := &c.s.Tokens[src.from]; {
	case t.Word == c.r.w.it, t.Word == c.r.w.there, t.Word == c.r.w.this, t.Word == c.r.w.that, t.Tag == syntax.EX, t.Tag == syntax.WDT, t.Tag == syntax.DT:
		return true
	}
	return false
}

// itSpeaks says whether a source "it" is whoever was named before: "It added, “…”", "… , it said". Verbs of thought have no such subject.
func (c *scan) itSpeaks(src source, cue *cue) bool {
	return c.s.Tokens[src.from].Word == c.r.w.it && cue.may(aQuote) && !cue.may(aThought)
}

// add keeps an attribution if there is something said.
func (c *scan) add(cue *cue, src source, clause, cueFrom, cueTo int, x content) {
	if x.empty() || cueFrom >= cueTo || src.from >= src.to {
		return
	}
	said := reading.Said{Cue: c.s.TokenSpan(cueFrom, cueTo), Source: c.s.TokenSpan(src.from, src.to), Clause: clause, Verb: cue.verb, Speaker: -1}
	if x.quote >= 0 {
		said.Content, said.Direct = c.full(x.quote), true
	} else {
		said.Content = c.s.TokenSpan(x.from, x.to)
	}
	if said.Content.Overlaps(said.Source) || said.Content.Overlaps(said.Cue) {
		return
	}
	c.name(&said, src)
	c.found = append(c.found, said)
}

// name finds the mention that speaks, or keeps the words of the source.
func (c *scan) name(said *reading.Said, src source) {
	head := src.from
	if src.phrase >= 0 {
		head = c.s.Phrases[src.phrase].Head
	}
	best := -1
	for m := range c.s.Mentions {
		x := &c.s.Mentions[m]
		if !x.Head || !said.Source.Overlaps(x.Span) {
			continue
		}
		if x.From <= head && head < x.To || x.Phrase == src.phrase && src.phrase >= 0 {
			best = m
			break
		}
	}
	said.Name = said.Source.Of(c.s.Text)
	if best >= 0 {
		said.Speaker = best
		if refs := c.s.Mentions[best].Refs; len(refs) > 0 && refs[0].Name != "" {
			said.Name = refs[0].Name
		}
	}
}
