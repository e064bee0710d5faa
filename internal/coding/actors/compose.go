package actors

import "orrery/internal/coding/syntax"

// group reads one noun phrase: what its head denotes, and who else stands in it.
func (x *reading) group(i int) {
	g := &x.groups[i]
	if g.lo == g.hi {
		return
	}
	h := -1
	for k := g.lo; k < g.hi; k++ {
		if x.hits[k].from <= g.head && g.head < x.hits[k].to {
			h = k
		}
	}
	// A name that stands last in the phrase is its head whatever the tags say, but for adjectives.
	if h < 0 && x.hits[g.hi-1].to == g.to && !x.adjective(x.hits[g.hi-1]) {
		h = g.hi - 1
	}
	if h >= 0 {
		x.head(i, h)
	}
	for k := g.hi - 1; k >= g.lo; k-- { // backwards: a person takes the title before the name
		if !x.hits[k].used && !x.hits[k].wait {
			x.modifier(g, k)
		}
	}
}

// head reads the hit that the phrase's head is part of.
func (x *reading) head(i, k int) {
	g, h := &x.groups[i], &x.hits[k]
	switch h.kind {
	case kPerson:
		x.known(g, k)
	case kUnknown:
		x.stranger(g, k)
	case kRole:
		x.role(i, k)
	case kDescr:
		if !x.set(g, k) {
			x.described(g, k)
		}
	case kMedia:
		h.used = true
		x.put(Mention{From: h.from, To: h.to, Phrase: g.phrase, Head: true, How: ByName,
			Refs: []Ref{{Code: h.e.code, Name: x.text(h.from, h.to), Sector: "JRN"}}})
	case kBody:
		h.used = true
		from := h.from
		if n := x.nationBefore(g, k); n >= 0 && x.hits[n].e != nil && x.hits[n].e.code == h.e.code {
			from = x.take(n)
		}
		x.put(Mention{From: from, To: h.to, Phrase: g.phrase, Head: true, How: ByName,
			Refs: []Ref{{Code: h.e.code, Name: x.text(h.from, h.to), Sector: h.e.sector}}})
	case kNot, kTitle:
		h.used = true
	case kPair:
		x.modifier(g, k)
	default:
		if h.e.code == "GEO" && h.kind == kState && x.american() {
			h.used = true
			return
		}
		if x.dashed(h) {
			x.modifier(g, k)
			return
		}
		x.nation(g, k)
	}
}

// text is the words of tokens [from, to).
func (x *reading) text(from, to int) string { return x.s.TokenSpan(from, to).Of(x.s.Text) }

// adjective reports whether a hit is a demonym used as an adjective.
func (x *reading) adjective(h hit) bool {
	return h.kind == kDemonym && h.e.is(mAdjective) && x.s.Tokens[h.to-1].Tag.Adjective() || h.kind == kRoster
}

// modifier reads a hit that is not the head: whose, or what kind.
func (x *reading) modifier(g *group, k int) {
	h := &x.hits[k]
	h.used = true
	switch h.kind {
	case kDemonym:
		if h.e.is(mPeople) && !h.e.is(mAdjective) { // "Azerbaijanis" modifies nothing
			x.nation(g, k)
			return
		}
	case kDescr:
		if h.e.is(mMany) && h.from > 0 && (x.s.Tokens[h.from-1].Word == x.w.both || x.w.numbers[x.s.Tokens[h.from-1].Word] > 1) {
			x.described(g, k)
		}
		return
	case kNot, kTitle, kUnknown, kRegion, kRoster:
		return
	case kPair:
		name := x.text(h.from, h.to)
		x.put(Mention{From: h.from, To: h.to, Phrase: g.phrase, How: ByName,
			Refs: []Ref{x.seat(h, Ref{Code: h.e.code, Name: name, Sector: h.e.sector}, false), {Code: h.and.code, Name: name, Sector: h.and.sector}}})
		return
	case kRole:
		if h.e.is(mCommon) || !h.e.is(mState) {
			return
		}
		if n := x.nationBefore(g, k); n >= 0 {
			code := ""
			if n := &x.hits[n]; n.e != nil {
				code = n.e.code
			} else if ref, _, ok := x.who(n, true); ok { // Putin's press service statement
				code = ref.Code
			}
			if code == "" {
				return
			}
			x.put(Mention{From: h.from, To: h.to, Phrase: g.phrase, How: ByOffice,
				Refs: []Ref{{Code: code, Name: x.text(h.from, h.to), Sector: h.e.sector, Office: x.text(h.from, h.to)}}})
		}
		return
	case kPerson:
		ref, how, ok := x.who(h, false)
		if ok {
			from := x.owner(g, k)
			x.put(Mention{From: from, To: h.to, Phrase: g.phrase, How: how, Refs: []Ref{ref}})
		}
		return
	}
	ref := Ref{Code: h.e.code, Name: x.text(h.from, h.to), Sector: h.e.sector}
	if h.e.kind == kOrg && h.e.code == "" {
		return
	}
	x.put(Mention{From: h.from, To: h.to, Phrase: g.phrase, Refs: []Ref{x.seat(h, ref, false)}, How: howOf(h), Site: h.e.site,
		Place: h.kind == kPlace})
}

func howOf(h *hit) How {
	switch h.kind {
	case kSeat:
		return ByMetonym
	case kDemonym:
		return ByDemonym
	}
	return ByName
}

// seat reads Brussels, which is the seat of two: NATO's where the sentence names NATO, Belgium's where it is a place.
func (x *reading) seat(h *hit, ref Ref, place bool) Ref {
	if h.kind != kSeat || h.e.code != "EU" {
		return ref
	}
	if place {
		ref.Code = "BEL"
		return ref
	}
	for i := range x.hits {
		if o := &x.hits[i]; o.kind == kOrg && o.e.code == "NATO" {
			ref.Code = "NATO"
		}
	}
	return ref
}

// nation reads a state, people, seat, organisation, place or set of states as the head of its phrase.
func (x *reading) nation(g *group, k int) {
	h := &x.hits[k]
	h.used = true
	m := Mention{From: h.from, To: h.to, Phrase: g.phrase, Head: true, How: howOf(h), Site: h.e.site}
	ref := Ref{Code: h.e.code, Name: x.text(h.from, h.to), Sector: h.e.sector}
	switch h.kind {
	case kDemonym:
		if x.language(g, h) {
			return
		}
		if h.e.is(mAdjective) && x.shares(k) {
			h.used, h.wait = false, true
			return
		}
		tag := x.s.Tokens[h.to-1].Tag
		if h.e.is(mPeople) && (tag.Noun() || !h.e.is(mAdjective)) && !x.the(g) {
			ref.Sector = "CVL"
		} else if !h.e.is(mPeople) && !tag.Adjective() && h.to-1 == g.head && !x.the(g) {
			ref.Sector = "CVL" // a Russian
		}
		m.Place = false
	case kRegion, kRoster:
		if refs := x.members(g, h, ""); refs != nil {
			m.Refs, m.How = refs, ByRoster
		} else if h.kind == kRoster && h.e.is(mLower) {
			return
		}
		m.Place = x.placed(g, h)
	case kPlace:
		m.Place = true
	default:
		m.Place = x.placed(g, h)
		ref = x.seat(h, ref, m.Place)
	}
	if m.Refs == nil {
		m.Refs = []Ref{ref}
	}
	x.put(m)
}

// shares reports whether the adjective in hit k is listed with others that stand before a role.
func (x *reading) shares(k int) bool {
	for n := k + 1; n < len(x.hits); n++ {
		d := &x.hits[n]
		if d.kind == kRole {
			return n > k+1 && d.from <= x.hits[n-1].to+2 && d.e.is(mState)
		}
		if !d.nation() || !x.listed(x.hits[n-1].to, d.from) {
			return false
		}
	}
	return false
}

// language reports whether a demonym names a language: "in Russian", "speaks Kazakh".
func (x *reading) language(g *group, h *hit) bool {
	return h.from == g.from && h.e.is(mAdjective) && !h.e.is(mPeople) && g.from > 0 && x.s.Tokens[g.from-1].Word == x.w.in
}

// the reports whether the group begins with a definite article or the like.
func (x *reading) the(g *group) bool { return x.w.article[x.s.Tokens[g.from].Word] }

// placed reports whether a preposition of place governs the group, or a conjunct before it that is a place.
func (x *reading) placed(g *group, h *hit) bool {
	i := h.from - 1
	for i >= g.from && x.s.Tokens[i].Tag == syntax.DT {
		i--
	}
	if i < 0 {
		return false
	}
	switch w := x.s.Tokens[i].Word; {
	case x.w.place[w]:
		return true
	case w == x.w.from:
		return i == 0 || !x.s.Tokens[i-1].Tag.Noun()
	case w == x.w.and || x.s.Tokens[i].Tag == syntax.Comma:
		if w != x.w.and && (h.to >= len(x.s.Tokens) || x.s.Tokens[h.to].Tag != syntax.Comma && x.s.Tokens[h.to].Word != x.w.and) {
			return false // "in Gaza, Hamas said"
		}
		if n := len(x.out); n > 0 && x.out[n-1].Place && x.out[n-1].Site != NoSite && h.e.site != NoSite {
			return x.out[n-1].To == i || x.out[n-1].To == i-1 && x.s.Tokens[i-1].Tag == syntax.Comma
		}
	}
	return false
}

// american reports whether the sentence names a place in the United States, where Georgia is another.
func (x *reading) american() bool {
	for i := range x.hits {
		if h := &x.hits[i]; h.kind == kPlace && h.e.code == "USA" {
			return true
		}
	}
	return false
}
