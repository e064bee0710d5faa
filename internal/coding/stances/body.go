package stances

import (
	"fmt"
	"slices"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/dates"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

func (p *pass) draft(i int, m *wording.Match, a *act, f found, who actors.Ref) draft.Draft {
	s := &p.r.Sentences[i]
	trigger := s.TokenSpan(m.From, m.To)
	voice := parties.Voice(p.r, i, trigger)
	body := &ledger.Stance{Item: f.key, Actor: who.Code, Position: f.position, When: p.when(s, m, f), Form: a.form, Voice: parties.Spokesman(who)}
	body.Summary = fmt.Sprintf("%s %s: %s.", p.named(who), pick(m.Denied, a.didNot, a.did), f.title)
	if a.class == "silent" {
		body.When = ledger.Date{} // a silence has no day
		body.SearchLog = []ledger.Search{{Where: parties.Title(p.r.Document), Who: voice.Name, When: p.r.Document.Published, Words: trigger.Of(s.Text)}}
	}
	d := draft.Draft{Kind: ledger.KindStance, Body: body, Span: s.Span, Trigger: trigger, Voice: voice, By: []actors.Ref{who}, Confidence: f.sure,
		Trace: draft.Trace{Step: "stances", Frame: m.ID, Filters: f.filters}}
	if m.Denied {
		d.Trace.Operators = []string{"denied"}
	}
	if a.class == "silent" {
		d.Trace.Filters = append(d.Trace.Filters[:len(d.Trace.Filters):len(d.Trace.Filters)], "silence as the text tells it; nobody searched")
	}
	if f.item >= 0 {
		d.Check = p.check(body, p.r.Document.Published)
	}
	return d
}

// when is the day that the text gives; "within 24 hours after it" counts from the item's T0.
func (p *pass) when(s *reading.Sentence, m *wording.Match, f found) ledger.Date {
	if f.item >= 0 {
		for _, d := range s.Dates {
			if d.Lag <= 0 || d.Sign != dates.Within && d.Sign != dates.After || d.From > m.From {
				continue
			}
			t := &p.items.items[f.item]
			until := t.last + ledger.Day((d.Lag+23)/24)
			if when, err := ledger.ParseDate(t.first.String() + "/" + until.String()); err == nil {
				return when
			}
		}
	}
	return parties.Day(s, m.From)
}

func (p *pass) named(who actors.Ref) string {
	if n := p.names[who.Code]; n != "" {
		return n
	}
	return parties.Name(who)
}

// check compares with the stances that are known.
func (x *Reader) check(b *ledger.Stance, published ledger.Date) *draft.Check {
	held := x.known[b.Item+"/"+b.Actor]
	ref := string(ledger.KindStance) + ":" + b.Item + "/" + b.Actor
	if len(held) == 0 {
		return &draft.Check{Verdict: draft.NotInLedger, Text: "The ledger holds no answer of this actor to the item."}
	}
	held = slices.DeleteFunc(slices.Clone(held), func(h *ledger.Stance) bool { return !near(b.When, h.When) })
	if len(held) == 0 {
		h := x.known[b.Item+"/"+b.Actor][0]
		return &draft.Check{Verdict: draft.NotInLedger, With: ref,
			Text: fmt.Sprintf("The dates do not fit: the text tells of %s, the ledger's row of %s (%s).", b.When, h.When, h.Position)}
	}
	for _, h := range held {
		if way(h.Position) == way(b.Position) {
			return &draft.Check{Verdict: draft.Agrees, With: ref, Text: fmt.Sprintf("The ledger's row says %s too%s.", h.Position, dayWords(h.When))}
		}
	}
	h := held[0]
	if b.Position == ledger.Silent && !published.IsZero() && !h.When.IsZero() && published.Before(h.When) == ledger.Certainly {
		return &draft.Check{Verdict: draft.Agrees, With: ref, Text: fmt.Sprintf("The ledger's row is later than the text: %s%s.", h.Position, dayWords(h.When))}
	}
	return &draft.Check{Verdict: draft.Disagrees, With: ref,
		Text: fmt.Sprintf("In conflict with the ledger's row: the text says %s, the row says %s%s.", b.Position, h.Position, dayWords(h.When))}
}

// near reports whether two dates may be of one answer; a date that is not told fits every other.
func near(a, b ledger.Date) bool { return a.IsZero() || b.IsZero() || apart(a, b) <= 7 }

func dayWords(d ledger.Date) string {
	if d.IsZero() {
		return ""
	}
	return " (" + d.String() + ")"
}

// way is the side of a position: leaning counts as the side leaned to.
func way(p ledger.Position) string {
	switch p {
	case ledger.With, ledger.LeaningWith:
		return "with"
	case ledger.Against, ledger.LeaningAgainst:
		return "against"
	}
	return string(p)
}
