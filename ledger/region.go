package ledger

// Region is what a casebook says of itself: the space it covers, its hubs and the
// states shown. It is data, so that no code knows a region.
type Region struct {
	Name    string   `json:"name"`            // slug of the casebook, e.g. postsoviet
	Title   string   `json:"title"`           // "the post-Soviet space"
	Version string   `json:"version"`         // of the casebook
	About   string   `json:"about,omitempty"` // one or two sentences
	Hub     string   `json:"hub"`             // the default hub
	Hubs    []Hub    `json:"hubs"`
	States  []string `json:"states"`          // actor codes in the order screens show them
	Seats   []Hub    `json:"seats,omitempty"` // capitals of the states; one without a seat has no place on the picture
	Item    string   `json:"item,omitempty"`  // the reaction item a first visit opens
}

// Hub is an actor with its capital: a centre that alignment may be measured against, or a
// state of the region.
type Hub struct {
	Actor   string  `json:"actor"`
	Capital string  `json:"capital"`
	Lat     float64 `json:"lat"` // degrees north
	Lon     float64 `json:"lon"` // degrees east
}

// NewRegion normalises and validates.
func NewRegion(r Region) (*Region, error) { return &r, r.Validate() }

// Kind implements Noun.
func (*Region) Kind() Kind { return KindRegion }

// NaturalKey implements Noun.
func (r *Region) NaturalKey() string { return r.Name }

// Validate implements Noun.
func (r *Region) Validate() error {
	var f faults
	f.need("name", r.Name)
	f.need("title", r.Title)
	f.need("hub", r.Hub)
	if len(r.States) == 0 {
		f.add("states", "is empty", "list the states of the region")
	}
	return f.err(KindRegion)
}

// Facets implements Noun.
func (r *Region) Facets() Facets { return Facets{Text: r.Title} }
