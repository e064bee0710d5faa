package stances

import (
	"fmt"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

type ref = actors.Ref

// pass is one document on its way through the reader.
type pass struct {
	*Reader
	r        *reading.Reading
	item, at []int // see track; nil until the first turn is found
	last     found // the stance before, for "also voiced its support"
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
	for _, who := range states {
		if who.Code == f.hub && f.hub != "" && (a.class == "silent" || a.class == "neutral") {
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
	if c < 0 || c >= len(s.Realis) {
		return ""
	}
	x := s.Realis[c]
	policy := a.class == "recognise" && m.Denied // "would not recognise" declares what is
	switch {
	case s.Clauses[c].Question || x.Has(realis.Question):
		return fmt.Sprintf("“%s” is asked, not told.", words)
	case x.Has(realis.Conditional), x.Has(realis.Counterfactual):
		return fmt.Sprintf("“%s” stands under a condition.", words)
	case !policy && (x.Has(realis.Modal) || x.Has(realis.Future)):
		return fmt.Sprintf("“%s” is told as possible or to come.", words)
	}
	return ""
}

func (p *pass) drop(i int, m *wording.Match, why string) {
	p.silent = append(p.silent, draft.Silence{Sentence: i, Step: "stances", Frame: m.ID, Reason: why})
}
