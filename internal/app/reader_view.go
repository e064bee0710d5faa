package app

import (
	"encoding/json"

	"orrery/ledger"
)

// DocumentHead is a document in the reader's queue.
type DocumentHead struct {
	Hash      string `json:"hash"`
	Title     string `json:"title"`
	Author    string `json:"author"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Retrieved string `json:"retrieved"`
	Language  string `json:"language"`
	Form      string `json:"form"`
	URL       string `json:"url"`
	Bytes     int    `json:"bytes"`
	Drafts    int    `json:"drafts"`
	Accepted  int    `json:"accepted"`
	Open      int    `json:"open" doc:"Suggestions of the coder that wait; they are among the drafts"`
	Coded     string `json:"coded" doc:"Version of the coder that read it last; empty: none did"`
	Read      string `json:"read" doc:"Ledger time it was read"`
}

// DocumentList is the reader's queue, newest first.
type DocumentList struct {
	Documents []DocumentHead `json:"documents"`
	Next      string         `json:"next"`
}

// DocumentView is a document with its text and everything coded in it. All offsets
// are bytes of Text in UTF-8.
type DocumentView struct {
	Scope   ScopeView      `json:"scope"`
	Head    DocumentHead   `json:"head"`
	Text    string         `json:"text"`
	Blocks  []ledger.Block `json:"blocks"`
	Turns   []ledger.Turn  `json:"turns"`
	Relay   []ledger.Relay `json:"relay"`
	Notes   []string       `json:"notes"`
	Source  *SourceHead    `json:"source"`
	Records []CodedRecord  `json:"records" doc:"By place in the text"`
	Blind   string         `json:"blind" doc:"Coder whose records alone are shown; empty: all are"`
	Created bool           `json:"created" doc:"False when the same bytes were read before"`
}

// CodedRecord is a record with the spans it rests on in one document.
type CodedRecord struct {
	Record     RecordView  `json:"record"`
	Spans      []CodedSpan `json:"spans"`
	Suggestion *Suggestion `json:"suggestion" doc:"How the coder came to it; null: a person coded it"`
}

// CodedSpan is one quote of a coded record.
type CodedSpan struct {
	Quote  string       `json:"quote" doc:"Key of the quote"`
	Start  int          `json:"start"`
	End    int          `json:"end"`
	Exact  string       `json:"exact"`
	Voice  ledger.Voice `json:"voice"`
	Orphan bool         `json:"orphan"`
}

// RecordView is one revision of a record as the API gives it.
type RecordView struct {
	ID       string            `json:"id"`
	Ref      string            `json:"ref"`
	Trace    string            `json:"trace" doc:"Opens this record alone"`
	Kind     string            `json:"kind"`
	Key      string            `json:"key"`
	Rev      int               `json:"rev" doc:"Send it back as If-Match to edit"`
	Status   string            `json:"status"`
	Label    string            `json:"label"`
	Coder    ledger.Coder      `json:"coder"`
	Evidence []ledger.Evidence `json:"evidence"`
	At       string            `json:"at"`
	Who      string            `json:"who"`
	Why      string            `json:"why"`
	Hash     string            `json:"hash"`
	Body     json.RawMessage   `json:"body"`
}

// ReadRequest asks Orrery to read a text: exactly one of Text and URL. Raw bytes of
// a file are uploaded as multipart form instead.
type ReadRequest struct {
	Text      string `json:"text,omitempty"`
	MediaType string `json:"media_type,omitempty" enum:"text/plain,text/markdown,text/html" default:"text/plain"`
	URL       string `json:"url,omitempty"`
	FileName  string `json:"file_name,omitempty"`
	Source    string `json:"source,omitempty" doc:"Key of a known source that this is the text of"`
	Suggest   bool   `json:"suggest,omitempty" doc:"Read it for suggestions at once"`
}

// CodeRequest makes a draft from a selection: the record's body and the span that
// it rests on. Voice empty: taken from the turn that holds the span.
type CodeRequest struct {
	Kind     string          `json:"kind" enum:"stance,event,statement,forecast,tie,claim"`
	Body     json.RawMessage `json:"body"`
	Document string          `json:"document"`
	Start    int             `json:"start"`
	End      int             `json:"end"`
	Voice    *ledger.Voice   `json:"voice,omitempty"`
	Why      string          `json:"why,omitempty"`
	Who      string          `json:"who,omitempty" doc:"Name of the person who codes. Default: the one Orrery was started for"`
}

// EditRequest changes a record. Absent fields stay.
type EditRequest struct {
	Body   json.RawMessage `json:"body,omitempty"`
	Status string          `json:"status,omitempty" enum:"draft,accepted,rejected,superseded"`
	Why    string          `json:"why,omitempty"`
	Who    string          `json:"who,omitempty" doc:"Name of the person who edits. Default: the one Orrery was started for"`
}

// Vocabulary is what forms complete from.
type Vocabulary struct {
	Actors      []ActorName `json:"actors"`
	Items       []ItemHead  `json:"items"`
	RollCalls   []Named     `json:"rollcalls"`
	Types       []TypeName  `json:"types"`
	Contexts    []Named     `json:"contexts"`
	Instruments []string    `json:"instruments"`
	Measures    []string    `json:"measures"`
	Units       []string    `json:"units"`
	Concepts    []string    `json:"concepts"`
	Positions   []string    `json:"positions"`
	Forms       []string    `json:"forms"`
	Channels    []string    `json:"channels"`
	Forecasts   []string    `json:"forecasts" doc:"Forms of a forecast"`
	Claims      []Named     `json:"claims"`
	VoiceRoles  []string    `json:"voice_roles"`
}

// ActorName is an actor with every name it is known by, for completion in any script.
type ActorName struct {
	Named
	Type    string   `json:"type"`
	Aliases []string `json:"aliases"`
}

// TypeName is a PLOVER type with its modes.
type TypeName struct {
	Named
	Quad      int     `json:"quad"`
	Recipient bool    `json:"recipient" doc:"A recipient is required"`
	Modes     []Named `json:"modes"`
}
