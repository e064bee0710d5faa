package cameo

import "orrery/ledger"

// Reading says how the parties of a code stand in PLOVER.
type Reading string

// The readings.
const (
	AsCoded Reading = ""       // source acts on target
	Swap    Reading = "swap"   // the target acts: who hosts a visit is visited
	Mutual  Reading = "mutual" // both act alike, and coders often write such a code once for each side
)

// Event is one CAMEO code and what PLOVER calls it.
type Event struct {
	Code     string // three or four digits
	Name     string // the codebook's
	Type     ledger.EventType
	Mode     string
	Contexts []string // shared: not to be written to
	Reading  Reading
}

// Mapped says whether PLOVER has a type for the code.
func (e *Event) Mapped() bool { return e.Type != "" }
