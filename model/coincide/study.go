package coincide

// Event is a trigger or a response: a day, or the span of days in which its day lies.
type Event struct {
	ID      string   `json:"id"`
	Dyad    string   `json:"dyad,omitempty"` // the pair of states; windows and merging never cross from one to another
	When    Span     `json:"when"`
	Sources []string `json:"sources,omitempty"` // who says so; several are independent confirmation
}

// Rule is what was registered: a response is a hit when it falls on a day b+Tau … b+Tau+DT after a trigger b.
type Rule struct {
	ID         string `json:"id"`
	Tau        int    `json:"tau"` // days, 0 or more
	DT         int    `json:"dt"`  // days, 0 or more; DT = 0 is a window of one day
	Registered bool   `json:"registered"`
	Edited     bool   `json:"edited"` // after its data were seen
}

// Denominator says how the days without a response are known.
type Denominator string

// The denominators. Only with one of the last three is there a base rate.
const (
	NoDenominator Denominator = "none"     // cases were collected because they were known
	DataSet       Denominator = "data set" // a data set that records whatever happens in its scope
	Register      Denominator = "register" // an authority's own register of its measures
	Searched      Denominator = "searched" // somebody looked, for declared days
)

// Valid says whether the denominator is one of the four.
func (d Denominator) Valid() bool {
	return d == NoDenominator || d == DataSet || d == Register || d == Searched
}

// Study is a rule with the events that it speaks of.
type Study struct {
	Rule        Rule        `json:"rule"`
	State       string      `json:"state"`           // the state, or the group of states, that acts and is answered
	Dyads       []string    `json:"dyads,omitempty"` // of the rule; empty: those that its events and watches name
	Denominator Denominator `json:"denominator"`
	Observed    []Watch     `json:"observed"` // the days on which a response would have been seen
	Triggers    []Event     `json:"triggers"`
	Responses   []Event     `json:"responses"`
	Attention   *Attention  `json:"attention,omitempty"`

	Others       []Group       `json:"others"`    // placebo: responses towards states that did not trigger, one group a state
	Unrelated    []Group       `json:"unrelated"` // placebo: responses of a class that should not react
	Replications []Replication `json:"replications"`
	Family       Family        `json:"family"`
}

// Group is a named set of responses, seen on the study's observed days. Of Others the dyad plays no part: they are held against the windows of
// all dyads together, on those observed days of any dyad on which they would have been seen.
type Group struct {
	Name      string  `json:"name"`
	Responses []Event `json:"responses"`
	Observed  []Span  `json:"observed,omitempty"` // of Others: the days on which they would have been seen; nil: all observed ones
}

// Replication is the same rule on a second state or on days that the study does not hold.
type Replication struct {
	Name        string      `json:"name"`
	State       string      `json:"state"`
	Denominator Denominator `json:"denominator"`
	Dyads       []string    `json:"dyads,omitempty"`
	Observed    []Watch     `json:"observed"`
	Triggers    []Event     `json:"triggers"`
	Responses   []Event     `json:"responses"`
	Attention   *Attention  `json:"attention,omitempty"`
	Seen        bool        `json:"seen,omitempty"` // its data were there before the rule was registered: it may have been made from them
}

// Family is the rules among which this one was found. The caller counts them; nothing else can.
type Family struct {
	Run     int       `json:"run"`     // rules ever run in the family, this one included
	P       []float64 `json:"p"`       // reported p's of the others; those that are missing count as 1
	Overlap bool      `json:"overlap"` // rules share events: Benjamini-Yekutieli instead of Benjamini-Hochberg
}
