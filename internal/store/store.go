// Package store is the contract between Orrery and whatever keeps its ledger.
// It says what can be written and asked, and which errors come back. It is not an
// implementation: sqlstore is one, and storetest proves that an implementation
// keeps the contract.
//
// Three promises hold for every implementation:
//
//   - Nothing is overwritten. A write appends revisions to one hash chain; the past
//     can be read as it was known at any ledger time.
//   - A figure never rests on a draft. Accepted is the only read that models and
//     figures use, and it has no way to ask for anything else.
//   - A write is whole or absent, and once acknowledged it survives a kill.
package store

import (
	"context"
	"io"
	"time"

	"orrery/ledger"
)

// Store keeps one ledger.
type Store interface {
	Reader
	Writer
	Keeper
	Reports
}

// Reader answers questions about the ledger, now or as known at an earlier time.
type Reader interface {
	// Get returns the revision of the record that was current at asOf (zero: now).
	// key is a natural key or an id. Errors: ErrNotFound.
	Get(ctx context.Context, kind ledger.Kind, key string, asOf time.Time) (ledger.Record, error)

	// GetID is Get by id alone, whatever the kind. Errors: ErrNotFound.
	GetID(ctx context.Context, id ledger.ID, asOf time.Time) (ledger.Record, error)

	// Accepted returns accepted records only. Models and figures read through it.
	Accepted(ctx context.Context, q Query) (Page, error)

	// Review returns records of the given statuses (none given: all), for people
	// who review and edit. Nothing read through it may enter a figure.
	Review(ctx context.Context, q Query, statuses ...ledger.Status) (Page, error)

	// History returns every revision of a record, oldest first. Errors: ErrNotFound.
	History(ctx context.Context, id ledger.ID) ([]ledger.Record, error)

	// Changes returns the newest revisions of the ledger after one ledger time and not
	// after another (zero: now), newest first. Limit 0: at most 1,000.
	Changes(ctx context.Context, after, until time.Time, limit int) ([]ledger.Record, error)

	// Acts counts the newest revisions of the same stretch by author, reason and minute,
	// newest first. It looks at the newest limit revisions (positive); all is false when
	// that many were looked at, so that there may be older ones of the last act.
	Acts(ctx context.Context, after, until time.Time, limit int) (acts []Act, all bool, err error)

	// Search finds records and documents by words, best first.
	Search(ctx context.Context, q SearchQuery) ([]Hit, error)

	// Count counts accepted records that match q by year of event time (By "year"),
	// by kind (By "kind"), or in all (By ""). Query's Limit and After do not apply.
	Count(ctx context.Context, q Query, by string) ([]Tally, error)

	// Inventory counts current records by kind and status.
	Inventory(ctx context.Context, asOf time.Time) ([]Stock, error)

	// Text returns the extracted text of a document, by its TextHash. Errors: ErrNotFound.
	Text(ctx context.Context, textHash string) (string, error)

	// Snapshot returns the raw bytes of a document, by its Hash. Errors: ErrNotFound.
	Snapshot(ctx context.Context, hash string) ([]byte, error)
}

// Writer appends to the ledger.
type Writer interface {
	// Append writes all changes in one transaction, in order, or none of them, and
	// returns the revisions written (same order). A change that would alter nothing
	// (same body, status, evidence and coder) writes nothing and returns the current
	// revision. Errors: *Conflict when Base is not the current revision,
	// *ledger.Faults when a record is not valid, ErrOrphan when a quote does not
	// match its document's text, ErrReadOnly.
	Append(ctx context.Context, who string, changes []Change) ([]ledger.Record, error)

	// PutDocument stores the raw bytes, the text and the document's record in one
	// transaction. The same bytes twice are one document: created is false then and
	// the stored record comes back unchanged.
	PutDocument(ctx context.Context, who string, doc ledger.Document, raw []byte, text string) (rec ledger.Record, created bool, err error)

	// PutRun records a computation and stores the bytes of its result, which Snapshot
	// reads by run.ResultHash, in one transaction. The hash may be left empty.
	PutRun(ctx context.Context, who string, run ledger.Run, result []byte) (ledger.Record, error)
}

// Keeper looks after the ledger as a whole.
type Keeper interface {
	// Verify walks the hash chain, every blob and every quote, and reports the first
	// break of each sort. progress is called with (done, total) revisions; it may be nil.
	Verify(ctx context.Context, progress func(done, total int64)) (Report, error)

	// Backup writes a complete, self-contained copy while others may write.
	Backup(ctx context.Context, w io.Writer) error

	// Engine names the engine ("sqlite", "postgres") and its version.
	Engine() (name, version string)

	Close() error
}

// Change is one edit of one record.
type Change struct {
	Kind ledger.Kind
	// Key is the record's natural key or id. Empty: the body's natural key, or, where
	// it has none, a new id.
	Key string
	// Base is the revision this change edits; 0 means that the record must not exist.
	Base     int
	Body     ledger.Noun       // nil: keep the body
	Status   ledger.Status     // empty: keep
	Coder    ledger.Coder      // zero: keep
	Evidence []ledger.Evidence // nil: keep; empty: none
	Why      string
}

// Query narrows a read. Zero fields do not narrow. Fields are joined by AND,
// the values of one field by OR.
type Query struct {
	AsOf  time.Time // ledger time; zero: now
	Kinds []ledger.Kind
	Keys  []string // natural keys or ids
	Items []string // Facets.Item
	Party []PartyIs
	From  ledger.Day // events that may have happened on or after; 0: open on this side
	To    ledger.Day // events that may have happened on or before; 0: open on this side
	Order Order
	After string // cursor of the page before
	Limit int    // 0: no limit
}

// PartyIs asks for records that refer to one of Keys in one of Roles (none: any role).
type PartyIs struct {
	Roles []ledger.Role
	Keys  []string
}

// Order of a page.
type Order int

// The orders. Records without a date come last in both date orders.
const (
	ByDate       Order = iota // event time, oldest first
	ByDateDesc                // event time, newest first
	ByLedger                  // ledger time of the current revision, oldest first
	ByLedgerDesc              // ledger time of the current revision, newest first
)

// Page is a stretch of records and the cursor of the next one ("" when it is the last).
type Page struct {
	Records []ledger.Record
	Next    string
}

// SearchQuery asks for words. Every word must occur; a quoted phrase must occur as
// a phrase; a trailing * matches a prefix.
type SearchQuery struct {
	Words string
	Kinds []ledger.Kind
	AsOf  time.Time
	Limit int // default 20, at most 100
	Skip  int
}

// Hit is one find. Snippet marks the found words with \x02 and \x03.
type Hit struct {
	Kind    ledger.Kind
	Key     string
	Status  ledger.Status
	When    ledger.Date
	Snippet string
}

// Tally is one bar of a count.
type Tally struct {
	Name string // year or kind; "" for undated or the total
	N    int64
}

// Act is the revisions that one author wrote for one reason within one minute.
type Act struct {
	Minute   time.Time // UTC, its first moment
	At       time.Time // of the newest revision
	Who, Why string
	Kinds    []Tally // by kind, most first
	N        int64
}

// Stock is how many current records of one kind have one status.
type Stock struct {
	Kind   ledger.Kind
	Status ledger.Status
	N      int64
}

// Report is what Verify found. Breaks is empty for a sound ledger.
type Report struct {
	Revisions int64
	Records   int64
	Blobs     int64
	Quotes    int64
	Reports   int64  // beside the ledger
	Head      string // hash of the last revision
	Breaks    []Break
}

// Break is one place where the ledger is not what it says it is.
type Break struct {
	Seq     int64
	Ref     string
	Problem string
}
