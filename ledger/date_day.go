package ledger

import (
	"math"
	"time"
)

// Day counts days since 1970-01-01 in the proleptic Gregorian calendar.
type Day int32

// The ends of an interval that has none. No real date falls on them.
const (
	MinDay Day = math.MinInt32
	MaxDay Day = math.MaxInt32
)

// DayOf is the UTC day that t falls on, held between MinDay and MaxDay.
func DayOf(t time.Time) Day {
	seconds := t.Unix()
	day := seconds / secondsPerDay
	if seconds%secondsPerDay < 0 {
		day-- // division cuts towards zero, days count downwards before 1970
	}
	return Day(min(max(day, int64(MinDay)), int64(MaxDay)))
}

// Time is midnight UTC at the start of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

// Date is the day as a date of day precision; the zero date for MinDay, MaxDay and
// days beyond the years -9999..9999.
func (d Day) Date() Date {
	t := d.Time()
	if t.Year() < -9999 || t.Year() > 9999 {
		return Date{}
	}
	return Date{start: dayPart(t)}
}

// String is the day as 2025-12-31, or ".." for MinDay and MaxDay. Years beyond four
// digits are written as in Y10000-01-01, for people only: EDTF has no such days.
func (d Day) String() string {
	if d == MinDay || d == MaxDay {
		return ".."
	}
	return dayPart(d.Time()).String()
}
