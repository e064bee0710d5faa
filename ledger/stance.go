package ledger

// Stance is one actor's answer to one reaction item. Silence is an answer only
// when somebody looked: SearchLog says where. Late is not silent, and silent is
// not against.
type Stance struct {
	Item      string     `json:"item"`
	Actor     string     `json:"actor"`
	Position  Position   `json:"position"`
	When      Date       `json:"when"`
	Form      StanceForm `json:"form,omitempty"`
	Voice     string     `json:"voice,omitempty"` // who spoke for the actor, as named
	Summary   string     `json:"summary"`         // our own words
	SearchLog []Search   `json:"search_log,omitempty"`
	Imported  bool       `json:"imported,omitempty"` // a casebook's row: one per item and actor
}

// Search says where somebody looked for an answer and found none.
type Search struct {
	Where string `json:"where"`
	Who   string `json:"who,omitempty"`
	When  Date   `json:"when"`
	Words string `json:"words,omitempty"` // what was searched for
}

// Position is where an answer stands relative to the item's hub.
type Position string

// The positions. Absent is not voting on a roll call; silent is saying nothing.
const (
	With           Position = "with"
	LeaningWith    Position = "leaning-with"
	Neutral        Position = "neutral"
	LeaningAgainst Position = "leaning-against"
	Against        Position = "against"
	Silent         Position = "silent"
	AbsentPosition Position = "absent"
)

// Positions lists the positions from with to against, then those without words.
func Positions() []Position {
	return []Position{With, LeaningWith, Neutral, LeaningAgainst, Against, Silent, AbsentPosition}
}

// Spoken reports whether the position was expressed (not silence or absence).
func (p Position) Spoken() bool { return p != Silent && p != AbsentPosition && p != "" }

// StanceForm is how an answer was given.
type StanceForm string

// The forms of a stance.
const (
	FormVote        StanceForm = "vote"
	FormStatement   StanceForm = "statement"
	FormRecognition StanceForm = "recognition"
	FormAct         StanceForm = "act"
	FormAbsence     StanceForm = "absence"
)

// StanceForms lists the forms of a stance.
func StanceForms() []StanceForm {
	return []StanceForm{FormVote, FormStatement, FormRecognition, FormAct, FormAbsence}
}

// NewStance normalises and validates.
func NewStance(s Stance) (*Stance, error) { return &s, s.Validate() }

// Kind implements Noun.
func (*Stance) Kind() Kind { return KindStance }

// NaturalKey implements Noun. Only a casebook's row is unique per item and actor:
// two articles may report two answers of one state.
func (s *Stance) NaturalKey() string {
	if s.Imported {
		return joinKey(s.Item, s.Actor)
	}
	return ""
}

// Validate implements Noun.
func (s *Stance) Validate() error {
	var f faults
	f.need("item", s.Item)
	f.need("actor", s.Actor)
	oneOf(&f, "position", s.Position, Positions())
	oneOf(&f, "form", s.Form, append(StanceForms(), ""))
	f.need("summary", s.Summary)
	return f.err(KindStance)
}

// Facets implements Noun.
func (s *Stance) Facets() Facets {
	return Facets{When: s.When, Parties: parties(RoleBy, s.Actor), Item: s.Item, Text: words(s.Summary, s.Voice)}
}
