package coding

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/dates"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/linear"
	"orrery/internal/coding/predicates"
	"orrery/internal/coding/reading"
	"orrery/ledger"
)

// events makes drafts of the events that the sentences report. What is asked, supposed or denied is told in the silences.
func (c *Coder) events(r *reading.Reading) ([]draft.Draft, []draft.Silence) {
	var out []draft.Draft
	var silent []draft.Silence
	var scratch []linear.Feature
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if len(s.Events) == 0 && (c.opinion == nil || !worthAsking(s)) {
			continue
		}
		var fit []predicates.Event
		vetoed := asked(s) // then the linear model may not bring it back either
		for _, e := range s.Events {
			if why := unfit(s, e); why != "" {
				vetoed = vetoed || e.Hypothetical || e.Clause >= 0 && s.Clauses[e.Clause].Question
				silent = append(silent, draft.Silence{Sentence: i, Step: "predicates", Frame: e.Frame, Reason: why})
				continue
			}
			fit = append(fit, e)
		}
		var chances linear.Chances
		if c.opinion != nil {
			chances, scratch = c.opinion.chances(s, scratch)
			if len(fit) == 0 && !vetoed {
				if e, ok := Supplied(s, chances, c.opinion.types); ok {
					s.Events = append(s.Events, e)
					fit = append(fit, e)
				}
			}
		}
		from := len(out)
		for _, e := range fit {
			out = append(out, eventDraft(r, s, e))
		}
		if c.opinion != nil {
			c.opinion.judge(s, out[from:], fit, chances)
		}
		for k, e := range fit {
			if e.Background { // whatever the model thinks of the sentence, it tells something else
				out[from+k].Confidence = min(out[from+k].Confidence, e.Weight)
			}
		}
	}
	return out, silent
}

// worthAsking reports whether the linear model may supply an event: an actor and a verb.
func worthAsking(s *reading.Sentence) bool { return len(s.Mentions) > 0 && len(s.Clauses) > 0 }

// unfit says why an event is not worth a draft, "" if it is.
func unfit(s *reading.Sentence, e predicates.Event) string {
	trigger := e.Trigger.Of(s.Text)
	switch {
	case asked(s) || e.Clause >= 0 && s.Clauses[e.Clause].Question:
		return fmt.Sprintf("“%s” stands in a question.", trigger)
	case e.Hypothetical:
		return fmt.Sprintf("“%s” is told as possible, wished or conditional, not as done.", trigger)
	case len(e.By)+len(e.To) == 0:
		return fmt.Sprintf("“%s” names no party.", trigger)
	case len(e.To) == 0 && e.Type.RecipientRequired() && !e.Mutual:
		return fmt.Sprintf("“%s” names nobody that it is done to, which %s needs.", trigger, e.Type)
	}
	return ""
}

func eventDraft(r *reading.Reading, s *reading.Sentence, e predicates.Event) draft.Draft {
	by, to := refs(s, e.By), refs(s, e.To)
	if e.Mutual && len(to) == 0 && len(by) > 1 && e.Type.RecipientRequired() {
		by, to = by[:1:1], by[1:]
	}
	to = notSelf(by, withClaimant(by, to, e.Type), e.Type)
	body := &ledger.Event{When: whenOf(r, s, e), By: keys(by), To: keys(to), Type: e.Type, Mode: e.Mode, Contexts: e.Contexts, Instrument: e.Instrument}
	body.Summary = summaryOf(by, to, e)
	operators := e.Operators
	if teller := tellerOf(s, e); teller != "" {
		operators = append(slices.Clone(operators), "told by "+teller)
	}
	return draft.Draft{Kind: ledger.KindEvent, Body: body, Span: s.Span, Trigger: e.Trigger, By: by, To: to, Confidence: e.Weight,
		Trace: draft.Trace{Step: "predicates", Frame: e.Frame, Operators: operators, Filters: passed(e)}}
}

// tellerOf is the name of who in the sentence says that the event took place, "" where the text itself tells it or the teller is a party.
func tellerOf(s *reading.Sentence, e predicates.Event) string {
	if e.Claimed < 0 || e.Claimed >= len(s.Mentions) || slices.Contains(e.By, e.Claimed) {
		return ""
	}
	return strings.Join(strings.Fields(s.Mentions[e.Claimed].Of(s.Text)), " ")
}

// asked reports whether the whole sentence is a question: what is asked under it is told by nobody.
func asked(s *reading.Sentence) bool {
	words := strings.TrimRight(s.Words(), " \n\"”’»)]")
	return strings.HasSuffix(words, "?")
}

// refs are the actors that mentions name, each once.
func refs(s *reading.Sentence, mentions []int) []actors.Ref {
	var out []actors.Ref
	for _, m := range mentions {
		for _, ref := range s.Mentions[m].Refs {
			known := false
			for _, o := range out {
				known = known || key(o) == key(ref)
			}
			if !known {
				out = append(out, ref)
			}
		}
	}
	return out
}

// withClaimant adds, to an entity that is threatened, the state that it belongs to by the United Nations: the threat is to both,
// unless that state itself makes it.
func withClaimant(by, to []actors.Ref, t ledger.EventType) []actors.Ref {
	if t != ledger.EventThreaten {
		return to
	}
	out := to
	for _, r := range to {
		code := claimant(r.Code)
		has := func(list []actors.Ref) bool {
			return slices.ContainsFunc(list, func(x actors.Ref) bool { return x.Code == code })
		}
		if code != "" && !has(by) && !has(out) {
			out = append(slices.Clone(out), actors.Ref{Code: code, Name: code})
		}
	}
	return out
}

func claimant(entity string) string {
	switch entity {
	case "ABK", "SOS":
		return "GEO"
	case "PMR":
		return "MDA"
	case "DNR", "LNR":
		return "UKR"
	}
	return ""
}

// notSelf leaves out of the recipients who acts: of several always, of one only in what takes place between states.
func notSelf(by, to []actors.Ref, t ledger.EventType) []actors.Ref {
	var out []actors.Ref
	for _, r := range to {
		same := false
		for _, b := range by {
			same = same || r.Code != "" && r.Code == b.Code && (r.Person == "" || r.Person == b.Person)
		}
		if !same {
			out = append(out, r)
		}
	}
	if len(out) > 0 && len(to) > 1 || predicates.BetweenStates(t) {
		return out
	}
	return to
}

// key is what the ledger calls an actor: its code, or its name where nobody knows it.
func key(r actors.Ref) string {
	if r.Code != "" {
		return r.Code
	}
	return r.Name
}

func keys(refs []actors.Ref) []string {
	out := []string{}
	for _, r := range refs {
		out = append(out, key(r))
	}
	return out
}

// whenOf is the date nearest to the trigger. Without one the day is unknown: not after the text was published (or read).
func whenOf(r *reading.Reading, s *reading.Sentence, e predicates.Event) ledger.Date {
	best, near := ledger.Date{}, 1<<30
	for _, d := range s.Dates {
		if d.When.IsZero() || d.Kind == dates.Unresolved || d.Sign == dates.Until || d.Sign == dates.Length {
			continue
		}
		gap := max(d.Start-e.Trigger.End, e.Trigger.Start-d.End, 0)
		if gap < near {
			best, near = d.When, gap
		}
	}
	if !best.IsZero() {
		return best
	}
	last := r.Document.Published
	if last.IsZero() {
		last = r.Document.Retrieved
	}
	if last.IsZero() || e.Future {
		return ledger.Date{}
	}
	_, day := last.Span()
	unknown, err := ledger.ParseDate("/" + day.String()) // some day up to that one
	if err != nil {
		return ledger.Date{}
	}
	return unknown
}

// summaryOf says the event in our own words: never the text's.
func summaryOf(by, to []actors.Ref, e predicates.Event) string {
	what := string(e.Type)
	if e.Mode != "" {
		what += " (" + e.Mode + ")"
	}
	parts := []string{}
	if len(by) > 0 {
		parts = append(parts, strings.Join(keys(by), ", "))
	}
	parts = append(parts, what)
	if len(to) > 0 {
		parts = append(parts, "→ "+strings.Join(keys(to), ", "))
	}
	if e.Instrument != "" {
		parts = append(parts, "by "+e.Instrument)
	}
	return strings.Join(parts, " ")
}

// passed names what the event was tested for.
func passed(e predicates.Event) []string {
	out := []string{"no question", "not conditional", "a party is named"}
	if e.Historical {
		out = append(out, "told as history")
	}
	if e.Claimed >= 0 {
		out = append(out, "somebody in the sentence says so")
	}
	return out
}
