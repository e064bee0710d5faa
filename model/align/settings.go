package align

import (
	"fmt"
	"math"
	"time"
)

// Step is the length of a step of the latent.
type Step uint8

// The steps. Months are calendar months; weeks end on Sunday. The last step ends on Settings.To.
const (
	Monthly Step = iota
	Weekly
)

// Weighted is a value of a hyper-parameter with its prior weight; weights need not sum to one.
type Weighted struct{ Value, Weight float64 }

// Settings is everything that a result depends on beside the observations. Take Defaults and change what is to differ.
type Settings struct {
	From, To time.Time // first and last day; nothing after To is used, so an earlier To answers "as of"
	Step     Step
	Grid     Grid
	PriorSD  float64 // of the latent in the first step
	JumpRate float64 // chance of a jump in a month of 30.4 days
	JumpVar  float64 // variance of a jump

	// Hyper-parameters: every combination is weighted by prior and evidence.
	Drift     []Weighted // q, variance of the walk per year
	Sharpness []Weighted // lambda, how sharply roll calls and reactions tell states apart
	Slope     []Weighted // b1, change of the log odds of cooperation per unit of alignment
	Offset    []Weighted // b0, log odds of cooperation at a = 0, beyond the dyad's own average

	Precision float64           // phi of the beta-binomial
	Within    float64           // rho, correlation of reports of one story, 0..1
	Clarity   [speakers]float64 // slope of coded stances by speaker

	Coding   Coding    // the one that Result.Run gives; all are computed
	Channels []Channel // the channels to use; empty: all that have observations
	Workers  int       // goroutines of FitAll; 0: one a processor
}

// Defaults is the settings of the published method for a span of days.
func Defaults(from, to time.Time) Settings {
	return Settings{
		From: from, To: to, Grid: DefaultGrid(), PriorSD: 1, JumpRate: .01, JumpVar: .25,
		Drift:     logNormal(.02, 1, .005, .02, .08, .32),
		Sharpness: []Weighted{{math.Exp(-.3 * math.Sqrt(3)), 1. / 6}, {1, 2. / 3}, {math.Exp(.3 * math.Sqrt(3)), 1. / 6}},
		Slope:     logNormal(.7, .7, .2, .45, 1, 2.2),
		Offset:    []Weighted{{-.6, .25}, {0, .5}, {.6, .25}},
		Precision: 10, Within: .9,
		Clarity: [speakers]float64{1, 1, 1, .5, .25},
	}
}

// logNormal weighs values by a log-normal density with the given median and log standard deviation.
func logNormal(median, sd float64, values ...float64) []Weighted {
	all := make([]Weighted, len(values))
	for i, v := range values {
		z := math.Log(v/median) / sd
		all[i] = Weighted{v, math.Exp(-z * z / 2)}
	}
	return all
}

// maxSteps bounds the memory of a run: forty years of weeks.
const maxSteps = 4000

func (s Settings) check() error {
	if err := s.Grid.check(); err != nil {
		return err
	}
	switch {
	case s.From.IsZero() || s.To.IsZero() || dayOf(s.To) < dayOf(s.From):
		return fmt.Errorf("the span from %s to %s cannot be used: give two days, the first not after the last", s.From.Format(time.DateOnly), s.To.Format(time.DateOnly))
	case s.Step > Weekly:
		return fmt.Errorf("step %d is unknown: use Monthly or Weekly", s.Step)
	case s.Coding > AsOwn:
		return fmt.Errorf("coding of absence %d is unknown: use AsMissing, AsAbstention or AsOwn", s.Coding)
	case !(s.PriorSD > 0) || !(s.JumpVar > 0) || !(s.JumpRate >= 0 && s.JumpRate < 1):
		return fmt.Errorf("prior sd %g, jump variance %g and jump rate %g cannot be used: the first two must be above 0, the rate from 0 to below 1", s.PriorSD, s.JumpVar, s.JumpRate)
	case !(s.Precision > 0) || !(s.Within >= 0 && s.Within <= 1):
		return fmt.Errorf("precision %g and within-story correlation %g cannot be used: the first must be above 0, the second from 0 to 1", s.Precision, s.Within)
	}
	for name, list := range map[string][]Weighted{"Drift": s.Drift, "Sharpness": s.Sharpness, "Slope": s.Slope, "Offset": s.Offset} {
		if err := checkWeighted(name, list); err != nil {
			return err
		}
	}
	return nil
}

func checkWeighted(name string, list []Weighted) error {
	if len(list) == 0 || len(list) > 16 {
		return fmt.Errorf("%s has %d values: give 1 to 16", name, len(list))
	}
	for _, w := range list {
		if !(w.Weight > 0) || math.IsInf(w.Weight, 0) || math.IsNaN(w.Value) || math.IsInf(w.Value, 0) || name != "Offset" && !(w.Value > 0) {
			return fmt.Errorf("%s holds value %g with weight %g: weights, and all values but offsets, must be above 0", name, w.Value, w.Weight)
		}
	}
	return nil
}
