package align

import "time"

// Result is where one state stands with one hub, step by step. It survives JSON without loss: what is read back gives the same
// weights, verdicts and tilts.
type Result struct {
	State, Hub string
	Ends       []time.Time // last day of each step, UTC
	Primary    Coding
	Runs       [3]Run    // by Coding
	Without    []Without // what each channel contributes, under the primary coding
	Swing      Swing     // the single source that moves the last median most
	Lensed     []Lensed  // the median through each of the dyad's lenses, under the primary coding
	Items      []Weight  // every observation of the primary coding, the weightiest for the last step first; WeightsAt gives other steps
	Carry      Carries   // what WeightsAt needs
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
	Mass        Mass            `json:",omitzero"` // of the primary coding only; empty in the others
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
