package forecasts

import (
	"strings"

	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// write puts the statement and the question together from parts.
func (x *weighing) write(b *ledger.Forecast) {
	s, f := x.s, &x.f
	done := x.form == ledger.Counterfactual && f.verb >= 0 && s.Phrases[f.verb].Verb.Perfect
	subject, what := x.label(f.subject), x.predicate(done)
	if x.blank() {
		if subject = "it"; len(x.about) > 0 {
			subject = x.name(&x.about[0])
		}
	}
	be := map[bool]string{false: "be ", true: "been "}[done]
	if f.verb < 0 {
		subject, what = "there", be+x.label(f.noun)
	}
	if x.there() && f.verb >= 0 && f.number == nil {
		k := nounFrom(s, s.Phrases[f.verb].To, s.Phrases[f.verb].To+3)
		subject, what = "there", ""
		if k >= 0 {
			thing := x.label(k)
			f.denied = f.denied || s.Tokens[s.Phrases[k].From].Word == x.r.w.no
			what = be + strings.TrimPrefix(thing, "no ")
		}
	}
	by := ""
	if !b.Horizon.IsZero() {
		by = " by " + b.Horizon.String()
	}
	if subject == "" || what == "" || what == be || subject == "it" {
		subject, what = "", x.change()
	}
	b.Statement = x.sentence(subject, what, by, done) + x.given(b)
	if x.form == ledger.Scorable || x.form == ledger.Conditional || x.question {
		not := map[bool]string{false: "", true: "not "}[f.denied]
		if b.Question = "Will " + subject + " " + not + what + by + "?"; subject == "" {
			b.Question = "Will there be " + not + what + by + "?"
		}
	}
}

// sentence is the statement without its condition; subject "": what is a noun phrase.
func (x *weighing) sentence(subject, what, by string, done bool) string {
	not := map[bool]string{false: "", true: "not "}[x.f.denied]
	if subject == "" {
		switch {
		case x.question:
			return "Asks whether there will be " + what + by
		case x.form == ledger.Counterfactual:
			return "Speaks of " + what + " that did not come"
		case x.f.weak:
			return "Holds possible " + what + by
		case x.f.denied:
			return "Does not expect " + what + by
		}
		return "Expects " + what + by
	}
	switch {
	case x.question:
		return "Asks whether " + subject + " will " + not + what + by
	case done:
		return "Says that " + subject + " would " + not + "have " + what
	case x.form == ledger.Counterfactual:
		return "Says that " + subject + " would " + not + what
	case x.f.weak:
		return "Says that " + subject + " may " + not + what + by
	}
	return "Expects " + subject + " " + not + "to " + what + by
}

// change is what is foretold when its parts make no readable sentence.
func (x *weighing) change() string {
	var names []string
	for i := range x.about {
		if len(names) < 3 {
			names = append(names, x.name(&x.about[i]))
		}
	}
	switch len(names) {
	case 0:
		return "a change"
	case 1:
		return "a change for " + names[0]
	}
	return "a change in relations of " + strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// given is the condition as the end of the statement: its words where they can be read by themselves ("the talks fail"), not "it does".
func (x *weighing) given(b *ledger.Forecast) string {
	if b.Condition == "" || x.cond.dependence { // what it depends on is the verb's object already
		return ""
	}
	for k := range x.s.Phrases {
		if p := &x.s.Phrases[k]; p.Kind == syntax.NP && p.From >= x.cond.from && p.To <= x.cond.to && x.s.Tokens[p.Head].Tag.Noun() {
			return ", given: " + b.Condition
		}
	}
	return ", under a condition that the text names"
}

// clip is at most n words of text.
func clip(text string, n int) string {
	f := strings.Fields(text)
	if len(f) > n {
		return strings.Join(f[:n], " ") + " …"
	}
	return strings.Join(f, " ")
}
