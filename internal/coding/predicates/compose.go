package predicates

import (
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/operators"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/roles"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// compose walks from a trigger up to the main clause and applies every operator on the way.
func (w *work) compose(e *candidate) {
	clause := e.own
	if clause < 0 {
		clause = w.nounUp(e)
	}
	for n := 0; clause >= 0 && clause < len(w.s.Clauses) && e.dead == "" && n < 12; n++ {
		clause = w.clauseUp(e, clause)
	}
	if w.asked() && !e.Hypothetical {
		e.Hypothetical = true
		e.Weight *= 0.4
	}
}

// asked reports whether the sentence ends as a question.
func (w *work) asked() bool {
	for i := len(w.s.Tokens) - 1; i >= 0 && i >= len(w.s.Tokens)-3; i-- {
		if w.s.Tokens[i].Tag == syntax.Stop {
			return w.s.TokenText(i) == "?"
		}
	}
	return false
}

// nounUp applies what stands over a noun trigger and returns the clause to go on from, -1 if none.
func (w *work) nounUp(e *candidate) int {
	p := e.Phrase
	ph := &w.s.Phrases[p]
	if ph.From < len(w.s.Tokens) && w.s.Tokens[ph.From].Word == w.b.words.no {
		w.apply(e, operators.Negate)
	}
	if e.site.Clause >= 0 {
		return e.site.Clause
	}
	for n := 0; n < 6 && e.dead == ""; n++ {
		q := w.s.Phrases[p].Attach
		if q < 0 || q >= len(w.s.Phrases) || q == p {
			break
		}
		if op := w.nounOperator(q, func(x *operators.Word) bool { return hasPrep(x, w.v.Preposition(p)) }); op != operators.None {
			w.operate(e, op, w.nounSite(q), -1)
		}
		p = q
	}
	c := w.v.Clause[p]
	if c < 0 || e.dead != "" {
		return -1
	}
	k := &w.s.Clauses[c]
	verb := w.v.Lemma(w.s.Phrases[k.Verb].Head)
	switch part := w.v.Part[p]; {
	case w.carries(c, p):
		prep := lexicon.Unknown
		if part == roles.Oblique {
			prep = w.v.Preposition(p)
		}
		op := w.verbOperator(c, func(x *operators.Word) bool {
			return part != roles.Oblique && x.Links&operators.Object != 0 || prep != lexicon.Unknown && hasPrep(x, prep)
		})
		if op != operators.None {
			w.operate(e, op, roles.Site{Clause: c, Phrase: -1}, c)
			return c
		}
	case part == roles.Subject && w.b.in(verb, w.b.happen):
		return c
	}
	// The clause says something else about it: only whose words it is matters.
	w.claims(e, c)
	return -1
}

// claims looks for somebody who is said to say the clause.
func (w *work) claims(e *candidate, c int) {
	for n := 0; c >= 0 && n < 8 && e.Claimed < 0; n++ {
		k := &w.s.Clauses[c]
		up := k.Parent
		if up >= 0 && k.Relation == syntax.ComplementOf {
			if op := w.verbOperator(up, func(x *operators.Word) bool { return x.Op == operators.Say && x.Links&operators.That != 0 }); op == operators.Say {
				w.claimed(e, up)
			}
		}
		c = up
	}
}

func (w *work) claimed(e *candidate, c int) {
	if m, _ := w.v.Choose(nil, roles.Site{Clause: c, Phrase: -1}, subjectSlots, nil); len(m) > 0 && e.Claimed < 0 {
		e.Claimed = m[0]
	}
}

// clauseUp applies the realis of clause c, then what its parent's verb makes of it, and returns the next clause up; -1: done.
func (w *work) clauseUp(e *candidate, c int) int {
	k := &w.s.Clauses[c]
	vg := &w.s.Phrases[k.Verb]
	op, up, at, link := w.above(c)
	w.told(e, c, op)
	if e.dead != "" {
		return -1
	}
	if op != operators.None {
		if op == operators.Say {
			w.claimed(e, up)
		} else {
			w.operate(e, op, at, up)
		}
		if up < 0 && link >= 0 { // a noun's clause: on from where the noun stands
			return w.v.Clause[link]
		}
		return up
	}
	switch k.Relation {
	case syntax.ComplementOf:
		return k.Parent
	case syntax.Coordinate:
		// "agreed to withdraw and release": what stands over the first stands over the second. Its own realis counts alone.
		for n := 0; n < 6 && k.Relation == syntax.Coordinate && k.Parent >= 0 && k.Parent != c; n++ {
			c = k.Parent
			k = &w.s.Clauses[c]
		}
		if k.Relation == syntax.ComplementOf && (w.s.Phrases[k.Verb].Verb.Form == vg.Verb.Form) {
			op, up, at, _ := w.above(c)
			if op == operators.Say {
				w.claimed(e, up)
			} else if op != operators.None {
				w.operate(e, op, at, up)
			}
			return up
		}
	}
	w.claims(e, c)
	return -1
}

// above is the operator that stands over a clause: the clause of its verb (-1: a noun, which is then link) and where its
// parties are.
func (w *work) above(c int) (op operators.Op, up int, at roles.Site, link int) {
	k := &w.s.Clauses[c]
	if k.Verb < 0 {
		return operators.None, -1, at, -1
	}
	need := operators.That
	switch w.s.Phrases[k.Verb].Verb.Form {
	case syntax.Infinitive:
		need = operators.Inf
	case syntax.Gerund:
		need = operators.Gerund
	}
	if k.Relation == syntax.OfNoun {
		q := w.nounOf(c)
		fits := func(x *operators.Word) bool { return x.Links&need != 0 }
		for n := 0; n < 4 && q >= 0; n++ { // "calls by deputies to …": of the nouns before, the one that takes a clause
			up := w.s.Phrases[q].Attach
			if op = w.nounOperator(q, fits); op != operators.None || up < 0 || up >= q {
				break
			}
			if w.nounOperator(up, fits) != operators.None {
				q = up
			}
		}
		if q < 0 {
			return operators.None, -1, at, -1
		}
		return op, -1, w.nounSite(q), q
	}
	if k.Relation != syntax.ComplementOf || k.Parent < 0 || k.Parent >= len(w.s.Clauses) {
		return operators.None, -1, at, -1
	}
	up = k.Parent
	marker := lexicon.Unknown
	if k.Marker >= 0 && k.Marker < len(w.s.Tokens) {
		marker = w.s.Tokens[k.Marker].Word
	} else if v := w.s.Phrases[k.Verb].From; need == operators.Gerund && v > 0 {
		marker = w.s.Tokens[v-1].Word
	}
	op = w.verbOperator(up, func(x *operators.Word) bool {
		return x.Links&need != 0 || need == operators.Gerund && hasPrep(x, marker)
	})
	return op, up, roles.Site{Clause: up, Phrase: -1}, -1
}

func hasPrep(x *operators.Word, prep lexicon.ID) bool {
	for _, p := range x.Preps {
		if p == prep {
			return true
		}
	}
	return false
}

// verbOperator is what the verb of clause c operates as for the link that fits accepts.
func (w *work) verbOperator(c int, fits func(*operators.Word) bool) operators.Op {
	k := &w.s.Clauses[c]
	if k.Verb < 0 {
		return operators.None
	}
	vg := &w.s.Phrases[k.Verb]
	list := w.b.operators.Verb(w.v.Lemma(vg.Head))
	for i := range list {
		x := &list[i]
		if x.Particle != lexicon.Unknown && !w.particle(vg, x.Particle) || x.Op == operators.Future && !vg.Verb.Passive {
			continue
		}
		if fits(x) {
			return x.Op
		}
	}
	return operators.None
}

func (w *work) nounOperator(q int, fits func(*operators.Word) bool) operators.Op {
	list := w.b.operators.Noun(w.v.Head(q))
	for i := range list {
		if fits(&list[i]) {
			return list[i].Op
		}
	}
	return operators.None
}

// told applies what realis says of the clause that a trigger or an operator stands in. over is the operator above the clause:
// what it says by itself is not said twice.
func (w *work) told(e *candidate, c int, over operators.Op) {
	r := w.realis(c)
	vg := &w.s.Phrases[w.s.Clauses[c].Verb].Verb
	bare := vg.Form == syntax.Infinitive || vg.Form == syntax.Gerund
	negated := vg.Negated >= 0 || r.Has(realis.Negated)
	switch over {
	case operators.Refuse, operators.Fail, operators.Deny, operators.Prevent, operators.Stop:
		negated = vg.Negated >= 0
	}
	if negated {
		w.apply(e, operators.Negate)
	} else if vg.Tense == syntax.Future || r.Has(realis.Future) && over == operators.None && vg.Form != syntax.Gerund && vg.Form != syntax.Participle ||
		r.Has(realis.Future) && vg.Form == syntax.Finite {
		w.apply(e, operators.Future)
	}
	if r&(realis.Conditional|realis.Counterfactual|realis.Question) != 0 || r.Has(realis.Modal) && !(bare && over != operators.None) {
		if !e.Hypothetical {
			e.Weight *= 0.4
		}
		e.Hypothetical = true
	}
	if r.Has(realis.Historical) {
		e.Historical = true
		e.Weight *= 0.8
	}
	if r.Has(realis.Habitual) {
		e.Weight *= 0.5
	}
	if r.Has(realis.Doubted) {
		e.Weight *= 0.8
	}
}

// apply turns the event's type under an operator and says so in its trace.
func (w *work) apply(e *candidate, o operators.Op) {
	old := ledger.TypeMode{Type: e.Type, Mode: e.Mode}
	now, fate := operators.Apply(o, old)
	switch fate {
	case operators.Drop:
		e.Negated = e.Negated || o == operators.Negate
		e.dead = "the event is " + passed(o)
		return
	case operators.Weak:
		e.Hypothetical = true
		e.Weight *= 0.5
	}
	if now == old {
		e.Operators = append(e.Operators, o.String())
		if o == operators.Future {
			e.Future = true
		}
		return
	}
	e.Type, e.Mode = now.Type, now.Mode
	e.Operators = append(e.Operators, o.String()+": "+string(old.Type)+"→"+string(now.Type))
	e.Weight *= 0.95
}

// passed says why an operator leaves no event.
func passed(o operators.Op) string {
	switch o {
	case operators.Negate:
		return "negated"
	case operators.Fail:
		return "said to have failed"
	case operators.Deny:
		return "denied"
	case operators.Help:
		return "only helped"
	case operators.Let:
		return "only allowed"
	case operators.Prevent:
		return "prevented"
	}
	return "refused"
}

// operate applies an operator that is a word, with its parties. clause is the operator's own, -1 for a noun.
func (w *work) operate(e *candidate, o operators.Op, at roles.Site, clause int) {
	was := ledger.TypeMode{Type: e.Type, Mode: e.Mode}
	w.apply(e, o)
	if e.dead != "" {
		return
	}
	slots := subjectSlots
	if clause < 0 {
		slots = w.b.owners
	}
	subject, _ := w.v.Choose(nil, at, slots, nil)
	if len(subject) == 0 && o == operators.Future {
		subject, _ = w.v.Choose(nil, at, surfaceSlots, nil)
	}
	switch o {
	case operators.Demand, operators.Accuse:
		w.addressed(e, o, was, subject, at)
	case operators.Order:
		if len(subject) > 0 {
			e.To, e.By = without(e.To, subject), subject
		}
	case operators.Begin:
		if len(e.By) == 0 {
			e.By = subject
		}
	default:
		if len(subject) > 0 && (len(e.By) == 0 || clause < 0 || w.s.Clauses[clause].Complement < 0 || o == operators.Threaten) {
			if o == operators.Stop && len(e.By) > 0 && len(e.To) == 0 {
				e.To = without(e.By, subject) // lifted another's measure
			}
			e.By = subject
			e.To = without(e.To, subject)
		}
		if o == operators.Threaten && len(e.To) == 0 {
			e.To, _ = w.v.Choose(nil, at, objectSlots, e.By)
		}
	}
	if clause >= 0 && o != operators.Begin {
		e.covers = append(e.covers, clause)
	}
}

// addressed: who is asked or accused is who would act; else whom the asking is addressed to.
func (w *work) addressed(e *candidate, o operators.Op, was ledger.TypeMode, subject []int, at roles.Site) {
	doer := without(e.By, subject)
	if e.Type == ledger.EventProtest {
		return
	}
	if len(subject) > 0 {
		e.By = subject
	} else {
		e.By = nil
	}
	if len(doer) == 0 {
		doer, _ = w.v.Choose(nil, at, objectSlots, subject)
	}
	switch {
	case len(doer) > 0:
		e.To = doer
	case o == operators.Demand && at.Clause < 0 && was.Type == ledger.EventAssault && len(e.To) > 0 && len(without(e.To, subject)) > 0 && w.named(subject):
		e.Type, e.Mode = ledger.EventThreaten, "violence" // nobody is asked: a call to attack is meant for who would be attacked
		e.To = w.others(subject, e.To)
	case was.Type.Quad() >= ledger.VerbalConflict || o == operators.Accuse:
		e.To = nil // whom it would hurt is not whom it is asked of
	default:
		e.To = without(e.To, subject)
	}
}

func without(list, not []int) []int {
	var out []int
	for _, x := range list {
		keep := true
		for _, y := range not {
			keep = keep && x != y
		}
		if keep {
			out = append(out, x)
		}
	}
	return out
}
