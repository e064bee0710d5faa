package forecasts

import (
	"strings"

	"orrery/ledger"
)

// write puts the statement and the question together from parts.
func (x *weighing) write(b *ledger.Forecast) {
	s, f := x.s, &x.f
	subject, what := label(s, f.subject), x.r.predicate(s, f)
	if x.blank() && len(x.about) > 0 {
		subject = name(&x.about[0])
	}
	if f.verb < 0 {
		subject, what = "there", "be "+label(s, f.noun)
	}
	if x.there() && f.verb >= 0 {
		k := nounFrom(s, s.Phrases[f.verb].To, s.Phrases[f.verb].To+3)
		subject, what = "there", "be"
		if k >= 0 {
			what = "be " + label(s, k)
			f.denied = f.denied || s.Tokens[s.Phrases[k].From].Word == x.r.w.no
		}
	}
	not, by := "", ""
	if f.denied {
		not = "not "
	}
	if !b.Horizon.IsZero() {
		by = " by " + b.Horizon.String()
	}
	given := ""
	if b.Condition != "" {
		given = ", given: " + b.Condition
	}
	switch {
	case x.question:
		b.Statement = "Asks whether " + subject + " will " + not + what + by + given
	case x.form == ledger.Counterfactual:
		b.Statement = "Says that " + subject + " would " + not + "have come to " + what + given
	case f.weak:
		b.Statement = "Says that it is possible: " + subject + " to " + not + what + by + given
	default:
		b.Statement = "Expects " + subject + " to " + not + what + by + given
	}
	if x.form == ledger.Scorable || x.form == ledger.Conditional || x.question {
		b.Question = "Will " + subject + " " + not + what + by + "?"
	}
}

// clip is at most n words of text.
func clip(text string, n int) string {
	f := strings.Fields(text)
	if len(f) > n {
		return strings.Join(f[:n], " ") + " …"
	}
	return strings.Join(f, " ")
}
