package plover

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Codebook is what cite_info names as the book of rules.
const Codebook = "plover-base-2.0"

// Record is one event. Fields below EventText are optional in PLOVER; those from Confidence on are our own.
type Record struct {
	ID         string   `json:"id"`
	Date       string   `json:"date"`              // YYYY-MM-DD, the first day that it may have been; the document's where the text gives none
	EndDate    string   `json:"enddate,omitempty"` // the last day that it may have been, where that is another
	Actor      []Entity `json:"actor"`
	Recipient  []Entity `json:"recipient,omitempty"`
	Event      []string `json:"event"`
	Mode       []string `json:"mode,omitempty"` // also the auxiliary modes: historical, future, hypothetical, negation
	Context    []string `json:"context,omitempty"`
	Quad       int      `json:"quad_code"`
	Scale      float64  `json:"event_scale"`
	EventText  []string `json:"event_text"` // the words that decided
	Coder      string   `json:"coder"`
	TextInfo   TextInfo `json:"text_info"`
	CiteInfo   CiteInfo `json:"cite_info"`
	Text       string   `json:"text,omitempty"` // the sentence; only when asked for: rights
	Confidence float64  `json:"confidence"`
	DateType   string   `json:"date_type"` // exact, approximate, range, unresolved
	Frame      string   `json:"frame"`
	Operators  []string `json:"operators,omitempty"`
}

// Entity is one party.
type Entity struct {
	Code       string `json:"code"` // ISO 3166-1 alpha-3 or an organisation's; "" where nobody knows the name
	Sector     string `json:"sector,omitempty"`
	Text       string `json:"entity_text"`
	Identifier string `json:"identifier_id,omitempty"` // slug of the casebook's person
	Office     string `json:"office,omitempty"`
}

// TextInfo says where in the document the event stands: bytes of its text in UTF-8, and the number of its sentence.
type TextInfo struct {
	Sequence int `json:"sequence"`
	Start    int `json:"start"`
	End      int `json:"end"`
}

// CiteInfo says which document.
type CiteInfo struct {
	Citation    string `json:"citation,omitempty"` // SHA-256 of the document's bytes, or the name of its file
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Publication string `json:"publication,omitempty"`
	Language    string `json:"language,omitempty"`
	Codebook    string `json:"codebook"`
}

// Source is what the record cites.
type Source struct {
	Citation, URL string
	Coder         string // name and version
	WithText      bool
}

// Of makes the record of an event's draft; false for a draft of another kind. Two-sided acts (meetings, agreements, joint acts) have
// all parties as actors, as PLOVER has it.
func Of(d draft.Draft, r *reading.Reading, from Source) (Record, bool) {
	e, ok := d.Body.(*ledger.Event)
	if !ok {
		return Record{}, false
	}
	doc := r.Document
	out := Record{Actor: entities(d.By), Recipient: entities(d.To), Event: []string{string(e.Type)}, Context: e.Contexts, Quad: int(e.Type.Quad()),
		EventText: []string{d.Trigger.Of(doc.Text)}, Coder: from.Coder, Scale: e.Type.Score(),
		TextInfo:   TextInfo{Sequence: r.SentenceAt(d.Span.Start), Start: d.Span.Start, End: d.Span.End},
		CiteInfo:   CiteInfo{from.Citation, from.URL, doc.Title, doc.Outlet, doc.Language, Codebook},
		Confidence: d.Confidence, Frame: d.Trace.Frame, Operators: d.Trace.Operators}
	if e.Mode != "" {
		out.Mode = []string{e.Mode}
		for _, m := range e.Type.Modes() {
			if m.Mode == e.Mode && m.Scored {
				out.Scale = m.Score
			}
		}
	}
	if reciprocal(e.Type) && len(out.Recipient) > 0 {
		out.Actor, out.Recipient = append(out.Actor, out.Recipient...), nil
	}
	out.Date, out.EndDate, out.DateType = days(e.When, doc.Published)
	if from.WithText {
		out.Text = d.Span.Of(doc.Text)
	}
	out.ID = identity(out, d.Span, from)
	return out, true
}

// reciprocal are the types in which PLOVER lists all parties as actors when nobody is host or giver.
func reciprocal(t ledger.EventType) bool { return t == ledger.EventConsult }

func entities(refs []actors.Ref) []Entity {
	out := make([]Entity, 0, len(refs))
	for _, r := range refs {
		out = append(out, Entity{Code: r.Code, Sector: r.Sector, Text: r.Name, Identifier: r.Person, Office: r.Office})
	}
	return out
}

// days are the first and last day that a date may mean. One without a beginning is the document's own day.
func days(when, published ledger.Date) (date, end, kind string) {
	if when.IsZero() {
		when, kind = published, "unresolved"
	}
	if when.IsZero() {
		return "", "", "unresolved"
	}
	first, last := when.Span()
	switch {
	case first == ledger.MinDay:
		return last.String(), "", "unresolved"
	case last == ledger.MaxDay:
		return first.String(), "", "range"
	case kind != "":
		return first.String(), "", kind
	case first == last:
		return first.String(), "", "exact"
	case strings.Contains(when.String(), "/"):
		return first.String(), last.String(), "range"
	}
	return first.String(), last.String(), "approximate"
}

// identity is the same for the same event in the same place of the same document, whoever runs the coder.
func identity(r Record, span syntax.Span, from Source) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s|%s|%d|%d|%s|%v|%v|%v", from.Citation, from.URL, span.Start, span.End, r.Event, r.Mode, r.Actor, r.Recipient))
	return "orr-" + hex.EncodeToString(sum[:10])
}
