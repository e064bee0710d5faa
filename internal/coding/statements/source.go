package statements

import (
	"orrery/internal/coding/syntax"
)

// source is the words that name who speaks, tokens [from, to), with the noun phrase at their heart.
type source struct {
	from, to, phrase int
	inverted         bool // it stands behind the verb
	agent            bool // by-phrase of a passive
}

// maxSource is how many tokens a source may take before it is cut back to its noun phrase.
const maxSource = 30

// sourceOf finds who speaks for the cue at token k of verb group g (-1: no group).
func (c *scan) sourceOf(k, g int, cue *cue, lo, hi int) (source, bool) {
	left, right := k, k+1
	if g >= 0 {
		left, right = c.s.Phrases[g].From, c.s.Phrases[g].To
	}
	if g >= 0 && c.s.Phrases[g].Verb.Passive {
		return c.agentOf(g)
	}
	// "…", said the minister: the subject stands behind.
	if (cue.may(aInvert) || cue.may(aQuote)) && left > lo && c.closed(left) && !c.subjectBefore(g, left) {
		if p := c.np(right); p >= 0 && right < hi && c.s.Phrases[p].Prep < 0 && !c.verbAfter(p, hi) {
			return source{from: c.begin(p), to: c.apposed(c.extent(p, hi), hi), phrase: p, inverted: true}, true
		}
	}
	if g >= 0 && c.clause[g] >= 0 {
		if src, ok := c.subject(int(c.clause[g]), left, lo); ok {
			return src, true
		}
	}
	t := left - 1
	for t >= lo && (c.tag(t) == syntax.RB || c.tag(t) == syntax.MD) {
		t--
	}
	if c.tag(t) == syntax.Comma { // "Graham, a former minister, told": back over the inserted words
		for u := t - 1; u > lo && u > t-18; u-- {
			if p := c.np(u - 1); c.tag(u) == syntax.Comma && p >= 0 {
				root := c.root(p)
				return source{from: max(lo, c.begin(root)), to: t, phrase: root}, true
			}
		}
	}
	if p := c.np(t); p >= 0 && t >= lo {
		root := c.root(p)
		return source{from: max(lo, c.begin(root)), to: t + 1, phrase: root}, true
	}
	return source{}, false
}

// subjectBefore says whether the verb has a subject of its own in front of it, outside of any quotation.
func (c *scan) subjectBefore(g, left int) bool {
	if g < 0 || c.clause[g] < 0 {
		return false
	}
	cl := &c.s.Clauses[c.clause[g]]
	if len(cl.Subject) == 0 || cl.Shared {
		return false
	}
	p := &c.s.Phrases[cl.Subject[0]]
	return p.To <= left && c.within(p.Head) < 0
}

// closed says whether what stands before token t ends something said: a quote or a comma.
func (c *scan) closed(t int) bool {
	tag := c.tag(t - 1)
	return tag == syntax.Comma || tag == syntax.CloseQ || c.quoteBefore(t) >= 0
}

// verbAfter says whether a finite verb stands right behind noun phrase p: then p is that verb's subject and nobody's source.
func (c *scan) verbAfter(p, hi int) bool {
	t := c.extent(p, hi)
	g := c.vg(t)
	return g >= 0 && t < hi && c.s.Phrases[g].Verb.Form == syntax.Finite
}

// apposed takes ", the foreign minister of X" into a source that ends at token to, if a comma or the end follows it.
func (c *scan) apposed(to, hi int) int {
	if c.tag(to) != syntax.Comma || to+1 >= hi {
		return to
	}
	p := c.np(to + 1)
	if p < 0 || c.s.Phrases[p].Prep >= 0 && c.s.Phrases[p].Prep != to {
		return to
	}
	for t := to + 1; t < hi && t < to+14; t++ {
		if tag := c.tag(t); tag == syntax.Comma || tag == syntax.Stop {
			return t
		}
		if c.vg(t) >= 0 || c.tag(t) == syntax.OpenQ {
			return to
		}
	}
	return to
}

func (c *scan) agentOf(g int) (source, bool) {
	if c.clause[g] < 0 {
		return source{}, false
	}
	cl := &c.s.Clauses[c.clause[g]]
	if len(cl.Agent) == 0 {
		return source{}, false
	}
	p := cl.Agent[0]
	return source{from: c.begin(p), to: c.extent(p, len(c.s.Tokens)), phrase: p, agent: true}, true
}

// subject is the source from what the clause calls its subject; without one, that of the clause above.
func (c *scan) subject(clause, left, lo int) (source, bool) {
	cl := &c.s.Clauses[clause]
	far := cl.Shared || cl.Relation == syntax.Relative
	for up := 0; len(cl.Subject) == 0 && cl.Parent >= 0 && cl.Parent < len(c.s.Clauses) && up < 3; up++ {
		if cl.Relation == syntax.ComplementOf && c.s.Phrases[cl.Verb].Verb.Form == syntax.Finite {
			return source{}, false
		}
		cl, far = &c.s.Clauses[cl.Parent], true
	}
	if len(cl.Subject) == 0 {
		return source{}, false
	}
	first, last := cl.Subject[0], cl.Subject[len(cl.Subject)-1]
	from, to := c.begin(first), c.extent(last, len(c.s.Tokens))
	if from < lo {
		return source{}, false
	}
	if to > left && from < left {
		to = left
	}
	if from < left && to+1 < left && c.tag(to) == syntax.Comma && c.tag(left-1) == syntax.Comma && (c.tag(to+1) == syntax.WP || c.tag(to+1) == syntax.WDT) {
		far = false // "the analyst, who studied in Oslo, argued"
	}
	if !far && from < left {
		full := left
		for full > to && (c.tag(full-1) == syntax.RB || c.tag(full-1) == syntax.Comma || c.tag(full-1) == syntax.MD || c.tag(full-1) == syntax.Bracket) {
			full--
		}
		if full-from <= maxSource && full > to {
			to = full
		}
	}
	if from >= to {
		return source{}, false
	}
	return source{from: from, to: to, phrase: first, inverted: from > left}, true
}
