package ledger

// Tie is dependence of an actor on a hub over one channel, one measure, one year.
// Mirror is the other reporter's value of the same flow where there is one.
type Tie struct {
	Actor   string   `json:"actor"`
	Hub     string   `json:"hub"`
	Channel Channel  `json:"channel"`
	Measure string   `json:"measure"`
	Value   *float64 `json:"value,omitempty"` // nil: named without a figure
	Unit    string   `json:"unit,omitempty"`
	When    Date     `json:"when"`
	Note    string   `json:"note,omitempty"`
	Mirror  *float64 `json:"mirror,omitempty"`
	Text    string   `json:"text,omitempty"` // the value as the table writes it, for a lossless export
	Row     string   `json:"row,omitempty"`  // tells rows of one measure and year by different sources apart
}

// Channel is the way in which one actor depends on another.
type Channel string

// The channels of dependence.
const (
	ChannelTrade       Channel = "trade"
	ChannelEnergy      Channel = "energy"
	ChannelTransit     Channel = "transit"
	ChannelRemittances Channel = "remittances"
	ChannelArms        Channel = "arms"
	ChannelBases       Channel = "bases"
	ChannelDebt        Channel = "debt"
	ChannelMigration   Channel = "migration"
	ChannelLanguage    Channel = "language"
	ChannelMedia       Channel = "media"
)

// Channels lists the channels.
func Channels() []Channel {
	return []Channel{ChannelTrade, ChannelEnergy, ChannelTransit, ChannelRemittances, ChannelArms, ChannelBases, ChannelDebt, ChannelMigration, ChannelLanguage, ChannelMedia}
}

// NewTie normalises and validates.
func NewTie(t Tie) (*Tie, error) { return &t, t.Validate() }

// Kind implements Noun.
func (*Tie) Kind() Kind { return KindTie }

// NaturalKey implements Noun. A tie coded in the reader has no row and no key.
func (t *Tie) NaturalKey() string {
	if t.Row == "" {
		return ""
	}
	return joinKey(t.Actor, t.Hub, string(t.Channel), t.Measure, t.When.String(), t.Row)
}

// Validate implements Noun.
func (t *Tie) Validate() error {
	var f faults
	f.need("actor", t.Actor)
	f.need("hub", t.Hub)
	oneOf(&f, "channel", t.Channel, Channels())
	f.need("measure", t.Measure)
	if t.Value != nil {
		f.need("unit", t.Unit)
	}
	return f.err(KindTie)
}

// Facets implements Noun.
func (t *Tie) Facets() Facets {
	return Facets{When: t.When, Parties: []Party{{RoleBy, t.Actor}, {RoleTo, t.Hub}}, Text: words(t.Measure, t.Note)}
}
