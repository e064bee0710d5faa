package rollcalls

import "fmt"

// Limits of what may be read: some hundred times the largest table that we know of.
const (
	maxVotes = 100_000_000
	maxNames = 2_000_000 // units, roll calls, items, each
	maxWords = 64
)

// Votes is what one or several tables held, each vote once. Its zero value is not ready: use New.
type Votes struct {
	Units []string
	Calls []Call // in order of first appearance
	Words []Word // the different votes as they are written

	// Unit, Call and Word are numbers in the lists above, one entry a vote.
	Unit, Call []int32
	Word       []uint8

	Repeated    int      // votes that were given twice alike and count once
	Conflicts   int      // votes that contradict an earlier one of the same unit on the same roll call; the first counts
	Conflicting []string // the first hundred of them, "file:line:column: …"

	units, calls, words map[string]int32
	cast                map[uint64]uint8
	voteview            bool // the votes are Voteview's cast codes
}

// Call is one roll call.
type Call struct {
	Name, Period, Item string
}

// Word is a vote as it is written, with where it first stands.
type Word struct {
	Text  string
	N     int
	Where string // "file:line:column"
}

// New makes an empty collection.
func New() *Votes {
	return &Votes{units: map[string]int32{}, calls: map[string]int32{}, words: map[string]int32{}, cast: map[uint64]uint8{}}
}

// Add adds one vote. where is "file:line:column" of the vote; it is asked only when there is something to say. Roll calls of
// one name in two periods are two.
func (v *Votes) Add(unit string, call Call, word string, where func() string) error {
	w, err := v.word(word, where)
	if err != nil {
		return err
	}
	u, err := number(v.units, &v.Units, unit, unit, where)
	if err != nil {
		return err
	}
	c, err := number(v.calls, &v.Calls, call.Period+"\x00"+call.Name, call, where)
	if err != nil {
		return err
	}
	if have := v.Calls[c].Item; have != call.Item {
		return fmt.Errorf("%s: roll call %q belongs to item %q here and to %q in an earlier row; a roll call has one item", where(), call.Name, call.Item, have)
	}
	key := uint64(u)<<32 | uint64(c)
	switch before, seen := v.cast[key]; {
	case seen && before == w:
		v.Repeated++
		return nil
	case seen:
		if v.Conflicts++; v.Conflicts <= 100 {
			v.Conflicting = append(v.Conflicting, fmt.Sprintf("%s: %s is given a second, other vote on %q; the first counts", where(), unit, call.Name))
		}
		return nil
	}
	if len(v.Unit) >= maxVotes {
		return fmt.Errorf("%s: more than %d votes; split the file by period", where(), maxVotes)
	}
	v.cast[key] = w
	v.Words[w].N++
	v.Unit, v.Call, v.Word = append(v.Unit, u), append(v.Call, c), append(v.Word, w)
	return nil
}

func (v *Votes) word(text string, where func() string) (uint8, error) {
	if w, known := v.words[text]; known {
		return uint8(w), nil
	}
	if len(v.Words) == maxWords {
		return 0, fmt.Errorf("%s: %.60q is the %dth different vote; this is not the column of votes, name it with --vote, or, where each roll call is a column, leave the others out with --skip", where(), text, maxWords+1)
	}
	v.words[text] = int32(len(v.Words))
	v.Words = append(v.Words, Word{Text: text, Where: where()})
	return uint8(len(v.Words) - 1), nil
}

func number[T any](known map[string]int32, list *[]T, key string, value T, where func() string) (int32, error) {
	if i, ok := known[key]; ok {
		return i, nil
	}
	if len(*list) >= maxNames {
		return 0, fmt.Errorf("%s: more than %d names; this is not a table of votes", where(), maxNames)
	}
	i := int32(len(*list))
	known[key] = i
	*list = append(*list, value)
	return i, nil
}
