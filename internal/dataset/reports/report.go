package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"orrery/ledger"
)

// Report is one line of a data set. Empty text and zero numbers mean that the data set does not say.
//
// Its strings may share the memory of the row they were read from; whoever keeps many reports and few of their fields clones those.
type Report struct {
	Set string     // the data set's id, as in its source.yml
	ID  string     // the publisher's own, made unique within the set; "" where a file has none
	Day ledger.Day // on which it happened, as the publisher says
	// Within is by how many days, either way, it may have happened on another day; 0: the publisher is sure of the day.
	Within         int
	Source, Target Party // who did it, to whom; turned round where the original names the host of a visit first
	Turned         bool  // the original names them the other way round
	Mutual         bool  // both did it alike, and the publisher may have a second line with the parties exchanged
	Type           ledger.EventType
	Mode           string // valid with Type, or ""
	Contexts       []string
	Code, Label    string  // the publisher's own; where a file has only one of them, the other by table
	Intensity      float64 // on the publisher's own scale; meaningless unless Rated
	Rated          bool
	Mentions       int // in all texts, Sources and Articles likewise
	Sources        int
	Articles       int
	Deaths         *int // as reported; nil: not said
	Place          Place
	Publisher      string // of the text
	Text, URL      string
	Line           int // where it stands in the file
}

// Party is one side of a report.
type Party struct {
	Name    string // as the data set writes it
	State   string // ISO 3166-1 alpha-3 where a table gives one; "" for everybody else
	Sectors string // government, police, rebels …, as the data set writes them
	Code    string // the data set's own code for it
}

// Named says whether the data set names the party at all.
func (p Party) Named() bool { return p.Name != "" || p.Code != "" }

// Label is what to call the party: its name, else its code.
func (p Party) Label() string {
	if p.Name != "" {
		return p.Name
	}
	return p.Code
}

// Place is where it happened.
type Place struct {
	Name  string
	State string // ISO 3166-1 alpha-3 where a table gives one
}

// Key tells reports of all sets apart, so that an import can be repeated. Where a file gives no identifiers it is made of the day,
// the parties and the code: rows that agree in all of these are one report.
func (r *Report) Key() string {
	if r.ID != "" {
		return r.Set + ":" + r.ID
	}
	from, to, code := r.Source, r.Target, r.Code
	if r.Turned {
		from, to = to, from // as the file has them, whatever the tables say today
	}
	if code == "" {
		code = r.Label
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{strconv.Itoa(int(r.Day)), from.Name, from.Code, to.Name, to.Code, code, r.Text}, "\x00")))
	return r.Set + ":#" + hex.EncodeToString(sum[:12])
}

// Turn exchanges the parties, for a code that names first whom PLOVER names second.
func (r *Report) Turn() {
	r.Source, r.Target, r.Turned = r.Target, r.Source, true
}

// Published names the sets of publishers that the program has a reader of its own for. No other set may be called so.
func Published() []string { return []string{"icews", "polecat", "gdelt", "acled"} }
