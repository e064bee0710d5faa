package dates

import (
	"fmt"
	"time"

	"orrery/ledger"
)

// anchor is the day of publication.
type anchor struct {
	year, month, day int // month and day 0: not known
	known            bool
	exact            bool // to the day
}

func anchorOf(published ledger.Date) anchor {
	first, end := published.Span()
	if published.IsZero() || first == ledger.MinDay || end == ledger.MaxDay {
		return anchor{}
	}
	if published.Precision() == ledger.PrecisionInterval {
		first = end
	}
	t := end.Time()
	a := anchor{year: t.Year(), known: true}
	if end-first <= 31 {
		a.month = int(t.Month())
	}
	if first == end {
		a.day, a.exact = t.Day(), true
	}
	return a
}

// on is the day of publication moved by days.
func (a anchor) on(days int) ledger.Day {
	return ledger.DayOf(time.Date(a.year, time.Month(a.month), a.day+days, 0, 0, 0, 0, time.UTC))
}

func (a anchor) weekday() int { // Monday is 1
	d := int(time.Date(a.year, time.Month(a.month), a.day, 0, 0, 0, 0, time.UTC).Weekday())
	if d == 0 {
		return 7
	}
	return d
}

// parse is a date from its text; the zero date if there is no such day (30 February).
func parse(text string) ledger.Date {
	d, err := ledger.ParseDate(text)
	if err != nil {
		return ledger.Date{}
	}
	return d
}

func aYear(y int) ledger.Date { return parse(fmt.Sprintf("%04d", y)) }

// aMonth is a month; months beyond 12 and below 1 run into the years beside.
func aMonth(y, m int) ledger.Date {
	t := time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)
	return parse(fmt.Sprintf("%04d-%02d", t.Year(), t.Month()))
}

func aDay(y, m, d int) ledger.Date { return parse(fmt.Sprintf("%04d-%02d-%02d", y, m, d)) }

func days2(first, end ledger.Day) ledger.Date { return parse(first.String() + "/" + end.String()) }

// edges is the part of a date that early (1), mid (2) and late (3) mean: a third of it.
func thirdOf(d ledger.Date, which uint8) ledger.Date {
	first, end := d.Span()
	if d.IsZero() || first == ledger.MinDay || end == ledger.MaxDay || end-first < 6 {
		return d
	}
	n := end - first + 1
	switch which {
	case 1:
		end = first + (n+2)/3 - 1
	case 2:
		first, end = first+n/3, end-n/3
	default:
		first = end - (n+2)/3 + 1
	}
	return days2(first, end)
}

// edgeOf is the beginning (1), middle (2) or end (3) of a date: of a year its first or last month, of a month its first or last
// ten days.
func edgeOf(d ledger.Date, which uint8) ledger.Date {
	first, end := d.Span()
	if d.IsZero() || first == ledger.MinDay || end == ledger.MaxDay || end-first < 6 {
		return d
	}
	if which == 2 {
		return thirdOf(d, 2)
	}
	if end-first > 300 && end-first < 370 {
		if which == 1 {
			return aMonth(first.Time().Year(), 1)
		}
		return aMonth(end.Time().Year(), 12)
	}
	n := max((end-first+1)/10, 1)
	if end-first < 32 {
		n = min(10, (end-first+1)/2)
	}
	if which == 1 {
		return days2(first, first+n-1)
	}
	return days2(end-n+1, end)
}

// openEnd is everything from the start of d on.
func openEnd(d ledger.Date) (ledger.Date, bool) {
	first, _ := d.Span()
	if first == ledger.MinDay {
		return ledger.Date{}, false
	}
	text := d.String()
	if d.Precision() == ledger.PrecisionInterval || d.Precision() == ledger.PrecisionDecade || d.Precision() == ledger.PrecisionCentury {
		text = first.String()
	}
	open := parse(text + "/..")
	return open, !open.IsZero()
}

// between is the range from the start of a to the end of b.
func between(a, b ledger.Date) (ledger.Date, bool) {
	first, _ := a.Span()
	_, end := b.Span()
	if first == ledger.MinDay || end == ledger.MaxDay || end < first {
		return ledger.Date{}, false
	}
	plain := func(d ledger.Date) bool {
		p := d.Precision()
		return p == ledger.PrecisionDay || p == ledger.PrecisionMonth || p == ledger.PrecisionYear
	}
	text := first.String() + "/" + end.String()
	if plain(a) && plain(b) {
		text = a.String() + "/" + b.String()
	}
	d := parse(text)
	return d, !d.IsZero()
}
