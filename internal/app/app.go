package app

import (
	"context"
	"crypto/rand"
	"io"
	"sync"
	"time"

	"orrery/internal/fetch"
	"orrery/internal/jobs"
	"orrery/internal/store"
	"orrery/ledger"
)

// App answers questions about one ledger and changes it. What it holds besides is
// work that goes on and what was computed from the ledger, so that it need not be
// computed again; both may be lost at any time. It is safe for concurrent use as far
// as its store is.
type App struct {
	store   store.Store
	now     func() time.Time
	fetch   Fetcher
	version string
	who     string
	region  string

	readOnly bool

	discourse  func(context.Context, store.Discourse, io.Writer) error
	coding     Coding
	coder      *coderShelf
	ids        *ledger.IDSource
	suggesting sync.Mutex  // one document is read for suggestions at a time
	background *jobs.Board // reading many of them
	suggests   *suggestFailures
	receipts   *receiptShelf

	jobs   *jobs.Board // one computation at a time: each uses every processor
	rules  *ruleTurns  // and one run of a rule
	aligns *alignShelf
	worlds *worldShelf
}

// Config is what an App is made of. Store and Now are required.
type Config struct {
	Store   store.Store
	Now     func() time.Time
	Fetch   Fetcher // nil: reading from an address is refused with the reason
	Version string  // of Orrery; stands in every view
	Who     string  // author of local edits; default "local"
	Region  string  // key of the region to show; empty: the first by key

	ReadOnly bool // the store refuses writes, and faces should not offer them

	Coding  Coding    // what reads documents for suggestions; default: the coder of internal/coding
	Entropy io.Reader // for ids; default: the system's

	Discourse func(context.Context, store.Discourse, io.Writer) error // writes .dna files; nil: that export is refused
}

// Fetcher brings a page from an address. *fetch.Client is the guarded one.
type Fetcher interface {
	Get(ctx context.Context, rawURL string) (*fetch.Page, error)
}

// New makes an App.
func New(c Config) *App {
	if c.Who == "" {
		c.Who = "local"
	}
	if c.Version == "" {
		c.Version = "unversioned"
	}
	if c.Entropy == nil {
		c.Entropy = rand.Reader
	}
	return &App{discourse: c.Discourse, coding: c.Coding.orReal(), coder: &coderShelf{}, ids: ledger.NewIDs(c.Now, c.Entropy), background: jobs.New(1, c.Now), suggests: &suggestFailures{}, receipts: &receiptShelf{kept: map[string]map[string]thin{}}, store: c.Store, now: c.Now, fetch: c.Fetch, version: c.Version, who: c.Who, region: c.Region, readOnly: c.ReadOnly,
		jobs: jobs.New(1, c.Now), rules: newRuleTurns(), aligns: newAlignShelf(alignFitter{}), worlds: newWorldShelf()}
}

// Close stops what is being computed and waits for its end. It leaves the store open:
// whoever opened it closes it, after this. Questions that need a computation are
// refused from then on.
func (a *App) Close() {
	a.rules.close()
	a.background.Close()
	a.jobs.Close()
}

// Head is the place of the newest revision in the ledger's hash chain and its hash:
// what an ETag is made of. An empty ledger gives 0 and "".
func (a *App) Head(ctx context.Context) (seq int64, hash string, err error) {
	newest, err := a.store.Changes(ctx, time.Time{}, time.Time{}, 1)
	if err != nil || len(newest) == 0 {
		return 0, "", err
	}
	return newest[0].Seq, newest[0].Hash, nil
}

// Today is the day in UTC, YYYY-MM-DD: the other thing that an ETag is made of, for what is told of a month that is
// not over depends on the day.
func (a *App) Today() string { return a.now().UTC().Format(time.DateOnly) }
