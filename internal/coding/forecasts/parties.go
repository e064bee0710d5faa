package forecasts

import (
	"orrery/internal/coding/actors"
	"orrery/internal/coding/syntax"
)

// parties fills about: the subject's actors, else those of what is to come.
func (x *weighing) parties() {
	s, f := x.s, &x.f
	if f.subject >= 0 {
		x.about = refsOf(s, begin(s, f.subject), extent(s, f.subject), nil)
		if ref := actor(s, f.subject); ref != nil {
			x.about = refsOf(s, s.Phrases[f.subject].From, s.Phrases[f.subject].To, nil)
			if len(x.about) == 0 {
				x.about = []actors.Ref{*ref}
			}
		}
	}
	from := f.to
	if f.noun >= 0 {
		from = begin(s, f.noun)
	}
	if len(x.about) == 0 || f.subject < 0 || actor(s, f.subject) == nil {
		end := len(s.Tokens)
		if f.clause >= 0 && f.verb >= 0 {
			end = max(min(s.Clauses[f.clause].To, end), f.to)
		}
		if x.has && x.cond.from > from {
			end = min(end, x.cond.from)
		}
		x.about = refsOf(s, from, end, x.about)
	}
}

// blank says whether the subject is a pronoun that stands for nobody known.
func (x *weighing) blank() bool {
	if x.f.subject < 0 || x.f.verb < 0 || actor(x.s, x.f.subject) != nil {
		return false
	}
	w := &x.r.w
	switch t := &x.s.Tokens[x.s.Phrases[x.f.subject].Head]; {
	case t.Word == w.this, t.Word == w.that, t.Word == w.it, t.Word == w.what, t.Tag == syntax.EX, t.Tag == syntax.PRP:
		return true
	}
	return false
}

// there says whether the subject is "there".
func (x *weighing) there() bool {
	for t := max(0, x.f.from-2); t < x.f.to; t++ {
		if x.s.Tokens[t].Tag == syntax.EX {
			return true
		}
	}
	return false
}

// goingOn is the first actor of the sentence before in the same paragraph and turn: whom a sentence without names goes on about.
func (x *weighing) goingOn() []actors.Ref {
	if f := x.f.subject; f >= 0 {
		if t := &x.s.Tokens[x.s.Phrases[f].Head]; x.blank() && t.Tag != syntax.PRP {
			return nil // "this", "there": no actor
		}
	}
	if x.there() || x.i == 0 || x.doc.Sentences[x.i-1].Block != x.s.Block || x.doc.Sentences[x.i-1].Turn != x.s.Turn {
		return nil
	}
	before := &x.doc.Sentences[x.i-1]
	for k := range before.Mentions {
		if m := &before.Mentions[k]; m.Head && len(m.Refs) == 1 && m.Refs[0].Code != "" && !m.Place {
			return []actors.Ref{m.Refs[0]}
		}
	}
	return nil
}
