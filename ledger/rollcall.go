package ledger

// RollCall is one recorded vote of a body, with the official totals over all
// members where they are known (nil: unknown, which is not zero).
type RollCall struct {
	Symbol  string `json:"symbol"` // e.g. A/RES/ES-11/1
	When    Date   `json:"when"`
	Title   string `json:"title"`
	Yes     *int   `json:"yes,omitempty"`
	No      *int   `json:"no,omitempty"`
	Abstain *int   `json:"abstain,omitempty"`
}

// NewRollCall normalises and validates.
func NewRollCall(r RollCall) (*RollCall, error) { return &r, r.Validate() }

// Kind implements Noun.
func (*RollCall) Kind() Kind { return KindRollCall }

// NaturalKey implements Noun.
func (r *RollCall) NaturalKey() string { return r.Symbol }

// Validate implements Noun.
func (r *RollCall) Validate() error {
	var f faults
	f.need("symbol", r.Symbol)
	f.needDate("when", r.When)
	for field, n := range map[string]*int{"yes": r.Yes, "no": r.No, "abstain": r.Abstain} {
		if n != nil && *n < 0 {
			f.add(field, "is negative", "give the official total or leave it empty")
		}
	}
	return f.err(KindRollCall)
}

// Facets implements Noun.
func (r *RollCall) Facets() Facets { return Facets{When: r.When, Text: words(r.Symbol, r.Title)} }

// Vote is one actor on one roll call. Abstain and absent are never merged.
type Vote struct {
	RollCall string     `json:"rollcall"`
	Actor    string     `json:"actor"`
	Choice   VoteChoice `json:"vote"`
	When     Date       `json:"when"`
}

// VoteChoice is what an actor did on a roll call.
type VoteChoice string

// The choices. Absent is the source's non-voting mark.
const (
	Yes     VoteChoice = "yes"
	No      VoteChoice = "no"
	Abstain VoteChoice = "abstain"
	Absent  VoteChoice = "absent"
)

// VoteChoices lists the choices.
func VoteChoices() []VoteChoice { return []VoteChoice{Yes, No, Abstain, Absent} }

// NewVote normalises and validates.
func NewVote(v Vote) (*Vote, error) { return &v, v.Validate() }

// Kind implements Noun.
func (*Vote) Kind() Kind { return KindVote }

// NaturalKey implements Noun.
func (v *Vote) NaturalKey() string { return joinKey(v.RollCall, v.Actor) }

// Validate implements Noun.
func (v *Vote) Validate() error {
	var f faults
	f.need("rollcall", v.RollCall)
	f.need("actor", v.Actor)
	f.needDate("when", v.When)
	oneOf(&f, "vote", v.Choice, VoteChoices())
	return f.err(KindVote)
}

// Facets implements Noun. Votes are found by their roll call, not by words.
func (v *Vote) Facets() Facets {
	return Facets{When: v.When, Parties: parties(RoleBy, v.Actor), Item: v.RollCall}
}

// Relative is the vote's position relative to the hub's own vote on the same
// roll call: the same vote is with, a vote across the middle is against, an
// abstention against a hub that took a side is neutral. An absent hub, or none,
// gives "" (nothing can be said). Absent stays absent.
func (v VoteChoice) Relative(hub VoteChoice) Position {
	switch {
	case v == Absent:
		return AbsentPosition
	case hub != Yes && hub != No && hub != Abstain:
		return ""
	case v == hub:
		return With
	case v == Abstain:
		return Neutral
	case hub == Abstain:
		return Neutral
	}
	return Against
}
