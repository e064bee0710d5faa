package actors

import (
	"strings"

	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Memory is what a document has named so far. It belongs to one document and one goroutine.
type Memory struct {
	r       *Reader
	day     ledger.Day
	dated   bool
	today   ledger.Day // of an undated text: the end of time
	turns   []ledger.Turn
	turn    int
	speaker Ref

	s         *syntax.Sentence
	number    int // of the sentence
	people    []int32
	strangers []stranger
	cur, past slots
	states    []Ref // distinct states, last first
}

// stranger is a name that no data know, with what the text said of it.
type stranger struct {
	name, surname string
	ref           Ref
}

// slots are what pronouns may mean: the first of its kind in the sentence.
type slots struct{ person, many, state, org slot }

type slot struct {
	refs     []Ref
	sentence int
	site     bool // only named as a place
}

// strangersMax bounds how many unknown names a document is remembered by.
const strangersMax = 200

// NewMemory is the memory of a document published on a day; zero: who holds an office is then who held it last.
func (r *Reader) NewMemory(published ledger.Date, turns []ledger.Turn) *Memory {
	m := &Memory{r: r, turns: turns, turn: -1, today: ledger.MaxDay}
	if !published.IsZero() {
		m.day, _ = published.Span()
		m.dated = true
	}
	return m
}

// begin opens a sentence.
func (m *Memory) begin(s *syntax.Sentence) {
	m.s = s
	m.number++
	m.cur = slots{}
	if s.Turn != m.turn {
		m.turn, m.speaker = s.Turn, Ref{}
		if s.Turn >= 0 && s.Turn < len(m.turns) {
			m.speaker = m.voice(m.turns[s.Turn].Speaker)
		}
	}
}

// voice is who a speaker's name means: a name of the text so far, or a known person.
func (m *Memory) voice(name string) Ref {
	name = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(name), ":"))
	if ref, ok := m.known(name); ok {
		return ref
	}
	w := strings.Fields(name)
	if len(w) == 0 {
		return Ref{}
	}
	at := int32(0)
	for i, word := range w {
		id := m.r.forms.find(word)
		if i == 0 {
			at = m.r.persons.first(id)
		} else {
			at = m.r.persons.step(at, id)
		}
		if at == 0 {
			return Ref{Name: name}
		}
	}
	x := reading{Reader: m.r, m: m, day: m.day, dated: m.dated}
	if p := m.r.full[at]; len(p) == 1 {
		return x.ref(p[0])
	}
	if p := m.r.sur[at]; len(p) == 1 {
		return x.ref(p[0])
	}
	return Ref{Name: name}
}

// note takes in a mention as it is made.
func (m *Memory) note(n *Mention) {
	if len(n.Refs) == 0 || n.How == BySpeaker {
		return
	}
	if n.How == ByPronoun {
		m.again(n)
		return
	}
	if len(n.Refs) == 1 {
		ref := n.Refs[0]
		if ref.Code != "" && m.r.states[ref.Code] && (ref.Sector == "" || ref.Sector == "PRE" || ref.State()) && (n.Head || n.Site != NoSite) {
			m.state(ref, n.Head && !n.Place)
		}
		if n.Head && !n.Place && ref.Code != "" && !m.r.states[ref.Code] && ref.Sector == "" {
			m.cur.org.first([]Ref{ref}, m.number)
		}
		if n.Head && n.named && (ref.Person != "" || ref.Office != "" || n.To-n.From > 1 || n.How == ByMemory) {
			m.cur.person.first(n.Refs, m.number)
		}
	}
	if tag := m.s.Tokens[n.To-1].Tag; n.Head && !n.Place && (len(n.Refs) > 1 || tag == syntax.NNS || tag == syntax.NNPS && n.How != ByName) {
		m.cur.many.first(n.Refs, m.number)
	}
}

// again keeps what a pronoun stands for as what the next one may mean.
func (m *Memory) again(n *Mention) {
	switch ref := n.Refs[0]; {
	case !n.Head:
	case len(n.Refs) > 1:
		m.cur.many.first(n.Refs, m.number)
	case ref.Person != "" || ref.Office != "" || ref.Code == "":
		m.cur.person.first(n.Refs, m.number)
	case m.r.states[ref.Code]:
		m.state(ref, true)
	default:
		m.cur.org.first(n.Refs, m.number)
	}
}

// state remembers a state; acts says that it was named as an actor.
func (m *Memory) state(ref Ref, acts bool) {
	plain := Ref{Code: ref.Code, Sector: pre(ref.Sector)}
	for i := range m.states {
		if m.states[i].Code == ref.Code {
			copy(m.states[1:i+1], m.states[:i])
			m.states[0] = plain
			plain.Code = ""
			break
		}
	}
	if plain.Code != "" {
		m.states = append(m.states, Ref{})
		copy(m.states[1:], m.states)
		m.states[0] = plain
	}
	if sl := &m.cur.state; sl.refs == nil || sl.site && acts {
		*sl = slot{[]Ref{{Code: ref.Code, Sector: pre(ref.Sector)}}, m.number, !acts}
	}
}

func pre(sector string) string {
	if sector == "PRE" {
		return sector
	}
	return ""
}

func (s *slot) first(refs []Ref, sentence int) {
	if s.refs == nil {
		*s = slot{refs, sentence, false}
	}
}

// end closes a sentence: lists of states become several, unknown names are learnt, and what it named becomes the past.
func (m *Memory) end(all []Mention) {
	for i := 0; i < len(all); i++ {
		n := &all[i]
		m.named(n)
		j := i + 1
		refs := n.Refs
		for ; j < len(all) && n.Head && all[j].Head && len(all[j].Refs) == 1 && all[j].Refs[0].Code != "" && m.conjoined(&all[j-1], &all[j]); j++ {
			if j == i+1 {
				refs = append(make([]Ref, 0, len(refs)+4), refs...)
			}
			refs = append(refs, all[j].Refs[0])
			m.named(&all[j])
		}
		if j > i+1 && len(refs) > 1 {
			m.cur.many.first(refs, m.number)
		}
		i = j - 1
	}
	for _, p := range []struct{ cur, past *slot }{{&m.cur.person, &m.past.person}, {&m.cur.many, &m.past.many}, {&m.cur.state, &m.past.state}, {&m.cur.org, &m.past.org}} {
		if p.cur.refs != nil {
			*p.past = *p.cur
		}
	}
}

// named learns the name of a mention, if it is one that no data know.
func (m *Memory) named(n *Mention) {
	if len(n.Refs) == 1 && n.Head && n.Refs[0].Person == "" && (n.How == ByShape || n.How == ByApposed || n.How == ByOffice) {
		m.learn(n.Refs[0])
	}
}

// conjoined reports whether only commas and "and" stand between two mentions.
func (m *Memory) conjoined(a, b *Mention) bool {
	if b.From <= a.To || b.From-a.To > 3 {
		return false
	}
	for i := a.To; i < b.From; i++ {
		t := &m.s.Tokens[i]
		if t.Tag != syntax.Comma && t.Tag != syntax.CC && t.Tag != syntax.DT {
			return false
		}
	}
	return true
}

// learn remembers an unknown name of several words, by its last word as well.
func (m *Memory) learn(ref Ref) {
	name := ref.Name
	at := strings.LastIndexByte(name, ' ')
	if at < 0 || len(m.strangers) >= strangersMax {
		return
	}
	for i := range m.strangers {
		if m.strangers[i].name == name {
			if m.strangers[i].ref.Code == "" {
				m.strangers[i].ref = ref
			}
			return
		}
	}
	m.strangers = append(m.strangers, stranger{name, name[at+1:], ref})
}

// known is what the text said before of an unknown name, by the whole name or its last word.
func (m *Memory) known(name string) (Ref, bool) {
	for i := len(m.strangers) - 1; i >= 0; i-- {
		if s := &m.strangers[i]; s.name == name || s.surname == name {
			return s.ref, true
		}
	}
	return Ref{}, false
}

// surname is the person whom the text introduced by a full name that ends in it.
func (m *Memory) surname(x *reading, h *hit) (Ref, bool) {
	if ref, ok := m.known(x.text(h.from, h.to)); ok {
		return ref, true
	}
	for n := len(m.people) - 1; n >= 0; n-- {
		for _, i := range h.people {
			if i == m.people[n] {
				return x.ref(i), true
			}
		}
	}
	return Ref{}, false
}
