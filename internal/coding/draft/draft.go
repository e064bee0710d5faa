// Package draft is what the coder proposes: a record with the words it rests on, how sure the coder is, and how it came to it.
//
// A draft is never a fact: it enters no figure until a person, or a rule that a person switched on, accepts it.
package draft

import (
	"orrery/internal/coding/actors"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Draft is one proposed record.
type Draft struct {
	Kind ledger.Kind
	Body ledger.Noun
	// Span is the quote that it rests on: whole sentences, byte for byte. Trigger is the words within it that decided.
	Span    syntax.Span
	Trigger syntax.Span
	Also    []syntax.Span // other sentences that say the same, by place; set by dedupe
	Voice   ledger.Voice
	By, To  []actors.Ref // parties with sector, person and office, which the body cannot hold
	// Refers holds indexes of other drafts of the same result that Body stands on: an episode's triggers, then its responses
	// (Triggers says how many are triggers). Whoever keeps the draft writes their ids into Body.
	Refers   []int
	Triggers int
	// Confidence is the chance that a careful reader would accept it, 0…1, calibrated on this project's own sentences.
	Confidence float64
	Check      *Check // against what is known; nil: nothing to compare with
	Trace      Trace
}

// Check is a comparison with the ledger.
type Check struct {
	Verdict Verdict
	With    string // ref of the record compared with, kind:key
	Text    string // one sentence that says what agrees or not
}

// Verdict is the outcome of a check.
type Verdict string

// The verdicts.
const (
	Agrees      Verdict = "agrees"
	Disagrees   Verdict = "disagrees"
	NotInLedger Verdict = "not in the ledger"
)

// Trace is how the coder came to a draft.
type Trace struct {
	Step      string   // the package that made it: predicates, statements, stances …
	Frame     string   // id of the frame or rule
	Operators []string // what changed its meaning, in order
	Filters   []string // what it passed, and what lowered its confidence
	Features  []string // the strongest reasons of the linear model, "+word" or "-word"
}

// Silence is why a sentence gave nothing, or why one possible draft of it was dropped.
type Silence struct {
	Sentence int
	Step     string
	Frame    string // where a frame matched and was dropped
	Reason   string // plain English, one sentence
}
