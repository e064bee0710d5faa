package casebook

import "fmt"

// Fault is one thing wrong with one place of a casebook, said to the person who
// keeps the tables: where, what is wrong and what to do.
type Fault struct {
	File    string `json:"file"`            // name inside the folder, e.g. "stances.csv"
	Line    int    `json:"line"`            // 1-based
	Column  int    `json:"column"`          // 1-based, in characters, not bytes
	Field   string `json:"field,omitempty"` // column of the table or path in datapackage.json, where there is one
	Problem string `json:"problem"`         // what is wrong
	Do      string `json:"do"`              // what to do about it
}

// String is the fault as editors and terminals can jump to it:
// file:line:column: problem; what to do.
func (f Fault) String() string {
	return fmt.Sprintf("%s:%d:%d: %s; %s", f.File, f.Line, f.Column, f.Problem, f.Do)
}
