package statements

import (
	"slices"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
)

// judged finds the judgements in the clauses of the sentence.
func (c *scan) judged(out []candidate) []candidate {
	for k := range c.s.Clauses {
		cl := &c.s.Clauses[k]
		if cl.Verb < 0 || cl.Verb >= len(c.s.Phrases) || cl.Question {
			continue
		}
		subject, ok := c.subjectOf(k)
		if !ok {
			continue
		}
		t := c.target(subject)
		v := &c.s.Phrases[cl.Verb]
		end := c.reach(k)
		if x, ok := c.copula(t, v, end); ok {
			if t.kind != 'A' && t.kind != 'p' {
				x.noun = subject + 1
			}
			out = append(out, c.weigh(x, k))
		}
		if x, ok := c.deed(t, v, end); ok {
			out = append(out, c.weigh(x, k))
		}
		if x, ok := c.concept(t, v, subject, end); ok {
			out = append(out, c.weigh(x, k))
		}
	}
	return out
}

// subjectOf is the subject of clause k, taken from the clause above for an infinitive or participle.
func (c *scan) subjectOf(k int) (int, bool) {
	for range 4 {
		cl := &c.s.Clauses[k]
		if len(cl.Subject) > 0 {
			return cl.Subject[0], true
		}
		if cl.Parent < 0 || cl.Relation == syntax.ComplementOf && c.s.Phrases[cl.Verb].Verb.Form == syntax.Finite {
			return 0, false
		}
		k = cl.Parent
	}
	return 0, false
}

// reach is the token after what clause k says of its subject: up to a comma or the next finite verb.
func (c *scan) reach(k int) int {
	v := &c.s.Phrases[c.s.Clauses[k].Verb]
	for t := v.To; t < len(c.s.Tokens); t++ {
		tag := c.tag(t)
		if tag == syntax.Comma || tag == syntax.Colon || tag == syntax.Stop || tag == syntax.MD || tag == syntax.WDT || tag == syntax.WP {
			return t
		}
		if g := c.vg(t); g >= 0 && c.s.Phrases[g].Verb.Form == syntax.Finite {
			return t
		}
	}
	return len(c.s.Tokens)
}

// copula is a judgement behind a verb like be or show: "is very smooth", "has shown maximum patience".
func (c *scan) copula(t target, v *syntax.Phrase, end int) (candidate, bool) {
	k, n := c.r.carry.verbs.book.Index(c.s.Tokens, v.Head)
	if n == 0 || t.kind == 0 || v.Verb.Passive {
		return candidate{}, false
	}
	if next := c.tag(v.To); next == syntax.IN && c.s.Tokens[v.Head].Lemma != c.r.w.be && c.r.carry.verbs.kinds[k] == 'b' {
		return candidate{}, false // "looked for", "turned to": no copula
	}
	rule, base := "judgement", .5
	if c.r.carry.verbs.kinds[k] == 's' {
		rule, base = "shows", .52
	}
	for i := v.To; i < end; i++ {
		j, n := c.r.judging.at(c.s.Tokens, i)
		if j == nil {
			continue
		}
		g := c.r.judging.grade(c.s.Tokens, j, i, v.From)
		x := candidate{rule: rule, score: base + t.worth(), trigger: c.s.TokenSpan(v.From, i+n), grade: g, concept: j.concept,
			about: c.others(t.refs, v.To, end)}
		if t.kind == 'A' {
			x.about = t.refs
		}
		if g == 2 || g == -2 {
			x.score += .1
		}
		if p := c.np(i); p >= 0 && c.s.Phrases[p].Prep > v.To && c.tag(c.s.Phrases[p].Prep) == syntax.IN {
			x.score -= .15 // "is in a strong alliance with": the judgement sits in a side phrase
		}
		if topic, ok := c.r.concepts.best(c.s.Tokens, v.To, end); ok {
			x.concept, x.score = topic.name, x.score+.14*topic.weight
		}
		return x, true
	}
	return candidate{}, false
}

// deed is a verb that judges who does it: "manipulates", "shields".
func (c *scan) deed(t target, v *syntax.Phrase, end int) (candidate, bool) {
	j, n := c.r.judging.at(c.s.Tokens, v.Head)
	if j == nil || !strings.Contains(j.parts, "v") || v.Verb.Passive || t.kind == 0 || t.kind == 't' {
		return candidate{}, false
	}
	g := c.r.judging.grade(c.s.Tokens, j, v.Head, v.From)
	if v.Verb.Negated >= 0 && g == j.grade {
		g = -sign(g)
	}
	x := candidate{rule: "deed", score: .44 + t.worth(), trigger: c.s.TokenSpan(v.From, min(v.Head+n, v.To)), grade: g, concept: j.concept, about: t.refs}
	if j.grade == -2 || j.grade == 2 {
		x.score += .12
	}
	for p := range c.s.Phrases {
		if ph := &c.s.Phrases[p]; ph.Kind == syntax.NP && ph.From >= v.To && ph.From < end {
			x.noun = p + 1
			break
		}
	}
	for i := v.To; i < end; i++ {
		if k, _ := c.r.judging.at(c.s.Tokens, i); k != nil { // two judging words agree
			x.score += .1
			break
		}
	}
	if t.kind == 'a' && j.grade == -1 {
		x.score -= .06
		x.filters = append(x.filters, "what an act brought about, not the actor, is judged: less sure")
	}
	return x, true
}

// concept is a clause about a topic of the region that is a statement by itself.
func (c *scan) concept(t target, v *syntax.Phrase, subject, end int) (candidate, bool) {
	from := c.begin(subject)
	if from > v.From {
		from = v.From
	}
	x, ok := c.r.concepts.best(c.s.Tokens, from, end)
	if !ok || !x.alone {
		return candidate{}, false
	}
	out := candidate{rule: "concept", score: .5 + max(t.worth(), 0), trigger: c.s.TokenSpan(x.from, x.to), concept: x.name}
	out.about = c.others(c.others(nil, from, x.from), x.to, end) // "Russian" of "Russian language" is no actor
	if t.kind == 'A' {
		out.about = t.refs
	}
	for i := from; i < end; i++ {
		if i >= x.from && i < x.to {
			continue
		}
		if j, _ := c.r.judging.at(c.s.Tokens, i); j != nil && (!c.tag(i).Verb() || i == v.Head) {
			out.grade = c.r.judging.grade(c.s.Tokens, j, i, from)
			out.score += .06
			break
		}
	}
	if len(out.about) == 0 {
		out.about = c.goingOn()
	}
	return out, true
}

// conditional says whether a clause of the sentence is a condition.
func (c *scan) conditional() bool {
	return slices.ContainsFunc(c.s.Realis, func(r realis.Realis) bool { return r.Has(realis.Conditional) })
}

// weigh takes from a score what makes the clause less of an assertion.
func (c *scan) weigh(x candidate, clause int) candidate {
	cl := &c.s.Clauses[clause]
	if clause < len(c.s.Realis) {
		switch r := c.s.Realis[clause]; {
		case r.Has(realis.Counterfactual):
			x.score -= .1
			x.filters = append(x.filters, "counterfactual: less sure")
		case r.Has(realis.Conditional):
			x.score -= .14
			x.filters = append(x.filters, "conditional: less sure")
		case r.Has(realis.Modal), r.Has(realis.Future):
			x.score -= .12
			x.filters = append(x.filters, "not told as a fact: less sure")
			if c.conditional() {
				x.score -= .1
				x.filters = append(x.filters, "a conditional forecast says it better")
			}
		}
	}
	switch cl.Relation {
	case syntax.Relative, syntax.Adverbial, syntax.OfNoun, syntax.Reduced:
		x.score -= .1
		x.filters = append(x.filters, "in a clause beside the main one: less sure")
	}
	for i := range c.s.Events {
		if c.s.Events[i].Trigger.Overlaps(c.s.TokenSpan(c.s.Phrases[cl.Verb].From, c.s.Phrases[cl.Verb].To)) {
			x.score -= .12
			x.filters = append(x.filters, "its verb reports an event: less sure")
			break
		}
	}
	switch {
	case len(x.about) == 0:
		x.score -= .08
		x.filters = append(x.filters, "no actor is named: less sure")
	case x.rule == "concept" && x.grade == 0 && !slices.ContainsFunc(x.about, func(r actors.Ref) bool { return r.Code != "" || r.Person != "" }):
		x.score -= .06
		x.filters = append(x.filters, "a topic without a known actor or judgement: less sure")
	}
	return x
}
