package app

// ExplainView is everything that the coder saw in a text: tokens, phrases, clauses, who is named, what happens, what came of
// it and why nothing did. All offsets are bytes of the text.
type ExplainView struct {
	Document  QueueDocument       `json:"document"`
	Version   string              `json:"version" doc:"Of the coder"`
	Text      string              `json:"text" doc:"The text itself"`
	Sentences []ExplainedSentence `json:"sentences"`
	Drafts    []ExplainedDraft    `json:"drafts" doc:"By place; what would be suggested. Nothing was written"`
	Items     []ExplainedTopic    `json:"items" doc:"Reaction items that the text is about, best first"`
}

// ExplainedSentence is one sentence.
type ExplainedSentence struct {
	Start    int                `json:"start"`
	End      int                `json:"end"`
	Text     string             `json:"text"`
	Heading  bool               `json:"heading"`
	Speaker  string             `json:"speaker" doc:"Of an interview's turn"`
	Tokens   []ExplainedToken   `json:"tokens"`
	Phrases  []ExplainedPhrase  `json:"phrases"`
	Clauses  []ExplainedClause  `json:"clauses"`
	Mentions []ExplainedMention `json:"mentions"`
	Events   []ExplainedEvent   `json:"events"`
	Said     []ExplainedSaid    `json:"said"`
	Dates    []ExplainedFound   `json:"dates"`
	Numbers  []ExplainedFound   `json:"numbers"`
	Drafts   []int              `json:"drafts" doc:"Indexes of drafts that rest on it"`
	Silences []ExplainedSilence `json:"silences" doc:"Why it gave nothing, or why one possible draft was dropped"`
}

// ExplainedToken is a word, number or mark.
type ExplainedToken struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Tag   string `json:"tag" doc:"Part of speech, Penn treebank"`
}

// ExplainedPhrase is a noun phrase or a verb group.
type ExplainedPhrase struct {
	Kind  string `json:"kind" enum:"NP,VG"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Head  string `json:"head"`
	Prep  string `json:"prep" doc:"Preposition that governs it"`
	Notes string `json:"notes" doc:"Of a verb group: tense, voice, negation, modal"`
}

// ExplainedClause is one verb group with what belongs to it.
type ExplainedClause struct {
	Verb     string   `json:"verb"`
	Relation string   `json:"relation"`
	Subject  []string `json:"subject"`
	Objects  []string `json:"objects"`
	Obliques []string `json:"obliques"`
	Agent    []string `json:"agent"`
	Realis   []string `json:"realis" doc:"What stands between it and a plain fact; empty: told as a fact"`
}

// ExplainedMention is the words that name an actor.
type ExplainedMention struct {
	Start int               `json:"start"`
	End   int               `json:"end"`
	How   string            `json:"how"`
	Place bool              `json:"place"`
	Refs  []SuggestionParty `json:"refs"`
}

// ExplainedEvent is one event that a frame found, before it becomes a draft.
type ExplainedEvent struct {
	Type      string   `json:"type"`
	Mode      string   `json:"mode"`
	By        []string `json:"by"`
	To        []string `json:"to"`
	Start     int      `json:"start" doc:"Of the trigger"`
	End       int      `json:"end"`
	Frame     string   `json:"frame"`
	Operators []string `json:"operators"`
	Weight    float64  `json:"weight"`
}

// ExplainedSaid is an attribution.
type ExplainedSaid struct {
	Speaker string `json:"speaker"`
	Verb    string `json:"verb"`
	Start   int    `json:"start" doc:"Of what is said"`
	End     int    `json:"end"`
	Direct  bool   `json:"direct"`
}

// ExplainedFound is a date or a number with what it means.
type ExplainedFound struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Value string `json:"value"`
	Kind  string `json:"kind"`
}

// ExplainedTopic is a reaction item.
type ExplainedTopic struct {
	Key   string  `json:"key"`
	Title string  `json:"title"`
	Score float64 `json:"score"`
}

// ExplainedSilence is why nothing came of something.
type ExplainedSilence struct {
	Step   string `json:"step"`
	Frame  string `json:"frame"`
	Reason string `json:"reason"`
}

// ExplainedDraft is what would be suggested.
type ExplainedDraft struct {
	Kind       string           `json:"kind"`
	Label      string           `json:"label"`
	Start      int              `json:"start"`
	End        int              `json:"end"`
	Trigger    Stretch          `json:"trigger"`
	Confidence float64          `json:"confidence"`
	Step       string           `json:"step"`
	Frame      string           `json:"frame"`
	Operators  []string         `json:"operators"`
	Filters    []string         `json:"filters"`
	Features   []string         `json:"features"`
	Check      *SuggestionCheck `json:"check"`
	Refers     []int            `json:"refers"`
	Body       string           `json:"body" doc:"The record's body, as JSON text"`
}
