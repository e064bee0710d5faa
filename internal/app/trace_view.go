package app

import "encoding/json"

// TraceView is *because*: figure → rule → rows → evidence → snapshot.
type TraceView struct {
	ID     string     `json:"id"`
	Scope  ScopeView  `json:"scope"`
	Figure string     `json:"figure" doc:"What is being explained, in words"`
	Value  string     `json:"value" doc:"The figure itself"`
	Rule   string     `json:"rule" doc:"How the rows make the figure, in words"`
	Rows   []TraceRow `json:"rows"`
	Total  int        `json:"total" doc:"Rows in all"`
	Next   string     `json:"next" doc:"Cursor for more rows"`
	Parts  []Figure   `json:"parts" doc:"Figures this one is made of, if any"`
}

// TraceRow is one record that a figure rests on.
type TraceRow struct {
	Ref         string          `json:"ref" doc:"kind:key"`
	Trace       string          `json:"trace" doc:"Opens this record alone"`
	Kind        string          `json:"kind"`
	Label       string          `json:"label" doc:"The record in words"`
	When        string          `json:"when"`
	Status      string          `json:"status"`
	Weight      float64         `json:"weight" doc:"Part in the figure; 1 where rows are counted"`
	Coder       string          `json:"coder" doc:"Person, dictionary, model or data set, with version"`
	Rev         int             `json:"rev"`
	At          string          `json:"at" doc:"Ledger time of the revision"`
	Who         string          `json:"who"`
	Why         string          `json:"why"`
	Credibility int             `json:"credibility" doc:"Admiralty digit of the item; 0 not judged"`
	Body        json.RawMessage `json:"body" doc:"The record's fields"`
	Evidence    []TraceEvidence `json:"evidence"`
}

// TraceEvidence is one thing a record rests on: a quote, a vote or a cited source.
type TraceEvidence struct {
	Kind   string      `json:"kind" enum:"quote,vote,source"`
	Note   string      `json:"note"`
	Hidden bool        `json:"hidden" doc:"The lens hides it: it is in no figure"`
	Quote  *TraceQuote `json:"quote,omitempty"`
	Vote   *VoteMark   `json:"vote,omitempty"`
	Source *SourceHead `json:"source,omitempty"`
}

// TraceQuote is a sentence with its place in a stored document. Orphan: the
// document's text no longer holds these bytes there.
type TraceQuote struct {
	Key       string `json:"key"`
	Document  string `json:"document"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Exact     string `json:"exact"`
	Prefix    string `json:"prefix"`
	Suffix    string `json:"suffix"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Voice     string `json:"voice"`
	VoiceRole string `json:"voice_role"`
	Orphan    bool   `json:"orphan"`
}

// SourceHead is a source as evidence and lists show it.
type SourceHead struct {
	Key       string `json:"key"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Author    string `json:"author"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Language  string `json:"language"`
	Type      string `json:"type"`
	BasedIn   string `json:"based_in"`
	Grade     string `json:"grade" doc:"Admiralty letter; empty: not graded"`
	Records   *int64 `json:"records" doc:"Accepted records that cite it; null where it was not counted"`
}
