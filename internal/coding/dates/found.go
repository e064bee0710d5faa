// Package dates finds dates and spans of time in a sentence and anchors them on the day of publication.
//
// It knows English forms only and guesses nothing: what cannot be anchored keeps its words and no date.
package dates

import (
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Found is one date in a sentence.
type Found struct {
	syntax.Span
	From, To int // tokens
	When     ledger.Date
	Kind     Kind
	// Lag is set for a length of time ("within ten days", "for six months", "24 hours after"), in hours; 0: none.
	Lag  int
	Sign Sign
}

// Kind is how sure a date is, in the words of POLECAT.
type Kind string

// The kinds of date.
const (
	Exact       Kind = "exact"       // a day
	Approximate Kind = "approximate" // a month, a year, "recently"
	Range       Kind = "range"       // from … to, since, "in the 1990s"
	Unresolved  Kind = "unresolved"  // words of time that the text does not anchor
)

// Sign is what the words before a date say.
type Sign string

// The signs.
const (
	At     Sign = "at"
	Since  Sign = "since"
	Until  Sign = "until"
	By     Sign = "by"
	Within Sign = "within"
	After  Sign = "after"
	Before Sign = "before"
	Length Sign = "for"
)
