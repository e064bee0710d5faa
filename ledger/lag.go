package ledger

import "fmt"

// LagRange is the time from one date to another, as far as the two are known:
// whole calendar days from Min to Max, negative when the second date came first.
// Min and Max mean nothing unless Known. Compare the three exported fields, not
// whole values: the rest remembers what the two dates said of hours and months.
type LagRange struct {
	Min, Max int
	Known    bool

	from     Day // the day the lag starts on, when anchored
	anchored bool
	timed    bool  // low and high hold seconds; else they follow from Min and Max
	low      int64 // seconds; the lag is longer than low unless fromExact
	high     int64 // seconds; the lag is shorter than high unless toExact

	fromExact, toExact bool // that date was an instant
}

// Lag is the time from one date to another over all days that they can mean,
// qualifiers disregarded. It is unknown when a date is unknown or has no bound
// on some side. Lag(a, b) is Lag(b, a) with the signs turned.
func Lag(from, to Date) LagRange {
	fromFirst, fromLast := from.Span()
	toFirst, toLast := to.Span()
	if fromFirst == MinDay || fromLast == MaxDay || toFirst == MinDay || toLast == MaxDay {
		return LagRange{}
	}
	l := LagRange{
		Min:      int(toFirst) - int(fromLast),
		Max:      int(toLast) - int(fromFirst),
		Known:    true,
		from:     fromFirst,
		anchored: fromFirst == fromLast,
		timed:    true,
	}
	fromStart, fromEnd, fromExact := from.seconds()
	toStart, toEnd, toExact := to.seconds()
	l.low, l.high, l.fromExact, l.toExact = toStart-fromEnd, toEnd-fromStart, fromExact, toExact
	return l
}

// seconds is the stretch of Unix time that a bounded date covers: one moment, or
// from the midnight before its first day to the midnight after its last.
func (d Date) seconds() (start, end int64, exact bool) {
	if t, ok := d.Instant(); ok {
		return t.Unix(), t.Unix(), true
	}
	first, last := d.Span()
	return int64(first) * secondsPerDay, (int64(last) + 1) * secondsPerDay, false
}

// bounds gives the range in seconds, also for a LagRange written by hand.
func (l LagRange) bounds() (low, high int64) {
	if l.timed {
		return l.low, l.high
	}
	return int64(l.Min-1) * secondsPerDay, int64(l.Max+1) * secondsPerDay
}

// Hours is the range in hours: exact between two instants, else every number of
// hours that the days allow, a day being 24 UTC hours long (one day later is 0 to
// 48 hours later). 0, 0 when the lag is not Known.
func (l LagRange) Hours() (min, max float64) {
	if !l.Known {
		return 0, 0
	}
	low, high := l.bounds()
	return float64(low) / 3600, float64(high) / 3600
}

// Within tells whether the lag lies between nothing and the window, both ends
// included: what came before the start is not within. Windows in hours compare
// hours, all others calendar days. Months and years are counted from the day the
// lag starts on; where that day is not known, every month they can be is allowed
// for. The zero window has no far end: nothing is too late for it. An unknown lag is
// Possibly within.
func (l LagRange) Within(window Window) Certainty {
	if !l.Known {
		return Possibly
	}
	if window.unit == 'H' {
		return l.withinSeconds(int64(window.count) * 3600)
	}
	shortest, longest := window.days()
	if l.anchored && !window.IsZero() {
		shortest = int(window.Until(l.from)) - int(l.from)
		longest = shortest
	}
	backwards := l.fromExact && l.toExact && l.high < 0 // also within one day
	switch {
	case l.Max < 0 || l.Min > longest || backwards:
		return Never
	case l.Min >= 0 && l.Max <= shortest:
		return Certainly
	}
	return Possibly
}

func (l LagRange) withinSeconds(limit int64) Certainty {
	low, high := l.bounds()
	switch {
	case high < 0 || high == 0 && !l.toExact, low > limit || low == limit && !l.fromExact:
		return Never
	case low >= 0 && high <= limit:
		return Certainly
	}
	return Possibly
}

// String says the lag in plain English: "2 days", "the same day", "between 10 and
// 40 days", "between 3 and 5 days earlier", "unknown".
func (l LagRange) String() string {
	switch {
	case !l.Known:
		return "unknown"
	case l.Min == l.Max && l.Max == 0:
		return "the same day"
	case l.Min == l.Max && l.Max < 0:
		return dayCount(-l.Max) + " earlier"
	case l.Min == l.Max:
		return dayCount(l.Max)
	case l.Min >= 0:
		return fmt.Sprintf("between %d and %s", l.Min, dayCount(l.Max))
	case l.Max <= 0:
		return fmt.Sprintf("between %d and %s earlier", -l.Max, dayCount(-l.Min))
	}
	return fmt.Sprintf("between %s earlier and %s later", dayCount(-l.Min), dayCount(l.Max))
}

func dayCount(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
