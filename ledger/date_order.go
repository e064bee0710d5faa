package ledger

import (
	"cmp"
	"strings"
)

// Certainty is the answer to a question about dates that are known in part.
type Certainty int8

// The three answers; the zero value is Never.
const (
	Never Certainty = iota
	Possibly
	Certainly
)

// String is "never", "possibly" or "certainly".
func (c Certainty) String() string {
	switch c {
	case Never:
		return "never"
	case Certainly:
		return "certainly"
	}
	return "possibly"
}

// Compare orders dates for lists: by first day, last day, then instants after
// dates without one and among themselves by time, then text. It is a total order
// (-1, 0, +1; 0 only if d == b), and whatever is Certainly Before comes first.
// Unknown dates and intervals with an open start come before all others.
func (d Date) Compare(b Date) int {
	if d == b {
		return 0
	}
	aFirst, aLast := d.Span()
	bFirst, bLast := b.Span()
	if c := cmp.Or(cmp.Compare(aFirst, bFirst), cmp.Compare(aLast, bLast)); c != 0 {
		return c
	}
	aTime, aHas := d.Instant()
	bTime, bHas := b.Instant()
	switch {
	case aHas && bHas:
		if c := aTime.Compare(bTime); c != 0 {
			return c
		}
	case aHas:
		return +1
	case bHas:
		return -1
	}
	return strings.Compare(d.String(), b.String())
}

// Before tells whether d lies before b: Certainly when every day of d precedes
// every day of b, Never when none does. Two instants are compared to the second.
// Dates that share a day are Possibly in order, as the hour is not known; so is
// anything with an unknown date.
func (d Date) Before(b Date) Certainty {
	aTime, aHas := d.Instant()
	bTime, bHas := b.Instant()
	if aHas && bHas {
		if aTime.Before(bTime) {
			return Certainly
		}
		return Never
	}
	aFirst, aLast := d.Span()
	bFirst, bLast := b.Span()
	switch {
	case aLast < bFirst:
		return Certainly
	case aFirst > bLast:
		return Never
	}
	return Possibly
}

// Within tells whether d lies in the closed range of days first..last: Certainly
// when all of its span does, Never when none of it does. An unknown date is
// Possibly in any range, and no date is in a range with last before first.
func (d Date) Within(first, last Day) Certainty {
	dFirst, dLast := d.Span()
	switch {
	case last < first, dLast < first, dFirst > last:
		return Never
	case d.IsZero():
		return Possibly
	case dFirst >= first && dLast <= last:
		return Certainly
	}
	return Possibly
}
