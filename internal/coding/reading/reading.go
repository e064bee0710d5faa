// Package reading is what has been understood of a document while it is coded: its sentences with everything that the earlier
// steps found in them. The steps that make drafts (statements, stances, votes, forecasts, ties,
// pairs) take it and change nothing in it.
package reading

import (
	"sort"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/dates"
	"orrery/internal/coding/numbers"
	"orrery/internal/coding/predicates"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Document is what the coder is given. Everything but Text may be empty; no Blocks: the whole text is one.
type Document struct {
	Text      string // UTF-8, unchanged: all offsets count in it
	Title     string
	Author    string
	Outlet    string
	Language  string // ISO 639-1
	Published ledger.Date
	Retrieved ledger.Date // when it was read in: what it reports happened by then; may be zero
	Blocks    []ledger.Block
	Turns     []ledger.Turn
	Relay     []ledger.Relay
}

// Reading is a document being read.
type Reading struct {
	Document  *Document
	Sentences []Sentence
	Items     []*Topic // what the text is about among the known reaction items, best first; see stances
}

// Sentence is a sentence with what was found in it.
type Sentence struct {
	*syntax.Sentence
	Mentions []actors.Mention
	Events   []predicates.Event
	Dates    []dates.Found
	Numbers  []numbers.Found
	Realis   []realis.Realis // by clause
	Said     []Said          // who says what in it, found by statements
}

// Said is one attribution: the speaker of some words.
type Said struct {
	Content syntax.Span // what is said, without quotation marks
	Cue     syntax.Span // the verb or phrase of saying; empty for an interview turn
	Source  syntax.Span // the words that name the speaker; empty for an interview turn
	Speaker int         // index of the mention, -1: the turn's speaker or a name in Name
	Name    string
	Direct  bool   // between quotation marks or in an interview turn
	Clause  int    // clause of the cue, -1
	Verb    string // lemma of the cue
}

// Topic is a known reaction item that the document is about.
type Topic struct {
	Item     *ledger.Item
	Sentence int // where it is named first
	Score    float64
}

// SentenceAt is the index of the sentence that holds the byte, -1 if none does.
func (r *Reading) SentenceAt(offset int) int {
	i := sort.Search(len(r.Sentences), func(i int) bool { return r.Sentences[i].End > offset })
	if i < len(r.Sentences) && r.Sentences[i].Start <= offset {
		return i
	}
	return -1
}

// Speaker is the turn that sentence i stands in; false outside an interview.
func (r *Reading) Speaker(i int) (ledger.Turn, bool) {
	t := r.Sentences[i].Turn
	if t < 0 || t >= len(r.Document.Turns) {
		return ledger.Turn{}, false
	}
	return r.Document.Turns[t], true
}
