package reports

import (
	"fmt"

	"orrery/ledger"
)

// Summary is what a file held, beside the reports handed out one by one.
type Summary struct {
	Set, File, Form string // Form is which of the set's layouts the file has
	Rows            int    // data rows read
	Reports         int    // of these, handed out
	Undated         int    // of these, left out since they name no day
	First, Last     ledger.Day
	// Published says that the file dates its texts: the first and the last day are those on which any of them was published.
	Published                     bool
	FirstPublished, LastPublished ledger.Day
	Types                         map[ledger.EventType]int // reports by type; those without under ""
	Named, Mapped                 int                      // parties that the file names, and those of them that have a state
	Dyads                         int                      // reports between two different states
	Loose                         int                      // reports whose day is not sure
	Recoded                       int                      // rows that were not UTF-8 and were read as Latin-1
	Untyped                       Leftovers                // codes that are known and that the vocabulary has no type for
	Unknown                       Leftovers                // codes, modes and contexts that no table has
	Actors                        Leftovers                // named parties without a state
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

// Publish notes the day on which the text of a report was published.
func (s *Summary) Publish(day ledger.Day) {
	if !s.Published || day < s.FirstPublished {
		s.FirstPublished = day
	}
	if !s.Published || day > s.LastPublished {
		s.LastPublished = day
	}
	s.Published = true
}

// Join adds the summary of a further table of the same file. Tables of different sets or layouts are an error.
func (s *Summary) Join(o *Summary) error {
	if s.Set != o.Set || s.Form != o.Form {
		return fmt.Errorf("the table is of another kind (%s, %s) than the first of the file (%s, %s)", o.Set, o.Form, s.Set, s.Form)
	}
	switch {
	case o.Reports == 0:
	case s.Reports == 0:
		s.First, s.Last = o.First, o.Last
		s.Published, s.FirstPublished, s.LastPublished = o.Published, o.FirstPublished, o.LastPublished
	default:
		s.First, s.Last = min(s.First, o.First), max(s.Last, o.Last)
		s.Published = s.Published && o.Published
		s.FirstPublished, s.LastPublished = min(s.FirstPublished, o.FirstPublished), max(s.LastPublished, o.LastPublished)
	}
	s.Rows += o.Rows
	s.Reports += o.Reports
	s.Undated += o.Undated
	for kind, n := range o.Types {
		s.Types[kind] += n
	}
	s.Named += o.Named
	s.Mapped += o.Mapped
	s.Dyads += o.Dyads
	s.Loose += o.Loose
	s.Recoded += o.Recoded
	s.Untyped.join(&o.Untyped)
	s.Unknown.join(&o.Unknown)
	s.Actors.join(&o.Actors)
	return nil
}
