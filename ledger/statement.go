package ledger

// Statement is who says what about whom or what: evidence of words, kept apart
// from a state's acts.
type Statement struct {
	Speaker  string   `json:"speaker"` // actor code, person slug, or the name as given
	Audience []string `json:"audience,omitempty"`
	About    []string `json:"about,omitempty"` // actors
	Concept  string   `json:"concept"`
	Polarity *int     `json:"polarity,omitempty"` // −2…+2; nil: not judged
	Direct   bool     `json:"direct"`             // the speaker's own words
	When     Date     `json:"when"`
	Summary  string   `json:"summary"`
}

// NewStatement normalises and validates.
func NewStatement(s Statement) (*Statement, error) { return &s, s.Validate() }

// Kind implements Noun.
func (*Statement) Kind() Kind { return KindStatement }

// NaturalKey implements Noun.
func (*Statement) NaturalKey() string { return "" }

// Validate implements Noun.
func (s *Statement) Validate() error {
	var f faults
	f.need("speaker", s.Speaker)
	f.need("summary", s.Summary)
	if s.Polarity != nil && (*s.Polarity < -2 || *s.Polarity > 2) {
		f.add("polarity", "is outside −2…+2", "use −2 hostile … +2 supportive, or leave it empty")
	}
	return f.err(KindStatement)
}

// Facets implements Noun.
func (s *Statement) Facets() Facets {
	p := append(parties(RoleBy, s.Speaker), parties(RoleTo, s.About...)...)
	return Facets{When: s.When, Parties: p, Text: words(s.Summary, s.Concept)}
}
