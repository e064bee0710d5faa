package dates

import (
	"strings"

	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// numeric reads dates in figures: 2025-12-31, 31.12.2025, 31/12/2025, 2014-2016, 2014-16.
func (p *parser) numeric(i int) (reading, bool) {
	if p.s.Tokens[i].Shape&syntax.Numeric == 0 {
		return reading{}, false
	}
	text := p.text(i)
	r := reading{from: i, to: i + 1, kind: Exact}
	switch {
	case len(text) == 10 && text[4] == '-' && text[7] == '-':
		r.when = parse(text)
	case len(text) >= 8 && len(text) <= 10 && strings.Count(text, ".") == 2:
		r.when = dayMonthYear(text, ".")
	case len(text) == 9 && text[4] == '-' && fourDigits(text[:4]) > 0 && fourDigits(text[5:]) > fourDigits(text[:4]):
		r.when, r.kind = parse(text[:4]+"/"+text[5:]), Range
	case len(text) == 7 && text[4] == '-' && fourDigits(text[:4]) > 1500 && small(text[5:]) > small(text[2:4]):
		r.when, r.kind = parse(text[:4]+"/"+text[:2]+text[5:]), Range
	default:
		// 31/12/2025 is five tokens or one, as the borders of words fall
		if d, m, y := small(text), small(p.text(i+2)), fourDigits(p.text(i+4)); y > 0 && p.text(i+1) == "/" && p.text(i+3) == "/" {
			r.to = i + 5
			switch {
			case d > 12 && m <= 12:
				r.when = aDay(y, m, d)
			case m > 12 && d <= 12:
				r.when = aDay(y, d, m)
			default: // 5/6/2025 is of May or of June
				r.kind = Unresolved
				return r, d > 0 && m > 0 && d <= 12
			}
		}
	}
	return r, !r.when.IsZero()
}

func dayMonthYear(text, by string) ledger.Date {
	parts := strings.Split(text, by)
	d, m, y := small(parts[0]), small(parts[1]), fourDigits(parts[2])
	if y == 0 || m > 12 {
		return ledger.Date{}
	}
	return aDay(y, m, d)
}

// year reads a year by itself, where the words beside it leave no doubt: in 2020, since 1994, the 2020 vote, the 1990s, the 19th century.
func (p *parser) year(i int) (reading, bool) {
	j := i
	if p.is(i, article) {
		j++
	}
	if d, ok := p.decade(i, j); ok {
		return d, true
	}
	y, to := p.yearAt(j)
	if y == 0 {
		if d, e := p.day(j); d > 0 && j > i && p.is(e, unit) && p.at(e).value == centuries {
			return reading{from: i, to: e + 1, when: parse(twoDigits(d-1) + "XX"), kind: Range}, true
		}
		return reading{}, false
	}
	if y < 1500 || p.is(to, unit) {
		return reading{}, false
	}
	before, back := p.at(i-1).class, p.at(i-1)
	named := j > i && to < len(p.s.Tokens) && (p.s.Tokens[to].Tag.Noun() || p.s.Tokens[to].Tag.Adjective()) // the 2020 vote
	anchored := j == i && (before == sign && p.text(i-1) != "at" || before == of || before == part || before == through && p.text(i-1) != "to" || before == direction ||
		before == starting || p.text(i-1) == "year" || p.text(i-1) == "(" || back.class == month)
	possessive := to < len(p.s.Tokens) && p.s.Tokens[to].Tag == syntax.POS
	if y < 1900 && !anchored {
		return reading{}, false
	}
	// "in 2020 villages" counts villages; "in 2020," and "in 2020 he" do not.
	if anchored && to < len(p.s.Tokens) && p.s.Tokens[to].Tag == syntax.NNS {
		return reading{}, false
	}
	if !named && !anchored && !possessive {
		return reading{}, false
	}
	from := i
	if named {
		from = j
	}
	return reading{from: from, to: to, when: aYear(y), kind: Approximate}, true
}

// bareYear reads the second year of a range.
func (p *parser) bareYear(i int) (reading, bool) {
	y, to := p.yearAt(i)
	if y < 1500 {
		if n := small(p.text(i)); n > 0 && len(p.text(i)) == 2 && fourDigits(p.text(i-2)) > 0 {
			return reading{from: i, to: i + 1, when: aYear(fourDigits(p.text(i-2))/100*100 + n), kind: Approximate}, true
		}
		return reading{}, false
	}
	return reading{from: i, to: to, when: aYear(y), kind: Approximate}, true
}

// decade reads 1990s, 1990's, '90s and "the early 1990s".
func (p *parser) decade(i, j int) (reading, bool) {
	which := uint8(0)
	if p.is(j, part) {
		which = p.at(j).value
		j++
	}
	text := p.text(j)
	if len(text) < 3 || text[len(text)-1] != 's' {
		return reading{}, false
	}
	digits := strings.TrimRight(strings.TrimSuffix(text, "s"), "'’")
	century := "19"
	switch {
	case len(digits) == 4 && fourDigits(digits) >= 1500 && digits[3] == '0':
		century, digits = digits[:2], digits[2:]
	case len(digits) == 2 && small(digits) >= 10 && digits[1] == '0' && (j > i || p.text(j-1) == "'" || p.text(j-1) == "’"):
	default:
		return reading{}, false
	}
	r := reading{from: i, to: j + 1, when: parse(century + digits[:1] + "X"), kind: Range}
	if which > 0 {
		r.when = thirdOf(r.when, which)
	}
	return r, true
}

func twoDigits(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }
