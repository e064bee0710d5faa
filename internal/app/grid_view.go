package app

// GridView is what a grid of tests on reports came to. It is exploratory by construction: nothing in it can earn a label above
// "coincidence not excluded".
type GridView struct {
	Set         string        `json:"set"`
	Sentence    Sentence      `json:"sentence"`
	Definition  string        `json:"definition" doc:"What one test of the grid asks"`
	Label       string        `json:"label" doc:"Always coincidence not excluded"`
	Notes       []string      `json:"notes" doc:"How to read the numbers"`
	Denominator string        `json:"denominator" doc:"What the silence of the set means"`
	Covered     []CoveredDays `json:"covered"`
	From        string        `json:"from,omitempty"`
	To          string        `json:"to,omitempty"`
	Lag         int           `json:"lag"`
	Windows     []GridWindow  `json:"windows"`
	Strata      string        `json:"strata"`
	Reports     GridReports   `json:"reports"`
	Dyads       int           `json:"dyads" doc:"Directed dyads tested"`
	AllDyads    int           `json:"all_dyads" doc:"Directed dyads between which the set has a report"`
	Tests       int           `json:"tests" doc:"All tests of the grid, each of which counts in the correction"`
	Testable    int           `json:"testable" doc:"Tests with enough triggers and responses for a p; the others count with p = 1"`
	Small       int           `json:"small" doc:"Testable tests with an uncorrected p of at most .05; chance alone gives at most one in twenty"`
	Shifts      int           `json:"shifts" doc:"Most shifts that a test was held against, of the rolled or the straight ones whichever are fewer"`
	Least       float64       `json:"least" doc:"Smallest p that so many shifts can give"`
	Need        int           `json:"need" doc:"So many tests would have to reach the smallest p before any survives at q .10"`
	AtLeast     int           `json:"at_least" doc:"So many reach it"`
	Fits        int           `json:"fits" doc:"In a grid of at most so many tests a single one with the smallest p would survive"`
	Survivors   []GridCount   `json:"survivors"`
	Found       []GridFind    `json:"found" doc:"Tests that survive Benjamini-Hochberg at q .10, smallest p first, at most 1,000"`
	More        int           `json:"more" doc:"Survivors beyond these"`
	Nearest     []GridFind    `json:"nearest" doc:"The ten smallest p's that do not survive. None of these is a finding"`
	Control     *GridControl  `json:"control" doc:"The same grid with every answer moved by half of the days; null unless it was asked for"`
	Receipt     RuleReceipt   `json:"receipt"`
	Trace       string        `json:"trace" doc:"Opens the run with its settings"`
}

// GridWindow is one window of the grid.
type GridWindow struct {
	Days     int `json:"days" doc:"An answer counts from lag to lag + days after a step"`
	Testable int `json:"testable"`
	Small    int `json:"small"`
}

// GridReports says what became of the set's reports.
type GridReports struct {
	Read    int `json:"read"`
	Used    int `json:"used" doc:"Between two states, with a type and a day"`
	Again   int `json:"again" doc:"Of these, linked to an earlier one: the same thing, as far as one can tell"`
	NoState int `json:"no_state" doc:"One of the parties is no state"`
	Within  int `json:"within" doc:"Both parties are the same state"`
	NoType  int `json:"no_type"`
	Unsure  int `json:"unsure" doc:"The day is not known exactly"`
}

// GridCount is how many tests survive a correction for all tests.
type GridCount struct {
	How     string  `json:"how"`
	Q       float64 `json:"q"`
	N       int     `json:"n"`
	Control *int    `json:"control,omitempty" doc:"In the grid without any link"`
}

// GridControl is the grid in which nothing is linked by construction.
type GridControl struct {
	Testable int `json:"testable"`
	Small    int `json:"small"`
}

// GridFind is one test of the grid.
type GridFind struct {
	Hub        Named      `json:"hub" doc:"Who answers"`
	State      Named      `json:"state" doc:"Who is answered"`
	Trigger    string     `json:"trigger" doc:"Type of what the state does to the hub"`
	Response   string     `json:"response" doc:"Type of what the hub does to the state"`
	Window     int        `json:"window"`
	Triggers   int        `json:"triggers" doc:"Days with one whose window holds an observed day"`
	Responses  int        `json:"responses" doc:"n, after merging those within a week"`
	Hits       int        `json:"hits" doc:"K, of them in a window"`
	Covered    int        `json:"covered" doc:"c, days in a window"`
	Days       int        `json:"days" doc:"T, observed days"`
	P          float64    `json:"p" doc:"The largest of the next three"`
	Stratified float64    `json:"stratified"`
	Circular   float64    `json:"circular"`
	Straight   float64    `json:"straight"`
	Shifts     int        `json:"shifts" doc:"Rolled ones"`
	Ahead      int        `json:"ahead" doc:"Straight ones"`
	BH         float64    `json:"bh" doc:"Benjamini-Hochberg over all tests of the grid"`
	BY         float64    `json:"by" doc:"Benjamini-Yekutieli over all tests of the grid"`
	Ratio      *GridRatio `json:"ratio" doc:"Rate ratio; null when it cannot be estimated"`
	Words      string     `json:"words"`
}

// GridRatio is a rate ratio with its exact interval, for the reading (one base rate throughout, or one of each stratum) with the smaller lower end.
type GridRatio struct {
	Estimate *float64 `json:"estimate" doc:"null: no response outside windows"`
	Lo       float64  `json:"lo"`
	Hi       *float64 `json:"hi" doc:"null: no upper limit"`
}
