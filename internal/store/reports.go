package store

import (
	"context"
	"encoding/json"
	"time"

	"orrery/ledger"
)

// Reports holds what machine-coded event data and registers say, by the million. A report is no record of the ledger:
// it has no revisions, no status and no place in the hash chain, and no figure of a region counts it. It is what a rule may
// be run on, as a line of its data set. A backup holds reports too, and Verify looks at them. They cannot be read as of an earlier
// time: whoever must say later what a result rested on keeps a hash of what was read.
//
// Texts that are not UTF-8 or hold zero bytes are cleaned with U+FFFD; keys, hashes and names of sets (up to 200 bytes) are refused.
// Batches of some ten thousand reports are written fastest.
type Reports interface {
	// PutReports adds reports of one set in one transaction and returns how many were new: one whose Key the set holds
	// already is left as it is, so that an import can be repeated; of two in the batch with one Key the first counts. All or none:
	// a report without a Key, or rated with what is no number, is an error that names its line. Errors: ErrReadOnly.
	PutReports(ctx context.Context, set string, batch []EventReport) (added int, err error)

	// OfferReportFile puts into the history that a file is about to be imported, which is to be done before the first of its reports is put:
	// an import may end early. Set, Hash, Name, First, Last and Who count. It makes no set, and says nothing twice. Errors: ErrReadOnly.
	OfferReportFile(ctx context.Context, f ReportFile) error

	// PutReportFile notes that a file was imported to its end, and what its silence means, which the history keeps too. The same set and
	// hash again replace the note. At is kept to the millisecond, Summary must be JSON and comes back compact. Verify finds fault when the
	// files of a set say together that they Added more than it holds. Errors: ErrReadOnly.
	PutReportFile(ctx context.Context, f ReportFile) error

	// ReportSets lists the sets that hold reports or files, by name, each with its files by At. It reads counters, not reports; but
	// with ten thousands of files that takes a while.
	ReportSets(ctx context.Context) ([]ReportSet, error)

	// ReportSetOf is one set, its files without their Summary. Errors: ErrNotFound.
	ReportSetOf(ctx context.Context, set string) (ReportSet, error)

	// ReportHead changes with every change to reports and to what is noted of them. It costs the same however many there are.
	ReportHead(ctx context.Context) (ReportHead, error)

	// ReportHistory is what was done with a set ("": with any), and with its files in other sets, in its order. Nothing takes
	// any of it away: not DropReports, not another note on the same file.
	ReportHistory(ctx context.Context, set string) ([]ReportPast, error)

	// EachSighting calls each with the reports that match, by day and then Key, until it returns an error, which is returned
	// as it is. The Sighting is reused, and reports share lists of Contexts: whoever keeps it copies it and changes nothing in it.
	// It sees one state of the store and holds no lock: each may write, and others too. It ends with ctx's error when ctx does.
	EachSighting(ctx context.Context, q ReportQuery, each func(*Sighting) error) error

	// ReportDays counts reports a day, days rising, days without any left out.
	ReportDays(ctx context.Context, q ReportQuery) ([]ReportDay, error)

	// ReportsByKey returns reports in full, in the order of keys; those that the set does not hold are left out, and one asked for
	// twice comes twice.
	ReportsByKey(ctx context.Context, set string, keys []string) ([]EventReport, error)

	// DropReports takes a set away whole, with its files, and returns how many reports it had. Its history stays. Errors: ErrReadOnly.
	DropReports(ctx context.Context, set string) (int64, error)
}

// EventReport is one line of a data set (internal/dataset/reports says what the fields mean). Empty text and zero numbers: not said.
type EventReport struct {
	Key        string // the publisher's own identifier, or one made of the line; unique within its set
	Day        ledger.Day
	Within     int // days by which Day may be wrong either way
	Source     ReportParty
	Target     ReportParty
	Type       ledger.EventType
	Mode       string
	Contexts   []string
	Code       string // the publisher's own
	Label      string
	Mutual     bool
	Link       int64 // the same for reports of one Day that may be about one thing (same parties and type); 0: linked to nothing
	Rated      bool
	Intensity  float64 // not kept unless Rated
	Mentions   int
	Sources    int
	Articles   int
	Deaths     *int
	Place      string
	PlaceState string
	Publisher  string
	Text, URL  string
	Line       int // in its file
}

// ReportParty is one side of a report.
type ReportParty struct {
	State   string // ISO 3166-1 alpha-3; "" for everybody else
	Name    string
	Sectors string
}

// Sighting is the part of a report that a test needs.
type Sighting struct {
	Key            string
	Day            ledger.Day
	Within         int
	Source, Target string // states
	Type           ledger.EventType
	Mode           string
	Contexts       []string
	Link           int64
}

// ReportQuery narrows a read of one set. Zero fields do not narrow.
type ReportQuery struct {
	Set      string             // required
	Either   []string           // states of which one at least is a party
	From, To ledger.Day         // inclusive; both 0: all days. One 0 alone is 1970-01-01
	Types    []ledger.EventType // "" among them: reports without a type
}

// ReportDay is how many reports a day has.
type ReportDay struct {
	Day     ledger.Day
	Reports int
}

// ReportSet is a set as the store holds it.
type ReportSet struct {
	Set         string
	Reports     int64
	Linked      int64      // reports that share Day and Link with an earlier one: duplicates, as far as one can tell
	First, Last ledger.Day // of the reports
	Types       []Tally    // reports by type, most first; those without under ""
	Files       []ReportFile
}

// ReportFile is one imported file.
type ReportFile struct {
	Set, Hash   string // SHA-256 of the file as it lies on the disk
	Name, Form  string
	At          time.Time
	Who         string
	Rows        int // data rows
	Reports     int // of these, handed out by the reader
	Added       int // of these, new to the set
	First, Last ledger.Day
	// Denominator says what it means when the file has no report on a day: "data set" (it records whatever happens in its
	// scope), "register" (an authority's own record of its measures), or "" (nothing: it is a list of cases).
	Denominator string
	// Covered are the days on which that holds, States the states (none: all).
	Covered  []ReportSpan
	States   []string
	Register string          // who keeps it, where it is a register
	Mapping  string          // by which a table of one's own was read
	Summary  json.RawMessage // what the reader found: unmapped actors, unknown codes …
}

// ReportSpan is days, both ends included.
type ReportSpan struct{ First, Last ledger.Day }

// ReportHead is what to compare in order to know whether reports are what they were.
type ReportHead struct {
	Past int64 // number of the newest line of the history; 0: there is none
	Sets []ReportSetHead
}

// ReportSetHead is the part of one set; sets come by name.
type ReportSetHead struct {
	Set     string
	Changes int64 // how often something was written to it since it was made
}

// What a line of the history says.
const (
	ReportOffered  = "offered"  // a file was about to be imported
	ReportDeclared = "declared" // what the silence of a file means was said, or said otherwise than before
	ReportDropped  = "dropped"  // the set was taken away
)

// ReportPast is a line of the history of reports.
type ReportPast struct {
	Seq  int64 // 1, 2, 3 …, over all sets
	Head int64 // how many revisions the ledger held: whatever has a higher Seq there was written later, whatever the clock said
	At   time.Time
	Kind string // ReportOffered, ReportDeclared or ReportDropped
	Set  string
	Hash string // of the file; "" with ReportDropped
	Who  string // with ReportOffered and ReportDeclared, if known
	// With ReportOffered:
	Name        string
	First, Last ledger.Day
	// With ReportDeclared, as in ReportFile:
	Denominator string
	Covered     []ReportSpan
	States      []string
	// With ReportDropped:
	Reports int64
}
