package roles

import (
	"orrery/internal/coding/actors"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// Part is the place of a noun phrase in its clause.
type Part uint8

// The parts.
const (
	NoPart Part = iota
	Subject
	Object
	Oblique
	Agent
)

// View is a sentence with its mentions, linked for quick questions. It is not safe for several goroutines; Reset makes it
// ready for the next sentence and keeps its memory.
type View struct {
	S *syntax.Sentence
	M []actors.Mention

	Clause []int  // by phrase: the clause that has it as a subject, object …; or whose verb group it is; -1
	Part   []Part // by phrase

	firstAttached, nextAttached []int // by phrase: what modifies it
	nextCoord                   []int // by phrase: the conjunct after it
	firstMention                []int // by phrase
	nextMention                 []int // by mention

	raisedIn int   // the clause of "a group … to be trained" in the object of another; -1: there is none
	raised   []int // whom that clause acts upon: the noun before it
}

// Reset makes the view one of s and its mentions.
func (v *View) Reset(s *syntax.Sentence, m []actors.Mention) {
	v.S, v.M = s, m
	n := len(s.Phrases)
	v.Clause, v.firstAttached, v.nextAttached = fill(v.Clause, n), fill(v.firstAttached, n), fill(v.nextAttached, n)
	v.nextCoord, v.firstMention = fill(v.nextCoord, n), fill(v.firstMention, n)
	v.nextMention = fill(v.nextMention, len(m))
	v.Part = append(v.Part[:0], make([]Part, n)...)
	for i := n - 1; i >= 0; i-- {
		p := &s.Phrases[i]
		if a := p.Attach; p.Kind == syntax.NP && a >= 0 && a < n && a != i {
			v.nextAttached[i], v.firstAttached[a] = v.firstAttached[a], i
		}
		if c := p.Coord; p.Kind == syntax.NP && c >= 0 && c < i {
			v.nextCoord[c] = i
		}
	}
	for i := len(m) - 1; i >= 0; i-- {
		if p := m[i].Phrase; p >= 0 && p < n {
			v.nextMention[i], v.firstMention[p] = v.firstMention[p], i
		}
	}
	for i := range s.Clauses {
		c := &s.Clauses[i]
		if c.Verb >= 0 && c.Verb < n {
			v.Clause[c.Verb] = i
		}
		// A phrase that is shared by several clauses keeps the first, where it stands.
		v.mark(c.Objects, i, Object)
		v.mark(c.Obliques, i, Oblique)
		v.mark(c.Agent, i, Agent)
		if !c.Shared {
			v.mark(c.Subject, i, Subject)
		}
	}
	v.raise()
}

// raise finds the passive infinitive after an object: who is acted upon is the object, not the subject that it shares.
func (v *View) raise() {
	v.raisedIn = -1
	for i := range v.S.Clauses {
		k := &v.S.Clauses[i]
		if !k.Shared || k.Parent < 0 || k.Parent >= len(v.S.Clauses) || k.Verb < 0 || !v.Passive(i) || v.S.Phrases[k.Verb].Verb.Form != syntax.Infinitive {
			continue
		}
		q := k.Verb - 1
		if q < 0 || v.S.Phrases[q].Kind != syntax.NP || v.S.Phrases[q].To != v.S.Phrases[k.Verb].From {
			continue
		}
		top := q
		for n := 0; n < 6 && v.S.Phrases[top].Attach >= 0 && v.S.Phrases[top].Attach < top; n++ {
			top = v.S.Phrases[top].Attach
		}
		if contains(v.S.Clauses[k.Parent].Objects, top) && !v.Passive(k.Parent) {
			v.raisedIn, v.raised = i, append(v.raised[:0], q)
			return
		}
	}
}

// Surface is the grammatical subject of a clause: of a passive, who is acted upon.
func (v *View) Surface(c int) []int {
	if c == v.raisedIn {
		return v.raised
	}
	return v.S.Clauses[c].Subject
}

func (v *View) mark(phrases []int, clause int, part Part) {
	for _, p := range phrases {
		if p >= 0 && p < len(v.Part) && v.Part[p] == NoPart {
			v.Part[p], v.Clause[p] = part, clause
		}
	}
}

// fill is n times -1, in b's memory if it suffices.
func fill(b []int, n int) []int {
	b = b[:0]
	for range n {
		b = append(b, -1)
	}
	return b
}

// Preposition is the word of the preposition that governs a phrase, or of the conjunct before it; Unknown if there is none.
func (v *View) Preposition(p int) lexicon.ID {
	for range 8 {
		if p < 0 || p >= len(v.S.Phrases) {
			break
		}
		if t := v.S.Phrases[p].Prep; t >= 0 && t < len(v.S.Tokens) {
			return v.S.Tokens[t].Word
		}
		p = v.S.Phrases[p].Coord
	}
	return lexicon.Unknown
}

// Head is the lemma of the head of a phrase, its word where the lemma is not known.
func (v *View) Head(p int) lexicon.ID { return v.Lemma(v.S.Phrases[p].Head) }

// Lemma is the lemma of a token, its word where the lemma is not known.
func (v *View) Lemma(t int) lexicon.ID {
	if t < 0 || t >= len(v.S.Tokens) {
		return lexicon.Unknown
	}
	if l := v.S.Tokens[t].Lemma; l != lexicon.Unknown {
		return l
	}
	return v.S.Tokens[t].Word
}

// Mentions calls f with every mention of a phrase until it returns false.
func (v *View) Mentions(p int, f func(m int) bool) {
	if p < 0 || p >= len(v.firstMention) {
		return
	}
	for m := v.firstMention[p]; m >= 0; m = v.nextMention[m] {
		if !f(m) {
			return
		}
	}
}

// Attached calls f with every phrase that modifies p through a preposition until it returns false.
func (v *View) Attached(p int, f func(q int) bool) {
	if p < 0 || p >= len(v.firstAttached) {
		return
	}
	for q := v.firstAttached[p]; q >= 0; q = v.nextAttached[q] {
		if !f(q) {
			return
		}
	}
}

// DeepSubject is who acts in a clause: its subject, of a passive the agent.
func (v *View) DeepSubject(c int) []int {
	k := &v.S.Clauses[c]
	if v.Passive(c) {
		return k.Agent
	}
	return k.Subject
}

// DeepObjects are what is acted upon in a clause: its objects, of a passive the subject and what object is left.
func (v *View) DeepObjects(c int) (first, rest []int) {
	k := &v.S.Clauses[c]
	if v.Passive(c) {
		return v.Surface(c), k.Objects
	}
	return k.Objects, nil
}

// Passive reports whether a clause's verb is passive.
func (v *View) Passive(c int) bool {
	p := v.S.Clauses[c].Verb
	return p >= 0 && p < len(v.S.Phrases) && v.S.Phrases[p].Verb.Passive
}
