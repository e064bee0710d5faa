package dates

import (
	"strings"

	"orrery/internal/coding/syntax"
)

// length reads lengths of time: ten days, more than six months, a year ago, two weeks later, within 24 hours, a ten-day truce.
func (p *parser) length(i int) (reading, bool) {
	if p.s.Tokens[i].Shape&syntax.Hyphened != 0 {
		if n, u, ok := p.compound(i); ok {
			return reading{from: i, to: i + 1, kind: Unresolved, lag: int(n * float64(unitHours[u])), sign: Length}, true
		}
	}
	n, to := p.count(i)
	if w := p.text(to); to > i && (w == "to" || w == "or") {
		if m, end := p.count(to + 1); end > to+1 && m > n && p.is(end, unit) {
			n, to = m, end // six to twelve months: at most twelve
		}
	}
	switch {
	case to > i && p.is(to, unit):
	case p.is(i, single) && p.is(i+1, unit):
		n, to = 1, i+1
	case p.is(i, single) && p.is(i+1, vague) && p.is(i+2, unit), p.is(i, single) && p.is(i+1, vague) && p.is(i+2, of) && p.is(i+3, unit):
		n, to = 0, i+2
		if p.is(to, of) {
			to++
		}
	case p.is(i, vague) && p.is(i+1, unit):
		n, to = 0, i+1
	case p.is(i, unit) && strings.HasSuffix(p.text(i), "s") && p.at(i+1).class == direction && p.at(i+1).value <= earlier:
		n, to = 0, i // decades ago
	default:
		return reading{}, false
	}
	u := p.at(to).value
	r := reading{from: i, to: to + 1, kind: Unresolved, lag: int(n * float64(unitHours[u]))}
	if p.is(r.to, and) && p.is(r.to+1, single) && p.text(r.to+2) == "half" {
		r.lag += unitHours[u] / 2
		r.to += 3
	}
	switch w := p.at(r.to); {
	case w.class == direction && w.value == ago:
		r.to++
		return p.back(r, n, u), true
	case w.class == direction && w.value == later:
		r.to++
		r.sign = After
		return r, true
	case w.class == direction && w.value == after && !p.within(i):
		r.sign = After
		return r, true
	case w.class == direction && (w.value == earlier || w.value == before):
		if w.value == earlier {
			r.to++
		}
		r.sign = Before
		return r, true
	}
	for k := i - 1; k >= 0 && k > i-5; k-- {
		w := p.at(k)
		if w.class == bound {
			continue
		}
		switch {
		case w.class == sign && signs[w.value] == Length:
			r.sign = Length
		case w.class == sign && (signs[w.value] == Within || p.text(k) == "in" || p.text(k) == "In"):
			r.sign = Within
		case w.class == sign && (p.text(k) == "over" || p.text(k) == "during" || p.text(k) == "throughout"):
			r.sign = Length
		case w.class == direction && w.value == after:
			r.sign = After
		case w.class == direction && w.value == before:
			r.sign = Before
		}
		break
	}
	if r.sign == "" {
		r.sign = Length
		return r, !p.is(i, single) || p.is(i+1, vague) // "twice a year" is no length
	}
	return r, true
}

// within says whether "within" stands before a length: "within 24 hours after the attack".
func (p *parser) within(i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		switch w := p.at(k); {
		case w.class == sign:
			return signs[w.value] == Within
		case w.class != bound:
			return false
		}
	}
	return false
}

// back is publication moved back by a length.
func (p *parser) back(r reading, n float64, u uint8) reading {
	r.sign = At
	if n == 0 || !p.now.known || n != float64(int(n)) {
		return r
	}
	by := -int(n)
	switch {
	case u == days && p.now.exact:
		r.when, r.kind = p.now.on(by).Date(), Exact
	case u == weeks && p.now.exact:
		r.when, r.kind = parse(p.now.on(7*by).String()+"~"), Approximate
	case u == months && p.now.month > 0:
		r.when, r.kind = aMonth(p.now.year, p.now.month+by), Approximate
	case u == years:
		r.when, r.kind = aYear(p.now.year+by), Approximate
	case u == decades:
		r.when, r.kind = parse(aYear(p.now.year+10*by).String()+"~"), Approximate
	case u <= hours && p.now.exact && n*float64(unitHours[u]) < 24:
		r.when, r.kind = p.now.on(0).Date(), Approximate
	}
	if !r.when.IsZero() {
		r.lag = 0
	} else {
		r.kind = Unresolved
	}
	return r
}

// count reads a number of units at i; to is i where there is none.
func (p *parser) count(i int) (float64, int) {
	if i >= len(p.s.Tokens) {
		return 0, i
	}
	n, to, ok := p.f.values.Read(p.s, i)
	if !ok || n <= 0 || n > 1e6 {
		return 0, i
	}
	if p.text(to) == "-" || p.text(to) == "–" {
		return 0, i
	}
	return n, to
}

// compound reads "ten-day", "24-hour", "six-month".
func (p *parser) compound(i int) (float64, uint8, bool) {
	head, tail, ok := strings.Cut(p.text(i), "-")
	if !ok {
		return 0, 0, false
	}
	for u, name := range [...]string{"minute", "hour", "day", "week", "month", "year", "decade"} {
		if tail != name && tail != name+"s" && tail != name+"-long" {
			continue
		}
		n := 0.0
		for k := 0; k < len(head) && k < 5; k++ {
			if head[k] < '0' || head[k] > '9' {
				n = 0
				break
			}
			n = n*10 + float64(head[k]-'0')
		}
		if n == 0 {
			n = p.f.values.Word(head)
		}
		return n, uint8(u), n > 0
	}
	return 0, 0, false
}
