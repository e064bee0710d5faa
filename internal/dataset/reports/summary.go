package reports

import (
	"orrery/ledger"
)

// Summary is what a file held, beside the reports handed out one by one.
type Summary struct {
	Set, File, Form string // Form is which of the set's layouts the file has
	Rows            int    // data rows read
	Reports         int    // of these, handed out
	Undated         int    // of these, left out since they name no day
	First, Last     ledger.Day
	Types           map[ledger.EventType]int // reports by type; those without under ""
	Named, Mapped   int                      // parties that the file names, and those of them that have a state
	Dyads           int                      // reports between two different states
	Loose           int                      // reports whose day is not sure
	Recoded         int                      // rows that were not UTF-8 and were read as Latin-1
	Untyped         Leftovers                // codes that are known and that the vocabulary has no type for
	Unknown         Leftovers                // codes, modes and contexts that no table has
	Actors          Leftovers                // named parties without a state
}

// NewSummary is a summary to add reports to.
func NewSummary(set, file, form string) *Summary {
	return &Summary{Set: set, File: file, Form: form, Types: map[ledger.EventType]int{}}
}

// Add counts a report that is about to be handed out.
func (s *Summary) Add(r *Report) {
	if s.Reports == 0 || r.Day < s.First {
		s.First = r.Day
	}
	if s.Reports == 0 || r.Day > s.Last {
		s.Last = r.Day
	}
	s.Rows++
	s.Reports++
	s.Types[r.Type]++
	if r.Within > 0 {
		s.Loose++
	}
	for _, p := range [2]*Party{&r.Source, &r.Target} {
		switch {
		case p.State != "":
			s.Named++
			s.Mapped++
		case p.Named():
			s.Named++
			s.Actors.Add(p.Label(), r.Line)
		}
	}
	if r.Source.State != "" && r.Target.State != "" && r.Source.State != r.Target.State {
		s.Dyads++
	}
}

// LeaveOut counts a row that names no day.
func (s *Summary) LeaveOut() {
	s.Rows++
	s.Undated++
}

// MappedShare is the part of the named parties that have a state, 0 to 1; 0 when none is named.
func (s *Summary) MappedShare() float64 {
	if s.Named == 0 {
		return 0
	}
	return float64(s.Mapped) / float64(s.Named)
}

// TypedShare is the part of the reports that have a type, 0 to 1; 0 when there are none.
func (s *Summary) TypedShare() float64 {
	if s.Reports == 0 {
		return 0
	}
	return 1 - float64(s.Types[""])/float64(s.Reports)
}
