package stances

import (
	"fmt"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

type ref = actors.Ref

// pass is one document on its way through the reader.
type pass struct {
	*Reader
	r        *reading.Reading
	item, at []int  // see track; nil until the first turn is found
	told     []bool // by item: the document names it by a word of its own
	since    int    // first sentence after the last incident that is none of the items: what was named before leads no further
	last     found  // the stance before, for "also voiced its support"
	out      []draft.Draft
	silent   []draft.Silence
}

// found is what a turn was understood as.
type found struct {
	sentence int
	item     int    // place in the index, -1: a proposed one
	key      string // of the item
	title    string // of the item, or the words that propose one
	hub      string
	side     int
	position ledger.Position
	filters  []string
	sure     float64
	harm     bool // a proposed item is an incident
}

// Drafts makes a draft of each state's answer. Silences say which turns gave none, and why.
func (x *Reader) Drafts(r *reading.Reading) ([]draft.Draft, []draft.Silence) {
	p := &pass{Reader: x, r: r, last: found{sentence: -1}}
	var buffer [8]wording.Match
	for i := range r.Sentences {
		matches := x.acts.Find(r.Sentences[i].Sentence, buffer[:0])
		if len(matches) == 0 {
			continue
		}
		if p.item == nil {
			p.item, p.at = x.track(r)
			p.told = x.namedIn(r)
		}
		for k := range matches {
			if !covered(matches, k) {
				p.take(i, &matches[k])
			}
		}
	}
	return p.out, p.silent
}

// covered reports whether another turn holds match k: "reaffirmed its support for the integrity of" is one answer, not two.
func covered(matches []wording.Match, k int) bool {
	for j := range matches {
		m, o := &matches[k], &matches[j]
		if j != k && o.From <= m.From && m.To <= o.To && (o.To-o.From > m.To-m.From || j < k) {
			return true
		}
	}
	return false
}

func (p *pass) take(i int, m *wording.Match) {
	s := &p.r.Sentences[i]
	a := actOf(m.Class)
	if m.To == m.From+1 && s.Tokens[m.From].Tag.Noun() {
		return // "support", "questions" as nouns tell no act
	}
	if why := unfit(s, m, a); why != "" {
		p.drop(i, m, why)
		return
	}
	who := parties.Doer(s, m.From)
	states := parties.States(s, who)
	if len(states) == 0 {
		p.drop(i, m, fmt.Sprintf("Nobody who speaks for a state is named with “%s”.", s.TokenSpan(m.From, m.To).Of(s.Text)))
		return
	}
	f, why := p.understand(i, m, a)
	if why != "" {
		p.drop(i, m, why)
		return
	}
	n := 0
	if f.item < 0 && f.harm {
		p.since = i + 1
	}
	for _, who := range states {
		if who.Code == f.hub {
			continue // the hub is not expected to answer itself
		}
		p.out = append(p.out, p.draft(i, m, a, f, who))
		n++
	}
	if n > 0 {
		p.last = f
	}
}

// unfit says why a turn is no answer that was given, "" if it may be one.
func unfit(s *reading.Sentence, m *wording.Match, a *act) string {
	words := s.TokenSpan(m.From, m.To).Of(s.Text)
	if m.Denied && a.didNot == "" {
		return fmt.Sprintf("“%s” is denied, and what was done instead is not said.", words)
	}
	c := parties.Clause(s, m.From)
	if c < 0 {
		return ""
	}
	if thing := ofThing(s, c); thing != "" {
		return fmt.Sprintf("“%s” tells what the %s says, not what a state does.", words, thing)
	}
	if asNoun(s, c) {
		return fmt.Sprintf("“%s” is named, not told of somebody.", words)
	}
	if why := parties.Doubt(s, m.From, m.Denied || m.WantsDenial()); why != "" && !(a.class == "recognise" && m.Denied && why == "is told as possible or to come") {
		return fmt.Sprintf("“%s” %s.", words, why) // "would not recognise" declares what is
	}
	return ""
}

// asNoun reports whether clause c is a gerund that names an act ("a balance between condemning and keeping silent"): behind a comma, at
// the beginning, or after "while" it tells what somebody does.
func asNoun(s *reading.Sentence, c int) bool {
	v := &s.Phrases[s.Clauses[c].Verb]
	if v.Verb.Form != syntax.Gerund {
		return false
	}
	i := v.From - 1
	for i >= 0 && s.Tokens[i].Tag == syntax.RB {
		i--
	}
	return i >= 0 && s.Tokens[i].Tag != syntax.Comma && !strings.EqualFold(s.TokenText(i), "while")
}

func (p *pass) drop(i int, m *wording.Match, why string) {
	p.silent = append(p.silent, draft.Silence{Sentence: i, Step: "stances", Frame: m.ID, Reason: why})
}
