package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"orrery/ledger"
	"orrery/model/agreement"
)

// codeOf is what two coders must have in common to agree on a record: its categories, without summaries, dates and modes.
func codeOf(body ledger.Noun) string {
	switch b := body.(type) {
	case *ledger.Event:
		return fmt.Sprintf("%s %s %s", sortedWords(b.By), b.Type, sortedWords(b.To))
	case *ledger.Stance:
		return fmt.Sprintf("%s %s %s", b.Item, b.Actor, b.Position)
	case *ledger.VoteClaim:
		return fmt.Sprintf("%s %s %s", cmp.Or(b.RollCall, b.Resolution), b.Actor, b.Choice)
	case *ledger.Statement:
		return fmt.Sprintf("%s on %s", b.Speaker, cmp.Or(sortedWords(b.About), b.Concept))
	case *ledger.Forecast:
		return string(b.Form)
	case *ledger.Tie:
		return fmt.Sprintf("%s %s %s", b.Actor, b.Hub, b.Channel)
	case *ledger.Membership:
		return fmt.Sprintf("%s %s %s", b.Actor, b.Organisation, b.Status)
	case *ledger.Episode:
		return fmt.Sprintf("%s %s", b.Hub, sortedWords(b.Targets))
	case *ledger.Claim:
		if b.Value != nil {
			return fmt.Sprintf("%g %s", *b.Value, b.Unit)
		}
		return "claim"
	}
	return string(body.Kind())
}

func sortedWords(words []string) string {
	return strings.Join(slices.Sorted(slices.Values(words)), "+")
}

// positions compares the positions of stances that two coders have on one item for one actor in one sentence.
func (c *comparison) positions() (all judgements) {
	for _, d := range c.documents {
		for _, u := range d.units {
			answers := map[string][]int{}
			for i := range c.chosen {
				for _, rec := range u.by[i][ledger.KindStance] {
					s := rec.Body.(*ledger.Stance)
					key := s.Item + "\n" + s.Actor
					place := slices.Index(ledger.Positions(), s.Position)
					if !s.Position.Spoken() || place < 0 {
						continue // silence is no place between with and against
					}
					if answers[key] == nil {
						answers[key] = slices.Repeat([]int{agreement.Missing}, len(c.chosen))
					}
					answers[key][i] = place
				}
			}
			keys := make([]string, 0, len(answers))
			for key := range answers {
				keys = append(keys, key)
			}
			slices.Sort(keys)
			for _, key := range keys {
				all.values, all.blank = append(all.values, answers[key]), append(all.blank, false)
			}
		}
	}
	return all
}

// differed is one sentence and kind on which coders differ.
type differed struct {
	unit *comparedUnit
	text string
	here []bool
	kind ledger.Kind
}

func (u differed) name() string {
	return fmt.Sprintf("%s/%d-%d/%s", u.unit.document, u.unit.start, u.unit.end, u.kind)
}

// differing lists the disagreements, by document and place.
func (c *comparison) differing() []differed {
	var out []differed
	for di := range c.documents {
		d := &c.documents[di]
		for ui := range d.units {
			for _, kind := range suggestedKinds() {
				var given []string
				for i := range c.chosen {
					if d.here[i] {
						given = append(given, d.units[ui].value(i, []ledger.Kind{kind}))
					}
				}
				if len(slices.Compact(given)) > 1 {
					out = append(out, differed{&d.units[ui], d.text, d.here, kind})
				}
			}
		}
	}
	return out
}

func (r *reading) disagreement(c *comparison, u differed) (Disagreement, error) {
	v := Disagreement{Unit: u.name(), Document: r.queueDocument(u.unit.document), Kind: string(u.kind), Start: u.unit.start, End: u.unit.end,
		Sentence: u.text[u.unit.start:u.unit.end], Sides: []AgreementSide{}, Settled: true}
	for i, name := range c.chosen {
		if !u.here[i] {
			continue
		}
		side := AgreementSide{Coder: name, Value: u.unit.value(i, []ledger.Kind{u.kind}), Records: []RecordView{}}
		for _, rec := range u.unit.by[i][u.kind] {
			view, err := r.recordView(rec)
			if err != nil {
				return v, err
			}
			side.Records = append(side.Records, view)
			v.Settled = v.Settled && rec.Status != ledger.Draft
		}
		v.Sides = append(v.Sides, side)
	}
	return v, nil
}
