package app

// IdealPoints is the answer to "where do those who vote stand?", estimated from files of roll calls, with the receipt of
// the computation. It has nothing to do with a ledger.
type IdealPoints struct {
	Version  string       `json:"version" doc:"Of Orrery"`
	Method   string       `json:"method" enum:"fast,full,update"`
	Settings IdealSetting `json:"settings"`
	Inputs   []IdealInput `json:"inputs"`
	Fitted   *IdealInput  `json:"fitted,omitempty" doc:"The answer that an update starts from"`
	Coding   IdealCoding  `json:"coding"`

	Units   []string      `json:"units"`
	Periods []IdealPeriod `json:"periods" doc:"In order of time"`
	Calls   int           `json:"calls" doc:"Roll calls read"`
	Votes   int           `json:"votes" doc:"Votes on the scale, those on dropped roll calls among them"`
	Missing int           `json:"missing" doc:"Votes that say nothing: absent and the like"`
	Used    int           `json:"used" doc:"Votes that count in the points"`

	Points   []IdealPoint `json:"points" doc:"By period, then unit. Over all of them the positions have mean 0 and standard deviation 1"`
	Items    []IdealItem  `json:"items"`
	Dropped  []IdealDrop  `json:"dropped" doc:"Every roll call that says nothing to this model, and why"`
	WalkVar  float64      `json:"walk_var" doc:"Variance of a position's change per unit of time"`
	Run      IdealRun     `json:"run"`
	Notices  []string     `json:"notices" doc:"How the files were read, where that is not plain"`
	Cautions []string     `json:"cautions" doc:"What must stand beside the numbers wherever they are shown"`
}

// IdealSetting is what a run was asked to do; the same settings and inputs give the same numbers.
type IdealSetting struct {
	Seed        uint64   `json:"seed" doc:"Of the full method and of bsv_compat; the others use no chance"`
	Chains      int      `json:"chains,omitempty"`
	BurnIn      int      `json:"burn_in,omitempty"`
	Sweeps      int      `json:"sweeps,omitempty"`
	BSVCompat   bool     `json:"bsv_compat"`
	Anchors     string   `json:"anchors,omitempty" doc:"With bsv_compat: where the chains began"`
	MinVotes    int      `json:"min_votes" doc:"Votes that an item needs"`
	MinMinority int      `json:"min_minority" doc:"Votes outside the largest category that an item needs"`
	Positive    []string `json:"positive" doc:"Units whose average position is positive"`
}

// IdealInput is one file with its receipt.
type IdealInput struct {
	File     string `json:"file"`
	SHA256   string `json:"sha256" doc:"Of the bytes as they are on the disk"`
	Bytes    int64  `json:"bytes"`
	Rows     int    `json:"rows"`
	Form     string `json:"form" doc:"How it was read, in words"`
	Unit     string `json:"unit" doc:"Name of the column; so the next four"`
	RollCall string `json:"rollcall"`
	Vote     string `json:"vote"`
	Period   string `json:"period"`
	Item     string `json:"item"`
}

// IdealCoding says what the votes mean.
type IdealCoding struct {
	Categories []string    `json:"categories" doc:"The scale, in order"`
	How        string      `json:"how"`
	Words      []IdealWord `json:"words"`
}

// IdealWord is one way in which a vote is written.
type IdealWord struct {
	Word    string `json:"word"`
	Meaning string `json:"meaning" doc:"A category, or missing"`
	N       int    `json:"n"`
}

// IdealPeriod is a session, a term, a year.
type IdealPeriod struct {
	Name string  `json:"name"`
	Time float64 `json:"time"`
}

// IdealPoint is where a unit stands in a period. Quantiles are those of its posterior.
type IdealPoint struct {
	Unit   int     `json:"unit" doc:"Place in units, from 0"`
	Period int     `json:"period" doc:"Place in periods, from 0"`
	Votes  int     `json:"votes"`
	Mean   float64 `json:"mean"`
	SD     float64 `json:"sd"`
	Q05    float64 `json:"q05"`
	Q10    float64 `json:"q10"`
	Median float64 `json:"median"`
	Q90    float64 `json:"q90"`
	Q95    float64 `json:"q95"`
	RHat   float64 `json:"rhat,omitempty" doc:"Do the chains agree? Below 1.01 they do; absent without chains"`
	ESS    float64 `json:"ess,omitempty" doc:"Independent draws that the chains are worth"`
}

// IdealItem is what is known of one question: P(category ≤ k) = Φ(cut k − slope × position).
type IdealItem struct {
	Name       string    `json:"name"`
	Categories []int     `json:"categories" doc:"Those of the scale that were used, from 0; a cutpoint lies between each two neighbours"`
	Slope      float64   `json:"slope"`
	SlopeSD    float64   `json:"slope_sd"`
	Cuts       []float64 `json:"cuts"`
	CutSD      []float64 `json:"cut_sd"`
	SlopeCut   []float64 `json:"slope_cut" doc:"Covariances of the slope with each cutpoint"`
}

// IdealDrop is a roll call that does not count.
type IdealDrop struct {
	Call string `json:"call"`
	Why  string `json:"why"`
}

// IdealRun says how a result came about.
type IdealRun struct {
	Rounds      int     `json:"rounds"`
	Converged   bool    `json:"converged"`
	Draws       int     `json:"draws,omitempty"`
	WorstRHat   float64 `json:"worst_rhat,omitempty"`
	LowestESS   float64 `json:"lowest_ess,omitempty"`
	AcceptItems float64 `json:"accept_items,omitempty"`
	AcceptPaths float64 `json:"accept_paths,omitempty"`
	AcceptScale float64 `json:"accept_scale,omitempty"`
}
