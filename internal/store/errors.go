package store

import (
	"errors"
	"fmt"

	"orrery/ledger"
)

// ErrNotFound is returned when nothing has that key at that time.
var ErrNotFound = errors.New("not in the ledger")

// ErrOrphan is returned when a quote is not text[start:end] of its document.
var ErrOrphan = errors.New("the quote does not match the document's text")

// ErrCursor is returned when a page is asked for with a cursor that no page of that list gave.
var ErrCursor = errors.New("the cursor is not one of this list; start from the first page")

// ErrReadOnly is returned by every write to a ledger opened for reading.
var ErrReadOnly = errors.New("the ledger is open for reading only")

// ErrNewerSchema is returned when the ledger was written by a newer Orrery.
var ErrNewerSchema = errors.New("the ledger was written by a newer Orrery; use that version or restore a backup")

// ErrForeign is returned when a file is a database, but not an Orrery ledger.
var ErrForeign = errors.New("the file is not an Orrery ledger")

// ErrNotEmpty is returned when a backup would be restored over another ledger.
var ErrNotEmpty = errors.New("the place holds another ledger already; restore to an empty place, or force it")

// ErrDamaged is returned when a backup is not what was written.
var ErrDamaged = errors.New("the backup is damaged or cut short; nothing was restored")

// Conflict says that a write edits a revision that is no longer the current one.
type Conflict struct {
	Kind    ledger.Kind
	Key     string
	Base    int // the revision the writer saw; 0: it expected none
	Current int // the revision that stands; 0: there is none
	Who     string
}

func (c *Conflict) Error() string {
	switch {
	case c.Current == 0:
		return fmt.Sprintf("%s %q does not exist, so revision %d of it cannot be edited; create it instead", c.Kind, c.Key, c.Base)
	case c.Base == 0:
		return fmt.Sprintf("%s %q exists already (revision %d by %s); read it and edit that revision", c.Kind, c.Key, c.Current, c.Who)
	}
	return fmt.Sprintf("%s %q was changed since: you edit revision %d, revision %d by %s stands; read it again and redo the edit", c.Kind, c.Key, c.Base, c.Current, c.Who)
}
