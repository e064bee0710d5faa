package actors

import (
	"slices"

	"orrery/internal/coding/syntax"
)

// set reads "the five Central Asian states", "CIS members", "all members of the EU", "CSTO leaders": all members of a set as the
// actors, where the words mean all of them. It reports whether hit k was read so.
func (x *reading) set(g *group, k int) bool {
	h := &x.hits[k]
	if !h.e.is(mPlural) && !h.e.is(mMany) {
		return false
	}
	sector := ""
	if h.kind == kRole {
		if !h.e.is(mState) {
			return false
		}
		sector = h.e.sector
	}
	from, n := h.from, k-1
	if n < g.lo || !x.hits[n].nation() || x.rosterOf(&x.hits[n]) == 0 {
		n = x.setAfter(h, k)
		if n < 0 {
			return false
		}
	} else {
		from = x.hits[n].from
	}
	d := &x.hits[n]
	if d.e.code == "EU" && h.kind == kRole || d.e.code == "NATO" && h.kind == kRole || d.e.code == "UN" {
		return false
	}
	all := h.kind == kRole
	refs := x.all(g.from, d, sector, all || x.w.article[x.s.Tokens[g.from].Word])
	to := max(h.to, d.to)
	if n+1 < len(x.hits) && n > k && x.hits[n+1].kind == kDescr && x.hits[n+1].from == d.to { // of the Caspian states
		x.hits[n+1].used = true
		to = x.hits[n+1].to
	}
	refs = x.except(to, refs)
	if refs == nil {
		if h.kind == kRole && d.e.code != "" {
			return false
		}
		x.hits[n].used, h.used = true, true
		x.close(n)
		x.put(Mention{From: from, To: to, Phrase: g.phrase, Head: true, How: ByName, Refs: []Ref{{Name: x.text(g.from, max(g.to, to)), Sector: sector}}})
		return true
	}
	d.used, h.used = true, true
	x.close(n)
	x.put(Mention{From: from, To: to, Phrase: g.phrase, Head: true, How: ByRoster, Refs: refs})
	return true
}

// rosterOf is the number of the set of states that a hit names, 0 if it names none.
func (x *reading) rosterOf(h *hit) int16 {
	if h.e.roster != 0 {
		return h.e.roster
	}
	if h.kind == kOrg {
		return x.orgRosters[h.e.code]
	}
	return 0
}

// setAfter is the hit behind "members of", "countries of", "leaders of" that names a set, -1 if there is none.
func (x *reading) setAfter(h *hit, k int) int {
	at := h.to
	if at >= len(x.s.Tokens) || x.s.Tokens[at].Word != x.w.of || k+1 >= len(x.hits) {
		return -1
	}
	for at++; at < len(x.s.Tokens) && (x.s.Tokens[at].Tag == syntax.DT || x.s.Tokens[at].Tag == syntax.CD || x.s.Tokens[at].Tag == syntax.PDT); at++ {
	}
	d := &x.hits[k+1]
	if d.from != at || !d.nation() || x.rosterOf(d) == 0 {
		return -1
	}
	if x.alone(d) || k+2 < len(x.hits) && x.hits[k+2].from == d.to && x.hits[k+2].kind == kDescr && x.hits[k+2].e.is(mPlural) {
		return k + 1
	}
	return -1
}

// members are the members of a set that stands alone as the head of a phrase: "the Baltics", "the Visegrad Four"; nil for a region.
func (x *reading) members(g *group, h *hit, sector string) []Ref {
	if h.e.roster == 0 || h.kind != kRoster || !x.the(g) || h.e.code != "" || x.placed(g, h) {
		return nil
	}
	return x.all(g.from, h, sector, true)
}

// all are the members of a set on the day of the text, if the words before it mean all of them; nil if they mean some.
func (x *reading) all(from int, d *hit, sector string, whole bool) []Ref {
	set := x.rosters[x.rosterOf(d)].on(x.day)
	if !x.dated {
		set = x.rosters[x.rosterOf(d)].on(x.m.today)
	}
	if len(set) == 0 {
		return nil
	}
	for i := from; i < d.to; i++ {
		w := x.s.Tokens[i].Word
		if n, ok := x.w.numbers[w]; ok && n != len(set) || x.w.few[w] {
			return nil
		} else if ok || w == x.w.all || w == x.w.both {
			whole = true
		}
	}
	if from > 0 { // all the …, most of the …, some of the …
		for i := from - 1; i >= 0 && i >= from-2; i-- {
			w := x.s.Tokens[i].Word
			if n, ok := x.w.numbers[w]; x.w.few[w] || ok && n != len(set) {
				return nil
			}
			if w == x.w.all {
				whole = true
			}
		}
	}
	if !whole {
		return nil
	}
	refs := make([]Ref, len(set))
	for i, code := range set {
		refs[i] = Ref{Code: code, Sector: sector}
	}
	return refs
}

// except leaves out of a set what stands behind it after "except": "all CIS members but Moldova".
func (x *reading) except(at int, refs []Ref) []Ref {
	if at >= len(x.s.Tokens) || !x.w.except[x.s.Tokens[at].Word] {
		return refs
	}
	last := at + 1
	for n := range x.hits {
		d := &x.hits[n]
		if d.from < last || !d.nation() {
			continue
		}
		if !x.listed(last, d.from) && d.from != last {
			break
		}
		refs = slices.DeleteFunc(refs, func(r Ref) bool { return r.Code == d.e.code })
		last = d.to
	}
	return refs
}
