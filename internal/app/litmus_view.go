package app

// Presence says what is known of an actor's answer; each value has its own mark.
type Presence string

// The presences. The four looks of "missing" are never merged.
const (
	Answered       Presence = "answered"        // somebody spoke, voted or acted
	SilentSearched Presence = "silent-searched" // looked for and not found: hollow with a dot
	SilentReported Presence = "silent-reported" // a source says silent, no search logged: hollow
	NotSearched    Presence = "not-searched"    // on the roster, nothing in the ledger: hollow
	DidNotVote     Presence = "absent"          // the roll call's non-voting mark
	NotExpected    Presence = "not-applicable"  // not on the roster and no answer: hatched
)

// Timing places an answer against the item's window.
type Timing string

// The timings. A date cut to a month can make an answer possibly late.
const (
	InTime       Timing = "in-time"
	Late         Timing = "late"
	PossiblyLate Timing = "possibly-late"
	Untimed      Timing = "untimed" // no window, or no date
	Before       Timing = "before"  // certainly before t0
)

// ItemHead is a reaction item or a roll call as lists show it.
type ItemHead struct {
	Key      string `json:"key"`
	Kind     string `json:"kind" enum:"item,rollcall"`
	Title    string `json:"title"`
	Question string `json:"question"`
	T0       string `json:"t0" doc:"EDTF"`
	Window   string `json:"window" doc:"ISO 8601 duration; empty when the facts hold none"`
	Hub      Named  `json:"hub"`
	With     string `json:"with"`
	Against  string `json:"against"`
	RollCall string `json:"rollcall" doc:"Symbol of the roll call that the item is, if any"`
	Claim    string `json:"claim" doc:"Key of the contested claim that the item refers to"`
	Trace    string `json:"trace"`
}

// Cell is one actor's answer to one item, combined from every accepted record.
type Cell struct {
	State     string   `json:"state"`
	Presence  Presence `json:"presence"`
	Position  string   `json:"position" doc:"with … against, silent, absent; empty when nothing is known"`
	Timing    Timing   `json:"timing"`
	Vote      string   `json:"vote" doc:"yes, no, abstain, absent on a roll call"`
	Contested bool     `json:"contested" doc:"Accepted records disagree on the position"`
	Records   int      `json:"records"`
	Sources   int      `json:"sources" doc:"Independent sources cited by the records that say what is shown"`
	Quotes    int      `json:"quotes" doc:"Sentences in stored documents that those records rest on"`
	Otherwise int      `json:"otherwise" doc:"Accepted records that say something else, silence included"`
	Trace     string   `json:"trace"`
}

// Answer is a cell with what was said, for the clock and the table.
type Answer struct {
	Cell
	Name      string   `json:"name"`
	Expected  bool     `json:"expected" doc:"On the item's roster at t0"`
	Unsure    bool     `json:"unsure" doc:"Membership on that date is only possible, not certain"`
	When      string   `json:"when" doc:"EDTF"`
	LagMin    *float64 `json:"lag_min" doc:"Hours from t0, least; null when unknown"`
	LagMax    *float64 `json:"lag_max" doc:"Hours from t0, most"`
	Lag       string   `json:"lag" doc:"The lag in words"`
	Form      string   `json:"form"`
	Voice     string   `json:"voice"`
	Summary   string   `json:"summary"`
	Quote     string   `json:"quote" doc:"A sentence that the shown position rests on, if one is stored"`
	Positions []string `json:"positions" doc:"Every position that accepted records give, when contested"`
}

// Totals are the official totals of a roll call over all members. Null: not known.
type Totals struct {
	Yes     *int `json:"yes"`
	No      *int `json:"no"`
	Abstain *int `json:"abstain"`
}

// LitmusView is one item or roll call: the sentence, the response clock and the table.
type LitmusView struct {
	Scope    ScopeView `json:"scope"`
	Item     ItemHead  `json:"item"`
	Sentence Sentence  `json:"sentence"`
	Counts   []Figure  `json:"counts" doc:"Over the expected only; they add up to the roster"`
	Timings  []Figure  `json:"timings" doc:"Over the expected who answered"`
	Votes    []Figure  `json:"votes" doc:"Where there is a roll call: the expected by vote, yes, no, abstain, absent, none (no row in the ledger)"`
	Roster   []string  `json:"roster" doc:"Terms as the casebook gives them"`
	Expected []Answer  `json:"expected" doc:"By time of answer, then name"`
	Others   []Answer  `json:"others" doc:"Records on actors that the roster does not name; most answered without being expected to, some are reported silent"`
	Official *Totals   `json:"official" doc:"Roll calls only"`
	HubVote  string    `json:"hub_vote" doc:"Roll calls only"`
	Drafts   int       `json:"drafts" doc:"Stances on this item that wait for review; they are in no figure"`
	Sources  []Named   `json:"sources" doc:"Sources cited for the item itself"`
}

// LitmusMatrix is items × states.
type LitmusMatrix struct {
	Scope    ScopeView   `json:"scope"`
	Sentence Sentence    `json:"sentence"`
	Hubs     []Named     `json:"hubs" doc:"Hubs that items refer to"`
	States   []Named     `json:"states"`
	Rows     []LitmusRow `json:"rows" doc:"Newest first"`
}

// LitmusRow is one item of the matrix; Cells align with LitmusMatrix.States.
type LitmusRow struct {
	Item     ItemHead `json:"item"`
	Cells    []Cell   `json:"cells"`
	Expected int      `json:"expected"`
	Answered int      `json:"answered"`
}
