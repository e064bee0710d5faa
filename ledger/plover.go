package ledger

// EventType is one of the 16 event types of PLOVER 2.0, in capitals.
type EventType string

// The event types, from cooperation to conflict.
const (
	EventAgree     EventType = "AGREE"
	EventConsult   EventType = "CONSULT"
	EventSupport   EventType = "SUPPORT"
	EventConcede   EventType = "CONCEDE"
	EventCooperate EventType = "COOPERATE"
	EventAid       EventType = "AID"
	EventRetreat   EventType = "RETREAT"
	EventRequest   EventType = "REQUEST"
	EventAccuse    EventType = "ACCUSE"
	EventReject    EventType = "REJECT"
	EventThreaten  EventType = "THREATEN"
	EventProtest   EventType = "PROTEST"
	EventSanction  EventType = "SANCTION"
	EventMobilize  EventType = "MOBILIZE"
	EventCoerce    EventType = "COERCE"
	EventAssault   EventType = "ASSAULT"
)

// Quad is the quad class of an event, numbered as in PLOVER.
type Quad int

// The quad classes; the zero value belongs to no event type.
const (
	VerbalCooperation   Quad = 1
	MaterialCooperation Quad = 2
	VerbalConflict      Quad = 3
	MaterialConflict    Quad = 4
)

// String is the class in words, "unknown" for anything but 1 to 4.
func (q Quad) String() string {
	switch q {
	case VerbalCooperation:
		return "verbal cooperation"
	case MaterialCooperation:
		return "material cooperation"
	case VerbalConflict:
		return "verbal conflict"
	case MaterialConflict:
		return "material conflict"
	}
	return "unknown"
}

// EventTypeInfo is what PLOVER says of one event type.
type EventTypeInfo struct {
	Type EventType `json:"type"`
	Quad Quad      `json:"quad"`
	// Score places the type between -10 (conflict) and +10 (cooperation).
	Score float64 `json:"score"`
	// RecipientRequired: an event of this type without a recipient is not valid.
	RecipientRequired bool `json:"recipient_required"`
	// Gloss says in one sentence of our own what the type covers.
	Gloss string `json:"gloss"`
}

// EventTypes lists the 16 types in the order of the constants.
func EventTypes() []EventTypeInfo {
	return append([]EventTypeInfo(nil), eventTypes[:]...)
}

// Place is where t stands among EventTypes, from 0; -1 when it is none of them.
func (t EventType) Place() int {
	for i := range eventTypes {
		if eventTypes[i].Type == t {
			return i
		}
	}
	return -1
}

// info is the row of t, or a zero row when t is not a type of PLOVER.
func (t EventType) info() EventTypeInfo {
	for i := range eventTypes {
		if eventTypes[i].Type == t {
			return eventTypes[i]
		}
	}
	return EventTypeInfo{}
}

// Valid reports whether t is one of the 16 types, in capitals.
func (t EventType) Valid() bool { return t.info().Type != "" }

// Quad is the quad class of t, 0 when t is not valid.
func (t EventType) Quad() Quad { return t.info().Quad }

// Score is between -10 and +10; 0 for REQUEST, and when t is not valid.
func (t EventType) Score() float64 { return t.info().Score }

// RecipientRequired reports whether an event of type t must name a recipient:
// COOPERATE, AID and SANCTION. (The manual's summary table disagrees with its
// sections on PROTEST and AID; the sections are followed.)
func (t EventType) RecipientRequired() bool { return t.info().RecipientRequired }

// Gloss says what t covers, "" when t is not valid.
func (t EventType) Gloss() string { return t.info().Gloss }

// Modes lists the modes of t; empty for types that have none.
func (t EventType) Modes() []ModeInfo {
	var modes []ModeInfo
	for _, m := range typeModes {
		if m.Type == t {
			modes = append(modes, m)
		}
	}
	return modes
}
