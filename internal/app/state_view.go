package app

// StateView is everything the ledger holds about one actor, lane by lane.
type StateView struct {
	Scope       ScopeView     `json:"scope"`
	State       Named         `json:"state"`
	Names       []string      `json:"names" doc:"Names and aliases in every script"`
	Hub         Named         `json:"hub"`
	Sentence    Sentence      `json:"sentence"`
	Counts      []Figure      `json:"counts" doc:"votes, stances, given, received, memberships, office, ties, forecasts"`
	Votes       []VoteMark    `json:"votes" doc:"Oldest first"`
	Stances     []StanceMark  `json:"stances" doc:"Oldest first"`
	Given       EventLane     `json:"given"`
	Received    EventLane     `json:"received"`
	Memberships []Interval    `json:"memberships"`
	Office      []Interval    `json:"office" doc:"People in office"`
	Ties        []TieRow      `json:"ties" doc:"Newest year first"`
	Forecasts   []ForecastRow `json:"forecasts"`
}

// VoteMark is one vote with the hub's own.
type VoteMark struct {
	RollCall string `json:"rollcall"`
	Title    string `json:"title"`
	When     string `json:"when"`
	Vote     string `json:"vote"`
	HubVote  string `json:"hub_vote"`
	Position string `json:"position" doc:"Relative to the hub; empty when the hub cast no vote"`
	Trace    string `json:"trace"`
}

// StanceMark is one accepted stance.
type StanceMark struct {
	Item     string `json:"item"`
	Title    string `json:"title"`
	Hub      string `json:"hub"`
	When     string `json:"when"`
	Position string `json:"position"`
	Form     string `json:"form"`
	Voice    string `json:"voice"`
	Summary  string `json:"summary"`
	Trace    string `json:"trace"`
}

// EventLane is what a state did, or what was done to it: counts for every year and
// the newest events in full. Next is the cursor for more.
type EventLane struct {
	Total  int64       `json:"total"`
	Years  []YearCount `json:"years"`
	Events []EventMark `json:"events" doc:"Newest first"`
	Next   string      `json:"next"`
}

// YearCount is one bar.
type YearCount struct {
	Year  int    `json:"year"`
	N     int64  `json:"n"`
	Trace string `json:"trace"`
}

// EventMark is one event.
type EventMark struct {
	Key         string   `json:"key"`
	When        string   `json:"when"`
	By          []string `json:"by"`
	To          []string `json:"to"`
	Type        string   `json:"type"`
	Mode        string   `json:"mode"`
	Quad        int      `json:"quad" doc:"1 verbal cooperation … 4 material conflict"`
	Contexts    []string `json:"contexts"`
	Instrument  string   `json:"instrument"`
	Summary     string   `json:"summary"`
	Credibility int      `json:"credibility" doc:"Admiralty digit; 0 not judged"`
	Trace       string   `json:"trace"`
}

// Interval is a membership or a term of office.
type Interval struct {
	Label  string `json:"label"`
	Group  string `json:"group" doc:"Organisation or office"`
	Status string `json:"status"`
	From   string `json:"from"`
	To     string `json:"to" doc:"Empty: not ended"`
	Note   string `json:"note"`
	Trace  string `json:"trace"`
}

// TieRow is one measure of dependence.
type TieRow struct {
	Hub     Named    `json:"hub"`
	Channel string   `json:"channel"`
	Measure string   `json:"measure"`
	Value   *float64 `json:"value"`
	Unit    string   `json:"unit"`
	When    string   `json:"when"`
	Note    string   `json:"note"`
	Trace   string   `json:"trace"`
}

// ForecastRow is one forecast with its outcome, if resolved.
type ForecastRow struct {
	Key         string   `json:"key"`
	Author      string   `json:"author"`
	Published   string   `json:"published"`
	Statement   string   `json:"statement"`
	Question    string   `json:"question"`
	Probability *float64 `json:"probability"`
	Horizon     string   `json:"horizon"`
	Outcome     string   `json:"outcome"`
	Form        string   `json:"form"`
	Trace       string   `json:"trace"`
}

// StateList is every state of the region with its counts.
type StateList struct {
	Scope  ScopeView   `json:"scope"`
	Region string      `json:"region"`
	States []StateHead `json:"states"`
}

// StateHead is one row of the list of states.
type StateHead struct {
	Named
	Votes    int64 `json:"votes"`
	Stances  int64 `json:"stances"`
	Given    int64 `json:"given"`
	Received int64 `json:"received"`
}
