package ledger

// VoteClaim is what a text says of a vote. It is evidence of words, never a vote:
// no figure counts it, whatever its status. The votes themselves come from the
// body's records (Vote); a claim is read beside them and agrees with them or not.
type VoteClaim struct {
	RollCall   string     `json:"rollcall,omitempty"` // symbol, e.g. A/RES/ES-11/1; empty when the text does not say which vote it means
	Resolution string     `json:"resolution"`         // the words by which the text names what was voted on
	Actor      string     `json:"actor"`
	Choice     VoteChoice `json:"vote"`
	When       Date       `json:"when"` // of the vote, as the text gives it; zero: it gives none
	Summary    string     `json:"summary"`
}

// NewVoteClaim normalises and validates.
func NewVoteClaim(v VoteClaim) (*VoteClaim, error) { return &v, v.Validate() }

// Kind implements Noun.
func (*VoteClaim) Kind() Kind { return KindVoteClaim }

// NaturalKey implements Noun. Two texts may claim two things of one vote, so the
// record's id is the key.
func (*VoteClaim) NaturalKey() string { return "" }

// Validate implements Noun.
func (v *VoteClaim) Validate() error {
	var f faults
	if v.RollCall == "" {
		f.need("resolution", v.Resolution)
	}
	f.need("actor", v.Actor)
	oneOf(&f, "vote", v.Choice, VoteChoices())
	f.need("summary", v.Summary)
	return f.err(KindVoteClaim)
}

// Facets implements Noun. The roll call is what it is about and not its item, so
// that nothing that asks for the answers to a roll call finds a claim.
func (v *VoteClaim) Facets() Facets {
	p := append(parties(RoleBy, v.Actor), parties(RoleAbout, v.RollCall)...)
	return Facets{When: v.When, Parties: p, Text: words(v.Summary, v.Resolution)}
}
