package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Status is where a record stands in review. Only accepted records enter figures.
type Status string

// The four statuses. A rejected or superseded record stays readable.
const (
	Draft      Status = "draft"
	Accepted   Status = "accepted"
	Rejected   Status = "rejected"
	Superseded Status = "superseded"
)

// Statuses lists every status, in the order of a record's life.
func Statuses() []Status { return []Status{Draft, Accepted, Rejected, Superseded} }

// Coder is who or what made a record.
type Coder struct {
	Kind    CoderKind `json:"kind"`
	Name    string    `json:"name"`
	Version string    `json:"version,omitempty"`
}

// CoderKind tells people from machines and data sets.
type CoderKind string

// The kinds of coder.
const (
	CoderPerson     CoderKind = "person"
	CoderDictionary CoderKind = "dictionary"
	CoderModel      CoderKind = "model"
	CoderDataset    CoderKind = "dataset"
)

// Evidence is one thing that a record rests on. Exactly one of Quote, Vote and
// Source is set: the key of a quote, of a vote, or of a cited source that was not
// read into the ledger.
type Evidence struct {
	Quote  string `json:"quote,omitempty"`
	Vote   string `json:"vote,omitempty"`
	Source string `json:"source,omitempty"`
	Note   string `json:"note,omitempty"`
}

// Record is one revision of one noun.
type Record struct {
	ID       ID         `json:"id"`   // stable over revisions, sortable by time
	Kind     Kind       `json:"kind"` // kind of Body
	Key      string     `json:"key"`  // natural key, or the id
	Rev      int        `json:"rev"`  // 1, 2, …
	Seq      int64      `json:"seq"`  // place in the ledger's hash chain
	Status   Status     `json:"status"`
	Coder    Coder      `json:"coder"`
	Evidence []Evidence `json:"evidence"`
	At       time.Time  `json:"at"`  // ledger time, UTC, milliseconds
	Who      string     `json:"who"` // who wrote this revision
	Why      string     `json:"why"` // why
	Prev     string     `json:"prev"`
	Hash     string     `json:"hash"`
	Body     Noun       `json:"body"`
}

// Ref is how other records and URLs name this record: "kind:key".
func (r Record) Ref() string { return string(r.Kind) + ":" + r.Key }

// Refs is everything the record refers to: the parties of its body and its evidence.
func (r Record) Refs() []Party {
	var refs []Party
	if r.Body != nil {
		refs = r.Body.Facets().Parties
	}
	for _, e := range r.Evidence {
		refs = append(refs, parties(RoleQuote, e.Quote)...)
		refs = append(refs, parties(RoleVote, e.Vote)...)
		refs = append(refs, parties(RoleSource, e.Source)...)
	}
	return refs
}

// ParseRef splits "kind:key".
func ParseRef(ref string) (Kind, string, error) {
	kind, key, ok := strings.Cut(ref, ":")
	if !ok || key == "" || !Kind(kind).Valid() {
		return "", "", fmt.Errorf("%q does not name a record; write kind:key, for example item:residence-drones-2025", ref)
	}
	return Kind(kind), key, nil
}

// Validate checks the envelope and the body.
func (r Record) Validate() error {
	var f faults
	f.need("key", r.Key)
	f.need("who", r.Who)
	oneOf(&f, "status", r.Status, Statuses())
	oneOf(&f, "coder", r.Coder.Kind, []CoderKind{CoderPerson, CoderDictionary, CoderModel, CoderDataset})
	for i, e := range r.Evidence {
		set := 0
		for _, v := range []string{e.Quote, e.Vote, e.Source} {
			if v != "" {
				set++
			}
		}
		if set != 1 {
			f.add(fmt.Sprintf("evidence[%d]", i), "names not exactly one of quote, vote and source", "split it or fill in one")
		}
	}
	if r.Body == nil || r.Body.Kind() != r.Kind {
		f.add("body", "is not of the record's kind", "send a "+string(r.Kind))
		return f.err(r.Kind)
	}
	if err := r.Body.Validate(); err != nil {
		f.list = append(f.list, FaultsOf(err)...)
		if FaultsOf(err) == nil {
			return err
		}
	}
	return f.err(r.Kind)
}

// sealed is what the chain's hash covers: everything but the hash itself. Field
// order is the byte order of the hash; never reorder.
type sealed struct {
	Prev     string          `json:"prev"`
	Seq      int64           `json:"seq"`
	ID       ID              `json:"id"`
	Kind     Kind            `json:"kind"`
	Key      string          `json:"key"`
	Rev      int             `json:"rev"`
	Status   Status          `json:"status"`
	Coder    Coder           `json:"coder"`
	Evidence []Evidence      `json:"evidence"`
	AtMS     int64           `json:"at_ms"`
	Who      string          `json:"who"`
	Why      string          `json:"why"`
	Body     json.RawMessage `json:"body"`
}

// Seal returns the SHA-256 (hex) that binds this revision to the one before it
// in the ledger (Prev). body is the stored JSON of Body, byte for byte, so that
// a ledger can be verified by a version that knows more or fewer fields.
func (r Record) Seal(body []byte) (string, error) {
	if r.Evidence == nil {
		r.Evidence = []Evidence{}
	}
	b, err := json.Marshal(sealed{Prev: r.Prev, Seq: r.Seq, ID: r.ID, Kind: r.Kind, Key: r.Key, Rev: r.Rev, Status: r.Status,
		Coder: r.Coder, Evidence: r.Evidence, AtMS: r.At.UnixMilli(), Who: r.Who, Why: r.Why, Body: body})
	if err != nil {
		return "", fmt.Errorf("seal %s: %w", r.Ref(), err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}
