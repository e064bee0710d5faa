package coincide

import "math"

// Levels is what is said of changes in a level: offered only by the guardrail of change points.
type Levels struct {
	Change  Change     `json:"change"` // one change against none
	Cuts    []int      `json:"cuts"`   // by PELT: points before each change; empty unless offered
	Penalty float64    `json:"penalty"`
	Runs    RunLengths `json:"runs"` // what was known on each day; empty unless offered
	Prior   Prior      `json:"prior"`
	Verdict Verdict    `json:"verdict"`
}

// leastLevels is how many points a series (a poll, an index) needs before any change is spoken of.
const leastLevels = 12

// ReadLevels looks for changes in a series of levels. The prior stands on the series: its mean, kappa = .1, alpha = 1 and beta = Noise; the
// penalty of PELT is 2 Noise log n, the chance of a change a point is 1/50. A series under 12 points is refused: show its points.
func ReadLevels(y []float64) (Levels, error) {
	if len(y) < leastLevels {
		return Levels{Verdict: notOffered("%d points; %d are needed before a change is spoken of, so show the points and their intervals", len(y), leastLevels)}, nil
	}
	l := Levels{Prior: Prior{Kappa: .1, Alpha: 1, Beta: Noise(y)}}
	for _, v := range y {
		l.Prior.Mean += v / float64(len(y))
	}
	if !(l.Prior.Beta > 0) {
		l.Verdict = notOffered("more than half of the neighbouring points are equal, so the noise cannot be told")
		return l, nil
	}
	l.Penalty = 2 * l.Prior.Beta * math.Log(float64(len(y)))
	var err error
	if l.Change, err = LevelChange(y, l.Prior); err != nil {
		return Levels{}, err
	}
	if l.Verdict = l.Change.Verdict; !l.Verdict.OK {
		return l, nil
	}
	if l.Cuts, _, err = PELT(y, l.Penalty, leastSide); err != nil {
		return Levels{}, err
	}
	l.Runs, err = Online(y, l.Prior, 1./50)
	return l, err
}
