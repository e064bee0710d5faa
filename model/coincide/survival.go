package coincide

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Wait is the time from a trigger to its first response, or to the end of watching when Answered is false.
type Wait struct {
	Days     int  `json:"days"` // 0 or more
	Answered bool `json:"answered"`
}

// SurvivalStep is the share still unanswered after a day on which an answer came.
type SurvivalStep struct {
	Days    int     `json:"days"`
	AtRisk  int     `json:"at_risk"`
	Answers int     `json:"answers"`
	Open    float64 `json:"open"` // share unanswered
	Lo      float64 `json:"lo"`
	Hi      float64 `json:"hi"`
}

// Survival is the product-limit curve of the time to response.
type Survival struct {
	Steps    []SurvivalStep `json:"steps"`
	Median   Bound          `json:"median"` // days after which half are answered; null when that is never seen
	Answered int            `json:"answered"`
	Censored int            `json:"censored"`
}

// KaplanMeier estimates S(t) = product over d <= t of (1 - answers_d / at risk_d), with Greenwood's variance and intervals on the
// log(-log) scale. A wait that was cut off counts as watched until then. Reference: Kaplan and Meier 1958.
func KaplanMeier(waits []Wait, level float64) Survival {
	all := slices.Clone(waits)
	slices.SortFunc(all, func(a, b Wait) int { return a.Days - b.Days })
	out := Survival{Median: Bound(math.Inf(1)), Steps: []SurvivalStep{}}
	z := distuv.UnitNormal.Quantile((1 + level) / 2)
	open, green := 1.0, 0.0
	for i := 0; i < len(all); {
		j, answers := i, 0
		for ; j < len(all) && all[j].Days == all[i].Days; j++ {
			if all[j].Answered {
				answers++
			}
		}
		risk := float64(len(all) - i)
		if d := float64(answers); answers > 0 {
			open *= 1 - d/risk
			green += d / (risk * (risk - d))
			lo, hi := 0.0, 0.0
			if open > 0 {
				wide := z * math.Sqrt(green) / math.Abs(math.Log(open))
				lo, hi = math.Pow(open, math.Exp(wide)), math.Pow(open, math.Exp(-wide))
			}
			out.Steps = append(out.Steps, SurvivalStep{all[i].Days, len(all) - i, answers, open, lo, hi})
			if open <= .5 && math.IsInf(float64(out.Median), 1) {
				out.Median = Bound(all[i].Days)
			}
		}
		out.Answered += answers
		i = j
	}
	out.Censored = len(all) - out.Answered
	return out
}
