package coincide

import (
	"fmt"
	"slices"
)

// leastRatio is what the lower end of the rate ratio must exceed.
const leastRatio = 1.5

// grounds is all that a label rests on.
type grounds struct {
	rule        Rule
	denominator Denominator
	alpha       float64
	testing     Verdict
	corrected   *Corrected
	vague       int      // days known only roughly
	leastP      *float64 // reported p on the least favourable days; nil when all days are exact, or there is no p
	ratio       RatioView
	placebos    []Placebo
	replicated  []Replicated
}

// conditions states every condition, met or not, in a fixed order.
func (g grounds) conditions() []Condition {
	out := []Condition{g.counted(), {"enough", g.testing.OK, g.testing.Why}, g.registered()}
	if out[1].OK {
		out[1].Text = "enough triggers and responses to test"
	}
	return append(out, g.small(), g.certain(), g.strong(), g.placebo(NegativeLags), g.placebo(OtherStates), g.placebo(UnrelatedClass), g.confirmed())
}

// label is System when all conditions are met, Unconfirmed when only the replication is missing.
func label(conditions []Condition) Label {
	missing := slices.DeleteFunc(slices.Clone(conditions), func(c Condition) bool { return c.OK })
	switch {
	case len(missing) == 0:
		return System
	case len(missing) == 1 && missing[0].Code == "replication":
		return Unconfirmed
	}
	return NotExcluded
}

func (g grounds) counted() Condition {
	if g.denominator == NoDenominator {
		return Condition{"denominator", false, noBaseRate}
	}
	return Condition{"denominator", true, "days without a response are known: " + string(g.denominator)}
}

func (g grounds) registered() Condition {
	text := g.rule.exploratory()
	if text == "" {
		return Condition{"registered", true, "registered before it was run"}
	}
	return Condition{"registered", false, text}
}

// exploratory says why a run is exploratory; empty when it is not.
func (r Rule) exploratory() string {
	switch {
	case r.Edited:
		return "edited after seeing data"
	case !r.Registered:
		return "not registered before it was run"
	}
	return ""
}

func (g grounds) small() Condition {
	c := Condition{Code: "corrected p", Text: "no p-value"}
	if g.corrected != nil {
		c.OK = g.corrected.Q <= g.alpha
		c.Text = fmt.Sprintf("q %s by %s among %s", small(g.corrected.Q), g.corrected.How, amount(g.corrected.Run, "rule"))
	}
	return c
}

func (g grounds) certain() Condition {
	switch {
	case g.vague == 0:
		return Condition{"dates", true, "every day is known"}
	case g.leastP == nil:
		return Condition{"dates", false, amount(g.vague, "day") + " known only roughly, and no p-value to hold them against"}
	}
	return Condition{"dates", *g.leastP <= g.alpha, "p " + small(*g.leastP) + " on the least favourable days"}
}

func (g grounds) strong() Condition {
	if !g.ratio.Verdict.OK {
		return Condition{"rate ratio", false, NotEstimable + ": " + g.ratio.Verdict.Why}
	}
	return Condition{"rate ratio", g.ratio.Lower > leastRatio, fmt.Sprintf("the rate ratio is at least %.2f; more than %.1f is needed", float64(g.ratio.Lower), leastRatio)}
}

// placebo wants one informative placebo of a kind at least, and none that reacts.
func (g grounds) placebo(kind string) Condition {
	c := Condition{Code: kind, Text: "placebo not run: " + g.idle(kind)}
	for _, p := range g.placebos {
		switch {
		case p.Kind != kind:
		case p.Reacts:
			return Condition{kind, false, "placebo " + p.Name + " reacts: " + p.Verdict.Why}
		case p.Verdict.OK:
			c.OK, c.Text = true, "placebo finds nothing"
		case !c.OK:
			c.Text = "placebo " + p.Name + " tells nothing: " + p.Verdict.Why
		}
	}
	return c
}

// idle is why there is no placebo of a kind.
func (g grounds) idle(kind string) string {
	switch {
	case g.denominator == NoDenominator:
		return NoBaseRate
	case kind == OtherStates:
		return "every state that was watched had a trigger"
	case kind == UnrelatedClass:
		return "the rule names no class that should not react"
	}
	return "there are no days before the triggers"
}

func (g grounds) confirmed() Condition {
	c := Condition{Code: "replication", Text: "no second state and no disjoint period was tested"}
	for _, r := range g.replicated {
		if r.OK {
			return Condition{"replication", true, "replicated in " + r.Name + " (" + r.Kind + ")"}
		}
		c.Text = "not replicated in " + r.Name + ": " + r.Why
	}
	return c
}
