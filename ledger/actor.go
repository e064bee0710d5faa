package ledger

import "strings"

// Actor is a state, organisation, power bloc, office, group or non-state entity.
// States are keyed by ISO 3166-1 alpha-3, organisations by an upper-case code.
type Actor struct {
	Code     string            `json:"code"`
	Type     ActorType         `json:"type"`
	Names    map[string]string `json:"names"`             // by language, "en" required
	Aliases  []string          `json:"aliases,omitempty"` // any script
	Wikidata string            `json:"wikidata,omitempty"`
	From     Date              `json:"from"`
	To       Date              `json:"to"`
	Parents  []string          `json:"parents,omitempty"`
}

// ActorType is what sort of thing an actor is.
type ActorType string

// The sorts of actor.
const (
	ActorState        ActorType = "state"
	ActorOrganisation ActorType = "organisation"
	ActorPowerBloc    ActorType = "power-bloc"
	ActorNonState     ActorType = "non-state"
	ActorOffice       ActorType = "office"
	ActorGroup        ActorType = "group"
)

// ActorTypes lists the sorts of actor.
func ActorTypes() []ActorType {
	return []ActorType{ActorState, ActorOrganisation, ActorPowerBloc, ActorNonState, ActorOffice, ActorGroup}
}

// NewActor normalises and validates.
func NewActor(a Actor) (*Actor, error) {
	a.Code = strings.ToUpper(strings.TrimSpace(a.Code))
	return &a, a.Validate()
}

// Name is the English name, or the code.
func (a *Actor) Name() string {
	if n := a.Names["en"]; n != "" {
		return n
	}
	return a.Code
}

// Kind implements Noun.
func (*Actor) Kind() Kind { return KindActor }

// NaturalKey implements Noun.
func (a *Actor) NaturalKey() string { return a.Code }

// Validate implements Noun.
func (a *Actor) Validate() error {
	var f faults
	f.need("code", a.Code)
	f.need("names.en", a.Names["en"])
	oneOf(&f, "type", a.Type, ActorTypes())
	checkInterval(&f, a.From, a.To)
	return f.err(KindActor)
}

// Facets implements Noun.
func (a *Actor) Facets() Facets {
	text := append([]string{a.Code}, sortedValues(a.Names)...)
	return Facets{Text: words(append(text, a.Aliases...)...)}
}

// Person is an office-holder or published expert, with the office held over an
// interval. One record a term of office: the key is the slug, plus the term's
// start where a person held several.
type Person struct {
	Slug    string            `json:"slug"`
	Names   map[string]string `json:"names"`
	Aliases []string          `json:"aliases,omitempty"`
	Actor   string            `json:"actor"` // whom the office serves
	Office  string            `json:"office"`
	From    Date              `json:"from"`
	To      Date              `json:"to"`
	Term    string            `json:"term,omitempty"` // tells several terms of one slug apart
}

// NewPerson normalises and validates.
func NewPerson(p Person) (*Person, error) { return &p, p.Validate() }

// Name is the English name, or the slug.
func (p *Person) Name() string {
	if n := p.Names["en"]; n != "" {
		return n
	}
	return p.Slug
}

// Kind implements Noun.
func (*Person) Kind() Kind { return KindPerson }

// NaturalKey implements Noun.
func (p *Person) NaturalKey() string { return joinKey(p.Slug, p.Term) }

// Validate implements Noun.
func (p *Person) Validate() error {
	var f faults
	f.need("slug", p.Slug)
	f.need("names.en", p.Names["en"])
	f.need("actor", p.Actor)
	f.need("office", p.Office)
	checkInterval(&f, p.From, p.To)
	return f.err(KindPerson)
}

// Facets implements Noun.
func (p *Person) Facets() Facets {
	text := append([]string{p.Slug, p.Office}, sortedValues(p.Names)...)
	return Facets{When: p.From, Parties: []Party{{RoleBy, p.Actor}}, Text: words(append(text, p.Aliases...)...)}
}
