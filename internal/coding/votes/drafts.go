package votes

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

// Drafts makes a claim for each actor whose vote a text tells. Silences say which turns gave none, and why.
func (x *Reader) Drafts(r *reading.Reading) ([]draft.Draft, []draft.Silence) {
	var out []draft.Draft
	var silent []draft.Silence
	var buffer [8]wording.Match
	last := matter{sentence: -1 << 20}
	for i := range r.Sentences {
		s := &r.Sentences[i]
		matches := uncrossed(s, x.turns.Find(s.Sentence, buffer[:0]))
		for k := range matches {
			m := &matches[k]
			if covered(matches, k) {
				continue
			}
			about, own := x.matterOf(r, i, m)
			switch {
			case own:
				if about.symbol == "" && i-last.sentence <= carriedOver && last.symbol != "" && bare(about.words) {
					about = last // "the resolution", told before
				}
				last = about
			case i-last.sentence <= carriedOver:
				about = last
				about.why = "what was voted on is told before"
			}
			why := unfit(s, m, about)
			who := x.states(s, matches, k)
			if why == "" && len(who) == 0 {
				why = fmt.Sprintf("Nobody who votes is named with “%s”.", s.TokenSpan(m.From, m.To).Of(s.Text))
			}
			if why != "" {
				silent = append(silent, draft.Silence{Sentence: i, Step: "votes", Frame: m.ID, Reason: why})
				continue
			}
			for _, ref := range who {
				out = append(out, x.draft(r, i, m, about, ref))
			}
		}
	}
	return out, silent
}

// states is the states that vote so, by turn k. A state that another turn of the sentence names by itself is not taken from a roster: "the Central Asian states
// abstained, while Turkmenistan did not vote".
func (x *Reader) states(s *reading.Sentence, matches []wording.Match, k int) []actors.Ref {
	mentions := voters(s, matches, k)
	out := slices.DeleteFunc(parties.States(s, mentions), func(r actors.Ref) bool { return len(r.Code) != 3 || x.bodies[r.Code] })
	if !slices.ContainsFunc(mentions, func(n int) bool { return len(s.Mentions[n].Refs) > 1 }) {
		return out
	}
	for j := range matches {
		if j == k || matches[j].Class == matches[k].Class {
			continue
		}
		for _, n := range voters(s, matches, j) {
			if refs := s.Mentions[n].Refs; len(refs) == 1 {
				out = slices.DeleteFunc(out, func(r actors.Ref) bool { return r.Code == refs[0].Code })
			}
		}
	}
	return out
}

// bare reports whether words name a resolution without saying which: "the resolution", "the text".
func bare(words string) bool { return len(strings.Fields(words)) <= 1 }

// covered reports whether a longer turn holds match k: "refused to take part in the vote" is not also "vote"; or one of another class
// begins at the same word and is longer.
func covered(matches []wording.Match, k int) bool {
	m := &matches[k]
	for j := range matches {
		o := &matches[j]
		if j != k && o.From <= m.From && m.To <= o.To && o.To-o.From > m.To-m.From {
			return true
		}
		// "abstained from voting": the second word is no vote of its own.
		if j < k && m.From-o.To <= 2 && m.From >= o.To && o.Class == "abstain" && m.To-m.From == 1 {
			return true
		}
	}
	return false
}

func unfit(s *reading.Sentence, m *wording.Match, about matter) string {
	words := s.TokenSpan(m.From, m.To).Of(s.Text)
	if about.words == "" {
		return fmt.Sprintf("What “%s” was about is not said.", words)
	}
	if why := parties.Doubt(s, m.From, m.WantsDenial()); why != "" {
		return fmt.Sprintf("“%s” %s.", words, why)
	}
	return ""
}

// voters is the mentions of those who vote so: the list in brackets or after a colon right behind the turn, else the doer, else
// the list behind "including".
func voters(s *reading.Sentence, matches []wording.Match, k int) []int {
	m := &matches[k]
	end := len(s.Tokens)
	for j := range matches {
		if matches[j].From > m.To && matches[j].From < end && matches[j].Class != m.Class {
			end = matches[j].From
		}
	}
	for i := m.To; i < end; i++ {
		t := &s.Tokens[i]
		if t.Tag == syntax.Bracket && i+1 < len(s.Tokens) || s.TokenText(i) == ":" || s.TokenText(i) == "including" {
			if list := within(s, i+1); len(list) > 0 {
				return list
			}
		}
	}
	if list, done := beside(s, matches, k); done {
		return list
	}
	return slices.DeleteFunc(parties.Doer(s, m.From), func(n int) bool { return parted(s, s.Mentions[n].To, m.From) })
}

// within is the states in the list that begins at token i, up to the closing bracket or a stop; nil when the list does not begin with one. One name
// in brackets is a short form ("the General Assembly (UNGA)") unless it is a state.
func within(s *reading.Sentence, i int) []int {
	end := i
	for end < len(s.Tokens) && s.Tokens[end].Tag != syntax.Bracket && s.Tokens[end].Tag != syntax.Stop {
		end++
	}
	list := parties.In(s, i, end)
	if len(list) == 0 || s.Mentions[list[0]].From > i+2 {
		return nil
	}
	for _, ref := range parties.States(s, list) {
		if len(ref.Code) != 3 {
			return nil
		}
	}
	return list
}

func (x *Reader) draft(r *reading.Reading, i int, m *wording.Match, about matter, who actors.Ref) draft.Draft {
	s := &r.Sentences[i]
	trigger := s.TokenSpan(m.From, m.To)
	name := x.names[who.Code]
	if name == "" {
		name = parties.Name(who)
	}
	body := &ledger.VoteClaim{RollCall: about.symbol, Resolution: about.words, Actor: who.Code, Choice: ledger.VoteChoice(m.Class), When: parties.Day(s, m.From)}
	if body.When.IsZero() || about.symbol != "" {
		body.When = about.when
	}
	body.Summary = fmt.Sprintf("%s is said to have %s.", name, did(body.Choice))
	d := draft.Draft{Kind: ledger.KindVoteClaim, Body: body, Span: s.Span, Trigger: trigger, Voice: parties.Voice(r, i, trigger), By: []actors.Ref{who},
		Confidence: .6, Trace: draft.Trace{Step: "votes", Frame: m.ID, Filters: []string{about.why}}}
	if len(about.candidates) > 0 {
		d.Trace.Filters = append(d.Trace.Filters, "candidates: "+strings.Join(about.candidates, ", "))
	}
	if about.symbol != "" {
		d.Confidence = .9
		d.Check = x.check(body)
	}
	return d
}

func (x *Reader) check(b *ledger.VoteClaim) *draft.Check {
	held, ok := x.votes[b.RollCall+"/"+b.Actor]
	ref := string(ledger.KindVote) + ":" + b.RollCall + "/" + b.Actor
	switch {
	case !ok:
		return &draft.Check{Verdict: draft.NotInLedger, Text: "The ledger holds no vote of this actor on " + b.RollCall + "."}
	case held == b.Choice:
		return &draft.Check{Verdict: draft.Agrees, With: ref, Text: fmt.Sprintf("The roll call says %s too.", held)}
	}
	return &draft.Check{Verdict: draft.Disagrees, With: ref, Text: fmt.Sprintf("In conflict with the roll call: the text says %s, the roll call says %s.", b.Choice, held)}
}

func did(c ledger.VoteChoice) string {
	switch c {
	case ledger.Yes:
		return "voted for it"
	case ledger.No:
		return "voted against it"
	case ledger.Abstain:
		return "abstained"
	}
	return "not voted"
}
