package dates

import "orrery/internal/coding/syntax"

// named reads weekdays and the days around publication: on Tuesday, last Friday, yesterday, this morning, the weekend.
func (p *parser) named(i int) (reading, bool) {
	j, shift := i, 0
	if p.is(j, article) && p.text(j+1) == "day" && (p.text(j+2) == "before" || p.text(j+2) == "after") && p.is(j+3, dayWord) {
		move := int(p.at(j+3).value) - 2
		if p.text(j+2) == "before" {
			move--
		} else {
			move++
		}
		return p.moved(i, j+4, move), true
	}
	if p.is(j, dayWord) {
		to := j + 1
		if p.is(to, hour) {
			to++
		}
		return p.moved(i, to, int(p.at(j).value)-2), true
	}
	switch p.at(j).class {
	case last:
		if p.at(j).value != lastOne {
			return reading{}, false
		}
		shift, j = -1, j+1
	case next:
		shift, j = 1, j+1
	case this:
		j++
	case part:
		if p.is(j+1, weekday) { // late Tuesday
			j++
		}
	}
	switch {
	case p.is(j, hour) && j > i && p.text(j) != "midnight" && p.text(j) != "noon":
		move := 0
		if shift < 0 {
			move = -1 // last night
		}
		return p.moved(i, j+1, move), shift <= 0
	case p.is(j, weekday) && p.s.Tokens[j].Shape&syntax.Capital != 0:
		to := j + 1
		if p.is(to, hour) {
			to++
		}
		// "Tuesday, 5 May" and "Tuesday, May 5": the calendar knows better
		k := to
		if p.comma(k) {
			k++
		}
		if d, ok := p.calendar(k); ok && d.kind == Exact && shift == 0 {
			d.from = i
			return d, true
		}
		return p.weekdayNear(i, to, int(p.at(j).value), shift), true
	case p.is(j, weekend) && (j > i || p.is(i-1, article)):
		r := reading{from: i, to: j + 1, kind: Unresolved}
		if p.now.exact {
			toSaturday := 6 - p.now.weekday()
			switch {
			case shift < 0 || shift == 0 && toSaturday > 0 && j > i && !p.ahead(i) && p.now.weekday() < 5:
				toSaturday -= 7
			case shift > 0 && p.now.weekday() >= 6:
				toSaturday += 7
			}
			r.when, r.kind = days2(p.now.on(toSaturday), p.now.on(toSaturday+1)), Approximate
		}
		return r, true
	case p.is(j, month) && j > i && !p.is(i, part):
		if !p.isMonth(j) {
			return reading{}, false
		}
		m := int(p.at(j).value)
		if d, to := p.day(j + 1); d > 0 && shift == 0 {
			return p.dated(i, to, m, d, 0), true
		}
		r, ok := p.bareMonth(j, m, shift)
		if shift == 0 && !r.when.IsZero() {
			r.when = aMonth(p.now.year, m) // this March
		}
		r.from = i
		return r, ok
	}
	return reading{}, false
}

// moved is publication moved by some days.
func (p *parser) moved(from, to, by int) reading {
	if !p.now.exact {
		return reading{from: from, to: to, kind: Unresolved}
	}
	return reading{from: from, to: to, when: p.now.on(by).Date(), kind: Exact}
}

// weekdayNear is the day of that name: "last" before publication, "next" after it, else the nearest up to it, or from it on where
// the verb looks ahead.
func (p *parser) weekdayNear(from, to, day, shift int) reading {
	by := day - p.now.weekday() // of this week
	switch {
	case shift < 0:
		if by >= 0 {
			by -= 7
		}
	case shift > 0:
		if by <= 0 {
			by += 7
		}
	case p.ahead(from):
		if by < 0 {
			by += 7
		}
	case by > 0:
		by -= 7
	}
	return p.moved(from, to, by)
}
