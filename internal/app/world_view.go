package app

// WorldView is the world's ideal points by year: one general dimension estimated from
// all roll calls in the ledger, high with the reference actor. It is not a distance
// from a hub.
type WorldView struct {
	Scope    ScopeView    `json:"scope"`
	Pending  *Pending     `json:"pending,omitempty" doc:"Set while the run is being computed; ask again"`
	Run      *RunHead     `json:"run,omitempty"`
	Sentence Sentence     `json:"sentence"`
	High     Named        `json:"high" doc:"The actor whose average position is made positive"`
	Years    []int        `json:"years"`
	States   []WorldState `json:"states" doc:"By code; every list has one value a year, null where the state did not vote"`
	Votes    int64        `json:"votes"`
	Calls    int64        `json:"calls"`
	Dropped  []DropCount  `json:"dropped" doc:"Roll calls without information for this model, by reason"`
	Notices  []string     `json:"notices"`
}

// WorldState is one state's ideal points.
type WorldState struct {
	State  Named      `json:"state"`
	Median []*float64 `json:"median"`
	Q05    []*float64 `json:"q05"`
	Q95    []*float64 `json:"q95"`
	Votes  []int      `json:"votes"`
	Trace  string     `json:"trace" doc:"Of the last year; another year's ends in its number"`
}

// MethodView is a model's page, made from its documentation and a run.
type MethodView struct {
	Scope       ScopeView    `json:"scope"`
	Model       string       `json:"model" enum:"align,irt"`
	Title       string       `json:"title"`
	Pending     *Pending     `json:"pending,omitempty"`
	Run         *RunHead     `json:"run,omitempty"`
	Says        []MethodPart `json:"says" doc:"What the model is, in parts with headings"`
	Settings    []MethodRow  `json:"settings" doc:"Every setting of the run with its value and meaning"`
	Diagnostics []MethodRow  `json:"diagnostics" doc:"What this run says of itself"`
	Guardrails  []MethodRow  `json:"guardrails" doc:"When a number is shown, and what is printed otherwise"`
	Limits      []string     `json:"limits"`
}

// MethodPart is a heading with paragraphs and formulae.
type MethodPart struct {
	Heading string   `json:"heading"`
	Text    []string `json:"text"`
	Formula []string `json:"formula"`
}

// MethodRow is a named value with its meaning.
type MethodRow struct {
	Name    string `json:"name"`
	Value   string `json:"value"`
	Meaning string `json:"meaning"`
}
