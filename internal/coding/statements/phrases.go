package statements

import (
	"slices"

	"orrery/internal/coding/syntax"
)

// phrases finds the attributions without a verb of saying: according to S; in S's words, view, opinion; as S put it; S's claim that.
func (c *scan) phrases() {
	w := &c.r.w
	for k := range c.s.Tokens {
		t := &c.s.Tokens[k]
		switch {
		case t.Word == w.according && k+1 < len(c.s.Tokens) && c.s.Tokens[k+1].Word == w.to:
			c.accordingTo(k, k+2, "according")
		case t.Word == w.in:
			c.inView(k)
		case t.Lemma == w.put && c.s.Tokens[k].Tag.Verb():
			c.asPut(k)
		case t.Tag.Noun():
			c.noun(k)
		}
	}
}

// accordingTo is "according to S, C" and "C, according to S": the cue is tokens [k, p).
func (c *scan) accordingTo(k, p int, verb string) {
	lo, hi := c.bounds(k)
	n := c.np(p)
	if n < 0 || p >= hi {
		return
	}
	src := source{from: min(p, c.begin(n)), phrase: n}
	src.from = max(src.from, p)
	src.to = c.apposed(c.extent(n, hi), hi)
	c.around(k, k, p, src, src.to, lo, hi, verb)
}

// around gives the source what stands before or behind an inserted phrase of tokens [k, right) whose cue is [cueFrom, cueTo).
func (c *scan) around(k, cueFrom, cueTo int, src source, right, lo, hi int, verb string) {
	cue := &cue{verb: verb}
	from := k
	for from > lo && (c.tag(from-1) == syntax.RB || c.tag(from-1) == syntax.Comma || c.tag(from-1) == syntax.Bracket) {
		from--
	}
	if from-lo <= 2 || !c.holdsVerb(lo, from) { // it opens the sentence: all behind the comma
		t := right
		for t < hi && t < right+25 && c.tag(t) != syntax.Comma {
			t++
		}
		if t >= hi || c.tag(t) != syntax.Comma {
			t = right - 1
		}
		if t+1 < hi {
			c.add(cue, src, -1, cueFrom, cueTo, c.run(t+1, c.end(t+1, hi, -1)))
		}
		return
	}
	if q := c.quoteBefore(from); q >= 0 && c.quotes[q].from-lo <= 1 {
		c.add(cue, src, -1, cueFrom, cueTo, c.whole(q))
		return
	}
	start := c.opening(from, lo)
	c.add(cue, src, -1, cueFrom, cueTo, c.run(start, c.trim(start, from)))
}

// inView is "in the minister's words", "in his view", "in the opinion of S".
func (c *scan) inView(k int) {
	n := c.np(k + 1)
	if n < 0 {
		return
	}
	w := &c.r.w
	for q := n + 1; q < len(c.s.Phrases) && q < n+3; q++ {
		if c.s.Phrases[q].Kind == syntax.NP && c.s.Phrases[q].Poss == n {
			n = q
		}
	}
	ph := &c.s.Phrases[n]
	head := c.s.Tokens[ph.Head].Word
	if head != w.words_ && head != w.view && head != w.opinion && head != w.eyes && head != w.account {
		return
	}
	lo, hi := c.bounds(k)
	if ph.To < hi && c.s.Tokens[ph.To].Word == w.of && c.np(ph.To+1) >= 0 {
		m := c.np(ph.To + 1)
		src := source{from: ph.To + 1, to: c.extent(m, hi), phrase: m}
		c.around(k, k, ph.To+1, src, src.to, lo, hi, "view")
		return
	}
	if ph.Head <= k+1 {
		return
	}
	src := source{from: k + 1, to: ph.Head, phrase: -1}
	if ph.Poss >= 0 {
		src.phrase = ph.Poss
	}
	if c.tag(src.to-1) == syntax.POS {
		src.to--
	}
	if src.to > src.from && (c.tag(src.from) == syntax.PRPS || c.tag(src.to) == syntax.POS) {
		c.around(k, k, ph.To, src, ph.To, lo, hi, "view")
	}
}

// asPut is "as the minister put it".
func (c *scan) asPut(k int) {
	w := &c.r.w
	if k+1 >= len(c.s.Tokens) || c.s.Tokens[k+1].Word != w.it {
		return
	}
	lo, hi := c.bounds(k)
	n := c.np(k - 1)
	if n < 0 {
		return
	}
	from := c.begin(c.root(n))
	if from-1 < lo || c.s.Tokens[from-1].Word != w.as {
		return
	}
	src := source{from: from, to: k, phrase: c.root(n)}
	c.around(from-1, k, k+2, src, k+2, lo, hi, "put it")
}

// noun is a noun of saying with its speaker and what is said: "Moscow's claim that …", "the statement by the ministry that …", "the
// envoy's view is that …", "issued a warning that …".
func (c *scan) noun(k int) {
	term, length := c.r.nouns.At(c.s.Tokens, k)
	if term == nil || length != 1 {
		return
	}
	w := &c.r.w
	_, hi := c.bounds(k)
	n := c.np(k)
	if n < 0 || c.s.Phrases[n].Head != k {
		return
	}
	src, t := c.ownerOf(n, k, hi)
	if src.from >= src.to {
		src = c.giver(n, k)
	}
	hi = c.beforeVerbOf(n, hi)
	if src.from >= src.to || t >= hi {
		return
	}
	if g := c.vg(t); g >= 0 && t+2 < hi && c.s.Tokens[c.s.Phrases[g].Head].Lemma == w.be && c.s.Phrases[g].To-t == 1 { // the envoy's view is that …
		switch q := c.quoteFrom(t + 2); {
		case c.s.Tokens[t+1].Word == w.that:
			t++
		case q >= 0 && c.tag(t+1) == syntax.OpenQ:
			c.add(&cue{verb: term.Name}, src, -1, k, k+1, c.whole(q))
			return
		}
	}
	if c.s.Tokens[t].Word != w.that || c.tag(t) == syntax.WDT && !c.finiteAhead(t+1, hi) || t+1 >= hi {
		return
	}
	if g := c.vg(t + 1); g >= 0 { // "the claim that caused …": a relative clause
		return
	}
	c.add(&cue{verb: term.Name}, src, -1, k, k+1, c.run(t+1, c.end(t+1, hi, -1)))
}

// ownerOf is who stands beside the noun of saying k, the head of phrase n, as its owner, and the token behind both.
func (c *scan) ownerOf(n, k, hi int) (source, int) {
	w, ph, t := &c.r.w, &c.s.Phrases[n], k+1
	if t < hi && (c.s.Tokens[t].Word == w.by || c.s.Tokens[t].Word == w.of || c.s.Tokens[t].Word == w.from) && c.np(t+1) >= 0 {
		m := c.np(t + 1)
		to := c.extent(m, hi)
		return source{from: t + 1, to: to, phrase: m}, to
	}
	if ph.Poss >= 0 {
		src := source{from: c.begin(ph.Poss), to: c.s.Phrases[ph.Poss].To, phrase: ph.Poss}
		if src.to > src.from && c.tag(src.to-1) == syntax.POS {
			src.to--
		}
		src.to = min(src.to, k)
		return src, t
	}
	src := source{phrase: -1}
	for i := ph.From; i < k; i++ {
		if c.tag(i) == syntax.PRPS || c.tag(i) == syntax.POS && i > ph.From {
			src = source{from: ph.From, to: i, phrase: n}
			if c.tag(i) == syntax.PRPS {
				src.from, src.to = i, i+1
			}
		}
	}
	return src, t
}

// giver is the subject of a verb like issue, voice or make whose object is phrase n: who issued the warning says what it says.
func (c *scan) giver(n, k int) source {
	for i := range c.s.Clauses {
		cl := &c.s.Clauses[i]
		if !slices.Contains(cl.Objects, n) || cl.Verb < 0 || c.s.Phrases[cl.Verb].Verb.Passive {
			continue
		}
		v := &c.s.Phrases[cl.Verb]
		if term, _ := c.r.giving.At(c.s.Tokens, v.Head); term == nil || v.To > k {
			return source{}
		}
		if src, ok := c.subject(i, v.From, 0); ok && !c.expletive(src) && src.to <= v.From {
			return src
		}
	}
	return source{}
}

// beforeVerbOf is the end of what may hang on phrase n when n is the subject of a verb: "the claim that the vote was stolen | found no
// echo". A copula right behind the noun opens what is said.
func (c *scan) beforeVerbOf(n, hi int) int {
	for i := range c.s.Clauses {
		cl := &c.s.Clauses[i]
		if len(cl.Subject) == 0 || cl.Subject[0] != n || cl.Shared || cl.Verb < 0 {
			continue
		}
		if v := &c.s.Phrases[cl.Verb]; v.From > c.s.Phrases[n].To+2 {
			return min(hi, v.From)
		}
	}
	return hi
}

// colon is "S: C" at the start of a sentence: a name, a colon, and a quotation or a sentence.
func (c *scan) colon() {
	n := c.np(0)
	if n < 0 || len(c.s.Tokens) < 4 {
		return
	}
	for t := 1; t < len(c.s.Tokens)-1 && t < 14; t++ {
		tok := &c.s.Tokens[t]
		if tok.Tag.Verb() || tok.Tag == syntax.MD {
			return
		}
		if tok.Tag != syntax.Colon || c.s.Text[tok.Start] != ':' {
			continue
		}
		if c.extent(n, t) < t && c.apposed(c.extent(n, t), t) < t {
			return
		}
		quoted := c.tag(t+1) == syntax.OpenQ
		if !quoted && !(c.names(0, t) && c.holdsVerb(t+1, len(c.s.Tokens))) {
			return
		}
		src := source{from: 0, to: t, phrase: n}
		c.add(&cue{verb: ":"}, src, -1, t, t+1, c.run(t+1, c.end(t+1, len(c.s.Tokens), -1)))
		return
	}
}

// names says whether tokens [from, to) name somebody: a mention that denotes an actor and is no place.
func (c *scan) names(from, to int) bool {
	for i := range c.s.Mentions {
		m := &c.s.Mentions[i]
		if m.Head && !m.Place && m.From >= from && m.To <= to && m.Span.End == c.s.Tokens[to-1].End {
			return true
		}
	}
	return false
}
