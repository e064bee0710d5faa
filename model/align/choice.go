package align

// Choice is what a state, or a hub, did on a roll call.
type Choice uint8

// The choices. NoRecord is a state that the record does not name; Absent is one that it names as not voting.
const (
	NoRecord Choice = iota
	Yes
	Abstain
	No
	Absent
)

// Answer is where a state stands relative to the hub.
type Answer uint8

// The answers, from against to with. Silent is a state that was expected to answer and did not.
const (
	NoAnswer Answer = iota
	Against
	LeaningAgainst
	Neutral
	LeaningWith
	With
	Silent
)

// Relative is the state's vote relative to the hub's own: the same vote is with, an abstention neutral, the opposite vote
// against, absence silence. It is NoAnswer when the hub took no side (it abstained, was absent or is not on record), since
// then no vote is the hub's, and when the state is not on record.
func Relative(state, hub Choice) Answer {
	switch {
	case hub != Yes && hub != No, state == NoRecord, state > Absent:
		return NoAnswer
	case state == hub:
		return With
	case state == Abstain:
		return Neutral
	case state == Absent:
		return Silent
	}
	return Against
}

// Coding is how absence and silence are read. They are not missing at random (Morse and Coggins 2024), and no reading is right
// for all; so every result holds all three.
type Coding uint8

// The codings. AsOwn reads absence as a category of its own, between against and neutral, where the state is
// known to have been there: it voted on another item the same day, or somebody looked for an answer and found none.
const (
	AsMissing Coding = iota
	AsAbstention
	AsOwn
)

// Codings lists the codings in the order of Result.Runs.
func Codings() []Coding { return []Coding{AsMissing, AsAbstention, AsOwn} }

// String names the coding in plain words.
func (c Coding) String() string {
	switch c {
	case AsMissing:
		return "absence as missing"
	case AsAbstention:
		return "absence as abstention"
	case AsOwn:
		return "absence as a step between against and neutral"
	}
	return "unknown coding of absence"
}
