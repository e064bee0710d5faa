package app

import "encoding/json"

// Suggestion is how the coder came to a record that it proposes. It is in no figure until somebody accepts it.
type Suggestion struct {
	Confidence float64             `json:"confidence" minimum:"0" maximum:"1" doc:"Chance that a careful reader would accept it"`
	Step       string              `json:"step" doc:"Part of the coder that made it, e.g. predicates, statements, stances"`
	Frame      string              `json:"frame" doc:"Frame or rule that matched"`
	Operators  []string            `json:"operators" doc:"What changed its meaning, in order"`
	Filters    []string            `json:"filters" doc:"What it passed, and what lowered its confidence"`
	Features   []string            `json:"features" doc:"Strongest reasons of the linear model, +word or -word"`
	Check      *SuggestionCheck    `json:"check" doc:"Comparison with the ledger when it was made; null: nothing to compare with"`
	Conflict   *SuggestionConflict `json:"conflict" doc:"Accepted record that says otherwise, as the ledger stands; null: none"`
	Trigger    Stretch             `json:"trigger" doc:"The words that decided, bytes of the document's text"`
	Rank       float64             `json:"rank" doc:"Confidence times the weight of impact: the order of the queue"`
	Impact     string              `json:"impact" enum:"conflict,empty-cell,pair,vote,other" doc:"What accepting it would change"`
	ImpactText string              `json:"impact_text" doc:"The same in a sentence; empty for other"`
	Refers     []string            `json:"refers" doc:"Records that its body stands on: an episode's triggers, then its responses"`
	By         []SuggestionParty   `json:"by" doc:"Who acts, as the text names them"`
	To         []SuggestionParty   `json:"to"`
	Version    string              `json:"version" doc:"Of the coder"`
	Run        string              `json:"run" doc:"Receipt: the run that made it; GET /trace/record|RUN opens it"`
}

// Stretch is bytes [start, end) of a document's text.
type Stretch struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// SuggestionCheck is a comparison with what the ledger holds.
type SuggestionCheck struct {
	Verdict string `json:"verdict" enum:"agrees,disagrees,not in the ledger"`
	With    string `json:"with" doc:"Ref of the record compared with; may be empty"`
	Text    string `json:"text"`
}

// SuggestionConflict is an accepted record that says otherwise than a suggestion.
type SuggestionConflict struct {
	Ref   string `json:"ref"`
	Text  string `json:"text" doc:"A sentence: what is suggested, and what the accepted row says"`
	Trace string `json:"trace"`
}

// SuggestionParty is an actor as the text names it.
type SuggestionParty struct {
	Code   string `json:"code" doc:"Empty: no known actor"`
	Name   string `json:"name"`
	Sector string `json:"sector"`
	Office string `json:"office"`
	Person string `json:"person"`
}

// SuggestReport is what reading one document again for suggestions did.
type SuggestReport struct {
	Document   string   `json:"document" doc:"Hash"`
	Made       int      `json:"made" doc:"New drafts"`
	Known      int      `json:"known" doc:"Proposed before and left as they stand, whatever became of them"`
	Superseded int      `json:"superseded" doc:"Untouched drafts of an older coder that this one does not make"`
	Accepted   int      `json:"accepted" doc:"Accepted at once by rules that a person switched on"`
	Refused    []string `json:"refused" doc:"What was found and breaks a rule of the ledger, each with the reason"`
	Open       int      `json:"open" doc:"Suggestions of the document that wait now"`
	Sentences  int      `json:"sentences"`
	Again      bool     `json:"again" doc:"The same coder had read it with the same knowledge: nothing was read"`
	Version    string   `json:"version"`
	Run        string   `json:"run" doc:"Ref of the receipt"`
}

// SuggestRequest asks for suggestions of many documents, as work in the background.
type SuggestRequest struct {
	Documents []string `json:"documents,omitempty" doc:"Hashes. Default: every document that this coder has not read yet"`
}

// SuggestStatus is how far suggesting is, over all documents.
type SuggestStatus struct {
	Running   bool     `json:"running"`
	What      string   `json:"what" doc:"What is being done, in words; empty when nothing runs"`
	Done      int      `json:"done" doc:"Of the work that runs"`
	Total     int      `json:"total"`
	Documents int      `json:"documents" doc:"In the ledger"`
	Read      int      `json:"read" doc:"Of them, read by this version of the coder"`
	Open      int      `json:"open" doc:"Suggestions that wait; while work goes on, as counted within the last ten seconds"`
	Failed    []string `json:"failed" doc:"Documents that could not be read since the program began, each with the reason; at most 100"`
	Version   string   `json:"version"`
}

// Unfinished implements the server's question whether the answer is final.
func (s SuggestStatus) Unfinished() bool { return s.Running }

// ExportLine is one line of the training export.
type ExportLine struct {
	Ref        string          `json:"ref"`
	Kind       string          `json:"kind"`
	Decision   string          `json:"decision" enum:"accepted,edited,rejected,added" doc:"What a person did; added: coded by hand"`
	Who        string          `json:"who"`
	At         string          `json:"at"`
	Why        string          `json:"why"`
	Document   string          `json:"document"`
	Title      string          `json:"title"`
	Published  string          `json:"published"`
	Start      int             `json:"start" doc:"Bytes of the document's text"`
	End        int             `json:"end"`
	Sentence   string          `json:"sentence" doc:"The words that it rests on"`
	Suggested  json.RawMessage `json:"suggested,omitempty" doc:"Body as the coder made it"`
	Body       json.RawMessage `json:"body" doc:"Body as it stands"`
	Step       string          `json:"step,omitempty"`
	Frame      string          `json:"frame,omitempty"`
	Confidence float64         `json:"confidence,omitempty"`
	Version    string          `json:"version,omitempty" doc:"Of the coder"`
}
