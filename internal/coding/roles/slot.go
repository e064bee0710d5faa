package roles

import (
	"fmt"
	"strings"

	"orrery/internal/coding/lexicon"
)

// Kind is the sort of a slot.
type Kind uint8

// The sorts of slot.
const (
	SubjectSlot     Kind = iota // who acts (the agent of a passive)
	ObjectSlot                  // what is acted upon (the subject of a passive)
	PossessorSlot               // Russia's ban
	ModifierSlot                // Russian threats
	PrepositionSlot             // of the verb, of its object or of the trigger noun
	ObjectPrepSlot              // attached to the object only: "the downing of …" in "condemned the downing of …"
	ObjectAnySlot               // anything attached to the object
	FirstSlot                   // first conjunct under a preposition: between A and B
	RestSlot                    // the other conjuncts
	PlaceSlot                   // the country of a place beside the trigger: "in Russia"
	UnderSlot                   // the subject of the complement clause: "urged that Russia leave"
	SelfSlot                    // the trigger noun's own phrase: "the Russian invaders"
	UnderObjectSlot             // whom the complement clause acts upon: "promised to supply Benin with oil"
	PassiveSlot                 // the surface subject, whatever the voice: "came under fire"
)

// Slot is one place to look for a party.
type Slot struct {
	Kind Kind
	Prep lexicon.ID
}

// Names are the slots that have a name; every other word is a preposition.
var names = map[string]Kind{
	"subj": SubjectSlot, "obj": ObjectSlot, "poss": PossessorSlot, "mod": ModifierSlot, "obj.any": ObjectAnySlot,
	"place": PlaceSlot, "comp": UnderSlot, "comp.obj": UnderObjectSlot, "self": SelfSlot, "surface": PassiveSlot,
}

// ParseSlots reads a list "subj,poss,with,obj.of,between1,between2".
func ParseSlots(lex *lexicon.Lexicon, text string) ([]Slot, error) {
	var slots []Slot
	for name := range strings.SplitSeq(text, ",") {
		if k, ok := names[name]; ok {
			slots = append(slots, Slot{Kind: k})
			continue
		}
		s := Slot{Kind: PrepositionSlot}
		if rest, ok := strings.CutPrefix(name, "obj."); ok {
			s.Kind, name = ObjectPrepSlot, rest
		} else if rest, ok := strings.CutSuffix(name, "1"); ok {
			s.Kind, name = FirstSlot, rest
		} else if rest, ok := strings.CutSuffix(name, "2"); ok {
			s.Kind, name = RestSlot, rest
		}
		if name == "" || strings.ToLower(name) != name {
			return nil, fmt.Errorf("%q is no slot", text)
		}
		s.Prep = lex.Intern(name)
		slots = append(slots, s)
	}
	return slots, nil
}
