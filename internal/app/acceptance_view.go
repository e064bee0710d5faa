package app

// AcceptanceList is the rules by which suggestions may be accepted without a person looking at each.
type AcceptanceList struct {
	Scope ScopeView       `json:"scope"`
	Rules []AcceptanceRow `json:"rules"`
}

// AcceptanceRow is one rule and what came of it.
type AcceptanceRow struct {
	Slug       string   `json:"slug"`
	Title      string   `json:"title"`
	Kinds      []string `json:"kinds" doc:"Empty: every kind"`
	Steps      []string `json:"steps" doc:"Empty: every step of the coder"`
	Frames     []string `json:"frames" doc:"Empty: every frame; a trailing * stands for any ending"`
	Least      float64  `json:"least" doc:"Least confidence"`
	Checks     []string `json:"checks" doc:"Verdicts that it must have, e.g. agrees; empty: any or none"`
	Sources    []string `json:"sources" doc:"Keys of sources whose documents it may accept from; empty: all"`
	On         bool     `json:"on"`
	SwitchedBy string   `json:"switched_by" doc:"Who switched it last"`
	SwitchedAt string   `json:"switched_at"`
	Rev        int      `json:"rev"`
	Trace      string   `json:"trace"`
	Accepted   int      `json:"accepted" doc:"Accepted records that name it"`
}

// AcceptanceRequest makes a rule or changes it. A rule that changes is off until somebody switches it on again.
type AcceptanceRequest struct {
	Title   string   `json:"title"`
	Kinds   []string `json:"kinds,omitempty"`
	Steps   []string `json:"steps,omitempty"`
	Frames  []string `json:"frames,omitempty"`
	Least   float64  `json:"least" minimum:"0" maximum:"1"`
	Checks  []string `json:"checks,omitempty"`
	Sources []string `json:"sources,omitempty"`
	Who     string   `json:"who,omitempty"`
}

// AcceptanceTrial is what a rule would accept now. Nothing is written.
type AcceptanceTrial struct {
	Scope     ScopeView       `json:"scope"`
	Rule      AcceptanceRow   `json:"rule"`
	Total     int             `json:"total" doc:"Open suggestions that it would accept"`
	Examples  []QueueRow      `json:"examples" doc:"At most ten of them, the least sure first"`
	Precision []StepPrecision `json:"precision" doc:"Of each step that it would accept from, what people decided in this ledger"`
	Text      string          `json:"text"`
}

// StepPrecision is what people decided on the suggestions of one step, decisions by rules left out.
type StepPrecision struct {
	Step     string   `json:"step"`
	Accepted int      `json:"accepted"`
	Rejected int      `json:"rejected"`
	Share    *float64 `json:"share" doc:"Accepted of all decided; null below 20"`
	Low      *float64 `json:"low" doc:"95 % interval (Wilson); null below 20"`
	High     *float64 `json:"high"`
}

// SwitchRequest switches a rule on or off.
type SwitchRequest struct {
	On  bool   `json:"on"`
	Who string `json:"who,omitempty"`
	Why string `json:"why,omitempty"`
}
