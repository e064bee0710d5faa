package app

import (
	"errors"
	"fmt"
	"strings"

	"orrery/internal/fetch"
	"orrery/internal/store"
	"orrery/ledger"
)

// ErrorCode says what sort of mistake a person can do something about. Faces map it
// to an exit code or an HTTP status.
type ErrorCode string

// The codes.
const (
	Malformed   ErrorCode = "malformed"   // a parameter cannot be read (400)
	Invalid     ErrorCode = "invalid"     // a record or document breaks a rule (422)
	NotFound    ErrorCode = "not-found"   // nothing of that name at that time (404)
	Stale       ErrorCode = "stale"       // somebody changed the record since (412)
	ReadOnly    ErrorCode = "read-only"   // the ledger is open for reading only (403)
	Unreachable ErrorCode = "unreachable" // a page could not be fetched (502)
)

// Error is an error for a person: what is wrong, where, and what to do. Its texts
// may be shown as they are; they hold nothing secret.
type Error struct {
	Code  ErrorCode
	Text  string // what is wrong, a sentence without its full stop
	Do    string // what to do
	Field string // the parameter or field, where there is one
	List  []ledger.Fault
	Err   error
}

func (e *Error) Error() string {
	if e.Do == "" {
		return e.Text
	}
	return e.Text + "; " + e.Do
}

func (e *Error) Unwrap() error { return e.Err }

// Explain turns an error of this package into one for a person. False: the error
// is the operator's (a broken disk, a bug) and must be logged, not shown.
func Explain(err error) (*Error, bool) {
	var own *Error
	if errors.As(err, &own) {
		return own, true
	}
	var conflict *store.Conflict
	if errors.As(err, &conflict) {
		return &Error{Code: Stale, Text: conflict.Error(), Err: err}, true
	}
	if list := ledger.FaultsOf(err); list != nil {
		return &Error{Code: Invalid, Text: err.Error(), List: list, Err: err}, true
	}
	if errors.Is(err, store.ErrOrphan) {
		return &Error{Code: Invalid, Text: err.Error(), Do: "select the words again in the document's text", Err: err}, true
	}
	if errors.Is(err, store.ErrCursor) {
		return &Error{Code: Malformed, Field: "cursor", Text: err.Error(), Err: err}, true
	}
	if errors.Is(err, store.ErrReadOnly) {
		return &Error{Code: ReadOnly, Text: err.Error(), Do: "start Orrery without read-only to change it", Err: err}, true
	}
	if errors.Is(err, store.ErrCursor) {
		return &Error{Code: Malformed, Field: "cursor", Text: err.Error(), Err: err}, true
	}
	if errors.Is(err, store.ErrNotFound) {
		return &Error{Code: NotFound, Text: err.Error(), Err: err}, true
	}
	return explainFetch(err)
}

func explainFetch(err error) (*Error, bool) {
	var refusal *fetch.Refusal
	var status *fetch.StatusError
	var failure *fetch.Failure
	switch {
	case errors.As(err, &refusal):
		return &Error{Code: Invalid, Field: "url", Text: err.Error(), Err: err}, true
	case errors.As(err, &status), errors.As(err, &failure):
		return &Error{Code: Unreachable, Field: "url", Text: err.Error(), Err: err}, true
	}
	return nil, false
}

// missing says that nothing is called key, with the names that come near.
func missing(what, key string, known []string) *Error {
	e := &Error{Code: NotFound, Text: fmt.Sprintf("the ledger has no %s %q", what, key), Err: store.ErrNotFound}
	if near := nearest(key, known); len(near) > 0 {
		e.Do = "did you mean " + strings.Join(near, " or ") + "?"
	} else {
		e.Do = "search for it, or check the date that you look back to"
	}
	return e
}

func malformed(field, text, do string) *Error {
	return &Error{Code: Malformed, Field: field, Text: text, Do: do}
}
