package app

import "strings"

// Clause is a stretch of a sentence. Trace is set when the clause states a figure:
// it is what *because* opens.
type Clause struct {
	Text  string `json:"text"`
	Trace string `json:"trace,omitempty" doc:"Id for /trace/{id}: opens the figure to its rows"`
}

// Sentence answers a screen's question in words made from the same rows as its chart.
type Sentence []Clause

// String is the sentence without its traces.
func (s Sentence) String() string {
	var b strings.Builder
	for _, c := range s {
		b.WriteString(c.Text)
	}
	return b.String()
}

// Figure is a number with a name and a way back to its rows.
type Figure struct {
	Name  string `json:"name" doc:"Stable name, e.g. with, silent, not-searched"`
	Label string `json:"label" doc:"Plain English"`
	N     int64  `json:"n"`
	Text  string `json:"text,omitempty" doc:"To be shown in place of n, where the number is no count"`
	Trace string `json:"trace"`
}

// Named is an actor, person or other thing with its code and its name.
type Named struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// ScopeView repeats what a view was computed under.
type ScopeView struct {
	AsOf    string `json:"as_of" doc:"Ledger time asked for, RFC 3339; empty for now"`
	Lens    string `json:"lens" doc:"Source lens, e.g. -based:RUS,kind:wire; empty for all sources"`
	Hidden  int    `json:"hidden" doc:"Records that the lens hides because none of their sources passes"`
	Version string `json:"version" doc:"Version of Orrery that computed this"`
}
