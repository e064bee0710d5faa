// Package realis says of a clause whether it tells of something that happened: negation, conditions, modals, questions, the future,
// old history, habits.
//
// It draws no conclusion for an event: operators do, by PLOVER's rules.
package realis

// Realis is what stands between a clause and a plain fact.
type Realis uint16

// The bits of a realis. None: told as a fact.
const (
	Negated        Realis = 1 << iota // not, never, no, without, failed to
	Modal                             // may, might, could, should, must
	Conditional                       // stands under if, unless, in case, should …
	Counterfactual                    // if … had, would have
	Future                            // will, is to, going to, plans to; headline infinitive
	Question
	Historical // an anniversary, decades ago, a date five years or more before the text
	Habitual   // usually, often, every year, generic present
	Reported   // somebody is said to say it
	Doubted    // reportedly, allegedly, so-called
	Stopped    // ceased, suspended, no longer
	Begun      // began, resumed
)

// Has reports whether all bits of r are set.
func (x Realis) Has(r Realis) bool { return x&r == r }
