package statements

import (
	"strings"

	"orrery/internal/coding/syntax"
)

// minds finds what somebody is said to be sure of, worried about or critical of: a copula, an adjective of mind, and a that-clause or
// "of", "about" with what it is about.
func (c *scan) minds() {
	for k := 1; k+1 < len(c.s.Tokens); k++ {
		if t := &c.s.Tokens[k]; !t.Tag.Adjective() && !t.Tag.Verb() {
			continue
		}
		term, n := c.r.minds.At(c.s.Tokens, k)
		if term == nil || k+n >= len(c.s.Tokens) {
			continue
		}
		g, clause := -1, -1
		for v := k; v >= 0 && v >= k-4 && g < 0; v-- { // is very much convinced
			if p := c.vg(v); p >= 0 && (c.s.Tokens[c.s.Phrases[p].Head].Lemma == c.r.w.be || c.s.Phrases[p].Verb.Passive && c.s.Phrases[p].Head == k) && c.clause[p] >= 0 {
				g, clause = p, int(c.clause[p])
			} else if tag := c.tag(v); v < k && tag != syntax.RB {
				break
			}
		}
		if g < 0 {
			continue
		}
		lo, hi := c.bounds(k)
		src, ok := c.subject(clause, c.s.Phrases[g].From, lo)
		if !ok || c.expletive(src) || src.to > c.s.Phrases[g].From {
			continue
		}
		own := &cue{verb: term.Name}
		switch t := k + n; {
		case c.s.Tokens[t].Word == c.r.w.that && t+1 < hi && strings.Contains(term.Columns[0], "t"):
			c.add(own, src, clause, c.s.Phrases[g].From, t, c.run(t+1, c.end(t+1, hi, clause)))
		case (c.s.Tokens[t].Word == c.r.w.of && strings.Contains(term.Columns[0], "o") ||
			c.s.Tokens[t].Word == c.r.w.about && strings.Contains(term.Columns[0], "a")) && c.np(t+1) >= 0 && t+1 < hi:
			c.add(own, src, clause, c.s.Phrases[g].From, t, c.run(c.begin(c.np(t+1)), c.extent(c.np(t+1), hi)))
		}
	}
}
