package actors

import (
	"strings"

	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// parliamentary is the year's end of 2018, when Armenia and Georgia had become parliamentary republics, as days since 1970.
const parliamentary ledger.Day = 17896

// theirs reads "their presidents": the role of each of those who were named as several.
func (x *reading) theirs(g *group, h *hit, sector string) []Ref {
	if !x.w.they[x.s.Tokens[g.from].Word] || !h.e.is(mState) {
		return nil
	}
	many := x.m.recent(&x.m.cur.many, &x.m.past.many, 2)
	if len(many) == 0 || len(many) == 1 && (many[0].Code == "" || !x.states[many[0].Code]) { // their government, of the officials of one state
		return nil
	}
	refs := make([]Ref, len(many))
	for i, r := range many {
		refs[i] = Ref{Code: r.Code, Name: r.Name, Sector: sector, Office: x.text(h.from, h.to)}
	}
	return refs
}

// bothOf reads "both leaders", "the two presidents" and "the two sides": those who were named last.
func (x *reading) bothOf(g *group, h *hit, sector string) []Ref {
	n, counted := x.count(g)
	if !counted || !h.e.is(mPlural) || !h.e.is(mState) && !h.e.is(mCommon) {
		return nil
	}
	if first := x.s.Tokens[g.from].Word; !x.w.article[first] && first != x.w.both {
		return nil
	}
	named := x.m.several(n, true)
	refs := make([]Ref, len(named))
	for i, r := range named {
		refs[i] = r
		if r.Sector == "" && !h.e.is(mCommon) {
			refs[i].Sector = sector
		}
	}
	if len(refs) == 0 {
		return nil
	}
	return refs
}

// proxy reports whether the word before a role says that somebody else put it there: "Moscow-installed officials", "Iran-backed militia".
// The place that follows is then not whose they are.
func (x *reading) proxy(g *group, h *hit) bool {
	i := h.from - 1
	if i < g.from || x.s.Tokens[i].Shape&syntax.Hyphened == 0 {
		return false
	}
	text := x.s.TokenText(i)
	switch text[strings.LastIndexByte(text, '-')+1:] {
	case "installed", "backed", "appointed", "led", "controlled", "sponsored", "supported", "aligned", "trained", "imposed", "run", "Russian":
		return true
	}
	return false
}
