package actors

import "orrery/internal/coding/syntax"

// known reads a known person as the head of a phrase, with the title and state before the name.
func (x *reading) known(g *group, k int) {
	h := &x.hits[k]
	title := x.title(g, k)
	ref, how, ok := x.who(h, title >= 0)
	h.used = true
	if !ok {
		if h.whole || title >= 0 {
			x.stranger(g, k)
		}
		return
	}
	from := h.from
	if title >= 0 {
		t := &x.hits[title]
		if t.kind == kRole {
			x.promoted(&ref, t, x.former(g, h.from))
			ref.Office = x.text(t.from, t.to)
			if n := x.nationBefore(g, title); n >= 0 && x.hits[n].kind != kPerson {
				ref.Office = x.text(x.officeFrom(n, title), t.to)
				from = x.take(n)
			} else if n >= 0 {
				from = x.owner(g, n) // Putin's spokesman Dmitry Peskov
			} else {
				from = t.from
			}
		} else {
			from = t.from
		}
		x.use(k, from)
	} else if n := k - 1; n >= g.lo && x.hits[n].nation() && x.hits[n].kind != kDemonym && x.s.Tokens[x.hits[n].to].Tag == syntax.POS {
		from = x.take(n) // Russia's Putin
	}
	if x.former(g, h.from) && ref.Sector != "" {
		ref.Former, ref.Sector = true, "ELI"
	}
	h.used = true
	x.put(Mention{From: from, To: h.to, Phrase: g.phrase, Head: true, How: how, named: true, Refs: []Ref{ref}})
}

// promoted gives a person whom the region knows out of office the office that the text gives, unless it is the old one: texts call
// former presidents president.
func (x *reading) promoted(ref *Ref, t *hit, former bool) {
	if former || ref.Sector != "ELI" || !t.e.is(mState) || t.e.is(mCommon) || ref.Former && officeOf(ref.Office)&t.e.marks != 0 {
		return
	}
	ref.Former, ref.Sector = false, t.e.sector
}

// take marks hit n as part of a mention and says where it begins.
func (x *reading) take(n int) int {
	x.hits[n].used = true
	return x.hits[n].from
}

// use marks all hits from token from up to hit k as part of its mention.
func (x *reading) use(k, from int) {
	for n := k; n >= 0 && x.hits[n].from >= from; n-- {
		x.hits[n].used = true
	}
}

// title is the hit right before hit k that is a title or an office, -1 if there is none.
func (x *reading) title(g *group, k int) int {
	n := k - 1
	if n < g.lo {
		return -1
	}
	t := &x.hits[n]
	if t.to != x.hits[k].from || t.kind != kTitle && t.kind != kRole {
		return -1
	}
	return n
}

// who says which person a name means on the day of the text. titled says that a title or office stands before it.
func (x *reading) who(h *hit, titled bool) (Ref, How, bool) {
	how := ByPerson
	if !h.whole {
		if ref, ok := x.m.surname(x, h); ok {
			return ref, ByMemory, true
		}
		if !titled && x.commonName(h) {
			return Ref{}, "", false
		}
	}
	best, terms := int32(-1), 0
	for _, i := range h.people {
		_, held, ever := x.people[i].at(x.day, x.dated)
		rank := 1
		if ever {
			rank = 2
		}
		if held {
			rank = 3
		}
		switch {
		case rank > terms:
			best, terms = i, rank
		case rank == terms && (h.whole || x.dated && rank == 2):
			best = x.later(best, i)
		case rank == terms:
			best = -1 // two of that name at once
		}
	}
	if best < 0 {
		return Ref{}, "", false
	}
	if h.whole && x.s != nil {
		x.m.people = append(x.m.people, best)
	}
	return x.ref(best), how, true
}

// later is the one of two people who held an office last before the day.
func (x *reading) later(a, b int32) int32 {
	t, _, _ := x.people[a].at(x.day, x.dated)
	u, _, _ := x.people[b].at(x.day, x.dated)
	if u.to > t.to {
		return b
	}
	return a
}

// ref is a known person on the day of the text.
func (x *reading) ref(i int32) Ref {
	p := &x.people[i]
	t, held, ever := p.at(x.day, x.dated)
	ref := Ref{Code: t.actor, Person: p.slug, Name: p.name, Sector: sectorOf(t.office), Office: t.office}
	switch {
	case !ever: // no office yet
		ref.Code, ref.Office, ref.Sector = p.terms[0].actor, "", "ELI"
	case !held:
		ref.Former, ref.Sector = true, "ELI"
	}
	return ref
}

// commonName reports whether a surname is too common a word to name a person by itself.
func (x *reading) commonName(h *hit) bool {
	if h.to-h.from > 1 {
		return false
	}
	t := &x.s.Tokens[h.from]
	var buf [112]byte
	id := x.forms[string(appendCanon(buf[:0], t.Of(x.s.Text)))]
	return x.weak[id]
}

// stranger reads an unknown proper name as the head of a phrase: kept as text, with the state and role that stand before it.
func (x *reading) stranger(g *group, k int) {
	h := &x.hits[k]
	h.used = true
	if ref, ok := x.m.known(x.text(h.from, h.to)); ok {
		x.put(Mention{From: h.from, To: h.to, Phrase: g.phrase, Head: true, How: ByMemory, named: true, Refs: []Ref{ref}})
		return
	}
	ref := Ref{Name: x.text(h.from, h.to)}
	from, how := h.from, ByShape
	if t := x.title(g, k); t >= 0 {
		x.hits[t].used = true
		from = x.hits[t].from
		if x.hits[t].kind == kRole {
			ref.Sector, ref.Office = x.hits[t].e.sector, x.text(x.hits[t].from, x.hits[t].to)
			if n := x.nationBefore(g, t); n >= 0 && x.hits[n].kind != kPerson {
				ref.Code, how = x.hits[n].e.code, ByOffice
				ref.Office = x.text(x.officeFrom(n, t), x.hits[t].to)
				from = x.take(n)
			} else if code := x.m.domestic(&x.hits[t]); code != "" {
				ref.Code = code
			}
		}
	} else if n := k - 1; n >= g.lo && x.hits[n].nation() && x.hits[n].e.code != "" && x.hits[n].to == h.from {
		ref.Code, ref.Sector, how = x.hits[n].e.code, "UNK", ByDemonym
		from = x.take(n)
	}
	if x.former(g, h.from) {
		ref.Former, ref.Sector = true, "ELI"
	}
	x.put(Mention{From: from, To: h.to, Phrase: g.phrase, Head: true, How: how, named: true, Refs: []Ref{ref}})
}
