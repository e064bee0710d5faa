package predicates

import (
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Event is one event that a sentence reports, before it becomes a draft.
type Event struct {
	Type       ledger.EventType
	Mode       string
	Contexts   []string
	Instrument string // the region's own word for the means, "" if the frame gives none
	By, To     []int  // indexes of the sentence's mentions; several are a compound party
	Clause     int    // the clause whose verb is the trigger; -1: a noun is
	Phrase     int    // the phrase that is or holds the trigger
	Trigger    syntax.Span
	Frame      string   // id of the frame: file, lemma and number
	Operators  []string // what was applied to it, innermost first: "negated: SUPPORT→REJECT", "future: AID→AGREE"
	// Mutual: the members of By act on each other and no recipient is named apart ("the two armies flew together").
	Mutual bool
	// Claimed is the index of the mention that the event is attributed to ("A said that B attacked C"), -1: the text itself.
	Claimed int
	// Background: the sentence does not tell it but starts from it ("since the war"); its weight is low.
	Background                                bool
	Negated, Future, Hypothetical, Historical bool
	Weight                                    float64 // how specific the frame was, 0…1; the calibrated confidence is made of it later
}
