package realis

import "orrery/internal/coding/syntax"

// own is what clause i says of itself and what the verb above it makes of it, without dates and adverbs.
func (r *Reader) own(s *syntax.Sentence, i int) Realis {
	c := &s.Clauses[i]
	p := &s.Phrases[c.Verb]
	v := &p.Verb
	var x Realis
	if v.Negated >= 0 {
		x |= Negated
		if r.word(s, v.Negated+1, longer) {
			x |= Stopped
		}
	}
	if !c.Shared && r.denies(s, c.Subject) || r.denies(s, c.Objects) || c.Marker >= 0 && r.word(s, c.Marker, without) {
		x |= Negated
	}
	if v.Tense == syntax.Future {
		x |= Future
	}
	if v.Modal >= 0 {
		if r.word(s, v.Modal, would) && r.underSpeech(s, c) {
			x |= Future
		} else {
			x |= Modal
		}
		if v.Perfect && (r.word(s, v.Modal, would) || r.ifBelow(s, i)) {
			x |= Counterfactual
		}
	}
	if c.Question || c.Marker >= 0 && r.word(s, c.Marker, whether) || c.Relation == syntax.ComplementOf && c.Marker >= 0 && r.word(s, c.Marker, ifs) {
		x |= Question
	}
	if v.Form == syntax.Infinitive && p.From > 0 && s.Tokens[p.From-1].Tag.Adjective() && (r.word(s, p.From-1, unable) || r.word(s, p.From-2, too)) {
		x |= Negated // unable to stop, too weak to attack
	}
	if v.Form == syntax.Gerund && c.Marker > 0 && r.word(s, c.Marker-1, short) {
		x |= Negated // stopped short of attacking
	}
	x |= r.condition(s, i)
	x |= r.governed(s, c)
	if c.Parent < 0 && r.generic(s, c) {
		x |= Habitual
	}
	return x
}

// condition is what an if makes of the clause under it and of the clause above.
func (r *Reader) condition(s *syntax.Sentence, i int) Realis {
	c := &s.Clauses[i]
	v := &s.Phrases[c.Verb].Verb
	if c.Relation == syntax.Adverbial && c.Marker >= 0 && r.opensCondition(s, c.Marker) {
		if v.Perfect && v.Tense == syntax.Past {
			return Conditional | Counterfactual
		}
		return Conditional
	}
	if inverted(s, c) {
		if v.Perfect {
			return Conditional | Counterfactual
		}
		return Conditional
	}
	if (v.Tense == syntax.Future || v.Modal >= 0 || v.Tense == syntax.Present) && r.ifBelow(s, i) {
		return Conditional
	}
	return 0
}

// ifBelow reports whether a clause with if hangs on clause i.
func (r *Reader) ifBelow(s *syntax.Sentence, i int) bool {
	for j := max(0, i-8); j < len(s.Clauses) && j < i+9; j++ {
		c := &s.Clauses[j]
		if c.Parent == i && c.Relation == syntax.Adverbial && c.Marker >= 0 && (r.opensCondition(s, c.Marker) || inverted(s, c)) {
			return true
		}
	}
	return false
}

// opensCondition reports whether the marker at token m is if or unless, "provided that" or "as long as".
func (r *Reader) opensCondition(s *syntax.Sentence, m int) bool {
	return r.word(s, m, ifs|proviso) || r.word(s, m-1, longWord) && m > 1 && s.Tokens[m-2].Word == s.Tokens[m].Word
}

// wanted reports whether the clause, under a verb of demanding, has its verb in the base form: "demanded that it release them".
func (r *Reader) wanted(s *syntax.Sentence, c *syntax.Clause, head int) bool {
	p := &s.Phrases[c.Verb]
	if c.Marker < 0 || !r.word(s, head, demanding) || p.Verb.Modal >= 0 || p.Verb.Tense == syntax.Past || p.Verb.Tense == syntax.Future {
		return false
	}
	switch s.Tokens[p.From].Tag {
	case syntax.VB:
		return true
	case syntax.VBP:
		if len(c.Subject) != 1 {
			return false
		}
		t := s.Tokens[s.Phrases[c.Subject[0]].Head].Tag
		return t == syntax.NN || t == syntax.NNP
	}
	return false
}

// denies reports whether a list begins with no, neither or none.
func (r *Reader) denies(s *syntax.Sentence, list []int) bool {
	if len(list) == 0 {
		return false
	}
	from := s.Phrases[list[0]].From
	return r.word(s, from, no) || from > 0 && s.Tokens[from-1].Tag == syntax.CC && r.word(s, from-1, no)
}

// underSpeech reports whether the clause is what somebody said in the past: "said it would" tells the future.
func (r *Reader) underSpeech(s *syntax.Sentence, c *syntax.Clause) bool {
	for n := 0; n < 6 && c.Parent >= 0; n++ {
		up := &s.Clauses[c.Parent]
		if c.Relation == syntax.ComplementOf {
			return r.word(s, s.Phrases[up.Verb].Head, report) || s.Phrases[up.Verb].Verb.Tense == syntax.Past
		}
		if c.Relation != syntax.Coordinate {
			return false
		}
		c = up
	}
	return false
}

// governed is what the verb or noun above makes of the clause.
func (r *Reader) governed(s *syntax.Sentence, c *syntax.Clause) Realis {
	v := &s.Phrases[c.Verb].Verb
	for n := 0; n < len(s.Clauses) && c.Relation == syntax.Coordinate && c.Shared && c.Parent >= 0; n++ { // bounded: clauses may be in a ring
		up := &s.Clauses[c.Parent]
		if s.Phrases[up.Verb].Verb.Form != v.Form || v.Form == syntax.Finite {
			break
		}
		c, v = up, &s.Phrases[up.Verb].Verb
	}
	if c.Parent < 0 {
		if v.Form == syntax.Infinitive {
			return Future
		}
		return 0
	}
	head := s.Phrases[s.Clauses[c.Parent].Verb].Head
	above := &s.Phrases[s.Clauses[c.Parent].Verb].Verb
	switch c.Relation {
	case syntax.ComplementOf:
		var x Realis
		switch {
		case r.word(s, head, stop):
			x |= Stopped
		case r.word(s, head, begin):
			x |= Begun
		}
		if v.Form == syntax.Infinitive {
			switch {
			case above.Passive && r.word(s, head, hearsay), r.word(s, head, hearsay) && !r.word(s, head, report):
				x |= Reported | Doubted
			case !r.word(s, head, factual|stop|begin):
				x |= Future
			}
			return x
		}
		if r.wanted(s, c, head) {
			return x | Future
		}
		if r.word(s, head, report) {
			x |= Reported
			if r.word(s, head, doubtVerb) {
				x |= Doubted
			}
		}
		return x
	case syntax.OfNoun:
		if v.Form == syntax.Infinitive {
			return Future
		}
	case syntax.Adverbial:
		if v.Form == syntax.Infinitive || c.Marker >= 0 && r.word(s, c.Marker, soWord) && c.Marker+1 < len(s.Tokens) && s.Tokens[c.Marker+1].Tag == syntax.IN && v.Modal >= 0 {
			return Future // in order to stop, so that it can stop
		}
	}
	return 0
}

// generic reports whether the clause tells what plural kinds do: "Missiles cost money".
func (r *Reader) generic(s *syntax.Sentence, c *syntax.Clause) bool {
	v := &s.Phrases[c.Verb].Verb
	if s.Heading || v.Tense != syntax.Present || v.Perfect || v.Progressive || v.Passive || v.Modal >= 0 || len(c.Subject) != 1 {
		return false
	}
	p := &s.Phrases[c.Subject[0]]
	return p.To == p.From+1 && s.Tokens[p.Head].Tag == syntax.NNS && !r.word(s, s.Phrases[c.Verb].Head, report)
}

// inverted reports whether an auxiliary before its subject makes the clause a condition: "Had Iran attacked, …", "Should it attack, …".
func inverted(s *syntax.Sentence, c *syntax.Clause) bool {
	if c.Relation != syntax.Adverbial || c.Marker != 0 {
		return false
	}
	t := s.Tokens[0].Tag
	return t == syntax.MD || t.Verb()
}
