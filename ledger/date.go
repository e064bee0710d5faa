package ledger

import "time"

// Date is a date as far as it is known: a value of EDTF level 1 (ISO 8601-2),
// from a second to a century, an interval, or nothing. It is small, comparable
// with ==, and its zero value means unknown.
//
// One clock orders the whole ledger: an instant such as 2026-01-01T01:00:00+05:00
// falls on its UTC day (2025-12-31), so that order and lag never contradict each
// other. String keeps the offset as written. A time without an offset stays on
// the day that it names.
//
// A season is read as in the northern hemisphere, three whole months long:
// spring 21 is March to May, and winter 24 of a year is December of that year to
// the end of the next February.
//
// "~" (approximate), "?" (uncertain) and "%" (both) never move the days of Span,
// Compare, Before, Within or Lag: these take the date as written. Ask Approximate
// and Uncertain before calling something certain, and Loose for wider days.
type Date struct {
	start, end datePart // end.form is formNone unless the date is an interval
	clock      int32    // local second of the day, 0..86399, when zone is not zoneNone
	offset     int16    // minutes east of UTC, when zone is zoneOffset
	zone       dateZone
}

type dateZone uint8

const (
	zoneNone   dateZone = iota // not a time of day
	zoneAbsent                 // a time of day without an offset
	zoneUTC
	zoneOffset
)

const secondsPerDay = 24 * 60 * 60

// IsZero reports whether nothing is known of the date.
func (d Date) IsZero() bool { return d == Date{} }

func (d Date) isInterval() bool { return d.end.form != formNone }

// Span is the closed range of days that the date can mean, taken literally:
// qualifiers do not widen it. Open and unknown ends of an interval, and the zero
// date, reach MinDay or MaxDay.
func (d Date) Span() (first, last Day) {
	if t, ok := d.Instant(); ok {
		return DayOf(t), DayOf(t)
	}
	return d.spanOf(datePart.span)
}

// Loose is Span with approximate ends moved outwards by half the unit that the
// end is given in: a day for ~ on a day, 15 days on a month, 46 on a season, 183
// on a year, 1827 on a decade, 18263 on a century. Uncertain ("?") ends stay: they
// doubt the source and not the width.
func (d Date) Loose() (first, last Day) {
	if d.zone != zoneNone {
		return d.Span()
	}
	return d.spanOf(datePart.loose)
}

func (d Date) spanOf(span func(datePart) (Day, Day)) (first, last Day) {
	first, last = span(d.start)
	if d.isInterval() {
		_, last = span(d.end)
	}
	return first, last
}

// Approximate reports whether the date, or an end of the interval, carries ~ or %.
func (d Date) Approximate() bool { return (d.start.mark|d.end.mark)&markApproximate != 0 }

// Uncertain reports whether the date, or an end of the interval, carries ? or %.
func (d Date) Uncertain() bool { return (d.start.mark|d.end.mark)&markUncertain != 0 }

// Instant is the moment, in the offset as written, of a date-time that states its
// offset; false for anything else.
func (d Date) Instant() (time.Time, bool) {
	if d.zone != zoneUTC && d.zone != zoneOffset {
		return time.Time{}, false
	}
	at := time.UTC
	if d.zone == zoneOffset {
		at = time.FixedZone("", int(d.offset)*60)
	}
	p := d.start
	return time.Date(int(p.year), time.Month(p.month), int(p.day), 0, 0, int(d.clock), 0, at), true
}

// DateAt is the date-time of t in UTC, cut to the second; the zero date when t is
// beyond the years that a date-time can hold (-9999..9999).
func DateAt(t time.Time) Date {
	t = t.UTC()
	if t.Year() < -9999 || t.Year() > 9999 {
		return Date{}
	}
	return Date{
		start: dayPart(t),
		clock: int32(t.Hour()*3600 + t.Minute()*60 + t.Second()),
		zone:  zoneUTC,
	}
}

// MarshalText writes String; the zero date is empty text.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDate reads; its error is a *DateError.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
