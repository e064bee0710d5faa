package ledger

import "encoding/json"

// Kind names a noun. The names are stable: they are in URLs and exports.
type Kind string

// The kinds of record that a ledger holds.
const (
	KindSource         Kind = "source"
	KindDocument       Kind = "document"
	KindQuote          Kind = "quote"
	KindActor          Kind = "actor"
	KindPerson         Kind = "person"
	KindMembership     Kind = "membership"
	KindEvent          Kind = "event"
	KindEpisode        Kind = "episode"
	KindItem           Kind = "item"
	KindStance         Kind = "stance"
	KindRollCall       Kind = "rollcall"
	KindVote           Kind = "vote"
	KindStatement      Kind = "statement"
	KindTie            Kind = "tie"
	KindClaim          Kind = "claim"
	KindForecast       Kind = "forecast"
	KindResolution     Kind = "resolution"
	KindRule           Kind = "rule"
	KindRun            Kind = "run"
	KindRegion         Kind = "region"
	KindAcceptanceRule Kind = "acceptance-rule"
	KindVoteClaim      Kind = "vote-claim" // what a text says of a vote; never counted as one
)

// Kinds lists every kind.
func Kinds() []Kind {
	return []Kind{KindSource, KindDocument, KindQuote, KindActor, KindPerson, KindMembership, KindEvent, KindEpisode, KindItem, KindStance,
		KindRollCall, KindVote, KindStatement, KindTie, KindClaim, KindForecast, KindResolution, KindRule, KindRun, KindRegion, KindVoteClaim, KindAcceptanceRule}
}

// Noun is the body of a record. Every noun of this package implements it.
type Noun interface {
	Kind() Kind
	// Validate returns nil or *Faults with every fault.
	Validate() error
	// NaturalKey is the key the field itself gives ("KAZ", "residence-drones-2025/KAZ"),
	// or "" where there is none and the record's id serves as key.
	NaturalKey() string
	// Facets is what the noun can be looked up by.
	Facets() Facets
}

// Facets is what a store indexes of a noun, and nothing else may be looked up.
type Facets struct {
	When    Date // event time; zero when the noun has none
	Parties []Party
	Item    string // key of what is answered: a reaction item, roll call, document or episode
	Text    string // words for full-text search
}

// Party links a record to the key of an actor, person, document or record.
type Party struct {
	Role Role
	Key  string
}

// Role says how a record refers to something. Roles are stable: stores index them.
type Role string

// The roles that facets use.
const (
	RoleBy      Role = "by"      // the one who acts, votes, speaks, depends
	RoleTo      Role = "to"      // the one acted upon, spoken about, depended on
	RoleHub     Role = "hub"     // the hub of an item, episode or rule
	RoleIn      Role = "in"      // the organisation or document it belongs to
	RoleTrigger Role = "trigger" // an episode's trigger event
	RoleAnswer  Role = "answer"  // an episode's response event
	RoleAbout   Role = "about"   // a claim, forecast or record it refers to
	RoleQuote   Role = "quote"   // a quote it rests on
	RoleVote    Role = "vote"    // a vote it rests on
	RoleSource  Role = "source"  // a source it cites
)

// blank returns a pointer to an empty noun of the kind, or nil for an unknown kind.
func blank(k Kind) Noun {
	switch k {
	case KindSource:
		return &Source{}
	case KindDocument:
		return &Document{}
	case KindQuote:
		return &Quote{}
	case KindActor:
		return &Actor{}
	case KindPerson:
		return &Person{}
	case KindMembership:
		return &Membership{}
	case KindEvent:
		return &Event{}
	case KindEpisode:
		return &Episode{}
	case KindItem:
		return &Item{}
	case KindStance:
		return &Stance{}
	case KindRollCall:
		return &RollCall{}
	case KindVote:
		return &Vote{}
	case KindStatement:
		return &Statement{}
	case KindTie:
		return &Tie{}
	case KindClaim:
		return &Claim{}
	case KindForecast:
		return &Forecast{}
	case KindResolution:
		return &Resolution{}
	case KindRule:
		return &Rule{}
	case KindRun:
		return &Run{}
	case KindRegion:
		return &Region{}
	case KindAcceptanceRule:
		return &AcceptanceRule{}
	case KindVoteClaim:
		return &VoteClaim{}
	}
	return nil
}

// Valid reports whether k names a noun.
func (k Kind) Valid() bool { return blank(k) != nil }

// DecodeNoun reads the JSON of a noun of kind k. The noun is returned as a
// pointer (*Event, *Stance …) and is not validated: a ledger must be able to
// read what an older version accepted.
func DecodeNoun(k Kind, body []byte) (Noun, error) {
	n := blank(k)
	if n == nil {
		return nil, &Faults{Kind: k, List: []Fault{{Field: "kind", Problem: "is not known to this version", Do: "use a newer Orrery"}}}
	}
	if err := json.Unmarshal(body, n); err != nil {
		return nil, err
	}
	return n, nil
}
