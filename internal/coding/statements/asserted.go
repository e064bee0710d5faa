package statements

import (
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
)

// asserted finds what named speakers say of actors, and the names that they give.
func (c *scan) asserted(out []candidate) []candidate {
	for k := range c.s.Said {
		said := &c.s.Said[k]
		if said.Cue.Start == said.Cue.End || !c.s.Holds(said.Cue) || !c.s.Overlaps(said.Content) {
			continue
		}
		from, to := c.tokensOf(said.Content)
		if from >= to {
			continue
		}
		cue := c.cueOf(said)
		if cue != nil && cue.may(aThought) && said.Verb != "believe" && said.Verb != "think" {
			continue
		}
		if c.nobody(said) {
			continue // what nobody says is no statement of anybody
		}
		x := candidate{rule: "asserted", score: .28, trigger: said.Cue}
		speaker := c.speakerRefs(said)
		if len(speaker) > 0 {
			x.score += .1
			if speaker[0].Person != "" {
				x.score += .04
			} else if speaker[0].State() {
				x.score -= .06
				x.filters = append(x.filters, "a state's words, which events and stances keep: less sure")
			}
		} else if !namedSource(c, said) {
			x.score -= .12
			x.filters = append(x.filters, "the speaker has no name: less sure")
		}
		if c.unnumbered(said) {
			x.score -= .12
			x.filters = append(x.filters, "some of many speak, nobody in particular: less sure")
		}
		if said.Direct {
			x.score += .06
		}
		called := cue != nil && cue.may(aCall|aCallAs)
		if called {
			x.rule, x.score = "called", x.score+.08
			cueTo, _ := c.tokensOf(syntax.Span{Start: said.Cue.End, End: said.Content.Start})
			x.about = c.without(c.others(nil, cueTo, from), speaker)
			x.concept = c.nameGiven(from, to)
		}
		if said.Verb == "conclude" {
			x.rule, x.score = "concluded", x.score+.14
		}
		if cue != nil {
			x.grade = cue.attitude
		}
		if len(x.about) == 0 {
			x.about = c.without(c.others(nil, from, to), speaker)
		}
		judged := false
		for i := from; i < to; i++ {
			if j, _ := c.r.judging.at(c.s.Tokens, i); j != nil {
				x.grade, judged = c.r.judging.grade(c.s.Tokens, j, i, from), true
				if !called {
					x.concept = j.concept
				}
				x.score += .08
				break
			}
		}
		t, topical := c.r.concepts.best(c.s.Tokens, from, to)
		if topical {
			if !called {
				x.concept = t.name
			}
			x.score += .08 * t.weight
		}
		switch {
		case len(x.about) > 0:
			x.score += .04
		case !judged && !topical:
			continue // neither an actor nor a topic: nothing to keep
		}
		if !said.Direct && !called && !c.holdsVerb(from, to) {
			x.score -= .15
			x.filters = append(x.filters, "what is said is no clause: less sure")
		}
		if c.reports(said) {
			x.score -= .3
			x.filters = append(x.filters, "the source passes on what others say")
		}
		if (cue == nil || cue.may(aInf|aTo)) && !judged && !said.Direct && !called && said.Verb != "warn" {
			x.score -= .1
			x.filters = append(x.filters, "an intention or request, not a judgement: less sure")
		}
		for i := range c.s.Events {
			if c.s.Events[i].Trigger.Overlaps(said.Cue) {
				x.score -= .14
				x.filters = append(x.filters, "the verb reports an event: less sure")
				break
			}
		}
		out = append(out, x)
	}
	return out
}

// nameGiven is the name that somebody gives to something: at most five words of it, without the article.
func (c *scan) nameGiven(from, to int) string {
	for from < to && (c.tag(from) == syntax.DT || c.tag(from) == syntax.OpenQ || c.tag(from) == syntax.PRPS) {
		from++
	}
	to = c.trim(from, min(to, from+5))
	if from >= to {
		return ""
	}
	return strings.ToLower(c.s.TokenSpan(from, to).Of(c.s.Text))
}

// cueOf is the verb of saying of an attribution, nil for another kind of cue.
func (c *scan) cueOf(said *reading.Said) *cue {
	from, to := c.tokensOf(said.Cue)
	for i := from; i < to; i++ {
		if q, _ := c.r.cues.at(c.s.Tokens, i); q != nil && c.tag(i).Verb() {
			return q
		}
	}
	return nil
}

// tokensOf is the tokens that lie in span.
func (c *scan) tokensOf(span syntax.Span) (from, to int) {
	for from < len(c.s.Tokens) && c.s.Tokens[from].Start < span.Start {
		from++
	}
	to = from
	for to < len(c.s.Tokens) && c.s.Tokens[to].End <= span.End {
		to++
	}
	return from, to
}

func (c *scan) speakerRefs(said *reading.Said) []actors.Ref {
	if said.Speaker < 0 || said.Speaker >= len(c.s.Mentions) {
		return nil
	}
	return c.s.Mentions[said.Speaker].Refs
}

// unnumbered says whether a source is some of many: several states, many analysts.
func (c *scan) unnumbered(said *reading.Said) bool {
	if said.Speaker >= 0 && said.Speaker < len(c.s.Mentions) && len(c.s.Mentions[said.Speaker].Refs) == 1 && c.s.Mentions[said.Speaker].Refs[0].Code != "" {
		return false
	}
	from, to := c.tokensOf(said.Source)
	return from < to && c.r.w.some[c.s.Tokens[from].Word]
}

// nobody says whether the source of an attribution is nobody or hardly anybody: no one, few, hardly anybody.
func (c *scan) nobody(said *reading.Said) bool {
	from, to := c.tokensOf(said.Source)
	if from > 0 && strings.EqualFold(c.s.TokenText(from-1), "hardly") {
		return true
	}
	if from >= to {
		return false
	}
	switch strings.ToLower(c.s.TokenText(from)) {
	case "nobody", "no", "none", "no-one", "neither", "few", "hardly", "scarcely":
		return true
	}
	return false
}

// namedSource says whether the source holds a proper name.
func namedSource(c *scan, said *reading.Said) bool {
	from, to := c.tokensOf(said.Source)
	for i := from; i < to; i++ {
		if c.tag(i).Proper() {
			return true
		}
	}
	return false
}

// reports says whether the source of an attribution only passes on what others say: an outlet, a journalist, a paper.
func (c *scan) reports(said *reading.Said) bool {
	from, to := c.tokensOf(said.Source)
	for i := from; i < to; i++ {
		if t, n := c.r.outlets.At(c.s.Tokens, i); t != nil && (t.Columns[0] != "noun" || i+n == to || c.tag(i+n) == syntax.Comma || c.tag(i+n).Proper()) {
			return true
		}
	}
	return false
}

func (c *scan) without(refs, out []actors.Ref) []actors.Ref {
	kept := refs[:0:0]
	for i := range refs {
		same := false
		for k := range out {
			same = same || Key(&refs[i]) == Key(&out[k])
		}
		if !same {
			kept = append(kept, refs[i])
		}
	}
	return kept
}

// followed says whether the sentence tells what would have been: the consequence of a condition contrary to fact.
func (c *scan) followed() bool {
	for k := range c.s.Clauses {
		if v := c.s.Clauses[k].Verb; v >= 0 && v < len(c.s.Phrases) && c.s.Phrases[v].Verb.Modal >= 0 && c.s.Tokens[c.s.Phrases[v].Verb.Modal].Word == c.r.w.would {
			return true
		}
	}
	return false
}

// special finds the statements that are known by the whole sentence: a counterfactual about an actor, a pattern that is said to recur,
// a reminder or warning that the speaker wants to be given.
func (c *scan) special(out []candidate) []candidate {
	counter := false
	for i, r := range c.s.Realis {
		counter = counter || i < len(c.s.Clauses) && r.Has(realis.Counterfactual)
	}
	all := c.others(nil, 0, len(c.s.Tokens))
	if counter && len(all) > 0 && len(c.s.Clauses) > 0 {
		v := &c.s.Phrases[c.s.Clauses[0].Verb]
		x := candidate{rule: "counterfactual", score: .5, trigger: c.s.TokenSpan(v.From, v.To), about: all[:1], concept: "counterfactual"}
		if c.followed() {
			x.score -= .25
			x.filters = append(x.filters, "a forecast of the form counterfactual says it better")
		}
		out = append(out, x)
	}
	hits, first := 0, -1
	for i := range c.s.Tokens {
		if k, n := c.r.concepts.book.Index(c.s.Tokens, i); n > 0 && c.r.concepts.list[k].name == "recurrence of pressure" {
			if hits++; first < 0 {
				first = i
			}
		}
	}
	if hits >= 2 {
		out = append(out, candidate{rule: "recurrence", score: .52, trigger: c.s.TokenSpan(first, first+1), about: all, concept: "recurrence of pressure"})
	}
	w := &c.r.w
	for k := range c.s.Clauses {
		v := &c.s.Phrases[c.s.Clauses[k].Verb]
		if v.Verb.Modal < 0 {
			continue
		}
		modal := c.s.Tokens[v.Verb.Modal].Word
		cue, n := c.r.cues.at(c.s.Tokens, v.Head)
		if modal != w.should && modal != w.must || cue == nil || !cue.may(aTo) || v.Verb.Passive {
			continue
		}
		if about := c.others(nil, v.Head+n, min(v.Head+n+5, len(c.s.Tokens))); len(about) > 0 {
			out = append(out, candidate{rule: "admonition", score: .6, trigger: c.s.TokenSpan(v.From, v.To), about: about[:1], grade: -1})
		}
	}
	return out
}
