package coding

import (
	"orrery/internal/coding/draft"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/linear"
	"orrery/internal/coding/predicates"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
)

// opinion is the linear model's part: what it thinks of a sentence, and the confidence of the events in it.
type opinion struct {
	lexicon     *lexicon.Lexicon
	model       *linear.Model
	calibration *linear.Calibration
}

// Chances are the chances of the types for a sentence as read.
func (o *opinion) chances(s *reading.Sentence, scratch []linear.Feature) (linear.Chances, []linear.Feature) {
	scratch = linear.Features(scratch[:0], o.lexicon, s.Sentence, s.Mentions, s.Events)
	return o.model.Score(scratch), scratch
}

// judge gives every event of a sentence its calibrated confidence and the reasons for it.
func (o *opinion) judge(s *reading.Sentence, drafts []draft.Draft, list []predicates.Event, chances linear.Chances) {
	for i := range drafts {
		e := Evidence(s, list[i], chances, len(list) > 1)
		drafts[i].Confidence = o.calibration.Confidence(e)
		drafts[i].Trace.Features = o.calibration.Reasons(e, 4)
	}
}

// Evidence is what the calibration is told of an event.
func Evidence(s *reading.Sentence, e predicates.Event, chances linear.Chances, several bool) linear.Evidence {
	known := false
	for _, list := range [][]int{e.By, e.To} {
		for _, m := range list {
			for _, r := range s.Mentions[m].Refs {
				known = known || r.Code != ""
			}
		}
	}
	return linear.Evidence{Type: e.Type, Weight: e.Weight, Chances: chances, Noun: e.Clause < 0, Heading: s.Heading, Historical: e.Historical, Future: e.Future, Negated: e.Negated,
		Claimed: e.Claimed >= 0, NoSource: len(e.By) == 0, NoTarget: len(e.To) == 0, Stranger: !known, Several: several,
		Subordinate: e.Clause >= 0 && s.Clauses[e.Clause].Relation != syntax.Main && s.Clauses[e.Clause].Relation != syntax.Coordinate}
}

// supplied is an event without a frame: a sentence that names a known actor as the subject of its main verb, of a type that the model
// is sure of. Leaning on the model alone it is proposed with little confidence.
func (o *opinion) supplied(s *reading.Sentence, chances linear.Chances) (predicates.Event, bool) {
	best, chance := chances.Best()
	if chance < leastSupplied || chance < 2*chances.Of("") {
		return predicates.Event{}, false
	}
	for i, c := range s.Clauses {
		if c.Relation != syntax.Main || c.Question || s.Realis[i] != 0 || len(c.Subject) == 0 {
			continue
		}
		e := predicates.Event{Type: best, Clause: i, Phrase: c.Verb, Frame: "linear:" + string(best), Claimed: -1}
		v := s.Phrases[c.Verb]
		e.Trigger = s.TokenSpan(v.From, v.To)
		subject, object := mentionsIn(s, c.Subject), mentionsIn(s, append(append([]int{}, c.Objects...), c.Obliques...))
		if v.Verb.Passive {
			subject, object = mentionsIn(s, c.Agent), subject
		}
		e.By, e.To = subject, object
		if len(e.By) == 0 || len(e.To) == 0 && best.RecipientRequired() {
			continue
		}
		return e, true
	}
	return predicates.Event{}, false
}

// leastSupplied is the chance from which the model may supply a type by itself.
const leastSupplied = .5

// mentionsIn are the mentions of known actors in some phrases.
func mentionsIn(s *reading.Sentence, phrases []int) []int {
	var out []int
	for _, p := range phrases {
		for i, m := range s.Mentions {
			if m.Phrase == p && len(m.Refs) > 0 && m.Refs[0].Code != "" {
				out = append(out, i)
			}
		}
	}
	return out
}
