package ledger

import "encoding/json"

// Rule is a registered test of trigger → response. Its canonical text is hashed
// when it is registered; an edit forks. Trigger and Response are readable filters
// over PLOVER type, mode, context, instrument, actor and target.
type Rule struct {
	Slug     string   `json:"slug"`
	Title    string   `json:"title"`
	Hub      string   `json:"hub"`
	Trigger  string   `json:"trigger"`
	Response string   `json:"response"`
	Dyads    []string `json:"dyads,omitempty"` // RUS/KGZ; empty: hub against every state of the region
	LagDays  int      `json:"lag_days"`        // τ, ≥ 0
	Window   Window   `json:"window"`          // ΔT
	From     Date     `json:"from"`            // observation window
	To       Date     `json:"to"`
	Sources  []string `json:"sources,omitempty"`
	Strata   string   `json:"strata,omitempty"`
	// TriggersFrom and ResponsesFrom name sets of reports in which the two classes are looked for; empty: the ledger's accepted
	// events. The placebo class is looked for where responses are.
	TriggersFrom  string `json:"triggers_from,omitempty"`
	ResponsesFrom string `json:"responses_from,omitempty"`
	// AttentionFrom names the set whose reports a day divide the days into strata; empty: the set of ResponsesFrom.
	AttentionFrom string `json:"attention_from,omitempty"`
	ForkOf        string `json:"fork_of,omitempty"`
	// Unrelated is a class of events that should not react, a placebo.
	Unrelated string `json:"unrelated,omitempty"`
	// Replicate names further states, and further intervals of days such as 2015/2019, on which the rule is tried again, one by one.
	Replicate []string `json:"replicate,omitempty"`
	// Searched says who looked for responses, where and for which days. Without it the
	// ledger's cases have no denominator.
	Searched []RuleSearch `json:"searched,omitempty"`
	// Exploratory is why runs of the rule never count as a test; empty: they may.
	Exploratory string `json:"exploratory,omitempty"`

	Hash string `json:"hash"` // of the canonical text when registered
	Text string `json:"text"` // the one line that a person reads
}

// RuleSearch is one line of a search log: on every day from From to To a response would have
// been found, because somebody looked for it.
type RuleSearch struct {
	By     string   `json:"by"`    // who looked
	Where  string   `json:"where"` // in which archive, register or paper
	From   Date     `json:"from"`
	To     Date     `json:"to"`
	States []string `json:"states,omitempty"` // towards which states; empty: all of the rule
}

// NewRule normalises and validates.
func NewRule(r Rule) (*Rule, error) { return &r, r.Validate() }

// Kind implements Noun.
func (*Rule) Kind() Kind { return KindRule }

// NaturalKey implements Noun.
func (r *Rule) NaturalKey() string { return r.Slug }

// Validate implements Noun.
func (r *Rule) Validate() error {
	var f faults
	f.need("slug", r.Slug)
	f.need("title", r.Title)
	f.need("hub", r.Hub)
	f.need("trigger", r.Trigger)
	f.need("response", r.Response)
	if r.LagDays < 0 {
		f.add("lag_days", "is negative", "a placebo's negative lag is the engine's, not the rule's")
	}
	if r.Window.IsZero() {
		f.add("window", "is empty", "say in how many days a response counts, for example P30D")
	}
	checkInterval(&f, r.From, r.To)
	r.checkAgain(&f)
	if len(r.Searched) > 0 && r.ResponsesFrom != "" {
		f.add("searched", "speaks of the ledger's events, and the responses come from "+r.ResponsesFrom, "take one of the two away: a set says itself on which days it is complete")
	}
	for _, s := range r.Searched {
		f.need("searched.by", s.By)
		f.need("searched.where", s.Where)
		f.needDate("searched.from", s.From)
		f.needDate("searched.to", s.To)
		checkInterval(&f, s.From, s.To)
	}
	return f.err(KindRule)
}

// Facets implements Noun.
func (r *Rule) Facets() Facets {
	return Facets{When: r.From, Parties: parties(RoleHub, r.Hub), Text: words(r.Title, r.Text)}
}

// Run is one computation: what was run, on what, with which seed, and what came
// of it. Result and Diagnostics are opaque JSON of the model.
type Run struct {
	Model       string          `json:"model"`
	CodeVersion string          `json:"code_version"`
	Rule        string          `json:"rule,omitempty"`
	Settings    json.RawMessage `json:"settings,omitempty"`
	Hub         string          `json:"hub,omitempty"`      // the hub that it is about, where it is about one
	Document    string          `json:"document,omitempty"` // hash of the document that it read, where it read one
	Seed        uint64          `json:"seed"`
	DataHash    string          `json:"data_hash"`
	DataAsOf    Date            `json:"data_as_of"`
	Result      json.RawMessage `json:"result,omitempty"`      // small ones stand here,
	ResultHash  string          `json:"result_hash,omitempty"` // large ones beside the ledger: SHA-256 of the bytes
	Diagnostics json.RawMessage `json:"diagnostics,omitempty"`
}

// NewRun normalises and validates.
func NewRun(r Run) (*Run, error) { return &r, r.Validate() }

// Kind implements Noun.
func (*Run) Kind() Kind { return KindRun }

// NaturalKey implements Noun.
func (*Run) NaturalKey() string { return "" }

// Validate implements Noun.
func (r *Run) Validate() error {
	var f faults
	f.need("model", r.Model)
	f.need("code_version", r.CodeVersion)
	f.need("data_hash", r.DataHash)
	return f.err(KindRun)
}

// Facets implements Noun.
func (r *Run) Facets() Facets {
	return Facets{When: r.DataAsOf, Parties: append(parties(RoleAbout, r.Rule), parties(RoleHub, r.Hub)...), Item: r.Document, Text: r.Model}
}
