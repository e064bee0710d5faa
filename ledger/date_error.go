package ledger

import "fmt"

// DateError says why a date or a window cannot be read, where, and what to write
// instead.
type DateError struct {
	Text    string // what was read
	Column  int    // byte offset in Text, counted from 1
	Problem string // what is wrong there
	Do      string // what to write
}

func (e *DateError) Error() string {
	return fmt.Sprintf("%q, column %d: %s; %s", e.Text, e.Column, e.Problem, e.Do)
}
