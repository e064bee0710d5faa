package ledger

// Source is one published piece or publisher that records cite, with what is
// known of its slant (seat, kind, language). Grade is the Admiralty letter A–F;
// empty means nobody graded it, which is not F.
type Source struct {
	Key       string     `json:"key"`
	Title     string     `json:"title"`
	Publisher string     `json:"publisher"`
	Author    string     `json:"author,omitempty"`
	Published Date       `json:"published"`
	URL       string     `json:"url,omitempty"`
	Language  string     `json:"language,omitempty"` // ISO 639-1
	Type      SourceType `json:"type,omitempty"`
	BasedIn   string     `json:"based_in,omitempty"` // actor code of the seat
	Slants    []string   `json:"slants,omitempty"`   // further slant groups
	Grade     Grade      `json:"grade,omitempty"`
}

// SourceType is the kind of publisher.
type SourceType string

// The kinds of publisher.
const (
	SourceWire         SourceType = "wire"
	SourceNewspaper    SourceType = "newspaper"
	SourceBroadcaster  SourceType = "broadcaster"
	SourceThinkTank    SourceType = "think-tank"
	SourceAcademic     SourceType = "academic"
	SourceOfficial     SourceType = "official"
	SourceDataset      SourceType = "dataset"
	SourceEncyclopedia SourceType = "encyclopedia"
)

// SourceTypes lists the kinds of publisher.
func SourceTypes() []SourceType {
	return []SourceType{SourceWire, SourceNewspaper, SourceBroadcaster, SourceThinkTank, SourceAcademic, SourceOfficial, SourceDataset, SourceEncyclopedia}
}

// Grade is the Admiralty reliability letter of a source, A (reliable) to E
// (unreliable), F (cannot be judged). Empty: not graded.
type Grade string

// Credibility is the Admiralty digit of an item, 1 (confirmed) to 5 (improbable),
// 6 (cannot be judged). 0: nobody judged it. 6 and 0 are not averages.
type Credibility int

// Known reports whether the digit expresses a judgement that can be ordered.
func (c Credibility) Known() bool { return c >= 1 && c <= 5 }

func (c Credibility) check(f *faults, field string) {
	if c < 0 || c > 6 {
		f.add(field, "is not a digit from 1 to 6", "use 1 confirmed … 5 improbable, 6 cannot be judged, or leave it empty")
	}
}

// NewSource normalises and validates.
func NewSource(s Source) (*Source, error) { return &s, s.Validate() }

// Kind implements Noun.
func (*Source) Kind() Kind { return KindSource }

// NaturalKey implements Noun.
func (s *Source) NaturalKey() string { return s.Key }

// Validate implements Noun.
func (s *Source) Validate() error {
	var f faults
	f.need("key", s.Key)
	f.need("title", s.Title)
	oneOf(&f, "type", s.Type, append(SourceTypes(), ""))
	oneOf(&f, "grade", s.Grade, []Grade{"A", "B", "C", "D", "E", "F", ""})
	return f.err(KindSource)
}

// Facets implements Noun.
func (s *Source) Facets() Facets {
	return Facets{When: s.Published, Text: words(s.Title, s.Publisher, s.Author)}
}
