package actors

import "orrery/internal/coding/syntax"

// Ref is one actor that some words name.
type Ref struct {
	Code   string // ISO 3166-1 alpha-3 of a state, upper-case code of an organisation; "" for a name that is not known
	Person string // slug of the casebook's person, "" if none
	Name   string // the name as the text gives it, or the full name once given ("Kassym-Jomart Tokayev" for "he")
	Sector string // PLOVER sector: GOV, MIL, LEG, …; "" for the state as such, PRE for a disputed entity as such
	Office string // "foreign minister", as the text gives it or as the casebook dates it
	Former bool   // ex-, former, then: an elite without the office
}

// State reports whether the words stand for the state itself or for those who act for it (government, head of state,
// ministry, army, parliament, police, agency) and not for a company, a party, a journalist or a private person.
func (r Ref) State() bool {
	switch r.Sector {
	case "", "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "EXE", "PRE":
		return r.Code != "" && !r.Former
	}
	return false
}

// How says how a mention came to its actor: it goes into the trace.
type How string

// The ways to an actor.
const (
	ByName    How = "name"       // Kazakhstan, the Eurasian Economic Union
	ByMetonym How = "metonym"    // Moscow, the Kremlin, Ankara
	ByDemonym How = "demonym"    // the Russians, Kazakh (officials)
	ByOffice  How = "office"     // the Kazakh foreign minister
	ByPerson  How = "person"     // Tokayev, by the casebook's dates
	ByApposed How = "apposition" // Ivan Petrov, a Russian deputy
	ByMemory  How = "memory"     // a surname or description that was introduced before
	ByPronoun How = "pronoun"    // he, they, its
	ByRoster  How = "roster"     // the five Central Asian countries: all its members
	ByShape   How = "shape"      // an unknown proper name, kept as text
	BySpeaker How = "speaker"    // we, our: the one who speaks in this turn
)

// Mention is the words that name one actor, or the several actors of a roster.
type Mention struct {
	syntax.Span
	From, To int // tokens
	// Phrase is the noun phrase that it stands in, -1: none. "Officials from Armenia and Georgia" is two mentions, both of the phrase
	// "officials": the second one's words lie in another.
	Phrase int
	// Head says that the phrase itself denotes the actor; false: the actor only modifies or owns what the phrase denotes
	// ("Russian" in "Russian threats", "Belarus" in "Belarus' territory").
	Head  bool
	Refs  []Ref
	How   How
	named bool // the words are a person's or body's own name
	Site  Site // what sort of place the words name, if they do
	Place bool // read as a place and not as an actor ("in Russia", "from Minsk"); roles may still take it as a recipient
}
