package fetch

import (
	"fmt"
	"time"
)

// Refusal says that the client would not fetch a page: the address, a redirect or the answer broke a rule or a limit.
// Its text is safe to show; passwords in the address are removed.
type Refusal struct {
	URL    string // the address that was refused (after a redirect: the one redirected to)
	Reason string // why, a clause without a full stop
	Do     string // what the reader can do about it, a sentence
}

func (r *Refusal) Error() string {
	return fmt.Sprintf("%s was not fetched: %s. %s", r.URL, r.Reason, r.Do)
}

// StatusError says that the server answered, but not with a page (any status outside 200–299).
type StatusError struct {
	URL        string // the address that answered
	Status     int    // the HTTP status, such as 404
	RetryAfter string // the server's Retry-After header, as sent
	Do         string
}

func (e *StatusError) Error() string {
	return fmt.Sprintf("%s answered with status %d. %s", e.URL, e.Status, e.Do)
}

// Failure says that the network did not deliver: no such name, no connection, a broken certificate, out of time, cancelled.
// Err is the cause, for the operator's log.
type Failure struct {
	URL    string
	Reason string
	Do     string
	Err    error
}

func (e *Failure) Error() string {
	return fmt.Sprintf("%s could not be fetched: %s. %s", e.URL, e.Reason, e.Do)
}

// Unwrap gives the cause, so that errors.Is(err, context.Canceled) holds.
func (e *Failure) Unwrap() error { return e.Err }

func tooLarge(url string, limit int64) *Refusal {
	return &Refusal{URL: url, Reason: "the page is larger than " + size(limit), Do: "Save the part that you need and read the file; an operator can raise the limit."}
}

func tooSlow(url string, limit time.Duration, cause error) *Failure {
	return &Failure{URL: url, Reason: "it took longer than " + limit.String(), Do: "Try again later, or save the page and read the file.", Err: cause}
}

func size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
