package coincide

import "math"

// Version names the formulae that a result was made with; it changes when any of them does.
const Version = "coincide/3"

// Label is the answer.
type Label string

// The labels, in the order in which they are earned.
const (
	NotExcluded Label = "coincidence not excluded"
	Unconfirmed Label = "pattern, not replicated"
	System      Label = "system"
)

// Result is all that a screen needs, and what to distrust in it. Numbers that the guardrails withhold are nil, with the reason beside.
type Result struct {
	Version     string      `json:"version"`
	Rule        Rule        `json:"rule"`
	State       string      `json:"state"`
	Denominator Denominator `json:"denominator"`
	Settings    Settings    `json:"settings"` // with the seed

	Label       Label       `json:"label"`
	Sentence    string      `json:"sentence"`              // the answer in one sentence
	Exploratory string      `json:"exploratory,omitempty"` // why the run counts as exploratory; empty for a registered rule
	Conditions  []Condition `json:"conditions"`            // what the label rests on
	Advice      []Advice    `json:"advice"`                // what would change the answer

	Tally     Tally      `json:"tally"`
	FourFold  FourFold   `json:"four_fold"`
	Rates     Rates      `json:"rates"`
	Testing   Verdict    `json:"testing"`             // whether p-values may be shown
	P         *PValues   `json:"p,omitempty"`         // nil when Testing says no
	Corrected *Corrected `json:"corrected,omitempty"` // nil when P is
	Ratio     RatioView  `json:"ratio"`
	Base      BaseRate   `json:"base"`
	Dates     Dates      `json:"dates"`

	Placebos     []Placebo    `json:"placebos"`
	Replications []Replicated `json:"replications"`
	Power        []PowerLine  `json:"power"`         // empty when no test is made
	PowerVerdict Verdict      `json:"power_verdict"` // why it is empty
	Strip        []StripCell  `json:"strip"`
	Swing        *Swing       `json:"swing,omitempty"` // nil when no event rests on one source alone

	Triggers  []TriggerCase  `json:"triggers"`
	Responses []ResponseCase `json:"responses"`
	Pairs     []Pair         `json:"pairs"`
	MorePairs int            `json:"more_pairs"` // pairs beyond the first 5,000
	Lags      []LagCount     `json:"lags"`
	Latency   Survival       `json:"latency"` // time from a trigger to its first response

	Published *PublishedTest `json:"published,omitempty"` // for comparison, with its warning
	Series    Series         `json:"series"`
}

// Condition is one thing that a label needs.
type Condition struct {
	Code string `json:"code"`
	OK   bool   `json:"ok"`
	Text string `json:"text"`
}

// Advice is one thing that would change the answer.
type Advice struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// Tally counts days and events. Days and Covered are 0 without a denominator.
type Tally struct {
	Triggers    int `json:"triggers"`     // triggers whose window holds an observed day; all of them without a denominator
	Answered    int `json:"answered"`     // of them with a response in the window
	Unanswered  int `json:"unanswered"`   // of them with a fully searched window and no response
	Open        int `json:"open"`         // of them with a window searched in part and no response yet
	NotSearched int `json:"not_searched"` // triggers beside these
	Reported    int `json:"reported"`     // responses before merging
	Merged      int `json:"merged"`       // merged into one a few days before
	NotObserved int `json:"not_observed"` // on days that nobody searched
	Responses   int `json:"responses"`    // n
	Hits        int `json:"hits"`         // K
	Days        int `json:"days"`         // T
	Covered     int `json:"covered"`      // c
}

// PValues are the p-values of one test; Reported is the one to quote.
type PValues struct {
	Reported   float64 `json:"reported"` // the largest of the next three, or of four for several dyads
	Stratified float64 `json:"stratified"`
	Circular   float64 `json:"circular"`
	Straight   float64 `json:"straight"`          // shifted along the calendar without rolling round
	Rotated    float64 `json:"rotated,omitempty"` // of several dyads, whose events may be the same
	Shifts     int     `json:"shifts"`
	Constant   float64 `json:"constant"` // exact under a constant rate, beside them
}

// Corrected is the reported p within its family.
type Corrected struct {
	Q   float64    `json:"q"`
	How Correction `json:"how"`
	Run int        `json:"run"` // rules ever run in the family
}

// Cell is a count of days. When it is not known, N is only what happens to be listed.
type Cell struct {
	N     int    `json:"n"`
	Known bool   `json:"known"`
	Why   string `json:"why,omitempty"`
}

// FourFold is days by window and response.
type FourFold struct {
	InWith     Cell `json:"in_with"`     // in a window, with a response
	InWithout  Cell `json:"in_without"`  // in a window, without
	OutWith    Cell `json:"out_with"`    // on another day, with
	OutWithout Cell `json:"out_without"` // on another day, without
}

// Rates are the coincidence rates; null without anything to divide by.
type Rates struct {
	Precursor Bound   `json:"precursor"` // K/n: responses that a trigger preceded
	Trigger   Bound   `json:"trigger"`   // answered over answered and unanswered triggers
	Expected  Bound   `json:"expected"`  // share of triggers answered by luck at the base rate; null without one
	Verdict   Verdict `json:"verdict"`   // whether the two are shares of anything that was searched
}

// RatioView is the rate ratio in both readings; the lower end to judge by is the smaller one.
type RatioView struct {
	Constant *Ratio  `json:"constant,omitempty"` // one base rate throughout
	Strata   *Ratio  `json:"strata,omitempty"`   // a base rate of each stratum
	Lower    Bound   `json:"lower"`              // null when Verdict says no
	Verdict  Verdict `json:"verdict"`            // "not estimable" with the reason
}

// NotEstimable is the text of a verdict on a ratio.
const NotEstimable = "not estimable"

// notEstimable is a ratio that cannot be known.
func notEstimable(why string) RatioView {
	return RatioView{Lower: Bound(math.NaN()), Verdict: Verdict{Text: NotEstimable, Why: why}}
}

// BaseRate is the rate of responses outside windows, a year.
type BaseRate struct {
	PerYear *Rate   `json:"per_year,omitempty"`
	Verdict Verdict `json:"verdict"`
}

// lowest is the lower end to judge by.
func (v RatioView) lowest() Bound {
	switch {
	case v.Constant == nil:
		return Bound(math.NaN())
	case v.Strata == nil:
		return v.Constant.Lo
	}
	return min(v.Constant.Lo, v.Strata.Lo)
}
