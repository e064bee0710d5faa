package actors

import (
	"strings"

	"orrery/internal/coding/syntax"
)

// reach is how many sentences back a pronoun or description may reach.
const reach = 3

// recent is what a slot holds now: of this sentence, else of one of the last.
func (m *Memory) recent(cur, past *slot, reach int) []Ref {
	if cur.refs != nil {
		return cur.refs
	}
	if past.refs != nil && m.number-past.sentence <= reach {
		return past.refs
	}
	return nil
}

// office reads an office that no state stands beside: "the president" is the last one named, "the government" and "its army" that of
// the last state named, "our parliament" that of the speaker's.
func (m *Memory) office(x *reading, g *group, h *hit) (Ref, bool) {
	if !h.e.is(mState) || h.e.is(mPart) {
		return Ref{}, false
	}
	name := x.text(h.from, h.to)
	first := x.s.Tokens[g.from].Word
	ref := Ref{Name: name, Sector: h.e.sector, Office: name}
	switch {
	case first == x.w.ours:
		ref.Code = m.speaker.Code
		return ref, ref.Code != ""
	case x.w.male[first] || x.w.female[first]:
		if p := m.recent(&m.cur.person, &m.past.person, reach); p != nil {
			ref.Code = p[0].Code
		}
		return ref, ref.Code != "" && !h.e.is(mHead|mGovern)
	case x.w.its[first]:
	case first == x.w.the && !h.e.is(mCommon):
		if h.e.is(mHead|mGovern|mForeign) && !h.e.is(mPlural) {
			if p := m.recent(&m.cur.person, &m.past.person, reach); p != nil && p[0].State() {
				return p[0], true
			}
		}
		if h.e.is(mTitle) && !h.e.is(mPlural) { // the minister
			if p := m.recent(&m.cur.person, &m.past.person, reach); p != nil && p[0].Person != "" && strings.HasSuffix(p[0].Office, lower(name)) {
				return p[0], true
			}
		}
		if h.e.is(mPlural) && h.e.sector != "GOV" || g.from+1 != h.from {
			return Ref{}, false
		}
	default:
		return Ref{}, false
	}
	if s := m.recent(&m.cur.state, &m.past.state, reach); s != nil {
		ref.Code = s[0].Code
		if mark := h.e.marks & (mHead | mGovern | mForeign); mark != 0 && m.dated && !h.e.is(mPlural|mCommon) {
			if p := x.holder(ref.Code, mark, m.day); p >= 0 {
				ref.Person = x.people[p].slug
			}
		}
	}
	return ref, ref.Code != ""
}

// described reads "the country", "this Central Asian republic", "the bloc", "both sides" as what was named before.
func (x *reading) described(g *group, k int) {
	h, m := &x.hits[k], x.m
	h.used = true
	if n := x.nationBefore(g, k); n >= 0 && x.hits[n].kind != kPerson && x.hits[n].kind != kOrg && !h.e.is(mMany|mOrg) {
		d := &x.hits[n]
		d.used = true
		x.put(Mention{From: d.from, To: h.to, Phrase: g.phrase, Head: true, How: ByDemonym, Refs: []Ref{{Code: d.e.code, Name: x.text(d.from, h.to), Sector: d.e.sector}}})
		return
	}
	first := x.s.Tokens[g.from].Word
	n, counted := x.count(g)
	if !x.w.article[first] && !counted && !x.w.male[first] && !x.w.female[first] || h.to < len(x.s.Tokens) && x.s.Tokens[h.to].Word == x.w.of {
		return
	}
	var refs []Ref
	switch {
	case h.e.is(mCommon):
	case h.e.is(mMany):
		refs = m.several(n, counted)
	case h.e.is(mOrg):
		refs = m.recent(&m.cur.org, &m.past.org, reach)
	case x.w.male[first] || x.w.female[first]: // his country
		if p := m.recent(&m.cur.person, &m.past.person, reach); p != nil && x.states[p[0].Code] {
			refs = []Ref{{Code: p[0].Code}}
		}
	case first == x.w.ours:
		if m.speaker.Code != "" {
			refs = []Ref{{Code: m.speaker.Code}}
		}
	default:
		refs = m.country(x, g, k)
	}
	if refs == nil {
		return
	}
	x.put(Mention{From: g.from, To: h.to, Phrase: g.phrase, Head: true, How: ByMemory, Refs: refs, Place: x.placedAt(g.from)})
}

// country is the state that "the country" means; "the Central Asian country" is the last one of those.
func (m *Memory) country(x *reading, g *group, k int) []Ref {
	for n := k - 1; n >= g.lo; n-- {
		d := &x.hits[n]
		if d.e == nil || x.rosterOf(d) == 0 {
			continue
		}
		d.used = true
		for _, s := range m.states {
			for _, t := range x.rosters[x.rosterOf(d)].members {
				if t.actor == s.Code {
					return []Ref{s}
				}
			}
		}
		return nil
	}
	return m.recent(&m.cur.state, &m.past.state, reach)
}

// several are the parties that "both sides", "the two countries" and "the sides" mean.
func (m *Memory) several(n int, counted bool) []Ref {
	if !counted {
		if refs := m.recent(&m.cur.many, &m.past.many, 1); len(refs) > 1 {
			return refs
		}
		n = 2
	}
	if refs := m.recent(&m.cur.many, &m.past.many, reach); len(refs) == n {
		return refs
	}
	if len(m.states) < n || n < 2 {
		return nil
	}
	refs := make([]Ref, n)
	for i := range refs {
		refs[n-1-i] = m.states[i]
	}
	return refs
}

// count is the number that stands in the group: two, both.
func (x *reading) count(g *group) (int, bool) {
	for i := g.from; i < g.to; i++ {
		w := x.s.Tokens[i].Word
		if w == x.w.both {
			return 2, true
		}
		if n, ok := x.w.numbers[w]; ok && n > 1 {
			return n, true
		}
	}
	return 0, false
}

// placedAt reports whether a preposition of place stands before token i.
func (x *reading) placedAt(i int) bool {
	return i > 0 && (x.w.place[x.s.Tokens[i-1].Word] || x.s.Tokens[i-1].Word == x.w.from && (i < 2 || !x.s.Tokens[i-2].Tag.Noun()))
}

// pronoun reads token i if it is a pronoun: he, she, they, it and their possessives, and we in a speaker's turn.
func (x *reading) pronoun(i int) {
	t := &x.s.Tokens[i]
	if t.Tag != syntax.PRP && t.Tag != syntax.PRPS {
		return
	}
	m, w := x.m, t.Word
	var refs []Ref
	how := ByPronoun
	switch {
	case x.w.male[w] || x.w.female[w]:
		refs = m.recent(&m.cur.person, &m.past.person, reach)
		if refs != nil && x.w.female[w] != x.woman(refs[0]) && (x.woman(refs[0]) || refs[0].Person != "") {
			refs = nil
		}
	case x.w.they[w]:
		if refs = m.cur.many.refs; refs == nil {
			if refs = x.listedBefore(i); refs == nil {
				refs = m.recent(&m.cur.many, &m.past.many, 2)
			}
		}
	case x.w.it[w] && !x.subject(i):
	case x.w.it[w] || x.w.its[w]:
		refs = m.recent(&m.cur.state, &m.past.state, 1)
		if org := m.recent(&m.cur.org, &m.past.org, 1); refs == nil || org != nil && m.cur.state.refs == nil && m.cur.org.refs != nil {
			refs = org
		}
	case x.w.we[w]:
		how = BySpeaker
		if t.Tag == syntax.PRP && x.subject(i) { // somebody acts: who it is, the text outside this sentence must say
			refs = []Ref{{Name: x.text(i, i+1)}}
		}
		if m.speaker.Code != "" {
			refs, how = []Ref{{Code: m.speaker.Code, Person: m.speaker.Person, Name: m.speaker.Name, Sector: m.speaker.Sector, Office: m.speaker.Office}}, BySpeaker
		}
	}
	if refs == nil {
		return
	}
	x.put(Mention{From: i, To: i + 1, Phrase: x.phraseAt(i), Head: t.Tag == syntax.PRP, How: how, Refs: refs})
}

// listedBefore are the actors of the first list of them that ends before token i: "Norway and Sweden said they".
func (x *reading) listedBefore(i int) []Ref {
	var refs []Ref
	for k := range x.out {
		n := &x.out[k]
		if n.To > i || !n.Head || n.Place || len(n.Refs) != 1 || n.Refs[0].Code == "" || n.How == ByPronoun {
			continue
		}
		if k > 0 && len(refs) > 0 && x.m.conjoined(&x.out[k-1], n) {
			refs = append(refs, n.Refs[0])
			continue
		}
		if len(refs) > 1 {
			break
		}
		refs = append(refs[:0], n.Refs[0])
	}
	if len(refs) < 2 {
		return nil
	}
	return refs
}

// subject reports whether "it" at token i is the subject of a verb and no dummy ("it is clear that", "it was reported").
func (x *reading) subject(i int) bool {
	if i+1 >= len(x.s.Tokens) {
		return false
	}
	next := &x.s.Tokens[i+1]
	if next.Tag == syntax.MD { // "it would not send them", but "it would be wrong"
		for j := i + 2; j < len(x.s.Tokens) && j < i+5; j++ {
			if t := &x.s.Tokens[j]; t.Tag != syntax.RB {
				return t.Tag.Verb() && !x.w.dummy[t.Word]
			}
		}
		return false
	}
	return (next.Tag.Verb() || next.Tag == syntax.RB) && !x.w.copula[next.Word]
}

// phraseAt is the noun phrase that holds token i, -1 if none does.
func (x *reading) phraseAt(i int) int {
	for p := range x.s.Phrases {
		if ph := &x.s.Phrases[p]; ph.Kind == syntax.NP && ph.From <= i && i < ph.To {
			return p
		}
	}
	return -1
}

// woman reports whether a person has a woman's first name.
func (x *reading) woman(ref Ref) bool {
	for i := 0; i < len(ref.Name); i++ {
		if ref.Name[i] == ' ' {
			return x.women[lower(ref.Name[:i])]
		}
	}
	return false
}
