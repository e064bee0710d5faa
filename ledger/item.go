package ledger

// Item is a reaction item ("litmus"): something that states were expected to
// answer, with the moment it became known (T0), the window in which an answer
// counts as in time, and the roster of those expected to answer.
type Item struct {
	Slug     string   `json:"slug"`
	Title    string   `json:"title"`
	Question string   `json:"question"`
	T0       Date     `json:"t0"`
	Window   Window   `json:"window"`          // zero: the facts hold no window, so nobody is late
	Roster   []string `json:"roster"`          // terms; see casebook format: CIS, KAZ, -RUS
	Listed   Date     `json:"listed,omitzero"` // day under which it is listed; zero: that of T0
	Hub      string   `json:"hub"`
	With     string   `json:"with"`    // what counts as with the hub
	Against  string   `json:"against"` // what counts as against it
	RollCall string   `json:"rollcall,omitempty"`
	Claim    string   `json:"claim,omitempty"` // contested claim the item refers to; a reaction never asserts it
}

// NewItem normalises and validates.
func NewItem(i Item) (*Item, error) { return &i, i.Validate() }

// Kind implements Noun.
func (*Item) Kind() Kind { return KindItem }

// NaturalKey implements Noun.
func (i *Item) NaturalKey() string { return i.Slug }

// Validate implements Noun.
func (i *Item) Validate() error {
	var f faults
	f.need("slug", i.Slug)
	f.need("title", i.Title)
	f.need("question", i.Question)
	f.need("hub", i.Hub)
	f.needDate("t0", i.T0)
	return f.err(KindItem)
}

// Facets implements Noun.
func (i *Item) Facets() Facets {
	p := append(parties(RoleHub, i.Hub), parties(RoleAbout, i.RollCall, i.Claim)...)
	return Facets{When: i.T0, Parties: p, Text: words(i.Title, i.Question)}
}
