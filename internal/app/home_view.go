package app

// HomeView is the first screen.
type HomeView struct {
	Scope    ScopeView   `json:"scope"`
	Region   string      `json:"region"`
	Regions  []Named     `json:"regions"`
	Hub      Named       `json:"hub"`
	States   []Named     `json:"states"`
	Sentence Sentence    `json:"sentence"`
	Stock    []Figure    `json:"stock" doc:"Accepted records by kind"`
	Drafts   int64       `json:"drafts"`
	Span     []string    `json:"span" doc:"Dates of the first and the last among events, votes and stances, EDTF"`
	Cards    []Card      `json:"cards" doc:"One a question"`
	Changes  []ChangeRow `json:"changes" doc:"Newest first"`
	Since    string      `json:"since" doc:"What changed after this ledger time"`
	Item     string      `json:"item" doc:"The reaction item to open first"`
}

// Card is one of the five questions.
type Card struct {
	Question  string   `json:"question"`
	Sentence  Sentence `json:"sentence"`
	Ready     bool     `json:"ready" doc:"False: this question has no engine yet, or its answer is being computed; the sentence says what is there instead"`
	Pending   *Pending `json:"pending,omitempty" doc:"Set while the answer, or a part of it, is being computed; ask again"`
	Screen    string   `json:"screen" doc:"Path of the screen that answers it"`
	Spark     []int64  `json:"spark" doc:"Counts by year, oldest first"`
	SparkFrom int      `json:"spark_from" doc:"Year of the first count"`
}

// ChangeRow is one change, grouped where one act changed many records.
type ChangeRow struct {
	At    string `json:"at"`
	Who   string `json:"who"`
	Why   string `json:"why"`
	What  string `json:"what" doc:"In words"`
	N     int    `json:"n"`
	Trace string `json:"trace"`
}

// SearchView is the answer to a search.
type SearchView struct {
	Scope ScopeView   `json:"scope"`
	Words string      `json:"words"`
	Hits  []SearchHit `json:"hits"`
	Next  string      `json:"next"`
}

// SearchHit is one find. Snippet's found words stand in Marks, byte offsets in Snippet.
type SearchHit struct {
	Ref     string   `json:"ref"`
	Kind    string   `json:"kind"`
	Title   string   `json:"title"`
	When    string   `json:"when"`
	Status  string   `json:"status"`
	Snippet string   `json:"snippet"`
	Marks   [][2]int `json:"marks"`
	Screen  string   `json:"screen" doc:"Path of the screen that shows it"`
}

// SourceList is a page of sources.
type SourceList struct {
	Scope    ScopeView     `json:"scope"`
	Sentence Sentence      `json:"sentence"`
	Sources  []SourceHead  `json:"sources"`
	Next     string        `json:"next"`
	Groups   []SourceGroup `json:"groups" doc:"How the sources lean: counts by seat, kind and language"`
}

// SourceGroup is one bar of how the sources lean.
type SourceGroup struct {
	By string `json:"by" enum:"based,kind,lang"`
	Figure
}
