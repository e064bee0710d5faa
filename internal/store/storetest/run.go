package storetest

import (
	"context"
	"io"
	"testing"
	"time"

	"orrery/internal/store"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// Engine is what the suite needs of an implementation.
type Engine struct {
	// Open makes a new, empty ledger that asks now for the time. It is closed when the test ends.
	Open func(t *testing.T, now func() time.Time) store.Store
	// Restore makes a ledger of a backup, or returns the error of a backup that was refused.
	Restore func(t *testing.T, backup io.Reader) (store.Store, error)
	// Tamper damages a stored thing behind the ledger's back.
	Tamper func(t *testing.T, s store.Store, what Damage)
}

// Damage is a way in which somebody, or a failing disk, can falsify a ledger.
type Damage string

// The damages that Verify must find. Each is done to a ledger of one document, one quote and one event by RUS to KAZ
// with two revisions.
const (
	DamageBody    Damage = "body"    // the body of the event's first revision says something else
	DamageWho     Damage = "who"     // another name stands beside a revision
	DamageGone    Damage = "gone"    // a revision in the middle of the chain is not there
	DamageLast    Damage = "last"    // the last revision is not there
	DamageText    Damage = "text"    // the document's text is another
	DamageIndex   Damage = "index"   // the reverse index names another actor
	DamageCounter Damage = "counter" // a counter is one too high
	DamageCurrent Damage = "current" // a superseded revision counts as current again
)

// Damages lists them.
func Damages() []Damage {
	return []Damage{DamageBody, DamageWho, DamageGone, DamageLast, DamageText, DamageIndex, DamageCounter, DamageCurrent}
}

// start is when every test's clock begins.
func start() time.Time { return time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC) }

// bench is a ledger under test, its clock and its engine.
type bench struct {
	store.Store
	e     Engine
	clock *testkit.Clock
}

// Run proves the contract. Each test opens a ledger of its own.
func Run(t *testing.T, e Engine) {
	for _, test := range []struct {
		name string
		f    func(t *testing.T, b bench)
	}{
		{"a record is read as it was written", testRoundTrip},
		{"every kind is kept", testKinds},
		{"as of any time", testAsOf},
		{"two revisions in a millisecond", testSameMillisecond},
		{"ledger time never goes back", testClockBack},
		{"a change that alters nothing", testNoChange},
		{"what a change leaves out is kept", testKeep},
		{"a conflict names both revisions", testConflict},
		{"all changes or none", testAllOrNone},
		{"a key never changes", testKeyFixed},
		{"faults are refused", testFaults},
		{"evidence must exist", testEvidence},
		{"a batch may refer to itself", testBatchRefersToItself},
		{"accepted never returns anything else", testAcceptedOnly},
		{"a document is stored once", testDocument},
		{"a document never changes its text", testDocumentText},
		{"a run keeps the bytes of its result", testRunResult},
		{"an orphaned quote is refused", testOrphan},
		{"filters", testFilters},
		{"dates that overlap a range", testDates},
		{"undated records come last", testUndated},
		{"pages", testPages},
		{"pages while somebody writes", testPagesWhileWriting},
		{"counts", testCounts},
		{"counts agree with pages", testCountsAgree},
		{"inventory", testInventory},
		{"history and changes", testHistory},
		{"search", testSearch},
		{"search as of", testSearchAsOf},
		{"search for common words", testSearchCommon},
		{"a long document is indexed whole", testLongDocument},
		{"search stands any input", testSearchHostile},
		{"verify finds nothing wrong", testVerify},
		{"verify finds each damage", testTamper},
		{"a large batch", testLargeBatch},
		{"backup and restore", testBackup},
		{"a damaged backup is refused", testBackupDamaged},
		{"writers in parallel", testWriters},
		{"a cancelled write leaves nothing", testCancelled},
		{"generated ledger", testGenerated},
		{"reports are read as they were put", testReportRoundTrip},
		{"reports by state, day and type", testReportQuery},
		{"the same reports twice are there once", testReportsTwice},
		{"sets of reports and their files", testReportSets},
		{"the history of sets of reports", testReportHistory},
		{"the head of reports", testReportHead},
		{"odd text in reports", testReportText},
		{"reports are in a backup", testReportBackup},
		{"reports while somebody writes", testReportsWhileWriting},
	} {
		t.Run(test.name, func(t *testing.T) { test.f(t, e.bench(t)) })
	}
}

func (e Engine) bench(t *testing.T) bench {
	t.Helper()
	clock := testkit.NewClock(start())
	return bench{e.Open(t, clock.Now), e, clock}
}

var (
	ctx    = context.Background()
	person = ledger.Coder{Kind: ledger.CoderPerson, Name: "ada"}
)

// add writes one accepted record of each body and returns the revisions.
func (b bench) add(t *testing.T, bodies ...ledger.Noun) []ledger.Record {
	t.Helper()
	changes := make([]store.Change, len(bodies))
	for i, body := range bodies {
		changes[i] = store.Change{Kind: body.Kind(), Body: body, Status: ledger.Accepted, Coder: person, Why: "test"}
	}
	return b.write(t, changes...)
}

// write appends a minute after the write before.
func (b bench) write(t *testing.T, changes ...store.Change) []ledger.Record {
	t.Helper()
	b.clock.Advance(time.Minute)
	recs, err := b.Append(ctx, "ada", changes)
	if err != nil {
		t.Fatalf("Append: %v", err)
	}
	if len(recs) != len(changes) {
		t.Fatalf("Append returned %d revisions of %d changes", len(recs), len(changes))
	}
	return recs
}

func (b bench) accepted(t *testing.T, q store.Query) []ledger.Record {
	t.Helper()
	page, err := b.Accepted(ctx, q)
	if err != nil {
		t.Fatalf("Accepted(%+v): %v", q, err)
	}
	return page.Records
}

// keysOf shows records in a failure.
func keysOf(recs []ledger.Record) []string {
	out := []string{}
	for _, r := range recs {
		out = append(out, r.Key)
	}
	return out
}

func event(slug, when, by, to, summary string) *ledger.Event {
	return &ledger.Event{Slug: slug, When: ledger.MustDate(when), By: []string{by}, To: []string{to}, Type: "CONSULT", Summary: summary}
}
