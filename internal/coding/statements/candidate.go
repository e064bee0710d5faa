package statements

import (
	"slices"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/syntax"
)

// candidate is a possible statement of a sentence.
type candidate struct {
	rule    string
	score   float64
	trigger syntax.Span
	about   []actors.Ref
	concept string // "" : the topic of the sentence, else the trigger's words
	grade   int    // 0: not judged
	filters []string
	noun    int // phrase whose head noun is the topic if there is no other, plus one; 0: none
}

// target is what a subject denotes.
type target struct {
	kind byte // 'A' an actor, 'p' people of one, 'r' a relation, 'a' something of an actor, 't' a thing, 0 nothing
	refs []actors.Ref
}

// target reads what noun phrase p stands for.
func (c *scan) target(p int) target {
	ph := &c.s.Phrases[p]
	for i := range c.s.Mentions {
		m := &c.s.Mentions[i]
		if m.Head && !m.Place && (m.Phrase == p || m.From <= ph.Head && ph.Head < m.To) && len(m.Refs) > 0 {
			return target{'A', c.known(nil, m.Refs)}
		}
	}
	if w := c.s.Tokens[ph.Head].Word; w == c.r.w.we && ph.To-ph.From == 1 {
		return target{'w', nil} // the speaker's own side
	}
	to := c.extent(p, len(c.s.Tokens))
	var refs []actors.Ref
	for i := range c.s.Mentions {
		m := &c.s.Mentions[i]
		if m.From >= c.begin(p) && m.To <= to {
			refs = c.known(refs, m.Refs)
		}
	}
	k, n := c.r.carry.nouns.book.Index(c.s.Tokens, ph.Head)
	if n == 0 {
		if c.tag(ph.Head) == syntax.NNS && len(c.others(nil, ph.From, ph.Head)) > 0 {
			return target{'p', refs} // British agents, Turkish diplomats
		}
		return target{0, refs}
	}
	kind := c.r.carry.nouns.kinds[k]
	if kind == 'a' && len(refs) == 0 {
		return target{0, nil}
	}
	return target{kind, refs}
}

// known adds refs that are not there yet.
func (c *scan) known(have []actors.Ref, refs []actors.Ref) []actors.Ref {
	for _, ref := range refs {
		if !slices.ContainsFunc(have, func(h actors.Ref) bool { return Key(&h) == Key(&ref) }) && Key(&ref) != "" {
			have = append(have, ref)
		}
	}
	return have
}

// others are the actors that tokens [from, to) name.
func (c *scan) others(have []actors.Ref, from, to int) []actors.Ref {
	for i := range c.s.Mentions {
		if m := &c.s.Mentions[i]; m.From >= from && m.To <= to {
			have = c.known(have, m.Refs)
		}
	}
	return have
}

// worth is what the kind of subject adds to a score.
func (t target) worth() float64 {
	switch t.kind {
	case 'A':
		return .12
	case 'r':
		if len(t.refs) == 0 {
			return 0
		}
		return .2
	case 'a':
		return .08
	case 'w':
		return .06
	case 'p':
		return .04
	case 't':
		return -.02
	}
	return -.3
}

// goingOn is the first actor that the sentence before names in the same paragraph: what a sentence without names goes on about.
func (c *scan) goingOn() []actors.Ref {
	if c.i == 0 || c.doc.Sentences[c.i-1].Block != c.s.Block || c.doc.Sentences[c.i-1].Turn != c.s.Turn {
		return nil
	}
	for i := range c.doc.Sentences[c.i-1].Mentions {
		if m := &c.doc.Sentences[c.i-1].Mentions[i]; len(m.Refs) == 1 && m.Refs[0].Code != "" && !m.Place {
			return c.known(nil, m.Refs)
		}
	}
	return nil
}
