package dates

import (
	"fmt"

	"orrery/ledger"
)

// relative reads spans that count from publication: last week, this year, the past six months, in recent years, next summer.
func (p *parser) relative(i int) (reading, bool) {
	j := i
	if p.is(j, article) {
		j++
	}
	lead := p.at(j)
	switch lead.class {
	case adverb:
		return reading{from: i, to: j + 1, kind: Unresolved}, j == i
	case last, this, next:
	case same: // the following day
		if p.hasTold && p.text(j+1) == "day" {
			by := 1
			if p.text(j) == "same" {
				by = 0
			}
			return reading{from: i, to: j + 2, kind: Exact, when: (p.told + ledger.Day(by)).Date()}, true
		}
		if p.is(j+1, unit) || p.is(j+1, weekday) || p.is(j+1, month) {
			return reading{from: i, to: j + 2, kind: Unresolved}, true
		}
		return reading{}, false
	default:
		return reading{}, false
	}
	j++
	back := lead.class == last
	if n, to := p.count(j); to > j && p.is(to, unit) && lead.class != this {
		return p.stretch(i, to+1, n, p.at(to).value, back), true
	}
	if p.is(j, vague) && p.is(j+1, unit) {
		return p.stretch(i, j+2, 0, p.at(j+1).value, back), true
	}
	if !p.is(j, unit) {
		if p.is(j, season) {
			return p.seasonNear(i, j+1, int(p.at(j).value), lead.class), true
		}
		return reading{}, false
	}
	u := p.at(j).value
	if plural := p.text(j)[len(p.text(j))-1] == 's'; plural && u != minutes {
		if lead.class == this {
			return reading{}, false
		}
		return p.stretch(i, j+1, 0, u, back), true // in recent years, in the coming days
	}
	r := reading{from: i, to: j + 1, kind: Unresolved}
	by := 0
	switch {
	case lead.class == next:
		by = 1
	case back:
		by = -1
	}
	if lead.class == last && lead.value == recent {
		return r, true
	}
	if lead.class == last && p.text(j-1) == "previous" && u != years {
		return r, true // of a day told before
	}
	if lead.class == next && u == days && p.hasTold {
		r.when, r.kind = (p.told + 1).Date(), Exact // on Monday … the next day
		return r, true
	}
	if when := p.unitAt(u, by); !when.IsZero() {
		r.when, r.kind = when, Approximate
		if u == decades || u == centuries {
			r.kind = Range
		}
	}
	return r, true
}

// unitAt is the week, month, year … of publication moved by some.
func (p *parser) unitAt(u uint8, by int) ledger.Date {
	switch {
	case !p.now.known:
	case u == days && p.now.exact:
		return p.now.on(by).Date()
	case u == weeks && p.now.exact:
		monday := 1 - p.now.weekday() + 7*by
		return days2(p.now.on(monday), p.now.on(monday+6))
	case u == months && p.now.month > 0:
		return aMonth(p.now.year, p.now.month+by)
	case u == years:
		return aYear(p.now.year + by)
	case u == decades:
		return parse(fmt.Sprintf("%03dX", p.now.year/10+by))
	case u == centuries:
		return parse(fmt.Sprintf("%02dXX", p.now.year/100+by))
	}
	return ledger.Date{}
}

// stretch is the last or next n units; n 0: nobody knows how many.
func (p *parser) stretch(from, to int, n float64, u uint8, back bool) reading {
	r := reading{from: from, to: to, kind: Unresolved, lag: int(n * float64(unitHours[u]))}
	if n == 0 || !p.now.known {
		return r
	}
	var first, end string
	by := int(n)
	if back {
		by = -by
	}
	switch {
	case u >= years:
		for k := u; k > years; k-- {
			by *= 10
		}
		first, end = fmt.Sprintf("%04d", p.now.year), fmt.Sprintf("%04d", p.now.year+by)
	case u == months && p.now.month > 0:
		first, end = aMonth(p.now.year, p.now.month).String(), aMonth(p.now.year, p.now.month+by).String()
	case u >= days && p.now.exact:
		first, end = p.now.on(0).String(), p.now.on(by*unitHours[u]/24).String()
	default:
		return r
	}
	if back {
		first, end = end, first
	}
	if when := parse(first + "/" + end); !when.IsZero() {
		r.when, r.kind = when, Range
	}
	r.lag = 0
	return r
}

// seasonNear is a season of the year of publication or of the one beside it.
func (p *parser) seasonNear(from, to, which int, lead class) reading {
	r := reading{from: from, to: to, kind: Unresolved}
	if !p.now.known || p.now.month == 0 {
		return r
	}
	y, middle := p.now.year, []int{4, 7, 10, 13}[which]
	switch {
	case lead == last && middle+1 >= p.now.month:
		y--
	case lead == next && middle-1 <= p.now.month:
		y++
	}
	r.when, r.kind = parse(fmt.Sprintf("%04d-%d", y, 21+which)), Approximate
	return r
}
