package ledger

import "strings"

// Episode sets a step by a target beside a measure of a hub. Triggers and
// Responses are event keys and may be empty: a trigger without a response and a
// response without a trigger are kept, because a pattern cannot be judged without
// them. It claims no cause: Link says who does.
type Episode struct {
	Slug           string   `json:"slug"`
	Hub            string   `json:"hub"`
	Targets        []string `json:"targets"`
	Name           string   `json:"name"`
	Triggers       []string `json:"triggers,omitempty"`
	Responses      []string `json:"responses,omitempty"`
	OfficialReason string   `json:"official_reason,omitempty"`
	ClaimedLink    string   `json:"claimed_link,omitempty"` // "asserted: …", see Link
	ClaimedBy      string   `json:"claimed_by,omitempty"`
}

// LinkGrade is how far somebody claims that the response answers the trigger.
type LinkGrade string

// The grades of a claimed link.
const (
	LinkAdmitted  LinkGrade = "admitted"  // the hub names the step
	LinkAsserted  LinkGrade = "asserted"  // a named party or several media say so
	LinkSuspected LinkGrade = "suspected" // set side by side
	LinkDisputed  LinkGrade = "disputed"  // claim and serious counter-claim
	LinkNone      LinkGrade = "none"
	LinkRoutine   LinkGrade = "routine" // veterinary, phytosanitary or commercial with a sign that it is
)

// LinkGrades lists the grades of a claimed link.
func LinkGrades() []LinkGrade {
	return []LinkGrade{LinkAdmitted, LinkAsserted, LinkSuspected, LinkDisputed, LinkNone, LinkRoutine}
}

// Link is the first word of ClaimedLink, and the words after it.
func (e *Episode) Link() (LinkGrade, string) {
	grade, rest, _ := strings.Cut(e.ClaimedLink, ":")
	return LinkGrade(strings.TrimSpace(grade)), strings.TrimSpace(rest)
}

// NewEpisode normalises and validates.
func NewEpisode(e Episode) (*Episode, error) { return &e, e.Validate() }

// Kind implements Noun.
func (*Episode) Kind() Kind { return KindEpisode }

// NaturalKey implements Noun.
func (e *Episode) NaturalKey() string { return e.Slug }

// Validate implements Noun.
func (e *Episode) Validate() error {
	var f faults
	f.need("hub", e.Hub)
	if len(e.Targets) == 0 {
		f.add("targets", "is empty", "name the state under pressure")
	}
	f.need("name", e.Name)
	if len(e.Triggers)+len(e.Responses) == 0 {
		f.add("triggers", "and responses are both empty", "give at least one event")
	}
	if grade, _ := e.Link(); e.ClaimedLink != "" {
		oneOf(&f, "claimed_link", grade, LinkGrades())
	}
	return f.err(KindEpisode)
}

// Facets implements Noun.
func (e *Episode) Facets() Facets {
	p := append(parties(RoleHub, e.Hub), parties(RoleTo, e.Targets...)...)
	p = append(p, parties(RoleTrigger, e.Triggers...)...)
	return Facets{Parties: append(p, parties(RoleAnswer, e.Responses...)...), Text: words(e.Name, e.OfficialReason, e.ClaimedLink)}
}
