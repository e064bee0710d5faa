package app

import (
	"strconv"
	"strings"

	"orrery/ledger"
)

// timingRule is printed in because.
const timingRule = "The time from the item's t0 to the answer, against the item's window. A date cut to a month or a year gives a range: " +
	"possibly late when only part of it lies in the window. A date that leaves open whether the answer came before t0 (the same day, the same month) is taken to follow it. " +
	"Late means that the first answer in the ledger came after the window: an earlier one may not be recorded. Without a window nobody is late."

// timingOf places an answer against the item's window. An answer that may have come
// before t0 by its date alone (the same day, the same month) is taken to follow it,
// because it answers it: only the far end of the window can make it late.
func timingOf(t0, when ledger.Date, window ledger.Window) Timing {
	lag := ledger.Lag(t0, when)
	switch {
	case t0.IsZero() || when.IsZero():
		return Untimed
	case when.Before(t0) == ledger.Certainly:
		return Before
	case window.IsZero() || !lag.Known:
		return Untimed
	}
	switch lag.Within(window) {
	case ledger.Certainly:
		return InTime
	case ledger.Never:
		return Late
	}
	if straddles(lag) && endsWithin(t0, lag, window) {
		return InTime
	}
	return PossiblyLate
}

// straddles reports whether part of the lag lies before t0.
func straddles(lag ledger.LagRange) bool {
	low, _ := lag.Hours()
	return low < 0
}

// endsWithin reports whether the far end of the lag is certainly not too late.
func endsWithin(t0 ledger.Date, lag ledger.LagRange, window ledger.Window) bool {
	if text, ok := strings.CutPrefix(window.String(), "PT"); ok {
		hours, err := strconv.Atoi(strings.TrimSuffix(text, "H"))
		_, high := lag.Hours()
		return err == nil && high <= float64(hours)
	}
	// Counted from the first day that t0 can be the window ends soonest, except
	// that months differ in length: then the answer stays possibly late.
	first, last := t0.Span()
	return first == last && lag.Max <= int(window.Until(first))-int(first)
}

// lagHours is the lag for the response clock, nil when it is not known. As for the
// timing, an answer that may have come before t0 by its date alone follows it.
func lagHours(t0, when ledger.Date) (least, most *float64, said string) {
	lag := ledger.Lag(t0, when)
	if !lag.Known || t0.IsZero() || when.IsZero() {
		return nil, nil, ""
	}
	low, high := lag.Hours()
	words := lag.String()
	if when.Before(t0) != ledger.Certainly && lag.Min <= 0 {
		low = max(low, 0)
		if words = "the same day"; lag.Max > 0 {
			words = "between the same day and " + strconv.Itoa(lag.Max) + plural(lag.Max, " day", " days")
		}
	}
	return &low, &high, words
}
