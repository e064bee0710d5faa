package app

// MetaView is what a face needs to know before it draws anything.
type MetaView struct {
	Version  string    `json:"version"`
	Engine   string    `json:"engine"`
	Region   string    `json:"region" doc:"Title of the region; empty while no casebook is loaded"`
	Regions  []Named   `json:"regions"`
	Hub      Named     `json:"hub"`
	Hubs     []HubView `json:"hubs"`
	States   []Named   `json:"states"`
	Seats    []HubView `json:"seats" doc:"Capitals of the states"`
	Item     string    `json:"item" doc:"The reaction item to open first"`
	Records  int64     `json:"records" doc:"Accepted records"`
	Writable bool      `json:"writable"`
	Who      string    `json:"who"`
}

// HubView is a hub with its capital and where that lies.
type HubView struct {
	Named
	Capital string  `json:"capital"`
	Lat     float64 `json:"lat"`
	Lon     float64 `json:"lon"`
}

// SourceView is one source with the accepted records that cite it.
type SourceView struct {
	Scope  ScopeView  `json:"scope"`
	Source SourceHead `json:"source"`
	Rows   []TraceRow `json:"rows"`
	Total  int        `json:"total"`
	Next   string     `json:"next"`
}

// FileHint is what is known of bytes besides themselves. All fields may be empty.
type FileHint struct {
	FileName  string
	MediaType string
	Charset   string
	URL       string
	Source    string // key of a known source that this is the text of
	Suggest   bool   // read it for suggestions at once

	// What a feed, an archive or a table says of the document beside its text.
	Title, Author, Published, Outlet, Language string
}
