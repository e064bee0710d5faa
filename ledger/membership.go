package ledger

// Membership is the interval of an actor in an organisation. An empty To means
// that it has not ended.
type Membership struct {
	Actor        string           `json:"actor"`
	Organisation string           `json:"organisation"`
	Status       MembershipStatus `json:"membership"`
	From         Date             `json:"from"`
	To           Date             `json:"to"`
	Note         string           `json:"note,omitempty"`
}

// MembershipStatus is how an actor belongs to an organisation.
type MembershipStatus string

// The statuses of a membership.
const (
	Member     MembershipStatus = "member"
	Observer   MembershipStatus = "observer"
	Associate  MembershipStatus = "associate"
	Candidate  MembershipStatus = "candidate"
	Suspended  MembershipStatus = "suspended"
	WithdrawnM MembershipStatus = "withdrawn"
)

// MembershipStatuses lists the statuses of a membership.
func MembershipStatuses() []MembershipStatus {
	return []MembershipStatus{Member, Observer, Associate, Candidate, Suspended, WithdrawnM}
}

// HoldsOn reports whether the interval covers any day of d: certainly, possibly
// (a date cut to a month or year), or never.
func (m *Membership) HoldsOn(d Date) Certainty {
	first, last := d.Span()
	fromFirst, fromLast := MinDay, MinDay
	if !m.From.IsZero() {
		fromFirst, fromLast = m.From.Span()
	}
	toFirst, toLast := MaxDay, MaxDay
	if !m.To.IsZero() {
		toFirst, toLast = m.To.Span()
	}
	switch {
	case last < fromFirst || first > toLast:
		return Never
	case first >= fromLast && last <= toFirst:
		return Certainly
	}
	return Possibly
}

// NewMembership normalises and validates.
func NewMembership(m Membership) (*Membership, error) { return &m, m.Validate() }

// Kind implements Noun.
func (*Membership) Kind() Kind { return KindMembership }

// NaturalKey implements Noun.
func (m *Membership) NaturalKey() string {
	return joinKey(m.Actor, m.Organisation, string(m.Status), m.From.String())
}

// Validate implements Noun.
func (m *Membership) Validate() error {
	var f faults
	f.need("actor", m.Actor)
	f.need("organisation", m.Organisation)
	oneOf(&f, "membership", m.Status, MembershipStatuses())
	checkInterval(&f, m.From, m.To)
	return f.err(KindMembership)
}

// Facets implements Noun.
func (m *Membership) Facets() Facets {
	return Facets{When: m.From, Parties: []Party{{RoleBy, m.Actor}, {RoleIn, m.Organisation}}}
}
