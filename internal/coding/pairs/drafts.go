package pairs

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/dates"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

// Drafts makes an episode of each place where the text sets a response of a hub beside a trigger. events are the drafts of the same
// reading; Refers leads into them, triggers first. Silences name the part that was not understood, for turns that say cause.
func (x *Reader) Drafts(r *reading.Reading, events []draft.Draft) ([]draft.Draft, []draft.Silence) {
	var out []draft.Draft
	var silent []draft.Silence
	var buffer [8]wording.Match
	for i := range r.Sentences {
		s := &r.Sentences[i]
		matches := x.turns.Find(s.Sentence, buffer[:0])
		for k := range matches {
			m := &matches[k]
			if m.Denied {
				continue
			}
			d, why := x.pair(r, i, m, events)
			if why == "" {
				out = append(out, d)
			} else if !inOrder(m) || x.lag(s, m) != "" {
				silent = append(silent, draft.Silence{Sentence: i, Step: "pairs", Frame: m.ID, Reason: why})
			}
		}
	}
	return out, silent
}

func (x *Reader) pair(r *reading.Reading, i int, m *wording.Match, events []draft.Draft) (draft.Draft, string) {
	s := &r.Sentences[i]
	words := s.TokenSpan(m.From, m.To).Of(s.Text)
	p, ok := split(s, m)
	if !ok {
		return draft.Draft{}, fmt.Sprintf("“%s” has nothing on one of its sides.", words)
	}
	lag := x.lag(s, m)
	if strings.EqualFold(words, "when") && lag == "" {
		return draft.Draft{}, "“when” without words for how soon says nothing of an answer."
	}
	var triggers, responses []int
	for k := range events {
		e, ok := events[k].Body.(*ledger.Event)
		if !ok || !s.Holds(events[k].Trigger) {
			continue
		}
		switch {
		case p.trigger.Holds(events[k].Trigger):
			triggers = append(triggers, k)
		case p.answers(events[k].Trigger) && slices.ContainsFunc(e.By, x.isHub) && (!inOrder(m) || conflict(e.Type)):
			responses = append(responses, k)
		}
	}
	switch {
	case len(triggers) == 0 && len(responses) == 0:
		return draft.Draft{}, fmt.Sprintf("Neither side of “%s” is understood as an event.", words)
	case len(triggers) == 0:
		return draft.Draft{}, fmt.Sprintf("The step that “%s” says was answered is not understood as an event.", words)
	case len(responses) == 0:
		return draft.Draft{}, fmt.Sprintf("No step of a hub is understood as the answer that “%s” tells.", words)
	}
	hub := events[responses[0]].Body.(*ledger.Event).By[slices.IndexFunc(events[responses[0]].Body.(*ledger.Event).By, x.isHub)]
	targets := targetsOf(events, triggers, responses, hub)
	if len(targets) == 0 {
		return draft.Draft{}, fmt.Sprintf("Whom the answer told by “%s” meets is not named.", words)
	}
	// A step by the hub itself is no trigger of its own answer.
	triggers = slices.DeleteFunc(triggers, func(k int) bool {
		by := events[k].Body.(*ledger.Event).By
		return len(by) == 1 && by[0] == hub
	})
	if len(triggers) == 0 {
		return draft.Draft{}, fmt.Sprintf("The step that “%s” says was answered is the hub's own.", words)
	}
	return x.draft(r, i, m, hub, targets, triggers, responses, events, lag), ""
}

func (x *Reader) draft(r *reading.Reading, i int, m *wording.Match, hub string, targets []string, triggers, responses []int, events []draft.Draft, lag string) draft.Draft {
	s := &r.Sentences[i]
	span := s.TokenSpan(m.From, m.To)
	voice := parties.Voice(r, i, span)
	body := &ledger.Episode{Hub: hub, Targets: targets, ClaimedBy: voice.Name}
	body.Name = fmt.Sprintf("%s; then %s", told(events, triggers), told(events, responses))
	if lag != "" {
		body.Name += ", " + lag
	}
	sure := .7
	grade, says := ledger.LinkAsserted, "the text says that the one answers the other"
	if inOrder(m) {
		grade, says, sure = ledger.LinkSuspected, "told one after the other", .5
		if lag != "" {
			says, sure = "told one after the other, "+lag, .6
		}
	}
	body.ClaimedLink = string(grade) + ": " + says
	d := draft.Draft{Kind: ledger.KindEpisode, Body: body, Span: s.Span, Trigger: span, Voice: voice, Confidence: sure,
		Refers: append(slices.Clone(triggers), responses...), Triggers: len(triggers), Trace: draft.Trace{Step: "pairs", Frame: m.ID}}
	for _, k := range d.Refers {
		d.By = append(d.By, events[k].By...)
	}
	return d
}

func (x *Reader) isHub(code string) bool { return slices.Contains(x.hubs, code) }

// lag is the words of the sentence for how soon the answer came, "" if none.
func (x *Reader) lag(s *reading.Sentence, m *wording.Match) string {
	for _, d := range s.Dates {
		if d.Lag > 0 && d.From >= m.To {
			words := strings.ToLower(d.Of(s.Text))
			if d.Sign == dates.Within && !strings.HasPrefix(words, "within") {
				words = "within " + words
			}
			return words
		}
	}
	return ""
}

// inOrder reports whether a turn says no more than which step came first.
func inOrder(m *wording.Match) bool { return m.Class == "order" || m.Class == "later" }

// conflict reports whether an event of the type may be a pressing answer where only order in time is told.
func conflict(t ledger.EventType) bool {
	switch t {
	case "SANCTION", "COERCE", "THREATEN", "ACCUSE", "REJECT", "MOBILIZE", "ASSAULT":
		return true
	}
	return false
}

// targetsOf is the states that the answer meets: its recipients, else those who took the step.
func targetsOf(events []draft.Draft, triggers, responses []int, hub string) []string {
	var out []string
	add := func(codes []string) {
		for _, c := range codes {
			if c != hub && len(c) == 3 && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	for _, k := range responses {
		add(events[k].Body.(*ledger.Event).To)
	}
	if len(out) == 0 {
		for _, k := range triggers {
			add(events[k].Body.(*ledger.Event).By)
		}
	}
	return out
}

func told(events []draft.Draft, list []int) string {
	var out []string
	for _, k := range list {
		if t := strings.TrimSuffix(events[k].Body.(*ledger.Event).Summary, "."); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return strings.Join(out, "; ")
}
