package predicates

import (
	"slices"
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/roles"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// scene holds the words that make what follows an occasion.
type scene struct {
	occasion []lexicon.ID // prepositions: since, amid
	period   []lexicon.ID // nouns of time and circumstance: eve, aftermath
	setting  []lexicon.ID // participles: faced with, preceding
	own      []lexicon.ID // what speakers call their own state
}

func newScene(lex *lexicon.Lexicon) scene {
	intern := func(words string) (out []lexicon.ID) {
		for w := range strings.FieldsSeq(words) {
			out = append(out, lex.Intern(w))
		}
		return out
	}
	return scene{
		occasion: intern("since after before during amid amidst following despite until notwithstanding preceding"),
		period:   intern("eve aftermath wake anniversary beginning start outset outbreak onset year month week decade day time period run-up background context consequence legacy memory history"),
		own:      intern("country state government nation republic it"),
		setting:  intern("face precede follow confront surround base commemorate mark compare"),
	}
}

// background marks an event of a noun that the sentence does not tell but starts from: "since the war", "faced with protests",
// "the two years preceding the invasion", "condemned the attack".
func (w *work) background(e *candidate) {
	if e.dead != "" || w.s.Heading {
		return
	}
	if e.own >= 0 {
		if w.weighed(e.own) || w.described(e) {
			e.Background = true
			e.Weight = min(e.Weight, mostBackground)
		}
		return
	}
	if e.site.Clause >= 0 {
		if w.subordinate(e.Phrase) {
			e.Background = true
			e.Weight = min(e.Weight, mostBackground)
		}
		return
	}
	if w.occasion(e.Phrase) || w.judged(e) || w.subordinate(e.Phrase) {
		e.Background = true
		e.Weight = min(e.Weight, mostBackground)
		return
	}
	r := realis.Realis(0)
	if w.b.phrases != nil {
		r = w.b.phrases.OfPhrase(w.s, e.Phrase)
	}
	switch {
	case e.Negated || e.Hypothetical || len(e.Operators) > 0: // an operator has said so already
	case r&(realis.Modal|realis.Conditional|realis.Counterfactual|realis.Question) != 0:
		e.Hypothetical = true
		e.Weight *= 0.4
	case r.Has(realis.Doubted):
		e.Weight *= 0.8
	}
}

// weighed: "a balance between condemning and supporting" tells of neither.
func (w *work) weighed(c int) bool {
	for n := 0; n < 6 && c >= 0; n++ {
		k := &w.s.Clauses[c]
		if k.Verb < 0 || w.s.Phrases[k.Verb].Verb.Form != syntax.Gerund {
			return false
		}
		if k.Marker >= 0 && w.s.Tokens[k.Marker].Word == w.b.words.between {
			return true
		}
		if k.Relation != syntax.Coordinate {
			return false
		}
		c = k.Parent
	}
	return false
}

// described: "the many who oppose him" says who they are, not what they did.
func (w *work) described(e *candidate) bool {
	k := &w.s.Clauses[e.own]
	vg := &w.s.Phrases[k.Verb].Verb
	return k.Relation == syntax.Relative && vg.Form == syntax.Finite && vg.Tense == syntax.Present && !vg.Perfect && !vg.Progressive && !vg.Passive && vg.Modal < 0 &&
		e.Type.Quad() != ledger.MaterialConflict
}

// mostBackground is the most that an event weighs which is only background: less than what is proposed by default.
const mostBackground = 0.15

// occasion: the phrase, or one that it hangs on, stands under a preposition or noun of time and circumstance.
func (w *work) occasion(p int) bool {
	for n := 0; n < 6 && p >= 0 && p < len(w.s.Phrases); n++ {
		ph := &w.s.Phrases[p]
		for q, m := p, 0; q >= 0 && m < 16; q, m = w.s.Phrases[q].Coord, m+1 {
			if t := w.s.Phrases[q].Prep; t >= 0 && slices.Contains(w.b.scene.occasion, w.s.Tokens[t].Word) {
				return true
			}
			if w.s.Phrases[q].Coord == q {
				break
			}
		}
		if ph.From > 0 && slices.Contains(w.b.scene.occasion, w.s.Tokens[ph.From-1].Word) && w.s.Tokens[ph.From-1].Tag != syntax.RB {
			return true
		}
		up := ph.Attach
		if up < 0 || up == p {
			return false
		}
		if slices.Contains(w.b.scene.period, w.v.Head(up)) {
			return true
		}
		p = up
	}
	return false
}

// judged: the noun is what another verb passes judgement on, and who did it is not said.
func (w *work) judged(e *candidate) bool {
	if len(e.By) > 0 {
		return false
	}
	c := w.v.Clause[e.Phrase]
	if c < 0 || w.best[c] < 0 || w.v.Part[e.Phrase] != roles.Object && w.v.Part[e.Phrase] != roles.Oblique {
		return false
	}
	switch w.b.frames[w.best[c]].meaning.Type {
	case ledger.EventAccuse, ledger.EventReject, ledger.EventRequest, ledger.EventSupport:
		return true
	}
	return false
}

// subordinate: the noun hangs on a participle of circumstance at the edge of its sentence ("faced with riots, …").
func (w *work) subordinate(p int) bool {
	c := w.v.Clause[p]
	for n := 0; c < 0 && n < 6 && w.s.Phrases[p].Attach >= 0 && w.s.Phrases[p].Attach != p; n++ {
		p = w.s.Phrases[p].Attach
		c = w.v.Clause[p]
	}
	if c < 0 || w.s.Clauses[c].Verb < 0 {
		return false
	}
	k := &w.s.Clauses[c]
	vg := &w.s.Phrases[k.Verb]
	return (k.Relation == syntax.Reduced || vg.Verb.Form == syntax.Gerund || vg.Verb.Form == syntax.Participle) && slices.Contains(w.b.scene.setting, w.v.Lemma(vg.Head))
}
