package forecasts

import (
	"strings"

	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// when sets the day of the forecast and its horizon.
func (x *weighing) when() {
	x.published = x.doc.Document.Published
	if said := x.speaker.Said; said != nil {
		for _, d := range x.s.Dates {
			if !d.When.IsZero() && d.Lag == 0 && !said.Content.Overlaps(d.Span) && d.When.Before(x.published) != ledger.Never {
				x.published = d.When
				x.filters = append(x.filters, "said on the date that the sentence gives")
				break
			}
		}
	}
	from, to := -1, -1
	if x.has && !x.cond.dependence {
		from, to = x.cond.from, x.cond.to
	}
	x.horizon = horizonOf(x.s, x.published, from, to, x.speaker.Said)
	if x.horizon.IsZero() && x.published == x.doc.Document.Published && !x.general.IsZero() {
		x.horizon, x.inherited = x.general, true
		x.filters = append(x.filters, "the horizon is that of the whole text")
	}
}

// classify settles the form.
func (x *weighing) classify() {
	s, f := x.s, &x.f
	if f.verb >= 0 {
		v := &s.Phrases[f.verb]
		end := len(s.Tokens)
		if x.has && x.cond.from > v.Head {
			end = x.cond.from
		}
		for t := v.Head; t < min(v.Head+9, end); t++ {
			if t > v.Head && (s.Tokens[t].Tag == syntax.Comma || s.Tokens[t].Tag == syntax.Stop) {
				break
			}
			o := x.r.outcomeAt(s.Tokens, t)
			if o == nil || x.out != nil && (x.out.kind == 'o' || o.kind != 'o' && x.out.direction != "") {
				continue
			}
			x.out = o
		}
	} else if f.noun >= 0 {
		x.out = x.r.outcomeAt(s.Tokens, s.Phrases[f.noun].Head)
	}
	switch {
	case x.has && x.cond.counterfactual:
		x.form, f.rule = ledger.Counterfactual, "counterfactual"
	case x.denies:
		x.form = ledger.TooVague
	case x.has:
		x.form = ledger.Conditional
	case x.out != nil && x.out.kind == 'o' && !x.horizon.IsZero() && !x.question && !f.weak:
		x.form = ledger.Scorable
	default:
		x.form = ledger.TooVague
	}
}

// rank adds up what speaks for the draft and against it.
func (x *weighing) rank() {
	low := func(by float64, why string) {
		x.score -= by
		x.filters = append(x.filters, why)
	}
	f := &x.f
	if len(x.about) == 0 || x.blank() && len(refsOf(x.s, x.f.to, len(x.s.Tokens), nil)) == len(x.about) {
		if went := x.goingOn(); went != nil && x.blank() {
			x.about = went
		} else if len(x.about) == 0 {
			x.about = refsOf(x.s, 0, len(x.s.Tokens), nil)
		}
	}
	if len(x.about) == 0 {
		low(.22, "no actor is named: less sure")
	}
	if f.weak && f.rule != "hedge" {
		low(.06, "a mere possibility: less sure")
	}
	if f.weak && f.rule == "modal" && f.verb >= 0 && x.r.empty[x.s.Tokens[x.s.Phrases[f.verb].Head].Lemma] && (x.out == nil || x.out.kind != 'o') {
		low(.2, "might have or give something: what would come about is not said")
	}
	if f.number != nil {
		x.score += .1
		x.filters = append(x.filters, "the chance is the author's own number")
	}
	if f.rule == "chance" {
		low(.06, "a noun of chance: less sure")
	}
	if x.out == nil && x.form != ledger.Counterfactual {
		low(.14, "nothing that is known as an outcome: less sure")
	} else if x.out != nil {
		x.score += .06
		if x.out.direction != "" {
			x.score += .04
			x.filters = append(x.filters, "direction: "+x.out.direction)
		}
	}
	if !x.horizon.IsZero() && !x.inherited {
		x.score += .1
	}
	if x.form == ledger.Conditional || x.form == ledger.Counterfactual {
		x.score += .06
	}
	if f.clause >= 0 && f.rule == "modal" {
		switch x.s.Clauses[f.clause].Relation {
		case syntax.Relative, syntax.Reduced, syntax.OfNoun:
			low(.3, "in a clause beside the main one: less sure")
		case syntax.Adverbial:
			low(.16, "in a clause beside the main one: less sure")
		}
	}
	if x.blank() {
		by := .08
		if t := &x.s.Tokens[x.s.Phrases[f.subject].Head]; t.Word != x.r.w.it && t.Tag != syntax.PRP {
			by = .2
		}
		low(by, "its subject is a pronoun: less sure")
	}
	if said := x.speaker.Said; said != nil && x.r.foretells[said.Verb] {
		x.score += .2
		x.filters = append(x.filters, "the words of a forecaster: surer")
	}
	if x.speaker.Said != nil && x.speaker.Ref == nil && !strings.ContainsAny(x.speaker.Key, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		low(.04, "the forecaster has no name: less sure")
	}
}
