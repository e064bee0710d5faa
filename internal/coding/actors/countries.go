package actors

import (
	"strings"

	"orrery/internal/coding/syntax"
)

// countriesAfter reads the states behind a role: "officials from Belarus, Kazakhstan and Uzbekistan", "the president of Moldova",
// "authorities in Baku". Each is a mention of the role's phrase. It reports whether there were any.
func (x *reading) countriesAfter(i, k int, sector string, former bool) bool {
	g, h := &x.groups[i], &x.hits[k]
	at := h.to
	if at != g.to && at+1 < len(x.s.Tokens) && x.s.Tokens[at].Tag != syntax.IN {
		return false
	}
	if at >= len(x.s.Tokens) {
		return false
	}
	switch w := x.s.Tokens[at].Word; w {
	case x.w.of, x.w.from, x.w.for_:
		if w == x.w.from && x.moved(g) {
			return false
		}
		if x.bodyAfter(i, k, sector, former) {
			return true
		}
		if w == x.w.for_ && !strings.HasPrefix(x.text(h.from, h.to), "spokes") {
			return false
		}
	case x.w.in:
		switch sector {
		case "MIL", "BUS", "REF", "PRM":
			return false
		}
	default:
		return false
	}
	office := x.text(x.officeStart(g, h), h.to)
	from, found := x.officeStart(g, h), false
	n := k + 1
	for at++; n < len(x.hits); n++ {
		for at < len(x.s.Tokens) && x.s.Tokens[at].Tag == syntax.DT {
			at++
		}
		d := &x.hits[n]
		if d.from != at || !d.nation() || d.kind == kDemonym || d.kind == kRegion || d.e.code == "" || !x.alone(d) {
			break
		}
		d.used = true
		x.close(n)
		m := Mention{From: d.from, To: d.to, Phrase: g.phrase, Head: true, How: ByOffice}
		if !found {
			m.From = from
		}
		m.Refs = []Ref{x.official(d, h, sector, office, former)}
		m.Refs[0].Name = x.text(m.From, m.To)
		x.put(m)
		found = true
		if at = d.to; at+1 < len(x.s.Tokens) && n+1 < len(x.hits) && x.listed(at, x.hits[n+1].from) && x.again(k, n+1) {
			at = x.hits[n+1].from
			continue
		}
		break
	}
	return found
}

// moved reports whether "from" behind the group says whence they are taken and not whose they are: "withdrew its troops from Norway".
func (x *reading) moved(g *group) bool {
	if x.s.Tokens[g.from].Tag == syntax.PRPS {
		return true
	}
	for i := g.from - 1; i >= 0 && i >= g.from-2; i-- {
		switch t := &x.s.Tokens[i]; {
		case x.w.moving[t.Word]:
			return true
		case t.Tag != syntax.RP && t.Tag != syntax.RB && t.Tag != syntax.IN:
			return false
		}
	}
	return false
}

// officeStart is where the words of an office begin: at the adjectives and nouns before it.
func (x *reading) officeStart(g *group, h *hit) int {
	from := h.from
	for from > g.from {
		if t := x.s.Tokens[from-1]; !t.Tag.Adjective() && !t.Tag.Noun() || x.taken(from-1) {
			break
		}
		from--
	}
	return from
}

// taken reports whether a token is in a hit that a mention has.
func (x *reading) taken(i int) bool {
	for k := range x.hits {
		if h := &x.hits[k]; h.from <= i && i < h.to {
			return h.used
		}
	}
	return false
}

// alone reports whether a state's name is the whole of its phrase and not a modifier ("of Russia", not "of Russia's army").
func (x *reading) alone(d *hit) bool {
	for gi := range x.groups {
		if g := &x.groups[gi]; g.from <= d.from && d.from < g.to {
			return g.to == d.to || g.head < d.to
		}
	}
	return true
}

// listMax bounds how far a list of states is looked through for its end.
const listMax = 40

// again reports whether the list of states behind role k goes on with hit n: the next state and not the next subject or object.
func (x *reading) again(k, n int) bool {
	d := &x.hits[n]
	if !d.nation() || d.kind == kDemonym || !x.alone(d) {
		return false
	}
	if x.s.Tokens[d.from-1].Tag == syntax.Comma { // "…, Russia said": a comma alone opens a list only where it goes on
		if n > k+listMax {
			return true
		}
		return n+1 < len(x.hits) && x.listed(d.to, x.hits[n+1].from) && x.again(k, n+1)
	}
	return true
}

// close marks the group of a hit as read.
func (x *reading) close(n int) {
	for i := range x.groups {
		if g := &x.groups[i]; g.lo <= n && n < g.hi && g.hi-g.lo == 1 {
			g.done = true
		}
	}
}
