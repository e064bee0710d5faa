package app

// AgreementView sets two or more coders of the same documents side by side.
type AgreementView struct {
	Scope         ScopeView      `json:"scope"`
	Coders        []AgreementMan `json:"coders" doc:"Everybody who coded in these documents; chosen: whom the numbers are of"`
	Documents     int            `json:"documents" doc:"Coded by at least two of the chosen"`
	Sentences     int            `json:"sentences" doc:"In those documents"`
	Rows          []AgreementRow `json:"rows" doc:"By kind, all kinds first"`
	Disagreements []Disagreement `json:"disagreements" doc:"By document and place"`
	Next          string         `json:"next" doc:"Cursor of more disagreements"`
	Text          string         `json:"text" doc:"What the numbers say, in words"`
}

// AgreementMan is one coder.
type AgreementMan struct {
	Name      string `json:"name"`
	Records   int    `json:"records"`
	Documents int    `json:"documents"`
	Chosen    bool   `json:"chosen"`
}

// AgreementRow is the agreement on one kind.
type AgreementRow struct {
	Kind   string   `json:"kind" doc:"Empty: all kinds; positions: the positions of stances both coded"`
	Label  string   `json:"label"`
	Metric string   `json:"metric" enum:"nominal,ordinal"`
	Units  int      `json:"units" doc:"Sentences, or answers both coded, with a value of at least two coders"`
	Coded  int      `json:"coded" doc:"Of them, with a code of at least one"`
	Same   int      `json:"same" doc:"Of the coded, those on which all agree"`
	Alpha  *float64 `json:"alpha" doc:"Krippendorff's alpha: 1 full agreement, 0 what chance gives; null: not enough evidence or no variation"`
	Low    *float64 `json:"low" doc:"95 % interval by bootstrap over units"`
	High   *float64 `json:"high"`
	Enough bool     `json:"enough" doc:"At least 30 coded units"`
	Text   string   `json:"text"`
}

// Disagreement is one unit on which coders differ, their records side by side.
type Disagreement struct {
	Unit     string          `json:"unit" doc:"Names it for adjudication: HASH/START-END/KIND"`
	Document QueueDocument   `json:"document"`
	Kind     string          `json:"kind"`
	Start    int             `json:"start"`
	End      int             `json:"end"`
	Sentence string          `json:"sentence"`
	Sides    []AgreementSide `json:"sides"`
	Settled  bool            `json:"settled" doc:"Every record of it is accepted or rejected"`
}

// AgreementSide is what one coder has at a unit.
type AgreementSide struct {
	Coder   string       `json:"coder"`
	Value   string       `json:"value" doc:"What is compared; empty: nothing coded"`
	Records []RecordView `json:"records"`
}

// AgreementAsk says what to compare; zero fields: all documents, all coders.
type AgreementAsk struct {
	Documents []string
	Coders    []string
	Cursor    string
}

// AdjudicateRequest settles one unit.
type AdjudicateRequest struct {
	Unit   string   `json:"unit"`
	Choose []string `json:"choose" doc:"Names of the coders whose records stand: one, both, or none of them (an empty list)"`
	Why    string   `json:"why,omitempty"`
	Who    string   `json:"who,omitempty"`
}
