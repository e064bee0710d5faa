package ties

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

func (p *pass) membership(i int, m *wording.Match) {
	s := &p.r.Sentences[i]
	words := s.TokenSpan(m.From, m.To).Of(s.Text)
	standing := m.Class == "member" || m.Class == "observer" || m.Class == "candidate"
	org, from, to := p.organisation(s, m, standing)
	if org == "" {
		return // "a member of parliament", "left the room": not worth a word
	}
	c := parties.Clause(s, m.From)
	if c >= 0 {
		x := parties.Realis(s, c)
		if x.Has(realis.Conditional) || x.Has(realis.Counterfactual) || x.Has(realis.Modal) || x.Has(realis.Future) || x.Has(realis.Question) || s.Clauses[c].Question || x.Has(realis.Negated) && !apposed(s, from) {
			p.drop(i, m, fmt.Sprintf("“%s” is not told as a fact.", words))
			return
		}
	}
	if standing && over(s, opening(s, from), m.To) {
		p.drop(i, m, fmt.Sprintf("“%s” is over, by the text's own words.", words))
		return
	}
	var who []actors.Ref
	if standing {
		who = p.belonging(s, m, from, to, c)
	} else {
		if c >= 0 && s.Phrases[s.Clauses[c].Verb].Verb.Form == syntax.Infinitive && !decided(s, s.Phrases[s.Clauses[c].Verb].From) {
			p.drop(i, m, fmt.Sprintf("“%s” is told as an aim.", words))
			return
		}
		who = parties.States(s, parties.Doer(s, m.From))
	}
	who = slices.DeleteFunc(who, func(r actors.Ref) bool { return len(r.Code) != 3 || p.isOrganisation[r.Code] })
	if len(who) == 0 {
		if !standing {
			p.drop(i, m, fmt.Sprintf("Who by “%s” belongs to %s is not named.", words, org))
		}
		return
	}
	for _, ref := range who {
		p.out = append(p.out, p.belongs(i, m, org, ref))
	}
}

// organisation is the body that a turn is about, and the tokens of the whole phrase with it.
func (p *pass) organisation(s *reading.Sentence, m *wording.Match, standing bool) (code string, from, to int) {
	if standing {
		for i := m.From - 1; i >= 0 && i >= m.From-2; i-- {
			if code, first, _ := p.organisationAt(s, i); code != "" {
				return code, first, m.To
			}
		}
	}
	for i := m.To; i < len(s.Tokens) && i < m.To+5; i++ {
		if code, _, last := p.organisationAt(s, i); code != "" {
			if !standing && last < len(s.Tokens) && s.Tokens[last].Tag.Noun() {
				return "", 0, 0 // joined the EU sanctions
			}
			return code, m.From, last
		}
		switch t := &s.Tokens[i]; {
		case t.Tag == syntax.DT, t.Tag == syntax.IN, t.Tag == syntax.TO, t.Tag == syntax.PRPS, strings.HasPrefix(s.TokenText(i), "stat"):
		default:
			i = len(s.Tokens)
		}
	}
	if m.Class == "candidate" { // the body is named elsewhere in the sentence
		for i := range s.Tokens {
			if code, _, _ := p.organisationAt(s, i); code == "EU" || code == "NATO" {
				return code, m.From, m.To
			}
		}
	}
	return "", 0, 0
}

// organisationAt is the body that is named at token i, and its tokens.
func (p *pass) organisationAt(s *reading.Sentence, i int) (code string, from, to int) {
	for _, m := range s.Mentions {
		if m.From <= i && i < m.To && len(m.Refs) == 1 && p.isOrganisation[m.Refs[0].Code] && m.Refs[0].Sector == "" {
			return m.Refs[0].Code, m.From, m.To
		}
	}
	if code := p.organisations[s.Tokens[i].Word]; code != "" && s.Tokens[i].Word != 0 {
		return code, i, i + 1
	}
	return "", 0, 0
}

// belonging is who stands in apposition to the phrase at tokens [from, to), or is said to be it, or is named right behind it.
func (p *pass) belonging(s *reading.Sentence, m *wording.Match, from, to, clause int) []actors.Ref {
	at := opening(s, from)
	if at > 0 && s.Tokens[at-1].Tag == syntax.Comma {
		for k, o := range s.Mentions {
			if o.To == at-1 {
				if w := strings.ToLower(s.TokenText(at)); (w == "a" || w == "an") && len(o.Refs) == 1 {
					return parties.States(s, []int{k}) // one observer is one state: the last that is named
				}
				return parties.States(s, parties.Group(s, k))
			}
		}
	}
	for k, o := range s.Mentions {
		if o.From == to && m.To == to && !s.Tokens[to].Tag.Verb() && s.Tokens[from].Tag != syntax.IN {
			return parties.States(s, parties.Group(s, k))
		}
	}
	if clause < 0 {
		return nil
	}
	c := &s.Clauses[clause]
	v := &s.Phrases[c.Verb]
	switch w := strings.ToLower(s.TokenText(v.Head)); {
	case v.Head >= from, !slices.Contains([]string{"is", "are", "was", "were", "be", "been", "'s", "became", "become", "becomes", "remain", "remains", "remained", "granted", "received"}, w):
		return nil
	}
	if at < v.To || at > v.To+4 && m.Class != "candidate" {
		return nil // the complement of the verb begins right behind it
	}
	if v.Verb.Passive { // was granted the status: the subject has it
		return parties.States(s, parties.In(s, c.From, v.From))
	}
	return parties.States(s, parties.Doer(s, v.Head))
}

// over reports whether the phrase of tokens [from, to) speaks of a membership that has ended: "a former CIS member".
func over(s *reading.Sentence, from, to int) bool {
	for i := from; i < to; i++ {
		switch w := strings.ToLower(s.TokenText(i)); {
		case w == "former", w == "erstwhile", w == "onetime", w == "one-time", strings.HasPrefix(w, "ex-"):
			return true
		}
	}
	return false
}

// opening is where the noun phrase of token i begins: articles, "all" and adjectives before it.
func opening(s *reading.Sentence, i int) int {
	for i > 0 {
		t := s.Tokens[i-1].Tag
		if w := strings.ToLower(s.TokenText(i - 1)); t != syntax.DT && t != syntax.PDT && !t.Adjective() && t != syntax.CD && w != "all" && w != "both" && w != "founding" && w != "fellow" {
			break
		}
		i--
	}
	return i
}

func apposed(s *reading.Sentence, from int) bool {
	at := opening(s, from)
	return at > 0 && s.Tokens[at-1].Tag == syntax.Comma
}

// decided reports whether the infinitive at token v hangs on a decision: "decisions to ratify it and to leave".
func decided(s *reading.Sentence, v int) bool {
	for i := v - 1; i >= 0; i-- {
		switch strings.ToLower(s.TokenText(i)) {
		case "decision", "decisions", "decided", "move", "step", "steps":
			return true
		}
	}
	return false
}

func (p *pass) belongs(i int, m *wording.Match, org string, who actors.Ref) draft.Draft {
	s := &p.r.Sentences[i]
	trigger := s.TokenSpan(m.From, m.To)
	status := ledger.MembershipStatus(m.Class)
	body := &ledger.Membership{Actor: who.Code, Organisation: org, Status: status}
	if m.Class == "joined" {
		body.Status = ledger.Member
	}
	if m.Class != "member" && m.Class != "observer" {
		body.From = parties.Day(s, m.From)
	}
	return draft.Draft{Kind: ledger.KindMembership, Body: body, Span: s.Span, Trigger: trigger, Voice: parties.Voice(p.r, i, trigger),
		By: []actors.Ref{who}, To: []actors.Ref{{Code: org}}, Confidence: .75, Check: p.check(body), Trace: draft.Trace{Step: "ties", Frame: m.ID}}
}

// check compares with the memberships that are known, on the day that the text tells of.
func (p *pass) check(b *ledger.Membership) *draft.Check {
	held := p.members[b.Actor+"/"+b.Organisation]
	day := b.From
	if day.IsZero() {
		day = p.r.Document.Published
	}
	if day.IsZero() {
		day = p.r.Document.Retrieved
	}
	var holds *ledger.Membership
	for _, h := range held {
		on := h.To.IsZero()
		if !day.IsZero() {
			on = h.HoldsOn(day) != ledger.Never
		}
		if on && (holds == nil || h.Status == b.Status) {
			holds = h
		}
	}
	switch {
	case holds == nil && len(held) == 0:
		return &draft.Check{Verdict: draft.NotInLedger, Text: fmt.Sprintf("The ledger holds no membership of %s in %s.", p.named(b.Actor), p.named(b.Organisation))}
	case holds == nil:
		return &draft.Check{Verdict: draft.Disagrees, With: ref(held[len(held)-1]), Text: fmt.Sprintf("The ledger's membership of %s in %s had ended or not begun by then.", p.named(b.Actor), p.named(b.Organisation))}
	case holds.Status == b.Status:
		return &draft.Check{Verdict: draft.Agrees, With: ref(holds), Text: fmt.Sprintf("The ledger says %s too.", holds.Status)}
	}
	return &draft.Check{Verdict: draft.Disagrees, With: ref(holds), Text: fmt.Sprintf("The text says %s, the ledger says %s.", b.Status, holds.Status)}
}

func ref(m *ledger.Membership) string { return string(ledger.KindMembership) + ":" + m.NaturalKey() }

func (p *pass) named(code string) string {
	if n := p.names[code]; n != "" {
		return n
	}
	return code
}
