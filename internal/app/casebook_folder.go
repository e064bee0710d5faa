package app

import (
	"io/fs"

	"orrery/casebook"
)

// OpenCasebook reads a folder. When it has faults they are returned, all of them,
// and the casebook is nil. The error is of the file system.
func OpenCasebook(folder fs.FS) (*casebook.Casebook, []casebook.Fault, error) {
	return casebook.Read(folder)
}

// CheckCasebook returns every fault of a folder, sorted by file, line and column.
func CheckCasebook(folder fs.FS) ([]casebook.Fault, error) { return casebook.Check(folder) }
