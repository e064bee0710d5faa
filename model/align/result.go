package align

import "time"

// Result is where one state stands with one hub, step by step.
type Result struct {
	State, Hub string
	Ends       []time.Time // last day of each step, UTC
	Primary    Coding
	Runs       [3]Run    // by Coding
	Without    []Without // what each channel contributes, under the primary coding
	Swing      Swing     // the single source that moves the last median most
	Items      []Weight  // every ordinal observation of the primary coding, the weightiest for the last step first
	Drops      []Drop    // observations that the primary coding did not use
	NoMargin   int       // observations used whose margin nobody recorded: they carry a wide prior
}

// Run gives the run of the primary coding.
func (r *Result) Run() *Run { return &r.Runs[r.Primary] }

// Run is the latent under one coding of absence, averaged over hyper-parameters.
type Run struct {
	Coding      Coding
	Points      []Point
	Hypers      []Hyper // heaviest first
	LogEvidence float64
	Counts      map[Channel]int // observations used; reports, for events
	Effective   float64         // effective number of observations: reports of one story count about once
	Mass        Mass            `json:"-"`
}

// Mass is the smoothed distribution of every step on a coarser grid, for comparing two dyads.
type Mass struct {
	Grid  Grid
	Steps [][]float32
}

// Point is the latent at the end of one step.
type Point struct {
	Mean, SD              float64
	Q05, Q25, Median, Q75 float64
	Q95                   float64
	Rise                  float64   // P(above where it was a year before); -1 within the first year
	Jump                  float64   // P(the step was a jump)
	Seen                  time.Time // the newest observation up to this step; zero: none yet
}

// Without is the path of the median without one channel; the contribution of the channel to a step is the full median less it.
type Without struct {
	Channel Channel
	Alone   bool // no other channel has observations: what is left is the prior
	Medians []float64
}

// Swing is the change of the last median when all observations that rest on one source alone are left out, under the
// heaviest hyper-parameters. Source is empty when no observation rests on a single source.
type Swing struct {
	Source string
	Change float64 // median with the source less median without it
}

// Weight is what one observation does to the mean of the last step, to first order and under the heaviest
// hyper-parameters: positive pulls towards the hub.
type Weight struct {
	ID      string
	Channel Channel
	Day     time.Time
	Weight  float64
	Sources []string
}
