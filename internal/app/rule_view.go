package app

import (
	"time"

	"orrery/ledger"
	"orrery/model/coincide"
)

// RuleView is a rule and what counts for or against its runs.
type RuleView struct {
	Slug       string    `json:"slug"`
	Title      string    `json:"title"`
	Hub        Named     `json:"hub"`
	Line       string    `json:"line" doc:"The whole test in one line"`
	File       string    `json:"file" doc:"The rule's file in its usual form"`
	Hash       string    `json:"hash" doc:"SHA-256 of the line"`
	Registered string    `json:"registered,omitempty" doc:"Ledger time from which the rule stands as it is; empty: it is not registered"`
	By         string    `json:"by,omitempty"`
	ForkOf     string    `json:"fork_of,omitempty"`
	Forks      []string  `json:"forks"`
	Standing   string    `json:"standing" doc:"registered, exploratory, or edited after seeing data"`
	Why        []string  `json:"why" doc:"Why runs are exploratory; of a registered rule that was never run, why a run on what is there now would be; empty when they are not"`
	Runs       []RuleRan `json:"runs" doc:"Kept runs of the rule as it stands, the newest first"`
	Others     []RuleRan `json:"other_runs" doc:"Kept runs of another form of it, under the same identifier, the newest first: they are no answer to this rule"`
	Sets       []string  `json:"sets" doc:"Sets of reports that the rule is run on; empty: on the ledger's accepted events"`
	Trace      string    `json:"trace,omitempty"`
}

// RuleRan is one run of a rule as the ledger lists it.
type RuleRan struct {
	Key      string   `json:"key" doc:"Names the run in /rules/{slug}?run=KEY"`
	Ref      string   `json:"ref"`
	At       string   `json:"at"`
	Seed     uint64   `json:"seed"`
	Hash     string   `json:"hash" doc:"Of the rule that was run"`
	Label    string   `json:"label" doc:"As far as it still stands in the family as it is now"`
	P        *float64 `json:"p,omitempty" doc:"The reported p-value; absent when there was too little to test"`
	Q        *float64 `json:"q,omitempty" doc:"The p within the family as it is now, never below that of its making; absent as p is"`
	PText    string   `json:"p_text" doc:"The p with the number of rules ever run by now, or why there is none"`
	Standing string   `json:"standing" doc:"Of the run, when it was made: registered, exploratory, or edited after seeing data"`
	Denom    string   `json:"denominator" doc:"none, data set, register or searched"`
	Triggers int      `json:"triggers"`
	Hits     int      `json:"hits"`
}

// RuleList is every rule of the ledger.
type RuleList struct {
	Rules  []RuleView `json:"rules"`
	Family int        `json:"family" doc:"Different rules ever run in this ledger"`
	Idle   int        `json:"idle" doc:"Rules that are registered and were never run"`
	Text   string     `json:"text" doc:"The family in words, to stand beside every p"`
	Scope  ScopeView  `json:"scope"`
}

// RulePage is a rule with one kept run of it, which is what its screen shows.
type RulePage struct {
	Rule  RuleView  `json:"rule"`
	Run   *RuleRun  `json:"run" doc:"The run that was asked for, or the newest; null when the rule was never run"`
	Scope ScopeView `json:"scope"`
}

// RuleCheck is what a rule's file would be, before anything is written.
type RuleCheck struct {
	Rule   *RuleView      `json:"rule" doc:"The rule as it would stand; null with faults"`
	Note   string         `json:"note" doc:"What registering would do: register, fork, or nothing"`
	Faults []ledger.Fault `json:"faults" doc:"Field is rule.yml:LINE:COLUMN"`
}

// RuleNumber is one thing that a run's page says, with the way to its rows.
type RuleNumber struct {
	Name  string `json:"name" doc:"Stable name, e.g. p, ratio, in-with, placebo/negative lags, strip/30, condition/enough"`
	Label string `json:"label"`
	Text  string `json:"text" doc:"As it is shown; where a guardrail withholds the number, the reason"`
	Shown bool   `json:"shown" doc:"False where a guardrail withholds the number"`
	Trace string `json:"trace"`
}

// RuleRun is one run of a rule with everything that may be said of it.
type RuleRun struct {
	Rule        RuleView         `json:"rule"`
	Sentence    Sentence         `json:"sentence"`
	Numbers     []RuleNumber     `json:"numbers" doc:"Every number of the page by its name"`
	Family      RuleFamily       `json:"family"`
	Denominator string           `json:"denominator" doc:"How the days without a response are known, or why they are not"`
	Searched    []RuleSearched   `json:"searched"`
	Observed    []RuleObserved   `json:"observed" doc:"The days on which a response would have been known, by dyad; null: the run was made before they were kept"`
	Figures     []Figure         `json:"figures"`
	Dropped     []RuleDrop       `json:"dropped" doc:"Events of the rule's classes that were not used, by reason"`
	From        RuleSets         `json:"from" doc:"Where the triggers and the responses of the run come from: the same key may name one thing in one set and another in another"`
	Cases       RuleCases        `json:"cases" doc:"How many cases there are in all: the result lists the first 5,000 triggers, 5,000 responses and 5,000 pairs"`
	Events      []RuleEvent      `json:"events" doc:"The events of the cases shown, by set and key; the result names a case KEY@STATE, since one event may touch several states"`
	Result      *coincide.Result `json:"result"`
	Notes       []string         `json:"notes" doc:"What has changed since the run was made, and what cannot be said any more"`
	Receipt     RuleReceipt      `json:"receipt"`
}

// RuleFamily is what is printed beside every p.
type RuleFamily struct {
	Run   int    `json:"run" doc:"Different rules ever run in this ledger by now, this one included"`
	Idle  int    `json:"idle" doc:"Rules beside these that are registered and were never run"`
	Looks int    `json:"looks" doc:"Kept runs of this rule: on other data or with another seed, each is another look"`
	Text  string `json:"text"`
}

// RuleSearched is one line of the search log.
type RuleSearched struct {
	By     string   `json:"by"`
	Where  string   `json:"where"`
	From   string   `json:"from"`
	To     string   `json:"to"`
	States []string `json:"states"`
}

// RuleDrop is a reason and the events that it kept out.
type RuleDrop struct {
	Why   string   `json:"why"`
	N     int      `json:"n"`
	Refs  []string `json:"refs" doc:"At most 5,000"`
	Trace string   `json:"trace"`
}

// RuleSets are the sets of reports that the two sides of a run come from; "" is the ledger's accepted events.
type RuleSets struct {
	Triggers  string `json:"triggers" doc:"Set of reports; empty: the ledger's accepted events"`
	Responses string `json:"responses" doc:"Set of reports; empty: the ledger's accepted events"`
}

// RuleEvent is an event of a run in words. Set and Key together name it.
type RuleEvent struct {
	Set     string `json:"set,omitempty" doc:"Set of reports; absent: an event of the ledger"`
	Key     string `json:"key"`
	When    string `json:"when"`
	Summary string `json:"summary"`
	Trace   string `json:"trace"`
}

// RuleReceipt is what a run can be repeated from.
type RuleReceipt struct {
	Key      string `json:"key"`
	Ref      string `json:"ref"`
	At       string `json:"at"`
	Version  string `json:"version"`
	Code     string `json:"code"`
	Seed     uint64 `json:"seed"`
	DataHash string `json:"data_hash"`
	DataAsOf string `json:"data_as_of"`
}

func stampOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return stamp(t)
}
