package predicates

import "orrery/internal/coding/syntax"

// Dropped is a frame that matched and gave no event, for the trace of a silence.
type Dropped struct {
	Trigger syntax.Span
	Frame   string
	Reason  string // plain English, no full stop
}
