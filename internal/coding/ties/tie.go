package ties

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

// dependence is the measure of a tie that is named without a figure.
const dependence = "dependence_told"

func (p *pass) tie(i int, m *wording.Match) {
	s := &p.r.Sentences[i]
	words := s.TokenSpan(m.From, m.To).Of(s.Text)
	c := parties.Clause(s, m.From)
	if m.Denied {
		p.drop(i, m, fmt.Sprintf("“%s” is denied.", words))
		return
	}
	if x := parties.Realis(s, c); c >= 0 && (x.Has(realis.Conditional) || x.Has(realis.Counterfactual) || s.Clauses[c].Question) {
		p.drop(i, m, fmt.Sprintf("“%s” is asked or stands under a condition.", words))
		return
	}
	hub, who := p.sides(s, m)
	switch {
	case hub.Code == "":
		p.drop(i, m, fmt.Sprintf("On whom one depends by “%s” is not named.", words))
		return
	case len(who) == 0:
		p.drop(i, m, fmt.Sprintf("Who depends on %s by “%s” is not named.", parties.Name(hub), words))
		return
	}
	channels := []ledger.Channel{ledger.Channel(m.Class)}
	if m.Class == "depend" {
		channels = p.channelsOf(s, m)
	}
	if len(channels) == 0 {
		p.drop(i, m, fmt.Sprintf("Over what one depends by “%s” is not said.", words))
		return
	}
	for _, ch := range channels {
		for _, ref := range who {
			p.out = append(p.out, p.draft(i, m, ch, hub, ref))
		}
	}
}

// sides is the hub and those who depend on it.
func (p *pass) sides(s *reading.Sentence, m *wording.Match) (hub actors.Ref, who []actors.Ref) {
	doer := parties.Doer(s, m.From)
	if m.Class == "depend" {
		for _, k := range parties.In(s, m.To, m.To+5) {
			if states := parties.States(s, []int{k}); len(states) == 1 {
				hub = states[0]
				break
			}
		}
		who = without(parties.States(s, doer), hub.Code)
		if len(who) == 0 && len(doer) == 0 {
			who = p.crowd(s, 0, m.From)
		}
		return hub, who
	}
	for k := range s.Mentions {
		for _, ref := range parties.States(s, []int{k}) {
			if slices.Contains(p.hubs, ref.Code) && (hub.Code == "" || slices.Index(p.hubs, ref.Code) < slices.Index(p.hubs, hub.Code)) {
				hub = ref
			}
		}
	}
	if who = p.dependants(s, doer, hub.Code); len(who) > 0 {
		return hub, who
	}
	if c := parties.Clause(s, m.From); c >= 0 && len(s.Clauses[c].Subject) == 1 {
		subject := &s.Phrases[s.Clauses[c].Subject[0]]
		if who = p.crowd(s, subject.From, subject.To); len(who) > 0 {
			return hub, who
		}
	}
	reach := len(s.Tokens) // money and garrisons are tied to a state by any of its prepositions, the rest by what stands right behind
	if m.Class != "remittances" && m.Class != "bases" {
		reach = min(reach, m.To+6)
	}
	for k, o := range s.Mentions {
		if o.From < reach && (o.From >= m.To || m.Class == "remittances" || o.To >= m.From-1) && bound(s, o.From) {
			if who = p.dependants(s, parties.Group(s, k), hub.Code); len(who) > 0 {
				return hub, who
			}
			if who = p.region(o); len(who) > 0 {
				return hub, who
			}
		}
	}
	return hub, p.crowd(s, 0, len(s.Tokens))
}

// region is the states of a named region ("Central Asia"), or its name where the roster is not known.
func (p *pass) region(m actors.Mention) []actors.Ref {
	if !m.Place || len(m.Refs) != 1 || m.Refs[0].Code != "" || m.Refs[0].Name == "" {
		return nil
	}
	var out []actors.Ref
	for _, code := range p.groups[lexicon.Fold(m.Refs[0].Name)] {
		if !slices.Contains(p.hubs, code) {
			out = append(out, actors.Ref{Code: code, Name: p.named(code)})
		}
	}
	if out == nil {
		return []actors.Ref{{Name: m.Refs[0].Name}}
	}
	return out
}

// dependants is the states among mentions that are no hub: bodies and blocs depend on nobody here.
func (p *pass) dependants(s *reading.Sentence, mentions []int, hub string) []actors.Ref {
	out := without(parties.States(s, mentions), hub)
	return slices.DeleteFunc(out, func(r actors.Ref) bool {
		return len(r.Code) != 3 || slices.Contains(p.hubs, r.Code) || p.isOrganisation[r.Code]
	})
}

func without(refs []actors.Ref, code string) []actors.Ref {
	return slices.DeleteFunc(refs, func(r actors.Ref) bool { return r.Code == code })
}

// bound reports whether a preposition or possessive that ties stands by the name at token i: "to Armenia", "Tajikistan's income".
func bound(s *reading.Sentence, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch strings.ToLower(s.TokenText(j)) {
		case "to", "in", "for", "of", "from", "with", "by":
			return true
		case "the", "several", "all", "many", "most", "five", "three":
			continue
		}
		break
	}
	for j := i; j < len(s.Tokens) && j < i+3; j++ {
		if s.Tokens[j].Tag == syntax.POS {
			return true
		}
	}
	return false
}

// crowd is the first noun phrase for several states that no list names: "several neighbours", "these countries".
func (p *pass) crowd(s *reading.Sentence, from, to int) []actors.Ref {
	for k := range s.Phrases {
		ph := &s.Phrases[k]
		if ph.Kind != syntax.NP || ph.From < from || ph.To > to || ph.Head < 0 || p.known(s, ph) {
			continue
		}
		switch strings.ToLower(s.TokenText(ph.Head)) {
		case "countries", "states", "republics", "neighbours", "neighbors", "allies", "nations", "partners":
			return []actors.Ref{{Name: s.TokenSpan(ph.From, ph.To).Of(s.Text)}}
		}
	}
	return nil
}

// known reports whether a phrase names its states itself; "these countries" does not, whoever was named before.
func (p *pass) known(s *reading.Sentence, ph *syntax.Phrase) bool {
	for _, k := range parties.In(s, ph.From, ph.To) {
		if s.Mentions[k].How != actors.ByMemory && len(parties.States(s, []int{k})) > 0 {
			return true
		}
	}
	return false
}

// channelsOf is what the words behind a dependence name, else those of the whole sentence; transit leaves out the energy that passes.
func (p *pass) channelsOf(s *reading.Sentence, m *wording.Match) []ledger.Channel {
	end := m.To
	for end < len(s.Tokens) && s.Tokens[end].Tag != syntax.Comma && s.Tokens[end].Tag != syntax.Stop {
		end++
	}
	out := p.channelsIn(s, m.To, end)
	if len(out) == 0 {
		out = p.channelsIn(s, max(0, m.From-4), m.To)
	}
	if slices.Contains(out, ledger.ChannelTransit) {
		out = slices.DeleteFunc(out, func(c ledger.Channel) bool { return c == ledger.ChannelEnergy })
	}
	if slices.Contains(out, ledger.ChannelBases) {
		out = slices.DeleteFunc(out, func(c ledger.Channel) bool { return c == ledger.ChannelArms })
	}
	return out
}

func (p *pass) channelsIn(s *reading.Sentence, from, to int) []ledger.Channel {
	var out []ledger.Channel
	for _, c := range p.channels {
		for i := from; i < to; i++ {
			t := &s.Tokens[i]
			if slices.Contains(c.words, t.Word) || slices.Contains(c.words, t.Lemma) {
				out = append(out, c.channel)
				break
			}
		}
	}
	return out
}

func (p *pass) draft(i int, m *wording.Match, ch ledger.Channel, hub, who actors.Ref) draft.Draft {
	s := &p.r.Sentences[i]
	trigger := s.TokenSpan(m.From, m.To)
	body := &ledger.Tie{Actor: who.Code, Hub: hub.Code, Channel: ch, Measure: dependence, When: parties.Day(s, m.From)}
	body.Note = fmt.Sprintf("As the text tells it: %s.", trigger.Of(s.Text))
	d := draft.Draft{Kind: ledger.KindTie, Body: body, Span: s.Span, Trigger: trigger, Voice: parties.Voice(p.r, i, trigger),
		By: []actors.Ref{who}, To: []actors.Ref{hub}, Confidence: .7, Trace: draft.Trace{Step: "ties", Frame: m.ID}}
	if who.Code == "" {
		body.Actor = who.Name
		d.Confidence = .55
		d.Trace.Filters = append(d.Trace.Filters, "who depends has no code: pick one before accepting")
	}
	p.figure(s, m, body)
	return d
}

// figure takes the share or the sum that stands behind the turn.
func (p *pass) figure(s *reading.Sentence, m *wording.Match, body *ledger.Tie) {
	for _, n := range s.Numbers {
		if n.From < m.From || parties.Clause(s, n.From) != parties.Clause(s, m.From) && n.From > m.To+12 {
			continue // a figure of something else
		}
		if n.Unit != "percent" && n.Unit != "USD" && n.Unit != "EUR" {
			continue
		}
		v := n.Value
		body.Value, body.Unit, body.Measure = &v, n.Unit, string(body.Channel)+"_told"
		for j := n.To; j < len(s.Tokens) && j < n.To+6; j++ {
			if w := s.TokenText(j); w == "GDP" {
				body.Measure = string(body.Channel) + "_gdp"
			}
		}
		return
	}
}
