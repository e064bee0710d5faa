package coincide

import "fmt"

// Strata says within which days responses are shuffled.
type Strata string

// The strata: blocks of observed days, or thirds of each quarter's days by attention.
const (
	ByBlocks    Strata = "blocks"
	ByAttention Strata = "attention"
)

// Settings is everything that a result depends on beside the study. Take Defaults and change what is to differ. It stands in
// the result, seed included.
type Settings struct {
	Seed      uint64    `json:"seed"`
	Strata    Strata    `json:"strata"`
	Block     int       `json:"block"`      // days of a block
	Quarter   int       `json:"quarter"`    // days of a quarter, for strata by attention
	Smooth    int       `json:"smooth"`     // days over which attention is averaged before it is ranked
	Decluster int       `json:"decluster"`  // days: responses nearer to the last kept one are merged into it
	MinShift  int       `json:"min_shift"`  // least circular shift in days
	Level     float64   `json:"level"`      // of intervals
	Alpha     float64   `json:"alpha"`      // a p or q at most this large is called small
	Draws     int       `json:"draws"`      // random days for dates known to a month or a year
	Runs      int       `json:"runs"`       // simulated studies a line of the table of power
	Effects   []float64 `json:"effects"`    // rate ratios whose power is told
	StripFrom int       `json:"strip_from"` // the label is told for every window from this many days
	StripTo   int       `json:"strip_to"`   // to this many
	Bin       int       `json:"bin"`        // days of a bin in which responses are counted for change points
	Refits    int       `json:"refits"`     // simulated refits of the self-exciting model's check
}

// Defaults is the settings of the published method.
func Defaults(seed uint64) Settings {
	return Settings{
		Seed: seed, Strata: ByBlocks, Block: 30, Quarter: 91, Smooth: 7, Decluster: 7, MinShift: 30, Level: .95, Alpha: .05,
		Draws: 200, Runs: 500, Effects: []float64{1.5, 2, 3, 5}, StripFrom: 3, StripTo: 60, Bin: 91, Refits: 99,
	}
}

func (s Settings) check() error {
	switch {
	case s.Strata != ByBlocks && s.Strata != ByAttention:
		return fmt.Errorf("strata %q are unknown: use %q or %q", s.Strata, ByBlocks, ByAttention)
	case s.Block < 7 || s.Quarter < 21 || s.Smooth < 1:
		return fmt.Errorf("blocks of %d, quarters of %d and attention over %d days cannot be used: give at least 7, 21 and 1", s.Block, s.Quarter, s.Smooth)
	case s.Decluster < 1 || s.MinShift < 1:
		return fmt.Errorf("declustering over %d days and a least shift of %d cannot be used: give at least 1", s.Decluster, s.MinShift)
	case !(s.Level > .5 && s.Level < 1) || !(s.Alpha > 0 && s.Alpha < .5):
		return fmt.Errorf("level %g and alpha %g cannot be used: give a level between .5 and 1, an alpha between 0 and .5", s.Level, s.Alpha)
	case s.Draws < 1 || s.Draws > 10_000 || s.Runs < 1 || s.Runs > 100_000 || s.Refits < 19 || s.Refits > 10_000:
		return fmt.Errorf("%d draws, %d runs and %d refits cannot be used: give 1 to 10,000, 1 to 100,000 and 19 to 10,000", s.Draws, s.Runs, s.Refits)
	case s.StripFrom < 1 || s.StripTo < s.StripFrom || s.StripTo > 366:
		return fmt.Errorf("windows from %d to %d days cannot be shown: give 1 to 366, the first not above the last", s.StripFrom, s.StripTo)
	case s.Bin < 7:
		return fmt.Errorf("bins of %d days cannot be used: give 7 or more", s.Bin)
	}
	for _, e := range s.Effects {
		if !(e > 0 && e < 1000) {
			return fmt.Errorf("the power of a rate ratio of %g cannot be told: give ratios above 0 and below 1,000", e)
		}
	}
	return nil
}
