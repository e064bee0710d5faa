package app

import (
	"fmt"
	"math"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// What accepting a suggestion would change.
const (
	impactConflict  = "conflict"   // an accepted answer says otherwise, or a vote
	impactEmptyCell = "empty-cell" // nobody has answered the item for this state yet
	impactPair      = "pair"       // it completes a trigger and its response
	impactVote      = "vote"       // what a text says of a vote: no figure counts it
	impactOther     = "other"
)

// impactWeight is what a suggestion's confidence is multiplied by, for the order of the queue. The numbers are a choice: a contradiction
// is looked at before a gap, a gap before one more fact, and a vote that is known comes last.
func impactWeight(impact string) float64 {
	switch impact {
	case impactConflict:
		return 2
	case impactEmptyCell:
		return 1.5
	case impactPair:
		return 1.2
	case impactVote:
		return .4
	}
	return .6
}

// impacts is what suggestions are compared with.
type impacts struct {
	answers map[string][]store.Row[*ledger.Stance] // accepted, by item and actor
	paired  map[string]bool                        // keys of events that an open episode stands on
}

func (r *reading) impactsOf(records []ledger.Record) (*impacts, error) {
	x := &impacts{answers: map[string][]store.Row[*ledger.Stance]{}, paired: map[string]bool{}}
	var items []string
	for _, rec := range records {
		if s, ok := rec.Body.(*ledger.Stance); ok {
			items = append(items, s.Item)
		}
		if waits(rec) {
			for _, key := range standsOn(rec.Body) {
				x.paired[key] = true
			}
		}
	}
	items = slices.Compact(slices.Sorted(slices.Values(items)))
	for chunk := range slices.Chunk(items, keysAtOnce) {
		q := r.query()
		q.Items = chunk
		rows, err := store.Rows[*ledger.Stance](r.ctx, r.app.store, q)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			at := row.Noun.Item + "\n" + row.Noun.Actor
			x.answers[at] = append(x.answers[at], row)
		}
	}
	return x, r.findItems(items)
}

// of says what accepting a record would change, in a word and in a sentence.
func (x *impacts) of(r *reading, rec ledger.Record, check *SuggestionCheck) (impact, text string, conflict *SuggestionConflict) {
	switch b := rec.Body.(type) {
	case *ledger.Stance:
		return x.ofStance(r, rec, b)
	case *ledger.VoteClaim:
		if check != nil && check.Verdict == "disagrees" {
			c := &SuggestionConflict{Ref: check.With, Text: check.Text}
			if check.With != "" {
				c.Trace = recordTrace(check.With)
			}
			return impactConflict, "The text says of a vote what the record of the vote does not say.", c
		}
		return impactVote, "A text's word on a vote is kept beside the vote and counted nowhere.", nil
	case *ledger.Episode:
		if len(b.Triggers) > 0 && len(b.Responses) > 0 {
			return impactPair, "Accepting it would set a step beside the measure that is said to answer it.", nil
		}
	case *ledger.Event:
		if x.paired[rec.Key] {
			return impactPair, "A suggested pair of step and measure stands on it.", nil
		}
	}
	return impactOther, "", nil
}

func (x *impacts) ofStance(r *reading, rec ledger.Record, s *ledger.Stance) (impact, text string, conflict *SuggestionConflict) {
	if r.items[s.Item] == nil {
		return impactOther, "The ledger has no such reaction item: name one before it can be accepted.", nil
	}
	var other *store.Row[*ledger.Stance]
	for _, row := range x.answers[s.Item+"\n"+s.Actor] {
		switch {
		case row.Ref() == rec.Ref():
		case side(row.Noun.Position) == side(s.Position):
			return impactOther, fmt.Sprintf("An accepted answer of %s says the same.", r.name(s.Actor)), nil
		case other == nil:
			other = &row
		}
	}
	if other == nil {
		if rec.Status == ledger.Accepted {
			return impactOther, "", nil
		}
		return impactEmptyCell, fmt.Sprintf("%s has no accepted answer to “%s” yet.", r.name(s.Actor), r.itemTitle(s.Item)), nil
	}
	return impactConflict, "Accepting it would contradict an accepted answer.", &SuggestionConflict{Ref: other.Ref(), Trace: recordTrace(other.Ref()),
		Text: fmt.Sprintf("The text has %s %s; the accepted record has it %s.", r.name(s.Actor), positionWords(s.Position), positionWords(other.Noun.Position))}
}

// side is a position without its strength: two answers of one side do not contradict each other.
func side(p ledger.Position) ledger.Position {
	switch p {
	case ledger.LeaningWith:
		return ledger.With
	case ledger.LeaningAgainst:
		return ledger.Against
	}
	return p
}

// suggestionView shows how the coder came to a record; nil for one that it did not make. d is what the receipt says, nil where
// there is none.
func (r *reading) suggestionView(rec ledger.Record, d *receiptDraft, x *impacts) *Suggestion {
	if d == nil && !byCoder(rec) {
		return nil
	}
	if d == nil {
		d = &receiptDraft{version: rec.Coder.Version}
	}
	s := &Suggestion{Confidence: d.Confidence, Step: d.Step, Frame: d.Frame, Operators: orEmpty(d.Operators), Filters: orEmpty(d.Filters), Features: orEmpty(d.Features),
		Check: d.Check, Trigger: d.Trigger, Refers: orEmpty(d.Refers), By: d.By, To: d.To, Version: d.version, Run: d.run}
	if s.By == nil {
		s.By = []SuggestionParty{}
	}
	if s.To == nil {
		s.To = []SuggestionParty{}
	}
	s.Impact, s.ImpactText, s.Conflict = x.of(r, rec, d.Check)
	if waits(rec) {
		s.Rank = rank(d.Confidence, s.Impact)
	}
	return s
}

func rank(confidence float64, impact string) float64 {
	return math.Round(confidence*impactWeight(impact)*1000) / 1000
}
