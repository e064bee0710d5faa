package ledger

import "fmt"

// Event is who did what to whom, in PLOVER's terms. By and To hold every member
// of a compound party; By is empty when nobody established who acted. Instrument is the region's own word for the means
// ("sanitary-ban"). Credibility is the Admiralty digit: 1 confirms that the act
// took place, never its motive.
type Event struct {
	Slug        string      `json:"slug,omitempty"` // casebook id; empty for events coded in the reader
	When        Date        `json:"when"`           // zero: nobody knows the day; such an event is in no figure by date
	By          []string    `json:"by"`
	To          []string    `json:"to"`
	Type        EventType   `json:"type"`
	Mode        string      `json:"mode,omitempty"`
	Contexts    []string    `json:"contexts,omitempty"`
	Instrument  string      `json:"instrument,omitempty"`
	Summary     string      `json:"summary"` // our own words
	Credibility Credibility `json:"credibility,omitempty"`
	Claim       string      `json:"claim,omitempty"` // key of the contested claim it rests on
}

// NewEvent normalises and validates.
func NewEvent(e Event) (*Event, error) { return &e, e.Validate() }

// Kind implements Noun.
func (*Event) Kind() Kind { return KindEvent }

// NaturalKey implements Noun.
func (e *Event) NaturalKey() string { return e.Slug }

// Validate implements Noun.
func (e *Event) Validate() error {
	var f faults
	if len(e.By)+len(e.To) == 0 {
		f.add("by", "and to are both empty", "name at least one party; who acted may stay empty when nobody established it")
	}
	if !e.Type.Valid() {
		f.add("type", fmt.Sprintf("%q is not a PLOVER event type", string(e.Type)), "use one of the sixteen, for example SANCTION")
	} else {
		if len(e.To) == 0 && e.Type.RecipientRequired() {
			f.add("to", "is empty", string(e.Type)+" needs a recipient")
		}
		if e.Mode != "" && !ValidMode(e.Type, e.Mode) {
			f.add("mode", fmt.Sprintf("%q is not a mode of %s", e.Mode, e.Type), "pick a mode of that type or leave it empty")
		}
	}
	for _, c := range e.Contexts {
		if !ValidContext(c) {
			f.add("contexts", fmt.Sprintf("%q is not a PLOVER context", c), "pick from the 37 contexts")
		}
	}
	f.need("summary", e.Summary)
	e.Credibility.check(&f, "credibility")
	return f.err(KindEvent)
}

// Facets implements Noun.
func (e *Event) Facets() Facets {
	p := append(parties(RoleBy, e.By...), parties(RoleTo, e.To...)...)
	return Facets{When: e.When, Parties: append(p, parties(RoleAbout, e.Claim)...), Text: words(e.Summary, e.Instrument)}
}
