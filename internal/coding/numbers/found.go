// Package numbers finds counts with what they count ("38 people died", "over 30 soldiers", "dozens of passengers") and money and
// shares ("15 percent", "$2.5 billion").
//
// It does not say whether a number is contested: claims do that.
package numbers

import "orrery/internal/coding/syntax"

// Found is one number in a sentence.
type Found struct {
	syntax.Span
	From, To int     // tokens of the number and of what it counts
	Value    float64 // 30 for "over 30", 2.5e9 for "$2.5 billion"
	Bound    Bound
	Unit     string // people, soldiers, percent, USD … as a plain plural
	Noun     int    // token of the counted noun, -1
	Casualty string // dead, injured, arrested, displaced: what the verb or noun beside it says of them; "" otherwise
}

// Bound says whether a number is exact.
type Bound string

// The bounds.
const (
	Exactly Bound = ""
	AtLeast Bound = "at least" // over, more than, at least
	AtMost  Bound = "at most"
	About   Bound = "about" // some, about, dozens of
)
