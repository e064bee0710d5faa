package align

import "time"

// Dyad is all that was seen of one state and one hub. Order does not matter; nor do State and Hub, which are only
// carried into the result.
type Dyad struct {
	State, Hub string
	PriorMean  float64 // of the latent before anything was seen, in world standard deviations; 0 is a typical state
	Votes      []RollCall
	Reactions  []Reaction
	Stances    []Stance
	Events     []Events
	Lenses     []Lens // ways of looking at the same evidence with some sources hidden
}

// RollCall is the state's vote beside the hub's own on one roll call.
type RollCall struct {
	ID         string
	Day        time.Time // its UTC date counts
	State, Hub Choice
	Totals     Totals
	Item       *Item    // item parameters published for a world axis on which the hub is high; nil: thresholds from Totals
	Sources    []string // that the record rests on
}

// Totals is the official outcome over all members. All zero means unknown: the margin then gets a wide prior. Absent zero
// means that absences were not counted.
type Totals struct{ Yes, No, Abstain, Absent int }

func (t Totals) known() bool { return t.Yes+t.No+t.Abstain > 0 }

// Item is a roll call's published parameters in the coding of Bailey, Strezhnev and Voeten:
// P(yes) = Phi(Cut1 - Slope a), P(no) = 1 - Phi(Cut2 - Slope a), Cut1 < Cut2.
type Item struct{ Slope, Cut1, Cut2 float64 }

// chance is the probability of a vote at a; of any vote at all for an absence.
func (i Item) chance(vote Choice, a float64) float64 {
	x := i.Slope * a
	switch vote {
	case Yes:
		return phi(i.Cut1 - x)
	case Abstain:
		return between(i.Cut1-x, i.Cut2-x)
	case No:
		return phi(x - i.Cut2)
	}
	return 1
}

// Reaction is the state's answer to a reaction item: something that a fixed roster of states was expected to answer.
type Reaction struct {
	ID       string
	Day      time.Time // of the answer, or of the item for a silence
	State    Answer
	Searched bool   // a silence that somebody looked for: only then is it an answer under AsOwn
	Roster   Roster // how the whole roster answered, the state included
	Sources  []string
}

// Roster counts the answers of a reaction item's roster, from which its thresholds follow as from the world's margin.
// Leaning answers count one half each way. All zero means unknown.
type Roster struct{ Against, LeaningAgainst, Neutral, LeaningWith, With, Silent int }

// Speaker is who spoke for the state; each is a channel of its own that can be left out.
type Speaker uint8

// The speakers, from the weightiest.
const (
	Official Speaker = iota // a statement of the state as such
	Leader
	Ministry
	Party
	Commentator
	speakers
)

// Stance is one coded statement on a scale from against to with.
type Stance struct {
	ID        string
	Day       time.Time
	State     Answer
	Searched  bool // as for Reaction
	Speaker   Speaker
	Confusion *Confusion // of the coder; nil: codes are taken as they stand
	Sources   []string
}

// Confusion is P(code | truth): rows are the true answer and columns the code, both from Against to With. Rows sum to one.
type Confusion [5][5]float64

// Events counts the reports of events between the state and the hub over a period that ends on Day.
type Events struct {
	Day         time.Time
	Cooperative int // reports of cooperation, words or deeds
	Conflictual int
	Stories     int // distinct stories behind the reports; 0: unknown, all reports of the period count as one story
	Sources     []string
}
