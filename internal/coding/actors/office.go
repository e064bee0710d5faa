package actors

import (
	"strings"

	"orrery/internal/coding/syntax"
)

// role reads a role as the head of its phrase: the state that it is of stands before it ("Kazakh officials", "Russia's army"), after
// it ("officials from Kazakhstan", "authorities in Baku"), or nowhere.
func (x *reading) role(i, k int) {
	g, h := &x.groups[i], &x.hits[k]
	if x.set(g, k) {
		return
	}
	h.used = true
	sector := h.e.sector
	if h.e.is(mPart) {
		if s := x.sectorBefore(g, k); s != "" {
			sector = s
		}
	}
	former := x.former(g, h.from)
	n := x.nationBefore(g, k)
	if n >= 0 && x.hits[n].kind != kPerson {
		x.officeOf(g, k, n, sector, former)
		return
	}
	if n >= 0 { // Putin's spokesman
		if ref, _, ok := x.who(&x.hits[n], true); ok && ref.Code != "" {
			from := x.owner(g, n)
			x.put(Mention{From: from, To: h.to, Phrase: g.phrase, Head: true, How: ByOffice,
				Refs: []Ref{{Code: ref.Code, Name: x.text(from, h.to), Sector: sector, Office: x.text(h.from, h.to), Former: former}}})
			return
		}
	}
	if proxy := x.proxy(g, h); proxy || x.countriesAfter(i, k, sector, former) {
		if proxy {
			x.put(Mention{From: h.from, To: h.to, Phrase: g.phrase, Head: true, How: ByOffice,
				Refs: []Ref{{Name: x.text(g.from, h.to), Sector: sector, Office: x.text(h.from, h.to), Former: former}}})
		}
		return
	}
	if ref, ok := x.m.office(x, g, h); ok {
		ref.Former = former
		x.put(Mention{From: h.from, To: h.to, Phrase: g.phrase, Head: true, How: ByMemory, Refs: []Ref{ref}})
		return
	}
	refs := x.theirs(g, h, sector)
	if refs == nil {
		refs = x.bothOf(g, h, sector)
	}
	if refs != nil {
		x.put(Mention{From: h.from, To: h.to, Phrase: g.phrase, Head: true, How: ByMemory, Refs: refs})
		return
	}
	if h.e.is(mCommon) {
		return
	}
	if code := x.m.domestic(h); code != "" && (g.from == h.from || x.s.Tokens[g.from].Word == x.w.the && g.from+1 == h.from) {
		x.put(Mention{From: h.from, To: h.to, Phrase: g.phrase, Head: true, How: ByMemory,
			Refs: []Ref{{Code: code, Name: x.text(h.from, h.to), Sector: sector, Office: x.text(h.from, h.to)}}})
		return
	}
	if former {
		sector = "ELI"
	}
	x.put(Mention{From: h.from, To: h.to, Phrase: g.phrase, Head: true, How: ByOffice,
		Refs: []Ref{{Name: x.text(h.from, h.to), Sector: sector, Office: x.text(h.from, h.to), Former: former}}})
}

// owner is where the words of a person begin who owns an office, with title and state before the name.
func (x *reading) owner(g *group, n int) int {
	from := x.take(n)
	if t := x.title(g, n); t >= 0 {
		from = x.take(t)
		if d := x.nationBefore(g, t); d >= 0 && x.hits[d].kind != kPerson {
			from = x.take(d)
			x.use(n, from)
		}
	}
	return from
}

// officeOf puts the role k of the state in hit n, and the same role of states that are listed before it: "Russian and Belarusian
// officials".
func (x *reading) officeOf(g *group, k, n int, sector string, former bool) {
	h := &x.hits[k]
	if prefix := x.prefixed(n); prefix != "" {
		return
	}
	first := n
	for first > 0 && x.hits[first-1].nation() && !x.hits[first-1].used && x.listed(x.hits[first-1].to, x.hits[first].from) &&
		(x.hits[first-1].kind == kDemonym || x.hits[first-1].wait) {
		first--
	}
	office := x.text(x.officeFrom(n, k), h.to)
	if d := x.hits[n].e; d.kind == kOrg && d.sector != "" {
		sector = d.sector // of an armed group
	}
	x.use(k, x.hits[n].from)
	for j := first; j <= n; j++ {
		d := &x.hits[j]
		d.used = true
		m := Mention{From: d.from, To: d.to, Phrase: g.phrase, Head: true, How: ByOffice}
		if d.kind == kDemonym {
			m.How = ByDemonym
		}
		if j == n {
			m.To = h.to
		}
		m.Refs = []Ref{x.official(d, h, sector, office, former)}
		m.Refs[0].Name = x.text(m.From, m.To)
		x.put(m)
	}
}

// official is the actor that a role of a state stands for: its holder's person where the region knows who holds it.
func (x *reading) official(d, h *hit, sector, office string, former bool) Ref {
	ref := Ref{Code: d.e.code, Sector: sector, Office: office, Former: former}
	ref = x.seat(d, ref, false)
	if former {
		ref.Sector = "ELI"
		return ref
	}
	if d.e.code == "" || h.e.is(mPlural) || h.e.marks&(mHead|mGovern|mForeign) == 0 || !x.dated {
		return ref
	}
	mark := h.e.marks & (mHead | mGovern | mForeign)
	if h.e.is(mCommon) {
		mark = x.leads(ref.Code)
	}
	if strings.HasPrefix(office, "acting") || strings.HasPrefix(office, "interim") || strings.HasPrefix(office, "deputy") {
		return ref
	}
	if p := x.holder(ref.Code, mark, x.day); p >= 0 {
		ref.Person = x.people[p].slug
	}
	return ref
}

// leads is the office that "the leader" of a state holds: the president where presidents rule.
func (x *reading) leads(code string) marks {
	switch code {
	case "RUS", "BLR", "UKR", "AZE", "KAZ", "KGZ", "UZB", "TJK", "TKM", "TUR", "USA", "FRA", "CHN", "SYR", "EGY", "PRK", "VEN", "IRN", "ABK", "SOS", "PMR", "MDA":
		return mHead
	case "ARM", "GEO":
		if x.day < parliamentary {
			return mHead
		}
	}
	return mGovern
}

// officeFrom is where the words of the office begin, behind the state in hit n.
func (x *reading) officeFrom(n, k int) int {
	from := x.hits[n].to
	for from < x.hits[k].from && (x.s.Tokens[from].Tag == syntax.POS || x.s.Tokens[from].Word == x.w.s) {
		from++
	}
	if from > x.hits[k].from {
		return x.hits[k].from
	}
	return from
}

func (h *hit) nation() bool { return h.kind != kPair && h.e.nation() }

// nationBefore is the nearest hit before k in the group that says whose it is, or a person with a possessive mark; -1 if there is none.
func (x *reading) nationBefore(g *group, k int) int {
	for n := k - 1; n >= g.lo; n-- {
		d := &x.hits[n]
		switch {
		case d.nation() && d.kind != kRegion && d.e.code != "" && x.prefixed(n) == "":
			if d.e.code == "GEO" && d.kind == kState && x.american() {
				return -1
			}
			return n
		case d.kind == kPerson && d.to < len(x.s.Tokens) && x.s.Tokens[d.to].Tag == syntax.POS:
			return n
		case d.kind == kBody:
			return n
		}
	}
	return -1
}

// prefixed is "pro" or "anti" before a demonym that the tokens keep apart, "" if there is none.
func (x *reading) prefixed(n int) string {
	i := x.hits[n].from
	if i >= 2 && x.s.TokenText(i-1) == "-" && x.s.Tokens[i-1].Start == x.s.Tokens[i-2].End {
		return x.s.TokenText(i - 2)
	}
	return ""
}

// sectorBefore is the sector of the body that a part belongs to: the nearest role or body before it in the group.
func (x *reading) sectorBefore(g *group, k int) string {
	for n := k - 1; n >= g.lo; n-- {
		switch d := &x.hits[n]; {
		case d.kind == kRole && !d.e.is(mPart):
			return d.e.sector
		case d.kind == kBody:
			return d.e.sector
		}
	}
	return ""
}

// former reports whether a word before token to in the group says that the office is over.
func (x *reading) former(g *group, to int) bool {
	for i := g.from; i < to; i++ {
		t := &x.s.Tokens[i]
		if x.w.former[t.Word] {
			return true
		}
		if t.Shape&syntax.Hyphened != 0 {
			if s := t.Of(x.s.Text); len(s) > 5 && (strings.EqualFold(s[:3], "ex-") || strings.EqualFold(s[:5], "then-")) {
				return true
			}
		}
	}
	return false
}

// listed reports whether only commas and "and" or "or" stand between two tokens.
func (x *reading) listed(from, to int) bool {
	if from >= to || to-from > 3 {
		return false
	}
	for i := from; i < to; i++ {
		t := &x.s.Tokens[i]
		if t.Tag != syntax.Comma && t.Word != x.w.and && t.Word != x.w.or && t.Tag != syntax.DT {
			return false
		}
	}
	return true
}
