package coincide

import "fmt"

// sentence is the answer in one sentence.
func (r *Result) sentence() string {
	t := r.Tally
	switch {
	case r.Denominator == NoDenominator:
		return r.known() + ": " + string(r.Label) + "."
	case r.P == nil:
		return fmt.Sprintf("%d of %s answered, %s: %s.", t.Answered, amount(t.Answered+t.Unanswered, "searched trigger"), TooFew, r.Label)
	}
	text := fmt.Sprintf("%d of %s answered within %d to %d days, p %s, q %s among %s", t.Answered, amount(t.Answered+t.Unanswered, "searched trigger"),
		r.Rule.Tau, r.Rule.Tau+r.Rule.DT, small(r.P.Reported), small(r.Corrected.Q), amount(r.Corrected.Run, "rule"))
	if r.Exploratory != "" {
		text += ", exploratory"
	}
	return text + ": " + string(r.Label) + "."
}

// known says what is known of cases that were collected because they were known.
func (r *Result) known() string {
	t := r.Tally
	switch pairs := len(r.Pairs) + r.MorePairs; {
	case pairs > 0:
		return amount(pairs, "pair") + ", no searched non-responses"
	case t.Triggers == 0 && t.Responses == 0:
		return "no trigger and no response known; nobody searched"
	case t.Triggers == 0:
		return "no trigger, " + amount(t.Responses, "known response") + "; nobody searched"
	case t.Triggers == 1:
		return "1 trigger without a known response " + r.Rule.within() + "; nobody searched"
	}
	return amount(t.Triggers, "trigger") + ", none with a known response " + r.Rule.within() + "; nobody searched"
}
