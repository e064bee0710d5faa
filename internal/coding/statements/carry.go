package statements

import (
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
)

// carry gives a quotation that its own sentence does not attribute to its speaker: who spoke when it was opened, who is named where it
// ends, who spoke right before it, or who stands before the colon that leads to it.
func (c *scan) carry(doc *reading.Reading, i int) {
	if len(c.quotes) == 0 {
		return
	}
	q := &c.quotes[0]
	running := !q.opens && q.from == 0
	if running && !c.used[0] {
		if said, ok := c.r.backward(doc, i, true); ok {
			c.give(said, 0)
			return
		}
	}
	last := len(c.quotes) - 1
	if !c.used[last] && !c.quotes[last].shuts {
		if said, ok := c.r.forward(doc, i); ok {
			c.give(said, last)
			return
		}
	}
	front := q.opens && q.from == 1 && (!q.shuts || len(c.s.Tokens) <= q.to+2)
	if !front || c.used[0] {
		return
	}
	if said, ok := c.r.announced(doc, i-1); ok {
		c.give(said, 0)
		return
	}
	for j := i; j > 0 && j > i-farBack; j-- {
		if said, ok := c.r.backward(doc, j, false); ok {
			c.give(said, 0)
			return
		}
		if len(doc.Sentences[j-1].Quoted) > 0 {
			return
		}
	}
}

// farBack is how many sentences back the speaker of a quotation by itself may have been named.
const farBack = 3

// give attributes quote q to the speaker of an attribution in another sentence. The indexes of that sentence's mentions and clauses
// mean nothing here, so that the speaker goes by name.
func (c *scan) give(said reading.Said, q int) {
	c.used[q] = true
	said.Content, said.Speaker, said.Clause, said.Direct = c.full(q), -1, -1, true
	c.found = append(c.found, said)
}

// backward is the attribution that sentence i carries on: of the quote that was open at the end of the sentence before, or, for a
// quotation by itself, the last of the sentence before, in this paragraph or the last.
func (r *Reader) backward(doc *reading.Reading, i int, running bool) (reading.Said, bool) {
	if i == 0 || doc.Sentences[i].Block-doc.Sentences[i-1].Block > 1 || running && doc.Sentences[i-1].Block != doc.Sentences[i].Block {
		return reading.Said{}, false
	}
	before := &doc.Sentences[i-1]
	for k := len(before.Said) - 1; k >= 0; k-- {
		said := before.Said[k]
		if said.Cue.Start == said.Cue.End {
			continue
		}
		if !running {
			if cue := r.cues.by[said.Verb]; !said.Direct && (cue == nil || !cue.may(aQuote) || cue.may(aThought)) {
				continue
			}
			return said, true
		}
		if n := len(before.Quoted); said.Direct && n > 0 && said.Content.Overlaps(before.Quoted[n-1]) {
			return said, true
		}
	}
	return reading.Said{}, false
}

// announced is who is about to speak at the end of sentence i: "The minister went on:" before the quotation.
func (r *Reader) announced(doc *reading.Reading, i int) (reading.Said, bool) {
	if i < 0 || len(doc.Sentences[i].Tokens) < 2 || len(doc.Sentences[i].Quoted) > 0 || doc.Sentences[i+1].Block-doc.Sentences[i].Block > 1 {
		return reading.Said{}, false
	}
	noCue := &cue{} // any verb will do where a colon leads to a quotation
	c := newScan(r, doc, i)
	defer c.free()
	end := &c.s.Tokens[len(c.s.Tokens)-1]
	if end.Tag != syntax.Colon || c.s.Text[end.Start] != ':' {
		return reading.Said{}, false
	}
	for k := len(c.s.Tokens) - 2; k >= 0; k-- {
		g := c.vg(k)
		if g < 0 || c.s.Phrases[g].Head != k {
			continue
		}
		verb, n := r.cues.at(c.s.Tokens, k)
		if verb == nil {
			verb, n = noCue, 1
		}
		src, ok := c.sourceOf(k, g, verb, 0, len(c.s.Tokens))
		if !ok || c.expletive(src) {
			continue
		}
		said := reading.Said{Cue: c.s.TokenSpan(c.s.Phrases[g].From, max(k+n, c.s.Phrases[g].To)), Source: c.s.TokenSpan(src.from, src.to),
			Verb: r.cues.name(r.lex, &c.s.Tokens[k], verb, n)}
		c.name(&said, src)
		return said, true
	}
	return reading.Said{}, false
}

// maxAhead is how many sentences a quotation may run before its speaker is named.
const maxAhead = 8

// forward is the attribution that stands behind the quote left open by sentence i, in the sentence where the quote ends.
func (r *Reader) forward(doc *reading.Reading, i int) (reading.Said, bool) {
	for j := i + 1; j < len(doc.Sentences) && j <= i+maxAhead; j++ {
		s := &doc.Sentences[j]
		if s.Continued == 0 || len(s.Quoted) == 0 || len(s.Tokens) == 0 {
			return reading.Said{}, false
		}
		c := newScan(r, doc, j)
		if len(c.quotes) == 0 || c.quotes[0].from != 0 {
			c.free()
			return reading.Said{}, false
		}
		if !c.quotes[0].shuts {
			c.free()
			continue
		}
		first := c.quotes[0].Span
		c.verbs()
		c.phrases()
		found := c.found
		c.free()
		for _, said := range found {
			if said.Direct && said.Content.Holds(first) {
				return said, true
			}
		}
		return reading.Said{}, false
	}
	return reading.Said{}, false
}
