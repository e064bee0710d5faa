package statements

import "orrery/internal/coding/syntax"

// begin is the first token of noun phrase p with its possessor.
func (c *scan) begin(p int) int {
	ph := &c.s.Phrases[p]
	from := ph.From
	for n := 0; ph.Poss >= 0 && ph.Poss < len(c.s.Phrases) && n < 4; n++ {
		ph = &c.s.Phrases[ph.Poss]
		from = min(from, ph.From)
	}
	return from
}

// root follows noun phrase p up through the phrases that it modifies, as long as they stand before it.
func (c *scan) root(p int) int {
	for range 6 {
		up := c.s.Phrases[p].Attach
		if up < 0 || up >= len(c.s.Phrases) || c.s.Phrases[up].From >= c.s.Phrases[p].From {
			break
		}
		p = up
	}
	return p
}

// extent is the token after noun phrase p with the phrases that hang on its end: "of …", "and …", a possessed noun. limit bounds it.
func (c *scan) extent(p, limit int) int {
	to := c.s.Phrases[p].To
	for q := p + 1; q < len(c.s.Phrases) && to < limit; q++ {
		ph := &c.s.Phrases[q]
		if ph.Kind != syntax.NP || ph.From < to && ph.To <= to {
			if ph.Kind == syntax.VG {
				break
			}
			continue
		}
		switch {
		case ph.Prep == to && (ph.From == to+1 || ph.From == to+2):
			if c.s.Tokens[to].Word != c.r.w.of && ph.Attach < 0 || c.s.Tokens[to].Word == c.r.w.as {
				return min(to, limit) // the verb's, not the noun's
			}
			to = ph.To
		case ph.From <= to, ph.Coord >= 0 && ph.From == to+1:
			to = ph.To
		case ph.Coord >= 0 && ph.From == to+2 && c.tag(to) == syntax.Comma:
			to = ph.To
		default:
			return min(to, limit)
		}
	}
	return min(to, limit)
}

// end is the token after the clause that begins at from, within [from, limit): it stops before what belongs to the one who reports
// again, not to the one who is reported.
func (c *scan) end(from, limit, cueClause int) int {
	stop := limit
	for i := range c.s.Clauses {
		cl := &c.s.Clauses[i]
		if cl.From > from && cl.From < stop && cl.Relation == syntax.Coordinate && cueClause >= 0 && cl.Parent == cueClause && cl.Shared {
			stop = cl.From
		}
	}
	if m := c.mainBehind(from, cueClause); m > from {
		stop = min(stop, m)
	}
	w := &c.r.w
	for t := from + 1; t < stop; t++ {
		tok := &c.s.Tokens[t]
		switch {
		case tok.Tag == syntax.Colon && tok.End-tok.Start == 1 && c.s.Text[tok.Start] == ';':
			stop = t
		case tok.Tag == syntax.Comma && t+1 < stop:
			next := &c.s.Tokens[t+1]
			switch next.Word {
			case w.while, w.whereas, w.according:
				stop = t
			default:
				if next.Tag == syntax.VBG {
					if cue, _ := c.r.cues.at(c.s.Tokens, t+1); cue != nil {
						stop = t
					}
				}
			}
		}
	}
	return c.trim(from, stop)
}

// mainBehind is the comma behind which the main clause begins when the cue stands in a clause in front of it: "When Holm said that it
// was over, | Berg left"; -1 if it does not.
func (c *scan) mainBehind(from, cueClause int) int {
	if cueClause < 0 || c.s.Clauses[cueClause].Relation != syntax.Adverbial || c.s.Clauses[cueClause].From > 2 {
		return -1
	}
	for t := from + 1; t+1 < len(c.s.Tokens); t++ {
		if c.tag(t) != syntax.Comma || c.within(t) >= 0 {
			continue
		}
		for k := range c.s.Clauses {
			cl := &c.s.Clauses[k]
			if len(cl.Subject) > 0 && cl.Verb >= 0 && c.begin(cl.Subject[0]) == t+1 && c.s.Phrases[cl.Verb].Verb.Form == syntax.Finite {
				return t
			}
		}
	}
	return -1
}

// trim drops marks and a lone "and" from the end of tokens [from, to), but not a closing quotation mark whose quote lies inside.
func (c *scan) trim(from, to int) int {
	for to > from {
		switch c.tag(to - 1) {
		case syntax.Comma, syntax.Colon, syntax.Stop, syntax.CC, syntax.OpenQ:
			to--
			continue
		}
		break
	}
	return to
}
