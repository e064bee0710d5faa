package app

import "orrery/ledger"

// AlignmentView is where each state stands with one hub, step by step. While the run
// that it rests on is being computed, Pending says how far it is and States is empty.
type AlignmentView struct {
	Scope    ScopeView      `json:"scope"`
	Hub      Named          `json:"hub"`
	Evidence EvidenceChoice `json:"evidence"`
	Pending  *Pending       `json:"pending,omitempty" doc:"Set while the run is being computed; ask again"`
	Run      *RunHead       `json:"run,omitempty"`
	Sentence Sentence       `json:"sentence"`
	Scale    []Ring         `json:"scale" doc:"Words for stretches of the scale, from with to against"`
	Ends     []string       `json:"ends" doc:"Last day of each step, YYYY-MM-DD; every path has one value a step"`
	States   []Standing     `json:"states" doc:"In the region's order; the region's own hub last when another hub is asked about"`
	Tilt     []TiltRow      `json:"tilt" doc:"Closer to this hub than to the rival? At the last step; empty while the rival's run is missing"`
	Rival    *Named         `json:"rival,omitempty"`

	RivalPending *Pending `json:"rival_pending,omitempty" doc:"Set while the rival's run is being computed: the states are final, the tilt is not; ask again"`

	Notices []string `json:"notices" doc:"What a reader must know: how wide the intervals are and why, which evidence is off and why"`
}

// Pending is how far a computation is.
type Pending struct {
	What  string `json:"what" doc:"In words"`
	Done  int    `json:"done"`
	Total int    `json:"total"`
}

// EvidenceChoice is which observations a run uses.
type EvidenceChoice struct {
	Channels []ChannelChoice `json:"channels"`
	Absence  string          `json:"absence" enum:"missing,abstention,own" doc:"How absence and silence are read in the paths shown; the dyad page shows all three"`
}

// ChannelChoice is one kind of observation that can be left out.
type ChannelChoice struct {
	Name  string `json:"name" enum:"votes,reactions,statements,events"`
	Label string `json:"label"`
	On    bool   `json:"on"`
	N     int64  `json:"n" doc:"Observations of it behind all paths shown"`
	Why   string `json:"why,omitempty" doc:"Why it is off unless asked for"`
}

// Ring is a named stretch of the scale: it ends, on the side of against, at To,
// which belongs to it: a value on a boundary is of the stretch nearer to the hub.
type Ring struct {
	Name  string  `json:"name" enum:"with,leaning-with,between,leaning-against,against"`
	Label string  `json:"label"`
	From  float64 `json:"from" doc:"Nearer to the hub; in standard deviations of the world's states, higher is nearer"`
	To    float64 `json:"to"`
}

// Path is a series with its intervals, one value a step.
type Path struct {
	Median []float64 `json:"median"`
	Q05    []float64 `json:"q05"`
	Q25    []float64 `json:"q25"`
	Q75    []float64 `json:"q75"`
	Q95    []float64 `json:"q95"`
}

// Standing is one state's path and what may be said of its last step.
type Standing struct {
	State   Named     `json:"state"`
	Capital string    `json:"capital"`
	Lat     float64   `json:"lat"`
	Lon     float64   `json:"lon"`
	Bearing *float64  `json:"bearing" doc:"Degrees clockwise from north, from the hub's capital along the great circle; null when a capital is unknown"`
	Path    Path      `json:"path"`
	Levels  string    `json:"levels" doc:"A letter a step: o may be shown, x extrapolated (nothing seen for six months), n not enough evidence"`
	Edges   string    `json:"edges" doc:"A letter a step: h the interval reaches the upper end of the scale, read its 5 % quantile as at least; l the lower end, read its 95 % quantile as at most; . neither"`
	Seen    string    `json:"seen" doc:"Day of the newest observation; empty: none"`
	Last    Stand     `json:"last"`
	Jumps   []Jump    `json:"jumps" doc:"Steps at which a jump is more probable than not"`
	Lenses  []Outline `json:"lenses" doc:"The last median under other choices of sources: how much depends on whom you read"`
	Swing   *Outline  `json:"swing" doc:"The single source that moves the last median most; null when no observation rests on one source"`
	Counts  []Figure  `json:"counts" doc:"Observations by channel"`
	Trace   string    `json:"trace" doc:"Because of the last step"`
}

// Stand is a state's place at one step, with the guardrails' verdicts.
type Stand struct {
	At        string   `json:"at" doc:"YYYY-MM-DD"`
	Median    float64  `json:"median"`
	Q05       float64  `json:"q05"`
	Q25       float64  `json:"q25"`
	Q75       float64  `json:"q75"`
	Q95       float64  `json:"q95"`
	SD        float64  `json:"sd"`
	Level     Ruling   `json:"level"`
	Change    *float64 `json:"change" doc:"Median less that of a year before; null within the first year"`
	Rise      *float64 `json:"rise" doc:"Probability that it is nearer to the hub than a year before"`
	Sign      int      `json:"sign" enum:"-1,0,1" doc:"Direction over the year where it is established: 1 towards the hub"`
	Direction Ruling   `json:"direction"`
	Edge      string   `json:"edge,omitempty" enum:"low,high" doc:"The interval touches the end of the scale: read it as at least, or at most"`
	Sentence  Sentence `json:"sentence"`
	Trace     string   `json:"trace"`
}

// Ruling is a guardrail's verdict: may the number be shown, what to print instead, beside
// it ("extrapolated") or before its bound ("at least", "at most"), and why.
type Ruling struct {
	OK   bool   `json:"ok"`
	Text string `json:"text"`
	Why  string `json:"why"`
}

// Jump is a step at which a path broke.
type Jump struct {
	At    string  `json:"at"`
	P     float64 `json:"p"`
	Trace string  `json:"trace"`
}

// Outline is the last median under another choice of sources. It leaves out the
// state's observations that rest on the others and keeps rosters and margins as they
// are, so that the lens itself can give a slightly other number.
type Outline struct {
	Name   string  `json:"name" doc:"Lens as the scope takes it, e.g. -based:RUS, or a source's key"`
	Label  string  `json:"label"`
	Median float64 `json:"median"`
	Change float64 `json:"change" doc:"This median less the one that rests on all sources"`
	Hidden int     `json:"hidden" doc:"Observations left out"`
}

// TiltRow says whether a state stands closer to one hub than to another.
type TiltRow struct {
	State   Named   `json:"state"`
	P       float64 `json:"p" doc:"Probability that it stands closer to the hub than to the rival; the two are taken as independent"`
	Sign    int     `json:"sign" enum:"-1,0,1" doc:"1 the hub, -1 the rival, 0 not established"`
	Verdict Ruling  `json:"verdict"`
	Trace   string  `json:"trace"`
}

// RunHead is the receipt of a computation.
type RunHead struct {
	Ref      string `json:"ref" doc:"run:KEY when the ledger keeps it; empty for a run under a lens, an earlier time or other evidence, which is computed anew"`
	Model    string `json:"model"`
	Version  string `json:"version" doc:"Of Orrery"`
	Seed     uint64 `json:"seed"`
	DataHash string `json:"data_hash" doc:"SHA-256 of the observations and settings"`
	DataAsOf string `json:"data_as_of"`
	Settings string `json:"settings" doc:"In one line"`
	At       string `json:"at" doc:"When it was computed, RFC 3339"`
	Trace    string `json:"trace"`
}

// DyadView is one state and one hub in full.
type DyadView struct {
	Scope     ScopeView      `json:"scope"`
	Hub       Named          `json:"hub"`
	Evidence  EvidenceChoice `json:"evidence"`
	Pending   *Pending       `json:"pending,omitempty"`
	Run       *RunHead       `json:"run,omitempty"`
	Sentence  Sentence       `json:"sentence"`
	Scale     []Ring         `json:"scale"`
	Ends      []string       `json:"ends"`
	Standing  *Standing      `json:"standing,omitempty"`
	At        string         `json:"at" doc:"The step that Stand, Items and Contributions are about: the last, or the one asked for"`
	Stand     *Stand         `json:"stand,omitempty"`
	Codings   []CodingPath   `json:"codings" doc:"The median under each reading of absence"`
	Without   []ChannelPath  `json:"without" doc:"What each channel contributes: the median without it"`
	Items     []ItemWeight   `json:"items" doc:"The observations that moved this step most, heaviest first; because opens them all"`
	ItemsN    int            `json:"items_n" doc:"How many there are"`
	Joint     []JointCell    `json:"joint" doc:"Roll calls by what the hub and the state did"`
	Divergent []ItemWeight   `json:"divergent" doc:"Roll calls and items on which the state went against the hub, the least expected first"`
	Similar   *SimilarView   `json:"similar,omitempty" doc:"How often the two vote alike, for display beside the alignment and never part of it"`
	Drops     []DropCount    `json:"drops" doc:"Observations that were not used, by reason"`
	Notices   []string       `json:"notices"`
}

// CodingPath is the median under one reading of absence.
type CodingPath struct {
	Absence string    `json:"absence" enum:"missing,abstention,own"`
	Label   string    `json:"label"`
	Median  []float64 `json:"median"`
	N       int       `json:"n" doc:"Observations that this reading uses"`
}

// ChannelPath is the median without one channel.
type ChannelPath struct {
	Channel string    `json:"channel"`
	Label   string    `json:"label"`
	Alone   bool      `json:"alone" doc:"No other channel has observations: what is left is the prior"`
	Median  []float64 `json:"median"`
	Share   float64   `json:"share" doc:"The full median less this one, at the step asked about"`
}

// ItemWeight is one observation and what it does to the step asked about.
type ItemWeight struct {
	Key      string          `json:"key" doc:"Of the roll call, reaction item or record"`
	Kind     string          `json:"kind" enum:"vote,reaction,statement,events"`
	Title    string          `json:"title"`
	When     string          `json:"when"`
	Hub      string          `json:"hub" doc:"What the hub did: yes, abstain, no, absent; empty for others than votes"`
	State    string          `json:"state" doc:"What the state did: a vote or a position"`
	Position ledger.Position `json:"position" doc:"Relative to the hub"`
	Weight   float64         `json:"weight" doc:"Change of the step's mean by this observation, to first order; positive pulls towards the hub"`
	Margin   bool            `json:"margin" doc:"The world's margin is known; without it the observation carries a wide prior"`
	Trace    string          `json:"trace"`
}

// JointCell counts roll calls on which the hub did one thing and the state another.
type JointCell struct {
	Hub   string `json:"hub" enum:"yes,abstain,no,absent"`
	State string `json:"state" enum:"yes,abstain,no,absent"`
	N     int64  `json:"n"`
	Trace string `json:"trace"`
}

// SimilarView is agreement on roll calls, raw and corrected for chance.
type SimilarView struct {
	N         int64    `json:"n" doc:"Roll calls on which both voted"`
	Agreement float64  `json:"agreement" doc:"Share of equal votes"`
	S         float64  `json:"s" doc:"Signorino and Ritter, absolute distances"`
	Kappa     *float64 `json:"kappa" doc:"Cohen, absolute distances; null where chance agreement is complete"`
	Pi        *float64 `json:"pi" doc:"Scott, absolute distances"`
	Trace     string   `json:"trace"`
}

// DropCount is how many observations were not used for one reason.
type DropCount struct {
	Why   string `json:"why"`
	N     int64  `json:"n"`
	Trace string `json:"trace"`
}

// StateAlignment is one state's path with every hub.
type StateAlignment struct {
	Scope   ScopeView `json:"scope"`
	State   Named     `json:"state"`
	Pending *Pending  `json:"pending,omitempty"`
	Scale   []Ring    `json:"scale"`
	Lanes   []HubLane `json:"lanes" doc:"In the order of the region's hubs; those that are not computed yet are missing"`
	Notices []string  `json:"notices"`
}

// HubLane is one state's path with one hub.
type HubLane struct {
	Hub      Named    `json:"hub"`
	Ends     []string `json:"ends"`
	Standing Standing `json:"standing"`
}
