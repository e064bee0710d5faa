package dates

import (
	"strings"

	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// calendar reads dates with the name of a month: December 31, 2025; 31 December; the 5th of May; June 2025; in March.
func (p *parser) calendar(i int) (reading, bool) {
	j := i
	if p.is(j, article) {
		j++
	}
	if d, to := p.day(j); d > 0 {
		if p.is(to, of) {
			to++
		}
		if p.isMonth(to) {
			m := int(p.at(to).value)
			return p.dated(i, to+1, m, d, 0), true
		}
	}
	if p.is(i, article) || !p.isMonth(i) {
		return reading{}, false
	}
	m := int(p.at(i).value)
	j = i + 1
	if p.is(j, article) {
		if d, to := p.day(j + 1); d > 0 && !p.is(to, unit) {
			return p.dated(i, to, m, d, 0), true
		}
	}
	if d, to := p.day(j); d > 0 && !p.is(to, unit) && p.text(to) != "percent" && p.text(to) != "%" {
		until := 0
		if p.text(to) == "–" || p.text(to) == "-" { // May 5–7
			if e, end := p.day(to + 1); e > d {
				until, to = e, end
			}
		}
		return p.dated(i, to, m, d, until), true
	}
	if first, second, ok := dayPair(p.text(j)); ok {
		return p.dated(i, j+1, m, first, second), true
	}
	y, to := p.yearAt(j)
	if y == 0 && p.comma(j) {
		y, to = p.yearAt(j + 1)
	}
	if y == 0 && p.is(j, of) {
		y, to = p.yearAt(j + 1)
		if y == 0 && p.is(j+1, this) && p.is(j+2, unit) && p.at(j+2).value == years && p.now.known {
			y, to = p.now.year, j+3
		}
		if y == 0 && p.is(j+1, last) && p.is(j+2, unit) && p.at(j+2).value == years && p.now.known {
			y, to = p.now.year-1, j+3
		}
	}
	if y > 0 {
		return reading{from: i, to: to, when: aMonth(y, m), kind: Approximate}, true
	}
	return p.bareMonth(i, m, 0)
}

// dated finishes a date whose day and month are read: the year behind it, or the nearest one.
func (p *parser) dated(from, to, m, d, until int) reading {
	y, end := p.yearAt(to)
	if y == 0 && p.comma(to) {
		y, end = p.yearAt(to + 1)
	}
	if y == 0 {
		y, end = p.nearestYear(from, m, d), to
	}
	if y == 0 {
		return reading{from: from, to: end, kind: Unresolved}
	}
	r := reading{from: from, to: end, when: aDay(y, m, d), kind: Exact}
	if until > 0 {
		if joined, ok := between(r.when, aDay(y, m, until)); ok {
			r.when, r.kind = joined, Range
		}
	}
	if r.when.IsZero() {
		r.kind = Unresolved // there is no such day
	}
	return r
}

// bareMonth is a month without a year. shift is -1 for "last March", 1 for "next March".
func (p *parser) bareMonth(i, m, shift int) (reading, bool) {
	r := reading{from: i, to: i + 1, kind: Unresolved}
	if !p.now.known || p.now.month == 0 {
		return r, true
	}
	y := p.now.year
	switch ahead := p.ahead(i); {
	case shift < 0:
		if m >= p.now.month {
			y--
		}
	case shift > 0:
		if m <= p.now.month {
			y++
		}
	case ahead && m < p.now.month:
		y++
	case !ahead && m > p.now.month:
		y--
	}
	r.when, r.kind = aMonth(y, m), Approximate
	return r, true
}

// nearestYear is the year that a day without one falls in, 0 if publication is not known well enough.
func (p *parser) nearestYear(i, m, d int) int {
	if !p.now.known || p.now.month == 0 {
		return 0
	}
	y := p.now.year
	day := p.now.day
	if !p.now.exact {
		day = 31
	}
	afterNow := m > p.now.month || m == p.now.month && d > day
	beforeNow := m < p.now.month || m == p.now.month && d < p.now.day
	switch ahead := p.ahead(i); {
	case !ahead && afterNow:
		y--
	case ahead && beforeNow:
		y++
	}
	return y
}

// isMonth leaves out the verbs march and may.
func (p *parser) isMonth(i int) bool {
	if !p.is(i, month) || p.s.Tokens[i].Shape&syntax.Capital == 0 {
		return false
	}
	tag := p.s.Tokens[i].Tag
	switch p.at(i).value {
	case 3:
		return !tag.Verb()
	case 5:
		_, dayBehind := p.day(i + 1)
		_, yearBehind := p.yearAt(i + 1)
		_, dayBefore := p.day(i - 1)
		return dayBehind > 0 || yearBehind > 0 || dayBefore > 0 || tag != syntax.MD && (p.is(i-1, sign) || p.is(i-1, of) || p.is(i-1, part) || p.is(i-1, last) || p.is(i-1, next) || p.is(i-1, this) || p.is(i-1, through) || p.is(i-1, direction))
	}
	return true
}

// day reads the day of a month at i: 5, 5th, fifth. 0: none.
func (p *parser) day(i int) (day, to int) {
	if i < 0 || i >= len(p.s.Tokens) {
		return 0, 0
	}
	text := p.text(i)
	n := 0
	for n < len(text) && n < 3 && '0' <= text[n] && text[n] <= '9' {
		day = day*10 + int(text[n]-'0')
		n++
	}
	switch tail := text[n:]; {
	case n == 0:
		if w := p.at(i); w.class == ordinal {
			return int(w.value), i + 1
		}
		return 0, 0
	case tail != "" && tail != "st" && tail != "nd" && tail != "rd" && tail != "th", day < 1 || day > 31:
		return 0, 0
	}
	return day, i + 1
}

// yearAt reads a year of four digits between 1000 and 2199 at i. 0: none.
func (p *parser) yearAt(i int) (year, to int) {
	return fourDigits(p.text(i)), i + 1
}

func fourDigits(text string) int {
	if len(text) != 4 {
		return 0
	}
	y := 0
	for i := 0; i < 4; i++ {
		if text[i] < '0' || text[i] > '9' {
			return 0
		}
		y = y*10 + int(text[i]-'0')
	}
	if y < 1000 || y >= 2200 {
		return 0
	}
	return y
}

// dayPair reads "5-7".
func dayPair(text string) (first, second int, ok bool) {
	a, b, ok := strings.Cut(text, "-")
	if !ok || len(a) > 2 || len(b) > 2 {
		return 0, 0, false
	}
	first, second = small(a), small(b)
	return first, second, first > 0 && second > first && second <= 31
}

// small is a number of one or two digits, 0 for other text.
func small(text string) int {
	n := 0
	if len(text) == 0 || len(text) > 2 {
		return 0
	}
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			return 0
		}
		n = n*10 + int(text[i]-'0')
	}
	return n
}

// withYearOf gives a first date that has no year of its own the year of the second: from May to June 2024.
func (p *parser) withYearOf(a, b reading) (ledger.Date, bool) {
	hasYear := func(r reading) bool {
		for i := r.from; i < r.to; i++ {
			if y, _ := p.yearAt(i); y > 0 {
				return true
			}
		}
		return false
	}
	if !p.isMonth(a.from) && !p.isMonth(a.to-1) || hasYear(a) || !hasYear(b) {
		return ledger.Date{}, false
	}
	first, _ := a.when.Span()
	_, end := b.when.Span()
	t, u := first.Time(), end.Time()
	y := u.Year()
	if t.Month() > u.Month() {
		y--
	}
	if a.when.Precision() == ledger.PrecisionMonth {
		return aMonth(y, int(t.Month())), true
	}
	return aDay(y, int(t.Month()), t.Day()), true
}
