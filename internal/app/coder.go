package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"time"

	"orrery/casebook"
	"orrery/internal/coding"
	"orrery/internal/coding/knowledge"
	sense "orrery/internal/coding/reading"
	"orrery/internal/store"
	"orrery/ledger"
)

// coderName is how the coder signs its records; CoderVersion changes when its drafts may change.
const (
	coderName    = "orrery"
	CoderVersion = coding.Version
)

// Coder reads documents for suggestions. *coding.Coder is the real one.
type Coder interface {
	Code(ctx context.Context, d *sense.Document, o coding.Options) (*coding.Result, error)
}

// Coding is which coder an App has. The zero value is the real one.
type Coding struct {
	Version string
	New     func(*knowledge.Region) (Coder, error)
}

func (c Coding) orReal() Coding {
	if c.New == nil {
		return Coding{coding.Version, func(k *knowledge.Region) (Coder, error) { return coding.New(k) }}
	}
	return c
}

// CasebookCoder puts the coder together from a casebook alone, without a ledger. Errors: *Error of code Invalid when the
// casebook has faults.
func CasebookCoder(folder fs.FS) (*coding.Coder, error) {
	cb, faults, err := casebook.Read(folder)
	if err != nil {
		return nil, err
	}
	if len(faults) > 0 {
		return nil, &Error{Code: Invalid, Field: "casebook", Text: fmt.Sprintf("the casebook has %s, the first is %s", counted(len(faults), "fault", "faults"), faults[0]), Do: "check it with orrery casebook check"}
	}
	k, err := knowledge.OfCasebook(cb)
	if err != nil {
		return nil, err
	}
	return coding.New(k)
}

// madeCoder is a coder with what it knows.
type madeCoder struct {
	Coder
	knows string // hash of the accepted records that it was made of
}

// coderShelf keeps the coder, which takes a moment to make, until what it knows changes.
type coderShelf struct {
	mu   sync.Mutex
	seq  int64 // of the ledger's newest revision when it was made or found to be right
	made *madeCoder
}

// knownKinds are what the coder is told of. Answers to reaction items are told too, but they decide no finding, so that accepting
// one does not make every document unread.
func knownKinds() []ledger.Kind {
	return []ledger.Kind{ledger.KindActor, ledger.KindPerson, ledger.KindMembership, ledger.KindItem, ledger.KindRollCall, ledger.KindRegion}
}

// theCoder is the coder that knows what the ledger knows now.
func (r *reading) theCoder() (*madeCoder, error) {
	shelf := r.app.coder
	shelf.mu.Lock()
	defer shelf.mu.Unlock()
	head, _, err := r.app.Head(r.ctx)
	if err != nil {
		return nil, err
	}
	if shelf.made != nil {
		same, err := r.knowsStill(shelf.seq, head)
		if err != nil {
			return nil, err
		}
		if same {
			shelf.seq = head
			return shelf.made, nil
		}
	}
	k, knows, err := r.knowledge()
	if err != nil {
		return nil, err
	}
	made, err := r.app.coding.New(k)
	if err != nil {
		return nil, fmt.Errorf("putting the coder together: %w", err)
	}
	shelf.made, shelf.seq = &madeCoder{made, knows}, head
	return shelf.made, nil
}

// knowsStill reports whether nothing that the coder is told of was written between two places of the chain. Fresh drafts are
// nothing that it is told of.
func (r *reading) knowsStill(seq, head int64) (bool, error) {
	if head == seq {
		return true, nil
	}
	if head < seq || head-seq > mostChanges {
		return false, nil
	}
	newer, err := r.app.store.Changes(r.ctx, time.Time{}, time.Time{}, int(head-seq))
	if err != nil {
		return false, err
	}
	told := append(knownKinds(), ledger.KindVote, ledger.KindStance)
	return !slices.ContainsFunc(newer, func(rec ledger.Record) bool {
		never := rec.Rev == 1 && rec.Status == ledger.Draft || rec.Rev == 2 && byCoder(rec) && rec.Status != ledger.Accepted // accepted at no time
		return slices.Contains(told, rec.Kind) && !never
	}), nil
}

// knowledge gathers what the coder is told: accepted records only. Of votes it is told those of the region's states and hubs.
func (r *reading) knowledge() (*knowledge.Region, string, error) {
	k, sum := &knowledge.Region{}, sha256.New()
	add := func(q store.Query, hashed bool) error {
		page, err := r.app.store.Accepted(r.ctx, q)
		if err != nil {
			return err
		}
		slices.SortFunc(page.Records, func(a, b ledger.Record) int { return int(a.Seq - b.Seq) })
		for _, rec := range page.Records {
			k.Add(rec.Body)
			if hashed {
				fmt.Fprintf(sum, "%s@%s\n", rec.Ref(), rec.Hash)
			}
		}
		return nil
	}
	for _, kind := range knownKinds() {
		if err := add(store.Query{Kinds: []ledger.Kind{kind}}, true); err != nil {
			return nil, "", err
		}
	}
	voters := append(slices.Clone(r.region.States), r.region.Hub)
	for _, h := range r.region.Hubs {
		voters = append(voters, h.Actor)
	}
	voters = slices.DeleteFunc(slices.Compact(slices.Sorted(slices.Values(voters))), func(code string) bool { return code == "" })
	if len(voters) > 0 {
		by := []store.PartyIs{{Roles: []ledger.Role{ledger.RoleBy}, Keys: voters}}
		if err := add(store.Query{Kinds: []ledger.Kind{ledger.KindVote}, Party: by}, true); err != nil {
			return nil, "", err
		}
	}
	err := add(store.Query{Kinds: []ledger.Kind{ledger.KindStance}}, false)
	return k, hex.EncodeToString(sum.Sum(nil)), err
}

// understood is a document of the ledger as the coder takes it.
func understood(d *ledger.Document, text string) *sense.Document {
	return &sense.Document{Text: text, Title: d.Title, Author: d.Author, Outlet: d.Outlet, Language: d.Language, Published: d.Published, Retrieved: d.Retrieved, Blocks: d.Blocks, Turns: d.Turns, Relay: d.Relay}
}
