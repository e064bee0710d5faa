package app

// Queue is the suggestions that wait, what would change most first.
type Queue struct {
	Scope     ScopeView    `json:"scope"`
	Sentence  Sentence     `json:"sentence"`
	Rows      []QueueRow   `json:"rows"`
	Total     int          `json:"total"`
	Kinds     []QueueCount `json:"kinds" doc:"Open suggestions by kind"`
	Impacts   []QueueCount `json:"impacts" doc:"Open suggestions by what accepting them would change"`
	Documents int          `json:"documents" doc:"Documents with open suggestions"`
	Next      string       `json:"next"`
}

// QueueRow is one suggestion with the document that it stands in.
type QueueRow struct {
	Document QueueDocument `json:"document"`
	Coded    CodedRecord   `json:"coded"`
}

// QueueDocument names a document.
type QueueDocument struct {
	Hash      string `json:"hash"`
	Title     string `json:"title"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
}

// QueueCount is how many suggestions of one sort wait.
type QueueCount struct {
	Name  string `json:"name"`
	Label string `json:"label"`
	N     int    `json:"n"`
}

// QueueAsk narrows the queue; zero fields do not narrow.
type QueueAsk struct {
	Kind     string
	Impact   string
	Document string
	Least    float64 // confidence
	Cursor   string
}

// DecideRequest decides on several records at once.
type DecideRequest struct {
	Refs   []string `json:"refs" minItems:"1" maxItems:"2000" doc:"kind:key"`
	Status string   `json:"status" enum:"accepted,rejected,draft"`
	Why    string   `json:"why,omitempty"`
	Who    string   `json:"who,omitempty" doc:"Name of the person who decides. Default: the one Orrery was started for"`
}

// Decision is what was decided at once, and can be undone at once.
type Decision struct {
	ID      string    `json:"id" doc:"Takes it back: POST /decisions/{id}/undo. Empty when nothing changed"`
	At      string    `json:"at"`
	Status  string    `json:"status" doc:"Empty for one that takes another back"`
	Who     string    `json:"who"`
	Why     string    `json:"why"`
	Text    string    `json:"text" doc:"What was done, in a sentence"`
	Changed []Decided `json:"changed" doc:"Every record that has a new revision"`
	Same    []string  `json:"same" doc:"Refs that stood so already"`
}

// Decided is one record of a decision.
type Decided struct {
	Ref   string `json:"ref"`
	Trace string `json:"trace"`
	Kind  string `json:"kind"`
	Label string `json:"label"`
	From  string `json:"from" doc:"Status before"`
	To    string `json:"to"`
	Rev   int    `json:"rev"`
	Also  bool   `json:"also" doc:"Not asked for: a record that was asked for stands on it"`
}
