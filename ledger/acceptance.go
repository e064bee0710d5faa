package ledger

import (
	"fmt"
	"slices"
	"strings"
)

// AcceptanceRule says which suggestions may be accepted without a person looking at each. It runs only while it is On, and
// only a person switches it on. Every field that is empty does not narrow.
type AcceptanceRule struct {
	Slug    string   `json:"slug"`
	Title   string   `json:"title"`
	Kinds   []Kind   `json:"kinds,omitempty"`
	Steps   []string `json:"steps,omitempty"`   // parts of the coder that made the suggestion
	Frames  []string `json:"frames,omitempty"`  // frames that matched; a trailing * stands for any ending
	Least   float64  `json:"least"`             // least confidence, 0…1
	Checks  []string `json:"checks,omitempty"`  // verdicts of the comparison with the ledger: agrees, disagrees, not in the ledger
	Sources []string `json:"sources,omitempty"` // keys of the sources whose documents it accepts from

	On         bool   `json:"on"`
	SwitchedBy string `json:"switched_by,omitempty"` // the person who switched it last
	SwitchedAt Date   `json:"switched_at"`
}

// NewAcceptanceRule normalises and validates.
func NewAcceptanceRule(r AcceptanceRule) (*AcceptanceRule, error) { return &r, r.Validate() }

// Kind implements Noun.
func (*AcceptanceRule) Kind() Kind { return KindAcceptanceRule }

// NaturalKey implements Noun.
func (r *AcceptanceRule) NaturalKey() string { return r.Slug }

// Validate implements Noun.
func (r *AcceptanceRule) Validate() error {
	var f faults
	f.need("slug", r.Slug)
	if strings.Trim(r.Slug, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		f.add("slug", fmt.Sprintf("%q holds other signs than small letters, digits and -", r.Slug), "write it like votes-that-agree")
	}
	f.need("title", r.Title)
	for _, k := range r.Kinds {
		if !k.Valid() {
			f.add("kinds", fmt.Sprintf("%q is not a kind of record", string(k)), "write for example stance")
		}
	}
	if !(r.Least >= 0 && r.Least <= 1) {
		f.add("least", "is not between 0 and 1", "write 0.9 for 90 %")
	}
	for _, c := range r.Checks {
		if verdicts := []string{"agrees", "disagrees", "not in the ledger"}; !slices.Contains(verdicts, c) {
			f.add("checks", fmt.Sprintf("%q is not the outcome of a check", c), "use "+strings.Join(verdicts, ", "))
		}
	}
	if len(r.Kinds)+len(r.Steps)+len(r.Frames)+len(r.Checks)+len(r.Sources) == 0 && r.Least == 0 {
		f.add("least", "nor any other field narrows the rule: it would accept everything", "give kinds, steps, frames, checks, sources or a least confidence")
	}
	if r.On {
		f.need("switched_by", r.SwitchedBy)
		f.needDate("switched_at", r.SwitchedAt)
	}
	return f.err(KindAcceptanceRule)
}

// Facets implements Noun.
func (r *AcceptanceRule) Facets() Facets {
	return Facets{Text: r.Title}
}
