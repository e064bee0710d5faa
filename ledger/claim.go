package ledger

// Claim is a contested assertion. Coding a reaction to it never asserts it.
type Claim struct {
	Slug     string      `json:"slug,omitempty"`
	Text     string      `json:"text"` // our own words
	Asserts  []string    `json:"asserts,omitempty"`
	Denies   []string    `json:"denies,omitempty"`
	Value    *float64    `json:"value,omitempty"` // for a contested number
	Unit     string      `json:"unit,omitempty"`
	When     Date        `json:"when"`
	Standing ClaimStatus `json:"standing,omitempty"`
}

// ClaimStatus is how a claim stands.
type ClaimStatus string

// The standings of a claim.
const (
	ClaimContested ClaimStatus = "contested"
	ClaimConfirmed ClaimStatus = "confirmed"
	ClaimRefuted   ClaimStatus = "refuted"
)

// ClaimStatuses lists the standings.
func ClaimStatuses() []ClaimStatus {
	return []ClaimStatus{ClaimContested, ClaimConfirmed, ClaimRefuted}
}

// NewClaim normalises and validates.
func NewClaim(c Claim) (*Claim, error) { return &c, c.Validate() }

// Kind implements Noun.
func (*Claim) Kind() Kind { return KindClaim }

// NaturalKey implements Noun.
func (c *Claim) NaturalKey() string { return c.Slug }

// Validate implements Noun.
func (c *Claim) Validate() error {
	var f faults
	f.need("text", c.Text)
	oneOf(&f, "standing", c.Standing, append(ClaimStatuses(), ""))
	if c.Value != nil {
		f.need("unit", c.Unit)
	}
	return f.err(KindClaim)
}

// Facets implements Noun.
func (c *Claim) Facets() Facets {
	p := append(parties(RoleBy, c.Asserts...), parties(RoleTo, c.Denies...)...)
	return Facets{When: c.When, Parties: p, Text: c.Text}
}
