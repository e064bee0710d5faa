package coding

import (
	"slices"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/linear"
	"orrery/internal/coding/predicates"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// opinion is the linear model's part: what it thinks of a sentence, and the confidence of the events in it.
type opinion struct {
	lexicon     *lexicon.Lexicon
	model       *linear.Model
	calibration *linear.Calibration
	types       func(lexicon.ID) uint32 // what a word alone suggests
}

// Chances are the chances of the types for a sentence as read.
func (o *opinion) chances(s *reading.Sentence, scratch []linear.Feature) (linear.Chances, []linear.Feature) {
	scratch = linear.Features(scratch[:0], o.lexicon, s.Sentence, s.Mentions, s.Events, o.types)
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

// Supplied is an event without a frame: of a type that the model is sure of, with the subject of a verb that is told as a fact. The
// verb is one that is known to be of that type, else the main one. Leaning on the model alone it is proposed with little confidence.
// types says which types a word alone suggests (predicates.Book.Types).
func Supplied(s *reading.Sentence, chances linear.Chances, types func(lexicon.ID) uint32) (predicates.Event, bool) {
	best, chance := chances.Best()
	if none := chances.Of(""); none > mostNone || chance < leastSupplied*(1-none) {
		return predicates.Event{}, false
	}
	found, rank := predicates.Event{}, 0
	for i, c := range s.Clauses {
		if c.Question || c.Relation == syntax.Relative || c.Relation == syntax.Adverbial || c.Relation == syntax.OfNoun || i < len(s.Realis) && s.Realis[i]&notTold != 0 {
			continue
		}
		e, ok := suppliedAt(s, i, best)
		if !ok {
			continue
		}
		r := 1
		if types(s.Tokens[s.Phrases[c.Verb].Head].Lemma)>>typeIndex(best)&1 != 0 {
			r = 3
		} else if c.Relation == syntax.Main {
			r = 2
		}
		if r > rank {
			found, rank = e, r
		}
	}
	return found, rank > 1
}

// notTold is what a clause may not be for its verb to be supplied with a type.
const notTold = realis.Negated | realis.Modal | realis.Conditional | realis.Counterfactual | realis.Question | realis.Habitual | realis.Historical

// suppliedAt is the event of a type in one clause, if the clause names who acts and, where the type needs it, on whom.
func suppliedAt(s *reading.Sentence, i int, t ledger.EventType) (predicates.Event, bool) {
	c := s.Clauses[i]
	v := s.Phrases[c.Verb]
	e := predicates.Event{Type: t, Clause: i, Phrase: c.Verb, Frame: "linear:" + string(t), Claimed: -1, Trigger: s.TokenSpan(v.From, v.To)}
	subject := mentionsIn(s, c.Subject)
	if len(subject) == 0 {
		subject = nearest(s, c.From, v.From, true)
	}
	object := mentionsIn(s, append(append([]int{}, c.Objects...), c.Obliques...))
	if len(object) == 0 {
		object = nearest(s, v.To, c.To, false)
	}
	e.By, e.To = subject, without(object, subject)
	if v.Verb.Passive {
		e.By, e.To = mentionsIn(s, c.Agent), subject
	}
	if sameCode(s, e.By, e.To) {
		e.To = nil
	}
	known := false
	for _, m := range append(append([]int{}, e.By...), e.To...) {
		for _, r := range s.Mentions[m].Refs {
			known = known || r.Code != "" || r.Sector != ""
		}
	}
	return e, known && (len(e.By) > 0 || v.Verb.Passive && t.Quad() == ledger.MaterialConflict) && (len(e.To) > 0 || !t.RecipientRequired())
}

// nearest is the mention that stands nearest to the verb within tokens [from, to): the last before it, or the first behind it. An
// actor wins over a place.
func nearest(s *reading.Sentence, from, to int, last bool) []int {
	best := -1
	for i, m := range s.Mentions {
		if m.From < from || m.To > to || len(m.Refs) == 0 {
			continue
		}
		if best < 0 || s.Mentions[best].Place && !m.Place || last && s.Mentions[best].Place == m.Place {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	return []int{best}
}

// sameCode reports whether two sides are one known actor: what nearest found behind the verb is then the actor once more.
func sameCode(s *reading.Sentence, a, b []int) bool {
	for _, m := range a {
		for _, n := range b {
			x, y := s.Mentions[m].Refs, s.Mentions[n].Refs
			if len(x) > 0 && len(y) > 0 && x[0].Code != "" && x[0].Code == y[0].Code && x[0].Sector == y[0].Sector {
				return true
			}
		}
	}
	return false
}

func without(list, out []int) []int {
	var kept []int
	for _, m := range list {
		if !slices.Contains(out, m) {
			kept = append(kept, m)
		}
	}
	return kept
}

func typeIndex(t ledger.EventType) int {
	for k, info := range ledger.EventTypes() {
		if info.Type == t {
			return k
		}
	}
	return 0
}

// mostNone is the chance of no event, and leastSupplied that of the type among the sixteen, up to and from which the model may supply it.
const (
	mostNone      = .75
	leastSupplied = .4
)

// mentionsIn are the mentions that some phrases are (not those that only modify what a phrase is), and of countries in them.
func mentionsIn(s *reading.Sentence, phrases []int) []int {
	var out []int
	for _, p := range phrases {
		for i, m := range s.Mentions {
			if m.Phrase == p && len(m.Refs) > 0 && (m.Head || m.Refs[0].Code != "") && !m.Place {
				out = append(out, i)
			}
		}
	}
	return out
}
