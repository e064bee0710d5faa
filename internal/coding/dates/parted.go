package dates

// parted reads a part of a longer time: early 2024, mid-June, late last year, the end of 2026, the first quarter of 2025, the
// spring of 2022, spring 2022.
func (p *parser) parted(i int) (reading, bool) {
	j := i
	if p.is(j, article) {
		j++
	}
	w := p.at(j)
	switch w.class {
	case part:
		if p.text(j) != "early" && p.text(j) != "late" && p.text(j) != "mid" && p.text(j) != "Early" && p.text(j) != "Late" {
			return reading{}, false
		}
		inner, ok := p.whole(j + 1)
		if !ok {
			return reading{}, false
		}
		inner.from = i
		if !inner.when.IsZero() {
			inner.when, inner.kind = thirdOf(inner.when, w.value), Approximate
		}
		return inner, true
	case edge:
		if !p.is(j+1, of) {
			return reading{}, false
		}
		inner, ok := p.whole(j + 2)
		if !ok {
			if p.is(j+2, article) && p.is(j+3, unit) && p.at(j+3).value >= weeks { // the end of the year
				inner = reading{to: j + 4, kind: Approximate, when: p.unitAt(p.at(j+3).value, 0)}
			} else {
				return reading{}, false
			}
		}
		inner.from = i
		if inner.when.IsZero() {
			inner.kind = Unresolved
			return inner, true
		}
		inner.when, inner.kind = edgeOf(inner.when, w.value), Approximate
		return inner, true
	case ordinal:
		if p.is(j+1, quarterWord) && w.value <= 4 {
			to := j + 2
			if p.is(to, of) {
				to++
			}
			if y, end := p.yearAt(to); y > 0 {
				m := 3*int(w.value) - 2
				return reading{from: i, to: end, when: parse(aMonth(y, m).String() + "/" + aMonth(y, m+2).String()), kind: Range}, true
			}
		}
		if p.text(j+1) == "half" && w.value <= 2 && p.is(j+2, of) {
			if y, end := p.yearAt(j + 3); y > 0 {
				m := 6*int(w.value) - 5
				return reading{from: i, to: end, when: parse(aMonth(y, m).String() + "/" + aMonth(y, m+5).String()), kind: Range}, true
			}
		}
	case season:
		to := j + 1
		if p.is(to, of) {
			to++
		}
		if y, end := p.yearAt(to); y > 0 {
			return reading{from: i, to: end, when: parse(aYear(y).String() + "-2" + string('1'+w.value)), kind: Approximate}, true
		}
	}
	return p.midHyphen(i)
}

// whole is a month, a year or a stretch beside publication that early, late, the end of … may stand before.
func (p *parser) whole(i int) (reading, bool) {
	if y, to := p.yearAt(i); y >= 1500 {
		return reading{from: i, to: to, when: aYear(y), kind: Approximate}, true
	}
	if d, ok := p.calendar(i); ok && d.kind == Approximate {
		return d, true
	}
	if p.is(i, month) {
		if d, ok := p.named(i); ok {
			return d, true
		}
	}
	if p.is(i, last) || p.is(i, this) || p.is(i, next) {
		if d, ok := p.named(i); ok && d.kind == Approximate {
			return d, true
		}
		if d, ok := p.relative(i); ok && d.kind == Approximate {
			return d, true
		}
	}
	if d, ok := p.decade(i, i); ok {
		return d, true
	}
	if p.is(i, article) {
		return p.decade(i, i+1)
	}
	return reading{}, false
}

// midHyphen reads mid-June, mid-2024, mid-1990s.
func (p *parser) midHyphen(i int) (reading, bool) {
	text := p.text(i)
	if len(text) < 5 || (text[:4] != "mid-" && text[:4] != "Mid-") {
		return reading{}, false
	}
	rest := text[4:]
	if y := fourDigits(rest); y > 0 {
		return reading{from: i, to: i + 1, when: thirdOf(aYear(y), 2), kind: Approximate}, true
	}
	if len(rest) == 5 && fourDigits(rest[:4]) > 0 && rest[4] == 's' {
		return reading{from: i, to: i + 1, when: thirdOf(parse(rest[:3]+"X"), 2), kind: Range}, true
	}
	m := p.f.monthNamed(rest)
	if m == 0 {
		return reading{}, false
	}
	if y, to := p.yearAt(i + 1); y > 0 {
		return reading{from: i, to: to, when: thirdOf(aMonth(y, m), 2), kind: Approximate}, true
	}
	r, ok := p.bareMonth(i, m, 0)
	r.when = thirdOf(r.when, 2)
	return r, ok
}
