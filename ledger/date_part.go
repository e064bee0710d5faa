package ledger

import "time"

// datePart is one date without a time of day: a whole Date or one interval end.
type datePart struct {
	year       int32 // earliest year meant: 201X is 2010, -201X is -2019
	month, day uint8 // month is 21..24 for a season
	form       dateForm
	mark       dateMark
}

// dateForm says which digits a part has. The X forms are kept apart from the
// shorter forms with the same span, so that String gives back what was written.
type dateForm uint8

const (
	formNone    dateForm = iota
	formUnknown          // an interval end left empty
	formOpen             // an interval end written ".."
	formDay
	formMonth
	formDayX // 1985-04-XX
	formSeason
	formYear
	formMonthX    // 1985-XX
	formMonthDayX // 1985-XX-XX
	formDecade    // 198X
	formCentury   // 19XX
)

type dateMark uint8

const (
	markApproximate dateMark = 1 << iota
	markUncertain
)

// dateForms holds, per form, its precision and half of its unit in days, rounded up.
var dateForms = [...]struct {
	precision Precision
	half      Day
}{
	formDay:       {PrecisionDay, 1},
	formMonth:     {PrecisionMonth, 15},
	formDayX:      {PrecisionMonth, 15},
	formSeason:    {PrecisionSeason, 46},
	formYear:      {PrecisionYear, 183},
	formMonthX:    {PrecisionYear, 183},
	formMonthDayX: {PrecisionYear, 183},
	formDecade:    {PrecisionDecade, 1827},
	formCentury:   {PrecisionCentury, 18263},
}

// isDate tells a real date from an open, unknown or absent end.
func (p datePart) isDate() bool { return p.form >= formDay }

func (p datePart) span() (first, last Day) {
	y, m := int(p.year), int(p.month)
	switch p.form {
	case formDay:
		first = civilDay(y, m, int(p.day))
		return first, first
	case formMonth, formDayX:
		return civilDay(y, m, 1), civilDay(y, m+1, 1) - 1
	case formSeason:
		m = 3 + 3*(m-21) // winter runs into the next year: civilDay carries
		return civilDay(y, m, 1), civilDay(y, m+3, 1) - 1
	case formYear, formMonthX, formMonthDayX:
		return civilDay(y, 1, 1), civilDay(y+1, 1, 1) - 1
	case formDecade:
		return p.years(10)
	case formCentury:
		return p.years(100)
	}
	return MinDay, MaxDay
}

// years is the span of a year with unspecified digits. The years -9..-1 of -000X
// are one short of a decade, as there is no year -0000.
func (p datePart) years(n int) (first, last Day) {
	end := int(p.year) + n
	if p.year < 0 && end > 0 {
		end = 0
	}
	return civilDay(int(p.year), 1, 1), civilDay(end, 1, 1) - 1
}

func (p datePart) loose() (first, last Day) {
	first, last = p.span()
	if p.mark&markApproximate == 0 {
		return first, last
	}
	half := dateForms[p.form].half
	return first - half, last + half
}

// civilDay is the day number of a proleptic Gregorian date; months beyond 12 carry.
func civilDay(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

func dayPart(t time.Time) datePart {
	y, m, d := t.Date()
	return datePart{year: int32(y), month: uint8(m), day: uint8(d), form: formDay}
}

// Precision says how finely a date is known, finest first.
type Precision uint8

// The precisions. Unspecified digits count as unknown: 1985-XX has PrecisionYear.
const (
	PrecisionUnknown Precision = iota
	PrecisionSecond
	PrecisionDay
	PrecisionMonth
	PrecisionSeason
	PrecisionYear
	PrecisionDecade
	PrecisionCentury
	PrecisionInterval
)

// String is the precision in one English word, "unknown" to "interval".
func (p Precision) String() string {
	names := [...]string{"unknown", "second", "day", "month", "season", "year", "decade", "century", "interval"}
	if int(p) >= len(names) {
		return "unknown"
	}
	return names[p]
}

// Precision tells how finely d is known.
func (d Date) Precision() Precision {
	switch {
	case d.zone != zoneNone:
		return PrecisionSecond
	case d.isInterval():
		return PrecisionInterval
	}
	return dateForms[d.start.form].precision
}
