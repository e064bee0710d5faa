package unga

import (
	_ "embed"
	"fmt"
	"strings"

	"orrery/internal/dataset"
	"orrery/ledger"
)

//go:embed source.yml
var sourceYAML string

//go:embed voeten.yml
var voetenYAML string

// Source is the descriptor of the data set.
func Source() (dataset.Source, error) {
	return dataset.ParseSource("internal/dataset/unga/source.yml", sourceYAML)
}

// SourceOf is the descriptor of whoever published a file of this format. Extracts are the Library's.
func SourceOf(f Format) (dataset.Source, error) {
	if f == Voeten {
		return dataset.ParseSource("internal/dataset/unga/voeten.yml", voetenYAML)
	}
	return Source()
}

// RollCall is one roll call with what the ledger's noun does not hold.
type RollCall struct {
	ledger.RollCall
	ID        string // the publisher's own number, where there is one
	Session   string
	Draft     string // symbol of the draft that was voted on, where the file names it
	NonVoting *int   // official number of non-voting members; nil: not given
	Paragraph bool   // on a paragraph or an amendment, not on a whole resolution
	Tally     Tally
}

// Tally counts the rows of a roll call that were read.
type Tally struct{ Yes, No, Abstain, Absent int }

// Unknown is a state that no list of members names. Its rows were left out.
type Unknown struct {
	Code, Name string
	Rows       int
	Line       int // of the first row
}

// Mismatch is a roll call whose rows do not add up to its official totals.
type Mismatch struct {
	Symbol         string
	Official, Rows Tally // Absent is not compared
}

// Report is what a file held, beside the votes handed out one by one.
type Report struct {
	File         string
	Format       Format
	Rows         int // data rows read
	Votes        int // votes handed out
	Choices      map[ledger.VoteChoice]int
	RollCalls    []RollCall // in the order of the file
	Unknown      []Unknown
	Mismatches   []Mismatch
	NotMember    int      // rows left out: the state was no member, as the file or the calendar says
	Outside      int      // votes of states before their admission or after their end: handed out, since the file may have the day wrong
	Repeated     int      // rows left out: the same state and vote again
	Conflicts    int      // rows left out: they contradict an earlier one, which was kept
	Conflicting  []string // the first thousand of them, "file:line:column: …"
	perDay       map[ledger.Date]int
	firstRollDay ledger.Date
}

// Days is the first and the last day of the file's roll calls, zero when it has none.
func (r *Report) Days() (first, last ledger.Date) { return r.lastDay() }

// Check holds the report against the counts of a descriptor. A file that starts after the first day of the data set is taken for an
// extract: complete is then false and nothing is checked.
func (r *Report) Check(s dataset.Source) (complete bool, err error) {
	first, _ := s.Coverage.Span()
	began, _ := r.firstRollDay.Span()
	if len(r.RollCalls) == 0 || began > first+366 {
		return false, nil
	}
	var short []string
	for _, c := range s.Counts {
		n := 0
		switch c.What {
		case "rollcalls":
			for _, roll := range r.RollCalls {
				if !roll.Paragraph && upTo(roll.When, c.Until) {
					n++
				}
			}
		case "votes":
			for day, votes := range r.perDay {
				if upTo(day, c.Until) {
					n += votes
				}
			}
		default:
			return true, fmt.Errorf("%s: the descriptor counts %q, which this reader does not know; use rollcalls or votes", r.File, c.What)
		}
		if _, last := r.lastDay(); !upTo(c.Until, last) {
			continue // the file ends earlier than the count
		}
		if n < c.Least {
			short = append(short, fmt.Sprintf("%d %s up to %s, at least %d are expected", n, c.What, c.Until, c.Least))
		}
	}
	if len(short) > 0 {
		return true, fmt.Errorf("%s is not complete: %s; download it again from %s", r.File, strings.Join(short, "; "), s.Page)
	}
	return true, nil
}

// upTo says whether a lies on or before b, by their last days.
func upTo(a, b ledger.Date) bool {
	_, x := a.Span()
	_, y := b.Span()
	return x <= y
}

func (r *Report) lastDay() (first, last ledger.Date) {
	for _, roll := range r.RollCalls {
		if last.IsZero() || !upTo(roll.When, last) {
			last = roll.When
		}
	}
	return r.firstRollDay, last
}
