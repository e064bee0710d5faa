package app

// PressureView sets steps of targets beside measures of a hub. It holds no test
// and no label: those need a denominator, which a list of known cases has not.
type PressureView struct {
	Scope    ScopeView      `json:"scope"`
	Hub      Named          `json:"hub"`
	Hubs     []Named        `json:"hubs"`
	Target   string         `json:"target" doc:"Empty: all targets"`
	Sentence Sentence       `json:"sentence"`
	Notice   string         `json:"notice" doc:"Why there is no test here"`
	Counts   []Figure       `json:"counts" doc:"pairs, unanswered, untriggered"`
	Links    []Figure       `json:"links" doc:"Episodes by grade of the claimed link"`
	Lanes    []PressureLane `json:"lanes"`
	Episodes []EpisodeRow   `json:"episodes" doc:"Oldest first"`
}

// PressureLane is one target's two lanes: its steps above, the hub's measures below.
type PressureLane struct {
	Target    Named          `json:"target"`
	Triggers  []PressureMark `json:"triggers"`
	Responses []PressureMark `json:"responses"`
	Arcs      []Arc          `json:"arcs"`
}

// PressureMark is one event of a lane. Paired is false for an unanswered trigger or
// an untriggered response; both are always drawn.
type PressureMark struct {
	EventMark
	Episode string `json:"episode"`
	Paired  bool   `json:"paired"`
}

// Arc joins a trigger and a response of one episode.
type Arc struct {
	Episode  string `json:"episode"`
	Trigger  string `json:"trigger" doc:"Event key"`
	Response string `json:"response" doc:"Event key"`
	LagMin   int    `json:"lag_min" doc:"Days; a date cut to a month or year gives a range"`
	LagMax   int    `json:"lag_max"`
	Known    bool   `json:"known"`
	Lag      string `json:"lag"`
	Link     string `json:"link" doc:"Grade of the claimed link"`
	Trace    string `json:"trace"`
}

// EpisodeRow is one episode: official reason beside claimed link, never merged.
type EpisodeRow struct {
	Key            string      `json:"key"`
	Name           string      `json:"name"`
	Targets        []Named     `json:"targets"`
	Triggers       []EventMark `json:"triggers"`
	Responses      []EventMark `json:"responses"`
	Shape          string      `json:"shape" enum:"pair,unanswered,untriggered"`
	Lag            string      `json:"lag"`
	OfficialReason string      `json:"official_reason"`
	Link           string      `json:"link"`
	LinkText       string      `json:"link_text"`
	ClaimedBy      string      `json:"claimed_by"`
	Missing        []string    `json:"missing" doc:"Event keys that the episode names and the ledger does not hold"`
	Trace          string      `json:"trace"`
}
